import numpy as np
import pytest
from scipy.stats import binomtest

from analysis.measures.proportions import proportion_interval


@pytest.mark.parametrize("level", [0.95, 0.975])
@pytest.mark.parametrize(("hits", "trials"), [(0, 5), (5, 5), (1, 1), (2, 7), (81, 263), (1, 1000)])
def test_the_interval_is_the_exact_one(hits, trials, level):
    exact = binomtest(hits, trials).proportion_ci(confidence_level=level, method="exact")
    assert proportion_interval(hits, trials, level=level) == pytest.approx((exact.low, exact.high))


def test_published_bounds():
    # 15 of 148 and 0 of 20: Newcombe 1998, Statistics in Medicine 17, table I, method 5
    assert proportion_interval(15, 148) == pytest.approx((0.0578, 0.1617), abs=5e-5)
    assert proportion_interval(0, 20) == pytest.approx((0, 0.1684), abs=5e-5)


def test_columns_and_no_trials():
    low, high = proportion_interval([0, 1], [0, 2])
    assert np.isnan(low[0]) and np.isnan(high[0])
    assert (low[1], high[1]) == pytest.approx(proportion_interval(1, 2))


@pytest.mark.parametrize("hits", [-1, 3])
def test_hits_beyond_the_trials_are_refused(hits):
    with pytest.raises(ValueError, match="hits"):
        proportion_interval(hits, 2)
