"""The sources: how large they are, what was taken out of them, and how the actor is named in each."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .bars import ROW, draw_bar, draw_tallies, tallies_height, top_rows
from .columns import draw_heads, head_lines, lay_columns
from .labels import shorten, text_width
from .outlets import count, is_descriptive, shown_names, size_line, too_few_line
from .page import EDGE, HEAD, NOTE, WIDTH, Head, Type, in_style, open_page, write
from .palette import PALE, draw_marks, outlet_mark

SOURCE_COLUMNS = ["outlet", "article", "title", "measure", "item", "count"]
MOST_ARTICLES = 12
_MOST_FORMS = 14
_MOST_REASONS = 10
_LABELS = 104.0
_SIZES = 185.0


def tabulate_sources(
    articles: pd.DataFrame,
    *,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    removals: pd.DataFrame,
    mentions: pd.DataFrame,
) -> pd.DataFrame:
    """Count what the figure shows; one row an article, measure and item.

    Measures are ``words`` and ``sentences``, ``removed`` (characters taken out, by reason) and ``named`` (mentions,
    by form). Hand in the mentions of one actor.
    """
    lengths = (removals["end"] - removals["start"]).groupby([removals["article"], removals["why"]]).sum()
    named = mentions.groupby(["article", "form"], observed=True).size()
    parts = [
        _long(tokens["article"].astype(object).value_counts(), "words"),
        _long(sentences["article"].astype(object).value_counts(), "sentences"),
        _long(lengths, "removed"),
        _long(named, "named"),
    ]
    counts = pd.concat([part for part in parts if len(part)], ignore_index=True) if any(map(len, parts)) else parts[0]
    known = articles[["outlet", "article", "title"]].assign(order=range(len(articles)))
    joined = counts.merge(known, on="article", how="inner")
    return joined.sort_values("order", kind="stable")[SOURCE_COLUMNS].reset_index(drop=True)


def _long(counts: pd.Series, measure: str) -> pd.DataFrame:
    items = [key if isinstance(key, tuple) else (key, "") for key in counts.index]
    return pd.DataFrame(
        {
            "article": [article for article, _ in items],
            "measure": measure,
            "item": [item for _, item in items],
            "count": counts.to_numpy(int),
        }
    )


@in_style
def draw_sources(table: pd.DataFrame, *, outlets: pd.DataFrame, actor: str) -> Figure:
    """Draw the sources: sizes in words, characters taken out by reason, and the forms under which the actor is named.

    Up to 12 articles have a bar each; more are drawn as dots, a line an outlet.
    """
    columns = lay_columns(outlets, left=_LABELS)
    removed = top_rows(_by_outlet(table, "removed", outlets), limit=_MOST_REASONS, rest="{} other reasons")
    named = top_rows(_by_outlet(table, "named", outlets), limit=_MOST_FORMS, rest="{} other forms")
    notes = [[_n_line(row) for row in outlets.itertuples(index=False)]] if not columns.narrow else []
    heads = head_lines(outlets, columns, notes)
    sizes = _size_rows(table, outlets)
    first = 16 + ROW * len(sizes) + 12
    body = first + heads + tallies_height(removed) + tallies_height(named)
    page = open_page(_head(outlets, actor), body=body)
    _draw_sizes(page.sheet, sizes, top=page.top)
    draw_heads(page.sheet, outlets, columns, top=page.top + first, notes=notes, labels=[])
    top = page.top + first + heads
    title = "Taken out as page furniture, in characters"
    draw_tallies(page.sheet, removed, columns, top=top, title=title, none="Nothing was taken out.")
    top += tallies_height(removed)
    title = f"How {actor} is named, in mentions"
    draw_tallies(page.sheet, named, columns, top=top, title=title, none=f"{actor} is not named in these texts.")
    return page.figure


def _head(outlets: pd.DataFrame, actor: str) -> Head:
    articles, words = int(outlets["articles"].sum()), int(outlets["tokens"].sum())
    few = " · descriptive only" if is_descriptive(outlets) else ""
    return Head(
        title=f"The sources, and how they name {actor}",
        status=f"{count(len(outlets), 'outlet')}, {count(articles, 'article')}, {count(words, 'word')}{few}",
        notes=(
            "Words are those of the articles without what was taken out. A mention counts once whatever its length.",
            too_few_line(outlets),
        ),
    )


def _n_line(row: tuple) -> str:
    return size_line(pd.Series(row._asdict())).replace("; ", ", ")


def _by_outlet(table: pd.DataFrame, measure: str, outlets: pd.DataFrame) -> pd.DataFrame:
    own = table[table["measure"] == measure]
    counts = own.pivot_table(index="item", columns="outlet", values="count", aggfunc="sum", fill_value=0, sort=False)
    return counts.reindex(columns=list(outlets["outlet"]), fill_value=0)


def _size_rows(table: pd.DataFrame, outlets: pd.DataFrame) -> list[tuple[int, str, list[int], str]]:
    """(outlet's place, label, sizes in words, n) of each line: an article, or an outlet where there are many."""
    words = table[table["measure"] == "words"]
    sentences = table[table["measure"] == "sentences"].set_index("article")["count"]
    rows = []
    for place, (outlet, name) in enumerate(shown_names(outlets).items()):
        own = words[words["outlet"] == outlet]
        if len(words) > MOST_ARTICLES:
            sizes = own["count"]
            spread = (
                f"{sizes.min():,} to {sizes.max():,} words, median {sizes.median():,.0f}" if len(own) else "no words"
            )
            rows.append((place, name, sizes.tolist(), f"{count(len(own), 'article')}, {spread}"))
            continue
        for article in own.rename(columns={"count": "count_"}).itertuples(index=False):
            n = f"{count(int(article.count_), 'word')}, {count(int(sentences.get(article.article, 0)), 'sentence')}"
            rows.append((place, str(article.title) or str(article.article), [int(article.count_)], n))
    return rows


def _draw_sizes(sheet: Axes, rows: list[tuple[int, str, list[int], str]], *, top: float) -> None:
    write(sheet, (EDGE, top + 9), "Size in words", type=HEAD)
    largest = max((max(sizes) for _, _, sizes, _ in rows if sizes), default=1)
    numbers = max((text_width(n, size=7) for *_, n in rows), default=0) + 8
    room = WIDTH - EDGE - _SIZES - numbers
    for number, (outlet, label, sizes, n) in enumerate(rows):
        y = top + 16 + ROW * number
        draw_marks(sheet, [(EDGE + 3, y + 5.5)], outlet_mark(outlet), size=5.5)
        write(sheet, (EDGE + 10, y + 8), shorten(label, width=_SIZES - 18, size=7), type=Type(7))
        if len(sizes) == 1:
            draw_bar(sheet, place=(_SIZES, y + 1.5), size=(room * sizes[0] / largest, 8), outlet=outlet)
            write(sheet, (_SIZES + room * sizes[0] / largest + 4, y + 8), n, type=NOTE)
            continue
        sheet.plot([_SIZES, _SIZES + room], [y + 5.5] * 2, color=PALE, linewidth=0.6, zorder=0)
        draw_marks(sheet, [(_SIZES + room * size / largest, y + 5.5) for size in sizes], outlet_mark(outlet), size=3.5)
        write(sheet, (WIDTH - EDGE, y + 8), n, type=NOTE, align="right")
