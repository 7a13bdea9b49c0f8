"""Sessions that ask already, and what of them is kept in the store and in a browser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page
from sqlalchemy import select, update

from tests.browser.conftest import Visitor
from verkostotyokalut.live import Action, Session, sessions
from verkostotyokalut.live.schema import answer as answers
from verkostotyokalut.live.schema import session as table

from .hub import Leader


@dataclass(frozen=True)
class Asking:
    """A session on a leader's server."""

    leader: Leader
    session: Session

    @property
    def url(self) -> str:
        return f"{self.leader.base}verkosto/l/{self.session.code}"

    def values(self) -> list[Any]:
        """Return the values that the session holds."""
        asked = select(answers.c.value).where(answers.c.session == self.session.id)
        with self.leader.db.read() as connection:
            return [json.loads(value) for value in connection.execute(asked).scalars()]


def asking(leader: Leader, code: str | None = None) -> Asking:
    """Open a session on a leader's server and begin to ask; perhaps under a given code."""
    session = sessions.create(leader.db, "ydinelementit", minimum=3)
    if code is not None:
        with leader.db.write() as connection:
            connection.execute(update(table).where(table.c.id == session.id).values(code=code))
    return Asking(leader, sessions.move(leader.db, session.id, Action.START))


def kept(visitor: Visitor, page: Page) -> tuple[set[str], set[str]]:
    """Return the paths of a browser's cookies, and what the names in its storage begin with."""
    cookies = {cookie["path"] for cookie in visitor.context.cookies()}
    keys = page.evaluate("Object.keys(localStorage)")
    return cookies, {":".join(key.split(":")[:2]) for key in keys}
