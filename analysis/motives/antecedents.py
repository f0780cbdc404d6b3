"""Antecedents: what words may stand for an actor named elsewhere, and the words around them that may name it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .grammar import cues
from .grammar.clauses import lemma_of, objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BOTH = frozenset("both two either neither".split())
_PARTIES = frozenset("country nation side state capital party power government leader partner ally".split())
_PAIRED = frozenset("leader side partner neighbor neighbour ally".split())
_PARTS = ("det", "amod", "compound", "poss", "prep", "nmod")
_DEVERBAL = ("tion", "sion", "ment", "ance", "ence", "ure", "ing")


def is_deverbal(noun: "Token") -> bool:
    """Say whether a noun tells a doing by its ending ("publication", "posturing") and not a body ("administration")."""
    return lemma_of(noun).endswith(_DEVERBAL) and lemma_of(noun) not in cues.AGENT_NOUNS


def subjects_of(tokens: "Iterable[Token]") -> "list[Token]":
    """Give the subjects among some tokens."""
    return [token for token in tokens if token.dep_ in ("nsubj", "nsubjpass")]


def companions(subject: "Token") -> "Iterator[Token]":
    """Give whom a subject is said to do something like or along with: "Like Seoul, Beijing fears"."""
    places = [child for child in subject.head.lefts if child.lower_ == "like" and child.i < subject.i]
    places += [child for child in subject.rights if child.lower_ in ("like", "alongside")]
    along = [child for child in (*subject.rights, *subject.head.lefts) if child.lower_ in ("along", "together")]
    places += [below for child in along for below in child.children if below.lower_ == "with"]
    if subject.dep_ in ("nsubj", "nsubjpass"):
        yield from (below for place in places for below in place.children if below.dep_ == "pobj")


def is_pair(token: "Token") -> bool:
    """Say whether words stand for two parties named before: "both sides", "either country", "the countries", "both"."""
    if token.lower_ in ("both", "either"):
        of_them = next(objects_of(token, frozenset(["of"])), None)
        affected = token.dep_ == "pobj" and token.head.lower_ in ("for", "to")
        alone = (token.dep_ in ("nsubj", "nsubjpass") or affected) and of_them is None
        return alone or (of_them is not None and lemma_of(of_them) in _PARTIES)
    if token.pos_ != "NOUN" or lemma_of(token) not in _PARTIES:
        return False
    if any(child.lower_ in _BOTH for child in token.lefts):
        return True
    parts = [child for child in token.children if child.dep_ in (*_PARTS, "nummod", "relcl", "acl")]
    pointed = len(parts) == 1 and parts[0].lower_ in ("the", "these")
    return pointed and token.tag_ == "NNS" and lemma_of(token) in cues.COUNTRY_NOUNS | _PAIRED


def is_description(token: "Token") -> bool:
    """Say whether a noun is a bare "the country", "the regime" and the like."""
    if token.lemma_ not in cues.COUNTRY_NOUNS or token.tag_ != "NN":
        return False
    parts = [child for child in token.children if child.dep_ in _PARTS]
    return len(parts) == 1 and parts[0].lower_ in ("the", "this", "that")


def is_nominal(token: "Token") -> bool:
    """Say whether a word can name somebody by itself, and does not only stand on another."""
    return token.pos_ in ("PROPN", "NOUN", "PRON", "ADJ") and token.dep_ not in ("compound", "amod", "nmod", "det")


def clause_subjects(token: "Token") -> "Iterator[Token]":
    """Subjects of the clauses that hold the token, the innermost first, where they stand before it."""
    for above in token.ancestors:
        for child in above.lefts:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i and child.right_edge.i < token.i:
                yield child
        if above.dep_ in ("relcl", "acl") and above.head.i < token.i:
            yield above.head


def subject_ahead(token: "Token") -> "Iterator[Token]":
    """The subject that a fronted phrase leans on: "given its need for copper, Beijing"."""
    for above in token.ancestors:
        for child in above.children:
            if child.dep_ in ("nsubj", "nsubjpass") and token.i < child.i < above.i:
                yield child


def stands_alone(token: "Token") -> bool:
    """Say whether a relative clause in the singular tells of one of several: "Kim and Trump, who wants it"."""
    clauses = [child for child in token.children if child.dep_ == "relcl" and child.i > token.i]
    verbs = (word for clause in clauses for word in (clause, *clause.lefts) if word.pos_ in ("VERB", "AUX"))
    return token.dep_ == "conj" and any(verb.tag_ == "VBZ" or verb.lower_ == "was" for verb in verbs)
