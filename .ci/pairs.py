"""Says which notebooks and the .py scripts beside them don't agree, cell by cell."""

import sys
from pathlib import Path

import jupytext


def cells(file: Path) -> list[tuple[str, str, list[str]]]:
    """Return the kind, source and tags of each cell."""
    fmt = "ipynb" if file.suffix == ".ipynb" else "py:percent"
    notebook = jupytext.read(file, fmt=fmt)
    return [
        (cell.cell_type, cell.source.strip(), sorted(cell.metadata.get("tags", [])))
        for cell in notebook.cells
    ]


def fault(notebook: Path) -> str | None:
    """Return how a notebook's pair is wrong, or None if it is right."""
    script = notebook.with_suffix(".py")
    if not script.exists():
        return f"{notebook}: there is no {script}"
    ours, theirs = cells(notebook), cells(script)
    if ours == theirs:
        return None
    same = [mine == yours for mine, yours in zip(ours, theirs, strict=False)]
    first = same.index(False) if False in same else len(same)
    return f"{notebook} and {script.name} differ from cell {first + 1} on: jupytext --sync {script}"


faults = [found for name in sys.argv[1:] if (found := fault(Path(name)))]
sys.exit("\n".join(faults) or 0)
