import pytest

from analysis.corpus.alphabet import BAR, COMMA, JOINER, MARK, OTHER, POINT, SIGN, Alphabet, kind_of
from analysis.corpus.segments import cut
from analysis.patterns import TOKEN


@pytest.mark.parametrize(
    ("characters", "kind"),
    [
        ("aZ9éж日ʼß", SIGN), ("\u0301\u00ad\u200b\u2060", MARK), ("-‐‑'’´＇", JOINER), (".", POINT), (",", COMMA),
        ("_", BAR), (" ²‘“”—½…/\n\0\ud800", OTHER),
    ],
)  # fmt: skip
def test_kinds_are_those_of_the_token_pattern(characters, kind):
    assert {kind_of(character) for character in characters} == {kind}


def test_folded_marks_share_a_byte_and_letters_do_not():
    alphabet = Alphabet()
    codes = alphabet.encode("'’ -‑ “\" éè").tolist()
    assert codes[0] == codes[1] and codes[3] == codes[4] and codes[6] == codes[7]
    assert codes[9] != codes[10]
    assert alphabet.encode("'é").tolist() == [codes[0], codes[9]]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("Kim Jong-un’s war.", ["Kim", "Jong-un’s", "war"]),
        ("the U.S.'s 2.5bn, 1,177", ["the", "U.S.'s", "2.5bn", "1,177"]),
        ("US-South -a- 'b' a.b_c", ["US-South", "a", "b", "a.b_c"]),
    ],
)
def test_segments_hold_what_a_token_may_hold(text, segments):
    alphabet, margin = Alphabet(), " " * 3
    starts, ends, marks = cut(alphabet.kinds[alphabet.encode(margin + text + margin)])
    assert [(margin + text)[start:end] for start, end in zip(starts, ends, strict=True)] == segments
    assert [(margin + text)[mark] for mark in marks] == [sign for sign in text if sign in ".?!"]
    found = [match.group() for segment in segments for match in TOKEN.finditer(segment)]
    assert found == [match.group() for match in TOKEN.finditer(text)]
