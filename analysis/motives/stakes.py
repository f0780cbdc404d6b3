"""Stakes: what an actor gains, loses or fears, and what is or is not in its interest."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues
from .ascription import Ascription, ascribe
from .clauses import clause_of, has_light_verb, is_infinitive, last_of, noun_holder, objects_of, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONAL = frozenset("would could will may might can".split())


def benefits_from(token: "Token") -> Iterator[Ascription]:
    """The holder benefits, profits or gains; or something benefits, helps or serves it."""
    if token.pos_ != "VERB":
        return
    if token.lemma_ in cues.GAIN_VERBS and any(child.dep_ in ("dobj", "prep", "advmod") for child in token.children):
        yield ascribe("benefits from", "benefit", token, subject(token))
    elif token.lemma_ in cues.SERVE_VERBS:
        served = _affected_object(token)
        if served is not None and (
            token.lemma_ != "help" or any(child.dep_ in ("xcomp", "ccomp") for child in token.children)
        ):
            yield ascribe("serves", "benefit", token, served)


def loses(token: "Token") -> Iterator[Ascription]:
    """The holder loses or suffers; or something hurts, threatens or affects it."""
    if token.pos_ != "VERB":
        return
    if token.lemma_ in cues.LOSE_VERBS and any(child.dep_ in ("dobj", "prep", "xcomp") for child in token.children):
        yield ascribe("loses", "harm", token, subject(token))
    elif token.lemma_ in cues.HARM_VERBS:
        harmed = _affected_object(token)
        if harmed is not None:
            yield ascribe("harms", "harm", token, harmed, first=token.left_edge)


def good_for(token: "Token") -> Iterator[Ascription]:
    """favourable for, beneficial to, costly for somebody; mutually beneficial."""
    lemma = token.lemma_.lower()
    if token.pos_ != "ADJ" or lemma not in cues.GAIN_ADJECTIVES | cues.HARM_ADJECTIVES:
        return
    kind = "benefit" if lemma in cues.GAIN_ADJECTIVES else "harm"
    for affected in objects_of(token, cues.AFFECTED):
        yield ascribe("good for", kind, token, affected, first=_predicate_start(token), last=affected.right_edge)
        return
    if any(child.lower_ in ("mutually", "jointly") for child in token.children):
        yield ascribe("good for both", kind, token, subject(token.head), first=token.head)


def gain_for(token: "Token") -> Iterator[Ascription]:
    """a gain, victory, disaster, blow or threat for somebody; the impact on somebody; leverage gained."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" or lemma not in cues.GAIN_NOUNS | cues.HARM_NOUNS:
        return
    kind = "benefit" if lemma in cues.GAIN_NOUNS else "harm"
    for affected in objects_of(token, cues.AFFECTED):
        governor = token.head if token.dep_ in ("attr", "dobj") else token
        yield ascribe("gain for", kind, token, affected, first=governor, last=affected.right_edge)
        return
    if (
        token.dep_ == "dobj"
        and token.head.lemma_ in ("gain", "win", "get", "reap", "secure", "obtain", "derive", "enjoy", "draw")
        and token.head.lemma_ not in cues.GAIN_VERBS
    ):
        yield ascribe("gains", "benefit", token.head, subject(token.head))
    elif (
        token.dep_ == "pobj"
        and token.head.lower_ in ("as", "among", "of")
        and lemma in ("victor", "winner", "beneficiary")
    ):
        holder = next((child for child in clause_of(token).children if child.dep_ == "dobj"), None)
        yield ascribe(
            "gain for", kind, token, holder if holder is not None else subject(clause_of(token)), first=clause_of(token)
        )


def fronted_for(token: "Token") -> Iterator[Ascription]:
    """For Russia, the impact would be milder: the affected party before the clause that says how it fares."""
    if (
        token.lower_ != "for"
        or token.dep_ != "prep"
        or token.head.pos_ not in ("VERB", "AUX")
        or token.i > token.head.i
    ):
        return
    words = {below.lemma_.lower() for below in token.head.subtree}
    affected = next((child for child in token.children if child.dep_ == "pobj"), None)
    if affected is None:
        return
    if words & (cues.HARM_NOUNS | cues.HARM_ADJECTIVES):
        yield ascribe("for it", "harm", token.head, affected, first=token, last=last_of(token.head))
    elif words & (cues.GAIN_NOUNS | cues.GAIN_ADJECTIVES):
        yield ascribe("for it", "benefit", token.head, affected, first=token, last=last_of(token.head))
    elif words & (cues.PRIORITY_ADJECTIVES | cues.PRIORITY_NOUNS):
        yield ascribe("for it", "priority", token.head, affected, first=token, last=last_of(token.head))


def in_its_interest(token: "Token") -> Iterator[Ascription]:
    """be in its interest, serve its interests, have an interest, interests align, few incentives to."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in cues.INTEREST_NOUNS:
        return
    holder = noun_holder(token)
    content = any(child.dep_ in ("acl", "relcl") and is_infinitive(child) for child in token.children) or any(
        child.dep_ == "pcomp" or token.lemma_ in ("interest", "stake")
        for child in objects_of(token, frozenset(["in", "for", "of"]))
    )
    if (
        token.dep_ == "pobj"
        and token.head.lower_ in ("in", "to", "against")
        and holder is not None
        and token.lemma_ == "interest"
    ):
        clause = clause_of(token)
        yield ascribe("in its interest", "interest", token, holder, first=clause.left_edge, last=last_of(token))
    elif (
        token.lemma_ == "interest"
        and token.dep_ in ("dobj", "nsubj")
        and not has_light_verb(token)
        and holder is not None
        and token.head.pos_ == "VERB"
    ):
        if token.head.lemma_ in (
            "serve",
            "advance",
            "promote",
            "protect",
            "defend",
            "further",
            "pursue",
            "align",
            "lie",
            "threaten",
            "harm",
            "secure",
            "overlap",
            "coincide",
            "diverge",
            "converge",
        ):
            yield ascribe(
                "in its interest",
                "interest",
                token,
                holder,
                first=token.head.left_edge if token.dep_ == "nsubj" else token.head,
                last=last_of(token.head),
            )
    elif content and (has_light_verb(token) or holder is not None) and token.lemma_ not in ("reason", "need"):
        yield ascribe(
            "has an interest", "interest", token.head if has_light_verb(token) else token, holder, last=last_of(token)
        )


def fears(token: "Token") -> Iterator[Ascription]:
    """fear, dread, dislike; afraid, wary, reluctant - with what is feared."""
    if (
        token.pos_ == "VERB"
        and token.lemma_ in cues.FEAR_VERBS
        and any(child.dep_ in ("dobj", "ccomp", "xcomp", "prep") for child in token.children)
    ):
        yield ascribe("fears", "fear", token, subject(token))
    elif (
        token.pos_ == "ADJ"
        and token.lemma_.lower() in cues.FEAR_ADJECTIVES - cues.EAGER
        and any(
            child.dep_ in ("ccomp", "xcomp") or (child.dep_ == "prep" and child.lower_ in ("of", "about", "that", "at"))
            for child in token.children
        )
    ):
        yield ascribe("fears", "fear", token, subject(token) or subject(token.head))
    elif (
        token.pos_ == "NOUN"
        and token.lemma_.lower() in cues.FEAR_NOUNS
        and token.head.lemma_ not in ("express", "voice")
    ):
        if any(child.dep_ in ("acl", "relcl") for child in token.children) or any(
            objects_of(token, frozenset(["of", "about", "that", "over"]))
        ):
            yield ascribe("fears", "fear", token, noun_holder(token), last=last_of(token))


def will_not_accept(token: "Token") -> Iterator[Ascription]:
    """cannot afford, will not accept, will not mind, does not want to allow: a stake told by refusal."""
    if token.pos_ != "VERB" or token.lemma_ not in cues.REFUSED_VERBS:
        return
    if any(child.dep_ == "neg" for child in token.children) and any(
        child.dep_ in ("aux",) and child.lower_ in ("will", "can", "ca", "wo", "would", "could")
        for child in token.children
    ):
        yield ascribe("will not accept", "goal" if token.lemma_ == "mind" else "fear", token, subject(token))


def sees_folly(token: "Token") -> Iterator[Ascription]:
    """see, recognise or know the folly, danger, risk, cost or value of something."""
    if token.pos_ == "VERB" and token.lemma_ in (
        "see",
        "recognize",
        "recognise",
        "know",
        "understand",
        "realize",
        "realise",
        "perceive",
    ):
        for child in token.children:
            lemma = child.lemma_.lower()
            if child.dep_ == "dobj" and lemma in cues.HARM_NOUNS | cues.GAIN_NOUNS | {
                "folly",
                "futility",
                "value",
                "merit",
                "peril",
            }:
                yield ascribe(
                    "sees the folly",
                    "benefit" if lemma in cues.GAIN_NOUNS | {"value", "merit"} else "fear",
                    token,
                    subject(token),
                )


def standing_falls(token: "Token") -> Iterator[Ascription]:
    """The holder's image, position or influence would rise or fall: "the image of Russia could deteriorate"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in (
        "image",
        "position",
        "influence",
        "standing",
        "prestige",
        "reputation",
        "security",
        "economy",
        "status",
        "power",
        "credibility",
        "success",
    ):
        return
    verb = token.head
    if (
        token.dep_ in ("nsubj", "nsubjpass")
        and verb.pos_ == "VERB"
        and any(child.lower_ in _CONDITIONAL for child in verb.lefts)
        and verb.lemma_ in _RISES | _FALLS
    ):
        yield ascribe(
            "standing falls",
            "benefit" if verb.lemma_ in _RISES else "harm",
            verb,
            noun_holder(token),
            first=token.left_edge,
        )


_RISES = frozenset(
    "rise grow improve strengthen increase recover expand solidify boost enhance consolidate secure".split()
)
_FALLS = frozenset(
    "deteriorate fall decline suffer weaken shrink erode diminish collapse worsen wane damage undermine".split()
)


def _affected_object(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return child
        if child.dep_ in ("ccomp", "xcomp") and verb.lemma_ == "help":
            own = next((below for below in child.children if below.dep_ == "nsubj"), None)
            if own is not None:
                return own
    return None


def _predicate_start(adjective: "Token") -> "Token":
    return adjective.head.left_edge if adjective.dep_ == "acomp" else adjective


RULES = (
    benefits_from,
    loses,
    good_for,
    gain_for,
    fronted_for,
    in_its_interest,
    fears,
    will_not_accept,
    sees_folly,
    standing_falls,
)
