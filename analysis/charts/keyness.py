"""What separates the outlets' words: Log Ratio with its interval against frequency."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .key_terms import SIGNIFICANT, Sides, plot_keyness
from .labels import shorten, text_width
from .outlets import (
    ONE_ARTICLE,
    count,
    is_descriptive,
    one_article_line,
    outlets_key,
    several_articles,
    shown_names,
    too_few_line,
)
from .page import EDGE, NOTE, WIDTH, Head, Type, in_style, open_page, write
from .palette import INK, Mark, draw_marks, outlet_mark

_AXIS = 34.0
_MANY = 6
_REST = Mark("s", "#6b7280")


@in_style
def draw_keyness(table: pd.DataFrame, *, outlets: pd.DataFrame) -> Figure:
    """Draw what separates the outlets' words: two outlets against each other, more each against the rest.

    ``table`` is the keyness table. Below 5 articles an outlet no p is drawn and the figure says so: what differs
    between two articles is naming and translation style before it is anything else. A term of one article among
    several is marked as such.
    """
    # With q of larger outlets beside smaller ones that have none, a filled mark would mean two things.
    told = table.assign(q=np.nan) if is_descriptive(outlets) else table
    comparisons = _comparisons(_marked(told) if several_articles(outlets) else told, outlets)
    wide = 1 if len(comparisons) < 2 else 2
    tall, labelled = _size(len(comparisons), few=is_descriptive(outlets))
    page = open_page(_head(table, outlets), body=(tall + 46) * -(-len(comparisons) // wide))
    width = (WIDTH - EDGE - wide * _AXIS) / wide
    for number, (title, block, sides) in enumerate(comparisons):
        left = _AXIS + (number % wide) * (width + _AXIS)
        top = page.top + (tall + 46) * (number // wide)
        _draw_sides(page.sheet, title, sides, left=left, top=top, width=width)
        axes = page.panel(left, top + 14, width, tall)
        plot_keyness(block, sides=sides, labelled=labelled, ax=axes)
        write(page.sheet, (left + width / 2, top + tall + 36), "Log Ratio", type=NOTE, align="center")
        middle = (left - _AXIS + 8, top + 14 + tall / 2)
        write(page.sheet, middle, "occurrences, both sides", type=NOTE, align="center", rotation=90)
        if block.empty:
            write(page.sheet, (left + 6, top + 30), "No word to compare.", type=NOTE)
    return page.figure


def _size(comparisons: int, *, few: bool) -> tuple[float, int]:
    """Height of a comparison and labels a side: small where texts are too few to bear more."""
    if comparisons < 2:
        return (165.0, 8) if few else (250.0, 14)
    return (150.0, 6) if comparisons <= _MANY else (80.0, 4)


def _marked(table: pd.DataFrame) -> pd.DataFrame:
    """Put the sign of one article behind the terms that both sides together have in one alone."""
    alone = table["articles"] + table["reference_articles"] == 1
    return table.assign(term=table["term"].where(~alone, table["term"].astype(str) + ONE_ARTICLE))


def _comparisons(table: pd.DataFrame, outlets: pd.DataFrame) -> list[tuple[tuple[str, str], pd.DataFrame, Sides]]:
    names = shown_names(outlets)
    order = list(names)
    if len(order) == 2:
        first, second = (1, 0) if (table["outlet"] == order[1]).any() else (0, 1)
        block = table[(table["outlet"] == order[first]) & (table["reference"] == order[second])]
        shown = (f"more in {names[order[first]]}", f"more in {names[order[second]]}")
        return [(shown, block, Sides(outlet_mark(first), outlet_mark(second)))]
    return [
        ((names[outlet], "the rest"), _against_rest(table, outlet, order), Sides(outlet_mark(place), _REST))
        for place, outlet in enumerate(order)
    ]


def _against_rest(table: pd.DataFrame, outlet: str, outlets: list[str]) -> pd.DataFrame:
    return table[(table["outlet"] == outlet) & ~table["reference"].isin(outlets)]


def _draw_sides(sheet: Axes, names: tuple[str, str], sides: Sides, *, left: float, top: float, width: float) -> None:
    """Write at the right what has more of the words there, and at the left."""
    type_ = Type(8, INK, bold=True)
    reference = shorten(names[1], width=width * 0.48 - 12, size=8, bold=True)
    room = width - text_width(reference, size=8, bold=True) - 34
    outlet = shorten(names[0], width=room, size=8, bold=True)
    right = left + width - text_width(outlet, size=8, bold=True) - 7
    for x, label, mark in ((left + 4, reference, sides.reference), (right, outlet, sides.outlet)):
        draw_marks(sheet, [(x, top + 6.2)], mark, size=5.5)
        write(sheet, (x + 7, top + 9), label, type=type_)


def _head(table: pd.DataFrame, outlets: pd.DataFrame) -> Head:
    few = is_descriptive(outlets)
    interval = _interval(few, some_tested=bool(table["q"].notna().any()))
    told = "Coloured marks are the keyest terms of a side, labelled where there is room; grey the others."
    told = told if few or table["q"].isna().all() else _significance(table)
    return Head(
        title="What separates the outlets’ words",
        status=count(len(outlets), "outlet") + (" · too few articles: descriptive only" if few else ""),
        key=outlets_key(outlets),
        notes=(
            "Across: Log Ratio, each step to a side twice as frequent there. Up: occurrences in both sides. Thin "
            f"lines are 95 % intervals, {interval}; they may reach beyond the figure.",
            told,
            one_article_line(outlets),
            too_few_line(outlets),
        ),
    )


def _interval(few: bool, *, some_tested: bool) -> str:
    """Name the intervals for what they are: by articles in every comparison, in some, in none."""
    if not few:
        return "by resampling articles"
    if some_tested:
        return "as if words were independent where a side has few articles, else by resampling articles"
    return "as if words were independent"


def _significance(table: pd.DataFrame) -> str:
    """Say which marks are coloured, or that no term's difference holds by article."""
    keyest = "the keyest terms of a side, labelled where there is room"
    if (table["q"] < SIGNIFICANT).any():
        return (
            f"Larger marks are {keyest}: filled and coloured with q below .05 by article, hollow and grey else. "
            "Small grey ones are the others."
        )
    return f"Larger marks are {keyest}; no term has q below .05 by article, so they are hollow and grey."
