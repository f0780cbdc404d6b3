"""Wants and attempts: verbs and adjectives of desire with what is desired."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import agent_of, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import is_infinitive, lemma_of, objects_of, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = frozenset("dobj xcomp ccomp attr oprd".split())
_CLAUSES = frozenset("xcomp ccomp advcl acl".split())
_FREE = ("what", "which", "that", "whatever")
_EAGER_OF = frozenset("on upon for in about".split())
_DEVOTED_TO = frozenset("to with".split())
_TO = frozenset(["to"])
_SEARCHED = dict.fromkeys(("look", "search"), frozenset("at for into".split()))
_EFFORTS = frozenset("way everything anything utmost effort point best length sight eye step pain".split())
_WARILY = frozenset("warily nervously anxiously cautiously suspiciously uneasily carefully closely".split())
_SIGHTS = frozenset(["sight", "eye"])


def wants(token: "Token") -> Iterator[Ascription]:
    """want, seek, try, hope ... with an object or a clause: "Russia wants the crisis to continue"."""
    lemma = lemma_of(token)
    if token.pos_ not in ("VERB", "NOUN", "ADJ") or _is_participle_of_purpose(token) or is_wished_by_another(token):
        return
    plain = lemma in cues.WANT and any(child.dep_ in _OBJECTS and child.i > token.i for child in token.children)
    sets_out = lemma != "set" or any(child.lower_ == "out" for child in token.children)
    infinitive = (
        lemma in cues.WANT_INFINITIVE
        and sets_out
        and any(
            child.dep_ in ("xcomp", "advcl") and is_infinitive(child) and child.i > token.i for child in token.children
        )
    )
    infinitive |= lemma in ("work", "labor", "labour", "strive") and any(map(is_infinitive, _spells(token)))
    plain |= lemma in cues.WANT and any(child.dep_ == "agent" for child in token.children)
    plain |= lemma == "want" and any(child.lower_ in ("out", "in") for child in token.rights)
    forward = lemma == "look" and any(child.lower_ == "forward" for child in token.children)
    after = frozenset(["to"]) if forward else cues.WANT_PREPOSITION.get(lemma, frozenset())
    named = any(objects_of(token, after))
    if lemma == "eye" and any(child.lower_ in _WARILY for child in token.children):
        return
    if any(child.dep_ == "dobj" and _points_at_goal(child) for child in token.children):
        return
    if (plain or infinitive or named) and (token.pos_ == "VERB" or own_subject(token) is not None):
        yield from ascribe("wants", "goal", token, agent_of(token))


def what_it_wants(token: "Token") -> Iterator[Ascription]:
    """A relative or free clause that lacks its object: "is not what Russia wants", "the role it seeks"."""
    if token.pos_ != "VERB" or _is_participle_of_purpose(token):
        return
    if any(child.dep_ in _OBJECTS and child.i > token.i for child in token.children):
        return
    first, governor = token.left_edge, token.head
    if lemma_of(governor) == "do":
        return  # who can do whatever it wants is free
    if token.dep_ in ("ccomp", "pcomp", "csubj", "advcl", "conj") and first.lower_ in _FREE:
        copula = token.dep_ != "csubj" and lemma_of(governor) == "be"
        last = governor.right_edge if token.dep_ == "csubj" else None
        start = governor.left_edge if copula else first
        yield from ascribe("what it wants", "goal", token, subject(token), first=start, last=last)
    elif token.dep_ == "relcl" and is_wished_by_another(token) is False:
        yield from ascribe("what it wants", "goal", token, subject(token), first=governor.left_edge)


def would_like(token: "Token") -> Iterator[Ascription]:
    """would like, would rather, would prefer with what is liked: "would like to see the sanctions lifted"."""
    would = any(child.lower_ in ("would", "'d", "rather") for child in token.lefts)
    if token.pos_ == "VERB" and would and any(child.dep_ in ("xcomp", "ccomp", "dobj") for child in token.children):
        yield from ascribe("would like", "goal", token, subject(token))


def is_eager(token: "Token") -> Iterator[Ascription]:
    """keen, eager, willing, determined ... to do something: "is keen to mediate", "Russia, eager for currency"."""
    if token.pos_ not in ("ADJ", "VERB") or (token.dep_ == "amod" and token.i < token.head.i):
        return
    if token.pos_ == "VERB" and any(child.dep_ in ("dobj", "aux") and child.i > token.i for child in token.children):
        return
    goals = [child for child in token.children if child.dep_ in _CLAUSES and is_infinitive(child) and child.i > token.i]
    if goals and token.lower_ == "willing" and lemma_of(goals[0]) in cues.TOLERATE:
        return
    if not cues.READY.isdisjoint((lemma_of(token), token.lower_)) and not any(
        child.dep_ == "neg" for child in token.head.children
    ):
        return  # who is ready to do something promises or threatens it; who is not ready shuns it
    if any(child.dep_ == "aux" and child.lower_ in ("would", "'d") for child in token.head.lefts):
        goals += [child for child in token.head.rights if child.dep_ == "advcl" and child.left_edge.lower_ == "if"]
    if goals or any(_is_end(thing, token) for thing in objects_of(token, _EAGER_OF | _DEVOTED_TO)):
        yield from ascribe("is eager", "goal", token, predicated_of(token))


def finds_way(token: "Token") -> Iterator[Ascription]:
    """find a way, make an effort, spare no effort, go to great lengths, set its sights on something."""
    nouns = [
        child
        for child in (*token.children, *objects_of(token, _SEARCHED.get(lemma_of(token), _TO)))
        if lemma_of(token) != "have" or (lemma_of(child) in _SIGHTS and child.tag_ == "NNS")
    ]
    nouns = [child for child in nouns if child.dep_ in ("dobj", "npadvmod", "pobj") and lemma_of(child) in _EFFORTS]
    places = [token, *nouns]
    goals = any(
        is_infinitive(child) for place in places for child in place.children if child.dep_ in (*_CLAUSES, "relcl")
    )
    sights = any(lemma_of(noun) in _SIGHTS and any(objects_of(place, frozenset(["on"]))) for noun in nouns
                 for place in (noun, token))  # fmt: skip
    if token.pos_ == "VERB" and nouns and (goals or sights):
        yield from ascribe("finds a way", "goal", token, subject(token))


def would_welcome(token: "Token") -> Iterator[Ascription]:
    """What an actor would welcome, also in the passive: "would be welcomed by Putin"."""
    if token.pos_ != "VERB" or not any(
        child.lower_ in ("would", "will", "may", "might", "'d") for child in token.lefts
    ):
        return
    agent = next(objects_of(token, frozenset(["by"])), None)
    yield from ascribe("would welcome", "goal", token, agent or subject(token), last=agent)


def _points_at_goal(noun: "Token") -> bool:
    """Say whether an object only points at goals told elsewhere: "in pursuing those goals"."""
    return lemma_of(noun) in cues.GOAL_NOUNS and any(child.lower_ in ("these", "those", "such") for child in noun.lefts)


def _is_end(thing: "Token", adjective: "Token") -> bool:
    """Say whether what an adjective leans on is an end: "committed to keeping", "obsessed with", not "happy with"."""
    if thing.head.lower_ in _EAGER_OF:
        return True
    if thing.head.lower_ == "with":
        would = any(child.lower_ in ("would", "'d") for child in adjective.head.lefts)
        return would or lemma_of(adjective) in ("obsessed", "preoccupied")
    return thing.dep_ == "pcomp" or lemma_of(adjective) == "wedded"


def _spells(verb: "Token") -> "Iterator[Token]":
    """What hangs on a span of time beside a verb, as the parse has it: "has laboured for decades to weaken it"."""
    for child in objects_of(verb, frozenset(["for"])):
        if lemma_of(child) in ("year", "month", "decade", "week", "day", "time", "generation"):
            yield from child.children


def predicated_of(adjective: "Token") -> "Token | None":
    """Give what an adjective says something of: the noun that it follows, or its clause's subject."""
    if adjective.dep_ == "amod" and adjective.head.i < adjective.i:
        return adjective.head
    return subject(adjective)


def is_wished_by_another(verb: "Token") -> bool:
    """Say whether a verb tells only what another wishes or makes its subject do: "wants Russia to seek peace"."""
    own = own_subject(verb)
    above = lemma_of(verb.head)
    if verb.dep_ not in ("ccomp", "xcomp") or not is_infinitive(verb):
        return False
    asked = above in cues.OBJECT_CONTROL and any(child.dep_ == "dobj" for child in verb.head.children)
    return asked or (own is not None and above in cues.WISHED_BY_OTHERS)


def _is_participle_of_purpose(token: "Token") -> bool:
    """Say whether a word is the "aimed" of "sanctions aimed at", which tells a purpose of the noun it stands on."""
    if lemma_of(token) not in cues.PURPOSE_PARTICIPLES or token.tag_ not in ("VBN", "VBD", "JJ"):
        return False
    return token.dep_ in ("acl", "amod") or any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)


RULES = (
    Rule(wants, cues.WANT | cues.WANT_INFINITIVE | frozenset(cues.WANT_PREPOSITION)),
    Rule(what_it_wants, cues.WANT),
    Rule(would_like, cues.WOULD_LIKE),
    Rule(is_eager, cues.EAGER | cues.READY),
    Rule(finds_way, frozenset("find work go make spare do take set have look search seek".split())),
    Rule(would_welcome, stake_cues.WELCOME_VERBS),
)
