"""Prose: computed sentences and tables as notebooks show them, with every word of a source escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from .printing import one_line, printable

_PLAIN = 'class="tex2jax_ignore mathjax_ignore"'  # a "$" in a source is a dollar sign, never mathematics


_LONG = 60


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
        return printable(self.table.head(self.rows).to_string(index=False))

    def _repr_html_(self) -> str:
        shown = self.table.head(self.rows)
        numbers = [pd.api.types.is_numeric_dtype(shown[column]) for column in shown]
        head = "".join(_cell("th", str(name), number) for name, number in zip(shown, numbers, strict=True))
        body = "".join(f"<tr>{_row(row, numbers)}</tr>" for row in shown.itertuples(index=False, name=None))
        left = len(self.table) - self.rows
        more = f"<p>and {left} more rows, in the csv beside the figure</p>" if left > 0 else ""
        table = f'<table style="table-layout:auto"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        return f"<div {_PLAIN}>{table}{more}</div>"


def _row(row: tuple, numbers: list[bool]) -> str:
    return "".join(_cell("td", _written(value), number) for value, number in zip(row, numbers, strict=True))


def _written(value: str | float | bool | None) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.2f}"
    return "" if value is None else str(value)


def _cell(tag: str, text: str, number: bool) -> str:
    side = "right" if number else "left"
    room = "min-width:20em;" if len(text) > _LONG else ""
    style = f"{room}text-align:{side};vertical-align:top;white-space:normal;max-width:32em"
    return f'<{tag} style="{style}">{escape(printable(text))}</{tag}>'


def say(*parts: str | Sequence[str]) -> Lines:
    """Give sentences, or lists of them, as one list to read."""
    return Lines(tuple(one_line(line) for part in parts for line in ([part] if isinstance(part, str) else part)))


def show_table(table: pd.DataFrame, columns: Sequence[str], *, rows: int = 12) -> Table:
    """Give some columns of a table, shown under plain names, the first rows of it."""
    shown = table[list(columns)].rename(columns=lambda name: name.replace("_", " ").replace("per 1000", "per 1,000"))
    return Table(shown, rows)
