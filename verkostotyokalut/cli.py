"""The command ``verkostotyokalut``."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import json
import os
import secrets
import socket
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

import click

from . import __version__
from .framework import (
    ContentError,
    NameTaken,
    Sort,
    UnknownContent,
    instrument_ids,
    shipped,
    start,
    workshop,
    workshop_ids,
)
from .framework import check as check_content
from .live import Database, Session, StorageError, UnknownSession, sessions, storage_words
from .live.codes import clean_code
from .live.database import VARIABLE
from .locales import translator

DEFAULT_WORKSHOP = "ydinelementit"
CONTINUED = timedelta(hours=24)

_ = translator("fi").gettext


def _serving(command: Callable[..., None]) -> Callable[..., None]:
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


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
@_serving
@click.pass_context
def main(
    context: click.Context,
    port: int | None = None,
    no_browser: bool = False,
    lan: bool = False,
    as_json: bool = False,
) -> None:
    """Työkalut verkoston työpajaan: avaa ohjaajan ohjaamon selaimeen."""
    if context.invoked_subcommand is not None:
        given = [name for name, value in context.params.items() if value]
        if given:
            option = next(one.opts[0] for one in context.command.params if one.name == given[0])
            words = _("Put the options after the command: verkostotyokalut open {option} …")
            _fail(words.format(option=option))
        return
    host, chosen = _place(lan, port)
    try:
        db = Database()
    except StorageError as error:
        _fail(storage_words(error, "fi"))
    _serve(db, None, host=host, port=chosen, lan=lan, browser=not no_browser, as_json=as_json)


@main.command("open")
@click.argument("name", metavar="TYÖPAJA", default=DEFAULT_WORKSHOP)
@_serving
@click.option("--new", "fresh", is_flag=True, help="Avaa uusi istunto, vaikka aiempi on kesken.")
@click.option(
    "--minimum",
    type=click.IntRange(3, 10),
    default=sessions.MINIMUM,
    show_default=True,
    help="Näin monen vastaus tarvitaan, ennen kuin tulos näytetään.",
)
@click.option(
    "--language",
    type=click.Choice(["fi", "sv", "en"]),
    default="fi",
    show_default=True,
    help="Huoneen ensimmäinen kieli.",
)
def open_workshop(
    name: str,
    port: int | None = None,
    no_browser: bool = False,
    lan: bool = False,
    fresh: bool = False,
    as_json: bool = False,
    minimum: int = sessions.MINIMUM,
    language: Any = "fi",
) -> None:
    """Avaa työpajan istunto ja sen ohjaamo; kesken jäänyt istunto jatkuu."""
    host, chosen = _place(lan, port)
    try:
        workshop(name)
        db = Database()
        session = None if fresh else sessions.latest(db, name, within=CONTINUED)
        session = session or sessions.create(db, name, language=language, minimum=minimum)
    except UnknownContent:
        known = ", ".join(workshop_ids())
        _fail(_("There is no workshop {name}. There are: {known}").format(name=name, known=known))
    except ContentError as error:
        _fail(_("The content has mistakes:\n{mistakes}").format(mistakes=error.told(_)))
    except StorageError as error:
        _fail(storage_words(error, "fi"))
    _serve(db, session, host=host, port=chosen, lan=lan, browser=not no_browser, as_json=as_json)


@main.command()
def workshops() -> None:
    """Luettele työpajat."""
    for name in workshop_ids():
        try:
            found = workshop(name)
        except ContentError as error:
            _fail(_("The content has mistakes:\n{mistakes}").format(mistakes=error.told(_)))
        minutes = sum(step.minutes for step in found.steps)
        click.echo(f"{name}  {found.title.fi} ({minutes} min)")
        click.echo(f"    {found.aim.fi}")


@main.command()
def check() -> None:
    """Tarkista kysymykset ja työpajat, valmiit ja omat."""
    mistakes = list(check_content())
    if mistakes:
        _fail(
            _("The content has mistakes:\n{mistakes}").format(
                mistakes="\n".join(mistake.told(_) for mistake in mistakes)
            )
        )
    words = _("{instruments} instruments and {workshops} workshops are in order.")
    click.echo(words.format(instruments=len(instrument_ids()), workshops=len(workshop_ids())))


@main.command()
@click.argument("code", metavar="KOODI")
@click.argument("file", metavar="TIEDOSTO", type=click.Path(path_type=Path))
@click.option(
    "--language",
    type=click.Choice(["fi", "sv", "en"]),
    help="Tiedoston kieli (oletus huoneen kieli).",
)
def export(code: str, file: Path, language: Any = None) -> None:
    """Tee istunnosta tiedosto; pääte kertoo, millainen.

    \b
    .html     raportti, jonka voi tulostaa
    .kierros  kierrostiedosto: tulokset ja sovitut asiat talteen
    .xlsx     tulokset ja sovitut asiat Excelissä
    .csv      tulokset rivi riviltä
    .ics      sovitut päivät kalenteriin
    """
    from .report.files import MAKERS, NoDay, save  # here, for it draws: the others start fast

    maker = MAKERS.get(file.suffix.lower())
    if maker is None:
        known = ", ".join(MAKERS)
        _fail(_("{file} must end in one of: {known}").format(file=file, known=known))
    try:
        db = Database()
        session = sessions.find(db, clean_code(code) or "")
        content = maker.make(db, session.id, language)
    except UnknownSession:
        _fail(_("No workshop has the code {code}. Check the code.").format(code=code))
    except NoDay:
        _fail(_("No agreement has a day yet."))
    except UnknownContent as error:
        _fail(_("The file can't be made: {why}").format(why=error))
    except ContentError as error:
        _fail(_("The content has mistakes:\n{mistakes}").format(mistakes=error.told(_)))
    except StorageError as error:
        _fail(storage_words(error, "fi"))
    try:
        save(file, content)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        words = (
            _("The disk is full: {file} was not written. Free some space.")
            if full
            else _("The file {file} can't be written. Check the folder and its rights.")
        )
        _fail(words.format(file=file))
    click.echo(_("The file is ready: {file}").format(file=file))


@main.command("new")
@click.argument(
    "sort", metavar="[instrument|workshop]", type=click.Choice([sort.value for sort in Sort])
)
@click.argument("name", metavar="TUNNUS")
def new(sort: str, name: str) -> None:
    """Aloita oma kysymyspatteri (instrument) tai työpaja (workshop) valmiista pohjasta."""
    try:
        file = start(Sort(sort), name)
    except NameTaken:
        _fail(_("{name} is in use already. Choose another name.").format(name=name))
    except ValueError:
        _fail(
            _("{name} can't be a name: use small letters a–z, digits and dashes.").format(name=name)
        )
    except OSError as error:
        _fail(_("The file can't be written: {why}").format(why=error))
    click.echo(_("Write into this file, then check it with verkostotyokalut check:"))
    click.echo(str(file))


@main.command()
@click.argument("join_url", metavar="OSOITE")
@click.option("--participants", type=click.IntRange(1, 5000), default=30, show_default=True)
@click.option("--seconds", type=click.FloatRange(1, 86_400), default=60, show_default=True)
@click.option(
    "--pace",
    type=click.FloatRange(0.05, 60),
    default=4,
    show_default=True,
    help="Sekunteja kunkin osallistujan kahden vastauksen välillä.",
)
@click.option("--seed", type=int, help="Samat vastaukset joka kerta.")
def simulate(
    join_url: str, participants: int, seconds: float, pace: float, seed: int | None
) -> None:
    """Harjoitusosallistujia: liittyvät osoitteeseen ja vastaavat kuin ihmiset."""
    from .simulate import CannotJoin, rehearse

    try:
        told = asyncio.run(
            rehearse(join_url, participants=participants, seconds=seconds, pace=pace, seed=seed)
        )
    except CannotJoin as error:
        _fail(_("Nobody could join at {address}: {why}").format(address=join_url, why=error))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    words = _("{joined} joined, {sent} answers sent, {saved} saved, {rejected} not accepted")
    click.echo(words.format(**told.counts()))


def _serve(
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


def _place(lan: bool, port: int | None) -> tuple[str, int]:
    """Return the host and the port to serve at."""
    host = _lan_address() if lan else "localhost"
    if port is not None and _taken(port):
        _fail(_("The port {port} is taken. Choose another with --port.").format(port=port))
    return host, port or _free_port()


def _lan_address() -> str:
    """Return the address by which other devices of the local network reach this computer."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: it only asks which way it would go
            address = str(probe.getsockname()[0])
        except OSError:
            address = "127.0.0.1"
    if ipaddress.ip_address(address).is_loopback:
        _fail(_("This computer is in no network. Connect it to the Wi-Fi, or open a hotspot."))
    return address


def _taken(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    """Return Jupyter's usual port, or the first free one after it."""
    return next(port for port in range(8888, 9888) if not _taken(port))


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(1)


__all__ = ["main"]
