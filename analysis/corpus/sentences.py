"""Sentences: where they start in a text of many lines, the same places as `analysis.tokens.split_sentences` finds.

Most marks are plain: a word of at least two letters that is no abbreviation, the mark, closing quotation marks or
brackets, blanks, and a word with a capital, a digit or an opening quotation mark before it. These are decided a column
at a time. The rest, and all in a line with other blanks than ASCII's, are decided one by one
(`analysis.corpus.endings`), and a line with blanks that NLTK and Python class unlike is given to the splitter itself.
"""

from dataclasses import dataclass

import numpy as np

from ..punkt import UNLIKE
from ..tokens import sentence_spans
from .alphabet import BLANK, LETTER_QUOTE, QUOTE
from .endings import sentence_after

_POINT, _NEWLINE = ord("."), ord("\n")


def _flags(characters: str, *codes: int) -> np.ndarray:
    flags = np.zeros(256, dtype=bool)
    flags[[*map(ord, characters), *codes]] = True
    return flags


_LETTER = _flags("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SMALL = _flags("abcdefghijklmnopqrstuvwxyz")
_WORD = _LETTER | _flags("0123456789")
_CLOSING = _flags("\"')]}", QUOTE)
_OPENING = _flags("\"'([", QUOTE)
_AFTER = _flags("\"')]};*:@({[?! \t\r\x0b\x0c", QUOTE, LETTER_QUOTE, BLANK)


@dataclass(frozen=True)
class Lines:
    """The lines of a text: where each starts and ends, its newline left out."""

    start: np.ndarray
    end: np.ndarray

    def of(self, places: np.ndarray) -> np.ndarray:
        """Give the number of the line in which each place lies."""
        return np.searchsorted(self.start, places, side="right") - 1


def sentence_starts(
    text: str, codes: np.ndarray, *, lines: Lines, marks: np.ndarray, abbreviated: np.ndarray
) -> np.ndarray:
    """Give where sentences start, lines included, in text order.

    ``marks`` are the places of points, question and exclamation marks; ``abbreviated`` says of each whether the word
    before it may be abbreviated. At least three characters stand after the last line.
    """
    open_marks = _AFTER[codes[marks + 1]]
    marks, abbreviated = marks[open_marks], abbreviated[open_marks]
    starts, decided = _plain(codes, marks, abbreviated)
    odd = _odd_lines(codes, lines)
    unlike = odd[[bool(UNLIKE.search(text, lines.start[line], lines.end[line])) for line in odd.tolist()]]
    if len(odd):
        line = lines.of(marks)
        blanks = np.isin(line, odd)
        starts, decided = np.where(blanks, -1, starts), (decided & ~blanks) | np.isin(line, unlike)
    plain = starts[starts >= 0]
    singly = _one_by_one(text, marks[~decided], lines=lines, plain=plain)
    split = _split(text, unlike, lines)
    starts = np.sort(np.concatenate([lines.start, plain, singly, split]), kind="stable")  # runs in order: quick
    return starts[np.diff(starts, prepend=-1) > 0]


def _plain(codes: np.ndarray, marks: np.ndarray, abbreviated: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Decide the plain marks: where the next sentence starts, -1 where none does; and which marks are decided."""
    point = codes[marks] == _POINT
    word = _LETTER[codes[marks - 1]] & _LETTER[codes[marks - 2]] & ~abbreviated
    long = word & _LETTER[codes[marks - 3]] & _LETTER[codes[marks - 4]] & _LETTER[codes[marks - 5]]
    begin = marks + 1
    for _ in range(2):
        begin += _CLOSING[codes[begin]]
    closed = begin > marks + 1
    last = codes[begin] == _NEWLINE
    apart = codes[begin] == ord(" ")
    begin += 1
    begin += codes[begin] == ord(" ")
    opened = _OPENING[codes[begin]]
    first = codes[begin + opened]
    small = _SMALL[first] & ~opened
    known = apart & _WORD[first] & np.where(point, word & ~(small & ~(long & ~closed)), ~small)
    return np.where(known, begin, -1), known | last


def _one_by_one(text: str, marks: np.ndarray, *, lines: Lines, plain: np.ndarray) -> np.ndarray:
    """Decide the other marks in turn: where the next sentences start."""
    line = lines.of(marks)
    starts, ends = lines.start[line].tolist(), lines.end[line].tolist()
    before = np.concatenate([[-1], plain])[np.searchsorted(plain, marks, side="right")].tolist()
    found: list[int] = []
    line_text, shift, here, sentence = "", 0, -1, -1
    for mark, start, end, latest in zip(marks.tolist(), starts, ends, before, strict=True):
        if start != here:
            stretch = text[start:end]
            line_text, here = stretch.strip(), start
            shift = sentence = start + len(stretch) - len(stretch.lstrip())
        sentence = max(sentence, latest)
        following = sentence_after(line_text, mark - shift, sentence=sentence - shift)
        if following is not None:
            sentence = following + shift
            found.append(sentence)
    return np.array(found, dtype=np.int64)


def _odd_lines(codes: np.ndarray, lines: Lines) -> np.ndarray:
    """Give the lines that hold a blank beyond ASCII's."""
    blanks = np.flatnonzero(codes == BLANK)
    return np.unique(lines.of(blanks)) if len(blanks) else blanks


def _split(text: str, odd: np.ndarray, lines: Lines) -> np.ndarray:
    """Give where the sentences of some lines start, by the splitter itself."""
    starts: list[int] = []
    for start, end in zip(lines.start[odd].tolist(), lines.end[odd].tolist(), strict=True):
        line = text[start:end]
        shift = start + len(line) - len(line.lstrip())
        starts += [shift + first for first, _ in sentence_spans(line.strip())]
    return np.array(starts, dtype=np.int64)
