"""Events: what names somebody in an article, in the order of reading, and where a word stands among it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..parse import ParsedArticle
from ..patterns import fold
from .statements import Statements


@dataclass(frozen=True, order=True)
class Event:
    """What names somebody, in the order of reading: a statement of a passage, or (-1) the subjects of a sentence."""

    passage: int
    place: int
    sentence: int
    statement: int = -1


BEGINNING = Event(0, -1, 0)


class Events:
    """The events of an article, those of a passage listed when they are first asked for."""

    def __init__(self, article: ParsedArticle, statements: Statements) -> None:
        self._article = article
        self._statements = statements
        self._of: dict[int, list[Event]] = {}
        self._by_statement: dict[int, dict[int, Event]] = {}
        self._by_sentence: dict[int, dict[int, list[Event]]] = {}
        self._sentences: dict[str, list[int]] = {}
        self._passages: dict[str, list[int]] = {}
        self._with_word: dict[tuple[str, int], list[Event]] = {}

    def of(self, passage: int) -> list[Event]:
        """Return the events of a passage; a statement names its source before the subjects of its own sentence."""
        if passage not in self._of:
            bounds, events = self._statements.passages.found[passage], []
            read = bounds.first
            for number, statement in enumerate(self._statements.of(passage)):
                events += [Event(passage, 0, sentence) for sentence in range(read, statement.sentence)]
                read = max(read, statement.sentence)
                events.append(Event(passage, 0, statement.sentence, number))
            events += [Event(passage, 0, sentence) for sentence in range(read, bounds.end)]
            self._of[passage] = [replace(event, place=place) for place, event in enumerate(events)]
        return self._of[passage]

    def of_statement(self, passage: int, number: int) -> Event:
        """Return the event of a statement, by its number in the passage."""
        if passage not in self._by_statement:
            self._by_statement[passage] = {e.statement: e for e in self.of(passage) if e.statement >= 0}
        return self._by_statement[passage][number]

    def before(self, event: Event) -> Iterator[Event]:
        """Yield the events before one, the latest first."""
        own = self.of(event.passage)
        yield from (own[place] for place in range(event.place - 1, -1, -1))
        for passage in range(event.passage - 1, -1, -1):
            yield from reversed(self.of(passage))

    def with_word(self, word: str, *, after: Event, last: Event) -> Iterator[Event]:
        """Yield the events after one, up to another, in whose sentence a word in small letters stands."""
        passages = self._passages_with(word)
        first, end = bisect_left(passages, after.passage), bisect_right(passages, last.passage)
        for passage in (passages[i] for i in range(first, end)):
            events = self._in_passage_with(word, passage)
            yield from (events[i] for i in range(bisect_right(events, after), bisect_right(events, last)))

    def has_twice(self, word: str, passage: int) -> bool:
        """Say whether a word in small letters stands at least twice in the sentences up to the end of a passage."""
        sentences, end = self._sentences_with(word), self._statements.passages.found[passage].end
        if len(sentences) > 1 and sentences[1] < end:
            return True
        return bool(sentences) and sentences[0] < end and self._texts[sentences[0]].count(word) > 1

    def _passages_with(self, word: str) -> list[int]:
        if word not in self._passages:
            passages = map(self._statements.passages.of, self._sentences_with(word))
            self._passages[word] = list(dict.fromkeys(passages))
        return self._passages[word]

    def _in_passage_with(self, word: str, passage: int) -> list[Event]:
        if (word, passage) not in self._with_word:
            bounds, sentences = self._statements.passages.found[passage], self._sentences_with(word)
            first, end = bisect_left(sentences, bounds.first), bisect_left(sentences, bounds.end)
            by_sentence = self._sentences_of(passage)
            events = (event for i in range(first, end) for event in by_sentence.get(sentences[i], ()))
            self._with_word[word, passage] = sorted(events)
        return self._with_word[word, passage]

    def _sentences_of(self, passage: int) -> dict[int, list[Event]]:
        """Return the events of a passage by the position of their sentence."""
        if passage not in self._by_sentence:
            events = self._by_sentence[passage] = {}
            for event in self.of(passage):
                events.setdefault(event.sentence, []).append(event)
        return self._by_sentence[passage]

    def _sentences_with(self, word: str) -> list[int]:
        if word not in self._sentences:
            candidates = self._article.substrings.candidates(word)
            self._sentences[word] = [position for position in candidates if word in self._texts[position]]
        return self._sentences[word]

    @cached_property
    def _texts(self) -> list[str]:
        return [fold(sentence.text).lower() for sentence in self._article.sentences]
