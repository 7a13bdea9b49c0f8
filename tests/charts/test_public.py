"""The package's public names."""

from verkostotyokalut import charts

NAMES = {
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
}


def test_public_names_are_these_and_exist() -> None:
    assert set(charts.__all__) == NAMES
    assert all(hasattr(charts, name) for name in NAMES)
