"""The command ``binder-link``: the address and the badge that open the tools on Binder."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

import click

from ..framework import ContentError, UnknownContent, workshop, workshop_ids
from .saying import _, fail, fail_of_content

BINDER = "https://mybinder.org"
CONSOLE = "voila/render/notebooks/ohjaamo.ipynb"
_REPOSITORY = re.compile(
    r"(?:https://github\.com/)?([A-Za-z0-9-]+)/([\w.-]+?)(?:\.git)?/?", re.ASCII
)


def binder_link(repository: str, ref: str = "HEAD", workshop_id: str | None = None) -> str:
    """Return the address that builds a repository on Binder and opens its console.

    Parameters
    ----------
    repository
        ``OWNER/REPO`` on GitHub.
    ref
        A tag, a branch or a commit.
    workshop_id
        Starts this workshop; without it the leader chooses in the lobby.
    """
    console = f"{CONSOLE}?{urlencode({'workshop': workshop_id})}" if workshop_id else CONSOLE
    # Binder opens what ``urlpath`` names under the server that it has started.
    return f"{BINDER}/v2/gh/{repository}/{quote(ref)}?{urlencode({'urlpath': console})}"


def _repository(_context: click.Context, _parameter: click.Parameter, given: str) -> str:
    """Return ``OWNER/REPO``, which may also be given as the repository's address."""
    found = _REPOSITORY.fullmatch(given)
    if found is None:
        words = _("{given} is no repository on GitHub: write OWNER/REPO.")
        raise click.BadParameter(words.format(given=given))
    return "/".join(found.groups())


@click.command("binder-link")
@click.argument("repository", metavar="OMISTAJA/VARASTO", callback=_repository)
@click.option(
    "--ref", default="HEAD", show_default=True, help="Julkaisun tunniste (tag) tai haara."
)
@click.option("--workshop", "workshop_id", metavar="TYÖPAJA", help="Avaa suoraan tämän työpajan.")
def print_binder_link(repository: str, ref: str, workshop_id: str | None) -> None:
    """Tulosta linkki ja merkki, josta ohjaamo avautuu Binderissä ilman asennusta."""
    try:
        if workshop_id is not None:
            workshop(workshop_id)
    except UnknownContent:
        known = ", ".join(workshop_ids())
        words = _("There is no workshop {name}. There are: {known}")
        fail(words.format(name=workshop_id, known=known))
    except ContentError as error:
        fail_of_content(error)
    link = binder_link(repository, ref, workshop_id)
    click.echo(link)
    click.echo(f"[![Binder]({BINDER}/badge_logo.svg)]({link})")
