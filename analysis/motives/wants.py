"""Wants and attempts: verbs, adjectives and nouns of desire with what is desired."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues
from .ascription import Ascription, ascribe
from .clauses import has_light_verb, is_infinitive, last_of, noun_holder, objects_of, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset("dobj xcomp ccomp attr oprd".split())
_NEAR = frozenset("to of for in at toward towards on".split())


def wants_that(token: "Token") -> Iterator[Ascription]:
    """want, seek, try, hope ... with an object or a clause: "Russia wants the crisis to continue"."""
    if token.pos_ != "VERB":
        return
    plain = token.lemma_ in cues.WANT and any(child.dep_ in _OBJECTS for child in token.children)
    infinitive = token.lemma_ in cues.WANT_WITH_INFINITIVE and any(
        child.dep_ in ("xcomp", "advcl") and is_infinitive(child) and child.i > token.i for child in token.children
    )
    named = token.lemma_ in cues.WANT_WITH_PREPOSITION and any(
        objects_of(token, cues.WANT_WITH_PREPOSITION[token.lemma_])
    )
    if plain or infinitive or named:
        yield ascribe("wants that", "goal", token, _wanter(token))


def what_it_wants(token: "Token") -> Iterator[Ascription]:
    """A relative or free clause without its object: "is not what Russia wants", "the role it seeks"."""
    if (
        token.pos_ != "VERB"
        or token.lemma_ not in cues.WANT
        or any(child.dep_ in _OBJECTS and child.i > token.i for child in token.children)
    ):
        return
    first = token.left_edge
    if token.dep_ in ("ccomp", "relcl", "pcomp", "csubj", "advcl") and (
        first.lower_ in ("what", "which", "that") or token.dep_ == "relcl"
    ):
        governor = token.head
        start = governor if token.dep_ == "ccomp" and governor.lemma_ == "be" else first
        yield ascribe("what it wants", "goal", token, _wanter(token), first=start)


def would_rather(token: "Token") -> Iterator[Ascription]:
    """would like, would rather, would prefer with what is liked."""
    if (
        token.pos_ == "VERB"
        and token.lemma_ in ("like", "rather", "see", "love")
        and any(child.lower_ in ("would", "'d", "rather") for child in token.lefts)
        and any(child.dep_ in ("xcomp", "ccomp", "dobj") for child in token.children)
        and token.lemma_ != "see"
    ):
        yield ascribe("would rather", "goal", token, subject(token))


def is_eager(token: "Token") -> Iterator[Ascription]:
    """keen, eager, willing, determined ... to do something: "is keen to mediate"."""
    if (
        token.lemma_.lower() not in cues.EAGER
        or token.pos_ not in ("ADJ", "VERB")
        or token.dep_ not in ("acomp", "ROOT", "conj", "oprd", "relcl", "amod", "acl", "ccomp", "advcl", "xcomp")
    ):
        return
    goals = [
        child for child in token.children if child.dep_ in ("xcomp", "ccomp", "advcl", "acl") and is_infinitive(child)
    ]
    if goals or any(objects_of(token, frozenset(["on", "for", "in"]))):
        yield ascribe("is eager", "goal", token, _wanter(token))


def has_goal(token: "Token") -> Iterator[Ascription]:
    """A noun of desire or attempt with its content: "its desire to discuss", "an attempt to force", "the aim of"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in cues.GOAL_NOUNS:
        return
    content = [child for child in token.children if child.dep_ in ("acl", "relcl", "xcomp") and is_infinitive(child)]
    only_acts = token.lemma_.lower() in cues.EFFORT_NOUNS
    content += [below for below in objects_of(token, _NEAR) if below.dep_ == "pcomp" or not only_acts]
    holder = noun_holder(token)
    if content and holder is not None and not (holder in content):
        if (
            token.dep_ == "pobj"
            and token.lemma_.lower() in cues.PURPOSE_NOUNS
            and not any(child.dep_ == "poss" for child in token.children)
        ):
            return  # "in an effort to", "with the aim of": the purpose family's
        first = token.head if has_light_verb(token) else None
        yield ascribe("has a goal", "goal", first or token, holder, last=last_of(token))


def goal_is(token: "Token") -> Iterator[Ascription]:
    """A noun of desire named by a copula: "Its goal is to ...", "... are long-standing Russian goals"."""
    if (
        token.lemma_.lower() not in cues.GOAL_NOUNS | frozenset(["interest", "strategy", "mission"])
        or token.pos_ != "NOUN"
    ):
        return
    holder = noun_holder(token)
    if token.dep_ in ("nsubj",) and token.head.lemma_ in ("be", "remain", "include", "become") and holder is not None:
        yield ascribe("goal is", "goal", token, holder, first=token.left_edge, last=last_of(token.head))
    elif token.dep_ == "attr" and token.head.lemma_ in ("be", "remain", "become"):
        named = [child for child in token.children if child.dep_ in ("poss", "amod", "compound")]
        own = next((child for child in named if child.text[:1].isupper() or child.dep_ == "poss"), None)
        below = [child for child in named for child in [child, *child.conjuncts]]
        own = own if own is not None else next((child for child in below if child.text[:1].isupper()), None)
        if own is not None:
            yield ascribe("goal is", "goal", token, own, first=token.head.left_edge, last=last_of(token))


def finds_way(token: "Token") -> Iterator[Ascription]:
    """find a way, make an effort, work hard, go to great lengths, take steps ... to do something."""
    if token.pos_ != "VERB" or token.lemma_ not in ("find", "work", "go", "make", "spare", "do"):
        return
    nouns = [
        child
        for child in token.children
        if child.dep_ in ("dobj", "npadvmod")
        and child.lemma_ in ("way", "everything", "utmost", "effort", "point", "best")
    ]
    goals = [
        child
        for child in token.subtree
        if child.pos_ == "VERB" and is_infinitive(child) and child.dep_ in ("acl", "advcl", "relcl", "xcomp")
    ]
    if nouns and goals:
        yield ascribe("finds a way", "goal", token, subject(token))


def is_welcome(token: "Token") -> Iterator[Ascription]:
    """What an actor welcomes or wishes for, also in the passive: "would be welcomed by Putin"."""
    if token.pos_ != "VERB" or token.lemma_ not in cues.WELCOME_VERBS:
        return
    agents = list(objects_of(token, frozenset(["by"])))
    if agents:
        yield ascribe("is welcome", "goal", token, agents[0], last=agents[0])
    elif any(child.lower_ in ("would", "will", "may", "might") for child in token.lefts):
        yield ascribe("is welcome", "goal", token, subject(token))


def _wanter(token: "Token") -> "Token | None":
    """The subject, or in the passive ("wanted by Moscow") the agent."""
    agents = (
        list(objects_of(token, frozenset(["by"]))) if any(child.dep_ == "auxpass" for child in token.children) else []
    )
    return agents[0] if agents else subject(token)


RULES = (wants_that, what_it_wants, would_rather, is_eager, has_goal, goal_is, finds_way, is_welcome)
