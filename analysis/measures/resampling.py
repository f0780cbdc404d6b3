"""Draw articles again and again: sums over the draws, and the bounds that hold most of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.measures.columns import Floats, floats

if TYPE_CHECKING:
    from scipy.sparse import csr_array, sparray, spmatrix

RESAMPLES = 2000
_DRAWN = 2_000_000  # articles drawn at a time
_HELD = 4_000_000  # sums held at a time, 8 bytes each
_WEIGHTS = 16_000_000  # draws held as weights at a time, 8 bytes each


@dataclass(frozen=True)
class ArticleCounts:
    """One side of a comparison by article.

    `counts` has one number an article, or one row a word and one column an article (dense or scipy sparse); `tokens`
    has the articles' lengths.
    """

    counts: ArrayLike | sparray | spmatrix
    tokens: ArrayLike


def rows_and_sizes(side: ArticleCounts) -> tuple[csr_array, Floats]:
    """Read the counts, one row a word, and the lengths of the articles; raises ValueError where they do not fit."""
    from scipy.sparse import csr_array

    tokens = floats(side.tokens)
    counts = side.counts if hasattr(side.counts, "tocsr") else np.atleast_2d(floats(side.counts))
    if tokens.ndim != 1 or counts.shape[-1] != tokens.size:
        raise ValueError(f"counts of {counts.shape[-1]} articles do not fit tokens of {tokens.shape}; give one each")
    return csr_array(counts, dtype=np.float64), tokens


def draw_articles(articles: int, resamples: int, generator: np.random.Generator) -> NDArray[np.uint8]:
    """Draw as many articles as there are, with replacement: how often each, one row an article, one column a resample.

    Raises ValueError for fewer than one resample. A byte is enough: the chance that one article is drawn more than 255
    times is below 10⁻⁵⁰⁰.
    """
    if resamples < 1:
        raise ValueError(f"resamples = {resamples} is not allowed; choose 1 or more")
    drawn = np.empty((articles, resamples), dtype=np.uint8)
    block = max(1, _DRAWN // max(articles, 1))
    for start in range(0, resamples, block):
        size = min(block, resamples - start)
        chosen = generator.integers(0, articles, size=(size, articles)) + articles * np.arange(size)[:, None]
        counted = np.bincount(chosen.ravel(), minlength=size * articles)
        drawn[:, start : start + size] = counted.reshape(size, articles).T
    return drawn


def blocks_of(rows: int, columns: int) -> Iterator[slice]:
    """Cut rows into blocks whose table of so many columns fits in memory."""
    size = max(1, _HELD // max(columns, 1))
    for start in range(0, rows, size):
        yield slice(start, min(start + size, rows))


def sizes_over(tokens: Floats, draws: NDArray[np.uint8]) -> Floats:
    """Sum the lengths of the articles over the draws, one value a draw."""
    from scipy.sparse import csr_array

    return sums_over(csr_array(tokens[None, :]), draws)[0]


def sums_over(counts: csr_array, draws: NDArray[np.uint8]) -> Floats:
    """Sum the counts of each word over the draws: one row a word, one column a draw."""
    used, places = np.unique(counts.indices, return_inverse=True)
    narrowed = type(counts)((counts.data, places, counts.indptr), shape=(counts.shape[0], len(used)))
    width = max(1, _WEIGHTS // max(len(used), 1))
    parts = [draws[used, start : start + width] for start in range(0, draws.shape[1], width)]
    sums = [narrowed @ part.astype(np.float64) for part in parts]
    return sums[0] if len(sums) == 1 else np.concatenate(sums, axis=1)


def percentile_bounds(
    values: Floats, *, level: float, scale: Callable[[Floats], Floats] = np.positive
) -> tuple[Floats, Floats]:
    """Interpolate the two percentiles that leave out (1 - level)/2 on either side of the last axis, nan left out.

    The values are sorted in place. ``scale`` is a growing function, np.log2 say, taken before the interpolation of
    the few values that are needed instead of all.
    """
    values.sort(axis=-1)
    last = np.isfinite(values).sum(axis=-1) - 1
    bounds = []
    for share in ((1 - level) / 2, (1 + level) / 2):
        place = share * np.maximum(last, 0)
        below = np.floor(place).astype(np.intp)
        above = np.minimum(below + 1, np.maximum(last, 0))
        lower, upper = (scale(np.take_along_axis(values, at[..., None], axis=-1)[..., 0]) for at in (below, above))
        bounds.append(np.where(last < 0, np.nan, lower + (upper - lower) * (place - below)))
    return bounds[0], bounds[1]
