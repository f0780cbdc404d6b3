"""Test words by dealing the articles out anew: how often chance alone sets two sides as far apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.measures.columns import Floats, columnwise, floats, refuse, rowwise
from analysis.measures.intervals import MINIMUM_ARTICLES
from analysis.measures.resampling import blocks_of

PERMUTATIONS = 9_999
EXACT_WAYS = 20_000
_DEALT = 4_000_000  # articles dealt out at a time
_TIE = 1e-9  # sums that differ by rounding alone count as alike


@rowwise
def permutation_p(
    rates: ArrayLike,
    reference_rates: ArrayLike,
    *,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
    minimum_articles: int = MINIMUM_ARTICLES,
) -> Floats:
    """Compute the two-sided p of the permutation test on the mean rates of two sides' articles (Fisher 1935).

    One number an article, or one row a word. p is twice the smaller share of deals in which the first side's mean is
    at most, or at least, what it is; 1 at the most. Every deal is made where there are 20,000 or fewer, else
    `permutations` are drawn and the one observed is added to them (Phipson & Smyth 2010), so that p is never below
    2/(permutations + 1). nan where a side has fewer than `minimum_articles` and where a rate is. Raises ValueError for
    a rate below 0. Like the mean it heeds one article that is far off; a small p tells a difference, not its size.
    """
    first, second = np.atleast_2d(floats(rates)), np.atleast_2d(floats(reference_rates))
    terms, articles = np.nonzero(np.concatenate([first, second], axis=1))
    n1, n2 = first.shape[1], second.shape[1]
    p = np.full(len(first), np.nan)
    if min(n1, n2) >= max(minimum_articles, 1):
        values = np.concatenate([first, second], axis=1)[terms, articles]
        sides = np.arange(n1 + n2) < n1
        p = _permuted_p(terms, articles, values, sides, len(first), permutations=permutations, seed=seed)
    return p[0] if np.ndim(rates) < 2 else p


@columnwise
def permutation_p_by_term(
    terms: ArrayLike,
    articles: ArrayLike,
    rates: ArrayLike,
    *,
    sides: ArrayLike,
    vocabulary: int,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
) -> Floats:
    """Compute `permutation_p` of every term from its hits alone: a term id, article id and rate each.

    `sides` has True for each article of the first side, False for the reference; the same deals serve every term.
    Gives one value a term id from 0 to `vocabulary` - 1, 1 for a term without a hit, nan below 5 articles a side and
    for a term with a rate that is nan. Raises ValueError for a rate below 0.
    """
    rates, sides = floats(rates), np.asarray(sides, dtype=bool)
    if min(sides.sum(), (~sides).sum()) < MINIMUM_ARTICLES:
        return np.full(vocabulary, np.nan)
    terms, articles = np.asarray(terms, np.intp), np.asarray(articles, np.intp)
    return _permuted_p(terms, articles, rates, sides, vocabulary, permutations=permutations, seed=seed)


def _permuted_p(
    terms: NDArray[np.intp],
    articles: NDArray[np.intp],
    rates: Floats,
    sides: NDArray[np.bool_],
    vocabulary: int,
    *,
    permutations: int,
    seed: int,
) -> Floats:
    """Count the deals in which the first side has at most, and at least, the rates that it has."""
    from scipy.sparse import csr_array

    if permutations < 1:
        raise ValueError(f"permutations = {permutations} is not allowed; choose 1 or more")
    refuse(rates < 0, rates, "rates", "a rate is 0 or more")
    table = csr_array((rates, (terms, articles)), shape=(vocabulary, len(sides)))
    observed, slack = table @ sides.astype(np.float64), _TIE * np.asarray(table.sum(axis=1))
    exact = comb(len(sides), int(sides.sum())) <= EXACT_WAYS
    made = 0 if exact else 1  # the deal observed, which is one of all but not one of those drawn
    less, more = np.full((2, vocabulary), made)
    for dealt in _every_deal(sides) if exact else _some_deals(sides, permutations, seed):
        made += dealt.shape[1]
        for block in blocks_of(vocabulary, dealt.shape[1]):
            away = table[block] @ dealt - observed[block, None]
            less[block] += np.count_nonzero(away <= slack[block, None], axis=1)
            more[block] += np.count_nonzero(away >= -slack[block, None], axis=1)
    p = np.minimum(2 * np.minimum(less, more) / made, 1.0)
    p[terms[np.isnan(rates)]] = np.nan
    return p


def _every_deal(sides: NDArray[np.bool_]) -> Iterator[Floats]:
    """Give all ways to choose the articles of the first side: one row an article, one column a way."""
    chosen = np.array(list(combinations(range(len(sides)), int(sides.sum()))))
    dealt = np.zeros((len(sides), len(chosen)))
    dealt[chosen.T, np.arange(len(chosen))] = 1
    yield dealt


def _some_deals(sides: NDArray[np.bool_], permutations: int, seed: int) -> Iterator[Floats]:
    """Draw ways to choose the articles of the first side, a block of columns at a time."""
    generator = np.random.default_rng(seed)
    size = max(1, _DEALT // len(sides))
    for start in range(0, permutations, size):
        rows = np.tile(sides, (min(size, permutations - start), 1))
        yield generator.permuted(rows, axis=1).T.astype(np.float64)
