"""Pictures: pure functions from analysis tables to plotly figures, and the same in words."""

from .drawing import figure_json
from .items import items, items_spec
from .kinds import (
    Drawer,
    Picture,
    comparison_lines,
    comparison_name,
    comparison_pictures,
    pictures,
    views,
)
from .profile import profile, profile_spec
from .terms import hidden_text, number
from .theme import COLOURS, TEMPLATE, Size
from .twin import Twin, items_twin, profile_twin

__all__ = [
    "COLOURS",
    "TEMPLATE",
    "Drawer",
    "Picture",
    "Size",
    "Twin",
    "comparison_lines",
    "comparison_name",
    "comparison_pictures",
    "figure_json",
    "hidden_text",
    "items",
    "items_spec",
    "items_twin",
    "number",
    "pictures",
    "profile",
    "profile_spec",
    "profile_twin",
    "views",
]
