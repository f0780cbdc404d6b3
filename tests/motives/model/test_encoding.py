import numpy as np
import pytest

from analysis.motives.model.encoding import Encoder, Example, marking_of, spans_in
from analysis.motives.model.network import WEIGHTS

TEXT = "Moscow hopes that Kyiv gives way, and it wants peace."


@pytest.fixture(scope="module")
def encoder():
    return Encoder(WEIGHTS / "tokenizer.json")


def words_of(encoded, text, numbers):
    offsets = [encoded.offsets[number - encoded.lead] for number in numbers]
    return [text[start:end] for start, end in offsets]


def test_roles_and_voices_are_told_per_token(encoder):
    example = Example(
        TEXT,
        "Kyiv spoke.",
        own=[(0, 6)],
        others=[(18, 22)],
        others_before=[(0, 4)],
        voices=[(0, 53, "other"), (38, 53, "actor")],
    )
    encoded = encoder.sentence(example)
    own = [i for i, role in enumerate(encoded.roles) if role == 1]
    others = [i for i, role in enumerate(encoded.roles) if role == 2]
    assert words_of(encoded, TEXT, own) == ["Moscow"]
    assert "".join(words_of(encoded, TEXT, others)) == "Kyiv"
    assert encoded.roles[: encoded.lead] == [0, 0]  # the actor is named: nothing before the sentence is read
    assert {encoded.voices[i] for i in own} == {2}
    assert encoded.voices[-2] == 1
    assert len(encoded.ids) == len(encoded.roles) == len(encoded.voices) == encoded.lead + len(encoded.offsets) + 1


def test_what_stands_before_is_read_where_the_sentence_does_not_name_the_actor(encoder):
    example = Example("It wants peace.", "Moscow met Kyiv.", own_before=[(0, 6)], others_before=[(11, 15)])
    encoded = encoder.sentence(example)
    assert set(encoded.roles[: encoded.lead]) == {0, 3, 4, 5}  # the ends, plain, the actor and another before it
    assert set(encoded.roles[encoded.lead :]) == {0}


def test_of_a_long_context_the_end_is_kept_and_of_a_long_sentence_the_beginning(encoder):
    encoded = encoder.sentence(Example("word " * 300, "first " + "then " * 100 + "last"))
    near = encoder.sentence(Example("word", "last"))
    assert encoded.ids[encoded.lead - 2] == near.ids[near.lead - 2]
    assert encoded.offsets[0] == (0, 4) and len(encoded.offsets) < 300


def tags_for(encoded, marked, begun=()):
    """Probabilities by outside, begin, inside: sure of what is marked, and of what begins."""
    tags = np.tile([0.98, 0.01, 0.01], (len(encoded.ids), 1))
    tags[[encoded.lead + place for place in marked]] = [0.1, 0.05, 0.85]
    tags[[encoded.lead + place for place in begun]] = [0.1, 0.85, 0.05]
    return tags


def test_marked_tokens_make_spans_that_a_beginning_divides(encoder):
    encoded = encoder.sentence(Example("one two three four five six"))
    together = list(spans_in(tags_for(encoded, range(1, 5)), encoded))
    assert [(span.start, span.end) for span in together] == [(4, 23)]
    assert together[0].score == pytest.approx(0.9)
    divided = list(spans_in(tags_for(encoded, range(6), begun=[0, 3]), encoded))
    assert [(span.start, span.end) for span in divided] == [(0, 13), (14, 27)]
    assert list(spans_in(tags_for(encoded, [2]), encoded)) == []  # one word alone
    assert list(spans_in(tags_for(encoded, []), encoded)) == []


def test_the_marking_of_a_given_span_is_the_mean_over_its_tokens(encoder):
    encoded = encoder.sentence(Example("one two three four"))
    tags = tags_for(encoded, [0, 1])
    assert marking_of(0, 7, tags, encoded).score == pytest.approx(0.9)
    assert marking_of(0, 18, tags, encoded).score == pytest.approx((0.9 * 2 + 0.02 * 2) / 4)
    assert marking_of(90, 99, tags, encoded) is None
