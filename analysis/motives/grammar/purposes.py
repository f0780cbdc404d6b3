"""Purposes: what an actor's own act is for - infinitives, participles, "in order to", "in exchange for", "so that"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import agent_of, holder_of, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import clause_of, is_infinitive, lemma_of, objects_of
from .evidence import last_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_BETWEEN = frozenset("dobj prep advmod npadvmod prt dative agent oprd".split())
_REDUCED = frozenset("acl relcl xcomp advcl conj oprd amod".split())
_MUCH = frozenset("more much little less nothing enough something anything".split())
_ASIDES = (
    "to be sure", "to be fair", "to be clear", "to be honest", "to be precise", "to put it", "to say the least",
    "to name", "to cite", "to quote", "to paraphrase", "to borrow", "to take one", "to take an", "to make matters",
    "to sum up", "to some extent", "to date",
)  # fmt: skip
_ABILITIES = frozenset(
    "ability right chance opportunity capacity power freedom decision permission order authority potential time "
    "invitation choice agreement refusal promise pledge way failure request call vow reason".split()
)


def acts_to(to: "Token") -> Iterator[Ascription]:
    """An infinitive of purpose on an act: "has drawn down its forces to send reinforcements"."""
    token = to.head
    if to.dep_ != "aux" or token.pos_ not in ("VERB", "AUX") or lemma_of(token) in cues.PROXIMATE:
        return
    act = _act_of(token)
    if (
        act is None
        or _is_aside(token)
        or any(child.dep_ in ("nsubj", "mark") and child.lower_ not in ("so", "as", "order") for child in token.lefts)
    ):
        return
    ordered = any(child.lower_ in ("order", "so") for child in token.lefts)
    if ordered or (token.i > act.i and _takes_purpose(act, token)) or (token.i < act.i and token.dep_ == "advcl"):
        yield from ascribe("acts to", "purpose", token, _doer(act), first=token.left_edge)


def in_order_to(token: "Token") -> Iterator[Ascription]:
    """in order to, with the aim of, in an attempt to, in hopes of, with an eye to, for the sake of."""
    preposition, act = token.head, token.head.head
    if token.pos_ != "NOUN" or token.dep_ != "pobj" or preposition.lower_ not in cues.PURPOSE_BEFORE:
        return
    told = any(
        child.dep_ in ("acl", "xcomp", "ccomp") or (child.dep_ == "relcl" and is_infinitive(child))
        for child in token.children
    ) or any(objects_of(token, frozenset("of to at for".split())))
    infinitive = act.dep_ == "advcl" and lemma_of(token) == "order"
    if (told or infinitive) and not (preposition.lower_ != "with" and lemma_of(token) in ("view", "eye")):
        last = last_of(act) if infinitive else None
        own = next((child for child in token.children if child.dep_ == "poss"), None)
        yield from ascribe(
            "in order to", "purpose", token, own or holder_of(act), first=preposition.left_edge, last=last
        )


def is_aimed_at(token: "Token") -> Iterator[Ascription]:
    """aimed at, designed to, intended to, meant to - said of an actor's act, plan or very self."""
    follow = cues.PURPOSE_PARTICIPLES[lemma_of(token)]
    if token.tag_ not in ("VBN", "VBD", "JJ"):
        return
    to_do = "to" in follow and any(is_infinitive(child) and child.i > token.i for child in token.children)
    passive = token.dep_ in _REDUCED or any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children)
    if passive and (to_do or any(not _is_target(thing) for thing in objects_of(token, follow))):
        own = [child for child in token.lefts if child.dep_ in ("advmod", "auxpass", "aux", "neg")]
        holder = token.head if token.dep_ == "acl" else agent_of(token)
        yield from ascribe("is aimed at", "purpose", token, holder, first=[*own, token][0])


def in_exchange_for(token: "Token") -> Iterator[Ascription]:
    """in exchange for, in return for: what a thing is given for."""
    if token.dep_ == "pobj" and token.head.lower_ == "in" and any(objects_of(token, frozenset(["for"]))):
        act = token.head.head
        yield from ascribe("in exchange for", "purpose", token, holder_of(act), first=_act_start(act, token))


def as_a_show_of(token: "Token") -> Iterator[Ascription]:
    """as a show of force, in a show of support, as a signal to, as a counterweight to, as a way to."""
    if token.pos_ != "NOUN" or token.dep_ != "pobj" or token.head.lower_ not in ("as", "in"):
        return
    shown = lemma_of(token) in cues.SHOW_NOUNS and any(objects_of(token, frozenset("of to for that against".split())))
    means = (
        lemma_of(token) in cues.MEANS_NOUNS
        and token.head.lower_ == "as"
        and (
            any(is_infinitive(child) for child in token.children)
            or any(below.dep_ == "pcomp" for below in objects_of(token, frozenset("of at".split())))
        )
    )
    act = token.head.head if token.head.head.pos_ != "PROPN" else clause_of(token)
    if (shown or means) and lemma_of(act) not in stake_cues.REGARD_VERBS:
        yield from ascribe("as a show of", "purpose", token, holder_of(act), first=token.head.left_edge)


def so_that(token: "Token") -> Iterator[Ascription]:
    """so that, lest: a clause of purpose on an act: "armed the militia so that it could hold the town"."""
    clause = token.head
    if token.dep_ != "mark" or clause.dep_ != "advcl" or clause.head == clause:
        return
    if any(child.dep_ == "expl" for child in clause.children):
        return  # "lest there be any doubt"
    if token.lower_ == "lest" or (token.i and token.nbor(-1).lower_ == "so"):
        yield from ascribe(
            "so that", "purpose", token, _doer(clause.head), first=clause.left_edge, last=last_of(clause)
        )


def _is_target(thing: "Token") -> bool:
    """Say whether an act is aimed at somebody, which tells whom it strikes: "a raid aimed at the police"."""
    if thing.dep_ == "pcomp" or thing.head.lower_ not in ("at", "against"):
        return False
    some = next(objects_of(thing, frozenset(["of"])), None)
    return thing.pos_ in ("PROPN", "PRON", "DET") or lemma_of(some or thing) in cues.AGENT_NOUNS


def _doer(act: "Token") -> "Token | None":
    """Who acts in a verb; in the passive its agent or the act that is its subject, not the one it is done to."""
    if act.dep_ != "relcl" and any(
        above.dep_ == "relcl" and lemma_of(above) in cues.INSIST_VERBS for above in act.ancestors
    ):
        return None  # what a plan asks of somebody is not done yet
    if not any(child.dep_ == "auxpass" for child in act.lefts):
        return subject(act)
    own = agent_of(act)
    if own is None or own.head.dep_ == "agent":
        return own
    return own if own.pos_ == "NOUN" and lemma_of(own) not in cues.AGENT_NOUNS else None


def _is_aside(infinitive: "Token") -> bool:
    """Say whether an infinitive only comments: "to be sure", "to put it bluntly", "to say the least"."""
    phrase = infinitive.doc[infinitive.left_edge.i : infinitive.right_edge.i + 1].text.lower()
    return any(phrase.startswith(aside) for aside in _ASIDES) or phrase == "to start"


def _act_of(infinitive: "Token") -> "Token | None":
    """The verb whose purpose an infinitive gives; one hung on the object of "use" or "send" is the verb's."""
    governor = infinitive.head
    if infinitive.dep_ in ("advcl", "xcomp") and governor.pos_ == "VERB":
        return governor
    if infinitive.dep_ == "conj" and is_infinitive(governor):
        return None
    if infinitive.dep_ not in ("acl", "relcl") or governor.dep_ not in ("dobj", "conj"):
        return None
    if lemma_of(governor) in cues.HOLDABLE | _ABILITIES:
        return None
    while governor.pos_ != "VERB" and governor.head != governor:
        governor = governor.head
    return governor if lemma_of(governor) in cues.USE_VERBS else None


def _takes_purpose(act: "Token", infinitive: "Token") -> bool:
    """Say whether an infinitive after a verb tells its purpose, not what it needs to be complete."""
    lemma = lemma_of(act)
    if lemma in cues.NOT_PURPOSED | cues.OBJECT_CONTROL | cues.WANT | cues.EAGER | cues.WANT_INFINITIVE:
        return False
    impersonal = lemma == "take" and any(child.lower_ == "it" and child.dep_ == "nsubj" for child in act.lefts)
    if lemma in cues.PURPOSE_PARTICIPLES or act.pos_ != "VERB" or impersonal:
        return False
    between = [child for child in act.children if act.i < child.i < infinitive.i]
    if any(child.dep_ == "dobj" and _holds_purpose(child, act) for child in between):
        return False
    return infinitive.dep_ != "xcomp" or any(child.dep_ in _BETWEEN or child.tag_ == "VBG" for child in between)


def _holds_purpose(thing: "Token", act: "Token") -> bool:
    """Say whether an infinitive belongs to the object: "vetoed a resolution to extend", "has done more to help"."""
    others = lemma_of(act) in cues.TOWARDS_OTHERS and lemma_of(thing) in cues.HOLDABLE | cues.DOCUMENTS
    return others or (lemma_of(act) == "do" and thing.lower_ in _MUCH)


def _act_start(act: "Token", token: "Token") -> "Token":
    """The act itself where it stands near before, since "in exchange for drones" alone says too little."""
    near = act.pos_ == "VERB" and 0 < token.i - act.i <= 12
    return act if near else token.head


RULES = (
    Rule(acts_to, frozenset(["to"])),
    Rule(in_order_to, cues.PURPOSE_NOUNS),
    Rule(is_aimed_at, frozenset(cues.PURPOSE_PARTICIPLES)),
    Rule(in_exchange_for, cues.EXCHANGE_NOUNS),
    Rule(as_a_show_of, cues.SHOW_NOUNS | cues.MEANS_NOUNS),
    Rule(so_that, frozenset(["that", "lest"])),
)
