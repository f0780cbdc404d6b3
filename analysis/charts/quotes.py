"""The quotes behind the marks: one short verbatim stretch for each outlet and motive, with its place in the source."""

import re

import pandas as pd

from .motive_table import without_repeats

QUOTE_COLUMNS = [
    "outlet", "category", "article", "proposition", "quote", "place", "voice", "negated", "hedged", "minimised",
]  # fmt: skip
_LABEL = 9
_DATE = re.compile(r"^\d{4}(?:[-_]?\d\d){0,2}[-_ ]+")
_GOOD_LENGTH = 75
_FULL_LENGTH = 105


def choose_quotes(propositions: pd.DataFrame, *, sentences: pd.DataFrame, limit: int = 1) -> pd.DataFrame:
    """Choose up to ``limit`` quotes for each outlet and motive; one row a quote, the most telling first.

    Taken are propositions in the voice that the motive mostly has there, whole on a figure before cut ones, plain
    before denied or hedged, minimised last. ``place`` counts sentences from 1 and names the article where an outlet
    has several.
    """
    counted = without_repeats(propositions)
    if counted.empty:
        return pd.DataFrame(columns=QUOTE_COLUMNS)
    labels = {outlet: short_labels(own["article"]) for outlet, own in counted.groupby("outlet")}
    starts = {article: own["start"].to_numpy() for article, own in sentences.groupby("article", observed=True)}
    rows = []
    for (outlet, _), cell in counted.groupby(["outlet", "category"], sort=False):
        for row in _by_fitness(cell).head(limit).itertuples(index=False):
            label = labels[outlet].get(row.article, "")
            number = int((starts.get(row.article, pd.Series(dtype=int)) <= row.start).sum())
            rows.append(
                {name: getattr(row, name) for name in QUOTE_COLUMNS if name not in ("quote", "place")}
                | {"quote": " ".join(str(row.evidence).split()), "place": _place(label, number)}
            )
    return pd.DataFrame(rows, columns=QUOTE_COLUMNS)


def _by_fitness(cell: pd.DataFrame) -> pd.DataFrame:
    """Order the propositions of one cell, the most fitting for a quote first."""
    usual = cell["voice"].map(cell["voice"].value_counts())
    marked = cell[["negated", "hedged", "minimised"]].astype(bool)
    length = cell["evidence"].astype(str).str.len()
    keys = pd.DataFrame(
        {
            "minimised": marked["minimised"],
            "usual": -usual,
            "long": length > _FULL_LENGTH,
            "marked": marked["negated"] | marked["hedged"],
            "length": (length - _GOOD_LENGTH).abs(),
            "article": cell["article"].astype(str),
            "start": cell["start"],
        }
    )
    return cell.loc[keys.sort_values(list(keys.columns)).index]


def short_labels(articles: pd.Series) -> dict[str, str]:
    """Give each article of an outlet a label of a few characters, each another one; none where there is but one.

    It is the beginning of the file's name without the date before it, numbered where two begin alike.
    """
    order = sorted(set(articles.astype(str)))
    if len(order) < 2:
        return {}
    starts = [_start(article) for article in order]
    return {
        article: start if starts.count(start) == 1 else f"{start} {starts[: place + 1].count(start)}"
        for place, (article, start) in enumerate(zip(order, starts, strict=True))
    }


def _start(article: str) -> str:
    stem = article.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    name = _DATE.sub("", stem) or stem
    return name if len(name) <= _LABEL else name[:_LABEL].rstrip("-_ ") + "…"


def _place(label: str, sentence: int) -> str:
    number = f"s. {sentence}" if sentence else "place unknown"
    return f"({label}, {number})" if label else f"({number})"
