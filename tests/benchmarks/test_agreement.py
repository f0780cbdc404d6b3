"""What the benchmark says about counts that are the same and counts that are not, in tables countable by hand."""

import importlib
import math
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def agreement():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        return importlib.import_module("agreement")


def compared(agreement, own, peer, *, cells=2):
    return agreement.compare(agreement.Counts(own, {}), agreement.Counts(peer, {}), cells=cells)


def test_words_with_other_counts_are_named(agreement):
    own = {"kremlin": (3, 1), "moscow": (2, 2), "sanction": (0, 4), "the": (9, 9)}
    peer = {"kremlin": (3, 1), "moscow": (2, 3), "treaty": (1, 0), "the": (8, 8)}
    found = compared(agreement, own, peer)
    assert (found.same, found.unlike, found.left_out) == (1, ("moscow", "sanction", "treaty"), 0)


def test_a_possessive_is_added_to_its_word(agreement):
    found = compared(agreement, {"moscow": (3, 2)}, {"moscow": (1, 1), "moscow's": (1, 0), "moscow’s": (1, 1)})
    assert (found.same, found.unlike) == (1, ())


def test_words_within_a_token_that_is_cut_otherwise_are_left_out(agreement):
    own = {"government": (4, 0), "self-government": (1, 0), "anti-western": (2, 0), "western": (5, 5)}
    peer = {"government": (5, 0), "self": (1, 0), "anti-western": (2, 0), "western": (5, 5)}
    found = compared(agreement, own, peer)
    assert (found.same, found.unlike, found.left_out) == (1, (), 1)


def test_a_word_beside_a_token_that_is_cut_alike_is_compared(agreement):
    own = {"western": (5, 5), "anti-western": (2, 0)}
    assert compared(agreement, own, {"western": (5, 4), "anti-western": (2, 0)}).unlike == ("western",)


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        # 30 of 100 against 10 of 100: expected 20 and 20, and for the other words 80 and 80.
        (2, 2 * (30 * math.log(30 / 20) + 10 * math.log(10 / 20))),
        (4, 2 * (30 * math.log(1.5) + 10 * math.log(0.5) + 70 * math.log(70 / 80) + 90 * math.log(90 / 80))),
    ],
)
def test_a_log_likelihood_is_held_against_the_formula_at_the_tools_own_counts(agreement, cells, right):
    tokens = {"war": (30, 10), "peace": (70, 90)}
    own = agreement.Counts({"war": (1, 1)}, {})
    exact, off = (agreement.Counts(tokens, {"war": score}) for score in (right, 1.1 * right))
    assert agreement.compare(own, exact, cells=cells).score_error < 1e-9
    assert agreement.compare(own, off, cells=cells).score_error == pytest.approx(0.1)


def test_the_strongest_words_are_matched_by_their_stems(agreement):
    own = agreement.Counts({"US": (3, 1), "moscow": (2, 1)}, {"US": 4.0, "moscow": 2.0})
    peer = agreement.Counts({"us": (3, 1), "moscow’s": (1, 0), "of": (1, 1)}, {"us": 4.0, "moscow’s": 2.0, "of": 1.0})
    assert agreement.compare(own, peer, cells=2).strongest == 2


def test_a_table_without_a_score_for_a_word_is_read(agreement, tmp_path):
    path = tmp_path / "counts.csv"
    path.write_text("word,a,b,log_likelihood\nwar,3,1,0.5\npeace,0,2,\n", encoding="utf-8")
    counts = agreement.read_counts(path, columns=("b", "a"))
    assert (counts.tokens, counts.scores) == ({"war": (1, 3), "peace": (2, 0)}, {"war": 0.5})
