"""Test a word's two frequencies exactly, a column of words at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from analysis.measures.columns import Floats, columnwise, comparison, refuse

# Two tables as likely as each other must count as such after rounding; R's fisher.test allows the same.
TIE = 1 + 1e-7
_HELD = 1_000_000  # probabilities computed at a time


@columnwise
def fisher_exact(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """Compute the two-sided p of Fisher's exact test of a of n1 against b of n2.

    The sum of the hypergeometric probabilities of all tables with the same margins that are no likelier than this one.
    1 where the word is in neither corpus, nan where a corpus is empty. Raises ValueError for counts that are not whole.
    Takes words for independent, which words in a text are not, so it overstates.
    """
    table = np.broadcast_arrays(*comparison(a, b, n1, n2))
    for column, name in zip(table, ("a", "b", "n1", "n2"), strict=True):
        refuse((column != np.floor(column)) & ~np.isnan(column), column, name, f"{name} is a whole number")
    rows, place = np.unique(np.stack([column.ravel() for column in table], axis=1), axis=0, return_inverse=True)
    p = np.full(len(rows), np.nan)
    known = ~np.isnan(rows).any(axis=1)
    if known.any():
        p[known] = _two_sided(*rows[known].T)
    return p[place.ravel()].reshape(table[0].shape)


def _two_sided(a: Floats, b: Floats, n1: Floats, n2: Floats) -> Floats:
    """Sum the tail from a outwards and the part of the other tail that is no likelier than a."""
    hits = a + b
    mode = np.floor((hits + 1) * (n1 + 1) / (n1 + n2 + 2))
    swap = a < mode
    a, b, n1, n2 = np.where(swap, b, a), np.where(swap, a, b), np.where(swap, n2, n1), np.where(swap, n1, n2)
    mode = np.floor((hits + 1) * (n1 + 1) / (n1 + n2 + 2))
    limit = _probability(a, hits, n1, n2) * TIE
    low, high = np.maximum(0, hits - n2) - 1, mode
    while np.any(high - low > 1):
        middle = np.floor((low + high) / 2)
        unlikely = (middle <= low) | (_probability(middle, hits, n1, n2) <= limit)
        low, high = np.where(unlikely, middle, low), np.where(unlikely, high, middle)
    p = _upper_tail(a, hits, n1, n2) + np.where(low < 0, 0.0, _upper_tail(hits - low, hits, n2, n1))
    return np.where(_probability(mode, hits, n1, n2) <= limit, 1.0, np.minimum(p, 1.0))


def _probability(a: Floats, hits: Floats, n1: Floats, n2: Floats) -> Floats:
    """Compute the hypergeometric probability as a product of three binomials, which keeps its digits at any size."""
    from scipy.stats import binom

    rate = hits / (n1 + n2)
    return binom.pmf(a, n1, rate) * binom.pmf(hits - a, n2, rate) / binom.pmf(hits, n1 + n2, rate)


def _upper_tail(a: Floats, hits: Floats, n1: Floats, n2: Floats) -> Floats:
    """Sum the probabilities from a upwards, each from the one before, until they no longer count."""
    last = _probability(a, hits, n1, n2)
    tail, active, count = last.copy(), np.arange(len(a)), a.copy()
    while active.size:
        steps = np.arange(np.clip(_HELD // active.size, 8, 4096))
        k = count[active, None] + steps
        m, size, others = hits[active, None], n1[active, None], n2[active, None]
        terms = last[active, None] * np.cumprod((m - k) * (size - k) / ((k + 1) * (others - m + k + 1)), axis=1)
        # Past the last table a factor is 0, and so are all products from there on.
        tail[active] += terms.sum(axis=1)
        last[active] = terms[:, -1]
        count[active] += len(steps)
        active = active[np.abs(last[active]) > tail[active] * 1e-17]
    return tail
