"""Interests, fears and uses: what an actor has at stake, shuns, and regards as a means."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Kind, Rule, ascribe
from .clauses import clause_of, is_infinitive, lemma_of, objects_of
from .evidence import last_of, start_of
from .wants import predicated_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset("interest purpose agenda end".split())
_SERVED = frozenset(
    "serve suit fit advance promote protect defend further pursue align lie threaten harm secure overlap coincide "
    "diverge converge safeguard undermine".split()
)
_ABOUT = frozenset("of about over that at".split())
_REFUSING = ("will", "can", "ca", "wo", "would", "could", "'ll")
_WHERE = frozenset("in by".split())


def is_in_its_interest(token: "Token") -> Iterator[Ascription]:
    """be in its interest, serve its interests, interests align, have an interest in, few incentives to."""
    if token.pos_ != "NOUN":
        return
    holder, above, lemma = noun_holder(token), token.head, lemma_of(token)
    if token.dep_ == "pobj" and lemma == "interest" and above.lower_ in ("in", "to", "against"):
        clause = clause_of(token)
        last = max(last_of(token), last_of(clause), key=lambda end: end.i)
        yield from ascribe("is in its interest", "interest", token, holder, first=clause.left_edge, last=last)
    elif lemma in _ENDS and token.dep_ in ("dobj", "nsubj") and lemma_of(above) in _SERVED:
        first = above.left_edge if token.dep_ == "nsubj" else above
        yield from ascribe("is in its interest", "interest", token, holder, first=first, last=last_of(above))
    elif _has_object(token, holder):
        light = token.dep_ == "dobj" and holder is not None and holder.i < above.i
        first = start_of(above, holder) if light else None
        yield from ascribe("has an interest", "interest", token, holder, first=first)


def fears(token: "Token") -> Iterator[Ascription]:
    """fear, dread, dislike; afraid, wary; its fear of - with what is feared, not a formula of "deep concern"."""
    children = list(token.children)
    if token.pos_ == "VERB" and lemma_of(token) in stake_cues.FEAR_VERBS:
        if any(child.dep_ in ("dobj", "ccomp", "xcomp", "prep") for child in children):
            yield from ascribe("fears", "fear", token, subject(token))
    elif lemma_of(token) in stake_cues.FEAR_ADJECTIVES and token.dep_ in (
        "acomp",
        "amod",
        "advcl",
        "conj",
        "ROOT",
        "ccomp",
    ):
        about = any(
            child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "prep" and child.lower_ in _ABOUT) for child in children
        )
        if about and not any(child.lower_ in stake_cues.FORMULA for child in children):
            yield from ascribe("fears", "fear", token, predicated_of(token))
    elif (
        token.pos_ == "NOUN"
        and lemma_of(token) in stake_cues.FEAR_NOUNS
        and lemma_of(token.head) not in ("express", "voice")
    ):
        clausal = any(child.dep_ in ("acl", "relcl", "ccomp") for child in children)
        if (clausal or any(objects_of(token, _ABOUT))) and not any(
            child.lower_ in stake_cues.FORMULA for child in children
        ):
            yield from ascribe("fears", "fear", token, noun_holder(token))


def will_not_accept(token: "Token") -> Iterator[Ascription]:
    """cannot afford, will not accept, will not mind, refuses to be: a stake told by refusal."""
    if token.pos_ != "VERB":
        return
    denied = any(child.dep_ == "neg" for child in token.children)
    modal = any(child.dep_ == "aux" and child.lower_ in _REFUSING for child in token.children)
    if denied and modal:
        yield from ascribe("will not accept", "goal" if lemma_of(token) == "mind" else "fear", token, subject(token))


def refuses(token: "Token") -> Iterator[Ascription]:
    """refuses to accept, refuses to be sidelined; what is unacceptable is shunned, a refused act is a bare act."""
    for child in token.children:
        passive = any(below.dep_ == "auxpass" for below in child.children)
        if child.dep_ == "xcomp" and (passive or lemma_of(child) in stake_cues.REFUSED_VERBS):
            yield from ascribe("refuses", "fear", token, subject(token))


def sees_folly(token: "Token") -> Iterator[Ascription]:
    """see, recognize or know the folly, danger or value of something."""
    for child in token.children:
        if child.dep_ == "dobj" and lemma_of(child) in stake_cues.FOLLIES | stake_cues.VALUES:
            kind: Kind = "benefit" if lemma_of(child) in stake_cues.VALUES else "fear"
            yield from ascribe("sees the folly", kind, token, subject(token))


def sees_as(token: "Token") -> Iterator[Ascription]:
    """see, view or regard something as a threat, a way or a buffer; consider it vital."""
    if token.pos_ != "VERB" or is_infinitive(token):
        return
    seer = _seer(token)
    seen = [token, *(child for child in token.children if child.dep_ == "dobj")]
    for noun in (noun for place in seen for noun in objects_of(place, frozenset(["as"]))):
        kind = _worth(noun)
        if kind is not None:
            yield from ascribe("sees as", kind, noun, seer, first=start_of(token, seer), last=last_of(token))
            return
    called = [below for child in token.children if child.lower_ == "as" for below in child.children]
    for child in (*token.children, *called):
        if (
            child.dep_ in ("ccomp", "oprd", "xcomp", "acomp", "amod", "pcomp", "pobj")
            and lemma_of(child) in stake_cues.PRIORITY_ADJECTIVES
        ):
            yield from ascribe("sees as", "priority", token, seer)


def is_a_tool(token: "Token") -> Iterator[Ascription]:
    """is a tool, card, lever or buffer for somebody; used as one."""
    if token.pos_ != "NOUN" or token.dep_ not in ("attr", "oprd", "pobj"):
        return
    if token.dep_ == "pobj":
        act = token.head.head if token.head.head.dep_ != "dobj" else token.head.head.head
        if token.head.lower_ == "as" and act.pos_ == "VERB" and lemma_of(act) not in stake_cues.REGARD_VERBS:
            yield from ascribe("is a tool", "benefit", token, subject(act), first=act, last=last_of(token))
        return
    own = user_of(token)
    relative = next((child for child in token.children if child.dep_ in ("relcl", "acl")), None)
    last = last_of(relative) if relative is not None else None
    yield from ascribe("is a tool", "benefit", token, own, first=token.head.left_edge, last=last)


def user_of(tool: "Token") -> "Token | None":
    """Give whose tool something is: its possessor, whom it is "for" or "of", or according to whom it is one."""
    named = next((child for child in objects_of(tool, frozenset(["for", "of"])) if child.dep_ == "pobj"), None)
    return next((child for child in tool.children if child.dep_ == "poss"), None) or named or _according(tool)


def _has_object(token: "Token", holder: "Token | None") -> bool:
    """Say whether an interest names what it is in: an infinitive or a thing that is not its holder."""
    if lemma_of(token) not in cues.INTEREST_NOUNS:
        return False
    if any(child.dep_ in ("acl", "relcl") and is_infinitive(child) for child in token.children):
        return True
    things = [thing for thing in objects_of(token, frozenset("in for".split())) if thing != holder]
    return any(thing.dep_ == "pcomp" for thing in things) or (bool(things) and _is_had(token))


def _is_had(token: "Token") -> bool:
    """Say whether a noun is what somebody has or shows, or is not named for any place ("interests in the region")."""
    return token.dep_ in ("dobj", "attr") or token.tag_ == "NN"


def _seer(verb: "Token") -> "Token | None":
    """Who regards: the subject, in the passive the agent or the place ("is seen in Moscow as")."""
    if not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return subject(verb)
    return next((seer for seer in objects_of(verb, _WHERE) if seer.pos_ == "PROPN"), None)


def _worth(noun: "Token") -> "Kind | None":
    lemma = lemma_of(noun)
    if lemma in stake_cues.GAIN_NOUNS | stake_cues.INSTRUMENT_NOUNS | cues.MEANS_NOUNS:
        return "benefit"
    if lemma in stake_cues.PRIORITY_NOUNS:
        return "priority"
    if lemma in cues.INTEREST_NOUNS | cues.GOAL_NOUNS:
        return "interest"
    return "fear" if lemma in stake_cues.HARM_NOUNS | stake_cues.FOLLIES else None


def _according(token: "Token") -> "Token | None":
    """The one according to whom it is so: "the authorities, according to whom North Korea is a tool"."""
    clause = clause_of(token)
    whom = any(below.lower_ == "whom" for child in clause.lefts for below in (child, *child.subtree))
    for child in (clause.head, *clause.lefts):
        if child.lower_ == "according" and whom:
            return next((before for before in reversed(child.doc[: child.i]) if before.pos_ in ("NOUN", "PROPN")), None)
    return None


RULES = (
    Rule(is_in_its_interest, cues.INTEREST_NOUNS | _ENDS),
    Rule(fears, stake_cues.FEAR_VERBS | stake_cues.FEAR_ADJECTIVES | stake_cues.FEAR_NOUNS),
    Rule(will_not_accept, stake_cues.REFUSED_VERBS),
    Rule(refuses, frozenset(["refuse"])),
    Rule(sees_folly, stake_cues.SEE_VERBS),
    Rule(sees_as, stake_cues.REGARD_VERBS),
    Rule(is_a_tool, stake_cues.INSTRUMENT_NOUNS),
)
