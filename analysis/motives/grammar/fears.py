"""Fears: what an actor dreads, resents, feels threatened by, or will not accept."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import cleft_object, lemma_of, object_of, objects_of, own_subject
from .evidence import last_of
from .wants import predicated_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABOUT = frozenset("of about over that at by with toward towards".split())
_AFRAID = frozenset("acomp amod advcl conj ROOT ccomp relcl acl oprd xcomp".split())
_FEELING = frozenset("feel feels felt feeling".split())
_AUXILIARY = ("aux", "auxpass")
_DOES = frozenset("do does did".split())
_GIVEN_UP = frozenset("up in down with from idly by".split())
_REFUSING = ("will", "can", "ca", "wo", "would", "could", "'ll")


def fears(token: "Token") -> Iterator[Ascription]:
    """fear, dread, dislike; afraid, wary, unhappy; its fear of - with what is feared, not a formula of concern."""
    children = list(token.children)
    if any(child.lower_ in stake_cues.FORMULA for child in children):
        return
    if token.pos_ == "VERB" and lemma_of(token) in stake_cues.FEAR_VERBS:
        if any(child.dep_ in ("dobj", "ccomp", "xcomp", "prep") for child in children):
            yield from ascribe("fears", "fear", token, subject(token))
    elif token.pos_ in ("ADJ", "VERB") and lemma_of(token) in stake_cues.FEAR_ADJECTIVES | stake_cues.FRIGHTEN_VERBS:
        about = any(child.dep_ in ("ccomp", "xcomp") for child in children) or any(objects_of(token, _ABOUT))
        if about and token.tag_ in ("JJ", "VBN", "VBD", "JJR") and token.dep_ in _AFRAID:
            yield from ascribe("fears", "fear", token, predicated_of(token))
    elif token.pos_ == "NOUN" and lemma_of(token.head) not in ("express", "voice"):
        clausal = any(child.dep_ in ("acl", "relcl", "ccomp") for child in children)
        if clausal or any(objects_of(token, _ABOUT)):
            yield from ascribe("fears", "fear", token, noun_holder(token))


def frightens(token: "Token") -> Iterator[Ascription]:
    """Something worries, alarms or angers the holder: "the pact alarms Beijing", "what worries Beijing is"."""
    if token.pos_ != "VERB" or any(child.dep_ == "auxpass" for child in token.children):
        return
    frightened = object_of(token) or cleft_object(token)
    if frightened is not None and frightened.i > token.i and own_subject(token) is not None:
        last = token.head.right_edge if token.dep_ == "csubj" else None
        yield from ascribe("fears", "fear", token, frightened, first=own_subject(token).left_edge, last=last)


def feels(token: "Token") -> Iterator[Ascription]:
    """feel threatened or encircled, feel pressure from somebody."""
    feeling = next((child for child in token.lefts if child.lower_ in _FEELING and child.dep_ in _AUXILIARY), None)
    if token.pos_ == "VERB" and feeling is not None:
        yield from ascribe("fears", "fear", token, subject(token) or own_subject(feeling))
    elif (token.head.lower_ in _FEELING and token.dep_ in ("acomp", "oprd", "xcomp", "ccomp")) or (
        token.dep_ == "dobj" and lemma_of(token.head) == "feel" and lemma_of(token) in stake_cues.FEEL_OBJECTS
    ):
        yield from ascribe("fears", "fear", token, subject(token.head), last=last_of(token.head))


def senses(token: "Token") -> Iterator[Ascription]:
    """its sense of vulnerability, its insecurity, its perception of a threat, that something feeds or that moves it."""
    sensed = next(objects_of(token, frozenset(["of"])), None)
    told = [sensed, *sensed.conjuncts] if sensed is not None else []
    if any(lemma_of(thing) in stake_cues.SENSED | stake_cues.FEAR_NOUNS for thing in told):
        stoked = token.dep_ == "dobj" and lemma_of(token.head) in stake_cues.STOKE_VERBS
        yield from ascribe("senses", "fear", token, _sensing(token), first=token.head.left_edge if stoked else None)


def is_stoked(token: "Token") -> Iterator[Ascription]:
    """Something feeds, stokes or allays the holder's fear, insecurity or desire: what is feared is the subject."""
    verb = token.head
    what = own_subject(verb) or (verb.head if verb.dep_ == "acl" else None)
    if token.dep_ == "dobj" and lemma_of(verb) in stake_cues.STOKE_VERBS and what is not None:
        holder = noun_holder(token, depth=0)
        yield from ascribe("fears", "fear", token, holder, first=what.left_edge, last=last_of(verb))


def will_not_accept(token: "Token") -> Iterator[Ascription]:
    """cannot afford, will not accept, will not mind, refuses to be: a stake told by refusal."""
    if token.pos_ != "VERB":
        return
    denied = any(child.dep_ == "neg" or child.lower_ in ("ill", "hardly", "never") for child in token.children)
    refused = object_of(token)
    simply = (
        lemma_of(token) in stake_cues.SIMPLY_REFUSED
        and any(child.lower_ in _DOES for child in token.lefts)
        and refused is not None
        and lemma_of(refused) in cues.HOLDABLE
    )
    modal = simply or any(child.dep_ == "aux" and child.lower_ in _REFUSING for child in token.children)
    if denied and modal:
        yield from ascribe("will not accept", "goal" if lemma_of(token) == "mind" else "fear", token, subject(token))


def cannot_be_seen(token: "Token") -> Iterator[Ascription]:
    """cannot be seen to lose, could not be seen as weak: an image that the holder shuns."""
    passive = any(child.dep_ == "auxpass" for child in token.lefts)
    denied = any(child.dep_ == "neg" for child in token.children)
    modal = any(child.dep_ == "aux" and child.lower_ in _REFUSING for child in token.children)
    if passive and denied and modal and any(child.dep_ in ("xcomp", "prep") for child in token.rights):
        yield from ascribe("will not accept", "fear", token, subject(token))


def refuses(token: "Token") -> Iterator[Ascription]:
    """refuses to accept, refuses to be sidelined; what is unacceptable is shunned, a refused act is a bare act."""
    for child in token.children:
        passive = any(below.dep_ == "auxpass" for below in child.children)
        given_up = lemma_of(child) in stake_cues.GIVING_UP and any(below.lower_ in _GIVEN_UP for below in child.rights)
        if child.dep_ == "xcomp" and (passive or given_up or lemma_of(child) in stake_cues.REFUSED_VERBS):
            yield from ascribe("refuses", "fear", token, subject(token))


def _sensing(sense: "Token") -> "Token | None":
    """Whose a sense of danger is: its possessor, whom it moves, or from where something is seen to feed it."""
    held = noun_holder(sense, depth=0)
    if held is not None and held.dep_ == "poss":
        return held
    moving = (below for below in sense.subtree if below.dep_ in ("acl", "relcl"))
    moved = next((child for below in moving for child in below.children if child.dep_ == "dobj"), None)
    owner = noun_holder(moved, depth=0) if moved is not None else None
    verb = sense.head
    seen = (place for child in verb.lefts if child.tag_ == "VBN" for place in objects_of(child, frozenset(["from"])))
    return owner or next(seen, None) or (noun_holder(sense) if lemma_of(verb) not in stake_cues.STOKE_VERBS else None)


RULES = (
    Rule(fears, stake_cues.FEAR_VERBS | stake_cues.FEAR_ADJECTIVES | stake_cues.FEAR_NOUNS | stake_cues.FRIGHTEN_VERBS),
    Rule(frightens, stake_cues.FRIGHTEN_VERBS),
    Rule(feels, stake_cues.FEEL_STATES | stake_cues.FEEL_OBJECTS),
    Rule(senses, frozenset("sense feeling perception".split())),
    Rule(is_stoked, stake_cues.FEAR_NOUNS | stake_cues.FEELINGS),
    Rule(will_not_accept, stake_cues.REFUSED_VERBS),
    Rule(cannot_be_seen, frozenset(["see"])),
    Rule(refuses, frozenset(["refuse"])),
)
