"""Stances: what an actor calls for, stands for or would rather have, and the set phrases of wanting."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues
from .agents import noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import is_infinitive, lemma_of, object_of, objects_of
from .evidence import last_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOR = frozenset(["for"])
_LEAPS = frozenset("jump leap grasp".split())
_WOULD = frozenset("would 'd will should".split())


def stands_for(token: "Token") -> Iterator[Ascription]:
    """call for, advocate, stand up for or be in favour of something: an end that a speaker professes."""
    if token.pos_ == "VERB":
        if any(_is_thing(thing, token) for thing in _advocated(token)):
            yield from ascribe("stands for", "goal", token, subject(token))
    elif token.dep_ == "pobj" and token.head.lower_ == "in" and any(objects_of(token, frozenset(["of"]))):
        verb = token.head.head
        if verb.pos_ in ("VERB", "AUX"):
            yield from ascribe("stands for", "goal", token, subject(verb), last=last_of(token))


def insists_that(token: "Token") -> Iterator[Ascription]:
    """insist, demand or ask that something be so: a clause with the bare verb, "insists that the port remain open"."""
    for clause in token.children if token.pos_ == "VERB" else ():
        if clause.dep_ == "ccomp" and clause.i > token.i and _is_subjunctive(clause):
            yield from ascribe("insists that", "goal", token, subject(token))


def would_rather(token: "Token") -> Iterator[Ascription]:
    """would rather, would sooner do something."""
    verb = token.head
    would = any(child.dep_ == "aux" and child.lower_ in _WOULD for child in verb.lefts)
    if would and verb.tag_ == "VB" and token.i < verb.i:
        yield from ascribe("would like", "goal", verb, subject(verb))


def is_out_to(token: "Token") -> Iterator[Ascription]:
    """be out to, be at pains to, be after something."""
    copula = token.head if token.dep_ != "pobj" else token.head.head
    if lemma_of(copula) not in ("be", "remain"):
        return
    if token.lower_ == "after":
        sought = next((child for child in token.children if child.dep_ in ("pobj", "pcomp")), None)
        compared = copula.dep_ in ("advcl", "ccomp") and copula.left_edge.lower_ in ("than", "as")
        fitting = token.dep_ == "prep" and token.i == copula.i + 1 and not compared
        fitting &= sought is not None and sought.pos_ != "NUM"
    else:
        fitting = token.lower_ == "out" or (token.head.lower_ == "at" and token.dep_ == "pobj")
        fitting &= any(is_infinitive(child) for place in (token, copula) for child in place.rights)
    if fitting:
        yield from ascribe("is out to", "goal", token, subject(copula), last=last_of(copula))


def idiom(token: "Token") -> Iterator[Ascription]:
    """A set phrase of purpose: buy time, save face, drive a wedge, hedge its bets, keep its options open."""
    thing = object_of(token) if token.pos_ == "VERB" else None
    if thing is not None and thing.i > token.i and lemma_of(thing) in cues.IDIOMS.get(lemma_of(token), frozenset()):
        doer = subject(token)
        if doer is not None and lemma_of(doer) not in cues.HOLDABLE:  # what an act does may not be meant
            yield from ascribe("idiom", "goal", token, doer)


def seizes_chance(token: "Token") -> Iterator[Ascription]:
    """spot, seize or jump at an opportunity to do something."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "at" else token.head
    seized = (token.dep_ == "dobj" and lemma_of(verb) in cues.SEIZE_VERBS) or lemma_of(verb) in _LEAPS
    if seized and any(is_infinitive(child) for place in (token, verb) for child in place.rights):
        yield from ascribe("seizes a chance", "goal", token, subject(verb), last=last_of(verb))


def trades_for(token: "Token") -> Iterator[Ascription]:
    """trade, swap or barter one thing for another."""
    given = object_of(token)
    if token.pos_ == "VERB" and given is not None and any(any(objects_of(place, _FOR)) for place in (token, given)):
        yield from ascribe("trades for", "purpose", token, subject(token))


def preferred(token: "Token") -> Iterator[Ascription]:
    """The outcome that somebody prefers: "Beijing's preferred outcome is a weak governor"."""
    noun = token.head
    clause = noun.head
    if token.dep_ == "amod" and noun.dep_ in ("nsubj", "attr") and lemma_of(clause) == "be":
        yield from ascribe("goal is", "goal", token, noun_holder(noun), first=clause.left_edge, last=last_of(clause))


def _advocated(verb: "Token") -> "Iterator[Token | None]":
    """What is advocated: the object, or what hangs on a preposition close by, as in "stand up for"."""
    if lemma_of(verb) in cues.ADVOCATE_VERBS:
        yield object_of(verb)
    after = cues.ADVOCATE_PREPOSITION.get(lemma_of(verb), frozenset())
    yield from (thing for thing in objects_of(verb, after) if thing.head.i - verb.i <= 2)


def _is_thing(thing: "Token | None", verb: "Token") -> bool:
    """Say whether what is advocated is a thing or a doing, not a person, and stands after the verb."""
    return thing is not None and thing.i > verb.i and (thing.dep_ == "pcomp" or thing.pos_ in ("NOUN", "PROPN", "VERB"))


def _is_subjunctive(clause: "Token") -> bool:
    own = [child for child in clause.lefts if child.dep_ in ("aux", "auxpass")]
    bare = clause.tag_ in ("VB", "VBP") and not own
    passive = any(child.lower_ == "be" for child in own) and len(own) == 1
    told = any(child.lower_ == "that" and child.dep_ == "mark" for child in clause.lefts)
    singular = any(child.dep_ in ("nsubj", "nsubjpass") and child.tag_ in ("NN", "NNP") for child in clause.lefts)
    should = any(child.lower_ in ("should", "must") for child in own)
    return should or (told and (passive or (bare and (singular or clause.tag_ == "VB"))))


RULES = (
    Rule(stands_for, cues.ADVOCATE_VERBS | frozenset(cues.ADVOCATE_PREPOSITION) | frozenset(["favor", "favour"])),
    Rule(insists_that, cues.INSIST_VERBS),
    Rule(would_rather, frozenset(["rather", "sooner"])),
    Rule(is_out_to, frozenset(["out", "pain", "after"])),
    Rule(idiom, frozenset(cues.IDIOMS)),
    Rule(seizes_chance, cues.CHANCES),
    Rule(trades_for, frozenset("trade swap barter exchange".split())),
    Rule(preferred, cues.DESIRED),
)
