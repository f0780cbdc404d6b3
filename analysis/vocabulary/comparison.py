"""The interval of a difference between two sides: by words below five articles a side, by articles from five on."""

import numpy as np

from ..measures import ArticleCounts, bootstrap_log_ratio_interval, log_ratio_interval
from ..measures.intervals import RESAMPLES
from .counts import EvidenceLevel, Side, evidence_level

METHODS: dict[EvidenceLevel, str] = {
    "descriptive": "exact (Clopper-Pearson)",
    "inferential": f"bootstrap over articles ({RESAMPLES} resamples)",
}
_BATCH = 4000  # items bootstrapped at a time, at about 100 kB each


def log_ratio_bounds(side: Side, reference: Side, items: np.ndarray, *, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the 95 % interval of Log Ratio for some of the items, low and high.

    Below 5 articles on either side it is the exact interval, uncorrected, which takes words for independent; from 5
    on the bootstrap over articles. Swapping the sides gives the same interval with its sign turned.
    """
    if evidence_level(len(side.articles), len(reference.articles)) == "descriptive":
        a, b = side.totals()[items], reference.totals()[items]
        low, high = log_ratio_interval(a, b, side.tokens, reference.tokens)
        return np.atleast_1d(low), np.atleast_1d(high)
    if side.name > reference.name:  # the draws depend on which side comes first, the interval must not
        low, high = log_ratio_bounds(reference, side, items, seed=seed)
        return -high, -low
    first, second = side.matrix.T.tocsr(), reference.matrix.T.tocsr()
    bounds = [
        bootstrap_log_ratio_interval(
            ArticleCounts(first[batch], side.sizes), ArticleCounts(second[batch], reference.sizes), seed=seed
        )
        for batch in np.split(items, range(_BATCH, len(items), _BATCH))
    ]
    low, high = (np.concatenate(part) for part in zip(*bounds, strict=True))
    return low, high
