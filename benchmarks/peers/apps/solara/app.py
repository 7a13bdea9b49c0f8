"""12 sliders and a radar of everybody's medians in Solara: a page's task waits for answers."""

import statistics
import threading
import uuid

import plotly.graph_objects as go
import solara
import solara.lab

SLIDERS = range(12)

answers = {}
changed = threading.Condition()


def keep(me, mine):
    with changed:
        answers[me] = mine
        changed.notify_all()


@solara.component
def Page():  # noqa: N802 - the name that Solara looks for
    me = solara.use_memo(lambda: uuid.uuid4().hex, [])
    mine = solara.use_reactive([3 for _ in SLIDERS])
    medians = solara.use_reactive([])

    def listen():
        while True:
            with changed:
                found = [
                    statistics.median(column) for column in zip(*answers.values(), strict=True)
                ]
                if found == medians.value:
                    changed.wait()
                    continue
            medians.value = found

    def choose(n, value):
        mine.value = [value if n == other else old for other, old in enumerate(mine.value)]
        keep(me, mine.value)

    solara.use_memo(lambda: keep(me, mine.value), [])
    solara.lab.use_task(listen, dependencies=[])
    for n in SLIDERS:
        solara.SliderInt(
            f"Slider {n + 1}",
            value=mine.value[n],
            min=1,
            max=5,
            on_value=lambda value, n=n: choose(n, value),
        )
    words = [f"Median {n}: {median}" for n, median in enumerate(medians.value, start=1)]
    solara.Text("\n".join(words), style="white-space: pre")
    around = [f"Slider {n + 1}" for n in SLIDERS]
    picture = go.Scatterpolar(r=medians.value, theta=around, fill="toself")
    solara.FigurePlotly(go.Figure(picture))
