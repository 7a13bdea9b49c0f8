"""12 sliders and a radar of everybody's medians in Panel: a page watches what all share."""

import statistics
import uuid

import panel as pn
import param
import plotly.graph_objects as go

SLIDERS = range(12)


class Everybody(param.Parameterized):
    """What all sessions share."""

    answers = param.Dict({})


def page():
    # Locals: a session's globals are gone before it is told that it ends.
    everybody = pn.state.as_cached("everybody", Everybody)
    me = uuid.uuid4().hex
    sliders = [
        pn.widgets.IntSlider(name=f"Slider {n + 1}", start=1, end=5, value=3) for n in SLIDERS
    ]
    medians, radar = pn.pane.Markdown(), pn.pane.Plotly()
    around = [slider.name for slider in sliders]

    def keep(*_events):
        everybody.answers = {**everybody.answers, me: [slider.value for slider in sliders]}

    def show(*_events):
        found = [statistics.median(one) for one in zip(*everybody.answers.values(), strict=True)]
        medians.object = "\n\n".join(f"Median {n}: {one}" for n, one in enumerate(found, start=1))
        radar.object = go.Figure(go.Scatterpolar(r=found, theta=around, fill="toself"))

    for slider in sliders:
        slider.param.watch(keep, "value")
    watcher = everybody.param.watch(show, "answers")
    pn.state.on_session_destroyed(lambda _session: everybody.param.unwatch(watcher))
    keep()
    return pn.Column(*sliders, medians, radar)


pn.extension("plotly")
page().servable()
