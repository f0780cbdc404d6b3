"""Dispersion: how evenly a term is spread over the parts of an outlet.

Parts are the outlet's articles, or the paragraphs where it has a single article: the column ``parts`` says which.
Spread over the paragraphs of one text and over many articles are different things and are not to be compared.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from ..measures import (
    average_reduced_frequency,
    carroll_d2,
    deviation_of_proportions,
    deviation_of_proportions_by_term,
    juilland_d,
    kl_divergence,
    rosengren_s,
    word_range,
)
from .counts import Side, article_numbers, count_pairs, count_units
from .units import Unit, Units, words_and_actors

DISPERSION_COLUMNS = [
    "outlet", "term", "count", "tokens", "parts", "part_count", "range", "dp", "dp_norm",
    "juilland_d", "carroll_d2", "rosengren_s", "kl_divergence", "arf",
]  # fmt: skip
EVEN = {"dp": 0, "dp_norm": 0, "juilland_d": 1, "carroll_d2": 1, "rosengren_s": 1, "kl_divergence": 0}
ARTICLES, PARAGRAPHS = "articles", "paragraphs"
_CELLS = 5_000_000  # of the term by part table held at one time


def dispersion_table(
    tokens: pd.DataFrame,
    sentences: pd.DataFrame | None = None,
    *,
    outlets: Mapping[str, str],
    unit: Unit = words_and_actors,
    min_count: int = 1,
) -> pd.DataFrame:
    """Measure how evenly each term is spread in each outlet; one row an outlet and term of at least ``min_count``.

    The measures are those of `analysis.measures.dispersion`; ``EVEN`` says which end of each scale is even. ``range``
    is the number of parts that have the term, ``arf`` the average reduced frequency over the outlet's tokens in their
    order. A term that occurs once cannot be even: compare terms of like frequency. Without ``sentences`` an outlet of
    one article has one part, and most measures are nan.
    """
    units = unit(tokens)
    counts = count_units(tokens, units, outlets=outlets)
    rows = article_numbers(tokens, outlets)
    number = {article: place for place, article in enumerate(outlets)}
    blocks = []
    for outlet in counts.outlets:
        side = counts.side(outlet)
        own = np.isin(rows, [number[article] for article in side.articles])
        cut, kind = in_parts(side, tokens, units, sentences=sentences)
        blocks.append(_measure(cut, kind, units.within(own), min_count))
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=DISPERSION_COLUMNS)
    table.attrs = {"min_count": min_count, "even": EVEN}
    return table[DISPERSION_COLUMNS]


def in_parts(side: Side, tokens: pd.DataFrame, units: Units, *, sentences: pd.DataFrame | None) -> tuple[Side, str]:
    """Cut a side into the parts over which dispersion is measured, and say what they are.

    The parts are its articles, or its paragraphs where it has one article and the sentences are given.
    """
    if len(side.articles) != 1 or sentences is None:
        return side, ARTICLES
    article = side.articles[0]
    own = (tokens["article"] == article).to_numpy()
    known = sentences[sentences["article"] == article].set_index("sentence")["paragraph"]
    parts, paragraphs = pd.factorize(known.reindex(tokens["sentence"].to_numpy()[own]), sort=True)
    inside = units.within(own)
    matrix = count_pairs(inside.by_item(parts), inside.ids, shape=(len(paragraphs), len(units.names)))
    sizes = np.bincount(parts[parts >= 0], minlength=len(paragraphs))
    return Side(side.name, matrix, sizes, side.articles), PARAGRAPHS


def dp_of_all(side: Side) -> np.ndarray:
    """Give DP of every item over the rows of a side; nan for an item it lacks, and with fewer than two parts."""
    if len(side.sizes) < 2:
        return np.full(side.matrix.shape[1], np.nan)
    cells = side.matrix.tocoo()
    return deviation_of_proportions_by_term(
        cells.col, cells.row, cells.data, side.sizes, vocabulary=side.matrix.shape[1]
    )


def _measure(side: Side, kind: str, units: Units, min_count: int) -> pd.DataFrame:
    totals = side.totals()
    kept = np.flatnonzero(totals >= max(min_count, 1))
    by_term = side.matrix.T.tocsr()
    batch = max(1, _CELLS // max(1, len(side.sizes)))
    measured = [
        _measure_batch(by_term[kept[start : start + batch]].toarray(), side.sizes)
        for start in range(0, len(kept), batch)
    ]
    table = pd.concat(measured, ignore_index=True) if measured else _measure_batch(np.zeros((0, 2)), np.ones(2))
    return table.assign(
        outlet=side.name,
        term=units.names[kept],
        count=totals[kept],
        tokens=side.tokens,
        parts=kind,
        part_count=len(side.sizes),
        arf=[average_reduced_frequency(places, side.tokens) for places in _positions(units, kept)],
    )


def _measure_batch(counts: np.ndarray, sizes: np.ndarray) -> pd.DataFrame:
    several = len(sizes) > 1
    return pd.DataFrame(
        {
            "range": word_range(counts).astype(np.int64),
            "dp": deviation_of_proportions(counts, sizes) if several else np.nan,
            "dp_norm": deviation_of_proportions(counts, sizes, normalised=True),
            "juilland_d": juilland_d(counts, sizes),
            "carroll_d2": carroll_d2(counts, sizes),
            "rosengren_s": rosengren_s(counts, sizes) if several else np.nan,
            "kl_divergence": kl_divergence(counts, sizes) if several else np.nan,
        }
    )


def _positions(units: Units, kept: np.ndarray) -> Iterator[np.ndarray]:
    """Give the token positions of each of the items."""
    order = np.argsort(units.ids, kind="stable")
    places = order if units.places is None else units.places[order]
    bounds = np.searchsorted(units.ids[order], np.stack([kept, kept + 1]))
    for start, stop in bounds.T:
        yield places[start:stop]
