"""Reasons: why an actor acts - because, in response to, driven by, that is why, and what presses on it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import stake_cues
from .agents import holder_of, noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import clause_of, lemma_of, objects_of, own_subject
from .evidence import last_of
from .interests import user_of
from .stakes import affected_by

if TYPE_CHECKING:
    from spacy.tokens import Token

_POINTING = ("that", "this", "it", "which", "these")
_SERVING = stake_cues.GAIN_ADJECTIVES | stake_cues.GAIN_NOUNS | stake_cues.INSTRUMENT_NOUNS
_GIVING = frozenset("from by".split())


def because(token: "Token") -> Iterator[Ascription]:
    """A because-clause on what the holder does: "did it because it believes ..."."""
    clause, act = token.head, token.head.head
    if token.dep_ != "mark" or clause == act:
        return
    if lemma_of(act) in stake_cues.STATIVE:
        yield from _why_it_serves(clause, act)
        return
    if token.lower_ == "because" or clause.tag_ in ("VBP", "VBZ"):
        yield from ascribe("because", "reason", token, subject(act), first=token, last=last_of(clause))


def in_response_to(token: "Token") -> Iterator[Ascription]:
    """in response to, in retaliation for: a cause that hangs on what the holder does."""
    preposition = token.head
    if token.dep_ == "pobj" and preposition.lower_ in ("in", "as") and any(objects_of(token, frozenset(["to", "for"]))):
        yield from ascribe("in response to", "reason", token, holder_of(preposition.head), first=preposition.left_edge)


def out_of(token: "Token") -> Iterator[Ascription]:
    """out of fear, for fear of, from a desire for: a feeling as the cause of what the holder does."""
    preposition, act = token.head, token.head.head
    if token.dep_ != "pobj" or any(child.dep_ == "poss" for child in token.children):
        return
    out = preposition.lower_ == "of" and act.lower_ == "out"
    if out or (preposition.lower_ == "for" and lemma_of(token) in stake_cues.FEAR_NOUNS and act.pos_ == "VERB"):
        yield from ascribe("out of", "reason", token, subject(clause_of(act)), first=act if out else preposition)


def is_driven_by(token: "Token") -> Iterator[Ascription]:
    """driven by, motivated by, stems from: the holder, or its act, and what moves it."""
    lemma = lemma_of(token)
    passive = (
        lemma in stake_cues.CAUSE_PASSIVE and token.tag_ in ("VBN", "VBD") and any(objects_of(token, frozenset(["by"])))
    )
    origin = any(objects_of(token, stake_cues.ORIGIN_VERBS.get(lemma, frozenset())))
    if token.pos_ == "VERB" and (passive or origin):
        yield from ascribe("is driven by", "reason", token, token.head if token.dep_ == "acl" else subject(token))


def drives(token: "Token") -> Iterator[Ascription]:
    """What drives or explains an act of the holder: "revenge drives the Kremlin", "fear explains Moscow's caution"."""
    moved = next((child for child in token.children if child.dep_ == "dobj"), None)
    if token.pos_ == "VERB" and moved is not None and own_subject(token) is not None:
        last = token.head.right_edge if token.dep_ == "csubj" else None
        yield from ascribe("is driven by", "reason", token, moved, first=own_subject(token).left_edge, last=last)


def that_is_why(token: "Token") -> Iterator[Ascription]:
    """that is why, the reason why, a primary reason for: a reason pointed at for the holder's act."""
    copula = token.head
    if token.pos_ != "NOUN" or lemma_of(copula) != "be" or token.dep_ not in ("attr", "nsubj"):
        return
    acts = [child for child in token.children if child.dep_ in ("relcl", "acl", "advcl")]
    acts += [child for child in copula.children if child.dep_ in ("ccomp", "advcl") and child.i > token.i]
    for act in acts[:1]:
        yield from _reason_for(act, token, copula)
        return
    for affair in objects_of(token, frozenset(["for", "behind"])):
        holder = noun_holder(affair) or affair
        yield from ascribe("that is why", "reason", token, holder, first=copula.left_edge, last=last_of(token))


def why(token: "Token") -> Iterator[Ascription]:
    """that is why Moscow ..., this explains why the Kremlin ...: no noun of reason between."""
    act, above = token.head, token.head.head
    pointing = any(child.dep_ == "nsubj" and child.lower_ in _POINTING for child in above.children)
    if token.dep_ == "advmod" and act != above and pointing and lemma_of(above) in ("be", "explain"):
        yield from _reason_for(act, token, above)


def is_pressed(token: "Token") -> Iterator[Ascription]:
    """A participle that tells the holder's plight before its act: "Isolated by the West, Russia turned to"."""
    act = token.head
    if token.dep_ != "advcl" or act.pos_ != "VERB" or token.i > act.i or own_subject(token) is not None:
        return
    if (
        token.tag_ in ("VBN", "VBG", "JJ", "VBD")
        and own_subject(act) is not None
        and lemma_of(act) not in stake_cues.STATIVE
    ):
        last = next((child for child in act.rights if child.dep_ in ("dobj", "prep", "xcomp", "advmod", "prt")), act)
        yield from ascribe("is pressed", "reason", token, subject(act), first=token.left_edge, last=last_of(last))


def _why_it_serves(clause: "Token", copula: "Token") -> Iterator[Ascription]:
    """Why something is good for or a tool of somebody: "is useful to Moscow, since it distracts its rivals"."""
    first = own_subject(clause)
    for worth in (copula.head, *copula.children):
        told = worth.dep_ in ("acomp", "attr") and lemma_of(worth) in _SERVING
        if told and first is not None and (worth != copula.head or copula.dep_ == "relcl"):
            holder = affected_by(worth) or user_of(worth)
            yield from ascribe("why it serves", "benefit", clause, holder, first=first.left_edge)


def _reason_for(act: "Token", cue: "Token", copula: "Token") -> Iterator[Ascription]:
    holder = subject(act)
    yield from ascribe("that is why", "reason", cue, holder, first=copula.left_edge, last=last_of(act))
    for giver in (
        below for child in act.children for below in (*objects_of(child, _GIVING), *objects_of(act, _GIVING))
    ):
        if giver != holder:
            yield from ascribe("that is why", "reason", cue, giver, first=copula.left_edge, last=last_of(act))
            return


RULES = (
    Rule(because, frozenset(["because", "since"])),
    Rule(in_response_to, stake_cues.RESPONSES),
    Rule(out_of, stake_cues.FEELINGS),
    Rule(is_driven_by, stake_cues.CAUSE_PASSIVE | frozenset(stake_cues.ORIGIN_VERBS)),
    Rule(drives, stake_cues.CAUSE_ACTIVE),
    Rule(that_is_why, stake_cues.REASON_NOUNS),
    Rule(why, frozenset(["why"])),
    Rule(is_pressed, stake_cues.STATES),
)
