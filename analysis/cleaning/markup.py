"""Markup: the marks of Markdown and HTML around an article's words; the words stay, the marks are taken out.

Only formatting is markup. Whatever else looks like a tag, ``<script>`` say, is text and comes out as text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .forms import LINK_TARGET
from .removal import Removal

_TAGS = (
    "a|abbr|aside|b|blockquote|br|caption|center|cite|dd|div|dl|dt|em|excerpt|figcaption|figure|font|footer|h[1-6]|header|hr|i|"
    "img|li|mark|ol|p|pre|s|section|small|span|strong|su[bp]|t[dhr]|table|tbody|tfoot|thead|time|u|ul|wbr"
)


@dataclass(frozen=True)
class _Mark:
    """A mark: why it is taken out, its form, and pieces one of which each mark of that form has.

    A text without any of the pieces is not searched: a form that opens with what stands before it, or with the start
    of a line, is tried at every character.
    """

    why: str
    form: re.Pattern[str]
    pieces: tuple[str, ...] = ("",)


_MARKS = (
    _Mark("markup", re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)),
    _Mark("markup", re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>", re.IGNORECASE)),
    _Mark("markup", re.compile(rf"(?<=\]){LINK_TARGET}"), ("](",)),
    _Mark(
        "markup", re.compile(r"^[ \t]{0,3}\[\^?[\w-]{1,40}\]:[ \t]+https?://\S+[^\n]*", re.MULTILINE), ("]: ", "]:\t")
    ),
    _Mark("markup", re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+", re.MULTILINE), ("# ", "#\t")),
    _Mark("markup", re.compile(r"^[ \t]{0,3}>[ \t]?", re.MULTILINE), (">",)),
    _Mark("markup", re.compile(r"^\{[:%][^\n}]*\}$|\{:[^\n{}]*\}", re.MULTILINE), ("{:", "{%")),
    # emphasis opens where no word goes before, closes where none follows; what is before is asked behind the first sign
    _Mark(
        "markup",
        re.compile(
            r"\*(?<!\w\*)\*{0,2}(?=\S)|_(?<!\w_)_{0,2}(?=\S)|\*(?<=\S\*)\*{0,2}(?!\w)|_(?<=\S_)_{0,2}(?!\w)",
        ),
    ),
    _Mark(
        "markup",
        re.compile(
            r"&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|quot|ldquo|rdquo|ndash|mdash|hellip|lt|gt|#\d{1,6}|#x[\da-fA-F]{1,6});"
        ),
    ),
    _Mark("markup", re.compile(r"(?<=&)amp;"), ("&amp;",)),
    _Mark(
        "footnote mark",
        re.compile(r"(?<=[\w.,;:!?\"'”’)*_])(?:\[\^?\d{1,3}\]|\[\^[\w-]{1,20}\])(?![(:])"),
        ("[",),
    ),
    _Mark(
        "link",
        re.compile(r"(?<![\w(])(?:https?://|www\.)[^\s<>()\[\]\"”]{3,}(?<![.,;:!?'’])"),
        ("http", "www."),
    ),
    _Mark("control character", re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")),
)
_LINKED_WORDS = re.compile(rf"\[([^\]\[\n]+)\](?={LINK_TARGET})")


def find_markup(text: str, *, start: int) -> Iterator[Removal]:
    """Find the marks behind an offset; of a Markdown link the words stay and brackets and address go."""
    for mark in _MARKS:
        if any(piece in text for piece in mark.pieces):
            for match in mark.form.finditer(text, start):
                yield Removal(match.start(), match.end(), mark.why)
    for match in _LINKED_WORDS.finditer(text, start):
        yield Removal(match.start(), match.start() + 1, "markup")
        yield Removal(match.end() - 1, match.end(), "markup")
