"""Test words by article and correct for the number of words tested."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.measures.columns import Floats, columnwise, floats, refuse, rowwise
from analysis.measures.intervals import MINIMUM_ARTICLES

if TYPE_CHECKING:
    from scipy.sparse import csr_array

EXACT_ARTICLES = 8
_HITS = 1_000_000  # hits held at a time, a hundred bytes each


@rowwise
def rank_sum_p(rates: ArrayLike, reference_rates: ArrayLike, *, minimum_articles: int = MINIMUM_ARTICLES) -> Floats:
    """Compute the two-sided p of the Wilcoxon rank-sum test on the rates of two sides' articles.

    One number an article, or one row a word. Exact where no rates tie and a side has 8 articles or fewer, otherwise
    normal with tie and continuity correction (Mann & Whitney 1947, as scipy's mannwhitneyu). 1 where all rates are
    alike; nan where a side has fewer than `minimum_articles`. A small p tells a shift, not its size.
    """
    first, second = np.atleast_2d(floats(rates)), np.atleast_2d(floats(reference_rates))
    single = np.ndim(rates) < 2
    p = np.full(len(first), np.nan)
    if min(first.shape[-1], second.shape[-1]) >= max(minimum_articles, 1):
        p = _rank_sum_rows(first, second)
    return p[0] if single else p


def _rank_sum_rows(first: Floats, second: Floats) -> Floats:
    """Test each row, exactly where that is possible."""
    from scipy.stats import mannwhitneyu

    steps = np.diff(np.sort(np.concatenate([first, second], axis=1), axis=1), axis=1)
    tied, alike = (steps == 0).any(axis=1), (steps == 0).all(axis=1)
    exact = ~tied & (min(first.shape[1], second.shape[1]) <= EXACT_ARTICLES)
    p = np.ones(len(first))
    for rows, method in ((exact, "exact"), (~exact & ~alike, "asymptotic")):
        if rows.any():
            p[rows] = mannwhitneyu(first[rows], second[rows], axis=1, method=method).pvalue
    return p


@columnwise
def rank_sum_p_by_term(
    terms: ArrayLike, articles: ArrayLike, rates: ArrayLike, *, sides: ArrayLike, vocabulary: int
) -> Floats:
    """Compute `rank_sum_p` of every term from its hits alone: a term id, article id and rate each.

    `sides` has True for each article of the first side, False for the reference. Gives one value a term id from 0 to
    `vocabulary` - 1; the articles without the term count as rate 0, and a term by article table is never built.
    """
    rates, sides = floats(rates), np.asarray(sides, dtype=bool)
    refuse(rates < 0, rates, "rates", "a rate is 0 or more")
    p = np.full(vocabulary, np.nan)
    if min(sides.sum(), (~sides).sum()) >= MINIMUM_ARTICLES:
        by_term = _hits_by_term(np.asarray(terms), np.asarray(articles), rates, (vocabulary, len(sides)))
        for start, end in pairwise(_block_bounds(by_term.indptr)):
            p[start:end] = _rank_sum_of_hits(by_term[start:end], sides)
    return p


def _hits_by_term(
    terms: NDArray[np.int_], articles: NDArray[np.int_], rates: Floats, shape: tuple[int, int]
) -> csr_array:
    """Sort the hits by term, those of a term in the order in which they were; rates of 0 are no hits."""
    from scipy.sparse import csr_array

    by_term = csr_array((rates, (terms, articles)), shape=shape)
    by_term.eliminate_zeros()
    return by_term


def _block_bounds(first_hits: NDArray[np.int_]) -> list[int]:
    """Cut the terms, by where the hits of each begin, into blocks of so many hits, one term's hits in one block."""
    cuts = np.arange(_HITS, first_hits[-1], _HITS)
    return np.unique(np.concatenate([[0], np.searchsorted(first_hits, cuts), [len(first_hits) - 1]])).tolist()


def _rank_sum_of_hits(hits: csr_array, sides: NDArray[np.bool_]) -> Floats:
    """Test each row of a table of rates by article that has the hits alone."""
    n1, n2 = int(sides.sum()), int((~sides).sum())
    terms = np.repeat(np.arange(hits.shape[0]), np.diff(hits.indptr))
    order = np.lexsort((hits.data, terms))
    p, tied = _normal_p(terms, hits.data[order], sides[hits.indices[order]], hits.shape[0], n1=n1, n2=n2)
    exact = np.flatnonzero(~tied) if min(n1, n2) <= EXACT_ARTICLES else []
    if len(exact):
        table = hits[exact].toarray()
        p[exact] = _rank_sum_rows(table[:, sides], table[:, ~sides])
    return p


def _normal_p(
    terms: NDArray[np.intp], rates: Floats, first: NDArray[np.bool_], vocabulary: int, *, n1: int, n2: int
) -> tuple[Floats, NDArray[np.bool_]]:
    """Compute the normal p of each term from hits sorted by term and rate, and whether its rates tie."""
    from scipy.special import erfc

    found = np.bincount(terms, minlength=vocabulary)
    absent = (n1 + n2 - found).astype(np.float64)
    starts_term = np.concatenate([[0], np.cumsum(found)[:-1]])
    change = np.ones(len(terms), dtype=bool)
    change[1:] = (np.diff(terms) != 0) | (np.diff(rates) != 0)
    group = np.cumsum(change) - 1
    group_size = np.bincount(group).astype(np.float64)
    group_start = np.flatnonzero(change)
    group_term = terms[group_start]
    group_rank = absent[group_term] + group_start - starts_term[group_term] + (group_size + 1) / 2
    ranks = np.bincount(terms, first * group_rank[group], minlength=vocabulary)
    ranks = ranks + (n1 - np.bincount(terms, first, minlength=vocabulary)) * (absent + 1) / 2
    ties = np.bincount(group_term, group_size**3 - group_size, minlength=vocabulary) + absent**3 - absent
    total = n1 + n2
    distance = np.abs(ranks - n1 * (total + 1) / 2) - 0.5
    spread = np.sqrt(n1 * n2 / 12 * (total + 1 - ties / (total * (total - 1))))
    p = np.where(spread > 0, erfc(distance / spread / np.sqrt(2)), 1.0)
    return np.minimum(p, 1.0), ties > 0


@columnwise
def benjamini_hochberg(p: ArrayLike, *, types: int | None = None) -> Floats:
    """Compute the q-values of a column of p, the false discovery rate at which each would be kept.

    q_(i) = min over j >= i of p_(j)·m/j (Benjamini & Hochberg 1995), at most 1; nan stays nan. m is `types`, the number
    of tests made before any filter, or else the number of p given. Assumes p that are right to begin with: from
    word-level p of clumped words it keeps many that are chance.
    """
    p = floats(p)
    refuse((p < 0) | (p > 1), p, "p", "a p lies between 0 and 1")
    given = np.flatnonzero(~np.isnan(p))
    tests = len(given) if types is None else types
    if tests < len(given):
        raise ValueError(f"types = {types} is not allowed; {len(given)} p were given, so at least as many were tested")
    order = given[np.argsort(p.ravel()[given])[::-1]]
    q = np.full(p.size, np.nan)
    q[order] = np.minimum(np.minimum.accumulate(p.ravel()[order] * (tests / np.arange(len(given), 0, -1))), 1.0)
    return q.reshape(p.shape)
