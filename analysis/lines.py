"""Lines: the lines of an article, those of a paragraph that was wrapped at a fixed width taken as one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_DECORATION = re.compile(r"</?[a-z][^<>\n]{0,300}>|(?<=\])\([^()\s]{0,500}\)|&nbsp;", re.IGNORECASE)
_BEFORE = re.compile(r"(?:#{1,6}\s|[-–—](?=\s)|[\s>*_|\[\]•·])+")
_BEHIND = "*_|[]"
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]|*_\s]*(?:/\.)?$")
_GOES_ON = re.compile(r"[\w,;’'”\"–—-]$")
_NARROWEST, _WIDEST = 40, 100


@dataclass(frozen=True)
class Line:
    """A line without its surrounding blanks: where it starts in the article, and its characters.

    A wrapped paragraph is one line, a blank standing for each line end, so that offsets hold.
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Give the offset behind the last character."""
        return self.start + len(self.text)

    @cached_property
    def words(self) -> int:
        """Give the number of words between blanks."""
        return len(self.text.split())

    @cached_property
    def bare(self) -> str:
        """Give the words alone, without the marks of Markdown and HTML around them."""
        plain = _DECORATION.sub("", self.text[:2000])
        before = _BEFORE.match(plain)
        words = plain[before.end() :] if before else plain
        while words and (words[-1] in _BEHIND or words[-1].isspace()):
            words = words[:-1]
        return " ".join(words.split())

    @cached_property
    def is_closed(self) -> bool:
        """Say whether the line ends as a sentence does."""
        return bool(_ENDS_SENTENCE.search(self.text[-20:]))


def lines_of(text: str) -> list[Line]:
    """Give the lines of a text that are not blank, in order."""
    lines = list(_typed_lines(text))
    return list(_unwrapped(lines, text)) if _is_wrapped(lines, text) else lines


def _typed_lines(text: str) -> Iterator[Line]:
    start = 0
    for typed in text.split("\n"):
        stripped = typed.strip()
        if stripped:
            yield Line(start + len(typed) - len(typed.lstrip()), stripped)
        start += len(typed) + 1


def _is_wrapped(lines: list[Line], text: str) -> bool:
    """Say whether line ends are only typography: most lines that another line follows end inside a sentence."""
    followed = [line for line, after in pairwise(lines) if _touch(line, after, text)]
    inside = [line for line in followed if _is_cut(line, text)]
    return len(followed) >= 4 and len(inside) > 0.6 * len(followed)


def _unwrapped(lines: list[Line], text: str) -> Iterator[Line]:
    """The lines of a wrapped text, each joined with the next where that one's first word would not have fitted."""
    fullest = 0.9 * max(_width(line, text) for line in lines if _is_cut(line, text))
    first = lines[0]
    for last, line in pairwise([*lines, None]):
        if line and _touch(last, line, text):
            fitted = _width(last, text) + 1 + len(line.text.split(maxsplit=1)[0]) <= fullest
            if not fitted or (_is_cut(last, text) and line.text[0].islower()):
                continue
        yield first if first is last else Line(first.start, text[first.start : last.end].replace("\n", " "))
        first = line


def _touch(line: Line, after: Line, text: str) -> bool:
    """Say whether no blank line stands between two lines."""
    return text.count("\n", line.end, after.start) == 1


def _is_cut(line: Line, text: str) -> bool:
    """Say whether a line was long enough to be wrapped and ends inside a sentence."""
    return _NARROWEST <= _width(line, text) <= _WIDEST and bool(_GOES_ON.search(line.text[-1:]))


def _width(line: Line, text: str) -> int:
    """Give the columns up to the line's last character, what was blanked at its start counted."""
    return line.end - (text.rfind("\n", 0, line.start) + 1)
