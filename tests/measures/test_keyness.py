"""Keyness of a of n1 against b of n2."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis import measures

MEASURES = {
    "log_likelihood": {},
    "bic": {},
    "effect_size_ll": {},
    "chi_squared": {},
    "fisher_exact": {},
    "percent_difference": {},
    "relative_risk": {},
    "log_ratio": {},
    "conservative_log_ratio": {"types": 100},
    "odds_ratio": {},
    "simple_maths": {},
    "difference_coefficient": {},
    "fighting_words_z": {"prior": 0.1, "prior_total": 100},
}
EFFECTS = set(MEASURES) - {"log_likelihood", "bic", "chi_squared", "fisher_exact"}
SEEDS = {"n1": 547, "n2": 889}


@st.composite
def tables(draw, least=0, size=5000):
    n1, n2 = draw(st.integers(max(least, 1), size)), draw(st.integers(max(least, 1), size))
    return draw(st.integers(least, n1)), draw(st.integers(least, n2)), n1, n2


@pytest.mark.parametrize(
    ("a", "b", "n1", "n2", "two", "four", "p"),
    [
        (12000, 10000, 10**6, 10**6, 182.0695, 184.0917, None),
        (620, 267, 1017879, 1007532, 140.8655, 140.9255, None),
        (5, 0, 547, 889, 9.6517, 9.6801, 0.0079),
        (0, 13, 547, 889, 12.4675, 12.5405, 0.0027),
        (2, 0, 547, 889, 3.8607, 3.8652, 0.145),
    ],
)
def test_reference_likelihoods(a, b, n1, n2, two, four, p):
    assert measures.log_likelihood(a, b, n1, n2, cells=2) == pytest.approx(two, abs=5e-5)
    assert measures.log_likelihood(a, b, n1, n2) == pytest.approx(four, abs=5e-5)
    if p:
        assert measures.fisher_exact(a, b, n1, n2) == pytest.approx(p, abs=5e-4 if p > 0.1 else 5e-5)


def test_two_hits_against_none_pass_one_test_and_fail_the_others():
    assert measures.p_value(measures.log_likelihood(2, 0, **SEEDS)) == pytest.approx(0.049, abs=5e-4)
    assert measures.p_value(measures.chi_squared(2, 0, **SEEDS)) == pytest.approx(0.071, abs=5e-4)


def test_expected_count_below_one_keeps_its_term():
    assert measures.log_likelihood(5, 1, 547, 10**6, cells=2) == pytest.approx(69.71, abs=0.005)


def test_continuity_correction_lowers_the_score():
    assert measures.log_likelihood(11999.5, 10000.5, 1e6, 1e6, cells=2) == pytest.approx(181.89, abs=0.005)
    assert measures.chi_squared(12000, 10000, 1e6, 1e6, yates=True) < measures.chi_squared(12000, 10000, 1e6, 1e6)
    assert measures.chi_squared(5, 5, 10, 10, yates=True) == 0


@given(tables())
def test_continuity_correction_shrinks(table):
    """Yates's chi-squared is never the larger, nor is LL of counts that are moved half a hit towards expectation."""
    a, b, n1, n2 = table
    plain, corrected = (measures.chi_squared(*table, yates=yates) for yates in (False, True))
    assert math.isnan(plain) or 0 <= corrected <= plain
    excess = a - n1 * (a + b) / (n1 + n2)
    moved = math.copysign(min(abs(excess), 0.5), excess)
    for cells in (2, 4):
        likelihood = measures.log_likelihood(a - moved, b + moved, n1, n2, cells=cells)
        assert likelihood <= measures.log_likelihood(*table, cells=cells) + 1e-9


def test_fewer_types_give_more_keywords():
    p = measures.p_value(measures.log_likelihood(0, 13, **SEEDS))
    assert p * 25 < 0.05 < p * 286
    scores = measures.conservative_log_ratio(0, 20, **SEEDS, types=np.array([1, 25, 10**6]))
    assert scores[0] < scores[1] < scores[2] == 0


def test_the_prior_decides_the_z_score():
    pooled = measures.fighting_words_z(0, 13, **SEEDS, prior=13 * 50, prior_total=1436 * 50)
    flat = measures.fighting_words_z(0, 13, **SEEDS, prior=3, prior_total=3 * 600)
    assert -0.3 < pooled < 0
    assert flat < -2.3


def test_actor_variants_pass_for_difference():
    assert measures.log_likelihood(0, 13, **SEEDS, cells=2) > 12
    assert measures.log_likelihood(8, 13, **SEEDS, cells=2) < 0.1


@pytest.mark.parametrize("name", ["percent_difference", "relative_risk", "odds_ratio"])
def test_word_missing_from_the_reference_is_infinitely_more_frequent(name):
    assert getattr(measures, name)(3, 0, 10, 20) == math.inf


@pytest.mark.parametrize("name", sorted(EFFECTS))
def test_word_in_neither_has_no_effect(name):
    assert math.isnan(getattr(measures, name)(0, 0, 10, 20, **MEASURES[name]))


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_empty_corpus_is_undefined(name):
    assert math.isnan(getattr(measures, name)(0, 3, 0, 20, **MEASURES[name]))
    assert math.isnan(getattr(measures, name)(3, 0, 20, 0, **MEASURES[name]))


def test_word_in_neither_is_no_evidence():
    assert measures.log_likelihood(0, 0, 10, 20) == 0
    assert measures.log_likelihood(0, 0, 10, 20, cells=2) == 0
    assert measures.bic(0, 0, 10, 20) == pytest.approx(-math.log(30))
    assert measures.fisher_exact(0, 0, 10, 20) == 1
    assert math.isnan(measures.chi_squared(0, 0, 10, 20))


def test_zero_correction_replaces_the_zero_alone():
    assert measures.log_ratio(0, 4, 100, 100) == pytest.approx(math.log2(0.5 / 4))
    assert measures.log_ratio(4, 0, 100, 200) == pytest.approx(math.log2(4 / 0.5 * 2))
    assert measures.log_ratio(4, 2, 100, 100) == pytest.approx(1)
    assert math.isnan(measures.log_ratio(0, 0, 10, 10, correction="walter"))
    assert measures.percent_difference(0, 4, 10, 10) == -100
    assert measures.difference_coefficient(0, 4, 10, 10) == -1


def test_effect_size_needs_an_expected_count_above_one():
    assert math.isnan(measures.effect_size_ll(2, 0, 100, 100))
    assert measures.effect_size_ll(3, 0, 100, 100) > 0


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_column_equals_its_numbers(name):
    a, b = np.array([0, 0, 1, 7, 50, 3]), np.array([0, 4, 0, 2, 50, 90])
    measure, options = getattr(measures, name), MEASURES[name]
    expected = [measure(int(x), int(y), 60, 100, **options) for x, y in zip(a, b, strict=True)]
    for kind in (list, np.array, lambda values: values.astype(np.int32)):
        column = measure(kind(a), kind(b), 60, 100, **options)
        assert isinstance(column, np.ndarray)
        assert column.dtype == np.float64
        np.testing.assert_array_equal(column, expected)
    index = list("abcdef")
    series = measure(pd.Series(a, index=index), pd.Series(b, index=index), 60, 100, **options)
    pd.testing.assert_series_equal(series, pd.Series(expected, index=index))
    assert type(expected[3]) is float
    assert measure(np.array([], int), np.array([], int), 60, 100, **options).shape == (0,)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_huge_counts_do_not_overflow(name):
    """Counts of a thousand million keep their digits: rates that differ by one in ten thousand still differ."""
    measure, options = getattr(measures, name), MEASURES[name]
    huge = np.array([10**9, 10**9 + 10**5]), np.array([10**9, 10**9]), 2 * 10**9, 2 * 10**9
    narrow = (np.array([2**31 - 1, 7], dtype=np.int32), np.array([7, 2**31 - 1], dtype=np.int32), 2**31 - 1, 2**31 - 1)
    for counts in (huge, narrow):
        expected = [measure(*map(float, row), **options) for row in zip(*np.broadcast_arrays(*counts), strict=True)]
        np.testing.assert_array_equal(measure(*counts, **options), expected)
        assert not np.isneginf(expected).any()
    assert measures.log_likelihood(10**9 + 10**5, 10**9, 10**10, 10**10) == pytest.approx(5.5553, abs=5e-4)


@pytest.mark.parametrize("name", sorted(MEASURES))
@pytest.mark.parametrize(
    ("counts", "named"),
    [
        ((-1, 2, 5, 5), "a = -1"),
        ((6, 2, 5, 5), "a = 6"),
        ((1, 7, 5, 5), "b = 7"),
        ((0, 0, -4, 5), "n1 = -4"),
        ((1, 1, math.inf, 5), "n1 = inf"),
    ],
)
def test_impossible_counts_are_refused(name, counts, named):
    with pytest.raises(ValueError, match=named):
        getattr(measures, name)(*counts, **MEASURES[name])
    with pytest.raises(ValueError, match=named):
        getattr(measures, name)(np.array([1, counts[0]]), counts[1], *counts[2:], **MEASURES[name])


def test_unknown_options_are_refused():
    with pytest.raises(ValueError, match=r"cells = 3.*2 or 4"):
        measures.log_likelihood(1, 2, 5, 5, cells=3)
    with pytest.raises(ValueError, match=r"correction = 'foo'.*zero.*walter"):
        measures.log_ratio(1, 2, 5, 5, correction="foo")
    with pytest.raises(ValueError, match="types = 0"):
        measures.conservative_log_ratio(1, 2, 5, 5, types=0)
    with pytest.raises(ValueError, match="smoothing = -1"):
        measures.simple_maths(1, 2, 5, 5, smoothing=-1)
    with pytest.raises(ValueError, match="prior = 3"):
        measures.fighting_words_z(1, 2, 5, 5, prior=3, prior_total=2)
    with pytest.raises(ValueError, match="statistic = -1"):
        measures.p_value(-1)


@given(tables(least=1))
def test_agrees_with_scipy(table):
    a, b, n1, n2 = table
    if a + b == n1 + n2:
        return
    cells = [[a, b], [n1 - a, n2 - b]]
    likelihood = stats.contingency.chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
    assert measures.log_likelihood(*table) == pytest.approx(likelihood, abs=1e-7)
    for yates in (True, False):
        pearson = stats.contingency.chi2_contingency(cells, correction=yates)
        assert measures.chi_squared(*table, yates=yates) == pytest.approx(pearson.statistic, rel=1e-9, abs=1e-9)
        assert measures.p_value(pearson.statistic) == pytest.approx(pearson.pvalue, rel=1e-9)
    assert measures.relative_risk(*table) == pytest.approx(
        stats.contingency.relative_risk(a, n1, b, n2).relative_risk, rel=1e-9
    )
    if a < n1 and b < n2:
        sample = stats.contingency.odds_ratio(cells, kind="sample").statistic
        assert measures.odds_ratio(*table) == pytest.approx(sample, rel=1e-9)


@given(tables(size=200))
def test_p_is_two_sided(table):
    """p of LL is that of a normal deviate in either direction; no p depends on which corpus comes first."""
    a, b, n1, n2 = table
    likelihood = measures.log_likelihood(*table)
    assert measures.p_value(likelihood) == pytest.approx(2 * stats.norm.sf(math.sqrt(likelihood)))
    assert measures.fisher_exact(*table) == pytest.approx(measures.fisher_exact(b, a, n2, n1))
    one_sided = min(stats.hypergeom.cdf(a, n1 + n2, a + b, n1), stats.hypergeom.sf(a - 1, n1 + n2, a + b, n1))
    assert measures.fisher_exact(*table) >= one_sided * (1 - 1e-9)


@given(tables(size=200))
def test_fisher_agrees_with_scipy(table):
    a, b, n1, n2 = table
    expected = stats.fisher_exact([[a, b], [n1 - a, n2 - b]]).pvalue
    assert measures.fisher_exact(*table) == pytest.approx(expected, rel=1e-7)


def test_fisher_in_large_corpora():
    large = (620, 267, 1017879, 1007532)
    expected = stats.fisher_exact([[620, 267], [1017879 - 620, 1007532 - 267]]).pvalue
    assert measures.fisher_exact(*large) == pytest.approx(expected, rel=1e-7)
    huge = (10**9, 10**9 + 10**5, 10**10, 10**10)
    assert measures.fisher_exact(*huge) == pytest.approx(measures.p_value(measures.chi_squared(*huge)), rel=1e-4)
    assert measures.fisher_exact(3, 9, 5e7, 5e7) == pytest.approx(stats.binomtest(3, 12).pvalue, rel=1e-5)
    with pytest.raises(ValueError, match=r"a = 1.5"):
        measures.fisher_exact(1.5, 2, 5, 5)


@given(tables())
def test_swapped_corpora_turn_the_sign(table):
    a, b, n1, n2 = table
    mirrored = (b, a, n2, n1)
    for name in ("log_ratio", "conservative_log_ratio", "difference_coefficient", "fighting_words_z"):
        measure, options = getattr(measures, name), MEASURES[name]
        assert measure(*table, **options) == pytest.approx(-measure(*mirrored, **options), abs=1e-9, nan_ok=True)
    for cells in (2, 4):
        likelihood = measures.log_likelihood(*table, cells=cells)
        assert likelihood >= 0
        assert likelihood == pytest.approx(measures.log_likelihood(*mirrored, cells=cells), abs=1e-9)


@given(tables(least=1))
def test_equal_rates_are_no_difference(table):
    a, _, n1, _ = table
    same = (a, 3 * a, n1, 3 * n1)
    assert measures.log_likelihood(*same) == pytest.approx(0, abs=1e-9)
    assert measures.log_ratio(*same) == pytest.approx(0, abs=1e-12)
    assert measures.conservative_log_ratio(*same, types=1) == 0


@given(tables(), st.integers(1, 10**6))
def test_conservative_log_ratio_is_nearer_zero(table, types):
    a, b, _, _ = table
    if a + b == 0:
        return
    score = measures.conservative_log_ratio(*table, types=types)
    low, high = measures.log_ratio_interval(*table, types=types)
    assert low <= score <= high or score == 0
    if a and b:
        ratio = measures.log_ratio(*table)
        assert abs(score) <= abs(ratio) + 1e-9
        assert low <= ratio <= high


@pytest.mark.parametrize(("a", "b"), [(0.5, 3.5), (3.5, 0.2), (0.01, 2)])
def test_interval_of_counts_that_are_not_whole_is_that_of_the_beta_distribution(a, b):
    low, high = stats.beta.ppf(0.025, a, b + 1), stats.beta.ppf(0.975, a + 1, b)
    expected = math.log2(20 / 10 * low / (1 - low)), math.log2(20 / 10 * high / (1 - high))
    assert measures.log_ratio_interval(a, b, 10, 20) == pytest.approx(expected)


def test_interval_is_clopper_pearson():
    for a, b in ((7, 2), (0, 13), (5, 0), (120, 80)):
        bounds = stats.binomtest(a, a + b).proportion_ci(0.95, method="exact")
        with np.errstate(divide="ignore"):
            low = np.log2(889 / 547 * bounds.low / (1 - bounds.low))
            high = np.log2(889 / 547 * np.divide(bounds.high, 1 - bounds.high))
        assert measures.log_ratio_interval(a, b, **SEEDS) == pytest.approx((low, high))
    assert all(map(math.isnan, measures.log_ratio_interval(0, 0, **SEEDS)))
    low, high = measures.log_ratio_interval(np.array([0, 5, 0]), np.array([13, 0, 0]), **SEEDS)
    assert low[0] == -math.inf
    assert high[1] == math.inf
    assert math.isnan(low[2])
