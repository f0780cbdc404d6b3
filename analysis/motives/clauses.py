"""Clauses: who is the subject of a verb, who holds a noun, and where a stretch begins and ends, by the parse.

Labels are those of spaCy's English models (nsubj, xcomp, advcl, acl, relcl ...).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECT_CONTROL = frozenset(
    "accuse advise allow ask beg cause charge coax command compel convince dare direct drive enable encourage expect "
    "forbid force get help impel incite induce instruct invite lead let motivate oblige order permit persuade press "
    "pressure prod prompt push request require spur suspect teach tell tempt train urge warn blame stop prevent keep "
    "dissuade deter discourage ban criticize criticise condemn convict".split()
)
_LIGHT_VERBS = frozenset(
    "have has show express make hold keep share find see feel lose gain develop maintain state declare voice reveal "
    "retain give take launch begin start continue step mount undertake pursue stress reaffirm display harbor harbour "
    "draft propose announce present offer prepare devise formulate suggest unveil build draw hatch".split()
)
_RELATIVE = frozenset("who which that whom".split())
_HOLDING = frozenset("of by for from".split())
_CUT = frozenset("relcl advcl parataxis".split())


def subject(verb: "Token") -> "Token | None":
    """Give the noun that really acts in a verb: through coordination, control, raising, relative clauses, participles."""
    for _ in range(8):
        own = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")), None)
        if own is not None:
            return _antecedent(own, verb)
        governor = verb.head
        if governor == verb or verb.dep_ == "ROOT":
            return None
        if verb.dep_ in ("acl", "relcl"):
            return noun_holder(governor) if is_infinitive(verb) else governor
        if verb.dep_ in ("pcomp", "pobj", "prep"):
            above = governor.head if governor.pos_ in ("ADP", "SCONJ") else governor
            if above.pos_ in ("NOUN", "PROPN") and not above.pos_ == "VERB":
                return noun_holder(above)
            controller = _controlled_object(above)
            if controller is not None:
                return controller
            verb = above
            continue
        controller = _controlled_object(governor) if verb.dep_ in ("xcomp", "ccomp", "advcl", "oprd") else None
        if controller is not None and is_infinitive(verb):
            return controller
        if governor.pos_ in ("NOUN", "PROPN") and verb.dep_ not in ("conj",):
            return noun_holder(governor)
        verb = governor
    return None


def noun_holder(noun: "Token") -> "Token | None":
    """Give who holds a noun such as "desire" or "interest": its possessor, modifier, of-phrase or light verb's subject."""
    held = _nearest_holder(noun)
    if held is not None:
        return held
    governor = noun.head
    if noun.dep_ == "conj" and governor.pos_ in ("NOUN", "PROPN"):
        return noun_holder(governor)
    if noun.dep_ == "dobj":
        relative = _relative_subject(noun)
        return relative if relative is not None else subject(governor)
    if noun.dep_ == "attr" and governor.lemma_ == "be":
        return subject(governor)
    if noun.dep_ in ("nsubj", "nsubjpass", "appos", "ROOT", "pobj"):
        relative = _relative_subject(noun)
        if relative is not None:
            return relative
    if noun.dep_ == "pobj" and governor.dep_ in ("prep", "agent"):
        above = governor.head
        if above.pos_ in ("VERB", "AUX"):
            return subject(above)
        if above.pos_ in ("NOUN", "PROPN") and above != noun:
            return _nearest_holder(above)
    return None


def is_infinitive(verb: "Token") -> bool:
    """Say whether a verb stands with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def has_light_verb(noun: "Token") -> bool:
    """Say whether a noun is the object of a verb that only carries it ("has an interest", "made an attempt")."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in _LIGHT_VERBS


def objects_of(token: "Token", prepositions: frozenset[str]) -> "Iterator[Token]":
    """Give the nouns that hang on a token by one of the prepositions."""
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in prepositions:
            yield from (below for below in child.children if below.dep_ in ("pobj", "pcomp"))


def clause_of(token: "Token") -> "Token":
    """Give the verb of the clause in which a token stands."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def stretch(first: "Token", last: "Token", *, longest: int = 32) -> "list[Token]":
    """Give the tokens from first to last, without blanks and marks at the edges, at most ``longest`` of them."""
    low, high = sorted((first.i, last.i))
    tokens = [token for token in first.doc[low : min(high + 1, low + longest)] if not token.is_space]
    while tokens and tokens[-1].is_punct and tokens[-1].text not in "\"'”’)":
        tokens.pop()
    while tokens and tokens[0].is_punct and tokens[0].text not in "\"'“‘(":
        tokens.pop(0)
    return tokens


def last_of(head: "Token") -> "Token":
    """Give the last token of what hangs on a head, before a coordinate verb or a clause that only adds to it."""
    stop = head.right_edge.i
    for token in head.subtree:
        if token.i <= head.i:
            continue
        added = token.dep_ in _CUT and token.left_edge.i > head.i + 2 and not is_infinitive(token)
        beside = token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and (token.head == head or _is_finite(token))
        if added or beside:
            stop = min(stop, token.left_edge.i - 1)
    while stop > head.i and (head.doc[stop].is_punct or head.doc[stop].dep_ == "cc"):
        stop -= 1
    return head.doc[max(head.i, stop)]


def _is_finite(verb: "Token") -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(
        child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children
    )


def _antecedent(noun: "Token", verb: "Token") -> "Token":
    if noun.lower_ in _RELATIVE and noun.tag_ in ("WP", "WDT", "IN", "DT"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head != clause:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return noun


def _controlled_object(verb: "Token") -> "Token | None":
    if verb.lemma_ not in OBJECT_CONTROL:
        return None
    passive = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if passive is not None:
        return _antecedent(passive, verb)
    return next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)


def _nearest_holder(noun: "Token") -> "Token | None":
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in objects_of(noun, _HOLDING):
        if child.dep_ == "pobj" and child.pos_ in ("PROPN", "PRON", "NOUN") and child.i - noun.i <= 4:
            return child
    for child in reversed(list(noun.children)):
        if child.dep_ in ("amod", "compound", "nmod") and child.text[:1].isupper():
            return child
    return None


def _relative_subject(noun: "Token") -> "Token | None":
    """The subject of a relative clause whose object the noun is: "the measures Russia has proposed"."""
    for child in noun.children:
        if child.dep_ == "relcl":
            own = next((below for below in child.children if below.dep_ == "nsubj"), None)
            if own is not None and own.lower_ not in _RELATIVE:
                return own
    return None
