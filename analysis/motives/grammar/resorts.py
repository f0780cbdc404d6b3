"""Resorts: whom an actor turns to and where it searches for what it lacks, and what would relieve it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import is_prospective, lemma_of, object_of, objects_of
from .evidence import last_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOR = frozenset(["for"])
_TO = frozenset("to on".split())
_TURNS = frozenset("turn look appeal reach go resort".split())
_ASKED = frozenset("ask court woo petition tap approach press beg".split())
_SEARCHES = frozenset("scour comb trawl canvass raid plunder ransack mine".split())
_SPANS = frozenset("year month decade week day time generation moment while hour second first instance reason".split())


def turns_for(token: "Token") -> Iterator[Ascription]:
    """turn, look or appeal to somebody for something; ask somebody for it; scour the globe for it."""
    lemma, thing = lemma_of(token), object_of(token)
    towards = next(objects_of(token, _TO), None) if lemma in _TURNS else None
    if lemma in _ASKED | _SEARCHES and thing is not None and thing.dep_ == "dobj":
        towards = thing
    if token.pos_ != "VERB" or towards is None:
        return
    things = [*objects_of(token, _FOR), *objects_of(towards, _FOR)]
    things += [clause for clause in token.rights if clause.dep_ == "advcl" and clause.left_edge.lower_ == "for"]
    if any(one.i > towards.i and one.pos_ != "NUM" and lemma_of(one) not in _SPANS for one in things):
        yield from ascribe("turns for", "purpose", token, subject(token), last=last_of(token))


def relieves(token: "Token") -> Iterator[Ascription]:
    """Something eases the actor's shortage or the pressure on it: "would ease Beijing's shortage of grain"."""
    lack = object_of(token)
    if token.pos_ != "VERB" or lack is None or lemma_of(lack) not in stake_cues.LACKS:
        return
    holder = noun_holder(lack, depth=0) or next(objects_of(lack, frozenset(["on"])), None)
    if holder is None or (holder.dep_ == "pobj" and holder.head.lower_ == "of"):
        holder = _fronted(token)
    if holder is not None and (is_prospective(token) or token.tag_ == "VBG"):
        first = next((child for child in token.lefts if child.dep_ in ("nsubj", "aux")), token)
        yield from ascribe("relieves", "benefit", token, holder, first=first.left_edge, last=last_of(token))


def contributes(token: "Token") -> Iterator[Ascription]:
    """Something contributes to an effort or an aim of the actor."""
    for thing in objects_of(token, frozenset(["to"])) if token.pos_ == "VERB" else ():
        if lemma_of(thing) in cues.GOAL_NOUNS | cues.PLAN_NOUNS:
            holder = noun_holder(thing, depth=0)
            yield from ascribe("contributes", "benefit", token, holder, first=token, last=last_of(token))


def _fronted(verb: "Token") -> "Token | None":
    """Whom a clause is about by a "for" before it: "For Beijing, a new mine would ease the shortage"."""
    return next((thing for thing in objects_of(verb, _FOR) if thing.i < verb.i), None)


RULES = (
    Rule(turns_for, _TURNS | _ASKED | _SEARCHES),
    Rule(contributes, frozenset(["contribute"])),
    Rule(relieves, stake_cues.RELIEVE_VERBS - cues.WANT),
)
