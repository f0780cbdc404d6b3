"""Cleaning: what is taken out of an article before anything is counted, by which rule, and where it stood.

Rules are general and look at a line's form and place, never at a file's name. Each removal keeps its offsets and the
reason, so that a reader can see what was left out; the article's own offsets never shift, since removed characters
are only blanked (`blank_out`). In doubt a line stays: furniture that is counted as text is seen in the tables, text
that is taken for furniture is not.
"""

import re
from collections.abc import Iterable

from ..lines import Line, lines_of
from .markup import find_markup
from .removal import Removal
from .rules import LINE_RULES, Place, any_of, rules_at
from .stretches import (
    captions,
    credited,
    datelines,
    end_marks,
    footnotes,
    mastheads,
    related_posts,
    signatures,
)  # fmt: skip

__all__ = ["FRONT_MATTER", "LINE_RULES", "Removal", "blank_out", "find_removals"]

FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\n((?=\s*(?:#|[\w\"'-]+[ \t]*:))(?:.*?\n)|)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)
_LONGEST_FURNITURE = 900  # characters


def find_removals(text: str, *, language: str = "en") -> list[Removal]:
    """Find the page furniture of one article: removals in text order, without overlap."""
    found: list[Removal] = []
    front = FRONT_MATTER.match(text)
    body = front.end() if front else int(text.startswith("\ufeff"))
    if body:
        found.append(Removal(0, body, "front matter" if front else "byte order mark"))
    lines = [Line(line.start + body, line.text) for line in lines_of(text[body:])]
    found += _line_removals(lines)
    found += find_markup(text, start=body)
    return _without_overlap(found)


def blank_out(text: str, removals: Iterable[Removal]) -> str:
    """Give the text with every removed character as a space (line ends stay), so that offsets are kept."""
    pieces: list[str] = []
    done = 0
    for removal in removals:
        pieces += [text[done : removal.start], re.sub(r"[^\n]", " ", text[removal.start : removal.end])]
        done = removal.end
    return "".join([*pieces, text[done:]])


def _line_removals(lines: list[Line]) -> list[Removal]:
    """What the rules for whole lines and, after them, those for stretches take out."""
    reasons = _reasons(lines)
    found = [Removal(line.start, line.end, why) for line, why in zip(lines, reasons, strict=True) if why]
    for stretch in (mastheads, captions, credited, related_posts, datelines, end_marks, footnotes):
        found += stretch(lines, reasons)
    gone = {removal.start: removal.why for removal in found if removal.why not in ("dateline", "end mark")}
    found += signatures(lines, [why or gone.get(line.start) for line, why in zip(lines, reasons, strict=True)])
    return found


def _reasons(lines: list[Line]) -> list[str | None]:
    """Why each line is furniture by its own form, or nothing.

    The first line is the title, unless other lines of a head follow it.
    """
    reasons = [_reason(line, ("anywhere",)) for line in lines]
    text = [
        number
        for number, (line, why) in enumerate(zip(lines, reasons, strict=True))
        if not why and line.is_closed and line.words >= 5 and not (number == 0 and len(lines) > 1 and line.words <= 25)
    ]
    # An author's note is written in sentences: it is looked for from the end upwards, as long as lines are furniture.
    while len(text) > 1 and _reason(lines[text[-1]], ("edges", "end")):
        text.pop()
    first, last = (text[0], text[-1]) if text else (len(lines), -1)
    for number, line in enumerate(lines):
        places: tuple[Place, ...] = ("edges",) if number < first else ("edges", "end") if number > last else ()
        reasons[number] = reasons[number] or _reason(line, places)
    if reasons and reasons[0] in ("byline", "tags", "credit", "link list") and not _has_title(lines, reasons, first):
        reasons[0] = None
    return reasons


def _has_title(lines: list[Line], reasons: list[str | None], first: int) -> bool:
    """Say whether a line of the head beside the first one is left to be the title."""
    return any(not why for why in reasons[1:first])


def _reason(line: Line, places: tuple[Place, ...]) -> str | None:
    if not places or len(line.text) > _LONGEST_FURNITURE or not any_of(places).fullmatch(line.bare):
        return None
    return next(rule.why for rule in rules_at(places) if rule.form.fullmatch(line.bare))


def _without_overlap(found: Iterable[Removal]) -> list[Removal]:
    """The removals in text order, the longer first where two begin together; neighbours of one reason are one."""
    kept: list[Removal] = []
    for removal in sorted(found, key=lambda r: (r.start, -r.end)):
        done = kept[-1].end if kept else 0
        if removal.end <= max(done, removal.start):
            continue
        if kept and kept[-1].why == removal.why and removal.start <= done:
            kept[-1] = Removal(kept[-1].start, removal.end, removal.why)
        else:
            kept.append(Removal(max(removal.start, done), removal.end, removal.why))
    return kept
