"""Needs and priorities: what an actor must have or do, what weighs with it, and what it says must be done."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import clause_of, is_infinitive, lemma_of, objects_of
from .evidence import last_of, stretch
from .possessors import affected_by
from .wants import predicated_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEMANDING = frozenset("declare demand insist warn urge stress tell order instruct call".split())
_WHATEVER = frozenset("thing all everything what nothing".split())
_TO = frozenset("to for".split())
_MUST = frozenset("must need".split())


def needs(token: "Token") -> Iterator[Ascription]:
    """need, depend on, have to; its need for: "Moscow needs a foothold in the region"."""
    if token.pos_ == "NOUN":
        if any(objects_of(token, frozenset(["for", "on"]))) or any(is_infinitive(child) for child in token.children):
            yield from ascribe("needs", "need", token, noun_holder(token))
        return
    done_to_it = any(child.dep_ == "xcomp" and _is_passive(child) for child in token.children)
    wanted = lemma_of(token) == "need" and any(child.dep_ in ("dobj", "xcomp") for child in token.children)
    wanted |= lemma_of(token) == "have" and any(
        child.dep_ == "xcomp" and is_infinitive(child) and child.left_edge.i == token.i + 1 for child in token.children
    )
    leaning = lemma_of(token) == "depend" and any(objects_of(token, frozenset(["on", "upon"])))
    leaning &= not any(child.dep_ in ("mark", "advmod") and child.lower_ in ("as", "far") for child in token.lefts)
    if token.pos_ == "VERB" and (wanted or leaning) and not done_to_it and not _is_relative_object(token):
        if _is_told_by_another(token):
            return  # what a third party declares that somebody "needs to" do is a demand
        yield from ascribe("needs", "need", token, subject(token))


def is_in_need(token: "Token") -> Iterator[Ascription]:
    """be in need of something, be dependent or reliant on it, be under pressure to do something."""
    if token.pos_ == "ADJ" and any(objects_of(token, frozenset(["on", "upon"]))):
        yield from ascribe("needs", "need", token, predicated_of(token))
    elif token.dep_ == "pobj" and token.head.lower_ == "in" and any(objects_of(token, frozenset(["of"]))):
        clause = token.head.head
        yield from ascribe("needs", "need", token, subject(clause) if clause.pos_ in ("VERB", "AUX") else clause)


def is_under_pressure(token: "Token") -> Iterator[Ascription]:
    """be or act under pressure, from somebody or to do something."""
    clause = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "under" or clause.pos_ not in ("VERB", "AUX"):
        return
    if any(is_infinitive(child) for child in token.children) or any(objects_of(token, frozenset(["from", "of"]))):
        yield from ascribe("is under pressure", "reason", token, subject(clause), first=token.head.left_edge)


def is_forced_to(token: "Token") -> Iterator[Ascription]:
    """force, compel, oblige somebody to do something; be left with no choice but."""
    goals = [child for child in token.children if child.dep_ in ("xcomp", "ccomp", "advcl")]
    if token.pos_ != "VERB" or not goals:
        return
    forced = next((child for child in token.children if child.dep_ in ("dobj", "nsubjpass")), None)
    own = next((child for child in goals[0].lefts if child.dep_ == "nsubj"), None)
    yield from ascribe("is forced to", "need", token, forced or own or (subject(token) if _is_passive(token) else None))


def has_no_choice(token: "Token") -> Iterator[Ascription]:
    """has, is left or is given no choice, option or alternative but to do something."""
    verb = token.head
    if token.dep_ != "dobj" or lemma_of(verb) not in ("have", "leave", "see", "give"):
        return
    if any(child.lower_ in ("no", "little") for child in token.lefts):
        given = next((child for child in verb.children if child.dep_ in ("dative", "nsubjpass", "dobj")), None)
        holder = subject(verb) if lemma_of(verb) in ("have", "see") else given if given != token else None
        yield from ascribe("has no choice", "need", verb, holder, first=verb.left_edge, last=verb.right_edge)


def matters_to(token: "Token") -> Iterator[Ascription]:
    """important, urgent or vital to somebody; a priority for it; a matter of prestige for it; matters to it."""
    verb = token.pos_ == "VERB" and lemma_of(token) == "matter"
    noun = token.pos_ == "NOUN" and token.dep_ in ("attr", "dobj", "nsubj", "pobj")
    if noun and lemma_of(token) in stake_cues.MATTERS and not any(objects_of(token, frozenset(["of"]))):
        return
    if not (verb or noun or token.pos_ == "ADJ"):
        return
    affected = affected_by(token) or _of_weight(token)
    if affected is not None:
        copular = token.dep_ in ("acomp", "attr")
        last = max(last_of(token), last_of(affected), key=lambda end: end.i)
        first = clause_of(token).left_edge if copular else token
        yield from ascribe("matters to", "priority", token, affected, first=first, last=last)


def _of_weight(token: "Token") -> "Token | None":
    """To whom something is "of great importance", "of strategic value"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of" or token.head.head.pos_ not in ("VERB", "AUX"):
        return None
    found = objects_of(token, _TO), objects_of(token.head.head, _TO)
    return next((whom for places in found for whom in places), None)


def attaches_importance(token: "Token") -> Iterator[Ascription]:
    """attaches importance to, gives priority to, prioritizes something."""
    weight = next((child for child in token.children if child.dep_ == "dobj"), None)
    given = weight is not None and lemma_of(weight) in ("importance", "priority", "weight", "emphasis", "value")
    made = lemma_of(token) == "make" and any(
        lemma_of(child) == "priority" for child in token.rights if child.dep_ in ("oprd", "ccomp")
    )
    above = lemma_of(token) in ("put", "place", "value") and any(
        objects_of(token, frozenset("above before over".split()))
    )
    plain = weight is not None and lemma_of(token) in ("prioritize", "prioritise")
    if token.pos_ == "VERB" and (given or made or above or plain):
        yield from ascribe("attaches importance", "priority", token, subject(token))


def speaker_needs(token: "Token") -> Iterator[Ascription]:
    """What a speaker says must be done is what the speaker wants: "a dialogue needs to be established"."""
    modal = token.pos_ == "AUX" and token.dep_ == "aux" and _is_passive(token.head)
    clause = token.head if modal else token
    if token.pos_ == "ADJ":
        impersonal = any(child.lower_ == "it" for child in token.head.lefts)
        told = any(child.dep_ in ("xcomp", "ccomp") for child in (*token.children, *token.head.children))
        if not (impersonal and told and token.dep_ == "acomp"):
            return
        clause = token.head
    elif not modal and not any(child.dep_ == "xcomp" and is_infinitive(child) for child in token.children):
        return
    evidence = stretch(_own_left(clause), last_of(clause))
    yield Ascription("speaker needs", "goal", token, None, evidence)


def _own_left(clause: "Token") -> "Token":
    return next((child.left_edge for child in clause.lefts if child.dep_ in ("nsubj", "nsubjpass")), clause)


def _is_passive(verb: "Token") -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _is_told_by_another(verb: "Token") -> bool:
    """Say whether a need hangs on a verb of demand: "declared that Moscow needed to choose"."""
    return verb.dep_ == "ccomp" and lemma_of(verb.head) in _DEMANDING and lemma_of(verb) in ("need", "have")


def _is_relative_object(verb: "Token") -> bool:
    if verb.dep_ == "relcl" and lemma_of(verb) == "need" and lemma_of(verb.head) in _WHATEVER:
        return False
    return verb.dep_ == "relcl" and not any(child.dep_ in ("dobj", "xcomp", "prep") for child in verb.rights)


RULES = (
    Rule(needs, stake_cues.NEED_NOUNS | frozenset("need depend have".split())),
    Rule(is_in_need, stake_cues.NEED_ADJECTIVES | {"need"}),
    Rule(is_under_pressure, frozenset(["pressure"])),
    Rule(is_forced_to, stake_cues.FORCE_VERBS),
    Rule(has_no_choice, frozenset("choice option alternative".split())),
    Rule(
        matters_to,
        stake_cues.PRIORITY_ADJECTIVES
        | stake_cues.PRIORITY_NOUNS
        | frozenset(["matter", "value", "benefit", "use", "significance"]),
    ),
    Rule(attaches_importance, stake_cues.ATTACH_VERBS | frozenset("prioritize prioritise make value".split())),
    Rule(speaker_needs, _MUST | stake_cues.NECESSARY),
)
