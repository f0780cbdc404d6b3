import re

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.articles import read_study_sources
from analysis.corpus import alphabet, reading
from analysis.corpus.forms import Terms
from analysis.corpus.reading import Reader
from analysis.study import read_study
from analysis.tokens import is_all_capitals

from .conftest import SEEDS, TEXTS, WRAPPED_TEXT, reference


def rows(texts, *, reader=None, terms=None):
    """Rows as `reference` gives them, from the columnar reader."""
    terms = terms or Terms()
    columns = (reader or Reader(terms)).read(texts)
    article = np.repeat(np.arange(len(texts)), columns.sizes).tolist()
    names = [terms.names[number] for number in columns.term.tolist()]
    ends = (columns.start + columns.length).tolist()
    return list(zip(article, columns.start.tolist(), ends, names, columns.first.tolist(), strict=True))


@settings(deadline=None, max_examples=300)
@example(["ʼ"])
@example(["². GO "])
@example(["A LOT. If you"])
@example(["J. GOU.S.'s "])
@example(["(bundled ??) compiler.", "A.B.'s policy", "U.S.'s policy"])
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_tokens_terms_and_sentences_are_those_of_the_reference(texts):
    assert rows(texts) == reference(texts)


def test_the_seeds_are_read_as_by_the_reference():
    texts = read_study_sources(read_study(SEEDS)).articles["clean"].tolist()
    assert rows(texts) == reference(texts)


def test_what_a_reader_has_learnt_changes_nothing():
    terms = Terms()
    reader = Reader(terms)
    for texts in (["The US and us. Việt Nam."], ["THE US AND US. việt"], ["Russia’s ally. " * 300, "naïve"]):
        assert rows(texts, reader=reader, terms=terms) == reference(texts)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 3_000,
        "x" * 30_000,
        "He left. " * 2_000,
        WRAPPED_TEXT,
        WRAPPED_TEXT.replace("\n", " \n"),
        "supercalifragilisticexpialidocious" * 3 + " is a word of 102 letters. So is this.",
    ],
    ids=["no end", "one long word", "a long line", "wrapped", "wrapped, blanks at the ends", "long words"],
)
def test_long_and_wrapped_lines(text):
    assert rows([text, "Short. One."]) == reference([text, "Short. One."])


def test_more_letters_than_bytes_are_told_apart():
    letters = "".join(map(chr, range(0x410, 0x550))) + "\u0301\u0302\u0591\u0592"
    text = " ".join(letter + other for letter, other in zip(letters, reversed(letters), strict=True))
    assert len(letters) > 2 * (alphabet.TOLD_APART - 128)
    assert rows([text, text[::-1]]) == reference([text, text[::-1]])


def test_no_articles_and_empty_ones():
    assert rows(["", " \n", "A."]) == [(2, 0, 1, "a", True)]
    assert Reader(Terms()).read([""]).sizes.tolist() == [0]


SENTENCES = st.lists(
    st.sampled_from(["US AND UN. ", "US and UN. ", "US. ", "UN-EU-US ", "a b c. ", "1 2. "]), min_size=1
)


@given(SENTENCES)
def test_capitals_are_those_of_looking_at_the_sentence_of_each_token(pieces):
    text = "".join(pieces)
    starts = np.cumsum([0, *map(len, pieces)])
    tokens = list(re.finditer(r"\w+", text))
    start = np.array([token.start() for token in tokens])
    small = np.array([not token.group().isupper() and token.group().isalpha() for token in tokens])
    capitals = np.array([i for i, token in enumerate(tokens) if token.group().isupper()], dtype=np.int64)
    found = reading._in_capitals(text, capitals, start, small, starts[:-1])
    sentence = np.searchsorted(starts, start[capitals], side="right") - 1
    assert found.tolist() == [is_all_capitals(text[starts[i] : starts[i + 1]]) for i in sentence]


def test_a_sentence_is_asked_once_for_its_capitals(monkeypatch):
    asked = []
    monkeypatch.setattr(reading, "is_all_capitals", lambda text: asked.append(text) or is_all_capitals(text))
    rows(["US UN EU " * 500 + ". " + "UK US " * 500])
    assert len(asked) <= 2
