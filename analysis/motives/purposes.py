"""Purposes: what an actor's own act is for - infinitives, participles, "in order to", "in exchange for", "as a show of"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues
from .ascription import Ascription, ascribe
from .clauses import OBJECT_CONTROL, is_infinitive, last_of, noun_holder, objects_of, subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def acts_to(token: "Token") -> Iterator[Ascription]:
    """An infinitive of purpose on an act: "has drawn down its forces to send reinforcements"."""
    if token.pos_ != "VERB" or not is_infinitive(token) or token.lemma_ in cues.PROXIMATE:
        return
    act = _act_of(token)
    if act is None or token.i < act.i or act.lemma_ in OBJECT_CONTROL:
        return
    in_order = any(child.lower_ in ("order", "so") for child in token.lefts)
    if not in_order and (act.lemma_ in cues.COMPLEMENT_VERBS or act.lemma_ in cues.WANT or act.lemma_ in cues.EAGER):
        return
    if (
        not in_order
        and token.dep_ == "xcomp"
        and not any(
            child.dep_ in ("dobj", "prep", "advmod", "npadvmod", "prt") and act.i < child.i < token.i
            for child in act.children
        )
    ):
        return
    if any(child.dep_ in ("nsubj", "mark") for child in token.lefts):
        return
    yield ascribe("acts to", "purpose", token, subject(act), first=token.left_edge, last=last_of(token))


def _act_of(infinitive: "Token") -> "Token | None":
    """The verb whose purpose an infinitive gives; one hung on the object of "use", "send" and the like is the verb's."""
    governor = infinitive.head
    if infinitive.dep_ in ("advcl", "xcomp") and governor.pos_ == "VERB":
        return governor
    if infinitive.dep_ in ("acl", "relcl") and governor.dep_ in ("dobj", "pobj", "conj"):
        while governor.pos_ != "VERB" and governor.head != governor:
            if governor.lemma_.lower() in cues.GOAL_NOUNS | cues.INTEREST_NOUNS | _ABILITIES:
                return None
            governor = governor.head
        return governor if governor.lemma_ in cues.USE_VERBS else None
    return None


_ABILITIES = frozenset(
    "ability right chance opportunity capacity power freedom decision permission order authority potential time".split()
)


def in_order_to(token: "Token") -> Iterator[Ascription]:
    """in order to, with the aim of, in an attempt to, in hopes of, for the purpose of, for the sake of."""
    if token.pos_ != "NOUN" or token.dep_ != "pobj" or token.lemma_.lower() not in cues.PURPOSE_NOUNS:
        return
    content = any(is_infinitive(child) for child in token.children) or any(
        objects_of(token, frozenset(["of", "to", "at", "that"]))
    )
    governor = token.head.head
    if (
        not content
        or token.head.lower_ not in ("in", "with", "for", "as")
        or any(child.dep_ == "poss" for child in token.children)
    ):
        return
    holder = subject(governor) if governor.pos_ in ("VERB", "AUX") else noun_holder(governor)
    yield ascribe("in order to", "purpose", token, holder, first=token.head, last=last_of(token))


def is_aimed_at(token: "Token") -> Iterator[Ascription]:
    """aimed at, designed to, intended to, meant to - said of an actor's act, plan or very self."""
    follow = cues.PURPOSE_PARTICIPLES.get(token.lemma_)
    if follow is None or token.tag_ not in ("VBN", "VBD", "JJ"):
        return
    content = (
        any(is_infinitive(child) for child in token.children)
        or any(objects_of(token, follow - {"to"}))
        or any(objects_of(token, follow))
    )
    passive = any(
        child.dep_ == "auxpass" or (child.dep_ == "aux" and child.lemma_ == "be") for child in token.children
    ) or token.dep_ in ("acl", "relcl", "xcomp", "advcl", "conj", "oprd")
    if not content or not passive:
        return
    holder = token.head if token.dep_ == "acl" else subject(token)
    yield ascribe("is aimed at", "purpose", token, holder, first=_with_adverb(token))


def plan_to(token: "Token") -> Iterator[Ascription]:
    """A plan, measure, campaign or move with its purpose: "measures to resolve tensions"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in cues.PLAN_NOUNS or token.lemma_.lower() in cues.GOAL_NOUNS:
        return
    goals = [
        child
        for child in token.subtree
        if child.pos_ == "VERB"
        and is_infinitive(child)
        and child.dep_ in ("acl", "relcl", "advcl", "xcomp")
        and child.i > token.i
        and child.lemma_ not in cues.PROXIMATE
        and (child.head == token or child.head.head == token)
    ]
    holder = noun_holder(token)
    if goals and holder is not None:
        yield ascribe("plan to", "purpose", token, holder, last=last_of(goals[0]))


def in_exchange_for(token: "Token") -> Iterator[Ascription]:
    """in exchange for, in return for: what a thing is given for."""
    if (
        token.lower_ in cues.EXCHANGE_NOUNS
        and token.dep_ == "pobj"
        and token.head.lower_ == "in"
        and any(objects_of(token, frozenset(["for"])))
    ):
        act = token.head.head
        holder = subject(act) if act.pos_ in ("VERB", "AUX") else noun_holder(act)
        yield ascribe("in exchange for", "purpose", token, holder, first=token.head, last=last_of(token))


def as_a_show_of(token: "Token") -> Iterator[Ascription]:
    """as a show of force, as a signal to, as a counterweight to, as leverage."""
    if token.dep_ != "pobj" or token.head.lower_ != "as" or token.pos_ != "NOUN":
        return
    if token.lemma_.lower() in cues.SHOW_NOUNS | cues.INSTRUMENT_NOUNS:
        act = token.head.head
        holder = subject(act) if act.pos_ in ("VERB", "AUX") else noun_holder(act)
        kind = "purpose"
        yield ascribe("as a show of", kind, token, holder, first=token.head.left_edge, last=last_of(token))


def so_that(token: "Token") -> Iterator[Ascription]:
    """so that, so as to, lest: a clause of purpose on an act."""
    if token.dep_ == "advcl" and any(
        child.dep_ == "mark"
        and child.lower_ in ("that", "lest")
        and child.i > 0
        and (child.lower_ == "lest" or child.nbor(-1).lower_ == "so")
        for child in token.lefts
    ):
        yield ascribe("so that", "purpose", token, subject(token.head), first=token.left_edge)


def _with_adverb(token: "Token") -> "Token":
    return min(
        [token, *(child for child in token.lefts if child.dep_ in ("advmod", "auxpass", "aux", "neg"))],
        key=lambda t: t.i,
    )


RULES = (acts_to, in_order_to, is_aimed_at, plan_to, in_exchange_for, as_a_show_of, so_that)
