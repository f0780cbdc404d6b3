"""Keyness of all types of a corpus at once, by the counts alone.

The columns that `analysis.vocabulary.keyness` has too are the same numbers. What needs counts by article (dispersion,
tests, bootstrap) is not here: it takes many times as long, and `analysis.tables.counted.keyness_of` makes it from
`analysis.corpus.counts.article_matrix`.
"""

from collections.abc import Iterator, Sequence
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
    full = [outlet for outlet, tokens in zip(outlets, counts.tokens, strict=True) if tokens]
    blocks, facts = [], []
    for outlet, reference, label in comparisons(full):
        side, others = outlets.index(outlet), [outlets.index(other) for other in reference]
        block, types = _compare(counts, side, others, names=names, min_count=min_count)
        blocks.append(block.assign(outlet=outlet, reference=label))
        facts.append({"outlet": outlet, "reference": label, "types": types, "rows": len(block)})
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=KEYNESS_COLUMNS)
    table = table[KEYNESS_COLUMNS]
    table.attrs = {"blocks": facts, "min_count": min_count, "cells": 4}
    return table


def comparisons(outlets: Sequence[str]) -> Iterator[tuple[str, list[str], str]]:
    """Give the comparisons to be made: an outlet, those it stands against, and their name in the table.

    Two outlets are one comparison, the first against the second; more are each against the rest, and each pair.
    """
    if len(outlets) > 2:
        for outlet in outlets:
            yield outlet, [other for other in outlets if other != outlet], REST
    for outlet, reference in combinations(outlets, 2):
        yield outlet, [reference], reference


def score_types(a: np.ndarray, b: np.ndarray, n1: int, n2: int, *, types: int) -> dict[str, np.ndarray | int]:
    """Measure counts ``a`` of n1 tokens against ``b`` of n2, a column a measure; ``types`` are those of both sides."""
    return {
        "count": a,
        "reference_count": b,
        "tokens": n1,
        "reference_tokens": n2,
        "per_1000": 1000 * a / n1,
        "reference_per_1000": 1000 * b / n2,
        "log_likelihood": log_likelihood(a, b, n1, n2, cells=4),
        "bic": bic(a, b, n1, n2, cells=4),
        "log_ratio": log_ratio(a, b, n1, n2),
        "lrc": _by_distinct_pairs(a, b, n1, n2, max(types, 1)),  # without a hit there is nothing to test
        "percent_difference": percent_difference(a, b, n1, n2),
    }


def ranked(block: pd.DataFrame) -> pd.DataFrame:
    """Order a comparison's rows by |LRC|, then |Log Ratio|, then the alphabet."""
    order = np.lexsort((block["term"].to_numpy(str), -block["log_ratio"].abs(), -block["lrc"].abs()))
    return block.iloc[order]


def _compare(
    counts: TypeCounts, side: int, reference: list[int], *, names: np.ndarray, min_count: int
) -> tuple[pd.DataFrame, int]:
    a, b = counts.counts[side], counts.counts[reference].sum(axis=0)
    types = int(np.count_nonzero(a + b))
    kept = np.flatnonzero(a + b >= max(min_count, 1))
    n1, n2 = int(counts.tokens[side]), int(counts.tokens[reference].sum())
    block = pd.DataFrame(
        {
            "term": names[kept],
            "articles": counts.carriers[side][kept],
            "reference_articles": counts.carriers[reference].sum(axis=0)[kept],
            **score_types(a[kept], b[kept], n1, n2, types=types),
        }
    )
    return ranked(block), types


def _by_distinct_pairs(a: np.ndarray, b: np.ndarray, n1: int, n2: int, types: int) -> np.ndarray:
    """Compute LRC once for each pair of counts: most types of a corpus share theirs with many others."""
    pairs, place = np.unique(a * (b.max(initial=0) + 1) + b, return_inverse=True)
    seen, seen_in_reference = np.divmod(pairs, b.max(initial=0) + 1)
    return conservative_log_ratio(seen, seen_in_reference, n1, n2, types=types)[place]
