"""A passage read alone gives the voices that the whole article gives."""

import random

import pytest

from analysis.voices import ArticleVoices, find_voices

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
