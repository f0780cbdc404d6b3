"""Give a proportion its exact interval."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from analysis.measures.columns import Result, floats, refuse, result
from analysis.measures.intervals import LEVEL


def proportion_interval(hits: ArrayLike, trials: ArrayLike, *, level: float = LEVEL) -> tuple[Result, Result]:
    """Compute the exact interval of a proportion (Clopper and Pearson 1934), low and high, 95 % unless told otherwise.

    low = B(α/2; x, n-x+1), high = B(1-α/2; x+1, n-x), B the quantile of the beta distribution; nan without trials.
    It is never too narrow for independent trials of one chance; trials from few articles are not independent.
    """
    from scipy.special import betaincinv

    given = (hits, trials)
    hits, trials = floats(hits), floats(trials)
    refuse((hits < 0) | (hits > trials), hits, "hits", "hits is from 0 to the trials")
    tail = (1 - level) / 2
    misses = np.where(trials == 0, np.nan, trials - hits)
    low = np.where(hits == 0, 0.0, betaincinv(np.where(hits == 0, 1, hits), misses + 1, tail))
    high = np.where(misses == 0, 1.0, betaincinv(hits + 1, np.where(misses == 0, 1, misses), 1 - tail))
    return tuple(result(np.where(trials == 0, np.nan, bound), *given) for bound in (low, high))
