"""Comparisons to draw, computed of made-up answers by what computes them for a room."""

import random
from collections.abc import Sequence
from typing import Any

from verkostotyokalut.analysis import (
    Comparison,
    Of,
    Part,
    by_group,
    group_change,
    numbers,
    paired_change,
)
from verkostotyokalut.framework import Instrument

LABELS = ["Kunnat", "Järjestöt", "Yritykset", "Oppilaitokset", "Hyvinvointialue", "Valtio"]


def answers(asked: Instrument, people: int, seed: int) -> list[tuple[str, str, Any]]:
    """Let people answer everything that is asked, the same each time."""
    chance = random.Random(seed)
    return [
        (f"p{who}", item, asked.question.imagine(chance, chance.random(), item))
        for who in range(people)
        for item in asked.item_ids
    ]


def groups(asked: Instrument, *sizes: int, labels: Sequence[str] = ()) -> Comparison:
    """Compare groups of so many people each."""
    names = [*labels, *LABELS, *(f"Ryhmä {n}" for n in range(len(LABELS) + 1, 21))]
    offered = [(f"g{place}", names[place]) for place in range(len(sizes))]
    members = [f"g{place}" for place, size in enumerate(sizes) for _ in range(size)]
    said = answers(asked, len(members), 5)
    people = {f"p{who}": name for who, name in enumerate(members)}
    return by_group(said, asked, 5, offered, people)


def rounds(asked: Instrument, *sizes: int, of: Of = Of.ROUNDS) -> Comparison:
    """Compare rounds, or sessions, of so many people each; the first people are in all of them."""
    kind, parts, given = numbers(asked), [], []
    for place, size in enumerate(sizes, start=1):
        collected = kind.collect(asked)
        collected.update(answers(asked, size, place))
        results = kind.results(collected, asked, 5)
        known = results if results.n else None
        parts.append(Part(str(place), f"Kierros {place}", results.n, known))
        given.append(collected)
    change = None
    if asked.question.kind == "scale" and of is Of.ROUNDS:
        change = paired_change(given[0].table, given[-1].table, asked, 5)
    elif asked.question.kind == "scale" and parts[0].results and parts[-1].results:
        change = group_change(parts[0].results, parts[-1].results, asked)
    return Comparison(of, tuple(parts), change)


def said(asked: Instrument, *rooms: list[list[int]], of: Of = Of.GROUPS) -> Comparison:
    """Compare parts in which the first items are answered so: for each part a list by item."""
    parts, tables = [], []
    for place, columns in enumerate(rooms):
        collected: Any = numbers(asked).collect(asked)
        for item, values in zip(asked.item_ids, columns, strict=False):
            collected.update((f"p{who}", item, value) for who, value in enumerate(values))
        results = numbers(asked).results(collected, asked, 5)
        known = results if results.n else None
        parts.append(Part(f"g{place}", LABELS[place], results.n, known))
        tables.append(collected.table)
    change = paired_change(tables[0], tables[-1], asked, 5) if of is Of.ROUNDS else None
    return Comparison(of, tuple(parts), change)
