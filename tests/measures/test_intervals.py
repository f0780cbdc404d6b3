"""Intervals of rates and of their ratios."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse, stats

from analysis import measures
from analysis.measures import ArticleCounts

COUNTS, TOKENS = [4, 0, 2, 9, 1, 3], [500, 300, 450, 900, 250, 620]


@given(st.integers(0, 5000), st.integers(1, 10**6))
def test_poisson_interval_is_garwoods(count, tokens):
    low, high = measures.poisson_rate_interval(count, tokens)
    garwood = stats.chi2.ppf(0.025, 2 * count) / 2 if count else 0
    assert low == pytest.approx(1000 * garwood / tokens)
    assert high == pytest.approx(1000 * stats.chi2.ppf(0.975, 2 * count + 2) / 2 / tokens)
    assert low <= 1000 * count / tokens <= high


def test_poisson_column():
    low, high = measures.poisson_rate_interval(pd.Series([0, 10, 3]), [1, 1, 0], per=1)
    np.testing.assert_allclose(low, [0, 4.7954, np.nan], atol=5e-5)
    np.testing.assert_allclose(high, [3.6889, 18.3904, np.nan], atol=5e-5)
    with pytest.raises(ValueError, match="count = -1"):
        measures.poisson_rate_interval(-1, 5)


def test_rate_ratio_interval_is_the_power_of_log_ratios():
    low, high = measures.rate_ratio_interval(7, 2, 547, 889)
    assert measures.log_ratio_interval(7, 2, 547, 889) == pytest.approx((math.log2(low), math.log2(high)))
    assert low < measures.relative_risk(7, 2, 547, 889) < high
    assert measures.rate_ratio_interval(0, 3, 10, 10)[0] == 0
    assert measures.rate_ratio_interval(3, 0, 10, 10)[1] == math.inf


def test_bootstrap_rate_interval():
    low, high = measures.bootstrap_rate_interval(COUNTS, TOKENS)
    assert 0 < low < 1000 * sum(COUNTS) / sum(TOKENS) < high
    assert (low, high) == measures.bootstrap_rate_interval(COUNTS, TOKENS)
    assert (low, high) != measures.bootstrap_rate_interval(COUNTS, TOKENS, seed=1)
    assert type(low) is float


def test_bootstrap_agrees_with_scipy():
    def rate(counts, tokens, axis=-1):
        return 1000 * np.sum(counts, axis=axis) / np.sum(tokens, axis=axis)

    expected = stats.bootstrap(
        (COUNTS, TOKENS), rate, paired=True, method="percentile", n_resamples=20000, rng=np.random.default_rng(3)
    ).confidence_interval
    found = measures.bootstrap_rate_interval(COUNTS, TOKENS, resamples=20000)
    assert found == pytest.approx((expected.low, expected.high), rel=0.02)


def test_rows_equal_single_words():
    rows = np.array([COUNTS, [0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1]])
    expected = np.array([measures.bootstrap_rate_interval(row, TOKENS) for row in rows]).T
    np.testing.assert_allclose(measures.bootstrap_rate_interval(rows, TOKENS), expected)
    np.testing.assert_allclose(measures.bootstrap_rate_interval(sparse.csr_array(rows), TOKENS), expected)
    side, reference = ArticleCounts(rows, TOKENS), ArticleCounts(rows[::-1].copy(), TOKENS)
    pairs = [
        measures.bootstrap_log_ratio_interval(ArticleCounts(row, TOKENS), ArticleCounts(other, TOKENS))
        for row, other in zip(rows, rows[::-1], strict=True)
    ]
    np.testing.assert_allclose(measures.bootstrap_log_ratio_interval(side, reference), np.array(pairs).T)


def test_fewer_than_five_articles_have_no_bootstrap_interval():
    assert all(map(math.isnan, measures.bootstrap_rate_interval([5], [500])))
    assert all(map(math.isnan, measures.bootstrap_rate_interval([5, 2, 3, 4], [500] * 4)))
    assert not any(map(math.isnan, measures.bootstrap_rate_interval([5, 2, 3, 4, 4], [500] * 5)))
    few, many = ArticleCounts([5, 1], [500, 400]), ArticleCounts(COUNTS, TOKENS)
    assert all(map(math.isnan, measures.bootstrap_log_ratio_interval(few, many)))
    assert all(map(math.isnan, measures.bootstrap_log_ratio_interval(many, few)))


def test_bootstrap_log_ratio_interval():
    many, double = ArticleCounts(COUNTS, TOKENS), ArticleCounts([2 * count for count in COUNTS], TOKENS)
    low, high = measures.bootstrap_log_ratio_interval(double, many)
    assert low < 1 < high
    nowhere = ArticleCounts([0] * 6, TOKENS)
    assert all(map(math.isnan, measures.bootstrap_log_ratio_interval(nowhere, nowhere)))
    low, high = measures.bootstrap_log_ratio_interval(nowhere, many)
    assert low < high < 0
    even = ArticleCounts([2] * 5, [100] * 5)
    assert measures.bootstrap_log_ratio_interval(even, even) == (0, 0)


def test_articles_without_tokens():
    assert all(map(math.isnan, measures.bootstrap_rate_interval([0] * 5, [0] * 5)))


def test_wrong_sides_are_refused():
    with pytest.raises(ValueError, match="give one each"):
        measures.bootstrap_rate_interval([1, 2, 3], [10, 20])
    with pytest.raises(ValueError, match="resamples = 0"):
        measures.bootstrap_rate_interval(COUNTS, TOKENS, resamples=0)
