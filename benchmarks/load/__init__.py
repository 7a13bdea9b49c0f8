"""How many people the servers carry: thousands of phones whose sliders move every second."""

from .command import main

__all__ = ["main"]
