"""Prospects: what would open to an actor, play into its hands, cost it something dear or put it at risk."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
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
    opens_to,
)
from .evidence import last_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MIGHT = frozenset("can could may might would will 'd hope seek aim".split())
_HANDS = frozenset("hand".split())
_RANKED = ("be", "remain", "rank", "stand", "weigh")
_TURNS = ("turn", "transform")
_STATES = ("oprd", "ccomp", "acomp")
_LOOKS = frozenset("look appear seem".split())
_GOOD = frozenset("good strong powerful great better relevant indispensable respectable".split())
_IDLE = stake_cues.STATIVE | stake_cues.LOSE_VERBS | stake_cues.RISK_VERBS


def allows(token: "Token") -> Iterator[Ascription]:
    """Something would allow, enable or help the actor to do what it may wish: a mere "allowed it to" is an effect."""
    if token.pos_ != "VERB" or not is_prospective(token) or _is_denied(token):
        return
    done = next((child for child in token.rights if child.dep_ in ("ccomp", "xcomp") and is_infinitive(child)), None)
    asked = done is not None and any(child.lower_ == "what" for child in done.lefts)
    if done is not None and not asked:
        own = next((child for child in done.lefts if child.dep_ in SUBJECTS), None)
        yield from ascribe("is allowed", "benefit", token, own or object_of(token), first=first_aux(token))


def by_doing(token: "Token") -> Iterator[Ascription]:
    """By doing one thing, the actor could bring about another: "By closing the strait, Beijing could force a sale"."""
    clause = token.head
    if token.dep_ not in ("prep", "advmod") or clause.pos_ != "VERB" or lemma_of(clause) in _IDLE:
        return
    doing = any(child.dep_ == "pcomp" and child.tag_ == "VBG" for child in token.children)
    prospective = any(child.dep_ == "aux" and child.lower_ in _MIGHT for child in clause.lefts)
    if doing and prospective and not any(child.dep_ in ("neg", "auxpass") for child in clause.children):
        yield from ascribe("by doing", "purpose", clause, subject(clause), last=last_of(clause))


def to_its_benefit(token: "Token") -> Iterator[Ascription]:
    """is to its benefit, at its expense, works in its favour, plays into its hands, on its mind, high on its agenda."""
    if token.dep_ != "pobj" or token.head.head.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    whose = next((child for child in token.children if child.dep_ == "poss"), None)
    kind = _end_of(token, token.head.lower_)
    if whose is None or kind is None:
        return
    clause = clause_of(token.head)
    first = next((child.left_edge for child in clause.lefts if child.dep_ in SUBJECTS), clause)
    last = max(last_of(token), last_of(clause), key=lambda end: end.i)
    yield from ascribe("to its benefit", kind, token, whose, first=first, last=last)


def is_news_for(token: "Token") -> Iterator[Ascription]:
    """good, bad or welcome news for the actor."""
    good = next((child for child in token.lefts if lemma_of(child) in stake_cues.NEWS_WORTH), None)
    affected = next(objects_of(token, frozenset(["for", "to"])), None)
    if good is not None and affected is not None:
        kind: Kind = "harm" if lemma_of(good) in ("bad", "terrible", "unwelcome") else "benefit"
        yield from ascribe("is a gain for", kind, token, affected, first=clause_of(token).left_edge)


def pays_to(token: "Token") -> Iterator[Ascription]:
    """It pays, suits or makes sense for the actor to do something."""
    sense = lemma_of(token) == "make" and any(lemma_of(child) == "sense" for child in token.rights)
    if token.pos_ != "VERB" or not (sense or lemma_of(token) == "pay"):
        return
    if any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in token.lefts):
        yield from ascribe("pays to", "interest", token, opens_to(token), first=token.left_edge)


def loss_of_its(token: "Token") -> Iterator[Ascription]:
    """What would mean the loss or the end of something of the actor's: "would spell the end of Moscow's sway"."""
    verb = token.head if token.head.pos_ != "ADP" else token.head.head
    verb = verb.head if verb.dep_ in ("acomp", "attr", "conj") and verb.head.pos_ in ("VERB", "AUX") else verb
    meant = token.dep_ in ("dobj", "attr", "pobj") and verb.pos_ in ("VERB", "AUX")
    if not meant or lemma_of(verb) not in stake_cues.MEANING_VERBS or not is_prospective(verb):
        return
    for lost in objects_of(token, frozenset(["of", "to"])):
        owner = _owner(lost)
        first = next((child.left_edge for child in verb.lefts if child.dep_ in SUBJECTS), verb)
        yield from ascribe("loss of its", "harm", token, owner, first=first, last=last_of(verb))


def risks(token: "Token") -> Iterator[Ascription]:
    """risk losing something, will not risk sanctions, run the danger of a strike, be at risk of losing the port."""
    if token.pos_ == "VERB":
        if any(child.dep_ in ("dobj", "xcomp") and child.i > token.i for child in token.children):
            yield from ascribe("risks", "harm", token, _who_risks(token))
    elif token.dep_ == "dobj" and lemma_of(token.head) in ("run", "face", "take") and _has_of(token):
        yield from ascribe("risks", "harm", token, _who_risks(token.head), last=last_of(token.head))
    elif token.dep_ == "pobj" and token.head.lower_ in ("at", "in") and _has_of(token):
        clause = clause_of(token.head)
        yield from ascribe("risks", "harm", token, _who_risks(clause), last=last_of(clause))


def turns_it_into(token: "Token") -> Iterator[Ascription]:
    """Something would turn the actor into a lame duck or leave it weaker; it might find itself alone."""
    turned = object_of(token)
    if token.pos_ != "VERB" or not is_prospective(token):
        return
    if lemma_of(token) in _TURNS:
        if any(objects_of(token, frozenset(["into"]))):
            yield from ascribe("turns it into", "harm", token, turned, first=token.left_edge)
        return
    left = next((child for child in token.rights if child.dep_ in _STATES or child.lower_ == "without"), None)
    itself = any(child.lower_.endswith(("self", "selves")) for child in token.subtree)
    if left is not None and (lemma_of(token) != "find" or itself):
        own = next((child for child in left.lefts if child.dep_ in SUBJECTS), turned)
        own = subject(token) if own is not None and own.lower_.endswith(("self", "selves")) else own
        yield from ascribe("turns it into", "harm", token, own, first=token.left_edge)


def is_made_to_look(token: "Token") -> Iterator[Ascription]:
    """Something makes the actor look weak, strong or foolish: its image is at stake."""
    if lemma_of(token.head) != "make" or token.dep_ not in ("ccomp", "xcomp"):
        return
    seen = next((child for child in token.rights if child.dep_ in ("acomp", "oprd", "prep", "advmod")), None)
    own = next((child for child in token.lefts if child.dep_ in SUBJECTS), None)
    if seen is not None and own is not None:
        kind: Kind = "benefit" if lemma_of(seen) in _GOOD and not _is_denied(seen) else "harm"
        yield from ascribe("is made to look", kind, token, own, first=first_aux(token.head), last=last_of(token))


def _who_risks(verb: "Token") -> "Token | None":
    """Who runs a risk: the subject, or whose doing or performance the subject is."""
    own = subject(verb)
    return (noun_holder(own, depth=0) or own) if own is not None and own.pos_ == "NOUN" else own


def _has_of(noun: "Token") -> bool:
    return any(objects_of(noun, frozenset(["of"])))


def _end_of(noun: "Token", preposition: str) -> "Kind | None":
    lemma = lemma_of(noun)
    if lemma in stake_cues.GOOD_ENDS and preposition in ("to", "in"):
        return "benefit"
    if lemma in stake_cues.BAD_ENDS and preposition in ("to", "at"):
        return "harm"
    if lemma in _HANDS and preposition == "into":
        return "benefit"
    if lemma in stake_cues.ATTENTION_NOUNS and preposition == "on" and lemma_of(clause_of(noun)) in _RANKED:
        return "priority"
    return None


def _owner(lost: "Token") -> "Token | None":
    """Whose a lost thing is, through "one of the symbols of Russia's status"."""
    if lemma_of(lost) in cues.AGENT_NOUNS or lost.pos_ == "PROPN":
        return lost
    held = noun_holder(lost, depth=0)
    if held is not None and held.pos_ == "NOUN":
        return _owner(held)
    below = next(objects_of(lost, frozenset(["of"])), None)
    return held or (_owner(below) if below is not None else None)


def _is_denied(word: "Token") -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "not" for child in word.children)


RULES = (
    Rule(allows, stake_cues.ALLOW_VERBS | {"help"}),
    Rule(by_doing, frozenset(["by"])),
    Rule(to_its_benefit, stake_cues.GOOD_ENDS | stake_cues.BAD_ENDS | stake_cues.ATTENTION_NOUNS | _HANDS),
    Rule(is_news_for, frozenset(["news"])),
    Rule(pays_to, frozenset(["pay", "make"])),
    Rule(loss_of_its, stake_cues.LOSSES),
    Rule(risks, stake_cues.RISK_VERBS | {"danger"}),
    Rule(turns_it_into, frozenset("turn transform leave render find".split())),
    Rule(is_made_to_look, _LOOKS),
)
