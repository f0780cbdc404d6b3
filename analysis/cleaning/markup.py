"""Markup: the marks of Markdown and HTML around an article's words; the words stay, the marks are taken out.

Only formatting is markup. Whatever else looks like a tag, ``<script>`` say, is text and comes out as text.
"""

import re
from collections.abc import Iterator

from .forms import LINK_TARGET
from .removal import Removal

_TAGS = (
    "a|abbr|aside|b|blockquote|br|caption|center|cite|dd|div|dl|dt|em|excerpt|figcaption|figure|font|footer|h[1-6]|header|hr|i|"
    "img|li|mark|ol|p|pre|s|section|small|span|strong|su[bp]|t[dhr]|table|tbody|tfoot|thead|time|u|ul|wbr"
)
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("markup", re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)),
    ("markup", re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>", re.IGNORECASE)),
    ("markup", re.compile(rf"(?<=\]){LINK_TARGET}")),
    ("markup", re.compile(r"^[ \t]{0,3}\[\^?[\w-]{1,40}\]:[ \t]+https?://\S+[^\n]*", re.MULTILINE)),
    ("markup", re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]{0,3}>[ \t]?|^\{[:%][^\n}]*\}$|\{:[^\n{}]*\}", re.MULTILINE)),
    ("markup", re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)")),
    (
        "markup",
        re.compile(
            r"&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|quot|ldquo|rdquo|ndash|mdash|hellip|lt|gt|#\d{1,6}|#x[\da-fA-F]{1,6});"
        ),
    ),
    ("markup", re.compile(r"(?<=&)amp;")),
    ("footnote mark", re.compile(r"(?<=[\w.,;:!?\"'”’)*_])(?:\[\^?\d{1,3}\]|\[\^[\w-]{1,20}\])(?![(:])")),
    ("link", re.compile(r"(?<![\w(])(?:https?://|www\.)[^\s<>()\[\]\"”]{3,}(?<![.,;:!?'’])")),
    ("control character", re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]+")),
)
_LINKED_WORDS = re.compile(rf"\[([^\]\[\n]+)\](?={LINK_TARGET})")


def find_markup(text: str, *, start: int) -> Iterator[Removal]:
    """Find the marks behind an offset; of a Markdown link the words stay and brackets and address go."""
    for why, mark in _MARKS:
        for match in mark.finditer(text, start):
            yield Removal(match.start(), match.end(), why)
    for match in _LINKED_WORDS.finditer(text, start):
        yield Removal(match.start(), match.start() + 1, "markup")
        yield Removal(match.end() - 1, match.end(), "markup")
