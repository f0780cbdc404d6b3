"""Association of a node and a collocate."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.association import BigramAssocMeasures

from analysis import measures

WITH_CORPUS = ("mutual_information", "t_score", "z_score", "delta_p", "collocate_log_likelihood")


@st.composite
def pairs(draw):
    n = draw(st.integers(50, 10**6))
    r, c = draw(st.integers(1, n // 3)), draw(st.integers(1, n // 3))
    return draw(st.integers(1, min(r, c))), r, c, n


@given(pairs())
def test_agrees_with_nltk(pair):
    o, r, c, n = pair
    marginals = (o, (r, c), n)
    assert measures.mutual_information(*pair) == pytest.approx(BigramAssocMeasures.pmi(*marginals), abs=1e-9)
    assert measures.t_score(*pair) == pytest.approx(BigramAssocMeasures.student_t(*marginals), rel=1e-6, abs=1e-9)
    assert measures.dice(o, r, c) == pytest.approx(BigramAssocMeasures.dice(*marginals))
    likelihood = BigramAssocMeasures.likelihood_ratio(*marginals)
    assert measures.collocate_log_likelihood(*pair) == pytest.approx(likelihood, rel=1e-6, abs=1e-5)


@given(pairs())
def test_bounds(pair):
    o, r, c, n = pair
    assert measures.log_dice(o, r, c) <= 14
    assert 0 < measures.dice(o, r, c) <= 1
    assert measures.collocate_log_likelihood(*pair) >= 0
    for of in ("collocate", "node"):
        assert -1 <= measures.delta_p(*pair, of=of) <= 1
    attracted = o - measures.expected_frequency(r, c, n)
    if abs(attracted) > 1e-6:
        for name in ("t_score", "z_score", "mutual_information"):
            assert math.copysign(1, getattr(measures, name)(*pair)) == math.copysign(1, attracted)


def test_hand_count():
    assert measures.expected_frequency(10, 20, 100) == 2
    assert measures.mutual_information(8, 10, 20, 100) == 2
    assert measures.mutual_information(8, 10, 20, 100, power=2) == 5
    assert measures.mutual_information(8, 10, 20, 100, power=3) == 8
    assert measures.t_score(8, 10, 20, 100) == pytest.approx(6 / math.sqrt(8))
    assert measures.z_score(8, 10, 20, 100) == pytest.approx(6 / math.sqrt(2))
    assert measures.dice(8, 10, 20) == pytest.approx(16 / 30)
    assert measures.delta_p(8, 10, 20, 100) == pytest.approx(8 / 10 - 12 / 90)
    assert measures.delta_p(8, 10, 20, 100, of="node") == pytest.approx(8 / 20 - 2 / 80)
    likelihood = measures.log_likelihood(a=8, b=12, n1=10, n2=90)
    assert measures.collocate_log_likelihood(8, 10, 20, 100) == likelihood


def test_no_co_occurrence():
    assert measures.mutual_information(0, 10, 20, 100) == -math.inf
    assert measures.log_dice(0, 10, 20) == -math.inf
    assert measures.t_score(0, 10, 20, 100) == -math.inf
    assert measures.z_score(0, 10, 20, 100) == pytest.approx(-math.sqrt(2))
    assert measures.dice(0, 10, 20) == 0


@pytest.mark.parametrize("name", WITH_CORPUS)
def test_empty_corpus_is_undefined(name):
    assert math.isnan(getattr(measures, name)(0, 0, 0, 0))
    assert math.isnan(measures.dice(0, 0, 0))
    assert math.isnan(measures.expected_frequency(0, 0, 0))


@pytest.mark.parametrize("name", WITH_CORPUS)
def test_column_equals_its_numbers(name):
    measure = getattr(measures, name)
    o, c = pd.Series([0, 3, 8]), pd.Series([5, 3, 20])
    np.testing.assert_array_equal(
        measure(o, 10, c, 100), [measure(0, 10, 5, 100), measure(3, 10, 3, 100), measure(8, 10, 20, 100)]
    )
    assert type(measure(8, 10, 20, 100)) is float
    assert measure(o.set_axis(["a", "b", "c"]), 10, [5, 3, 20], 100).index.tolist() == ["a", "b", "c"]


@pytest.mark.parametrize("name", [*WITH_CORPUS, "dice", "log_dice"])
def test_overlapping_windows_counted_twice_are_refused(name):
    corpus = (100,) if name in WITH_CORPUS else ()
    with pytest.raises(ValueError, match=r"o = 2 .* at most c"):
        getattr(measures, name)(2, 10, 1, *corpus)
    with pytest.raises(ValueError, match=r"o = 11 .* at most r"):
        getattr(measures, name)(11, 10, 20, *corpus)


@pytest.mark.parametrize("name", WITH_CORPUS)
def test_more_tokens_than_the_corpus_holds_are_refused(name):
    measure = getattr(measures, name)
    with pytest.raises(ValueError, match=r"r \+ c - o is at most n"):
        measure(1, 8, 8, 10)
    with pytest.raises(ValueError, match=r"r = 11 .* at most n"):
        measure(1, 11, 8, 10)
    assert math.isfinite(measure(6, 8, 8, 10))


def test_unknown_options_are_refused():
    with pytest.raises(ValueError, match=r"of = 'window'.*collocate.*node"):
        measures.delta_p(1, 2, 3, 10, of="window")
    with pytest.raises(ValueError, match="power = 0"):
        measures.mutual_information(1, 2, 3, 10, power=0)
