import pytest

from verkostotyokalut.live import Action, Database, sessions

from .conftest import PHONE
from .test_accessibility import faults


@pytest.mark.parametrize("name", ["riskit", "kehittamisen-tapa", "kolmio"])
def test_axe(name, asking_of, visit):
    s = asking_of(name)
    p = visit(**PHONE).open(s.join_url)
    p.wait_for_selector(".vt-card")
    p.wait_for_timeout(400)
    found = faults(p)
    for b in p.locator(".vt-card").first.get_by_role("button", name="Enemmän").all():
        b.tap()
    db = Database(f"sqlite:///{s.database}")
    sessions.move(db, sessions.find(db, s.code).id, Action.REVEAL)
    db.close()
    p.wait_for_selector(".vt-room")
    p.wait_for_timeout(300)
    assert found + faults(p) == []
