"""Sources: whose words they are, where the sentence says only "he", "the minister" or nothing at all.

A pronoun is the last speaker or subject that it can stand for, a bare office ("the minister") the last person who was
introduced with it, an office told by its body alone ("the head of the ministry") the last person who spoke, and a last
name the full name that the article gives. "I", "we" and "you" outside quotation marks are the author and the reader,
and no source.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..parse import ParsedArticle
from .clauses import SUBJECTS, child
from .events import BEGINNING, Event, Events
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
_Steps = Generator[Event, None, Mention | None]  # yields each statement whose source must be known to go on


class Speakers:
    """Who has been named and who has spoken before a place of an article, read back only as far as need be."""

    def __init__(self, article: ParsedArticle, statements: Statements) -> None:
        self._article = article
        self._statements = statements
        self._full_name = FullNames(article).full_name
        self._events = Events(article, statements)
        self._sources: dict[Event, Mention | None] = {}
        self._subjects: dict[int, list[Mention]] = {}
        self._roles: dict[str, tuple[Event, str]] = {}
        self._introductions: dict[str, tuple[Event, dict[str, tuple[Event, str]]]] = {}
        self._found_before: dict[str, dict[Event, Mention | None]] = {}

    def resolve(self, passage: int, number: int) -> Statement:
        """Give the statement of a passage by its number, with the name and the role of its source."""
        statement = self._statements.of(passage)[number]
        event = self._events.of_statement(passage, number)
        mention = self._source(event)
        if mention is None:
            return statement
        return replace(statement, name=mention.name, role=self._role(mention, event))

    def _named(self, event: Event) -> list[Mention]:
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

    def _source(self, event: Event) -> Mention | None:
        """Return the source of a statement; those it hangs on are resolved first, in a list and not by recursion."""
        waiting = [] if event in self._sources else [(event, self._mention(event))]
        while waiting:
            asked, steps = waiting[-1]
            try:
                needed = next(steps)
            except StopIteration as done:
                self._sources[asked] = done.value
                waiting.pop()
            else:
                waiting += [] if needed in self._sources else [(needed, self._mention(needed))]
        return self._sources[event]

    def _mention(self, event: Event) -> _Steps:
        statement = self._statements.of(event.passage)[event.statement]
        if statement.source is None:
            return None if statement.kind == "imputed" else (yield from self._last(event))
        if statement.head is None:
            return Mention(self._article.text[slice(*statement.source)], "person")
        head = self._article.sentences[statement.sentence].doc[statement.head]
        head = _antecedent(head) if head.tag_ in ("WP", "WDT", "WP$") else head
        if head.lower_ in _AUTHORS:
            return None
        return (yield from self._pronoun(head, event) if head.lower_ in _BEINGS else self._noun(head, event))

    def _pronoun(self, pronoun: "Token", event: Event) -> _Steps:
        """The nearest name before it in the sentence that it can stand for, else the last such in the article."""
        beings = _BEINGS[pronoun.lower_]
        places = (*SUBJECTS, "poss") if pronoun.dep_ == "poss" else SUBJECTS
        for token in reversed(list(pronoun.doc[max(0, pronoun.i - _NEAR) : pronoun.i])):
            if token.pos_ == "PROPN" and token.dep_ in places:
                mention = mention_of(token, self._full_name)
                if mention.being in beings:
                    return mention
        for being in beings:
            recent = yield from self._recent(being, event)
            if recent is not None:
                return recent
        return (yield from self._last(event)) or Mention(pronoun.text, beings[0])

    def _noun(self, head: "Token", event: Event) -> _Steps:
        speaker = _speaker_of(head)
        if speaker is not None:
            mention = mention_of(speaker, self._full_name)
            return replace(mention, name=mention.name.removeprefix("the "))
        office = (yield from self._office(head.lemma_.lower(), event)) if is_bare_office(head) else None
        if office is not None:
            return office
        last = (yield from self._last(event)) if is_head_of_body(head) else None
        return last if last is not None and last.being == "person" else mention_of(head, self._full_name)

    def _last(self, event: Event) -> _Steps:
        """Return who spoke last."""
        return self._latest("speaker", event, lambda _: True, among=self._speaks)

    def _speaks(self, event: Event) -> bool:
        if event.statement < 0:
            return False
        statement = self._statements.of(event.passage)[event.statement]
        return statement.kind == "speech" and not statement.nested

    def _recent(self, being: Being, event: Event) -> _Steps:
        """Return who of a kind was named last."""
        return self._latest(being, event, lambda one: one.being == being)

    def _office(self, office: str, event: Event) -> _Steps:
        """Return who was last introduced with an office; nobody where the article has its word only here."""
        if not self._events.has_twice(office, event.passage):
            return None
        key = f"office {office}"
        return (yield from self._latest(key, event, lambda one: one.being == "person" and office in one.offices))

    def _latest(
        self,
        key: str,
        event: Event,
        fits: Callable[[Mention], bool],
        *,
        among: Callable[[Event], bool] = lambda _: True,
    ) -> _Steps:
        """Return who was last named before an event of those that fit; the events passed share the answer.

        The answers are kept under a key, so that no part of the article is searched twice for the same.
        """
        known = self._found_before.setdefault(key, {})
        if event in known:
            return known[event]
        passed, found = [event], None
        for earlier in self._events.before(event):
            if among(earlier):
                if earlier.statement >= 0:
                    yield earlier
                found = next(filter(fits, reversed(self._named(earlier))), None)
            if found is not None or earlier in known:
                found = known[earlier] if found is None else found
                break
            passed.append(earlier)
        known.update(dict.fromkeys(passed, found))
        return found

    def _role(self, mention: Mention, event: Event) -> str:
        """The words by which a name was first introduced; they can only stand in sentences that have its last word."""
        if mention.being != "person":
            return mention.role
        known, role = self._roles.get(mention.name, (BEGINNING, ""))
        if role or known >= event or not mention.name:
            return role if known <= event else mention.role
        self._roles[mention.name] = self._introduced(mention.name, event)
        return self._roles[mention.name][1]

    def _introduced(self, name: str, event: Event) -> tuple[Event, str]:
        """Return where a name was first introduced and by which words, up to an event; that event and none if nowhere.

        The events with the name's last word are read once, whatever other names have that word.
        """
        word = name.split()[-1].lower()
        read, roles = self._introductions.setdefault(word, (BEGINNING, {}))
        if name not in roles:
            for earlier in self._events.with_word(word, after=read, last=event):
                for mention in filter(lambda one: one.role, self._named(earlier)):
                    roles.setdefault(mention.name, (earlier, mention.role))
                self._introductions[word] = earlier, roles
                if name in roles:
                    break
            else:
                self._introductions[word] = max(read, event), roles
        found = roles.get(name, (event, ""))
        return found if found[0] <= event else (event, "")


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
