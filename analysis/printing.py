"""Printing: text that comes from outside, made safe to print, whatever characters it is made of.

Articles, file names, coders' names and notes may hold characters that command a terminal, or turn the direction of what
is read. They are printed as U+FFFD; files that are written keep them.
"""

import re
import sys
from typing import TextIO

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_LONGEST, _BEGINNING = 2_000, 1_300  # characters of a line, and of its beginning where it is longer


def printable(text: str) -> str:
    """Return a text with control and direction characters replaced; line ends and tabs stay.

    Example:
        >>> printable("a title\\x1b[2J\\u202e")
        'a title�[2J�'
    """
    return _UNSAFE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return a text as one printable line, the middle of a very long one left out.

    Example:
        >>> one_line("a note\\nof two lines")
        'a note of two lines'
    """
    line = re.sub(r"[\t\n]", " ", printable(text))
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_BEGINNING]} … {line[_BEGINNING - _LONGEST :]}"


def brief(value: object, *, longest: int = 80) -> str:
    """Return a value as a message quotes it, cut where it is long.

    Example:
        >>> brief("9" * 6000, longest=5)
        '99999…'
    """
    text = str(value)
    return text if len(text) <= longest else f"{text[:longest]}…"


def print_text(text: str, *, file: TextIO | None = None) -> None:
    """Print a text, by default to standard output, as far as the stream's encoding has its characters."""
    stream = file or sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    print(printable(text).encode(encoding, "replace").decode(encoding), file=stream)
