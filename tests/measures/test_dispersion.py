"""Dispersion over parts."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis import measures

SPREAD = {
    measures.deviation_of_proportions: 0,
    measures.kl_divergence: 0,
    measures.juilland_d: 1,
    measures.carroll_d2: 1,
    measures.rosengren_s: 1,
}
ARF_POSITIONS = [2, 12, 14, 23, 25, 30, 32, 35, 38, 39, 42, 44, 45, 48, 50]

corpora = st.lists(st.tuples(st.integers(0, 20), st.integers(20, 900)), min_size=2, max_size=12)


@pytest.mark.parametrize("measure", SPREAD)
def test_even_word(measure):
    assert measure([1, 2, 3], [10, 20, 30]) == pytest.approx(SPREAD[measure], abs=1e-12)


@pytest.mark.parametrize("measure", SPREAD)
def test_word_in_no_part_or_no_text_is_undefined(measure):
    assert math.isnan(measure([0, 0], [5, 5]))
    assert math.isnan(measure([0, 0], [0, 0]))


@pytest.mark.parametrize("measure", SPREAD)
def test_part_without_text_is_left_out(measure):
    assert measure([3, 0, 1], [10, 0, 20]) == measure([3, 1], [10, 20])
    with pytest.raises(ValueError, match="part of size 0"):
        measure([3, 1], [10, 0])


@pytest.mark.parametrize("measure", SPREAD)
def test_rows_equal_single_words(measure):
    rows, sizes = np.array([[3, 0, 1], [0, 0, 0], [2, 2, 9]]), [10, 12, 20]
    np.testing.assert_array_equal(measure(rows, sizes), [measure(row, sizes) for row in rows])


@pytest.mark.parametrize("measure", SPREAD)
def test_wrong_counts_are_refused(measure):
    with pytest.raises(ValueError, match="counts = -1"):
        measure([-1, 2], [5, 5])
    with pytest.raises(ValueError, match="sizes = -5"):
        measure([1, 2], [5, -5])
    with pytest.raises(ValueError, match="a size a part"):
        measure([1, 2], [5, 5, 5])


def test_empty_part_does_not_count_as_the_smallest():
    assert measures.deviation_of_proportions([2, 1, 0, 0], [1, 1, 1, 0], normalised=True) == pytest.approx(0.5)


def test_one_part():
    assert measures.deviation_of_proportions([3], [9]) == 0
    assert math.isnan(measures.deviation_of_proportions([3], [9], normalised=True))
    assert math.isnan(measures.juilland_d([3], [9]))
    assert math.isnan(measures.carroll_d2([3], [9]))
    assert measures.rosengren_s([3], [9]) == 1
    assert measures.kl_divergence([3], [9]) == 0


def test_gries_2008_example():
    counts, sizes = [1, 2, 3, 4, 5], [9, 10, 10, 10, 11]
    assert measures.rosengren_s(counts, sizes) == pytest.approx(0.9498, abs=5e-5)
    assert measures.juilland_d(counts, [1] * 5) == pytest.approx(1 - math.sqrt(2) / 3 / 2)
    assert measures.word_range(counts) == 5


def test_word_in_one_part_of_four():
    assert measures.deviation_of_proportions([8, 0, 0, 0], [1, 1, 1, 1]) == 0.75
    assert measures.deviation_of_proportions([8, 0, 0, 0], [1, 1, 1, 1], normalised=True) == 1
    assert measures.juilland_d([8, 0, 0, 0], [1, 1, 1, 1]) == pytest.approx(0)
    assert measures.carroll_d2([8, 0, 0, 0], [1, 1, 1, 1]) == 0
    assert measures.rosengren_s([8, 0, 0, 0], [1, 1, 1, 1]) == 0.25
    assert measures.kl_divergence([8, 0, 0, 0], [1, 1, 1, 1]) == 2
    assert measures.word_range([[8, 0, 0, 0], [0, 0, 0, 0]]).tolist() == [1, 0]


@given(corpora)
def test_agrees_with_scipy_entropy(parts):
    counts, sizes = np.array(parts).T
    if not counts.any():
        return
    assert measures.kl_divergence(counts, sizes) == pytest.approx(stats.entropy(counts, sizes, base=2), abs=1e-9)
    even = stats.entropy(counts / sizes) / math.log(len(sizes))
    assert measures.carroll_d2(counts, sizes) == pytest.approx(even, abs=1e-9)


@given(corpora)
def test_scales_stay_in_bounds(parts):
    counts, sizes = np.array(parts).T
    if not counts.any():
        return
    for measure in (measures.deviation_of_proportions, measures.juilland_d, measures.carroll_d2, measures.rosengren_s):
        assert 0 <= measure(counts, sizes) <= 1
    plain = measures.deviation_of_proportions(counts, sizes)
    assert plain <= measures.deviation_of_proportions(counts, sizes, normalised=True) <= 1 + 1e-12


def test_deviation_from_hits_equals_the_table():
    generator = np.random.default_rng(1)
    table, sizes = generator.poisson(0.4, (50, 12)), generator.integers(100, 900, 12)
    table[7] = 0
    terms, parts = np.nonzero(table)
    scores = measures.deviation_of_proportions_by_term(terms, parts, table[terms, parts], sizes, vocabulary=50)
    np.testing.assert_allclose(scores, measures.deviation_of_proportions(table, sizes), atol=1e-12)


def test_average_reduced_frequency():
    assert measures.average_reduced_frequency([17], 50) == 1
    assert measures.average_reduced_frequency([0, 10, 20, 30, 40], 50) == 5
    assert measures.average_reduced_frequency([0, 1, 2, 3, 4], 50) == pytest.approx(1.4)
    assert math.isnan(measures.average_reduced_frequency([], 50))
    from_zero = [place - 1 for place in reversed(ARF_POSITIONS)]
    expected = measures.average_reduced_frequency(ARF_POSITIONS, 50)
    assert measures.average_reduced_frequency(from_zero, 50) == pytest.approx(expected)


@pytest.mark.parametrize("positions", [[0, 50], [51], [-1, 3], [4, 4]])
def test_impossible_positions_are_refused(positions):
    with pytest.raises(ValueError, match="positions"):
        measures.average_reduced_frequency(positions, 50)


@given(st.sets(st.integers(0, 99), min_size=1))
def test_average_reduced_frequency_lies_between_one_and_the_frequency(positions):
    assert 1 - 1e-9 <= measures.average_reduced_frequency(list(positions), 100) <= len(positions) + 1e-9
