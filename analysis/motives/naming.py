"""Naming: which tokens of an article name an actor, and which names are persons'."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from ..parse import ParsedArticle, ParsedSentence
from . import cues
from .clauses import lemma_of, objects_of

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
_PLACES = frozenset(
    "Korea States House Department Union Federation Ministry Kingdom Nations East Council Party Committee Army Guard "
    "Press Times Post Institute Republic Emirates Arabia".split()
)


@dataclass
class ActorNames:
    """The actors that tokens of an article name, sentence by sentence."""

    by_sentence: list[dict[int, str]] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)

    @classmethod
    def read(cls, article: ParsedArticle, mentions: pd.DataFrame) -> "ActorNames":
        """Lay the mentions of an article (rows of `analysis.actors.find_mentions`) over its parse."""
        names = cls()
        spans: dict[int, list[tuple[int, int, str]]] = {}
        for row in mentions.itertuples():
            spans.setdefault(row.sentence, []).append((row.start, row.end, row.actor))
        for sentence in article.sentences:
            names.by_sentence.append(_named_tokens(sentence, spans.get(sentence.number, [])))
            names.persons.update(_person_names(sentence, names.by_sentence[-1]))
        return names

    def named(self, token: "Token", position: int) -> frozenset[str]:
        """Give the actors that a token names: an alias, examples of it, or an agent noun that an alias modifies."""
        mentions = self.by_sentence[position]
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
        return token.lower_ in self.persons or lemma_of(token) in _PERSONS

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
    """Names that a title or a first name goes before: persons, not states."""
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
