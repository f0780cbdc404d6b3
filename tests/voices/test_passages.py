"""A passage read alone gives the voices that the whole article gives."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.voices import ArticleVoices, find_voices
from analysis.voices.passages import _apart

PARAGRAPHS = [
    "Mayor Ana Ruiz opened the hall on Monday. She said that the roof was safe.",
    "“We must go home now,” she said. “It is late. The bus is waiting.”",
    "“Nobody was asked,” said Tom Hale, a teacher. He added: “The plan is old.”",
    "The council, according to its spokesman, wants more time. Critics disagree.",
    "“We will stay. Nothing can move us.\n\n“And we will vote,” Hale said. The minister smiled.",
    "Hale believes that the bridge will fall. Analysts expect a long winter.",
    "The minister, Jan Kos, arrived late. The minister told reporters that he was tired.",
    "It was a quiet day. The river rose.\n\n“No.” He laughed.",
    "Ruiz: No new taxes\n\nPoll: Voters tired of promises",
    "They said the road was closed, and it denied that.\n\n“Closed for good.”",
    "The head of the ministry refused to answer. “I know nothing,” he said:\n\n“Ask Kos.”",
    "HALE: Shall we start? The hall is full.\n\nKOS: Yes.\n\nHALE: Then let us begin. We have time.",
    "“A fine town,” the sign says. ‘Not so fine’, said Lee Chen, who lives there.",
    "KOS warned that prices would rise. Chen was criticized by Kos, the minister said.",
    "“We will stay.” — Ana Ruiz, 24",
]


@pytest.mark.parametrize("seed", range(30))
def test_a_sentence_has_the_same_voices_alone_as_in_the_whole_article(article, seed):
    chosen = random.Random(seed).choices(PARAGRAPHS, k=6)
    whole = find_voices(article("\n\n".join(chosen)))
    read_alone = article("\n\n".join(chosen), wanted=[])
    order = list(range(len(read_alone.sentences)))
    random.Random(seed).shuffle(order)
    voices = ArticleVoices(read_alone)
    for position in order:
        sentence = read_alone.sentences[position]
        touching = whole[(whole["start"] < sentence.end) & (whole["end"] > sentence.start)]["attribution"]
        expected = whole[whole["attribution"].isin(touching)].drop(columns="attribution").reset_index(drop=True)
        found = voices.over([(sentence.start, sentence.end)]).drop(columns="attribution")
        assert found.to_dict("records") == expected.to_dict("records")


def test_a_sentence_without_quotation_is_read_alone(article):
    parsed = article("The river rose. Ana Ruiz said that it was late. The bridge fell. Tom Hale left.", wanted=[])
    assert ArticleVoices(parsed).over([(20, 30)])["source"].tolist() == ["Ana Ruiz"]
    assert len(parsed.parses) == 1


def test_a_pronoun_is_read_back_no_further_than_to_whom_it_stands_for(article):
    text = "Jan Kos left. The river rose. Ana Ruiz came. The sky was grey. She said that it was late."
    parsed = article(text, wanted=[])
    assert ArticleVoices(parsed).over([(len(text) - 5, len(text))])["source"].tolist() == ["Ana Ruiz"]
    assert len(parsed.parses) == 3


def test_the_passage_of_a_sentence_holds_the_quotation_that_it_belongs_to(article):
    voices = ArticleVoices(article("Ana said no. “We must go. It is late.” It rained. The bridge fell."))
    assert [list(voices.passage_of(position)) for position in range(5)] == [[0, 1, 2, 3]] * 4 + [[4]]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=8))
def test_passages_begin_at_the_sentences_that_no_pair_joins_to_the_one_before(pairs):
    within = {position for first, last in pairs for position in range(first + 1, last + 1)}
    assert list(_apart(pairs, 13)) == [position for position in range(13) if position not in within]


@pytest.mark.parametrize("seed", range(6))
def test_the_statements_at_a_span_are_those_over_most_of_it(article, seed):
    parsed = article("\n\n".join(random.Random(seed).choices(PARAGRAPHS, k=8)))
    voices, whole = ArticleVoices(parsed), find_voices(parsed)
    for start in range(0, len(parsed.text) - 30, 17):
        end = start + 5 + start % 25
        shared = whole["end"].clip(upper=end) - whole["start"].clip(lower=start)
        over = whole[2 * shared > end - start]
        lengths = sorted((over["end"] - over["start"]).tolist())
        found = voices.statements_at(start, end)
        assert sorted(over["kind"]) == sorted(one.kind for one in found)
        assert [_length_over(one, start, end) for one in found] == lengths


def _length_over(statement, start, end):
    """Return the length of a statement's piece over most of a span."""
    pieces = statement.pieces
    return next(last - first for first, last in pieces if 2 * (min(last, end) - max(first, start)) > end - start)
