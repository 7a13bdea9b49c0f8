"""Running the server: its options, its settings, and the addresses that it is told by."""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Callable

import click

from ..framework import shipped
from ..live import Database, Session
from ..live.database import VARIABLE
from .saying import _


def serving(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a command that starts the server."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Tulosta osoitteet JSON-rivinä."),
        click.option("--lan", is_flag=True, help="Puhelimet liittyvät saman lähiverkon kautta."),
        click.option("--no-browser", is_flag=True, help="Älä avaa selainta."),
        click.option(
            "--port", type=click.IntRange(1, 65535), help="Portti (oletus 8888 tai vapaa)."
        ),
    ):
        command = option(command)
    return command


def serve(
    db: Database,
    session: Session | None,
    *,
    host: str,
    port: int,
    lan: bool,
    browser: bool,
    as_json: bool,
) -> None:
    """Run the server until it is told to stop; without a session its first page is the lobby."""
    from jupyter_server.serverapp import ServerApp
    from traitlets.config import Config

    os.environ[VARIABLE] = db.url.render_as_string(hide_password=False)
    folder = shipped("notebooks")
    token = secrets.token_hex(24)
    page = f"voila/render/{folder.name}/ohjaamo.ipynb?"
    config = Config()
    config.ServerApp.root_dir = str(folder.parent)
    config.ServerApp.ip = "0.0.0.0" if lan else "localhost"
    config.ServerApp.port = port
    config.ServerApp.port_retries = 0
    config.ServerApp.allow_remote_access = lan
    config.ServerApp.open_browser = False
    config.ServerApp.log_level = config.LabApp.log_level = "WARN"
    config.IdentityProvider.token = token
    # Voilà's pages leave their kernels behind; one that no page is connected to ends by itself.
    config.MappingKernelManager.cull_idle_timeout = 120
    config.MappingKernelManager.cull_interval = 60
    arguments = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    ServerApp.clear_instance()
    server = ServerApp.instance(config=config)
    server.initialize(argv=arguments)
    base = f"http://{host}:{server.port}{server.base_url}"
    addresses = {"leader_url": f"{base}{page}token={token}", "database": db.place}
    lines = [_("The console:   {leader_url}")]
    if session is not None:
        page = f"{page}code={session.code}"
        addresses |= {
            "code": session.code,
            "join_url": f"{base}verkosto/l/{session.code}",
            "leader_url": f"{base}{page}&token={token}",
            "screen_url": f"{base}{page.replace('ohjaamo', 'valkokangas')}&token={token}",
        }
        lines += [_("The projector: {screen_url}"), _("People join:   {join_url}")]
    lines.append(_("Stop with Ctrl+C; answers stay in {database}"))
    db.close()

    def tell() -> None:
        if as_json:
            click.echo(json.dumps(addresses))
        else:
            for line in lines:
                click.echo(line.format(**addresses))
        sys.stdout.flush()
        if browser:
            click.launch(addresses["leader_url"])

    server.io_loop.add_callback(tell)
    server.start()
