"""The command ``simulate``: rehearsal participants at a join address."""

from __future__ import annotations

import asyncio

import click

from .saying import _, fail


@click.command("simulate")
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
def simulate_people(
    join_url: str, participants: int, seconds: float, pace: float, seed: int | None
) -> None:
    """Harjoitusosallistujia: liittyvät osoitteeseen ja vastaavat kuin ihmiset."""
    from ..simulate import CannotJoin, rehearse

    try:
        told = asyncio.run(
            rehearse(join_url, participants=participants, seconds=seconds, pace=pace, seed=seed)
        )
    except CannotJoin as error:
        fail(_("Nobody could join at {address}: {why}").format(address=join_url, why=error))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    words = _("{joined} joined, {sent} answers sent, {saved} saved, {rejected} not accepted")
    click.echo(words.format(**told.counts()))
