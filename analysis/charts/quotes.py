"""The quotes behind the marks: one short verbatim stretch for each outlet and motive, with its place in the source."""

import re
from itertools import takewhile

import pandas as pd

from .motive_table import without_repeats

QUOTE_COLUMNS = [
    "outlet", "category", "article", "proposition", "quote", "place", "voice", "negated", "hedged", "minimised",
]  # fmt: skip
_LABEL = 11
_DATE = re.compile(r"(?:^|(?<=[-_ ]))\d{4}(?:[-_]?\d\d){0,2}(?:[-_ ]+|$)")
_GOOD_LENGTH = 75
_FULL_LENGTH = 105


def choose_quotes(
    propositions: pd.DataFrame, *, sentences: pd.DataFrame, limit: int = 1, articles: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Choose up to ``limit`` quotes for each outlet and motive; one row a quote, the most telling first.

    Taken are propositions in the voice that the motive mostly has there, decided ones before those of the machine
    alone, of these the most certain; whole on a figure before cut ones, plain before denied or hedged, minimised last.
    ``place`` counts sentences from 1 and names the article where an outlet has several: among ``articles`` (outlet,
    article), or without them among those that have a proposition.
    """
    counted = without_repeats(propositions)
    if counted.empty:
        return pd.DataFrame(columns=QUOTE_COLUMNS)
    known = counted if articles is None else articles
    labels = {outlet: short_labels(own["article"]) for outlet, own in known.groupby("outlet")}
    starts = {article: own["start"].to_numpy() for article, own in sentences.groupby("article", observed=True)}
    rows = []
    for (outlet, _), cell in counted.groupby(["outlet", "category"], sort=False):
        for row in _by_fitness(cell).head(limit).itertuples(index=False):
            label = labels.get(outlet, {}).get(row.article, "")
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
    undecided = cell["coders"] == 0 if "coders" in cell else False
    certainty = pd.to_numeric(cell["certainty"], errors="coerce").round(1).fillna(0) if "certainty" in cell else 0
    keys = pd.DataFrame(
        {
            "minimised": marked["minimised"],
            "usual": -usual,
            "undecided": undecided,
            "doubtful": -certainty,
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

    It is the beginning of the file's name without dates and without the words with which all of them begin; of names
    that begin alike it is where they part, and what is alike even so is numbered.
    """
    order = sorted(set(articles.astype(str)))
    if len(order) < 2:
        return {}
    names = _without_common([_undated(article) for article in order])
    starts = [_cut(name) for name in names]
    alike = {start: [name for name, own in zip(names, starts, strict=True) if own == start] for start in starts}
    parted = {
        name: f"…{_cut(rest)}" if rest != name else start
        for start, own in alike.items()
        for name, rest in zip(own, _without_common(own) if len(own) > 1 else own, strict=True)
    }
    labels = [parted[name] for name in names]
    return {
        article: label if labels.count(label) == 1 else f"{label} {labels[: place + 1].count(label)}"
        for place, (article, label) in enumerate(zip(order, labels, strict=True))
    }


def _undated(article: str) -> str:
    stem = article.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return _DATE.sub("", stem).strip("-_ ") or stem


def _without_common(names: list[str]) -> list[str]:
    """The names without the words that all of them begin with; as they are where a name would have nothing left."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    common = re.match(r"(?:.*[-_ ])?", "".join(letters[0] for letters in alike)).group()
    rests = [name[len(common) :] for name in names]
    return rests if all(rests) else names


def _cut(name: str) -> str:
    return name if len(name) <= _LABEL else name[:_LABEL].rstrip("-_ ") + "…"


def _place(label: str, sentence: int) -> str:
    number = f"s. {sentence}" if sentence else "place unknown"
    return f"({label}, {number})" if label else f"({number})"
