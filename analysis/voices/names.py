"""Names: how a source is called, what kind of being it is, and in what office it is introduced.

the Polish foreign minister, Jan Kos, ...  ->  Jan Kos, a person, "the Polish foreign minister"
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from . import beings
from .clauses import child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Being = Literal["person", "group", "thing"]
_KEPT = frozenset("of for in at from".split())
_NO_ROLE = frozenset(["", "mr", "mrs", "ms", "miss"])
_LEADING = frozenset("both even only but and".split())


@dataclass(frozen=True)
class Mention:
    """A possible speaker: its name, what it is, and the words that introduce it (``role``)."""

    name: str
    being: Being
    role: str = ""

    @property
    def offices(self) -> frozenset[str]:
        """Give the offices among the words of the role, in lower case."""
        return frozenset(word for word in self.role.lower().replace(",", " ").split() if word in beings.OFFICES)


def mention_of(head: "Token", full_name: Callable[[str], str]) -> Mention:
    """Give the mention of a source's noun, a last name filled up to the full name."""
    named = child(head, "appos")
    if is_office(head) and named is not None and being_of(named) == "person" and named.pos_ == "PROPN":
        name = personal_name(named)
        return Mention(full_name(name), "person", _phrase_of(head))
    phrase, being = _phrase_of(head), being_of(head)
    if head.pos_ != "PROPN" or being != "person":
        return Mention(phrase, being, _apposition_of(head))
    name = personal_name(head)
    before = phrase[: phrase.rfind(name)].strip() if name in phrase else ""
    role = ", ".join(part for part in (before, _apposition_of(head)) if part.lower().rstrip(".") not in _NO_ROLE)
    return Mention(full_name(name), being, role)


def personal_name(head: "Token") -> str:
    """Give a person's name without titles: the capitalised words before the last name, from the right to a title."""
    first = head.i
    while first > head.left_edge.i and _is_given_name(head.doc[first - 1]):
        first -= 1
    return head.doc[first : head.i + 1].text


def being_of(head: "Token") -> Being:
    """Give whether a noun stands for a person, several, or a body or thing."""
    if head.tag_ in ("NNS", "NNPS") or child(head, "conj") is not None:
        return "group"
    if head.pos_ == "PROPN":
        return "person" if _is_personal(head) else "thing"
    return "person" if head.lemma_.lower() in beings.OFFICES | beings.COLLECTIVES else "thing"


def is_office(head: "Token") -> bool:
    """Say whether a noun is the office of one person."""
    return head.pos_ == "NOUN" and head.tag_ != "NNS" and head.lemma_.lower() in beings.OFFICES


def is_bare_office(head: "Token") -> bool:
    """Say whether a noun is an office with no more than an article and a nationality: the (Russian) minister."""
    if not is_office(head):
        return False
    definite = any(t.lower_ in ("the", "this", "that") for t in head.lefts)
    return (
        definite
        and all(t.dep_ in ("det", "amod", "compound") for t in head.lefts)
        and not any(t.dep_ in ("prep", "relcl", "appos", "acl") for t in head.rights)
    )


def is_head_of_body(head: "Token") -> bool:
    """Say whether a noun is an office told by its body alone: the head of the foreign ministry, of the agency."""
    if not is_office(head) or not any(t.lower_ == "the" for t in head.lefts):
        return False
    of = next((t for t in head.rights if t.dep_ == "prep" and t.lower_ == "of"), None)
    body = next(iter(of.children), None) if of is not None else None
    if body is None or body.lemma_.lower() not in beings.BODIES:
        return False
    return not any(t.lower_ in beings.STATES or t.ent_type_ == "PERSON" for t in head.subtree)


def _is_given_name(token: "Token") -> bool:
    lower = token.lower_.rstrip(".")
    if lower in beings.OFFICES or lower in beings.TITLES or lower in beings.BODIES or lower in beings.STATES:
        return False
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _is_personal(head: "Token") -> bool:
    """Whether a proper name is a person's: not a body or a state, and under an article only after an office."""
    words = [t.lower_.rstrip(".") for t in head.doc[head.left_edge.i : head.i]]
    if any(word in ("the", "a", "an") for word in words) and not any(word in beings.OFFICES for word in words):
        return False
    return head.lower_ not in beings.BODIES and head.lower_ not in beings.STATES


def _phrase_of(head: "Token") -> str:
    """The words from the first modifier to the noun, with the phrases after it that say of what or where."""
    doc, start, end = head.doc, head.left_edge.i, head.i + 1
    while start < head.i and (doc[start].is_punct or doc[start].lower_ in _LEADING):
        start += 1
    for unit in head.rights:
        joined = unit.dep_ in ("cc", "conj") or (unit.dep_ == "prep" and unit.lower_ in _KEPT)
        if unit.left_edge.i != end or not joined:
            break
        end = unit.i + 1 if unit.dep_ == "cc" else unit.right_edge.i + 1
    return _until_mark(doc, start, end)


def _apposition_of(head: "Token") -> str:
    """The words in apposition: "Jan Kos, the mayor" and "the mayor, Jan Kos"."""
    noun = child(head, "appos")
    return _until_mark(head.doc, noun.left_edge.i, noun.right_edge.i + 1) if noun is not None else ""


def _until_mark(doc: "Doc", start: int, end: int) -> str:
    stops = (t.i for t in doc[start + 1 : end] if t.text in (",", "(", "--", "—", "–", ";") or t.tag_ in ("WP", "WDT"))
    return doc[start : next(stops, end)].text.strip(" ,'\"")
