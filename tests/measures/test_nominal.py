import numpy as np
import pytest

from analysis.measures.agreement import krippendorff_alpha_interval
from analysis.measures.nominal import nominal_alpha_interval


def drawn(coders, units, codes, seed, *, missing=0.2):
    """Codings that agree in two thirds of the cases, some left out."""
    generator = np.random.default_rng(seed)
    truth = generator.integers(0, codes, units)
    rows = np.where(generator.random((coders, units)) < 2 / 3, truth, generator.integers(0, codes, (coders, units)))
    return [[None if generator.random() < missing else f"c{code}" for code in row] for row in rows]


@pytest.mark.parametrize(("coders", "units", "codes"), [(2, 40, 5), (3, 25, 2), (4, 12, 3)])
def test_the_interval_is_the_one_of_the_slower_way(coders, units, codes):
    codings = drawn(coders, units, codes, seed=units)
    for seed in (0, 7):
        slow = krippendorff_alpha_interval(codings, resamples=200, seed=seed)
        assert nominal_alpha_interval(codings, resamples=200, seed=seed) == pytest.approx(slow)


@pytest.mark.parametrize("codings", [[], [["a"], ["b"]], [["a", "a"], ["a", "a"]], [["a", None], [None, "b"]]])
def test_nothing_to_draw_from_is_undefined(codings):
    assert np.isnan(nominal_alpha_interval(codings)).all()


def test_full_agreement_has_no_width():
    assert nominal_alpha_interval([["a", "b", "a", "b"]] * 2) == (1, 1)
