"""The same small app in other tools beside ours: ``python -m benchmarks peers``.

12 sliders and everybody's median of each, live, as numbers and as a picture: in stock Voilà,
Solara, Panel, Streamlit and Dash by what each of them offers for it (``apps/``), on every page a
radar; in ours the participants' page while results are shown, with a mark on each slider, and the
projector's page with the room's picture.
Each tool gets an environment of its own, made when it is first needed, in the user's cache.

What is measured, in rooms of 7 and of 50 people, the tools taking turns within one run:

usable slider
    From the start of the navigation until the first slider moves by a key. People come one after
    another and stay; each is a browser context of its own, with nothing cached.
bytes
    What somebody's first visit receives, as it travels.
memory
    What the server and its kernels grow by for each of the people (proportional set size).
slider → other page
    From a key on one page to the new number on the page of another participant.

A number changes elsewhere when the median does. In ours nobody's change is shown alone: a picture
moves on when as many people as the disclosure limit (three here, the least there is) have changed
their answer. So three people move in every tool, the last of them tips the median, and the time
is from that last key. In ours the number comes by the store and a leader's kernel, which decides
what may be seen; the projector's page, which runs that kernel, is open all the time, and the time
to its picture is told beside the other. The others keep the answers in memory (Voilà in a file
that its kernels share) and show everything.

How their pages hear of others: Panel by a watcher on a shared object, Solara by a task that waits
for a condition, Voilà by looking at the file 20 times a second, Streamlit, which has nothing of
the kind, by a fragment that runs once a second (four times a second, six pages were too many for
a machine of two processors), Dash by asking four times a second.

Last in the table, told and not compared, are three that are not stock or are less than the app.
Dash can be put on another server (FastAPI) with its callbacks on a websocket: it is told how that
does, and how without the radar, a page of numbers alone. A bare websocket is the least that a
page and a server on Tornado can do, with nothing kept, nothing hidden and nothing to look at: it
tells how much of the others' figures is the browsers' and the machine's.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..browser import chromium
from ..report import Figure
from . import room
from .table import Rooms, figures, side_by_side
from .tools import ASIDE, OURS, PEERS

__all__ = ["measure", "side_by_side"]

SIZES = (7, 50)


async def measure(sizes: Sequence[int] = SIZES, rounds: int = 1) -> list[Figure]:
    """Measure all tools side by side, in ``rounds`` rooms of each of ``sizes``.

    What is found of a room is told at once: all of them together take an hour or more.
    """
    tools = (OURS, *PEERS, *ASIDE)
    rooms: Rooms = {(tool.name, people): [] for people in sizes for tool in tools}
    for people in sizes:
        for _ in range(rounds):
            for tool in tools:
                async with chromium() as browser:
                    seen = await room.measure(browser, tool, people)
                print(f"{tool.name}, {people} people: {seen.words}", file=sys.stderr)
                rooms[tool.name, people].append(seen)
    return figures(rooms, OURS.name, [tool.name for tool in ASIDE])
