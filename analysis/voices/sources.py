"""Sources: whose words they are, where the sentence says only "he", "the minister" or nothing at all.

A pronoun is the last speaker or subject that it can stand for, a bare office ("the minister") the last person who was
introduced with it, an office told by its body alone ("the head of the ministry") the last person who spoke, and a last
name the full name that the article gives. "I", "we" and "you" outside quotation marks are the author and the reader,
and no source.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..parse import ParsedArticle
from ..patterns import fold
from .clauses import SUBJECTS, child
from .full_names import FullNames
from .names import Being, Mention, is_bare_office, is_head_of_body, mention_of
from .rules import Statement
from .speakers import can_speak
from .statements import Statements

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEINGS: dict[str, tuple[Being, ...]] = (
    dict.fromkeys(("he", "she", "his", "her", "him"), ("person",))
    | dict.fromkeys(("they", "their", "them", "theirs"), ("group", "thing"))
    | dict.fromkeys(("it", "its"), ("thing",))
)
_AUTHORS = frozenset("i we me us my our you your one".split())
_UTTERANCES = frozenset("statement remark word comment".split())
_NEAR = 40


@dataclass(frozen=True, order=True)
class _Event:
    """What names somebody, in the order of reading: a statement of a passage, or (-1) the subjects of a sentence."""

    passage: int
    place: int
    sentence: int
    statement: int = -1


class Speakers:
    """Who has been named and who has spoken before a place of an article, read back only as far as need be."""

    def __init__(self, article: ParsedArticle, statements: Statements) -> None:
        self._article = article
        self._statements = statements
        self._full_name = FullNames(article).full_name
        self._events: dict[int, list[_Event]] = {}
        self._sources: dict[_Event, Mention | None] = {}
        self._subjects: dict[int, list[Mention]] = {}
        self._roles: dict[str, tuple[_Event, str]] = {}

    def resolve(self, passage: int, number: int) -> Statement:
        """Give the statement of a passage by its number, with the name and the role of its source."""
        statement = self._statements.of(passage)[number]
        event = next(event for event in self._of(passage) if event.statement == number)
        mention = self._source(event)
        if mention is None:
            return statement
        return replace(statement, name=mention.name, role=self._role(mention, event))

    def _of(self, passage: int) -> list[_Event]:
        """The events of a passage: a statement names its source before the subjects of its own sentence are read."""
        if passage not in self._events:
            bounds, events = self._statements.passages.found[passage], []
            read = bounds.first
            for number, statement in enumerate(self._statements.of(passage)):
                events += [_Event(passage, 0, sentence) for sentence in range(read, statement.sentence)]
                read = max(read, statement.sentence)
                events.append(_Event(passage, 0, statement.sentence, number))
            events += [_Event(passage, 0, sentence) for sentence in range(read, bounds.end)]
            self._events[passage] = [replace(event, place=place) for place, event in enumerate(events)]
        return self._events[passage]

    def _before(self, event: _Event) -> Iterator[_Event]:
        """The events before one, the latest first."""
        yield from reversed(self._of(event.passage)[: event.place])
        for passage in range(event.passage - 1, -1, -1):
            yield from reversed(self._of(passage))

    def _named(self, event: _Event) -> list[Mention]:
        """Whom an event names, in order."""
        if event.statement >= 0:
            source = self._source(event)
            return [] if source is None else [source]
        if event.sentence not in self._subjects:
            self._subjects[event.sentence] = list(self._subjects_of(event.sentence))
        return self._subjects[event.sentence]

    def _subjects_of(self, number: int) -> Iterator[Mention]:
        """The named subjects of a sentence, of a quoted one none."""
        sentence = self._article.sentences[number]
        if self._statements.quotations.around(sentence.start, sentence.end) is None:
            for token in sentence.doc:
                if token.pos_ == "PROPN" and token.dep_ in SUBJECTS:
                    yield mention_of(token, self._full_name)

    def _source(self, event: _Event) -> Mention | None:
        """The source of a statement; those it may hang on are resolved first, so that no chain grows deep."""
        if event not in self._sources:
            chain = [event]
            for earlier in () if self._head(event) is not None else self._before(event):
                known = earlier in self._sources or (earlier.statement >= 0 and self._head(earlier) is not None)
                if known or (earlier.statement < 0 and self._named(earlier)):
                    break
                chain += [earlier] if earlier.statement >= 0 else []
            for one in reversed(chain):
                self._sources[one] = self._mention(one)
        return self._sources[event]

    def _head(self, event: _Event) -> "Token | None":
        """The noun of a statement's source, where it is named in the sentence by more than a pronoun."""
        statement = self._statements.of(event.passage)[event.statement]
        if statement.source is None or statement.head is None:
            return None
        head = self._article.sentences[statement.sentence].doc[statement.head]
        head = _antecedent(head) if head.tag_ in ("WP", "WDT", "WP$") else head
        return None if head.lower_ in _BEINGS else head

    def _mention(self, event: _Event) -> Mention | None:
        statement = self._statements.of(event.passage)[event.statement]
        if statement.source is None:
            return None if statement.kind == "imputed" else self._last(event)
        if statement.head is None:
            return Mention(self._article.text[slice(*statement.source)], "person")
        head = self._article.sentences[statement.sentence].doc[statement.head]
        head = _antecedent(head) if head.tag_ in ("WP", "WDT", "WP$") else head
        if head.lower_ in _AUTHORS:
            return None
        return self._pronoun(head, event) if head.lower_ in _BEINGS else self._noun(head, event)

    def _pronoun(self, pronoun: "Token", event: _Event) -> Mention:
        """The nearest name before it in the sentence that it can stand for, else the last such in the article."""
        beings = _BEINGS[pronoun.lower_]
        places = (*SUBJECTS, "poss") if pronoun.dep_ == "poss" else SUBJECTS
        for token in reversed(list(pronoun.doc[max(0, pronoun.i - _NEAR) : pronoun.i])):
            if token.pos_ == "PROPN" and token.dep_ in places:
                mention = mention_of(token, self._full_name)
                if mention.being in beings:
                    return mention
        recent = next(filter(None, (self._recent(being, event) for being in beings)), None)
        return recent or self._last(event) or Mention(pronoun.text, beings[0])

    def _noun(self, head: "Token", event: _Event) -> Mention:
        speaker = _speaker_of(head)
        if speaker is not None:
            mention = mention_of(speaker, self._full_name)
            return replace(mention, name=mention.name.removeprefix("the "))
        office = self._office(head.lemma_.lower(), event) if is_bare_office(head) else None
        if office is not None:
            return office
        last = self._last(event) if is_head_of_body(head) else None
        return last if last is not None and last.being == "person" else mention_of(head, self._full_name)

    def _last(self, event: _Event) -> Mention | None:
        """Who spoke last."""
        for earlier in self._before(event):
            if earlier.statement >= 0:
                statement = self._statements.of(earlier.passage)[earlier.statement]
                source = self._source(earlier) if statement.kind == "speech" and not statement.nested else None
                if source is not None:
                    return source
        return None

    def _recent(self, being: Being, event: _Event) -> Mention | None:
        """Who of a kind was named last."""
        named = (mention for earlier in self._before(event) for mention in reversed(self._named(earlier)))
        return next((mention for mention in named if mention.being == being), None)

    def _office(self, office: str, event: _Event) -> Mention | None:
        """Who was last introduced with an office; nobody where the article has its word only here."""
        end = self._statements.passages.found[event.passage].end
        if sum(text.count(office) for text in self._texts[:end]) < 2:
            return None
        named = (mention for earlier in self._before(event) for mention in reversed(self._named(earlier)))
        return next((mention for mention in named if mention.being == "person" and office in mention.offices), None)

    def _role(self, mention: Mention, event: _Event) -> str:
        """The words by which a name was first introduced; they can only stand in sentences that have its last word."""
        if mention.being != "person":
            return mention.role
        known, role = self._roles.get(mention.name, (_Event(0, -1, 0), ""))
        if role or known >= event or not mention.name:
            return role if known <= event else mention.role
        word = mention.name.split()[-1].lower()
        for earlier in self._with_word(word, known, event):
            role = next((one.role for one in self._named(earlier) if one.name == mention.name and one.role), "")
            if role:
                break
        self._roles[mention.name] = (earlier if role else event), role
        return role

    def _with_word(self, word: str, after: _Event, last: _Event) -> Iterator[_Event]:
        """The events after one, up to another, in whose sentence a word stands."""
        for passage in range(after.passage, last.passage + 1):
            bounds = self._statements.passages.found[passage]
            if any(word in text for text in self._texts[bounds.first : bounds.end]):
                yield from (e for e in self._of(passage) if after < e <= last and word in self._texts[e.sentence])

    @cached_property
    def _texts(self) -> list[str]:
        return [fold(sentence.text).lower() for sentence in self._article.sentences]


def _antecedent(relative: "Token") -> "Token":
    clause = next((t for t in relative.ancestors if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else relative


def _speaker_of(utterance: "Token") -> "Token | None":
    """Whose statements, remarks, words or comments they are: the noun of the phrase with "of"."""
    if utterance.lemma_.lower() not in _UTTERANCES:
        return None
    of = next((t for t in utterance.rights if t.dep_ == "prep" and t.lower_ == "of"), None)
    holder = child(of, "pobj") if of is not None else None
    return holder if holder is not None and can_speak(holder) and holder.lower_ not in _BEINGS else None
