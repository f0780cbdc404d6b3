"""Give a rate, or the ratio of two rates, its 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from analysis.measures.columns import Floats, Result, comparison, floats, refuse, result

if TYPE_CHECKING:
    from scipy.sparse import sparray, spmatrix

LEVEL = 0.95
MINIMUM_ARTICLES = 5
RESAMPLES = 2000


@dataclass(frozen=True)
class ArticleCounts:
    """One side of a comparison by article.

    `counts` has one number an article, or one row a word and one column an article (dense or scipy sparse); `tokens`
    has the articles' lengths.
    """

    counts: ArrayLike | sparray | spmatrix
    tokens: ArrayLike


def poisson_rate_interval(count: ArrayLike, tokens: ArrayLike, *, per: float = 1000) -> tuple[Result, Result]:
    """Compute the exact 95 % Poisson interval of a rate (Garwood 1936), low and high, per 1,000 tokens.

    χ²(.025; 2k)/2 and χ²(.975; 2k+2)/2 over the tokens; low is 0 with no hit; nan without tokens. It takes the hits
    for independent, which hits in one article are not, so it is too narrow for what comes in clumps.
    """
    from scipy.special import gammainccinv, gammaincinv

    count, tokens = floats(count), floats(tokens)
    refuse(count < 0, count, "count", "count is 0 or more")
    refuse(tokens < 0, tokens, "tokens", "tokens is 0 or more")
    tail = (1 - LEVEL) / 2
    scale = per / np.where(tokens == 0, np.nan, tokens)
    with np.errstate(invalid="ignore"):
        low = np.where(count == 0, 0.0, gammaincinv(np.where(count == 0, 1.0, count), tail)) * scale
    return result(low), result(gammainccinv(count + 1, tail) * scale)


def rate_ratio_interval(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, types: ArrayLike = 1
) -> tuple[Result, Result]:
    """Compute the exact 95 % interval of the ratio of two rates, (a/n1) / (b/n2), low and high.

    Clopper-Pearson bounds of τ = a/(a+b) at 1 - .05/types, each turned into (n2/n1) τ/(1-τ). With b = 0 high is inf,
    with a = 0 low is 0, with neither nan. Takes words for independent; `types` is the number of tests corrected for.
    """
    from scipy.special import betainccinv, betaincinv

    a, b, n1, n2 = comparison(a, b, n1, n2)
    types = floats(types)
    refuse(types < 1, types, "types", "types is a number of tests of 1 or more")
    tail = (1 - LEVEL) / 2 / types
    sizes = np.where((a == 0) & (b == 0), np.nan, n2 / n1)
    hits, misses = np.maximum(a, 1), np.maximum(b, 1)
    # 1 - τ comes from the mirrored distribution: subtracting τ near 1 would lose its digits.
    low = np.where(a == 0, 0.0, betaincinv(hits, b + 1, tail) / betainccinv(b + 1, hits, tail))
    with np.errstate(divide="ignore"):
        high = np.where(b == 0, np.inf, betainccinv(a + 1, misses, tail) / betaincinv(misses, a + 1, tail))
    return result(low * sizes), result(high * sizes)


def bootstrap_rate_interval(
    counts: ArrayLike | sparray | spmatrix,
    tokens: ArrayLike,
    *,
    per: float = 1000,
    resamples: int = RESAMPLES,
    seed: int = 0,
) -> tuple[Result, Result]:
    """Compute the percentile bootstrap 95 % interval of a rate over articles, low and high, per 1,000 tokens.

    Articles are drawn with replacement and the rate is the ratio of the sums. nan below 5 articles, where the interval
    would only mirror the few articles. Takes 16 kB a row of counts. With few articles it is still too narrow.
    """
    hits, sizes = _resampled_sums(ArticleCounts(counts, tokens), resamples, np.random.default_rng(seed))
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = _percentile_bounds(per * hits / sizes)
    return result(low), result(high)


def bootstrap_log_ratio_interval(
    side: ArticleCounts, reference: ArticleCounts, *, resamples: int = RESAMPLES, seed: int = 0
) -> tuple[Result, Result]:
    """Compute the percentile bootstrap 95 % interval of Log Ratio over the articles of each side, low and high.

    Each side's articles are drawn with replacement; a sum of zero counts as 0.5, also where both sides draw none: left
    out, such resamples would leave a word of one article an interval that excludes 0. nan where a side has fewer than
    5 articles or the word occurs on neither.
    """
    generator = np.random.default_rng(seed)
    a, n1 = _resampled_sums(side, resamples, generator)
    b, n2 = _resampled_sums(reference, resamples, generator)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.log2(np.where(a == 0, 0.5, a) / n1) - np.log2(np.where(b == 0, 0.5, b) / n2)
    nowhere = ((a == 0) & (b == 0)).all(axis=-1, keepdims=True)
    low, high = _percentile_bounds(np.where(nowhere, np.nan, ratios))
    return result(low), result(high)


def _resampled_sums(side: ArticleCounts, resamples: int, generator: np.random.Generator) -> tuple[Floats, Floats]:
    """Sum counts and tokens over articles drawn with replacement, one column a resample; nan below 5 articles."""
    tokens = floats(side.tokens)
    counts = side.counts if hasattr(side.counts, "tocsr") else floats(side.counts)
    if tokens.ndim != 1 or counts.shape[-1] != tokens.size:
        raise ValueError(f"counts of {counts.shape[-1]} articles do not fit tokens of {tokens.shape}; give one each")
    if resamples < 1:
        raise ValueError(f"resamples = {resamples} is not allowed; choose 1 or more")
    hits, sizes = np.full((*counts.shape[:-1], resamples), np.nan), np.full(resamples, np.nan)
    if tokens.size < MINIMUM_ARTICLES:
        return hits, sizes
    block = max(1, 2_000_000 // tokens.size)
    for start in range(0, resamples, block):
        draws = _draws(tokens.size, min(block, resamples - start), generator)
        hits[..., start : start + block] = counts @ draws
        sizes[start : start + block] = tokens @ draws
    return hits, sizes


def _draws(articles: int, resamples: int, generator: np.random.Generator) -> Floats:
    """Count how often each article is drawn: one row an article, one column a resample."""
    chosen = generator.integers(0, articles, size=(resamples, articles))
    chosen += articles * np.arange(resamples)[:, None]
    drawn = np.bincount(chosen.ravel(), minlength=resamples * articles)
    return drawn.reshape(resamples, articles).T.astype(np.float64)


def _percentile_bounds(values: Floats) -> tuple[Floats, Floats]:
    """Interpolate the 2.5th and 97.5th percentile of the last axis, nan left out."""
    ordered = np.sort(values, axis=-1)
    last = np.isfinite(ordered).sum(axis=-1) - 1
    bounds = []
    for share in ((1 - LEVEL) / 2, (1 + LEVEL) / 2):
        place = share * np.maximum(last, 0)
        below = np.floor(place).astype(np.intp)
        above = np.minimum(below + 1, np.maximum(last, 0))
        lower = np.take_along_axis(ordered, below[..., None], axis=-1)[..., 0]
        upper = np.take_along_axis(ordered, above[..., None], axis=-1)[..., 0]
        bounds.append(np.where(last < 0, np.nan, lower + (upper - lower) * (place - below)))
    return bounds[0], bounds[1]
