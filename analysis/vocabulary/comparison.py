"""The interval and the test of a difference between two sides.

By words below five articles a side, and then no test; by articles from five on.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np

from ..errors import InputError
from ..measures import (
    ArticleCounts,
    benjamini_hochberg,
    bootstrap_log_ratio_interval,
    log_ratio_interval,
    permutation_p_by_term,
    rank_sum_p_by_term,
)
from ..measures.permutation import EXACT_WAYS, PERMUTATIONS
from ..measures.resampling import RESAMPLES
from .counts import EvidenceLevel, Side, evidence_level

if TYPE_CHECKING:
    from scipy.sparse import coo_array

_HITS = 1 << 22  # of articles with an item, tested at once: what a block holds in memory, not what the test depends on
METHODS: dict[EvidenceLevel, str] = {
    "descriptive": "exact (Clopper-Pearson)",
    "inferential": f"bootstrap over articles ({RESAMPLES} resamples)",
}
Test = Literal["rank-sum", "permutation"]
TESTS: dict[Test, str] = {
    "rank-sum": "Wilcoxon rank-sum test on the articles' rates, two-sided",
    "permutation": (
        f"permutation test on the articles' mean rates, two-sided (all deals up to {EXACT_WAYS:,}, else "
        f"{PERMUTATIONS:,} drawn)"
    ),
}


def log_ratio_bounds(side: Side, reference: Side, items: np.ndarray, *, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the 95 % interval of Log Ratio for some of the items, low and high.

    Below 5 articles on either side it is the exact interval, uncorrected, which takes words for independent; from 5
    on the bootstrap over articles, except where every resample is alike or every article of either side has the same
    count: an interval of no width would say that nothing is left open, so there it is the exact one too. nan where
    neither side has the item. Swapping the sides gives the same interval with its sign turned.
    """
    a, b = side.totals()[items], reference.totals()[items]
    exact = [np.atleast_1d(bound) for bound in log_ratio_interval(a, b, side.tokens, reference.tokens)]
    if evidence_level(len(side.articles), len(reference.articles)) == "descriptive":
        return exact[0], exact[1]
    if side.name > reference.name:  # the draws depend on which side comes first, the interval must not
        low, high = log_ratio_bounds(reference, side, items, seed=seed)
        return -high, -low
    first, second = (ArticleCounts(part.matrix.T.tocsr()[items], part.sizes) for part in (side, reference))
    low, high = bootstrap_log_ratio_interval(first, second, seed=seed)
    alike = (low == high) | (_is_constant(side)[items] & _is_constant(reference)[items])
    return np.where(alike, exact[0], low), np.where(alike, exact[1], high)


def _is_constant(side: Side) -> np.ndarray:
    """Say of each item whether all articles of a side have it equally often; resamples then differ by length alone."""
    return side.matrix.max(axis=0).toarray().ravel() == side.matrix.min(axis=0).toarray().ravel()


def tests_by_article(side: Side, reference: Side, *, test: Test, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Give p and q of every item, from the rates of the two sides' articles.

    q is the Benjamini-Hochberg value over all items that either side has; both are nan for an item that neither has,
    and where a side has fewer than 5 articles. ``seed`` serves the permutation test alone. Swapping the sides changes
    nothing.
    """
    if side.name > reference.name:  # as above
        side, reference = reference, side
    columns = [part.matrix.tocsc() for part in (side, reference)]
    hits = columns[0].indptr.astype(np.int64) + columns[1].indptr
    cuts = np.searchsorted(hits, np.arange(_HITS, hits[-1], _HITS))
    bounds = np.unique([0, *cuts, len(hits) - 1]).tolist()
    sizes = np.concatenate([side.sizes, reference.sizes])
    sides = np.arange(len(sizes)) < len(side.sizes)
    blocks = [
        _p_of_block([part[:, start:end].tocoo() for part in columns], sizes, sides=sides, test=test, seed=seed)
        for start, end in pairwise(bounds)
    ]
    p = np.concatenate([np.array([]), *blocks])
    p = np.where(side.totals() + reference.totals() > 0, p, np.nan)
    return p, benjamini_hochberg(p)


def _p_of_block(
    counts: "Sequence[coo_array]", sizes: np.ndarray, *, sides: np.ndarray, test: Test, seed: int
) -> np.ndarray:
    """Give p of the items of some columns of both sides' tables; ``sizes`` are those of all articles in a row."""
    first, second = counts
    rows = np.concatenate([first.row, second.row + first.shape[0]])
    hits = np.concatenate([first.col, second.col]), rows, np.concatenate([first.data, second.data]) / sizes[rows]
    if test == "permutation":
        return permutation_p_by_term(*hits, sides=sides, vocabulary=first.shape[1], seed=seed)
    return rank_sum_p_by_term(*hits, sides=sides, vocabulary=first.shape[1])


def known_test(test: str) -> Test:
    """Check the name of a test; raises InputError for one that is not there."""
    if test not in TESTS:
        raise InputError(f'"{test}" is no test of two sides; choose {" or ".join(TESTS)}')
    return test
