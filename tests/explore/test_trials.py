import numpy as np
import pytest

from analysis.codebooks import Frame
from analysis.errors import InputError
from analysis.explore.trials import Overlap, Tally, tallies, try_pattern, warnings_of

ACTORS = {"Moscow": ["Russia", "Russian Federation"]}
TEXTS = {
    "a": ["A cold war. War, threats and the risk of war.", "Peace with Russia."],
    "b": ["The war of the Russian Federation: threatened.", ""],
}
DANGER = Frame("danger", ("war", "cold war", "threat*"))
TALKS = Frame("talks", ("peace", "threats and"))


@pytest.fixture(scope="module")
def index(word_index):
    return word_index(TEXTS, ACTORS)


def test_hits_are_counted_in_each_outlet(index):
    assert try_pattern(index, "war").tallies == [Tally("a", 3, 13, 1, 2), Tally("b", 1, 7, 1, 2)]
    assert try_pattern(index, "war").tallies[0].per_1000 == pytest.approx(1000 * 3 / 13)


def test_an_outlet_without_a_searched_article_has_no_rate(index):
    spans = try_pattern(index, "war").spans
    searched = np.array([True, False, False, False])
    assert tallies(index, spans.only(slice(3)), searched) == [Tally("a", 3, 10, 1, 1), Tally("b", 0, 0, 0, 0)]
    assert tallies(index, spans, searched)[1].per_1000 is None


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("threat*", [("threatened", 1), ("threats", 1)]),
        ("* war", [("cold war", 1), ("of war", 1), ("the war", 1)]),
        ("war", [("war", 4)]),
        ("peace*", [("peace", 1)]),
        ("xyz", []),
    ],
)
def test_the_forms_caught_are_counted(index, typed, forms):
    trial = try_pattern(index, typed)
    assert trial.forms == forms
    assert [len(trial.of_form(form)) for form, _ in forms] == [count for _, count in forms]


def test_a_form_that_is_not_caught_has_no_lines(index):
    assert len(try_pattern(index, "war").of_form("peace")) == 0
    assert len(try_pattern(index, "cold war").of_form("war")) == 0


def test_terms_on_the_same_words_overlap(index):
    assert try_pattern(index, "threats").overlaps([DANGER, TALKS]) == [
        Overlap("danger", "threat*", 1),
        Overlap("talks", "threats and", 1),
    ]


def test_the_longest_term_of_a_frame_is_the_one_that_overlaps(index):
    assert try_pattern(index, "cold *").overlaps([DANGER]) == [Overlap("danger", "cold war", 1)]
    assert try_pattern(index, "* of war").overlaps([DANGER]) == [Overlap("danger", "war", 1)]


def test_a_term_does_not_overlap_itself(index):
    assert try_pattern(index, "War").overlaps([DANGER]) == [Overlap("danger", "cold war", 1)]


def test_a_hit_over_two_hits_of_a_term_counts_once(word_index):
    index = word_index({"a": ["war and war and war"]})
    assert try_pattern(index, "war and war").overlaps([Frame("danger", ("war",))]) == [Overlap("danger", "war", 1)]


def test_what_a_frame_takes_already_is_not_fresh(index):
    trial = try_pattern(index, "of *")
    assert (len(trial.spans), trial.fresh(DANGER), trial.fresh(None)) == (2, 1, 2)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("xyz", []),
        ("a*", ["It catches function words, which tell of no frame: a, and."]),
        ("russia*", ["It catches the name of an actor: Moscow (2)."]),
        ("War", ['"war" stands in the frame "danger" already.']),
        ("of war", ['All hits fall on words that "danger" takes already']),
        ("of *", ['1 of the 2 hits fall on words that "danger" takes already']),
        ("peace", ['"peace" stands in the frame "talks" already.']),
        ("with", ["It catches function words"]),
    ],
)
def test_what_speaks_against_a_pattern_is_said(index, typed, said):
    lines = warnings_of(try_pattern(index, typed), [DANGER, TALKS], frame=DANGER)
    assert len(lines) == len(said)
    assert all(line.startswith(start) for line, start in zip(lines, said, strict=True))


def test_a_good_term_has_nothing_against_it(index):
    assert warnings_of(try_pattern(index, "risk"), [DANGER, TALKS], frame=DANGER) == []


def test_a_very_common_word_is_told(word_index):
    index = word_index({"a": ["crisis talks. " * 30]})
    assert warnings_of(try_pattern(index, "crisis"), [], frame=None)[0].startswith("It is very common: one word in 2.")


def test_a_pattern_without_a_word_is_refused(index):
    with pytest.raises(InputError, match="holds no word"):
        try_pattern(index, "*")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[Russia]", r"takes words, not actors; write Russia, without brackets"),
        ("[Russia] * war", r"not actors; write Russia \* war"),
        ('"war"', "no quotation marks; write war"),
        ("“cold war”", "no quotation marks; write cold war"),
        ("frame:danger", "not other frames; write danger"),
        ("[]", "not actors, without brackets"),
    ],
)
def test_what_a_concordance_alone_looks_up_is_no_term(index, typed, said):
    with pytest.raises(InputError, match=said):
        try_pattern(index, typed)
