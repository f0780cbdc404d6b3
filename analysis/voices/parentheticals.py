"""Parentheticals: "he said" between marks, with what is said before, after or around it.

"It is late," said Ann Lee, a teacher.      The deal, he said, is dead.      He said: "No."
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .clauses import SUBJECTS, Stretch, child, is_put_so
from .cues import ADDRESSING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MARKS = frozenset([",", ".", ";", ":", '"', "'", "-", "--", "—", "–", "―", "?", "!", "...", "…", "(", ")", "[", "]"])
_OPENING = _MARKS - frozenset([":", ";"])
_GOVERNED = ("dobj", "xcomp", "oprd", "ccomp", "acomp", "attr")
_NEAR = 60
_FINITE = ("VBZ", "VBP", "VBD", "MD")


def parenthetical_content(verb: "Token", frame: Stretch, quoted: Sequence[bool]) -> tuple[Stretch, ...]:
    """Give what is said where subject and verb stand between marks, or nothing where they do not.

    ``frame`` runs from the first to the last word of subject and verb.
    """
    doc = verb.doc
    start = frame[0]
    compared = start > 0 and doc[start - 1].lower_ == "as"
    start -= compared
    if start and doc[start - 1].text not in _OPENING:
        return ()
    stop = _closing(verb, frame)
    if stop is None:
        return ()
    if compared:
        return tuple(part for part in ((0, start), (stop, len(doc))) if _has_word(doc, *part))
    if not _has_word(doc, stop):
        return ((0, start),) if _says_something(doc, start, quoted) else ()
    if _quote_ends(start, quoted):
        return ((0, start), *_quotes_after(stop, quoted))
    if _has_word(doc, 0, start) and _goes_on(doc, stop, verb):
        return (0, start), (stop, len(doc))
    if _quote_follows(stop, quoted) or doc[stop].text == ":":
        return ((stop, len(doc)),)
    return ((0, start),) if _says_something(doc, start, quoted) else ()


def _closing(verb: "Token", frame: Stretch) -> int | None:
    """The position of the mark that closes the parenthesis; nothing where the verb governs something without one."""
    doc = verb.doc
    for i in range(frame[1], len(doc)):
        token = doc[i]
        if token.text in _MARKS:
            return i
        if token.dep_ in ("mark", "expl", *SUBJECTS) or token.tag_ in _FINITE:
            return None
        addressed = verb.lemma_.lower() in ADDRESSING or is_put_so(verb)
        if token.head == verb and token.dep_ in _GOVERNED and not addressed:
            return None
    return len(doc)


def _says_something(doc: "Doc", start: int, quoted: Sequence[bool]) -> bool:
    """Whether the words before hold a quotation or a finite verb."""
    return any(quoted[i] or doc[i].tag_ in _FINITE or doc[i].dep_ == "ROOT" for i in range(start))


def _has_word(doc: "Doc", start: int, stop: int | None = None) -> bool:
    return any(token.text[:1].isalnum() for token in doc[start:stop])


def _quote_follows(stop: int, quoted: Sequence[bool]) -> bool:
    return any(quoted[stop : stop + 2])


def _quote_ends(start: int, quoted: Sequence[bool]) -> bool:
    return any(quoted[max(0, start - 2) : start])


def _quotes_after(stop: int, quoted: Sequence[bool]) -> list[Stretch]:
    """The quoted stretches after a position, each to its last word."""
    found: list[Stretch] = []
    for i in range(stop, len(quoted)):
        if quoted[i]:
            found = [*found[:-1], (found[-1][0], i + 1)] if found and found[-1][1] == i else [*found, (i, i + 1)]
    return found


def _goes_on(doc: "Doc", stop: int, cue: "Token") -> bool:
    """Whether the words after the parenthesis go on with the clause before: its verb, or what an "if" led up to."""
    words = [token for token in doc[stop : stop + _NEAR] if token.text[:1].isalnum()]
    verb = next((token for token in words if token.tag_ in _FINITE), None)
    if verb is None:
        return words[0].head.i < stop and words[0].head != cue
    if any(token.head.i < stop and token.head != cue for token in words):
        return True
    clause = verb.head if verb.tag_ == "MD" else verb
    begins = clause.left_edge.i <= words[0].i == _subject_start(clause)
    return begins or words[0].lower_ == "that" or words[0] == verb


def _subject_start(clause: "Token") -> int:
    subject = child(clause, *SUBJECTS, "expl")
    return subject.left_edge.i if subject is not None else -1
