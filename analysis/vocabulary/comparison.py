"""The interval and the test of a difference between two sides.

By words below five articles a side, and then no test; by articles from five on.
"""

from typing import Literal

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
    on the bootstrap over articles, except where every resample is alike: an interval of width zero would say that
    nothing is left open, so there it is the exact one too. nan where neither side has the item. Swapping the sides
    gives the same interval with its sign turned.
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
    alike = low == high
    return np.where(alike, exact[0], low), np.where(alike, exact[1], high)


def tests_by_article(side: Side, reference: Side, *, test: Test, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Give p and q of every item, from the rates of the two sides' articles.

    q is the Benjamini-Hochberg value over all items that either side has; both are nan for an item that neither has,
    and where a side has fewer than 5 articles. ``seed`` serves the permutation test alone. Swapping the sides changes
    nothing.
    """
    if side.name > reference.name:  # as above
        side, reference = reference, side
    cells, others = side.matrix.tocoo(), reference.matrix.tocoo()
    shift = len(side.sizes)
    hits = (
        np.concatenate([cells.col, others.col]),
        np.concatenate([cells.row, others.row + shift]),
        np.concatenate([cells.data / side.sizes[cells.row], others.data / reference.sizes[others.row]]),
    )
    sides, width = np.arange(shift + len(reference.sizes)) < shift, side.matrix.shape[1]
    if test == "permutation":
        p = permutation_p_by_term(*hits, sides=sides, vocabulary=width, seed=seed)
    else:
        p = rank_sum_p_by_term(*hits, sides=sides, vocabulary=width)
    p = np.where(side.totals() + reference.totals() > 0, p, np.nan)
    return p, benjamini_hochberg(p)


def known_test(test: str) -> Test:
    """Check the name of a test; raises InputError for one that is not there."""
    if test not in TESTS:
        raise InputError(f'"{test}" is no test of two sides; choose {" or ".join(TESTS)}')
    return test
