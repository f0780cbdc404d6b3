"""Agents: who really acts in a verb and who holds a noun, by the parse."""

from typing import TYPE_CHECKING

from . import cues, stake_cues
from .clauses import clause_of, is_infinitive, lemma_of, object_of, objects_of, own_subject
from .possessors import PART_OF, nearest_holder

if TYPE_CHECKING:
    from spacy.tokens import Token

_FARTHEST, _DEEPEST = 8, 4
_DONE_TO = ("dobj", "pobj", "attr", "nsubjpass")
_CHOICES = frozenset("choice option chance opportunity right task ability power freedom means".split())
_RELATIVE = frozenset("who which that whom".split())
_WITHIN = frozenset("in with by through via as despite".split())
_INSIDE = frozenset("in into on during of".split())
_MORE = frozenset("nothing more little less other anything".split())


def subject(verb: "Token") -> "Token | None":
    """Give the noun that really acts in a verb: through coordination, control, raising, relative clauses."""
    for _ in range(_FARTHEST):
        own = own_subject(verb)
        if own is not None:
            return _antecedent(own, verb)
        governor = verb.head
        if verb.dep_ == "csubj":
            return predicated_to(governor)
        if governor == verb:
            return None
        if verb.dep_ in ("acl", "relcl", "amod"):
            return noun_holder(governor) if is_infinitive(verb) else governor
        found, above = _above(verb, governor)
        if above is None:
            return found
        verb = above
    return None


def agent_of(verb: "Token") -> "Token | None":
    """Give who does what a passive verb tells ("wanted by Moscow"), else its subject."""
    agents = (below for child in verb.children if child.dep_ == "agent" for below in child.children)
    return next((below for below in agents if below.dep_ == "pobj"), None) or subject(verb)


def holder_of(act: "Token") -> "Token | None":
    """Give who acts in a verb or holds the noun of an act."""
    while act.pos_ == "ADV" and act.head != act:
        act = act.head
    return subject(act) if act.pos_ in ("VERB", "AUX", "ADJ") else noun_holder(act)


def wisher_over(token: "Token") -> "Token | None":
    """Give who hopes or fears what a token tells, where its clause hangs on such a verb: "Kyiv hopes that it will"."""
    for _ in range(_FARTHEST):
        if token.dep_ == "ccomp" and lemma_of(token.head) in cues.WANT | stake_cues.FEAR_VERBS:
            return subject(token.head)
        if token.head == token or token.dep_ == "relcl":
            return None
        token = token.head
    return None


def noun_holder(noun: "Token", *, depth: int = _DEEPEST) -> "Token | None":
    """Give who holds a noun such as "desire": its possessor, modifier, of-phrase, or the subject of its verb."""
    held = nearest_holder(noun)
    if held is not None or not depth:
        return held
    governor = noun.head
    if noun.dep_ == "conj" and governor.pos_ in ("NOUN", "PROPN"):
        return noun_holder(governor, depth=depth - 1)
    if noun.dep_ == "conj" and (governor.lower_ == "by" or lemma_of(governor) == "be"):
        return subject(governor.head if governor.lower_ == "by" else governor)
    if noun.dep_ == "appos":
        return _apposed(noun, governor)
    if noun.dep_ in ("dobj", "attr", "oprd", "nsubj", "nsubjpass", "ROOT", "pobj"):
        relative = _relative_subject(noun)
        if relative is not None:
            return relative
    if noun.dep_ == "dobj":
        given = next((child for child in governor.children if child.dep_ == "dative" and child.pos_ != "ADP"), None)
        if given is not None and lemma_of(noun) in _CHOICES:
            return given
        others = lemma_of(noun) in cues.HOLDABLE and lemma_of(governor) in cues.TOWARDS_OTHERS
        return None if others and not _is_own(noun, governor) else subject(governor)
    if noun.dep_ == "oprd":
        return object_of(governor) or subject(governor)
    if noun.dep_ == "attr":
        return subject(governor)
    if noun.dep_ == "nsubj":
        return predicated_to(governor)
    return _holder_above(noun, depth - 1) if noun.dep_ == "pobj" else None


def predicated_to(copula: "Token") -> "Token | None":
    """The one to whom something is said to be new, typical or common: "attempts are not new to Moscow"."""
    complement = next((child for child in copula.children if child.dep_ in ("acomp", "attr")), None)
    if lemma_of(copula) != "be" or complement is None:
        return None
    return next(objects_of(complement, frozenset("to for of".split())), None)


def _above(verb: "Token", governor: "Token") -> "tuple[Token | None, Token | None]":
    """Who acts in a verb without subject as its governor tells, or the verb to go on with."""
    if verb.dep_ in ("pcomp", "pobj", "prep"):
        above = governor.head if governor.pos_ in ("ADP", "SCONJ") else governor
        if above.pos_ in ("NOUN", "PROPN"):
            return noun_holder(above), None
        if lemma_of(above) in cues.PREVENTING:
            return None, None
        controller = _controlled(above)
        return controller, None if controller is not None else above
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "oprd") and is_infinitive(verb):
        controller = _controlled(governor)
        if controller is not None:
            return controller, None
    if governor.pos_ in ("NOUN", "PROPN") and verb.dep_ != "conj":
        return noun_holder(governor), None
    if verb.dep_ == "conj" and governor.dep_ == "ccomp" and any(child.lower_ == "but" for child in governor.children):
        return None, governor.head
    return None, governor


def _antecedent(noun: "Token", verb: "Token") -> "Token":
    if noun.lower_ in _RELATIVE and noun.tag_ in ("WP", "WDT", "IN", "DT"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return noun


def _controlled(verb: "Token") -> "Token | None":
    if lemma_of(verb) not in cues.OBJECT_CONTROL:
        return None
    found = object_of(verb)
    if found is None:
        return next((child for child in verb.children if child.dep_ == "dative"), None)
    return _antecedent(found, verb) if found.dep_ == "nsubjpass" else found


def _is_own(noun: "Token", verb: "Token") -> bool:
    """Say whether what is denied can only be the denier's own: "denies plans to attack", "denies any intention"."""
    return lemma_of(verb) == "deny" and not any(child.lower_ in ("the", "these", "those") for child in noun.lefts)


def _apposed(noun: "Token", first: "Token") -> "Token | None":
    """Whose an apposition is: that of an act tells what the subject did ("it shut the strait, a move meant to")."""
    if lemma_of(noun) in cues.ACT_NOUNS and lemma_of(first) not in cues.HOLDABLE and first.dep_ in _DONE_TO:
        return subject(clause_of(first)) or first
    return _exemplified(first, noun)


def _exemplified(first: "Token", last: "Token") -> "Token":
    """The noun between two that examples follow ("countries, such as Russia, that attempt to"), else the first."""
    between = first.doc[first.i : last.i]
    named = (token for token in between if any(child.lower_ == "as" and child.dep_ == "prep" for child in token.rights))
    return next(named, first)


def _relative_subject(noun: "Token") -> "Token | None":
    """The subject of a relative clause whose object the noun is: "the measures Russia has proposed"."""
    for child in noun.children:
        if child.dep_ == "relcl" and not any(
            below.dep_ in ("ccomp", "aux") and below.i > child.i for below in child.children
        ):
            own = next((below for below in child.children if below.dep_ == "nsubj"), None)
            if own is not None and own.lower_ not in _RELATIVE and not is_infinitive(child):
                return own
    return None


def _more_than(more: "Token", depth: int) -> "Token | None":
    """Whose the noun of "little more than a ploy", "nothing less than a bid" is: that of little or nothing."""
    while more.dep_ in ("amod", "advmod", "prep", "quantmod") and more.head != more:
        more = more.head
    if more.dep_ == "acomp":
        return subject(more.head)
    return noun_holder(more, depth=depth) if more.pos_ in ("NOUN", "PRON", "ADJ") else None


def _holder_above(noun: "Token", depth: int) -> "Token | None":
    """The holder of a noun in a prepositional phrase, as what the phrase hangs on tells."""
    preposition, above = noun.head, noun.head.head
    if preposition.lower_ == "than" and above.lower_ in _MORE:
        return _more_than(above, depth)
    if preposition.lower_ == "as" and above.pos_ == "VERB" and lemma_of(above) in cues.LABELLING:
        return object_of(above)
    if above.pos_ in ("NOUN", "PROPN") and above != noun:
        if lemma_of(above) in PART_OF:
            return noun_holder(above, depth=depth)
        return nearest_holder(above) if preposition.lower_ in _INSIDE and lemma_of(above) in cues.ACT_NOUNS else None
    if above.pos_ in ("VERB", "AUX") and preposition.lower_ in _WITHIN:
        return subject(above)
    if above.pos_ == "ADJ":
        return own_subject(above) or subject(above)
    return _controlled(above) if preposition.lower_ == "of" else None
