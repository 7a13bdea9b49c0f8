"""A drawing in CSS pixels, of a few path shapes and one text trace: quick for plotly to redraw.

x grows to the right and y downwards, from the top left corner of the figure's box. In a container
of another size the drawing keeps its proportions and its text keeps its size.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..framework import Shape
from .paths import stack
from .theme import INK, TEMPLATE, Box

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

Spec = dict[str, Any]
Anchor = Literal["left", "center", "right"]

# plotly names where the text stands from the point; an anchor is where the point is in the text
_POSITIONS = {"left": "middle right", "center": "middle center", "right": "middle left"}


class Label(NamedTuple):
    """Text (plotly's few tags allowed) whose middle, or its end, is at a point."""

    x: float
    y: float
    text: str
    size: float
    colour: str = INK
    anchor: Anchor = "left"


class Place(NamedTuple):
    """A part of a picture that can be pressed, as a box with its left top corner at (x, y).

    ``open`` says whether what the place opens is open; None where it opens nothing on the page.
    """

    id: str
    label: str
    x: float
    y: float
    width: float
    height: float
    open: bool | None = None


class Dots(NamedTuple):
    """Blocks of dots: what `paths.stack` outlines, said in a few numbers.

    A room of 300 is 3,600 dots, 160 kB as outlines. A live page gets these numbers instead, a
    fiftieth of that, and outlines them itself (``frontend/leader/dots.js``).
    """

    shape: Shape
    columns: int
    pitch: float
    size: float
    cells: tuple[tuple[float, float, int], ...]  # x and y of a block's middle, how many dots

    @property
    def outline(self) -> str:
        """The dots as one path."""
        stacks = [
            stack(self.shape, x, y, count, self.columns, self.pitch, self.size)
            for x, y, count in self.cells
        ]
        return "".join(stacks) + "Z" if stacks else ""


def path(
    d: str | Dots,
    *,
    fill: str | None = None,
    opacity: float = 1.0,
    line: str | None = None,
    width: float = 0,
    dash: str = "solid",
) -> Spec:
    """Return a path as a layout shape, under the text."""
    outline: Spec = (
        {"path": "", "dots": [d.shape, d.columns, d.pitch, d.size, d.cells] if d.cells else None}
        if isinstance(d, Dots)
        else {"path": d}
    )
    return {
        "type": "path",
        "layer": "below",
        **outline,
        "fillcolor": fill or "rgba(0,0,0,0)",
        "opacity": opacity,
        "line": {"color": line or "rgba(0,0,0,0)", "width": width, "dash": dash},
    }


def drawing(
    box: Box, shapes: Sequence[Spec], labels: Sequence[Label], places: Sequence[Place] = ()
) -> Spec:
    """Put shapes (the first at the bottom), labels and places into a figure of plain JSON data."""
    # An empty text makes plotly lose others when it redraws.
    labels = [label for label in labels if label.text]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "text",
                "hoverinfo": "skip",
                "cliponaxis": False,
                "x": [label.x for label in labels],
                "y": [label.y for label in labels],
                "text": [label.text for label in labels],
                "textposition": [_POSITIONS[label.anchor] for label in labels],
                "textfont": {
                    "size": [label.size for label in labels],
                    "color": [label.colour for label in labels],
                },
            }
        ],
        "layout": {
            "template": TEMPLATE,
            "autosize": True,
            "uirevision": "still",
            "meta": {
                "width": box.width,
                "height": box.height,
                **({"places": [place._asdict() for place in places]} if places else {}),
            },
            "xaxis": {"range": [0, box.width], "constrain": "domain"},
            "yaxis": {"range": [box.height, 0], "constrain": "domain", "scaleanchor": "x"},
            "shapes": [shape for shape in shapes if shape["path"] or shape.get("dots")],
        },
    }


def outlined(spec: Spec) -> Spec:
    """Return a figure specification with its dots outlined, as plotly takes it."""
    shapes = []
    for shape in spec["layout"]["shapes"]:
        plain = {name: value for name, value in shape.items() if name != "dots"}
        dots = shape.get("dots")
        shapes.append(plain if dots is None else {**plain, "path": Dots(*dots).outline})
    return {**spec, "layout": {**spec["layout"], "shapes": shapes}}


def figure_json(spec: Spec) -> str:
    """Return a figure specification as compact JSON, its dots as numbers; see `outlined`."""
    return json.dumps(spec, separators=(",", ":"), allow_nan=False)


def figure(spec: Spec) -> Figure:
    """Return a figure specification as a plotly figure."""
    # here, because a live page that sends JSON needs no plotly in the kernel, and it loads slowly
    import plotly.graph_objects as go

    whole = outlined(spec)
    return go.Figure({**whole, "layout": {**whole["layout"], "template": _template()}})


@cache
def _template() -> Any:
    import plotly.graph_objects as go

    return go.layout.Template(TEMPLATE)
