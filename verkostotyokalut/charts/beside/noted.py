"""A text below a picture: what a reader of the projector must know besides what is drawn."""

from __future__ import annotations

from ..drawing import Spec
from ..theme import INK
from ..words import lines, markup

_FONT = 20  # pixels of the projector's type
_LEADING = 1.3


def written_below(spec: Spec, words: str) -> Spec:
    """Return a drawing, made higher, with a text below it."""
    layout, trace = spec["layout"], spec["data"][0]
    meta = layout["meta"]
    told = lines(words, meta["width"], _FONT)
    height = meta["height"] + round((len(told) + 0.5) * _LEADING * _FONT)
    y = height - len(told) / 2 * _LEADING * _FONT
    more = {"x": 0, "y": y, "text": markup(told), "textposition": "middle right"}
    font = trace["textfont"]
    trace = {
        **trace,
        **{name: [*trace[name], value] for name, value in more.items()},
        "textfont": {"size": [*font["size"], _FONT], "color": [*font["color"], INK]},
    }
    layout = {
        **layout,
        "meta": {**meta, "height": height},
        "yaxis": {**layout["yaxis"], "range": [height, 0]},
    }
    return {**spec, "data": [trace, *spec["data"][1:]], "layout": layout}
