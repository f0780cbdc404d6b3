"""Tests that deal the articles out anew."""

import math

import numpy as np
import pytest
from scipy import stats

from analysis import measures


def difference(first, second, axis):
    return first.mean(axis=axis) - second.mean(axis=axis)


def scipys(first, second, resamples=np.inf):
    return stats.permutation_test(
        (first, second), difference, vectorized=True, n_resamples=resamples, rng=np.random.default_rng(5)
    ).pvalue


@pytest.mark.parametrize("ties", [True, False])
@pytest.mark.parametrize("sizes", [(5, 5), (5, 6), (8, 6), (5, 9)])
def test_every_deal_of_few_articles_as_scipy_makes_them(sizes, ties):
    generator = np.random.default_rng(3)
    for _ in range(10):
        first, second = (generator.random(size) for size in sizes)
        if ties:
            first, second = np.round(first, 1), np.round(second, 1)
        assert measures.permutation_p(first, second) == pytest.approx(scipys(first, second))


def test_by_hand():
    # One article of six has the word: the deals that put it on the side of five are 5 of 6, on the other 1 of 6.
    assert measures.permutation_p([1, 0, 0, 0, 0], [0], minimum_articles=1) == 1
    assert measures.permutation_p([0, 0, 0, 0, 0], [1], minimum_articles=1) == pytest.approx(2 / 6)
    # 10 stands apart from 1 to 5 in each of the two deals of highest and lowest mean, 252 deals in all.
    assert measures.permutation_p([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]) == pytest.approx(2 / 252)


def test_many_articles_are_dealt_out_by_lot_and_repeat():
    generator = np.random.default_rng(4)
    first, second = generator.random(30), generator.random(25) + 0.1
    p = measures.permutation_p(first, second)
    assert p == pytest.approx(scipys(first, second, resamples=20_000), abs=0.02)
    assert p == pytest.approx(stats.ttest_ind(first, second).pvalue, abs=0.02)
    assert p == measures.permutation_p(first, second)
    assert p != measures.permutation_p(first, second, seed=1)


def test_the_deal_observed_counts_among_those_drawn():
    """Never 0, however far apart the sides are: at the least the one observed and its mirror, of a hundred deals."""
    assert measures.permutation_p([0] * 20, [1] * 20, permutations=99) == pytest.approx(2 / 100)


def test_it_is_two_sided():
    generator = np.random.default_rng(6)
    for _ in range(10):
        first, second = generator.random(6), generator.random(7) ** 2
        p = measures.permutation_p(first, second)
        one_sided = min(
            stats.permutation_test(
                (first, second), difference, vectorized=True, n_resamples=np.inf, alternative=way
            ).pvalue
            for way in ("less", "greater")
        )
        assert p == pytest.approx(min(2 * one_sided, 1)) == pytest.approx(measures.permutation_p(second, first))


def test_fewer_than_five_articles_have_no_p():
    assert math.isnan(measures.permutation_p([1, 2, 3, 4], [5, 6, 7, 8, 9]))
    assert math.isnan(measures.permutation_p([], [], minimum_articles=0))
    sides = [True] * 4 + [False] * 6
    assert np.isnan(measures.permutation_p_by_term([0], [1], [2.5], sides=sides, vocabulary=3)).all()


def test_like_rates_are_no_evidence():
    assert measures.permutation_p([0.1] * 5, [0.1] * 6) == 1
    assert measures.permutation_p_by_term([], [], [], sides=[True] * 5 + [False] * 6, vocabulary=2).tolist() == [1, 1]


@pytest.mark.parametrize("sizes", [(5, 6), (12, 9)])
def test_hits_equal_the_table(sizes):
    generator = np.random.default_rng(4)
    sides = np.arange(sum(sizes)) < sizes[0]
    table = np.where(generator.random((40, len(sides))) < 0.6, 0, generator.random((40, len(sides))))
    table[5] = 0
    terms, articles = np.nonzero(table)
    found = measures.permutation_p_by_term(terms, articles, table[terms, articles], sides=sides, vocabulary=40)
    rows = measures.permutation_p(table[:, sides], table[:, ~sides])
    np.testing.assert_allclose(found, rows)
    np.testing.assert_allclose(rows, [measures.permutation_p(row[sides], row[~sides]) for row in table])


def test_a_rate_that_nobody_knows_has_no_p():
    nan = math.nan
    found = measures.permutation_p([[nan, 2, 3, 4, 5], [1, 2, 3, 4, 5]], [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10]])
    assert found == pytest.approx([nan, 2 / 252], nan_ok=True)
    sides = [True] * 5 + [False] * 5
    assert measures.permutation_p_by_term([0], [3], [nan], sides=sides, vocabulary=2) == pytest.approx(
        [nan, 1], nan_ok=True
    )


def test_wrong_options_are_refused():
    with pytest.raises(ValueError, match="permutations = 0"):
        measures.permutation_p([1] * 5, [2] * 5, permutations=0)
    with pytest.raises(ValueError, match="rates = -1"):
        measures.permutation_p_by_term([0], [0], [-1], sides=[True] * 5 + [False] * 5, vocabulary=1)
    with pytest.raises(ValueError, match="rates = -2"):
        measures.permutation_p([-2, 2, 3, 4, 5], [1, 2, 3, 4, 5])
