"""Events by word and place equal those of walking through the whole article."""

import random

import pytest

from analysis.patterns import fold
from analysis.voices.events import BEGINNING, Events
from analysis.voices.statements import Statements

from .test_passages import PARAGRAPHS


@pytest.fixture
def events(article):
    """Return a function that makes the events of paragraphs drawn by a seed, with the article and its statements."""

    def made(seed):
        parsed = article("\n\n".join(random.Random(seed).choices(PARAGRAPHS, k=8)))
        statements = Statements(parsed)
        return Events(parsed, statements), parsed, statements

    return made


def listed(events, statements):
    return [event for passage in range(len(statements.passages.found)) for event in events.of(passage)]


@pytest.mark.parametrize("seed", range(5))
def test_events_with_a_word_are_those_whose_sentence_has_it(events, seed):
    own, parsed, statements = events(seed)
    every = listed(own, statements)
    bounds = [(BEGINNING, every[-1]), (every[len(every) // 3], every[len(every) // 2]), (every[-1], every[0])]
    for word in ("kos", "ruiz", "s", "nobody", '"'):
        for after, last in bounds:
            expected = [
                e for e in every if after < e <= last and word in fold(parsed.sentences[e.sentence].text).lower()
            ]
            assert list(own.with_word(word, after=after, last=last)) == expected


@pytest.mark.parametrize("seed", range(5))
def test_the_events_before_one_come_the_latest_first(events, seed):
    own, _, statements = events(seed)
    every = listed(own, statements)
    for place, event in enumerate(every):
        assert list(own.before(event)) == every[:place][::-1]
        if event.statement >= 0:
            assert own.of_statement(event.passage, event.statement) == event


@pytest.mark.parametrize("seed", range(5))
def test_a_word_stands_twice_where_two_are_counted_up_to_the_passage(events, seed):
    own, parsed, statements = events(seed)
    for passage, bounds in enumerate(statements.passages.found):
        text = "\n".join(sentence.text.lower() for sentence in parsed.sentences[: bounds.end])
        for word in ("minister", "said", "spokesman", "zebra"):
            assert own.has_twice(word, passage) == (text.count(word) >= 2)


def test_events_before_are_not_read_farther_than_asked(article):
    parsed = article("Jan Kos left. The river rose. She said that it was late.", wanted=[])
    statements = Statements(parsed)
    own = Events(parsed, statements)
    next(own.before(own.of(2)[0]))
    assert len(parsed.parses) == 2
