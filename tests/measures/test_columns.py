"""Numbers, arrays and Series go in and come out as they are."""

import numpy as np
import pandas as pd
import pytest

from analysis import measures


def test_a_series_keeps_its_index_whichever_argument_it_is():
    counts = pd.Series([1, 2, 4], index=["war", "peace", "talks"], name="count")
    for column in (
        measures.log_ratio(counts, 2, 10, 20),
        measures.log_ratio(2, counts, 10, 20),
        measures.log_ratio(a=2, b=2, n1=counts + 5, n2=20),
        measures.simple_maths(1, 2, 10, 20, smoothing=counts),
        measures.p_value(counts),
        measures.benjamini_hochberg(counts / 10),
        *measures.log_ratio_interval(counts, 2, 10, 20),
        *measures.poisson_rate_interval(counts, 100),
    ):
        assert isinstance(column, pd.Series)
        assert column.index.equals(counts.index)
        assert column.name is None


def test_series_of_unlike_index_are_refused():
    """By position they would compare one word with another; lined up they would be another table."""
    first, second = pd.Series([1, 2], index=["war", "peace"]), pd.Series([2, 1], index=["peace", "war"])
    with pytest.raises(ValueError, match="unlike index"):
        measures.log_likelihood(first, second, 10, 20)
    lined_up = measures.log_likelihood(first, second.reindex(first.index), 10, 20)
    np.testing.assert_array_equal(lined_up, measures.log_likelihood([1, 2], [1, 2], 10, 20))


def test_missing_counts_are_undefined():
    counts = pd.Series([1, None, 3], dtype="Int64")
    assert measures.log_ratio(counts, 2, 10, 20).isna().tolist() == [False, True, False]
    assert np.isnan(measures.log_ratio(np.nan, 2, 10, 20))


def test_a_table_of_words_and_parts_keeps_the_words():
    table = pd.DataFrame([[1, 2, 3], [4, 0, 0], [0, 0, 0]], index=["war", "peace", "talks"], columns=["x", "y", "z"])
    sizes = pd.Series([10, 20, 30], index=["x", "y", "z"])
    for name in ("deviation_of_proportions", "juilland_d", "carroll_d2", "rosengren_s", "kl_divergence"):
        measure = getattr(measures, name)
        column = measure(table, sizes)
        assert column.index.tolist() == ["war", "peace", "talks"]
        np.testing.assert_array_equal(column, measure(table.to_numpy(), [10, 20, 30]))
        # Three words in three parts: the parts' names are not the words'.
        assert isinstance(measure(table.to_numpy(), sizes), np.ndarray)
        assert type(measure(table.loc["war"], sizes)) is float
    assert measures.word_range(table).to_dict() == {"war": 3, "peace": 1, "talks": 0}


def test_a_table_of_words_and_articles_keeps_the_words():
    table = pd.DataFrame([[1, 2, 3, 4, 5], [0, 0, 1, 0, 0]], index=["war", "peace"])
    for column in (
        measures.rank_sum_p(table, table[::-1].to_numpy()),
        measures.permutation_p(table, table[::-1].to_numpy()),
        *measures.bootstrap_rate_interval(table, [10] * 5, resamples=50),
    ):
        assert column.index.tolist() == ["war", "peace"]
    assert type(measures.rank_sum_p(table.loc["war"], table.loc["peace"])) is float


def test_an_empty_column_stays_empty():
    empty = pd.Series([], dtype="int64")
    assert measures.log_likelihood(empty, empty, 5, 5).empty
    assert measures.log_dice(empty, empty, empty).empty
    assert measures.deviation_of_proportions(np.zeros((0, 3)), [1, 1, 1]).shape == (0,)
    assert measures.fisher_exact([], [], 5, 5).shape == (0,)
