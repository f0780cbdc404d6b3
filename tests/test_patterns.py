import itertools
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.patterns import Matches, Pattern, Vocabulary, find_matches, fold, longest_only, parse_pattern, term_of
from analysis.tokens import token_spans


def terms(text):
    return [term_of(text[start:end]) for start, end in token_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong-un", ["kim", "jong-un"]),
        ("Kim Jong‑un", ["kim", "jong-un"]),
        ("Russia's, Russia’s and Russiaʼs", ["russia", "russia", "and", "russia"]),
        ("the Americans’ attention", ["the", "americans", "attention"]),
        ("it's, it’s and let's", ["it's", "it's", "and", "let's"]),
        ("don't", ["don't"]),
        ("US and us", ["US", "and", "us"]),
        ("U.S., U.S and U.S.’s", ["US", "US", "and", "US"]),
        ("US-South Korean", ["US", "south", "korean"]),
        ("U.S.-led", ["US", "led"]),
        ("the “G2”-style and G2-style", ["the", "G2", "style", "and", "g2-style"]),
        ("MOSCOW NATO", ["moscow", "NATO"]),
        ("1,177 of 2.5 and 3.55bn in 2017", ["1,177", "of", "2.5", "and", "3.55bn", "in", "2017"]),
        ("COVID-19, 6-party", ["covid-19", "6-party"]),
        ("6--party 6 - party", ["6", "party", "6", "party"]),
        ("talks² and ½", ["talks", "and"]),
        ("sanc\u00adtions, Pu\u200btin", ["sanctions", "putin"]),
        ("Ngh\u1ec7 An", ["ngh\u1ec7", "an"]),
        ("Nghe\u0323\u0302 An", ["ngh\u1ec7", "an"]),
        ("Привет, мир", ["привет", "мир"]),
        ("北朝鮮 2017年", ["北朝鮮", "2017年"]),
        ("שלום عالم", ["שלום", "عالم"]),
        ("🚀 war 👨‍👩‍👧", ["war"]),
        ("J.K. Rowling at 5 p.m.", ["JK", "rowling", "at", "5", "p.m."]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("... --- !!!", []),
    ],
)
def test_terms(text, expected):
    assert terms(text) == expected


def test_capitals_are_given_up_on_request():
    assert term_of("US", keep_capitals=False) == "us"


def test_folding_keeps_every_offset():
    text = "“It’s” „no“ «so» ‐‑"
    assert fold(text) == '"It\'s" "no" "so" --'
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "globs"),
    [
        ("sanction*", ("sanction*",)),
        ("take China’s place", ("take", "china", "place")),
        ("G2-style", ("g2-style",)),
        ("six-party talks", ("six-party", "talks")),
        ("NATO expansion", ("NATO", "expansion")),
        ("sphere* of influence", ("sphere*", "of", "influence")),
        ("wom?n", ("wom?n",)),
        ("U.S.", ("US",)),
    ],
)
def test_patterns_are_read_as_texts_are(typed, globs):
    assert parse_pattern(typed).globs == globs


@pytest.mark.parametrize("typed", ["", "*", "* ?", "—", "...", "“”"])
def test_a_pattern_without_a_word_is_refused(typed):
    with pytest.raises(InputError, match="holds no word"):
        parse_pattern(typed)


def matched(patterns, words, sentences=None):
    vocabulary = sorted(set(words))
    return find_matches(
        [Pattern(" ".join(globs), tuple(globs)) for globs in patterns],
        ids=np.array([vocabulary.index(word) for word in words], dtype=int),
        vocabulary=Vocabulary(vocabulary),
        sentences=np.array(sentences or [0] * len(words)),
    )


def rows(matches):
    return list(zip(matches.pattern.tolist(), matches.first.tolist(), matches.length.tolist(), strict=True))


def glob_matches(glob, word):
    return re.fullmatch(re.escape(glob).replace(r"\*", ".*").replace(r"\?", "."), word) is not None


WORDS = st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=15)
GLOBS = st.lists(st.lists(st.text("abc*?", min_size=1, max_size=4), min_size=1, max_size=3), max_size=5)


@settings(deadline=None)
@given(WORDS, GLOBS, st.data())
def test_matches_are_those_of_a_plain_search(words, patterns, data):
    sentences = sorted(data.draw(st.lists(st.integers(0, 2), min_size=len(words), max_size=len(words))))
    expected = [
        (number, first, len(globs))
        for number, globs in enumerate(patterns)
        for first in range(len(words) - len(globs) + 1)
        if len(set(sentences[first : first + len(globs)])) == 1
        and all(glob_matches(glob, word) for glob, word in zip(globs, words[first:], strict=False))
    ]
    assert sorted(rows(matched(patterns, words, sentences))) == sorted(expected)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5), st.integers(0, 3)), max_size=25))
def test_longest_only_is_that_of_a_plain_choice(spans):
    taken, expected = set(), set()
    for i, (first, length, _) in sorted(enumerate(spans), key=lambda s: (-s[1][1], s[1][0], s[1][2], s[0])):
        if not taken & set(range(first, first + length)):
            taken |= set(range(first, first + length))
            expected.add(i)
    columns = np.array(spans, dtype=int).reshape(-1, 3)
    kept = longest_only(Matches(columns[:, 2], columns[:, 0], columns[:, 1]), tokens=30)
    assert rows(kept) == [(pattern, first, length) for first, length, pattern in (spans[i] for i in sorted(expected))]


def test_the_longest_of_overlapping_terms_wins():
    words = "the dual freeze of the freeze".split()
    found = matched([("freeze",), ("dual", "freeze"), ("dual",)], words)
    assert rows(longest_only(found, tokens=len(words))) == [(1, 1, 2), (0, 5, 1)]


def test_no_match_reaches_over_the_end_of_a_sentence():
    assert rows(matched([("north", "korea")], ["north", "korea"], [0, 1])) == []


def test_nothing_is_found_in_nothing():
    empty = matched([("war",)], [])
    assert rows(empty) == rows(longest_only(empty, tokens=0)) == []


def test_globs_of_every_form_resolve():
    vocabulary = Vocabulary(["war", "wars", "warm", "thaw", "us", "US"])
    names = ["war", "wars", "warm", "thaw", "us", "US"]
    for glob in map("".join, itertools.product("wars*?", repeat=3)):
        assert {names[i] for i in vocabulary.resolve(glob)} == {name for name in names if glob_matches(glob, name)}
    assert [names[i] for i in vocabulary.resolve("US")] == ["US"]


def test_a_glob_keeps_the_capitals_of_the_letters_it_names():
    assert parse_pattern("US*").globs == ("US*",)
    assert parse_pattern("Sanction*").globs == ("sanction*",)
