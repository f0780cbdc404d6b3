"""Clauses: whose verb it is, how far a phrase reaches, and what is left of a stretch without another."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Stretch = tuple[int, int]
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_BEFORE_VERB = ("aux", "auxpass", "neg", "advmod")


_LEMMAS = {"hop": "hope"}


def lemma_of(verb: "Token") -> str:
    """Give the base form of a verb, with the e put back that the lemmatizer takes from "hoping"."""
    lemma = verb.lemma_.lower()
    return _LEMMAS.get(lemma, lemma)


def stretch_of(token: "Token") -> Stretch:
    """Give the positions from the first to the last word of the phrase that a word heads, end exclusive."""
    return token.left_edge.i, token.right_edge.i + 1


def without(stretch: Stretch, hole: Stretch) -> tuple[Stretch, ...]:
    """Give what is left and right of a hole in a stretch."""
    pieces = ((stretch[0], min(stretch[1], hole[0])), (max(stretch[0], hole[1]), stretch[1]))
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def child(token: "Token", *dependencies: str) -> "Token | None":
    """Give the first dependent of one of the kinds, or nothing."""
    return next((c for c in token.children if c.dep_ in dependencies), None)


def is_put_so(verb: "Token") -> bool:
    """Say whether a verb is the one of "as she put it"."""
    return verb.lemma_ == "put" and any(c.lower_ in ("it", "this", "so") and c.i == verb.i + 1 for c in verb.children)


def is_passive(verb: "Token") -> bool:
    """Say whether a verb is passive: has a passive subject or auxiliary, or is a participle after a noun."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and child(verb, "aux", *SUBJECTS) is None


def agent_of(verb: "Token") -> "Token | None":
    """Give the noun after "by" of a passive verb."""
    by = next((c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
    return child(by, "pobj") if by is not None else None


def subject_of(verb: "Token") -> "Token | None":
    """Give the noun that does what the verb says: its own subject, or the one it takes over from a higher clause.

    Coordinated verbs, infinitives and participles take their subject from the verb they depend on; a relative clause
    and a participle after a noun have that noun.
    """
    controller = _controller_of(verb)
    if controller is not None:
        return controller
    for _ in range(8):
        own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        verb = verb.head if verb.dep_ != "pcomp" else verb.head.head
        if verb.pos_ not in ("VERB", "AUX"):
            return verb if verb.pos_ in ("NOUN", "PROPN") else None
        if verb.dep_ == "ROOT" and not any(c.dep_ in SUBJECTS for c in verb.children):
            return None
    return None


def _controller_of(verb: "Token") -> "Token | None":
    """The object that an infinitive takes as its subject: "forced him to admit"."""
    if verb.dep_ not in ("xcomp", "ccomp") or verb.tag_ != "VB" or child(verb, *SUBJECTS) is not None:
        return None
    thing = child(verb.head, "dobj")
    return thing if thing is not None and thing.i < verb.i and verb.head.lemma_ != "promise" else None


def verb_group(verb: "Token") -> Stretch:
    """Give the positions of a verb with its auxiliaries, negation and particle where they stand next to it."""
    first, last = verb.i, verb.i
    own = {c.i for c in verb.children if c.dep_ in _BEFORE_VERB}
    while first - 1 in own:
        first -= 1
    after = child(verb, "prt")
    return first, (last + 2 if after is not None and after.i == last + 1 else last + 1)


def is_relative(token: "Token") -> bool:
    """Say whether a word stands for the noun before it: who, which, that."""
    return token.tag_ in ("WDT", "WP") and token.lower_ in ("who", "which", "that")
