"""Holders: which actor a noun, a pronoun or a description names.

`ActorReferences` reads an article once: alias mentions give the sure places, and pronouns and descriptions ("it",
"their", "the country", "both sides") are carried back to the actor that they stand for, within the sentence first.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from ..parse import ParsedArticle, ParsedSentence
from .cues import AGENT_NOUNS, COUNTRY_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_IT = frozenset("it its itself".split())
_THEY = frozenset("they their them themselves".split())
_HE = frozenset("he his him himself she her hers herself".split())
_WE = frozenset("we our us ours ourselves i my me mine".split())
_BOTH = frozenset("both two".split())
_PARTIES = frozenset("country nation side state capital party power government leader partner ally".split())
_SUCH_AS = frozenset("as like including".split())
_UNKNOWN = "\0unknown"
_BACK = 2


@dataclass
class ActorReferences:
    """Whom the words of one article stand for: alias mentions by token, pronouns by their antecedents."""

    article: ParsedArticle
    first_person: Callable[[int, int], frozenset[str]]
    _mentions: list[dict[int, str]] = field(default_factory=list)
    _persons: set[str] = field(default_factory=set)
    _known: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)

    @classmethod
    def read(
        cls, article: ParsedArticle, mentions: pd.DataFrame, *, first_person: Callable[[int, int], frozenset[str]]
    ) -> "ActorReferences":
        """Lay the mentions of an article (rows of `analysis.actors.find_mentions`) over its parse.

        ``first_person`` tells for whom "we" stands between two offsets.
        """
        references = cls(article, first_person)
        by_sentence: dict[int, list[tuple[int, int, str]]] = {}
        for row in mentions.itertuples():
            by_sentence.setdefault(row.sentence, []).append((row.start, row.end, row.actor))
        for sentence in article.sentences:
            references._mentions.append(_mentioned(sentence, by_sentence.get(sentence.number, [])))
            references._persons.update(_persons(sentence, references._mentions[-1]))
        return references

    def mentioned(self, position: int) -> dict[int, str]:
        """Give the actor of each token of a sentence that is part of an alias."""
        return self._mentions[position]

    def denoted(self, token: "Token", position: int) -> frozenset[str]:
        """Give the actors that a noun, name or pronoun in the sentence at ``position`` stands for; empty for none."""
        key = (position, token.i)
        if key not in self._known:
            self._known[key] = frozenset()  # a pronoun that leads back to itself stands for nobody
            self._known[key] = self._denoted(token, position) - {_UNKNOWN}
        return self._known[key]

    def _denoted(self, token: "Token", position: int) -> frozenset[str]:
        own = self._named(token, position)
        for other in token.conjuncts:
            own |= self._named(other, position)
        if own:
            return own
        if token.lower_ in _WE:
            return self.first_person(*self.article.sentences[position].span(token))
        if token.tag_ in ("WP$", "WP", "WDT"):
            relative = next((above for above in token.ancestors if above.dep_ == "relcl"), None)
            return self._named(relative.head, position) if relative is not None else frozenset()
        if token.lower_ in _IT | _THEY | _HE:
            return self._antecedent(token, position)
        if _is_description(token):
            return self._antecedent(token, position)
        if token.pos_ == "NOUN" and any(child.lower_ in _BOTH for child in token.children) and token.lemma_ in _PARTIES:
            return self._both(position)
        return frozenset()

    def _named(self, token: "Token", position: int) -> frozenset[str]:
        """Actors by name: the token is (the head of) an alias, or an agent noun with the alias as its modifier."""
        mentions = self._mentions[position]
        if token.i in mentions:
            return frozenset([mentions[token.i]])
        examples = [
            mentions[below.i]
            for child in token.children
            if child.dep_ == "prep" and child.lower_ in _SUCH_AS
            for below in child.children
            if below.i in mentions
        ]
        if examples and token.pos_ == "NOUN":
            return frozenset(examples)
        if token.pos_ in ("NOUN", "PROPN") and (token.lemma_.lower() in AGENT_NOUNS or token.pos_ == "PROPN"):
            for child in token.children:
                if child.dep_ in ("amod", "compound", "poss", "nmod") and child.i in mentions:
                    return frozenset([mentions[child.i]])
            for child in token.children:
                if child.dep_ == "prep" and child.lower_ == "of":
                    named = [mentions[below.i] for below in child.children if below.i in mentions]
                    if named and token.lemma_.lower() in AGENT_NOUNS:
                        return frozenset(named)
            for child in token.children:
                if child.dep_ == "appos" and child.i in mentions:
                    return frozenset([mentions[child.i]])
        return frozenset()

    def _antecedent(self, pronoun: "Token", position: int) -> frozenset[str]:
        """The nearest fitting name: subjects of the clauses around the pronoun, then names before it, then back."""
        for candidate in _clause_subjects(pronoun):
            found = self._fitting(candidate, pronoun, position)
            if found:
                return found
        before = [token for token in pronoun.doc[: pronoun.i] if _is_nominal(token)]
        for candidate in sorted(before, key=lambda token: (token.dep_ not in ("nsubj", "nsubjpass"), -token.i)):
            found = self._fitting(candidate, pronoun, position)
            if found:
                return found
        for back in range(1, _BACK + 1):
            if position - back < 0:
                break
            found = self._antecedent_in(position - back, pronoun)
            if found:
                return found
        return frozenset()

    def _antecedent_in(self, position: int, pronoun: "Token") -> frozenset[str]:
        nominal = [token for token in self.article.sentences[position].doc if _is_nominal(token)]
        for candidate in sorted(nominal, key=lambda token: (token.dep_ not in ("nsubj", "nsubjpass"), token.i)):
            found = self._fitting(candidate, pronoun, position)
            if found:
                return found
        return frozenset()

    def _fitting(self, candidate: "Token", pronoun: "Token", position: int) -> frozenset[str]:
        """The actors that a candidate stands for where it agrees with the pronoun; unknown names stop the search."""
        named = self._named(candidate, position)
        for other in candidate.conjuncts:
            named |= self._named(other, position)
        if candidate.lower_ in _IT | _THEY | _HE and candidate.lower_[0] == pronoun.lower_[0]:
            return self.denoted(candidate, position)
        many = bool(candidate.conjuncts) or candidate.tag_ in ("NNS", "NNPS")
        person = self._is_person(candidate)
        if pronoun.lower_ in _THEY:
            fits = many or (candidate.lemma_.lower() in AGENT_NOUNS and not person)
        elif pronoun.lower_ in _HE:
            fits = person and not candidate.conjuncts
        else:
            fits = not person and candidate.tag_ not in ("NNS", "NNPS")
            named = self._named(candidate, position) if fits else named
        if not fits:
            return frozenset()
        if named:
            return named
        return (
            frozenset([_UNKNOWN]) if candidate.pos_ == "PROPN" and candidate.dep_ in ("nsubj", "nsubjpass") else named
        )

    def _is_person(self, token: "Token") -> bool:
        return token.lower_ in self._persons or token.lemma_.lower() in _PERSON_NOUNS

    def _both(self, position: int) -> frozenset[str]:
        found: list[str] = []
        for back in range(min(position, 3) + 1):
            found += [actor for actor in self._mentions[position - back].values() if actor not in found]
            if len(found) >= 2:
                break
        return frozenset(found[:2])


_PERSON_NOUNS = frozenset(
    "president minister spokesman spokeswoman leader chairman secretary ambassador diplomat official envoy general "
    "senator analyst expert professor director man woman premier chief head".split()
)
_TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. president minister secretary gen. general sen. rep. leader spokesman chancellor premier".split()
)


def _mentioned(sentence: ParsedSentence, spans: list[tuple[int, int, str]]) -> dict[int, str]:
    found: dict[int, str] = {}
    for token in sentence.doc:
        start, end = sentence.span(token)
        for first, last, actor in spans:
            if start < last and end > first:
                found[token.i] = actor
    return found


def _persons(sentence: ParsedSentence, mentions: dict[int, str]) -> set[str]:
    """Names that a title or a first name goes before: persons, not states."""
    found = set()
    for token in sentence.doc:
        if token.pos_ != "PROPN":
            continue
        before = [child for child in token.children if child.dep_ == "compound" and child.i < token.i]
        titled = any(child.lower_ in _TITLES for child in before)
        named = any(child.pos_ == "PROPN" and child.i not in mentions for child in before) or any(
            child.i in mentions and child.i == token.i - 1 and child.tag_ == "NNP" for child in before
        )
        if titled or (named and token.ent_type_ == "" and token.text not in _PLACES):
            found.add(token.lower_)
    return found


_PLACES = frozenset(
    "Korea States House Department Union Federation Ministry Kingdom Nations East Council Party Committee Army Guard Press Times Post Institute".split()
)


def _is_description(token: "Token") -> bool:
    """Say whether a noun is a bare "the country", "the regime" and the like."""
    if token.lemma_ not in COUNTRY_NOUNS or token.tag_ != "NN":
        return False
    children = [child for child in token.children if child.dep_ in ("det", "amod", "compound", "poss", "prep", "nmod")]
    return len(children) == 1 and children[0].lower_ in ("the", "this", "that")


def _is_nominal(token: "Token") -> bool:
    return token.pos_ in ("PROPN", "NOUN", "PRON", "ADJ") and token.dep_ not in ("compound", "amod", "nmod", "det")


def _clause_subjects(token: "Token") -> "list[Token]":
    """Subjects of the clauses that hold the token, the innermost first, where they stand before it."""
    found = []
    for above in token.ancestors:
        for child in above.children:
            if (
                child.dep_ in ("nsubj", "nsubjpass")
                and child.i < token.i
                and child != token
                and token not in child.subtree
            ):
                found.append(child)
        if above.dep_ in ("relcl", "acl") and above.head.i < token.i:
            found.append(above.head)
    return found
