"""Stakes: what an actor gains or loses, and what is good or bad for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Kind, Rule, ascribe
from .clauses import (
    SUBJECTS,
    clause_of,
    first_aux,
    is_infinitive,
    is_prospective,
    lemma_of,
    object_of,
    objects_of,
    own_subject,
)  # fmt: skip
from .evidence import last_of
from .possessors import affected_by

if TYPE_CHECKING:
    from spacy.tokens import Token

_DESPITE = frozenset("despite notwithstanding".split())
_LINKED = frozenset("conj ccomp advcl parataxis ROOT".split())


def benefits(token: "Token") -> Iterator[Ascription]:
    """The holder benefits or profits; something would serve or help it: "a rise in prices would benefit Russia"."""
    if token.pos_ != "VERB":
        return
    lemma, served = lemma_of(token), object_of(token)
    if served is None and lemma in stake_cues.GAIN_VERBS:
        if any(child.dep_ in ("prep", "advmod", "xcomp") for child in token.children) or is_prospective(token):
            yield from ascribe("benefits", "benefit", token, subject(token))
    elif lemma == "help":
        helped = next((below for child in token.children if child.dep_ in ("ccomp", "xcomp") for below in child.lefts
                       if below.dep_ == "nsubj"), None)  # fmt: skip
        if is_prospective(token):
            yield from ascribe("serves", "benefit", token, helped or served, first=token)
    elif lemma in stake_cues.ALWAYS_SERVE and served is None:
        suited = next((child for child in token.children if child.dep_ == "ccomp" and is_infinitive(child)), None)
        if suited is not None:
            yield from ascribe("serves", "benefit", token, own_subject(suited), first=token.left_edge)
    elif lemma in stake_cues.SERVE_VERBS and (lemma in stake_cues.ALWAYS_SERVE or is_prospective(token)):
        yield from ascribe("serves", "benefit", token, served, first=token.left_edge)


def gains(token: "Token") -> Iterator[Ascription]:
    """The holder gains something that counts, or something gives it to it: "would give Moscow leverage"."""
    gained = object_of(token)
    lemma = lemma_of(token)
    if token.pos_ != "VERB":
        return
    worth = gained is not None and lemma_of(gained) in stake_cues.GAIN_NOUNS | stake_cues.GAINED
    if (
        lemma in stake_cues.GET_VERBS
        and gained is not None
        and (worth or _is_in_return(token) or _is_amount(gained, token))
    ):
        yield from ascribe("gains", "benefit", token, subject(token), first=token)
    if lemma in stake_cues.GIVE_VERBS and (is_prospective(token) or _is_gain(gained)):
        receiver = next((child for child in token.children if child.dep_ in ("dative", "ccomp")), None)
        if receiver is not None and receiver.dep_ == "ccomp":
            receiver = next((child for child in receiver.lefts if child.dep_ in SUBJECTS), None)
        elif receiver is None and lemma in ("provide", "furnish"):
            given = list(objects_of(token, frozenset(["with"])))
            receiver = gained if any(map(_is_gain, given)) or (given and is_prospective(token)) else None
        elif not _is_gain(gained) and (receiver is None or not is_prospective(token)):
            receiver = None
        yield from ascribe("is given", "benefit", token, receiver, first=first_aux(token))


def loses(token: "Token") -> Iterator[Ascription]:
    """The holder would lose or suffer, or something would hurt it: "Russia would lose its buffer"."""
    if token.pos_ != "VERB" or not is_prospective(token):
        return
    harmed = next((child for child in token.children if child.dep_ == "dative"), None) or object_of(token)
    if lemma_of(token) in stake_cues.HARM_VERBS:
        yield from ascribe("harms", "harm", token, harmed, first=token.left_edge)
    elif any(child.dep_ in ("dobj", "prep", "xcomp") for child in token.children) or token.dep_ == "relcl":
        much = token.head if token.dep_ == "relcl" else None
        yield from ascribe("loses", "harm", token, noun_holder(much) if much is not None else subject(token))


def is_good_for(token: "Token") -> Iterator[Ascription]:
    """favourable for, beneficial to, costly for somebody; mutually beneficial."""
    if token.pos_ != "ADJ":
        return
    kind: Kind = "benefit" if lemma_of(token) in stake_cues.GAIN_ADJECTIVES else "harm"
    copular = token.dep_ == "acomp"
    affected = affected_by(token)
    if affected is not None and affected.dep_ == "pobj":
        first = token.head.left_edge if copular else token
        yield from ascribe("is good for", kind, token, affected, first=first, last=last_of(affected))
    elif copular and any(child.lower_ in ("mutually", "jointly") for child in token.children):
        both = subject(token.head)
        holder = noun_holder(both) if both is not None and both.pos_ == "NOUN" else None
        yield from ascribe("is good for", kind, token, holder or both, first=token.head)


def is_gain_for(token: "Token") -> Iterator[Ascription]:
    """a gain, victory, disaster, blow or threat for somebody; would have an impact on somebody."""
    lemma = lemma_of(token)
    if (
        token.head.lower_ in _DESPITE
        or token.pos_ != "NOUN"
        or (lemma in stake_cues.EFFECT_NOUNS and not is_prospective(clause_of(token)))
    ):
        return
    kind: Kind = "benefit" if lemma in stake_cues.GAIN_NOUNS else "harm"
    affected = affected_by(token)
    if affected is not None:
        first = token.head if token.dep_ in ("attr", "dobj") else token.left_edge
        yield from ascribe("is a gain for", kind, token, affected, first=first, last=last_of(affected))
    elif lemma in stake_cues.WINNERS and token.dep_ in ("pobj", "attr"):
        clause = clause_of(token)
        named = next((child for child in clause.children if child.dep_ == "dobj" and token.head != clause), None)
        yield from ascribe("is a gain for", kind, token, named or subject(clause), first=clause)


def for_it(token: "Token") -> Iterator[Ascription]:
    """For Russia, the impact would be milder: the affected party before the clause that says how it fares."""
    if token.dep_ != "prep" or token.head.pos_ not in ("VERB", "AUX") or token.i > token.head.i:
        return
    affected = next((child for child in token.children if child.dep_ == "pobj"), None)
    for words, kind in _FARES:
        if any(lemma_of(word) in words for word in _predicate(token.head)):
            yield from ascribe("for it", kind, token.head, affected, first=token)
            return


def standing_moves(token: "Token") -> Iterator[Ascription]:
    """The holder's image, position or influence would rise or fall, or a rival's rise beside the holder's loss."""
    verb = token.head
    lemma = lemma_of(verb)
    moves = lemma in stake_cues.RISES | stake_cues.FALLS
    if token.pos_ != "NOUN" or token.dep_ not in ("nsubj", "nsubjpass") or not moves or not is_prospective(verb):
        return
    kind: Kind = "benefit" if lemma in stake_cues.RISES else "harm"
    yield from ascribe("standing moves", kind, verb, noun_holder(token), first=token.left_edge)
    for loss in (verb.head, *verb.children):
        if (
            kind == "benefit"
            and loss.dep_ in _LINKED
            and lemma_of(loss) in stake_cues.LOSE_VERBS
            and is_prospective(loss)
        ):
            yield from ascribe("rival gains", "harm", verb, subject(loss), first=token.left_edge)


def frees_itself(token: "Token") -> Iterator[Ascription]:
    """could extricate itself from: a way out that lies ahead."""
    freed = object_of(token)
    if token.pos_ == "VERB" and is_prospective(token) and freed is not None and freed.lower_.endswith("self"):
        yield from ascribe("frees itself", "benefit", token, subject(token))


def _is_gain(gained: "Token | None") -> bool:
    return (
        gained is not None
        and lemma_of(gained) in stake_cues.GAIN_NOUNS | stake_cues.GAINED | stake_cues.INSTRUMENT_NOUNS
    )


def _is_amount(gained: "Token", verb: "Token") -> bool:
    """Say whether what is got is told as much or little "from" something: "gains little from the deal"."""
    return lemma_of(gained) in stake_cues.AMOUNTS and any(objects_of(verb, frozenset(["from", "by"])))


def _is_in_return(verb: "Token") -> bool:
    """Say whether something is got in return or in exchange."""
    return any(lemma_of(thing) in ("return", "exchange") for thing in objects_of(verb, frozenset(["in"])))


def _predicate(verb: "Token") -> "Iterator[Token]":
    """The words that say how it is: the complements of a verb, its subject, and what stands right on them."""
    for child in (verb, *verb.children):
        yield child
        if child.dep_ in ("attr", "acomp", "dobj", "nsubj", "conj"):
            yield from child.children


_FARES: tuple[tuple[frozenset[str], Kind], ...] = (
    (stake_cues.HARM_NOUNS | stake_cues.EFFECT_NOUNS | stake_cues.HARM_ADJECTIVES, "harm"),
    (stake_cues.GAIN_NOUNS | stake_cues.GAIN_ADJECTIVES | stake_cues.INSTRUMENT_NOUNS, "benefit"),
    (stake_cues.PRIORITY_ADJECTIVES | stake_cues.PRIORITY_NOUNS, "priority"),
)
RULES = (
    Rule(benefits, stake_cues.GAIN_VERBS | stake_cues.SERVE_VERBS),
    Rule(gains, stake_cues.GET_VERBS | stake_cues.GIVE_VERBS),
    Rule(loses, stake_cues.LOSE_VERBS | stake_cues.HARM_VERBS),
    Rule(is_good_for, stake_cues.GAIN_ADJECTIVES | stake_cues.HARM_ADJECTIVES),
    Rule(is_gain_for, stake_cues.GAIN_NOUNS | stake_cues.HARM_NOUNS | stake_cues.EFFECT_NOUNS),
    Rule(for_it, frozenset(["for", "to"])),
    Rule(standing_moves, stake_cues.STANDINGS),
    Rule(frees_itself, stake_cues.ESCAPE_VERBS),
)
