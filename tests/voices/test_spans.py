"""In whose voice a span stands."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.voices import voice_at, voices_of_spans
from analysis.voices.spans import _innermost


@pytest.fixture
def voices():
    rows = [("a", 0, 100, "Ann", "direct", "other"), ("a", 40, 60, "Ben", "indirect", "actor")]
    rows += [("b", 10, 20, "Eve", "direct", "other")]
    return pd.DataFrame(rows, columns=["article", "start", "end", "source", "kind", "voice"])


def test_the_innermost_stretch_counts(voices):
    assert voice_at(voices, 45, 55, article="a") == ("actor", "Ben")
    assert voice_at(voices, 70, 80, article="a") == ("other", "Ann")


def test_a_stretch_must_cover_more_than_half(voices):
    assert voice_at(voices, 58, 62, article="a") == ("other", "Ann")
    assert voice_at(voices, 15, 30, article="b") == ("outlet", "")
    assert voice_at(voices, 12, 24, article="b") == ("other", "Eve")


def test_many_spans_keep_their_order_and_index(voices):
    spans = pd.DataFrame(
        {"article": ["b", "a", "c", "a"], "start": [12, 45, 0, 200], "end": [18, 50, 9, 210]}, index=[7, 3, 5, 1]
    )
    found = voices_of_spans(voices, spans)
    assert list(found.index) == [7, 3, 5, 1]
    assert list(found["voice"]) == ["other", "actor", "outlet", "outlet"]
    assert list(found["source"]) == ["Eve", "Ben", "", ""]
    assert list(found["kind"]) == ["direct", "indirect", "", ""]


def test_it_must_be_clear_which_article_is_meant(voices):
    with pytest.raises(ValueError, match="article="):
        voice_at(voices, 0, 5)
    assert voice_at(voices[voices["article"] == "b"], 12, 18) == ("other", "Eve")
    assert voice_at(voices.iloc[:0], 0, 5) == ("outlet", "")


def test_the_bulk_form_equals_looking_at_every_piece(voices):
    spans = pd.DataFrame([("a", i, i + 6) for i in range(0, 110)], columns=["article", "start", "end"])

    def plainly(start, end):
        over = [
            r for r in voices[voices["article"] == "a"].itertuples() if 2 * (min(r.end, end) - max(r.start, start)) > 6
        ]
        return min(over, key=lambda r: r.end - r.start).source if over else ""

    assert list(voices_of_spans(voices, spans)["source"]) == [plainly(i, i + 6) for i in range(0, 110)]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda span: (span[0], span[0] + span[1]))


@given(st.lists(SPANS, max_size=12), st.lists(SPANS, max_size=4))
def test_of_equal_pieces_the_one_that_begins_last_counts(pieces, spans):
    def plainly(start, end):
        over = [(b - a, -a, -i) for i, (a, b) in enumerate(pieces) if 2 * (min(b, end) - max(a, start)) > end - start]
        return -min(over)[2] if over else -1

    tables = (pd.DataFrame(rows, columns=["start", "end"]).astype(int) for rows in (pieces, spans))
    assert _innermost(*tables).tolist() == [plainly(start, end) for start, end in spans]
