"""The question kinds: a module for each, found by its name."""
