"""More published results than the reference file has, each with its source and to its last digit."""

import pytest

from analysis import measures

FIVE_PARTS = {"counts": [1, 2, 3, 4, 5], "sizes": [9, 10, 10, 10, 11]}
ALLEMAND = {
    "counts": [2, 0, 1, 1, 3, 0, 3, 0, 0, 0],
    "sizes": [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930],
}
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
NOMINAL = [list("aabbdcccedda"), list("babbbccceddd")]
FOUR_CODERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


@pytest.mark.parametrize(
    ("table", "likelihood"),
    [
        ((110, 2442, 111, 29114), 270.72),
        ((29, 13, 123, 31612), 263.90),
        ((31, 139, 23, 31584), 256.84),
        ((10, 0, 3, 31764), 167.23),
        ((76, 104, 2476, 29121), 157.21),
        ((16, 16, 51, 31694), 157.03),
        ((9, 0, 5, 31763), 146.80),
        ((16, 0, 865, 30896), 115.02),
        ((10, 9, 41, 31717), 104.53),
        ((8, 2, 27, 31740), 100.96),
    ],
)
def test_bigrams_of_dunning_1993(table, likelihood):
    """Table 1: AB, A without B, B without A, neither."""
    both, first, second, neither = table
    value = measures.log_likelihood(both, second, both + first, second + neither)
    assert value == pytest.approx(likelihood, abs=0.005)
    corpus = both + first + second + neither
    assert measures.collocate_log_likelihood(both, both + first, both + second, corpus) == pytest.approx(value)


@pytest.mark.parametrize(
    ("pair", "information"),
    [
        ((12, 111, 621), 11.3),
        ((8, 1105, 44), 11.3),
        ((30, 1105, 241), 10.7),
        ((8, 1105, 154), 9.4),
        ((6, 275, 621), 9.0),
        ((11, 1105, 317), 8.9),
        ((25, 621, 1407), 8.7),
        ((6, 621, 350), 8.7),
        ((19, 1105, 676), 8.6),
        ((6, 241, 1105), 8.4),
    ],
)
def test_company_of_doctors_in_church_and_hanks_1990(pair, information):
    """Page 24, the 1987 AP corpus; its size is given in round figures, 15 million words, so a bit more is allowed."""
    assert measures.mutual_information(*pair, 15_000_000) == pytest.approx(information, abs=0.07)


def test_of_course_in_gries_2013():
    """Pages 143-144: of tells little of course, course much of of."""
    pair = (5610, 174548, 7867, 10409868)
    assert measures.delta_p(*pair, of="collocate") == pytest.approx(0.032, abs=5e-4)
    assert measures.delta_p(*pair, of="node") == pytest.approx(0.697, abs=5e-4)


@pytest.mark.parametrize(
    ("measure", "options", "value"),
    [
        ("juilland_d", {}, 0.785),
        ("carroll_d2", {}, 0.938),
        ("rosengren_s", {}, 0.95),
        ("deviation_of_proportions", {}, 0.18),
        ("deviation_of_proportions", {"normalised": True}, 0.22),
        ("kl_divergence", {}, 0.137),
    ],
)
def test_the_five_part_corpus_of_gries_2020(measure, options, value):
    """Analyzing dispersion, in Paquot and Gries: the word a in the small corpus of fifty words."""
    assert getattr(measures, measure)(**FIVE_PARTS, **options) == pytest.approx(value, abs=5e-3)


@pytest.mark.parametrize(
    ("measure", "value"),
    [("juilland_d", 0.6038797), ("carroll_d2", 0.6521444), ("rosengren_s", 0.4763652)],
)
def test_allemand_of_lyne_1985_in_tlda(measure, value):
    """The example of the R package tlda 0.1 (Sönning 2025): D, D2 and S."""
    assert getattr(measures, measure)(**ALLEMAND) == pytest.approx(value, abs=5e-8)


def test_divergence_of_allemand_in_tlda():
    """The same example gives exp(-divergence) in version 0.1, 1/(1 + divergence) in later ones."""
    divergence = measures.kl_divergence(**ALLEMAND)
    assert 2.718281828**-divergence == pytest.approx(0.3186739, abs=5e-8)
    assert 1 / (1 + divergence) == pytest.approx(0.4665078, abs=5e-8)


@pytest.mark.parametrize(
    ("codings", "level", "alpha"),
    [
        (BINARY, "nominal", 0.095),
        (NOMINAL, "nominal", 0.692),
        (FOUR_CODERS, "nominal", 0.743),
        (FOUR_CODERS, "ordinal", 0.815),
        (FOUR_CODERS, "interval", 0.849),
        (FOUR_CODERS, "ratio", 0.797),
    ],
)
def test_alphas_of_krippendorff_2011(codings, level, alpha):
    """Computing Krippendorff's Alpha-Reliability: two coders of two and of five values, four coders with gaps."""
    assert measures.krippendorff_alpha(codings, level=level) == pytest.approx(alpha, abs=6e-4)


def test_exact_test_of_the_lady_tasting_tea():
    """Fisher 1935: three of four cups told right; one side 17/70, two sides 34/70."""
    assert measures.fisher_exact(3, 1, 4, 4) == pytest.approx(34 / 70)


def test_q_values_of_benjamini_and_hochberg_1995():
    """Section 3.2: fifteen p of a trial; at .05 the first four are kept."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    p += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (measures.benjamini_hochberg(p) < 0.05).tolist() == [True] * 4 + [False] * 11


def test_least_p_of_few_articles():
    """Two of the 20 and of the 70 ways to deal out the articles are as far apart."""
    for test in (measures.rank_sum_p, measures.permutation_p):
        assert test([1, 2, 3], [4, 5, 6], minimum_articles=3) == pytest.approx(2 / 20)
        assert test([1, 2, 3, 4], [5, 6, 7, 8], minimum_articles=4) == pytest.approx(2 / 70)


def test_poisson_bounds_of_garwood_1936():
    """No event: 0 to 3.69; ten events: 4.80 to 18.39."""
    assert measures.poisson_rate_interval(0, 1, per=1) == pytest.approx((0, 3.69), abs=5e-3)
    assert measures.poisson_rate_interval(10, 1, per=1) == pytest.approx((4.80, 18.39), abs=5e-3)
