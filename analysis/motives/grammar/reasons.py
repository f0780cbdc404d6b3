"""Reasons: why an actor acts - because, in response to, driven by, that is why, and what presses on it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import stake_cues
from .agents import holder_of, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import SUBJECTS, clause_of, cleft_object, lemma_of, objects_of, own_subject
from .evidence import last_of
from .interests import user_of
from .possessors import affected_by

if TYPE_CHECKING:
    from spacy.tokens import Token

_ANY = frozenset("several many various other some these those two three following different same such good".split())
_POINTING = ("that", "this", "it", "which", "these")
_SERVING = stake_cues.GAIN_ADJECTIVES | stake_cues.GAIN_NOUNS | stake_cues.INSTRUMENT_NOUNS


def because(token: "Token") -> Iterator[Ascription]:
    """A because-clause on what the holder does: "did it because it believes ...", "this is because it needs ..."."""
    clause, act = token.head, _act_of_series(token)
    if token.dep_ != "mark" or clause == act or clause.dep_ == "csubj" or _is_purpose(act):
        return
    if _only_points(act):
        yield from ascribe("because", "reason", token, subject(clause), first=token, last=last_of(clause))
    elif lemma_of(act) in stake_cues.STATIVE:
        yield from _why_it_serves(clause, act)
    elif token.lower_ == "because" or clause.tag_ in ("VBP", "VBZ"):
        yield from ascribe("because", "reason", token, subject(act), first=token, last=last_of(clause))


def because_of(token: "Token") -> Iterator[Ascription]:
    """A noun as the reason for what the holder does: "because of a quarrel", "cut the gas for political reasons"."""
    act = clause_of(token.head)
    if act.pos_ != "VERB" or lemma_of(act) in stake_cues.STATIVE:
        return
    if token.lower_ == "because":
        if token.dep_ == "prep" and any(child.lower_ == "of" for child in token.children):
            yield from ascribe("because", "reason", token, subject(act), first=token, last=last_of(token))
        return
    named = any(child.dep_ in ("amod", "compound", "nmod") and child.lower_ not in _ANY for child in token.lefts)
    if token.dep_ == "pobj" and token.head.lower_ == "for" and named and token.tag_ == "NNS":
        yield from ascribe("because", "reason", token, subject(act), first=act.left_edge, last=last_of(token))


def in_response_to(token: "Token") -> Iterator[Ascription]:
    """in response to, in retaliation for: a cause that hangs on what the holder does, or that its act is said to be."""
    preposition, to_what = token.head, any(objects_of(token, frozenset(["to", "for"])))
    if token.dep_ == "attr" and to_what and lemma_of(preposition) == "be":
        yield from ascribe("in response to", "reason", token, subject(preposition))
    elif token.dep_ == "pobj" and preposition.lower_ in ("in", "as") and to_what:
        yield from ascribe("in response to", "reason", token, holder_of(preposition.head), first=preposition.left_edge)
    elif token.dep_ == "pobj" and preposition.lower_ == "in" and _opens_clause(preposition) and _is_bare(token):
        act = preposition.head
        yield from ascribe("in response to", "reason", token, subject(act), first=preposition, last=last_of(act))


def out_of(token: "Token") -> Iterator[Ascription]:
    """out of fear, for fear of, from a desire for: a feeling as the cause of what the holder does."""
    preposition, act = token.head, token.head.head
    if token.dep_ != "pobj" or any(child.dep_ == "poss" for child in token.children):
        return
    out = preposition.lower_ == "of" and act.lower_ == "out"
    if out or (preposition.lower_ == "for" and lemma_of(token) in stake_cues.FEAR_NOUNS and act.pos_ == "VERB"):
        yield from ascribe("out of", "reason", token, subject(clause_of(act)), first=act if out else preposition)


def on_the_assumption(token: "Token") -> Iterator[Ascription]:
    """on the assumption that, in the belief that: a thought as the ground of what the holder does."""
    act = token.head.head
    told = any(child.dep_ in ("acl", "ccomp", "relcl") for child in token.children)
    if token.dep_ == "pobj" and token.head.lower_ in ("on", "in", "under") and told and act.pos_ == "VERB":
        yield from ascribe("on the assumption", "reason", token, subject(act), first=token.head)


def minded(token: "Token") -> Iterator[Ascription]:
    """A participle of thought on the holder's act: "convinced that prices would rise", "expecting a gain"."""
    act, thought = token.head, any(child.dep_ in ("ccomp", "dobj") for child in token.rights)
    own = any(child.dep_ in (*SUBJECTS, "aux", "auxpass", "mark") for child in token.lefts)
    adjunct = token.dep_ in ("advcl", "acl") and token.tag_ in ("VBG", "VBN", "JJ", "VBD")
    if adjunct and thought and not own and act.pos_ == "VERB" and lemma_of(act) not in stake_cues.STATIVE:
        yield from ascribe("minded", "reason", token, subject(act), first=token)


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
    moved = next((child for child in token.children if child.dep_ == "dobj"), None) or cleft_object(token)
    if token.pos_ == "VERB" and moved is not None and (own_subject(token) is not None or token.dep_ == "csubj"):
        last = token.head.right_edge if token.dep_ == "csubj" else None
        yield from ascribe("is driven by", "reason", token, moved, first=token.left_edge, last=last)


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


def _is_purpose(act: "Token") -> bool:
    """Say whether what a reason is given of is itself a purpose, not done yet: "so that it can rest, because"."""
    return act.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "so" for child in act.lefts)


def _act_of_series(mark: "Token") -> "Token":
    """The act that a clause gives the reason of, past the reasons before it: "because ..., because ..., or because"."""
    act = mark.head.head
    listed = mark.i > 1 and (mark.nbor(-1).text == "," or mark.nbor(-1).dep_ == "cc")
    for above in (act, *act.ancestors) if listed else ():
        if above.dep_ == "advcl" and any(
            child.lower_ == mark.lower_ and child.dep_ == "mark" and child.i < mark.i for child in above.lefts
        ):
            return above.head
    return act


def _opens_clause(preposition: "Token") -> bool:
    act = preposition.head
    return act.pos_ == "VERB" and preposition.i < act.i and preposition == preposition.sent[0]


def _is_bare(noun: "Token") -> bool:
    return not any(child.dep_ != "punct" for child in noun.children)


def _only_points(copula: "Token") -> bool:
    """Say whether a clause does no more than point at what was told: the "this is" of "this is because"."""
    if lemma_of(copula) != "be" or any(child.dep_ in ("acomp", "attr") for child in copula.children):
        return False
    return copula.dep_ != "relcl" and any(child.lower_ in _POINTING and child.dep_ == "nsubj" for child in copula.lefts)


def _why_it_serves(clause: "Token", copula: "Token") -> Iterator[Ascription]:
    """Why something is good for or a tool of somebody: "is useful to Moscow, since it distracts its rivals"."""
    first = own_subject(clause)
    for worth in (copula.head, *copula.children):
        told = worth.dep_ in ("acomp", "attr") and lemma_of(worth) in _SERVING
        if told and first is not None and (worth != copula.head or copula.dep_ == "relcl"):
            holder = affected_by(worth) or user_of(worth)
            yield from ascribe("why it serves", "benefit", clause, holder, first=first.left_edge)


RULES = (
    Rule(because, frozenset(["because", "since"])),
    Rule(because_of, frozenset("because reason purpose motive".split())),
    Rule(in_response_to, stake_cues.RESPONSES),
    Rule(out_of, stake_cues.FEELINGS),
    Rule(on_the_assumption, stake_cues.CONVICTIONS),
    Rule(minded, stake_cues.MINDED),
    Rule(is_driven_by, stake_cues.CAUSE_PASSIVE | frozenset(stake_cues.ORIGIN_VERBS)),
    Rule(drives, stake_cues.CAUSE_ACTIVE),
    Rule(is_pressed, stake_cues.STATES),
)
