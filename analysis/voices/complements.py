"""Complements: what a verb of saying, thinking or wanting governs, and how far it reaches."""

from typing import TYPE_CHECKING

from . import beings, cues
from .clauses import SUBJECTS, Stretch, child

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABSORBED = ("prep", "npadvmod", "advmod", "dep", "punct", "acl", "relcl", "agent", "dative", "nmod", "appos")
_FINITE = ("VBZ", "VBP", "VBD", "MD")


def clause_content(verb: "Token", lemma: str) -> Stretch | None:
    """Give the clause after a verb: "says (that) taxes will rise"."""
    if not (lemma in cues.SAYING or lemma in cues.SHOWING or lemma in cues.THINKING or lemma in cues.INTENDING):
        return None
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    if clauses:
        start = clauses[0].left_edge.i
        return (start, _reach(verb, clauses[-1].right_edge.i + 1)) if _is_clause(clauses[0], lemma) else None
    that = _that_after(verb, lemma)
    return (that.i, _reach(verb, that.head.right_edge.i + 1)) if that is not None else None


def infinitive_content(verb: "Token", lemma: str) -> Stretch | None:
    """Give the infinitive after a verb, with whoever is to do it: "urged them to leave", "plans to leave"."""
    if lemma not in cues.INTENDING and lemma not in cues.DIRECTING:
        return None
    infinitive = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "advcl") and _is_infinitive(c)), None)
    if infinitive is None or infinitive.i < verb.i:
        return None
    thing = child(verb, "dobj")
    start = infinitive.left_edge.i
    if thing is not None and verb.i < thing.i < start:
        start = thing.left_edge.i
    return start, _reach(verb, infinitive.right_edge.i + 1)


def naming_content(verb: "Token", lemma: str) -> Stretch | None:
    """Give what somebody is called, with who is called so: "called him a liar", "painted her as weak"."""
    if lemma not in cues.NAMING:
        return None
    parts = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "oprd", "xcomp", "ccomp")]
    parts += [c for c in verb.children if c.i > verb.i and c.dep_ == "prep" and c.lower_ in ("as", "to")]
    if not parts or all(c.dep_ == "dobj" for c in parts):
        return None
    return min(c.left_edge.i for c in parts), _reach(verb, max(c.right_edge.i for c in parts) + 1)


def object_content(verb: "Token", lemma: str) -> Stretch | None:
    """Give what is criticized, cited or announced, with what for: "blamed the banks for the crisis"."""
    if lemma not in cues.JUDGING | cues.TELLING_OF | cues.MINDING | cues.MAKING_KNOWN:
        return None
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i:
        return None
    return thing.left_edge.i, _reach(verb, thing.right_edge.i + 1)


def prepositional_content(verb: "Token", lemma: str) -> Stretch | None:
    """Give what follows the preposition of a verb: "called for an inquiry", "complained about the noise"."""
    allowed = cues.PREPOSITIONS.get(lemma, frozenset())
    preposition = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in allowed and c.i > verb.i), None)
    if preposition is None:
        return None
    thing = child(preposition, "pobj", "pcomp")
    if thing is None or thing.lower_ in beings.DAYS:
        return None
    return thing.left_edge.i, _reach(verb, thing.right_edge.i + 1)


def _is_clause(clause: "Token", lemma: str) -> bool:
    """Whether a complement is a statement: finite or marked; a verb of thinking takes no bare small clause."""
    finite = clause.tag_ in _FINITE or any(c.tag_ in _FINITE for c in clause.children if c.dep_ in ("aux", "auxpass"))
    return finite or child(clause, "mark") is not None or lemma in cues.SAYING


def _that_after(verb: "Token", lemma: str) -> "Token | None":
    """The "that" of a clause which the parser hung elsewhere: right after the verb, or after who is told."""
    places = [*verb.doc[verb.i + 1 : verb.i + 3]]
    told = child(verb, "dobj", "dative")
    if told is not None and lemma in cues.ADDRESSING:
        clause = child(told, "relcl", "acl", "ccomp")
        places += [clause.left_edge] if clause is not None else []
    return next((t for t in places if t.lower_ == "that" and t.dep_ == "mark"), None)


def _is_infinitive(verb: "Token") -> bool:
    return any(c.tag_ == "TO" for c in verb.children)


def _reach(verb: "Token", end: int) -> int:
    """Carry the end of a complement over what the parser hung too high: phrases and marked clauses after it."""
    doc, passed = verb.doc, end
    for unit in verb.rights:
        if unit.left_edge.i < passed:
            continue
        if not _is_absorbed(unit):
            break
        passed = unit.right_edge.i + 1
        if unit.dep_ not in ("punct", "cc"):
            end = passed
    return len(doc) if end < len(doc) and doc[end].text == ":" else end


def _is_absorbed(unit: "Token") -> bool:
    if unit.dep_ == "advcl":
        return child(unit, "mark", "advmod") is not None
    if unit.dep_ == "conj":
        before = unit.doc[unit.left_edge.i - 2 : unit.left_edge.i]
        own = child(unit, *SUBJECTS) is not None and cues.sense_of(unit.lemma_.lower()) is None
        modal = any(c.tag_ == "MD" for c in unit.children)
        return own and (modal or not any(t.text == "," for t in before))
    return unit.dep_ in _ABSORBED or unit.dep_ == "cc"
