import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.endings import ends_sentence
from analysis.tokens import sentence_tokenizer

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
