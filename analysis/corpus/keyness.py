"""Keyness of all types of a corpus at once, by the counts alone.

The columns that `analysis.vocabulary.keyness` has too are the same numbers. What needs counts by article (dispersion,
tests, bootstrap) is not here: it takes many times as long, and `analysis.tables.counted.keyness_of` makes it from
`analysis.corpus.counts.article_matrix`.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from ..measures import bic, conservative_log_ratio, log_likelihood, log_ratio, percent_difference
from .counts import TypeCounts, count_types
from .index import Corpus
from .units import Units, words

KEYNESS_COLUMNS = [
    "outlet", "reference", "term", "count", "reference_count", "tokens", "reference_tokens",
    "per_1000", "reference_per_1000", "articles", "reference_articles",
    "log_likelihood", "bic", "log_ratio", "lrc", "percent_difference",
]  # fmt: skip
REST = "the rest"


def keyness_of_types(corpus: Corpus, *, units: Units | None = None, min_count: int = 1) -> pd.DataFrame:
    """Compare the outlets term by term; one row an outlet, reference and term, ranked by |LRC|, then |Log Ratio|.

    Two outlets give one block, more give each against the rest and each pair. ``log_likelihood`` has 4 cells and no
    sign; ``lrc`` is corrected for all types of both sides, counted before ``min_count``, the least count of both
    sides together. LL, BIC and LRC take words for independent, which words that clump in articles are not: they rank,
    they do not test. An outlet without a token is left out.
    """
    units = units or words(corpus)
    return keyness_of_counts(count_types(corpus, units=units), corpus.outlets, names=units.names, min_count=min_count)


def keyness_of_counts(
    counts: TypeCounts, outlets: tuple[str, ...], *, names: np.ndarray, min_count: int = 1
) -> pd.DataFrame:
    """Compare outlets by their counts, as `keyness_of_types` does."""
    full = [number for number, tokens in enumerate(counts.tokens) if tokens]
    blocks, facts = [], []
    for side, reference in _pairs(full):
        label = outlets[reference[0]] if len(reference) == 1 else REST
        block, types = _compare(counts, side, reference, names=names, min_count=min_count)
        blocks.append(block.assign(outlet=outlets[side], reference=label))
        facts.append({"outlet": outlets[side], "reference": label, "types": types, "rows": len(block)})
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=KEYNESS_COLUMNS)
    table = table[KEYNESS_COLUMNS]
    table.attrs = {"blocks": facts, "min_count": min_count, "cells": 4}
    return table


def _pairs(outlets: list[int]) -> Iterator[tuple[int, list[int]]]:
    if len(outlets) > 2:
        for outlet in outlets:
            yield outlet, [other for other in outlets if other != outlet]
    for outlet, reference in combinations(outlets, 2):
        yield outlet, [reference]


def _compare(
    counts: TypeCounts, side: int, reference: list[int], *, names: np.ndarray, min_count: int
) -> tuple[pd.DataFrame, int]:
    a, b = counts.counts[side], counts.counts[reference].sum(axis=0)
    n1, n2 = int(counts.tokens[side]), int(counts.tokens[reference].sum())
    types = int(np.count_nonzero(a + b))
    kept = np.flatnonzero(a + b >= max(min_count, 1))
    a, b = a[kept], b[kept]
    ratio, lrc = log_ratio(a, b, n1, n2), _by_distinct_pairs(a, b, n1, n2, types)
    block = pd.DataFrame(
        {
            "term": names[kept],
            "count": a,
            "reference_count": b,
            "tokens": n1,
            "reference_tokens": n2,
            "per_1000": 1000 * a / n1,
            "reference_per_1000": 1000 * b / n2,
            "articles": counts.carriers[side][kept],
            "reference_articles": counts.carriers[reference].sum(axis=0)[kept],
            "log_likelihood": log_likelihood(a, b, n1, n2, cells=4),
            "bic": bic(a, b, n1, n2, cells=4),
            "log_ratio": ratio,
            "lrc": lrc,
            "percent_difference": percent_difference(a, b, n1, n2),
        }
    )
    order = np.lexsort((block["term"].to_numpy(str), -np.abs(ratio), -np.abs(lrc)))
    return block.iloc[order], types


def _by_distinct_pairs(a: np.ndarray, b: np.ndarray, n1: int, n2: int, types: int) -> np.ndarray:
    """Compute LRC once for each pair of counts: most types of a corpus share theirs with many others."""
    pairs, place = np.unique(a * (b.max(initial=0) + 1) + b, return_inverse=True)
    seen, seen_in_reference = np.divmod(pairs, b.max(initial=0) + 1)
    return conservative_log_ratio(seen, seen_in_reference, n1, n2, types=types)[place]
