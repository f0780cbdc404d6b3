"""Agreement of coders."""

import math

import krippendorff
import numpy as np
import pandas as pd
import pytest

from analysis import measures

FIRST = ["buffer", "status", "status", "mediation", "buffer", "war", "war", None]
SECOND = ["buffer", "status", "buffer", "mediation", "buffer", "war", "status", "war"]
NUMBERS = [[1, 2, 3, 3, 2, 1, 4, 1, 2, None], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5], [None, 3, 3, 3, 2, 3, 4, 2, 2, 5]]


def test_alpha_by_hand():
    # Nominal α of two coders over units ab, aa, bb: n = 6, three values each, one of three units disagrees.
    assert measures.krippendorff_alpha([["a", "a", "b"], ["b", "a", "b"]]) == pytest.approx(1 - 5 * 2 / (2 * 3 * 3))


@pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])
def test_alpha_of_numbers_equals_the_package(level):
    codings = np.array(NUMBERS, dtype=float)
    expected = krippendorff.alpha(codings, level_of_measurement=level)
    assert measures.krippendorff_alpha(NUMBERS, level=level) == pytest.approx(expected)
    assert measures.krippendorff_alpha(codings.tolist(), level=level) == pytest.approx(expected)


def test_labels_and_numbers_agree():
    codes = {label: place for place, label in enumerate(sorted(set(SECOND)))} | {None: None}
    numbers = [[codes[label] for label in row] for row in (FIRST, SECOND)]
    assert measures.krippendorff_alpha([FIRST, SECOND]) == pytest.approx(measures.krippendorff_alpha(numbers))


def test_perfect_agreement():
    assert measures.krippendorff_alpha([SECOND, SECOND]) == 1
    assert measures.raw_agreement([SECOND, SECOND]) == 1
    assert measures.krippendorff_alpha_interval([SECOND, SECOND]) == (1, 1)


def test_undefined_is_nan():
    for codings in ([], [[1, 2, 3]], [[1, None], [None, 2]], [[1, 1], [1, 1]], [[1, 1, 2], [1, 1, None]]):
        assert math.isnan(measures.krippendorff_alpha(codings))
        assert all(map(math.isnan, measures.krippendorff_alpha_interval(codings)))
    assert math.isnan(measures.raw_agreement([[1, None], [None, 2]]))


def test_raw_agreement_counts_pairs():
    assert measures.raw_agreement([FIRST, SECOND]) == pytest.approx(5 / 7)
    assert measures.raw_agreement([[1, 1], [1, 2], [2, None]]) == pytest.approx(1 / 4)


def test_missing_codes_may_be_nan_or_na():
    codings = [[1, 2, pd.NA, 1], [1, 1, 2, 1]]
    with_nan = [[1, 2, math.nan, 1], [1, 1, 2, 1]]
    assert measures.krippendorff_alpha(codings) == measures.krippendorff_alpha(with_nan)


def test_a_table_of_codings_has_a_row_a_coder():
    codings = pd.DataFrame(NUMBERS, index=["one", "two", "three"])
    assert measures.krippendorff_alpha(codings, level="interval") == measures.krippendorff_alpha(
        NUMBERS, level="interval"
    )
    assert measures.raw_agreement(pd.DataFrame([FIRST, SECOND])) == measures.raw_agreement([FIRST, SECOND])
    assert measures.krippendorff_alpha(np.array([FIRST, SECOND])) == measures.krippendorff_alpha([FIRST, SECOND])


def test_interval_holds_alpha_and_repeats():
    low, high = measures.krippendorff_alpha_interval([FIRST, SECOND], resamples=200)
    assert low < measures.krippendorff_alpha([FIRST, SECOND]) < high
    assert (low, high) == measures.krippendorff_alpha_interval([FIRST, SECOND], resamples=200)
    assert (low, high) != measures.krippendorff_alpha_interval([FIRST, SECOND], resamples=200, seed=1)


def test_wrong_codings_are_refused():
    with pytest.raises(ValueError, match=r"level = 'rank'.*nominal, ordinal, interval, ratio"):
        measures.krippendorff_alpha([FIRST, SECOND], level="rank")
    with pytest.raises(ValueError, match="no order"):
        measures.krippendorff_alpha([FIRST, SECOND], level="ordinal")
    with pytest.raises(ValueError, match=r"\[2, 1\] units"):
        measures.krippendorff_alpha([[1, 2], [1]])
    with pytest.raises(ValueError, match="resamples = 0"):
        measures.krippendorff_alpha_interval([FIRST, SECOND], resamples=0)
