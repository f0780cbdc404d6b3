"""Naming: which tokens of an article name an actor, and which names are persons'."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from ..parse import ParsedArticle, ParsedSentence
from ..patterns import fold, follows_capital
from ..study import Actor
from .grammar import cues
from .grammar.clauses import lemma_of, objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = ("amod", "compound", "poss", "nmod")
_PEOPLE = frozenset("many most some ordinary average young older".split())
_SOME = frozenset("few some many most those none".split())
_DECIDERS = frozenset(
    "official leader leadership strategist planner policymaker elite hawk hardliner decision-maker ruler".split()
)
_INSIDE = frozenset("in at within".split())
_EXAMPLES = frozenset("as like including".split())
_TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. president minister secretary gen. general sen. rep. leader spokesman "
    "chancellor premier".split()
)
_PERSONS = frozenset(
    "president minister spokesman spokeswoman leader chairman secretary ambassador diplomat official envoy general "
    "senator analyst expert professor director man woman premier chief head".split()
)
_QUALIFYING = frozenset(
    "the north south east west northern southern eastern western central upper lower new old great greater mainland "
    "continental communist soviet imperial tsarist nazi islamic baathist ba'athist republican democratic united "
    "national post-soviet federal modern metropolitan".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_PLACES = frozenset(
    "Korea States House Department Union Federation Ministry Kingdom Nations East Council Party Committee Army Guard "
    "Press Times Post Institute Republic Emirates Arabia".split()
)


def surnames(actors: Sequence[Actor]) -> set[str]:
    """Give the aliases that another alias has behind a first name: "Putin" beside "Vladimir Putin"."""
    found = set()
    for actor in actors:
        alone = {alias for alias in actor.aliases if " " not in alias}
        for first, *between, last in (alias.split() for alias in actor.aliases if " " in alias):
            initials = all(len(word.strip(".")) == 1 for word in between)
            if last in alone and initials and first.lower() not in _QUALIFYING and first not in alone:
                found.add(last.lower())
    return found


class ActorNames:
    """The actors that tokens of an article name, sentence by sentence, each sentence read when it is asked about."""

    def __init__(self, article: ParsedArticle, mentions: pd.DataFrame, actors: Sequence[Actor] = ()) -> None:
        """Take an article, its mentions (rows of `analysis.actors.find_mentions`) and the actors that are asked for."""
        self._article = article
        self._spans: dict[int, list[tuple[int, int, str]]] = {}
        for row in mentions.itertuples():
            self._spans.setdefault(row.sentence, []).append((row.start, row.end, row.actor))
        self._tokens: dict[int, dict[int, str]] = {}
        self._persons: dict[str, bool] = dict.fromkeys(surnames(actors), True)
        self._can_be_persons: dict[str, bool] = {}
        self._named_persons: dict[int, set[str]] = {}

    def naming(self, actor: str) -> dict[int, set[str]]:
        """Give the positions of the sentences that name an actor, with the words of its names in small letters."""
        found: dict[int, set[str]] = {}
        for position, sentence in enumerate(self._article.sentences):
            for start, end, named in self._spans.get(sentence.number, ()):
                if named == actor:
                    found.setdefault(position, set()).update(self._article.text[start:end].lower().split())
        return found

    def in_sentence(self, position: int) -> dict[int, str]:
        """Give the tokens of a sentence that name an actor, by their number."""
        if position not in self._tokens:
            sentence = self._article.sentences[position]
            self._tokens[position] = _named_tokens(sentence, self._spans.get(sentence.number, []))
        return self._tokens[position]

    def named(self, token: "Token", position: int) -> frozenset[str]:
        """Give the actors that a token names: an alias, examples of it, or an agent noun that an alias modifies."""
        mentions = self.in_sentence(position)
        if token.i in mentions:
            some = any(child.lower_ in _PEOPLE for child in token.lefts)
            return frozenset() if some or _is_modified(token) else frozenset([mentions[token.i]])
        if token.lower_ in _SOME or lemma_of(token) in _DECIDERS:
            inside = [mentions[below.i] for below in objects_of(token, _INSIDE) if below.i in mentions]
            if inside:
                return frozenset(inside)
        if token.pos_ not in ("NOUN", "PROPN"):
            return frozenset()
        examples = [
            mentions[below.i]
            for child in token.children
            if child.dep_ == "prep" and child.lower_ in _EXAMPLES
            for below in child.children
            if below.i in mentions
        ]
        return frozenset(examples) or self._modified(token, mentions)

    def is_person(self, token: "Token") -> bool:
        """Say whether a token names or describes a single human being."""
        return lemma_of(token) in _PERSONS or self._is_person_name(token.lower_)

    def tells_person(self, position: int) -> bool:
        """Say whether a sentence has a word for a human being, such as "president"."""
        words = set(_WORD.findall(self._article.sentences[position].text.lower()))
        return not words.isdisjoint(_PERSONS) or any(word.removesuffix("s") in _PERSONS for word in words)

    def may_be_person(self, name: str) -> bool:
        """Say whether a capital or a title stands before a name anywhere, without which it is no person's."""
        if name not in self._can_be_persons:
            self._can_be_persons[name] = any(True for _ in self._giving_person(name))
        return self._persons.get(name, False) or self._can_be_persons[name]

    def _is_person_name(self, name: str) -> bool:
        """Say whether a title or a first name goes before a name anywhere in the article: a person's, not a state's."""
        if name not in self._persons:
            self._persons[name] = any(name in self._persons_in(position) for position in self._giving_person(name))
        return self._persons[name]

    def _giving_person(self, name: str) -> Iterator[int]:
        """The positions of the sentences that can tell whether a name is a person's, by their words."""
        for position in self._article.substrings.candidates(name):
            sentence = self._article.sentences[position]
            lower = sentence.text.lower()
            if name in lower and (follows_capital(fold(sentence.text), name) or any(t in lower for t in _TITLES)):
                yield position

    def _persons_in(self, position: int) -> set[str]:
        if position not in self._named_persons:
            sentence = self._article.sentences[position]
            self._named_persons[position] = _person_names(sentence, self.in_sentence(position))
        return self._named_persons[position]

    def _modified(self, token: "Token", mentions: dict[int, str]) -> frozenset[str]:
        """The actor on an agent noun or a name: "Russian hackers", "the army of Russia", "the minister, Lavrov"."""
        agent = lemma_of(token) in cues.AGENT_NOUNS
        if not (agent or token.pos_ == "PROPN") or _is_modified(token):
            return frozenset()
        for child in token.children:
            if child.i in mentions and (child.dep_ in _MODIFIERS or child.dep_ == "appos"):
                return frozenset([mentions[child.i]])
            if agent and child.dep_ == "prep" and child.lower_ == "of":
                named = [mentions[below.i] for below in child.children if below.i in mentions]
                if named:
                    return frozenset(named)
        return frozenset()


def _is_modified(token: "Token") -> bool:
    """Say whether a word like "opposition" or "former" sets a noun apart from the actor that modifies it."""
    return any(child.lower_ in cues.NOT_OF_IT for child in token.lefts)


def _named_tokens(sentence: ParsedSentence, spans: list[tuple[int, int, str]]) -> dict[int, str]:
    if not spans:
        return {}
    places = [(token.i, *sentence.span(token)) for token in sentence.doc]
    return {i: actor for first, last, actor in spans for i, start, end in places if start < last and end > first}


def _person_names(sentence: ParsedSentence, mentions: dict[int, str]) -> set[str]:
    """The names of a sentence that a title or a first name goes before."""
    found = set()
    for token in sentence.doc:
        if token.pos_ != "PROPN" or token.text in _PLACES:
            continue
        before = [child for child in token.lefts if child.dep_ == "compound"]
        titled = any(child.lower_ in _TITLES for child in before)
        first_name = any(
            child.tag_ == "NNP" and (child.i not in mentions or child.i == token.i - 1) and child.pos_ == "PROPN"
            for child in before
        )
        if titled or first_name:
            found.add(token.lower_)
    return found
