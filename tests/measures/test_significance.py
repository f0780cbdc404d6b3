"""Tests by article and the correction for many of them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis import measures
from analysis.measures import significance


@pytest.mark.parametrize("ties", [True, False])
@pytest.mark.parametrize("sizes", [(5, 5), (6, 20), (12, 15)])
def test_rank_sum_equals_mannwhitneyu(sizes, ties):
    generator = np.random.default_rng(2)
    for _ in range(20):
        first, second = (generator.random(size) for size in sizes)
        if ties:
            first, second = np.round(first, 1), np.round(second, 1)
        expected = stats.mannwhitneyu(first, second).pvalue
        assert measures.rank_sum_p(first, second) == pytest.approx(expected)


@pytest.mark.parametrize("sizes", [(5, 6), (9, 14)])
def test_rank_sum_is_two_sided(sizes):
    generator = np.random.default_rng(6)
    for _ in range(20):
        first, second = (generator.random(size) for size in sizes)
        p = measures.rank_sum_p(first, second)
        one_sided = min(stats.mannwhitneyu(first, second, alternative=way).pvalue for way in ("less", "greater"))
        assert p == pytest.approx(min(2 * one_sided, 1)) == pytest.approx(measures.rank_sum_p(second, first))


def test_fewer_than_five_articles_have_no_p():
    assert math.isnan(measures.rank_sum_p([1, 2, 3, 4], [5, 6, 7, 8, 9]))
    assert math.isnan(measures.rank_sum_p([1], [2], minimum_articles=3))
    assert math.isnan(measures.rank_sum_p([], [], minimum_articles=0))
    sides = [True] * 4 + [False] * 6
    assert np.isnan(measures.rank_sum_p_by_term([0], [1], [2.5], sides=sides, vocabulary=3)).all()


def test_like_rates_are_no_evidence():
    assert measures.rank_sum_p([0] * 5, [0] * 6) == 1
    sides = [True] * 5 + [False] * 6
    assert measures.rank_sum_p_by_term([], [], [], sides=sides, vocabulary=2).tolist() == [1, 1]


@pytest.mark.parametrize("share", [0.1, 0.8])
@pytest.mark.parametrize("sizes", [(5, 6), (9, 14)])
def test_hits_equal_the_table(sizes, share):
    generator = np.random.default_rng(4)
    sides = generator.permutation([True] * sizes[0] + [False] * sizes[1])
    table = np.where(generator.random((300, sum(sizes))) < share, 0, np.round(generator.random((300, sum(sizes))), 3))
    table[5] = 0
    terms, articles = np.nonzero(table)
    found = measures.rank_sum_p_by_term(terms, articles, table[terms, articles], sides=sides, vocabulary=300)
    rows = measures.rank_sum_p(table[:, sides], table[:, ~sides])
    np.testing.assert_allclose(found, rows)
    np.testing.assert_allclose(rows, [measures.rank_sum_p(row[sides], row[~sides]) for row in table])


@pytest.mark.parametrize("hits", [1, 7, 400])
def test_terms_are_tested_alike_in_blocks_of_any_size(monkeypatch, hits):
    generator = np.random.default_rng(8)
    sides = generator.permutation([True] * 7 + [False] * 12)
    table = np.where(generator.random((90, 19)) < 0.6, 0, np.round(generator.random((90, 19)), 2))
    table[[0, 40, 89]] = 0
    terms, articles = (places[::-1] for places in np.nonzero(table))
    monkeypatch.setattr(significance, "_HITS", hits)
    found = measures.rank_sum_p_by_term(terms, articles, table[terms, articles], sides=sides, vocabulary=90)
    np.testing.assert_allclose(found, measures.rank_sum_p(table[:, sides], table[:, ~sides]), rtol=1e-12)


def test_word_tests_overstate_clumped_words_where_article_tests_do_not():
    generator = np.random.default_rng(0)
    counts = generator.negative_binomial(0.1, 0.02, size=(1000, 40))
    tokens = np.full(40, 500)
    a, b = counts[:, :20].sum(axis=1), counts[:, 20:].sum(axis=1)
    by_word = measures.p_value(measures.log_likelihood(np.minimum(a, 9999), np.minimum(b, 9999), 10000, 10000))
    by_article = measures.rank_sum_p(counts[:, :20] / tokens[:20], counts[:, 20:] / tokens[20:])
    assert np.mean(by_word < 0.05) > 0.24
    assert np.mean(by_article < 0.05) < 0.07


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_benjamini_hochberg_equals_scipy(p):
    q = measures.benjamini_hochberg(p)
    np.testing.assert_allclose(q, stats.false_discovery_control(p), atol=1e-12)
    assert (q >= np.array(p)).all()


def test_tests_before_a_filter_count():
    assert measures.benjamini_hochberg([0.001, math.nan, 0.5], types=100).tolist() == pytest.approx(
        [0.1, math.nan, 1], nan_ok=True
    )
    assert measures.benjamini_hochberg([math.nan, 0.02]).tolist() == pytest.approx([math.nan, 0.02], nan_ok=True)
    assert measures.benjamini_hochberg([]).shape == (0,)
    assert measures.benjamini_hochberg(0.03) == 0.03
    with pytest.raises(ValueError, match="types = 1"):
        measures.benjamini_hochberg([0.1, 0.2], types=1)
    with pytest.raises(ValueError, match=r"p = 1.5"):
        measures.benjamini_hochberg([0.1, 1.5])
