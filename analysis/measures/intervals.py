"""Give a rate, or the ratio of two rates, its 95 % interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.measures.columns import Floats, Result, comparison, floats, refuse, result
from analysis.measures.resampling import (
    RESAMPLES,
    ArticleCounts,
    blocks_of,
    draw_articles,
    percentile_bounds,
    rows_and_sizes,
    sizes_over,
    sums_over,
)

if TYPE_CHECKING:
    from scipy.sparse import csr_array, sparray, spmatrix

LEVEL = 0.95
MINIMUM_ARTICLES = 5


def poisson_rate_interval(count: ArrayLike, tokens: ArrayLike, *, per: float = 1000) -> tuple[Result, Result]:
    """Compute the exact 95 % Poisson interval of a rate (Garwood 1936), low and high, per 1,000 tokens.

    χ²(.025; 2k)/2 and χ²(.975; 2k+2)/2 over the tokens; low is 0 with no hit; nan without tokens. It takes the hits
    for independent, which hits in one article are not, so it is too narrow for what comes in clumps.
    """
    from scipy.special import gammainccinv, gammaincinv

    given = (count, tokens)
    count, tokens = floats(count), floats(tokens)
    refuse(count < 0, count, "count", "count is 0 or more")
    refuse(tokens < 0, tokens, "tokens", "tokens is 0 or more")
    tail = (1 - LEVEL) / 2
    scale = per / np.where(tokens == 0, np.nan, tokens)
    with np.errstate(invalid="ignore"):
        low = np.where(count == 0, 0.0, gammaincinv(np.where(count == 0, 1.0, count), tail)) * scale
    return result(low, *given), result(gammainccinv(count + 1, tail) * scale, *given)


def rate_ratio_interval(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, types: ArrayLike = 1
) -> tuple[Result, Result]:
    """Compute the exact 95 % interval of the ratio of two rates, (a/n1) / (b/n2), low and high.

    Clopper-Pearson bounds of τ = a/(a+b) at 1 - .05/types, each turned into (n2/n1) τ/(1-τ). With b = 0 high is inf,
    with a = 0 low is 0, with neither nan. Takes words for independent; `types` is the number of tests corrected for.
    """
    from scipy.special import betainccinv, betaincinv

    given = (a, b, n1, n2, types)
    a, b, n1, n2 = comparison(a, b, n1, n2)
    types = floats(types)
    refuse(types < 1, types, "types", "types is a number of tests of 1 or more")
    tail = (1 - LEVEL) / 2 / types
    sizes = np.where((a == 0) & (b == 0), np.nan, n2 / n1)
    hits, misses = np.where(a == 0, 1.0, a), np.where(b == 0, 1.0, b)
    # 1 - τ comes from the mirrored distribution: subtracting τ near 1 would lose its digits.
    low = np.where(a == 0, 0.0, betaincinv(hits, b + 1, tail) / betainccinv(b + 1, hits, tail))
    with np.errstate(divide="ignore"):
        high = np.where(b == 0, np.inf, betainccinv(a + 1, misses, tail) / betaincinv(misses, a + 1, tail))
    return result(low * sizes, *given), result(high * sizes, *given)


def bootstrap_rate_interval(
    counts: ArrayLike | sparray | spmatrix,
    tokens: ArrayLike,
    *,
    per: float = 1000,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> tuple[Result, Result]:
    """Compute the percentile bootstrap 95 % interval of a rate over articles, low and high, per 1,000 tokens.

    `counts` has one number an article, or one row a word and one column an article (dense, DataFrame or scipy
    sparse). Articles are drawn with replacement and the rate is the ratio of the sums. nan below 5 articles, where
    the interval would only mirror the few articles. Raises ValueError where counts and tokens do not fit. With few
    articles it is still too narrow.
    """
    rows, sizes = rows_and_sizes(ArticleCounts(counts, tokens))
    bounds = np.full((2, rows.shape[0]), np.nan)
    draws = draw_articles(sizes.size, resamples, np.random.default_rng(seed))
    if sizes.size >= MINIMUM_ARTICLES:
        total = sizes_over(sizes, draws)
        with np.errstate(divide="ignore", invalid="ignore"):
            for block in blocks_of(rows.shape[0], resamples):
                rates = per * sums_over(rows[block], draws) / total
                bounds[:, block] = percentile_bounds(rates, level=LEVEL)
    return _low_and_high(bounds, counts)


def bootstrap_log_ratio_interval(
    side: ArticleCounts, reference: ArticleCounts, *, resamples: int = RESAMPLES, seed: int = 0
) -> tuple[Result, Result]:
    """Compute the percentile bootstrap 95 % interval of Log Ratio over the articles of each side, low and high.

    Each side's articles are drawn with replacement, the same draws for every word; a sum of zero counts as 0.5, also
    where both sides draw none: left out, such resamples would leave a word of one article an interval that excludes
    0. nan where a side has fewer than 5 articles or the word occurs on neither. Raises ValueError where the two sides
    have unlike rows. Says how far the articles agree, not what other articles would hold.
    """
    generator = np.random.default_rng(seed)
    (first, n1), (second, n2) = rows_and_sizes(side), rows_and_sizes(reference)
    if first.shape[0] != second.shape[0]:
        raise ValueError(f"{first.shape[0]} words do not fit {second.shape[0]} of the reference; give the same words")
    bounds = np.full((2, first.shape[0]), np.nan)
    draws = [draw_articles(sizes.size, resamples, generator) for sizes in (n1, n2)]
    if min(n1.size, n2.size) >= MINIMUM_ARTICLES:
        with np.errstate(divide="ignore", invalid="ignore"):
            scale = sizes_over(n2, draws[1]) / sizes_over(n1, draws[0])
            for block in blocks_of(first.shape[0], resamples):
                ratios = _halved_zeros(first[block], draws[0])
                ratios *= scale
                ratios /= _halved_zeros(second[block], draws[1])
                bounds[:, block] = percentile_bounds(ratios, level=LEVEL, scale=np.log2)
        bounds[:, first.sum(axis=1) + second.sum(axis=1) == 0] = np.nan
    return _low_and_high(bounds, side.counts)


def _halved_zeros(counts: csr_array, draws: NDArray[np.uint8]) -> Floats:
    """Sum the counts, which are whole, over the draws; half a hit for none."""
    sums = sums_over(counts, draws)
    return np.maximum(sums, 0.5, out=sums)


def _low_and_high(bounds: Floats, counts: ArrayLike | sparray | spmatrix) -> tuple[Result, Result]:
    """Hand back two numbers for one word's counts, two columns for a table's."""
    low, high = bounds[:, 0] if np.ndim(counts) == 1 else bounds
    return result(low, counts), result(high, counts)
