import numpy as np
import pytest
from scipy.sparse import csr_array
from scipy.stats import binomtest

from analysis.vocabulary import comparison
from analysis.vocabulary.comparison import log_ratio_bounds
from analysis.vocabulary.counts import Side


def side(name, *articles):
    """Build a side with one item: (count, tokens) of each article."""
    counts, sizes = np.array(articles, dtype=np.int64).T
    return Side(name, csr_array(counts[:, None]), sizes, tuple(f"{name}/{i}" for i in range(len(sizes))))


ITEM = np.array([0])


def test_few_articles_give_the_exact_interval_over_their_sums():
    low, high = log_ratio_bounds(side("a", (3, 100), (1, 100)), side("b", (5, 400)), ITEM, seed=0)
    share = binomtest(4, 9).proportion_ci(0.95, method="exact")
    assert low == pytest.approx(np.log2(2 * share.low / (1 - share.low)))
    assert high == pytest.approx(np.log2(2 * share.high / (1 - share.high)))


def test_swapped_sides_have_the_same_interval_with_its_sign_turned():
    a = side("a", (3, 100), (0, 80), (2, 120), (1, 90), (4, 100))
    b = side("b", (1, 100), (0, 70), (2, 110), (1, 95), (0, 100), (3, 200))
    low, high = log_ratio_bounds(a, b, ITEM, seed=3)
    other_low, other_high = log_ratio_bounds(b, a, ITEM, seed=3)
    assert (low, high) == (-other_high, -other_low)
    assert low < high


def test_items_are_resampled_alike_however_many_there_are(monkeypatch):
    matrix = csr_array(np.arange(30).reshape(5, 6) % 4)
    sizes = np.array([50, 60, 70, 80, 90])
    a, b = (Side(name, matrix, sizes, tuple("12345")) for name in "ab")
    whole = log_ratio_bounds(a, b, np.arange(6), seed=0)
    monkeypatch.setattr("analysis.measures.resampling._HELD", 4000)
    np.testing.assert_array_equal(whole, log_ratio_bounds(a, b, np.arange(6), seed=0))


def test_articles_that_are_all_alike_leave_an_interval_all_the_same():
    """One hit in each of five articles of one length: no resample differs, and five hits are no certainty."""
    a, b = side("a", *[(1, 100)] * 5), side("b", *[(2, 100)] * 5)
    low, high = log_ratio_bounds(a, b, ITEM, seed=0)
    share = binomtest(5, 15).proportion_ci(0.95, method="exact")
    assert low == pytest.approx(np.log2(share.low / (1 - share.low)))
    assert high == pytest.approx(np.log2(share.high / (1 - share.high)))
    assert low < -1 < high


def test_articles_that_differ_by_length_alone_leave_the_exact_interval():
    a, b = side("a", *[(1, 100 + more) for more in range(5)]), side("b", *[(2, 100)] * 5)
    low, high = log_ratio_bounds(a, b, ITEM, seed=0)
    share = binomtest(5, 15).proportion_ci(0.95, method="exact")
    odds = np.array([share.low / (1 - share.low), share.high / (1 - share.high)])
    assert [low[0], high[0]] == pytest.approx(np.log2(odds * b.tokens / a.tokens))


def test_no_items_have_no_intervals():
    none = np.array([], dtype=int)
    five = [(1, 10)] * 5
    low, high = log_ratio_bounds(side("a", *five), side("b", *five), none, seed=0)
    assert (len(low), len(high)) == (0, 0)


@pytest.mark.parametrize("test", ["rank-sum", "permutation"])
def test_items_tested_a_few_at_once_have_the_p_of_all_at_once(test, monkeypatch):
    rng = np.random.default_rng(0)
    tables = [csr_array(rng.poisson(0.3, (articles, 60))) for articles in (6, 8)]
    sizes = [rng.integers(100, 300, table.shape[0]) for table in tables]
    sides = [
        Side(name, table, own, tuple(f"{name}/{number}" for number in range(len(own))))
        for name, table, own in zip("ab", tables, sizes, strict=True)
    ]
    at_once, _ = comparison.tests_by_article(*sides, test=test, seed=0)
    monkeypatch.setattr(comparison, "_HITS", 17)
    assert np.array_equal(comparison.tests_by_article(*sides, test=test, seed=0)[0], at_once, equal_nan=True)
    assert np.isfinite(at_once).sum() > 50
