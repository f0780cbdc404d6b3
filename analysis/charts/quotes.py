"""The quotes behind the marks: one short verbatim stretch for each outlet and motive, with its place in the source."""

import pandas as pd

from .motive_table import without_repeats

QUOTE_COLUMNS = [
    "outlet", "category", "article", "proposition", "quote", "place", "voice", "negated", "hedged", "minimised",
]  # fmt: skip
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
    several = counted.groupby("outlet")["article"].nunique() > 1
    starts = {article: own["start"].to_numpy() for article, own in sentences.groupby("article", observed=True)}
    rows = []
    for (outlet, _), cell in counted.groupby(["outlet", "category"], sort=False):
        for row in _by_fitness(cell).head(limit).itertuples(index=False):
            number = int((starts.get(row.article, pd.Series(dtype=int)) <= row.start).sum())
            rows.append(
                {name: getattr(row, name) for name in QUOTE_COLUMNS if name not in ("quote", "place")}
                | {"quote": " ".join(str(row.evidence).split()), "place": _place(row.article, number, several[outlet])}
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


def _place(article: str, sentence: int, several: bool) -> str:
    number = f"s. {sentence}" if sentence else "place unknown"
    if not several:
        return f"({number})"
    stem = str(article).rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return f"({stem[:20]}{'…' if len(stem) > 20 else ''}, {number})"
