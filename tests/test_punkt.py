from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.patterns import fold
from analysis.punkt import ends_sentence, punkt_spans, sentence_tokenizer

SEEDS = Path(__file__).parent.parent / "seeds"
PIECES = st.sampled_from(
    "Mr U.S no No A J r d 2015 3.5 -2 etc x the The It word Word ( \" ' ) [ ] ! ? .. ... . , ; : - -- s É é * @ & { } `"
    " _ / ² ½ Ph.D e\u0301".split()
)
WORDS = st.lists(PIECES, max_size=4).map("".join)


@settings(deadline=None, max_examples=500)
@given(
    WORDS,
    st.sampled_from([".", "?", "!", "..."]),
    WORDS.filter(bool),
    st.sampled_from(")\";}]*:@'({[?!"),
    st.booleans(),
)
def test_decisions_are_those_of_punkt(word, mark, following, touching, apart):
    after = " " + following if apart else touching
    assert ends_sentence(word + mark, after) == sentence_tokenizer().text_contains_sentbreak(word + mark + after)


TEXTS = st.lists(
    st.one_of(PIECES, st.sampled_from([" ", ". ", '." ', ".) ", "?! ", "\n", "\xa0", "\x85"])), max_size=30
)


@settings(deadline=None, max_examples=500)
@example("A*.\xa0.  . ?")
@example(' He said "no." (Yes.) And so on ... ')
@given(st.one_of(TEXTS.map("".join), TEXTS.map(" ".join)).map(fold))
def test_spans_are_those_of_punkt(text):
    assert punkt_spans(text) == list(sentence_tokenizer().span_tokenize(text))


def test_the_articles_of_the_default_study_are_split_as_punkt_splits_them():
    texts = [fold(path.read_text(encoding="utf-8", errors="replace")) for path in SEEDS.glob("*/*.txt")]
    assert texts
    for text in texts:
        assert punkt_spans(text) == list(sentence_tokenizer().span_tokenize(text))


@pytest.mark.parametrize(
    ("word", "after", "ends"),
    [
        ("Mr.", " Trump", False),
        ("U.S.", " The", True),
        ("war.", " and", True),
        ("J.", " Bach", False),
        ("why?", '"', True),
    ],
)
def test_abbreviations_and_initials(word, after, ends):
    assert ends_sentence(word, after) == ends
