"""Endings: whether a sentence ends at a point, question or exclamation mark, decided as Punkt decides it.

These are the decisions of `analysis.punkt` for the places that `analysis.corpus.sentences` cannot decide a column at
a time.
"""

import re

from ..patterns import fold
from ..punkt import MARK, ends_sentence
from ..tokens import goes_on

_CLOSING = re.compile(r"""["')\]}]+?(?:\s+|(?=--)|$)""")
_BLANK = re.compile(r"[ \t\n\r\x0b\x0c]")
_NEXT = re.compile(r"\S*\s*\S*")
_LOOK = 40  # characters, more than any rule looks back or on


def sentence_after(line: str, mark: int, *, sentence: int) -> int | None:
    """Give where the next sentence starts if the one that starts at ``sentence`` ends at a mark, else None.

    All places count characters of the line, which has no blanks around it.
    """
    chunk = _chunk_start(line, mark)
    cut = max(chunk - _LOOK, 0)
    stop = _NEXT.match(line, mark).end() + _LOOK
    window = fold(line[cut:stop])
    following = _sentence_after(window, mark - cut, chunk=chunk - cut, sentence=max(sentence - cut, 0))
    if following == len(window) and stop < len(line):
        window = fold(line[cut:])
        following = _sentence_after(window, mark - cut, chunk=chunk - cut, sentence=max(sentence - cut, 0))
    return None if following is None or following == len(window) else following + cut


def _sentence_after(text: str, mark: int, *, chunk: int, sentence: int) -> int | None:
    match = MARK.match(text, mark)
    if not match or (mark > chunk and _has_later_mark(text, match.end())):
        return None
    if not ends_sentence(text[chunk : match.end()], " " + match["next"] if match["next"] else match["after"]):
        return None
    stop, begin = match.end(), match.start("next") if match["next"] else match.end()
    closing = _CLOSING.match(text, begin)
    if closing:
        stop, begin = begin + len(closing.group().rstrip()), closing.end()
    return None if begin < len(text) and goes_on(text, (sentence, stop), begin) else begin


def _has_later_mark(text: str, place: int) -> bool:
    """Say whether another mark stands in the same stretch between blanks, where the last alone counts."""
    later = MARK.search(text, place)
    return later is not None and not _BLANK.search(text, place, later.start())


def _chunk_start(line: str, place: int) -> int:
    """Give where the stretch between blanks begins in which a place lies."""
    start = line.rfind(" ", 0, place) + 1
    for blank in _BLANK.finditer(line, start, place):
        start = blank.end()
    return start
