"""Speakers: which nouns stand for somebody or something that can say a word.

a minister, voters, Warsaw, the committee, a report  ->  yes;      principles, supplies, the bridge  ->  no
"""

from typing import TYPE_CHECKING

from . import beings
from .clauses import child, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = frozenset("anyone he she they we i you who that it one everyone everybody nobody someone somebody".split())
_QUANTITIES = frozenset("all both each few half majority many most none number percent plurality some several".split())
_GROUPS = frozenset("array bulk coalition dozen handful host majority minority number percent range score".split())
_AGENTS = ("er", "or", "ist", "ian", "ant", "ee", "crat", "man", "men", "woman", "women", "people", "person")
_THINGS = frozenset(
    "answer corner factor weather winter matter layer letter border power order paper number error offer disaster "
    "barrier chapter measure sector terror harbor labor plant grant center".split()
)


def can_speak(noun: "Token") -> bool:
    """Say whether a noun is a person, a body, a state, a collective or a document, by its class, name or ending."""
    clause = next((t for t in noun.ancestors if t.dep_ == "relcl"), None) if is_relative(noun) else None
    if clause is not None:
        return can_speak(clause.head)
    lemma = noun.lemma_.lower()
    of = next((t for t in noun.rights if t.dep_ == "prep" and t.lower_ == "of"), None)
    members = child(of, "pobj") if of is not None else None
    if noun.lemma_.lower() in _GROUPS and members is not None:
        return can_speak(members)
    if noun.pos_ in ("PROPN", "NUM", "VERB", "AUX") or noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    if noun.lower_ in _PRONOUNS | _QUANTITIES:
        return True
    if lemma in beings.SPEAKING:
        return True
    return lemma.endswith(_AGENTS) and lemma not in _THINGS
