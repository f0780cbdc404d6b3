"""Goals: nouns of desire and attempt, with what is desired or attempted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder
from .ascription import Ascription, Kind, Rule, ascribe
from .clauses import is_infinitive, lemma_of, objects_of, own_subject
from .evidence import last_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset("xcomp ccomp attr advcl acl dobj oprd".split())
_FOR = frozenset(["for"])
_VAGUE = frozenset("point idea logic thinking end outcome policy approach tactic gambit game mandate".split())
_WAYS = frozenset("way means method tactic ploy strategy policy".split())
_SCHEMES = frozenset("plan proposal scheme project campaign".split())
_GOES_ON = frozenset("continue begin start tend fail manage seem appear happen have come threaten".split())
_MANNERS = frozenset("think do see look live go speak talk work life be get say put".split())
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
    if token.pos_ != "NOUN" or (lemma_of(token) in _VAGUE and not _is_told_outright(token)):
        return
    holder, above = noun_holder(token) or _definite(token), token.head
    kind: Kind = "fear" if lemma_of(token) in stake_cues.FEAR_NOUNS else "goal"
    if token.dep_ in ("nsubj", "nsubjpass") and (
        (lemma_of(above) in cues.GOAL_COPULAS and any(child.dep_ in _NAMED for child in above.rights))
        or any(objects_of(above, cues.GOAL_VERBS.get(lemma_of(above), frozenset())))
    ):
        yield from ascribe("goal is", kind, token, holder, first=token.left_edge, last=last_of(above))
    elif token.dep_ == "attr" and lemma_of(above) in cues.GOAL_COPULAS and _is_named_for(token, holder):
        yield from ascribe("goal is", kind, token, holder, first=above.left_edge, last=last_of(token))
    elif any(child.dep_ == "appos" and (is_infinitive(child) or _follows_colon(child)) for child in token.children):
        yield from ascribe("goal is", kind, token, holder)


def comes_to(token: "Token") -> Iterator[Ascription]:
    """What a policy boils down to, or an act serves to do: "its policy boils down to dividing the islanders"."""
    own = own_subject(token)
    if token.pos_ != "VERB" or own is None or own.pos_ != "NOUN" or lemma_of(own) not in cues.HOLDABLE:
        return
    down = any(child.lower_ == "down" for child in token.children)
    into = lemma_of(token) == "serve" and any(is_infinitive(child) for child in token.rights)
    done = [thing for thing in objects_of(token, frozenset(["to"])) if thing.dep_ == "pcomp" or down]
    if into or done:
        yield from ascribe("comes to", "purpose", token, own, last=last_of(token))


def plans_to(token: "Token") -> Iterator[Ascription]:
    """A plan, measure or move with its purpose: "measures to resolve tensions"."""
    if token.pos_ != "NOUN" or token.dep_ == "compound":
        return
    goals = [
        child
        for child in (*token.children, *(below for child in token.children for below in _told_below(child)))
        if child.pos_ == "VERB"
        and child.i > token.i
        and child.dep_ in ("acl", "relcl", "advcl", "xcomp")
        and is_infinitive(child)
        and lemma_of(child) not in cues.PROXIMATE
    ]
    if not goals and lemma_of(token) in _WAYS:
        doings = (thing for thing in objects_of(token, frozenset(["of"])) if thing.dep_ == "pcomp")
        goals = [doing for doing in doings if lemma_of(doing) not in _MANNERS]
    own = next((child for child in token.children if child.dep_ == "poss"), None)
    if not goals and own is not None and lemma_of(token) in _SCHEMES and any(objects_of(token, _FOR)):
        yield from ascribe("plans to", "purpose", token, own)
    if goals:
        holder = noun_holder(token) or (_among(token) if lemma_of(token) in _WAYS else None)
        yield from ascribe("plans to", "purpose", token, holder, last=last_of(goals[0]))


def _told_below(child: "Token") -> "Iterator[Token]":
    """What hangs on a clause of a plan, but not on a verb that only says how it goes: "which continues to drain it"."""
    if child.dep_ != "relcl" or lemma_of(child) not in _GOES_ON:
        yield from child.children


def _definite(noun: "Token") -> "Token | None":
    """The goal itself, where "the", "this" or "one" points back to whoever acted before: "The aim was to"."""
    pointing = any(child.lower_ in ("the", "this", "one") for child in noun.lefts)
    return (
        noun
        if pointing and not any(child.dep_ in ("prep", "acl", "relcl", "compound") for child in noun.children)
        else None
    )


def _is_told_outright(noun: "Token") -> bool:
    """Say whether a vague noun ("point", "policy") is said to be to do something, or that something be done."""
    told = any(is_infinitive(child) or _is_that_clause(child) for child in noun.head.rights)
    come = lemma_of(noun.head) in cues.GOAL_VERBS
    return noun.dep_ == "nsubj" and ((told and lemma_of(noun.head) == "be") or come)


def _is_that_clause(verb: "Token") -> bool:
    return verb.dep_ == "ccomp" and any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.lefts)


def _follows_colon(token: "Token") -> bool:
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text == ":"


def _among(noun: "Token") -> "Token | None":
    """Whose a way is that stands beside somebody's campaign: "part of its drive and a means of raising prices"."""
    beside = noun.head if noun.dep_ == "conj" else None
    below = next(objects_of(beside, frozenset(["of"])), None) if beside is not None else None
    return noun_holder(below) if below is not None else None


def _has_content(token: "Token", holder: "Token") -> bool:
    """Say whether a noun tells what is desired: an infinitive, a gerund, or a thing that is not its holder."""
    if any(child.dep_ in ("acl", "relcl", "xcomp", "ccomp") and is_infinitive(child) for child in token.children):
        return True
    if any(below.dep_ == "pcomp" for below in objects_of(token, _CONTENT | {"in"})):
        return True
    if lemma_of(token) == "demand" and any(child.dep_ in ("compound", "amod") for child in token.lefts):
        return any(child.dep_ == "poss" for child in token.lefts)
    content = _FOR if lemma_of(token) in cues.EFFORT_NOUNS else _CONTENT
    return any(thing != holder and thing.i > token.i for thing in objects_of(token, content))


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
    Rule(plans_to, (cues.PLAN_NOUNS | _WAYS) - cues.GOAL_NOUNS),
    Rule(comes_to, frozenset("boil come amount serve".split())),
)
