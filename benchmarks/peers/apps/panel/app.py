"""12 sliders and everybody's medians in Panel: each session's page watches what all share."""

import statistics
import uuid

import panel as pn
import param

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
    medians = pn.pane.Markdown()

    def keep(*_events):
        everybody.answers = {**everybody.answers, me: [slider.value for slider in sliders]}

    def show(*_events):
        columns = enumerate(zip(*everybody.answers.values(), strict=True), start=1)
        medians.object = "\n\n".join(f"Median {n}: {statistics.median(one)}" for n, one in columns)

    for slider in sliders:
        slider.param.watch(keep, "value")
    watcher = everybody.param.watch(show, "answers")
    pn.state.on_session_destroyed(lambda _session: everybody.param.unwatch(watcher))
    keep()
    return pn.Column(*sliders, medians)


pn.extension()
page().servable()
