"""A drawing as an SVG picture that stands by itself: made without a browser, drawn as plotly does.

The text is placed as plotly.js places the text of a scatter trace (`textPointPosition` and
`svgTextUtils` of plotly.js 3): lines 1.3 em apart, the block of lines centred on its point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from .drawing import Spec, outlined
from .theme import FONT

_LINE = 1.3  # from a line to the next, in em
_BASELINE = 0.75  # from the middle of a line's upper half to its baseline, in em
_ANCHORS = {"middle right": "start", "middle center": "middle", "middle left": "end"}
_STYLES = {"b": ' font-weight="bold"', "i": ' font-style="italic"'}
_TAGS = re.compile(r"(<br>|</?[bi]>)")
_COMMAND = re.compile(r"([A-Z])([^A-Z]*)")
_VALUE = re.compile(r"-?[\d.]+")
# Not in XML at all; and what would turn the direction of the words after it.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
# Lengths of dashes and gaps, in line widths of at least three pixels.
_DASHES = {
    "dot": (1, 1),
    "dash": (3, 3),
    "longdash": (5, 5),
    "dashdot": (3, 1, 1, 1),
    "longdashdot": (5, 2, 1, 2),
}


def svg(spec: Spec, title: str, description: str, *, trim: bool = False) -> str:
    """Return a drawing as SVG.

    Parameters
    ----------
    spec
        A figure specification as `verkostotyokalut.charts.drawing.drawing` makes them.
    title
        What the picture is called.
    description
        What it shows, for those who don't see it.
    trim
        Whether empty space is left out above and below the drawing.

    Returns
    -------
    str
        One ``<svg>`` element in its design size, with nothing outside of it needed. It is XML as
        well as HTML, so it can be a file of its own or a part of a page.
    """
    whole = outlined(spec)
    box = whole["layout"]["meta"]
    top, bottom = _extent(whole) if trim else (0.0, box["height"])
    width, height = _number(box["width"]), _number(bottom - top)
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" role="img"',
        f' viewBox="0 {_number(top)} {width} {height}" width="{width}" height="{height}"',
        f' font-family="{escape(FONT)}"',
        ' xml:space="preserve" style="white-space:pre">',  # for XML's readers, and for browsers
        f"<title>{_text(title)}</title>",
        f"<desc>{_text(description)}</desc>" if description else "",
        *(_path(shape) for shape in whole["layout"]["shapes"]),
        *(line for trace in whole["data"] for line in _texts(trace)),
        "</svg>",
    ]
    return "".join(parts)


def clean(words: str) -> str:
    """Return words without characters that XML can't hold or that would turn others around."""
    return _UNWANTED.sub("", words)


def _text(words: str) -> str:
    return escape(clean(words), quote=False)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _extent(spec: Spec) -> tuple[float, float]:
    """Return the top and the bottom of what is drawn, inside the box."""
    trace, shapes = spec["data"][0], spec["layout"]["shapes"]
    ys = [
        y + side * size * (_LINE * text.count("<br>") + 1.2) / 2
        for y, text, size in zip(trace["y"], trace["text"], trace["textfont"]["size"], strict=True)
        for side in (-1, 1)
    ]
    for shape in shapes:
        found = _heights(shape["path"])
        ys += [min(found) - shape["line"]["width"], max(found) + shape["line"]["width"]]
    height = spec["layout"]["meta"]["height"]
    return (max(0.0, min(ys)), min(height, max(ys))) if ys else (0.0, height)


def _heights(outline: str) -> list[float]:
    """Return every y in an outline of absolute coordinates, those of curves' handles as well."""
    found: list[float] = []
    for command, numbers in _COMMAND.findall(outline):
        values = [float(value) for value in _VALUE.findall(numbers)]
        found += [] if command == "H" else values if command == "V" else values[1::2]
    return found


def _path(shape: dict[str, Any]) -> str:
    line = shape["line"]
    stroke = ""
    if line["width"]:
        stroke = f' stroke-width="{_number(line["width"])}"' + _paint("stroke", line["color"])
        stroke += _dashes(line["dash"], line["width"])
    opacity = "" if shape["opacity"] == 1 else f' opacity="{_number(shape["opacity"])}"'
    return (
        f'<path d="{escape(shape["path"])}" fill-rule="evenodd"'
        f"{_paint('fill', shape['fillcolor'])}{stroke}{opacity}/>"
    )


def _paint(name: str, colour: str) -> str:
    """Write a colour; one that is clear in every case is no colour."""
    return f' {name}="{"none" if colour == "rgba(0,0,0,0)" else escape(colour)}"'


def _dashes(dash: str, width: float) -> str:
    if dash == "solid":
        return ""
    unit = max(width, 3)
    named = " ".join(_number(length * unit) for length in _DASHES.get(dash, ()))
    return f' stroke-dasharray="{named or escape(dash)}"'


def _texts(trace: dict[str, Any]) -> Iterator[str]:
    font = trace["textfont"]
    for x, y, text, position, size, colour in zip(
        trace["x"],
        trace["y"],
        trace["text"],
        trace["textposition"],
        font["size"],
        font["color"],
        strict=True,
    ):
        lines = _lines(text)
        heights = _LINE * (len(lines) - 1) + 1
        first = y + size * (_BASELINE - heights / 2)
        rows = "".join(
            f'<tspan x="{_number(x)}" y="{_number(first + _LINE * size * row)}">{line}</tspan>'
            for row, line in enumerate(lines)
        )
        yield (
            f'<text font-size="{_number(size)}" text-anchor="{_ANCHORS[position]}"'
            f"{_paint('fill', colour)}>{rows}</text>"
        )


def _lines(text: str) -> list[str]:
    """Break plotly's markup into lines of SVG; a style goes on over the end of a line."""
    lines, styles = [""], dict.fromkeys(_STYLES, False)
    for piece in _TAGS.split(text):
        name = piece.strip("</>")
        if piece == "<br>":
            lines.append("")
        elif _TAGS.fullmatch(piece):
            styles[name] = not piece.startswith("</")
        elif piece:
            words = _text(unescape(piece))
            style = "".join(_STYLES[name] for name, on in styles.items() if on)
            lines[-1] += f"<tspan{style}>{words}</tspan>" if style else words
    return lines
