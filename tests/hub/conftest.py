"""Two hubs and their leaders for all the tests here, and a real Chromium to visit them with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import browser, visit

from .hub import Hub

__all__ = ["browser", "visit"]


@pytest.fixture(scope="session")
def hubs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Hub, Hub]]:
    """Start everything at once, which takes a third of the time."""
    binder, login = (
        Hub(f"{name}_config.py", tmp_path_factory.mktemp(name)) for name in ("binder", "login")
    )
    try:
        binder.wait()
        binder.launch("oma-verkosto-k3vw9q2x", token="ohjaajan-tunnus")  # as BinderHub names them
        login.wait()
        login.launch(
            "anna",
            JUPYTERHUB_SINGLEUSER_EXTENSION="1",
            JUPYTER_SERVER_ALLOW_UNAUTHENTICATED_ACCESS="false",
        )
        login.launch("bertta.öhman@esimerkki.fi", JUPYTERHUB_SINGLEUSER_EXTENSION="0")
        for hub in (binder, login):
            hub.wait_for_servers()
        yield binder, login
    finally:
        for hub in (binder, login):
            hub.stop()
        for hub in (binder, login):
            hub.wait_stopped()


@pytest.fixture(scope="session")
def binder(hubs: tuple[Hub, Hub]) -> Hub:
    """A hub as Binder's."""
    return hubs[0]


@pytest.fixture(scope="session")
def login(hubs: tuple[Hub, Hub]) -> Hub:
    """A hub that asks for a login; one leader's server runs in each way that JupyterHub has."""
    return hubs[1]
