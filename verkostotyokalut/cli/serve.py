"""Running the server: its settings, and the addresses that it is told by."""

from __future__ import annotations

import json
import os
import secrets
import sys
from typing import TYPE_CHECKING

import click
from jupyter_core.paths import jupyter_runtime_dir

from ..framework import shipped
from ..live import Database, Session, lan
from ..live.database import VARIABLE
from ..live.lan_words import firewall_words
from .place import Place, listed
from .saying import _, fail

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp


def serve(
    db: Database, session: Session | None, place: Place, *, browser: bool, as_json: bool
) -> None:
    """Run the server until it is told to stop.

    Parameters
    ----------
    db
        The store; the server and the kernels open it anew.
    session
        The session whose console is opened; without one, the lobby.
    place
        Where to serve.
    browser
        Whether to open the leader's page.
    as_json
        Whether to print the addresses as one line of JSON.
    """
    os.environ[VARIABLE] = db.url.render_as_string(hide_password=False)
    os.environ[lan.VARIABLE] = place.wanted
    token = secrets.token_hex(24)
    try:
        server = _server(place, token)
        told = _addresses(server, session, place, token) | {"database": db.place}
        db.close()

        def tell() -> None:
            _tell(told, place, as_json)
            if browser:
                click.launch(told["leader_url"])

        server.io_loop.add_callback(tell)
        server.start()
    except OSError as error:
        words = _("Jupyter can't write its own files into {folder}: {why}")
        fail(words.format(folder=jupyter_runtime_dir(), why=error.strerror))


def _start_faster() -> None:
    """Let Jupyter start without what jsonschema loads to check a kind of text that nobody sends.

    rfc3987_syntax makes its parser as it is imported, which is a third of the server's start.
    jsonschema does without it where it is not installed.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def _server(place: Place, token: str) -> ServerApp:
    _start_faster()
    from jupyter_server.serverapp import ServerApp
    from traitlets.config import Config

    config = Config()
    config.ServerApp.root_dir = str(shipped("notebooks").parent)
    config.ServerApp.ip = place.ip
    config.ServerApp.port = place.port
    config.ServerApp.port_retries = 0
    config.ServerApp.allow_remote_access = bool(place.wanted)
    config.ServerApp.open_browser = False
    config.ServerApp.answer_yes = True  # Ctrl+C ends it, without a question in English
    config.ServerApp.log_level = config.LabApp.log_level = "WARN"
    config.IdentityProvider.token = token
    # Voilà's pages leave their kernels behind; one that no page is connected to ends by itself.
    config.MappingKernelManager.cull_idle_timeout = 120
    config.MappingKernelManager.cull_interval = 60
    arguments = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    ServerApp.clear_instance()
    server = ServerApp.instance(config=config)
    server.initialize(argv=arguments)
    return server


def _addresses(
    server: ServerApp, session: Session | None, place: Place, token: str
) -> dict[str, str]:
    """Return the addresses of the leader's pages, and of the session if there is one."""
    page = f"voila/render/{shipped('notebooks').name}/ohjaamo.ipynb?"
    base = f"http://localhost:{server.port}{server.base_url}"
    if session is None:
        return {"leader_url": f"{base}{page}token={token}"}
    page = f"{page}code={session.code}"
    outside = base.replace("localhost", place.address, 1)
    return {
        "code": session.code,
        "join_url": f"{outside}verkosto/l/{session.code}",
        "leader_url": f"{base}{page}&token={token}",
        "screen_url": f"{base}{page.replace('ohjaamo', 'valkokangas')}&token={token}",
    }


def _tell(addresses: dict[str, str], place: Place, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(addresses))
    else:
        lines = [_("The console:   {leader_url}")]
        if "code" in addresses:
            lines += [_("The projector: {screen_url}"), _("People join:   {join_url}")]
        for line in (*lines, _("Stop with Ctrl+C; answers stay in {database}")):
            click.echo(line.format(**addresses))
        tell_of_the_network(place)
    sys.stdout.flush()


def tell_of_the_network(place: Place) -> None:
    """Say what a leader needs to know to get the phones in."""
    if not place.wanted:
        return
    words = _(
        "The phones have to be in the same network as this computer, whose address there is"
        " {address}."
    )
    click.echo("\n" + words.format(address=place.address))
    if place.others:
        words = _(
            "It is in other networks too: {others}. Choose on the console, or write the address"
            " after --lan."
        )
        click.echo(words.format(others=listed(place.others)))
    click.echo(_("Try with your own phone before people come. If the page does not open:"))
    click.echo(firewall_words("fi", place.port))
