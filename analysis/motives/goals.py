"""Goals: nouns of desire and attempt, with what is desired or attempted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder
from .ascription import Ascription, Kind, Rule, ascribe
from .clauses import is_infinitive, lemma_of, objects_of
from .evidence import last_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset("xcomp ccomp attr advcl acl dobj oprd".split())
_CONTENT = frozenset("to of for at toward towards on".split())


def has_goal(token: "Token") -> Iterator[Ascription]:
    """A noun of desire or attempt with its content: "its desire to discuss", "an attempt to force", "hopes for"."""
    if token.pos_ != "NOUN" or _is_adjunct(token):
        return
    holder = noun_holder(token)
    if holder is None or not _has_content(token, holder):
        return
    light = token.dep_ == "dobj" and holder.i < token.head.i
    yield from ascribe("has a goal", "goal", token, holder, first=start_of(token.head, holder) if light else None)


def goal_is(token: "Token") -> Iterator[Ascription]:
    """A goal named by a copula or an apposition: "Its goal is to ...", "Moscow's ambition, to be recognized"."""
    if token.pos_ != "NOUN":
        return
    holder, above = noun_holder(token), token.head
    kind: Kind = "fear" if lemma_of(token) in stake_cues.FEAR_NOUNS else "goal"
    if token.dep_ == "nsubj" and (
        (lemma_of(above) in cues.GOAL_COPULAS and any(child.dep_ in _NAMED for child in above.rights))
        or any(objects_of(above, cues.GOAL_VERBS.get(lemma_of(above), frozenset())))
    ):
        yield from ascribe("goal is", kind, token, holder, first=token.left_edge, last=last_of(above))
    elif token.dep_ == "attr" and lemma_of(above) in cues.GOAL_COPULAS and _is_named_for(token, holder):
        yield from ascribe("goal is", kind, token, holder, first=above.left_edge, last=last_of(token))
    elif any(child.dep_ == "appos" and is_infinitive(child) for child in token.children):
        yield from ascribe("goal is", kind, token, holder)


def plans_to(token: "Token") -> Iterator[Ascription]:
    """A plan, measure or move with its purpose: "measures to resolve tensions"."""
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return
    goals = [
        child
        for child in (*token.children, *(below for child in token.children for below in child.children))
        if child.pos_ == "VERB"
        and child.i > token.i
        and child.dep_ in ("acl", "relcl", "advcl", "xcomp")
        and is_infinitive(child)
        and lemma_of(child) not in cues.PROXIMATE
    ]
    if goals:
        yield from ascribe("plans to", "purpose", token, noun_holder(token), last=last_of(goals[0]))


def _has_content(token: "Token", holder: "Token") -> bool:
    """Say whether a noun tells what is desired: an infinitive, a gerund, or a thing that is not its holder."""
    if any(child.dep_ in ("acl", "relcl", "xcomp", "ccomp") and is_infinitive(child) for child in token.children):
        return True
    if any(below.dep_ == "pcomp" for below in objects_of(token, _CONTENT | {"in"})):
        return True
    things = [] if lemma_of(token) in cues.EFFORT_NOUNS else objects_of(token, _CONTENT)
    return any(thing != holder and thing.i > token.i for thing in things)


def _is_adjunct(token: "Token") -> bool:
    """Say whether a noun stands in "in an effort to", "with the aim of", which are the purpose family's."""
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in cues.PURPOSE_BEFORE
        and token.head.head.pos_ in ("VERB", "AUX")
        and lemma_of(token) in cues.PURPOSE_NOUNS
        and not any(child.dep_ == "poss" for child in token.children)
    )


def _is_named_for(token: "Token", holder: "Token | None") -> bool:
    """Say whether a predicate noun names its holder on itself: "are long-standing Russian goals"."""
    return holder is not None and token.left_edge.i <= holder.i <= token.right_edge.i and holder != token


RULES = (
    Rule(has_goal, cues.GOAL_NOUNS),
    Rule(goal_is, cues.NAMED_GOALS | stake_cues.FEAR_NOUNS),
    Rule(plans_to, cues.PLAN_NOUNS - cues.GOAL_NOUNS),
)
