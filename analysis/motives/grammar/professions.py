"""Professions: what an actor gives out of its own ends - what it justifies, denies, must do, or draws a red line at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import noun_holder, subject
from .ascription import Ascription, Rule, ascribe
from .clauses import clause_of, is_infinitive, lemma_of, object_of, objects_of
from .evidence import last_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_AS = frozenset(["as"])
_PRONOUNS = frozenset("it they he she we".split())
_MUST = frozenset(["must"])
_DENIED = frozenset("plan intention intent desire ambition aim wish design interest".split())
_HAVING = frozenset("have harbor harbour".split())
_DENIED_DOINGS = frozenset("plan seek want try intend aim hope have harbor harbour plot".split())


def justifies(token: "Token") -> Iterator[Ascription]:
    """justify, frame or portray one's act as doing something: "justified the closure as protecting the farmers"."""
    act = object_of(token)
    if token.pos_ != "VERB" or act is None or act.dep_ != "dobj":
        return
    doing = next((thing for thing in objects_of(token, _AS) if thing.dep_ == "pcomp"), None)
    own = subject(token)
    owner = noun_holder(act, depth=0)
    its = owner is not None and owner.tag_ == "PRP$"
    plain = lemma_of(token) == "justify" and lemma_of(act) in cues.HOLDABLE and (owner is None or owner.pos_ == "NOUN")
    if doing is not None and (its or plain):
        yield from ascribe("justifies", "purpose", token, own)


def denies(token: "Token") -> Iterator[Ascription]:
    """deny plans to do something, deny wanting, planning or having designs on it."""
    for denied in token.children if token.pos_ == "VERB" else ():
        plan = denied.dep_ == "dobj" and lemma_of(denied) in _DENIED
        own = not any(child.dep_ == "poss" or child.lower_ in ("the", "these", "those") for child in denied.lefts)
        doing = denied.dep_ in ("xcomp", "ccomp") and denied.tag_ == "VBG" and lemma_of(denied) in _DENIED_DOINGS
        had = lemma_of(denied) not in _HAVING or lemma_of(object_of(denied) or denied) in _DENIED
        if (plan and own) or (doing and had):
            yield from ascribe("denies", "goal", token, subject(token))


def believes_it_must(token: "Token") -> Iterator[Ascription]:
    """Somebody believes that it must do something: "Beijing has concluded that it must hold the strait"."""
    clause, told = token.head, token.head.head
    if token.dep_ != "aux" or clause.dep_ != "ccomp" or lemma_of(told) not in stake_cues.BELIEVE_VERBS:
        return
    if any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in _PRONOUNS for child in clause.lefts):
        yield from ascribe("believes it must", "need", clause, subject(told), first=clause.left_edge)


def red_line(token: "Token") -> Iterator[Ascription]:
    """A red line that is the actor's, or that it draws: "the strait is Beijing's red line"."""
    if not any(child.lower_ == "red" for child in token.lefts):
        return
    clause = clause_of(token)
    drawn = token.dep_ == "dobj" and lemma_of(clause) in ("draw", "set", "lay", "declare")
    holder = subject(clause) if drawn else noun_holder(token, depth=0)
    owned = holder is not None and (drawn or holder.dep_ == "poss")
    if owned and clause.pos_ in ("VERB", "AUX") and not is_infinitive(clause):
        yield from ascribe("red line", "fear", token, holder, first=clause.left_edge, last=last_of(clause))


RULES = (
    Rule(justifies, frozenset("justify frame portray present cast depict bill".split())),
    Rule(denies, frozenset(["deny"])),
    Rule(believes_it_must, _MUST),
    Rule(red_line, frozenset(["line"])),
)
