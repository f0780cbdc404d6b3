"""The company the actor keeps: collocates that outlets share, and those that one alone has."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from .labels import as_label, shorten, text_width
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
from .page import EDGE, HEAD, NOTE, WIDTH, Head, Type, in_style, open_page, style, write
from .palette import PALE, draw_marks, outlet_mark

_ROW = 11.0
_LABELS = 104.0
_HEAD = 20.0
_FOOT = 26.0
_LEAST = 6.0
_FEW = 3


@dataclass(frozen=True)
class _Block:
    """Collocates that belong together: a heading, their names in order, how many more there are, what is said of none.

    What the notes leave out, as what stands near once in one outlet alone, is not among the ``more``.
    """

    title: str
    collocates: tuple[str, ...]
    more: int
    none: str = "none"

    @property
    def height(self) -> float:
        return _HEAD + _ROW * max(len(self.collocates), 1) + 4


def plot_collocates(table: pd.DataFrame, *, outlets: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw collocates by logDice, a row a collocate as the table has them, each outlet with its own mark.

    ``table`` has one row a collocate and outlet: collocate, outlet, O, log_dice (nan where O is 0), articles. A
    collocate of one article among several is marked as such.
    """
    if ax is None:
        with style():
            ax = Figure().add_subplot()
    names = list(dict.fromkeys(table["collocate"]))
    ax.set(ylim=(max(len(names), 1) - 0.5, -0.5), yticks=range(len(names)))
    alone = _in_one_article(table) if several_articles(outlets) else frozenset()
    signs = [ONE_ARTICLE if name in alone else "" for name in names]
    ax.set_yticklabels(
        [as_label(shorten(name, width=_LABELS - 12, size=7.5) + sign) for name, sign in zip(names, signs, strict=True)]
    )
    ax.spines[["left", "bottom"]].set_visible(False)
    ax.hlines(range(len(names)), 0, 1, transform=ax.get_yaxis_transform(), color=PALE, linewidth=0.5, zorder=0)
    rows = {name: number for number, name in enumerate(names)}
    for place, outlet in enumerate(outlets["outlet"]):
        own = table[(table["outlet"] == outlet) & (table["O"] > 0)]
        if len(own):
            points = zip(own["log_dice"], own["collocate"].map(rows), strict=True)
            draw_marks(ax, points, outlet_mark(place), size=5.5).set_gid("collocates")
    return ax


def _in_one_article(table: pd.DataFrame) -> frozenset[str]:
    """Give the collocates that stand near the node in one article of all outlets."""
    articles = table.groupby("collocate", sort=False)["articles"].sum()
    return frozenset(articles.index[articles == 1])


@in_style
def draw_collocates(table: pd.DataFrame, *, outlets: pd.DataFrame, node: str, most: int = 10) -> Figure:
    """Draw the collocates of a node: shared by all outlets, by several, and apart, at most ``most`` a block.

    ``table`` is one row a collocate and outlet: collocate, company (shared, partly, apart), outlet, O, log_dice,
    articles, function_word. Function words are left out. In short texts "apart" may only mean that the other text was
    short.
    """
    words = table[~table["function_word"].astype(bool)] if len(table) else table
    blocks = list(_blocks(words, outlets, most if len(outlets) <= 3 else max(most // 2, 3)))
    page = open_page(_head(outlets, node), body=sum(block.height for block in blocks) + _FOOT)
    scores = words["log_dice"].dropna()
    low, high = (np.floor(scores.min()) - 0.3, np.ceil(scores.max()) + 0.3) if len(scores) else (_LEAST, 14.0)
    pitch = max((text_width(f"{value:,}", size=7) for value in words["O"]), default=0) + 5
    pitch = max(pitch, 15.0)
    counts = pitch * len(outlets) + 8
    width = WIDTH - EDGE - _LABELS - counts
    top = page.top
    for block in blocks:
        marks = [_LABELS + width + 14 + pitch * place for place in range(len(outlets))]
        _draw_heading(page.sheet, block, top=top, marks=marks)
        axes = page.panel(_LABELS, top + _HEAD, width, _ROW * max(len(block.collocates), 1))
        own = words[words["collocate"].isin(block.collocates)]
        own = own.set_index("collocate").loc[list(block.collocates)].reset_index() if block.collocates else own.iloc[:0]
        plot_collocates(own, outlets=outlets, ax=axes)
        axes.set_xlim(low, high)
        axes.set_xticks(
            [tick for tick in MaxNLocator(6).tick_values(low, high) if low < tick < high - 0.02 * (high - low)]
        )
        axes.grid(axis="x")
        axes.tick_params(labelbottom=block is blocks[-1], length=0)
        _draw_counts(page.sheet, own, outlets, top=top + _HEAD, marks=marks)
        top += block.height
    write(page.sheet, (_LABELS, top + 19), "logDice: the closer to 14, the closer the company", type=NOTE)
    return page.figure


def _blocks(words: pd.DataFrame, outlets: pd.DataFrame, most: int) -> Iterator[_Block]:
    names = list(shown_names(outlets).items())
    both = "In both outlets" if len(names) == 2 else "In all outlets"
    titles = [(words["company"] == "shared", both)]
    if len(names) > 2:
        titles.append((words["company"] == "partly", "In several outlets"))
    near = words["O"] > 0
    for outlet, name in names:
        alone = set(words.loc[near & (words["company"] == "apart") & (words["outlet"] == outlet), "collocate"])
        titles.append((words["collocate"].isin(alone), f"Only in {name}"))
    for chosen, title in titles:
        totals = words[chosen].groupby("collocate").agg(O=("O", "sum"), score=("log_dice", "mean")).reset_index()
        ranked = totals.sort_values(["O", "score", "collocate"], ascending=[False, False, True])
        shown = ranked if title == both else ranked[ranked["O"] > 1]
        if len(shown) or len(names) <= _FEW:
            none = "none more than once" if len(ranked) else "none"
            yield _Block(title, tuple(shown["collocate"].iloc[:most]), max(len(shown) - most, 0), none)


def _head(outlets: pd.DataFrame, node: str) -> Head:
    few = " · descriptive only" if is_descriptive(outlets) else ""
    return Head(
        title=f"The company that {node} keeps",
        status=count(len(outlets), "outlet") + few,
        key=outlets_key(outlets),
        notes=(
            "Beside each collocate the number of times it stands near, the most frequent first. Left out are function "
            "words, and what stands near once in one outlet alone.",
            one_article_line(outlets),
            too_few_line(outlets),
        ),
    )


def _draw_heading(sheet: Axes, block: _Block, *, top: float, marks: list[float]) -> None:
    more = f"{block.more:,} more not shown" if block.more else ""
    title = shorten(block.title, width=marks[0] - 90, size=8, bold=True)
    write(sheet, (EDGE, top + 12), title, type=HEAD)
    write(sheet, (EDGE + text_width(title, size=8, bold=True) + 6, top + 12), more, type=NOTE)
    for place, x in enumerate(marks):
        draw_marks(sheet, [(x, top + 9.5)], outlet_mark(place), size=5)
    if not block.collocates:
        write(sheet, (EDGE + 8, top + _HEAD + 8), block.none, type=NOTE)


def _draw_counts(sheet: Axes, own: pd.DataFrame, outlets: pd.DataFrame, *, top: float, marks: list[float]) -> None:
    near = own.pivot_table(index="collocate", columns="outlet", values="O", aggfunc="sum", fill_value=0, sort=False)
    for number, counts in enumerate(near.reindex(columns=list(outlets["outlet"]), fill_value=0).to_numpy(int)):
        for x, value in zip(marks, counts, strict=True):
            type_ = Type(7) if value else Type(7, "#9ca3af")
            write(sheet, (x, top + _ROW * number + 8), f"{value:,}", type=type_, align="center")
