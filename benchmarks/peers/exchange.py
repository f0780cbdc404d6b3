"""What the peers share, in the standard library alone: articles are read, counts by outlet are written."""

import csv
from collections.abc import Iterable
from pathlib import Path

# What a word is for a peer that can be told: letters and digits, with inner hyphens and apostrophes.
WORD = r"[^\W_]+(?:[-'’][^\W_]+)*"


def read_articles(folder: Path) -> tuple[list[str], list[str]]:
    """Read a folder of outlets' folders; give the outlet of each article and its text, in the order of the paths."""
    paths = sorted(folder.glob("*/*.txt"))
    return [path.parent.name for path in paths], [path.read_text(encoding="utf-8") for path in paths]


def write_counts(path: Path, outlets: Iterable[str], rows: Iterable[tuple[str, int, int, float | None]]) -> None:
    """Write one row a word: its count in the first and the second outlet, and its score where there is one."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["word", *outlets, "log_likelihood"])
        writer.writerows(rows)
