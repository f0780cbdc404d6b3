"""Grounds: what is named as the reason of an act or a policy - that is why, at its heart, behind it, based on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import lemma_of, object_of, objects_of, own_subject
from .evidence import last_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTING = ("that", "this", "it", "which", "these")
_OPEN = frozenset("question puzzle mystery issue point problem thing query riddle".split())
_LYING = frozenset("lie be stand lurk sit remain".split())
_OF = frozenset(["of"])
_IN_FOR = frozenset("in on for behind".split())
_GIVING = frozenset("from by".split())
_GETTING = frozenset("receive get obtain draw win earn meet gain".split())


def that_is_why(token: "Token") -> Iterator[Ascription]:
    """that is why, the reason why, a primary reason for: a reason pointed at for the holder's act."""
    copula = token.head
    if token.pos_ != "NOUN" or lemma_of(copula) != "be" or token.dep_ not in ("attr", "nsubj"):
        return
    acts = [child for child in token.children if child.dep_ in ("relcl", "acl", "advcl")]
    acts += [child for child in copula.children if child.dep_ in ("ccomp", "advcl") and child.i > token.i]
    acts = acts if lemma_of(token) not in stake_cues.FACTORS else []
    own = next((of for of in objects_of(token, _OF) if lemma_of(of) in cues.HOLDABLE), None)
    for act in acts[:1]:
        if own is not None:  # "the logic of its blockade is that others must pay"
            yield from ascribe("that is why", "reason", token, own, first=copula.left_edge, last=last_of(act))
            return
        yield from _reason_for(act, token, copula)
        return
    for affair in objects_of(token, _IN_FOR | _OF if lemma_of(token) in stake_cues.FACTORS else _IN_FOR):
        holder = noun_holder(affair) or affair
        yield from ascribe("that is why", "reason", token, holder, first=copula.left_edge, last=last_of(token))


def why(token: "Token") -> Iterator[Ascription]:
    """that is why Moscow ..., this explains why the Kremlin ...: no noun of reason between."""
    act, above = token.head, token.head.head
    pointing = any(
        child.dep_ == "nsubj" and (child.lower_ in _POINTING or _names_a_reason(child, above)) for child in above.lefts
    )
    if token.dep_ == "advmod" and act != above and pointing and lemma_of(above) in ("be", "explain"):
        yield from _reason_for(act, token, above)


def rests_on(token: "Token") -> Iterator[Ascription]:
    """An act or policy that is based on a conviction, a fear or a calculation."""
    own = own_subject(token)
    grounds = objects_of(token, stake_cues.GROUND_VERBS.get(lemma_of(token), frozenset()))
    minded = any(lemma_of(ground) in stake_cues.CONVICTIONS for ground in grounds)
    if own is not None and minded and lemma_of(own) in cues.HOLDABLE:
        yield from ascribe("is driven by", "reason", token, own)


def lies_behind(token: "Token") -> Iterator[Ascription]:
    """What lies behind, or at the heart of, an act or a policy: "at the heart of its policy is a fear of"."""
    behind = token.lower_ == "behind"
    verb = token.head if behind else token.head.head
    things = (child for child in token.children if child.dep_ == "pobj") if behind else objects_of(token, _OF)
    if lemma_of(verb) not in _LYING or (not behind and token.dep_ != "pobj"):
        return
    for affair in things:
        moved = any(lemma_of(child) in stake_cues.FEELINGS | cues.GOAL_NOUNS for child in verb.children)
        if moved or lemma_of(affair) in cues.HOLDABLE | stake_cues.THINKING:
            holder = noun_holder(affair)
            yield from ascribe("lies behind", "reason", token, holder, first=verb.left_edge, last=verb.right_edge)


def plays_a_role(token: "Token") -> Iterator[Ascription]:
    """What weighs or plays a role in the actor's thinking, decision or policy."""
    for affair in objects_of(token, _IN_FOR):
        if lemma_of(affair) in stake_cues.THINKING and (lemma_of(token) != "play" or object_of(token) is not None):
            yield from ascribe("plays a role", "reason", token, noun_holder(affair), first=token.left_edge)
    role = object_of(token)
    if lemma_of(token) == "play" and role is not None and lemma_of(role) in ("role", "part"):
        for affair in objects_of(role, _IN_FOR):
            if lemma_of(affair) in stake_cues.THINKING:
                yield from ascribe("plays a role", "reason", token, noun_holder(affair), first=token.left_edge)


def _names_a_reason(noun: "Token", verb: "Token") -> bool:
    """Say whether a subject is given as the reason: "copper is why", not "the question is why"."""
    return lemma_of(verb) == "be" and noun.pos_ in ("NOUN", "PROPN") and lemma_of(noun) not in _OPEN


def _reason_for(act: "Token", cue: "Token", copula: "Token") -> Iterator[Ascription]:
    holder = subject(act)
    givers = (below for child in act.children for below in (*objects_of(child, _GIVING), *objects_of(act, _GIVING)))
    giver = next((one for one in givers if one != holder), None)
    if giver is None or lemma_of(act) not in _GETTING:  # what somebody gets is the giver's act
        yield from ascribe("that is why", "reason", cue, holder, first=copula.left_edge, last=last_of(act))
    yield from ascribe("that is why", "reason", cue, giver, first=copula.left_edge, last=last_of(act))


RULES = (
    Rule(that_is_why, stake_cues.REASON_NOUNS),
    Rule(why, frozenset(["why"])),
    Rule(rests_on, frozenset(stake_cues.GROUND_VERBS)),
    Rule(lies_behind, stake_cues.CORES | {"behind"}),
    Rule(plays_a_role, frozenset("play weigh figure loom".split())),
)
