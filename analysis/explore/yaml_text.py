"""YAML text: where the entries of a YAML file stand, and the file with one entry more or less.

Only the characters of that entry change: comments, order, quotes, blank lines and line ends stay as they are.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

_PLAIN = re.compile(r"[^\W\d_](?:[\w*?.'’‐‑/-]| (?=[\w*?]))*")  # a letter first, no sign that YAML gives a meaning
_NO_TEXT = frozenset("null true false yes no on off y n".split())


def read_node(text: str) -> "Node":
    """Read a YAML text as nodes, which know where they stand; the text must be YAML."""
    from ruamel.yaml import YAML

    return YAML(pure=True).compose(text)


def value_of(node: "Node | None", *keys: str) -> "MappingNode | SequenceNode | None":
    """Give the list or mapping under keys within keys; None where there is none."""
    for key in keys:
        pairs = node.value if node is not None and node.id == "mapping" else []
        node = next((value for name, value in pairs if name.value == key), None)
    return node if node is not None and node.id in ("mapping", "sequence") else None


def quoted(text: str, *, always: bool = False) -> str:
    """Write a text as a YAML scalar: plain where that reads as this very text, else, or always, in double quotes."""
    if not always and _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return text
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def appended_item(text: str, items: "SequenceNode", item: str) -> str:
    """Give the text with one item more at the end of a list, in double quotes where the one before it is."""
    last = items.value[-1]
    scalar = quoted(item, always=last.style == '"')
    if items.flow_style:
        return _inserted(text, last.end_mark.index, f", {scalar}")
    return _with_line(text, last, " " * items.start_mark.column + f"- {scalar}")


def appended_entry(text: str, entries: "MappingNode", name: str, item: str) -> str:
    """Give the text with one entry more at the end of a mapping: a name, and under ``terms`` a list of one item."""
    before, last = entries.value[-1]
    if entries.flow_style:
        always = before.style == '"'
        key, terms, scalar = quoted(name, always=always), quoted("terms", always=always), quoted(item, always=always)
        return _inserted(text, last.end_mark.index, f", {key}: {{{terms}: [{scalar}]}}")
    indent = " " * entries.value[0][0].start_mark.column
    line_end = _line_end(text)
    blank = line_end if _has_blank_line_between(text, entries) else ""
    lines = f"{indent}{quoted(name)}:{line_end}{indent}  terms:{line_end}{indent}    - {quoted(item)}"
    return _with_line(text, _deepest(last), blank + lines)


def removed_item(text: str, items: "SequenceNode", place: int) -> str:
    """Give the text without one item of a list that has others, and without the comment beside it."""
    item = items.value[place]
    if items.flow_style:
        if place:
            return text[: items.value[place - 1].end_mark.index] + text[item.end_mark.index :]
        return text[: item.start_mark.index] + text[items.value[1].start_mark.index :]
    begin = _line_start(text, item.start_mark.index)
    if begin < items.start_mark.index - items.start_mark.column:
        begin = items.start_mark.index
    return text[:begin] + text[_after_line(text, item) :]


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def _inserted(text: str, place: int, more: str) -> str:
    return text[:place] + more + text[place:]


def _with_line(text: str, after: "Node", line: str) -> str:
    """Give the text with a line more after the one on which a node ends."""
    place = _after_line(text, after)
    line_end = _line_end(text)
    before = "" if text[:place].endswith("\n") else line_end
    return _inserted(text, place, before + line + (line_end if not before or place < len(text) else ""))


def _after_line(text: str, node: "Node") -> int:
    """Give where the line after a scalar's last begins; a block text ends at a line's start, other scalars within."""
    end = node.end_mark.index
    if end and text[end - 1] == "\n":
        return end
    found = text.find("\n", end)
    return len(text) if found < 0 else found + 1


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _deepest(node: "Node") -> "Node":
    """Give the last node within a node: block lists and mappings are said to end where the next thing begins."""
    while node.id != "scalar" and not node.flow_style and node.value:
        node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
    return node


def _has_blank_line_between(text: str, entries: "MappingNode") -> bool:
    """Say whether blank lines part the entries of a mapping."""
    spans = [(one[1].start_mark.index, two[0].start_mark.index) for one, two in pairwise(entries.value)]
    return any(re.search(r"\n[ \t]*\r?\n", text[start:end]) for start, end in spans)
