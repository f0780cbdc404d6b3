"""Reasons, needs, priorities and instruments: why an actor acts, what it must do, what matters to it, what it uses."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues
from .ascription import Ascription, ascribe
from .clauses import clause_of, is_infinitive, last_of, noun_holder, objects_of, subject

if TYPE_CHECKING:
    from spacy.tokens import Token


def because(token: "Token") -> Iterator[Ascription]:
    """A because-clause on what the holder does: "did it because it believes ..."."""
    if token.lower_ == "because" and token.dep_ == "mark":
        clause = token.head
        yield ascribe(
            "because",
            "reason",
            token,
            subject(clause.head) if clause.head != clause else None,
            first=token,
            last=last_of(clause),
        )


def in_response_to(token: "Token") -> Iterator[Ascription]:
    """in response to, in retaliation for, out of fear: a cause that hangs on what the holder does."""
    if token.dep_ != "pobj" or token.pos_ != "NOUN":
        return
    preposition, act = token.head, token.head.head
    response = token.lower_ in cues.CAUSE_NOUNS and preposition.lower_ in ("in", "as")
    feeling = (
        preposition.lower_ in ("of", "from")
        and token.lemma_ in cues.FEAR_NOUNS | {"desire", "desperation", "necessity", "need"}
        and act.lower_ in ("out", "of")
    )
    if response and any(objects_of(token, frozenset(["to", "for"]))):
        yield ascribe(
            "in response to",
            "reason",
            token,
            subject(act) if act.pos_ in ("VERB", "AUX") else noun_holder(act),
            first=preposition.left_edge,
            last=last_of(token),
        )
    elif feeling:
        yield ascribe("out of", "reason", token, subject(clause_of(act)), first=act, last=last_of(token))


def is_driven_by(token: "Token") -> Iterator[Ascription]:
    """driven by, motivated by, stems from: the holder, or its act, and what moves it."""
    if token.pos_ != "VERB":
        return
    passive = token.lemma_ in cues.CAUSE_PASSIVE and token.tag_ == "VBN" and any(objects_of(token, frozenset(["by"])))
    origin = token.lemma_ in ("stem", "arise", "derive", "spring", "flow") and any(
        objects_of(token, frozenset(["from"]))
    )
    if passive or origin:
        yield ascribe("is driven by", "reason", token, token.head if token.dep_ == "acl" else subject(token))


def that_is_why(token: "Token") -> Iterator[Ascription]:
    """that is why, the reason why, a primary reason for: the cleft that names a reason for the holder's act."""
    if (
        token.lemma_.lower() not in cues.REASON_NOUNS
        or token.head.lemma_ != "be"
        and token.dep_ not in ("attr", "nsubj")
    ):
        return
    copula = token.head
    if copula.lemma_ != "be":
        return
    acts = [child for child in token.children if child.dep_ in ("relcl", "acl", "advcl")]
    acts += [child for child in copula.children if child.dep_ in ("ccomp", "advcl") and child.i > token.i]
    for act in acts:
        agent = next((below for below in objects_of_clause(act)), None)
        yield ascribe(
            "that is why",
            "reason",
            token,
            subject(act) if subject(act) is not None and subject(act) is not token else agent,
            first=copula.left_edge,
            last=last_of(act),
        )
        return
    for affair in objects_of(token, frozenset(["for", "behind"])):
        yield ascribe(
            "that is why", "reason", token, noun_holder(affair) or affair, first=copula.left_edge, last=last_of(token)
        )
        return


def objects_of_clause(verb: "Token") -> "Iterator[Token]":
    """Give the nouns that a clause gives from or by somebody: "received support from Russia"."""
    for below in verb.subtree:
        if below.dep_ == "pobj" and below.head.lower_ in ("from", "by"):
            yield below


def needs(token: "Token") -> Iterator[Ascription]:
    """need, depend on, be forced to, have no choice but."""
    if (
        token.pos_ == "VERB"
        and token.lemma_ in ("need", "require", "lack")
        and any(child.dep_ in ("dobj", "xcomp") for child in token.children)
    ):
        yield ascribe("needs", "need", token, subject(token))
    elif token.pos_ == "VERB" and token.lemma_ == "depend" and any(objects_of(token, frozenset(["on", "upon"]))):
        yield ascribe("needs", "need", token, subject(token))
    elif (
        token.pos_ == "NOUN"
        and token.lemma_ in cues.NEED_NOUNS
        and (
            any(objects_of(token, frozenset(["for", "of", "on"])))
            or any(is_infinitive(child) for child in token.children)
        )
    ):
        yield ascribe("needs", "need", token, noun_holder(token), last=last_of(token))


def is_forced_to(token: "Token") -> Iterator[Ascription]:
    """force, compel, oblige somebody to do something."""
    if token.pos_ == "VERB" and token.lemma_ in ("force", "compel", "oblige", "constrain"):
        forced = next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass")), None)
        goals = [child for child in token.children if child.dep_ in ("xcomp", "ccomp", "advcl")]
        if goals:
            own = next((child for child in goals[0].children if child.dep_ == "nsubj"), None)
            forced = forced if forced is not None else own
            yield ascribe("is forced to", "need", token, forced if forced is not None else subject(token))


def matters_to(token: "Token") -> Iterator[Ascription]:
    """important, urgent, vital for or to somebody; a priority for it; matters to it."""
    lemma = token.lemma_.lower()
    if (
        token.pos_ == "ADJ"
        and lemma in cues.PRIORITY_ADJECTIVES
        or token.pos_ == "NOUN"
        and lemma in cues.PRIORITY_NOUNS
        and token.dep_ in ("attr", "dobj", "nsubj")
    ):
        for affected in objects_of(token, frozenset(["to", "for"])):
            if affected.dep_ == "pobj":
                clause = clause_of(token)
                yield ascribe(
                    "matters to",
                    "priority",
                    token,
                    affected,
                    first=clause.left_edge if token.dep_ in ("acomp", "attr") else token,
                    last=max(last_of(token), affected.right_edge, key=lambda t: t.i),
                )
                return
    if token.pos_ == "VERB" and lemma == "matter":
        for affected in objects_of(token, frozenset(["to", "for"])):
            yield ascribe("matters to", "priority", token, affected)


def is_a_tool(token: "Token") -> Iterator[Ascription]:
    """is a tool, card, lever or buffer for somebody; uses somebody as one."""
    if token.pos_ == "NOUN" and token.lemma_.lower() in cues.INSTRUMENT_NOUNS and token.dep_ in ("attr", "oprd"):
        named = next((child for child in objects_of(token, frozenset(["for", "of"])) if child.dep_ == "pobj"), None)
        possessor = next((child for child in token.children if child.dep_ == "poss"), None)
        holder = possessor if possessor is not None else named if named is not None else _according(token)
        yield ascribe("is a tool", "benefit", token, holder, first=token.head.left_edge, last=_end(token))


def _end(token: "Token") -> "Token":
    relative = next((child for child in token.children if child.dep_ in ("relcl", "acl")), None)
    return last_of(relative) if relative is not None else last_of(token)


def _according(token: "Token") -> "Token | None":
    """The one according to whom it is so: "the authorities, according to whom North Korea is a tool"."""
    clause = clause_of(token)
    if clause.dep_ == "relcl" and any(below.lower_ == "whom" for below in clause.subtree):
        return clause.head
    return None


RULES = (because, in_response_to, is_driven_by, that_is_why, needs, is_forced_to, matters_to, is_a_tool)
