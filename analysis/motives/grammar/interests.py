"""Interests and uses: what an actor has at stake, and what serves it as a means."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import clause_of, is_infinitive, lemma_of, objects_of, opens_to
from .evidence import last_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset("interest purpose agenda end aim goal objective ambition cause demand need".split())
_SERVED = frozenset(
    "serve suit fit advance promote protect defend further pursue align lie threaten harm secure overlap coincide "
    "diverge converge safeguard undermine secure meet satisfy fulfil fulfill address accommodate affect "
    "violate jeopardize jeopardise endanger imperil "
    "damage hurt counter contradict match preserve assert reflect".split()
)
_NOT_ITS = frozenset("special those these such".split())
_FIND = frozenset("find have see possess acquire gain get discover".split())
_HAVE = frozenset("have be see find lack lose give".split())


def is_in_its_interest(token: "Token") -> Iterator[Ascription]:
    """be in its interest, serve its interests, interests align, have an interest in, few incentives to."""
    if token.pos_ != "NOUN" or any(child.lower_ in _NOT_ITS for child in token.lefts):
        return
    holder, above, lemma = opens_to(token) or noun_holder(token), token.head, lemma_of(token)
    if token.dep_ == "pobj" and lemma == "interest" and above.lower_ in ("in", "to", "against"):
        clause = clause_of(token)
        last = max(last_of(token), last_of(clause), key=lambda end: end.i)
        yield from ascribe("is in its interest", "interest", token, holder, first=clause.left_edge, last=last)
    elif lemma in _ENDS and token.dep_ in ("dobj", "nsubj") and lemma_of(above) in _SERVED:
        first = above.left_edge if token.dep_ == "nsubj" else above
        yield from ascribe("is in its interest", "interest", token, holder, first=first, last=last_of(above))
    elif _has_object(token, holder):
        if lemma == "reason" and (token.dep_ not in ("dobj", "attr") or lemma_of(above) not in _HAVE):
            return
        light = token.dep_ == "dobj" and holder is not None and holder.i < above.i
        first = start_of(above, holder) if light else None
        yield from ascribe("has an interest", "interest", token, holder, first=first)


def is_a_tool(token: "Token") -> Iterator[Ascription]:
    """is a tool, card, lever or buffer for somebody; used as one."""
    if token.pos_ == "NOUN" and token.dep_ == "dobj" and lemma_of(token.head) in _FIND:
        if any(is_infinitive(child) for child in token.rights):
            yield from ascribe("is a tool", "benefit", token, subject(token.head), first=token.left_edge)
        return
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
    if any(child.dep_ in ("acl", "relcl", "advcl", "xcomp") and is_infinitive(child) for child in token.children):
        return True
    things = [thing for thing in objects_of(token, frozenset("in for".split())) if thing != holder]
    return any(thing.dep_ == "pcomp" for thing in things) or (bool(things) and _is_had(token))


def _is_had(token: "Token") -> bool:
    """Say whether a noun is what somebody has or shows, or is not named for any place ("interests in the region")."""
    return token.dep_ in ("dobj", "attr") or token.tag_ == "NN"


def _according(token: "Token") -> "Token | None":
    """The one according to whom it is so: "the authorities, according to whom North Korea is a tool"."""
    clause = clause_of(token)
    whom = any(below.lower_ == "whom" for child in clause.lefts for below in (child, *child.subtree))
    for child in (clause.head, *clause.lefts):
        if child.lower_ == "according" and whom:
            return next((before for before in reversed(child.doc[: child.i]) if before.pos_ in ("NOUN", "PROPN")), None)
    return None


RULES = (
    Rule(is_in_its_interest, cues.INTEREST_NOUNS | _ENDS | {"reason"}),
    Rule(is_a_tool, stake_cues.INSTRUMENT_NOUNS),
)
