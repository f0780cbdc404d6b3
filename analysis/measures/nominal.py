"""Give the agreement of coders on names without an order its interval, for many resamples at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from analysis.measures.agreement import Code
from analysis.measures.columns import Floats
from analysis.measures.intervals import LEVEL, RESAMPLES

_BLOCK = 4_000_000  # draws held at a time


def nominal_alpha_interval(
    codings: Sequence[Sequence[Code]], *, resamples: int = RESAMPLES, seed: int = 0
) -> tuple[float, float]:
    """Compute what `krippendorff_alpha_interval` gives on the nominal level, from the same draws, by matrix products.

    A unit with m codings, n of them of a value, adds n(n-1)/(m-1) to the agreeing pairs o, summed over values, and n
    to the value's margin; with the margins N and their sum T, α = 1 - (T - o)(T - 1) / (T² - ΣN²).
    """
    counts = _counts(codings)
    if len(counts) < 2 or counts.shape[1] < 2:
        return np.nan, np.nan
    agreeing = (counts * (counts - 1)).sum(axis=1) / (counts.sum(axis=1) - 1)
    drawn = _cached_draws if len(counts) * resamples <= _BLOCK else _draws
    defined = np.concatenate([_alphas(weights, counts, agreeing) for weights in drawn(len(counts), resamples, seed)])
    defined = defined[~np.isnan(defined)]
    if not defined.size:
        return np.nan, np.nan
    low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def _counts(codings: Sequence[Sequence[Code]]) -> Floats:
    """How many coders gave each value to each unit, over the units that two coders or more have coded."""
    units = [[code for code in unit if not _is_missing(code)] for unit in zip(*codings, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    values = list(dict.fromkeys(code for unit in units for code in unit))
    counts = [[unit.count(value) for value in values] for unit in units]
    return np.array(counts, dtype=np.float64).reshape(len(units), len(values))


def _is_missing(code: Code) -> bool:
    return code is None or type(code).__name__ == "NAType" or code != code


def _draws(units: int, resamples: int, seed: int) -> Iterator[NDArray[np.uint8]]:
    """How often each unit is drawn, one row a resample, some resamples at a time; more than 255 times it never is."""
    generator = np.random.default_rng(seed)
    block = max(1, _BLOCK // units)
    for first in range(0, resamples, block):
        rows = min(block, resamples - first)
        drawn = generator.integers(0, units, size=(rows, units)) + units * np.arange(rows)[:, None]
        yield np.bincount(drawn.ravel(), minlength=rows * units).reshape(rows, units).astype(np.uint8)


@lru_cache(maxsize=4)
def _cached_draws(units: int, resamples: int, seed: int) -> tuple[NDArray[np.uint8], ...]:
    """The draws again for another field or code of the same units."""
    return tuple(_draws(units, resamples, seed))


def _alphas(drawn: NDArray[np.uint8], counts: Floats, agreeing: Floats) -> Floats:
    weights = drawn.astype(np.float64)
    margins = weights @ counts
    total = margins.sum(axis=1)
    expected = total**2 - (margins**2).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (total - weights @ agreeing) * (total - 1) / expected, np.nan)
