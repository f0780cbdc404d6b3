"""Prose: computed sentences and tables as notebooks show them, with every word of a source escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

_PLAIN = 'class="tex2jax_ignore mathjax_ignore"'  # a "$" in a source is a dollar sign, never mathematics


@dataclass(frozen=True)
class Lines:
    """Sentences to read: a list in a notebook, lines in a terminal."""

    lines: tuple[str, ...]

    def __repr__(self) -> str:
        return "\n".join(self.lines)

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{escape(line)}</li>" for line in self.lines)
        return f"<ul {_PLAIN}>{items}</ul>"


@dataclass(frozen=True)
class Table:
    """A table to read: its first rows, and how many more there are."""

    table: pd.DataFrame
    rows: int

    def __repr__(self) -> str:
        return self.table.head(self.rows).to_string(index=False)

    def _repr_html_(self) -> str:
        shown = self.table.head(self.rows).to_html(
            index=False, border=0, escape=True, na_rep="", float_format="{:.2f}".format
        )
        left = len(self.table) - self.rows
        more = f"<p>and {left} more rows, in the csv beside the figure</p>" if left > 0 else ""
        return f"<div {_PLAIN}>{shown}{more}</div>"


def say(*parts: str | Sequence[str]) -> Lines:
    """Give sentences, or lists of them, as one list to read."""
    return Lines(tuple(line for part in parts for line in ([part] if isinstance(part, str) else part)))


def show_table(table: pd.DataFrame, columns: Sequence[str], *, rows: int = 12) -> Table:
    """Give some columns of a table, shown under plain names, the first rows of it."""
    shown = table[list(columns)].rename(columns=lambda name: name.replace("_", " ").replace("per 1000", "per 1,000"))
    return Table(shown, rows)
