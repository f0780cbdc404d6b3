import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.substrings import SubstringIndex

LETTERS = st.text(alphabet="abkisABKIS1İıſ\u212aßΣéé'’- .\u0307", max_size=12)
WORD = re.compile("[a-z0-9]+")


@given(st.lists(LETTERS, max_size=6), LETTERS)
@example(["KELVIN", "\u212aelvin"], "kel")
@example(["Dİk"], "dik")
@example(["ſo"], "So")
def test_no_text_that_holds_the_string_is_left_out(texts, sought):
    spelled = re.compile(re.escape(sought), re.IGNORECASE)
    holding = [i for i, text in enumerate(texts) if spelled.search(text) or sought.lower() in text.lower()]
    candidates = SubstringIndex(texts).candidates(sought)
    assert set(holding) <= set(candidates)
    assert list(candidates) == sorted(set(candidates))


@given(st.lists(st.text(alphabet="abc ", max_size=12), max_size=6), st.text(alphabet="abc", min_size=1, max_size=5))
def test_for_a_single_word_the_candidates_are_the_texts_that_hold_it(texts, sought):
    assert SubstringIndex(texts).candidates(sought) == [i for i, text in enumerate(texts) if sought in text]


def test_all_texts_may_hold_what_has_no_letter_of_ascii():
    assert list(SubstringIndex(["a", "Б", ""]).candidates("Б")) == [0, 1, 2]


@pytest.mark.parametrize("sought", ["ab", "x", "abcd"])
def test_nothing_holds_a_string_that_no_text_has(sought):
    assert list(SubstringIndex(["a b", "", "bcd"]).candidates(sought)) == []
