"""The text of a codebook, edited in place: comments, order and line breaks of all that is not changed stay."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

_WIDTH = 120
_PLAIN = re.compile(r"[^\W\d][\w*|$’ ./+-]*")
_NO_TEXT = re.compile(r"~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan", re.IGNORECASE)


@dataclass(frozen=True)
class Edit:
    """A stretch of the text and what comes into its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class CodebookText:
    """The text of a motives.yaml that was read without a mistake, and where its entries stand."""

    text: str

    @cached_property
    def _root(self) -> "Node":
        return YAML(pure=True).compose(self.text)

    def key(self, *names: str) -> "Node | None":
        """Give the node of a name within names, None where it is not there."""
        return self._pair(names)[0]

    def value(self, *names: str) -> "Node | None":
        """Give the node of what belongs to a name within names, None where it is not there."""
        return self._pair(names)[1] if names else self._root

    def names(self, *names: str) -> list[str]:
        """Give the names that stand under names, in their order."""
        node = self.value(*names)
        return [key.value for key, _ in node.value] if node is not None and node.id == "mapping" else []

    def items(self, *names: str) -> list[str]:
        """Give a list under names, also where it is a text with one item a line."""
        node = self.value(*names)
        if node is None:
            return []
        return (
            [item.value for item in node.value]
            if node.id == "sequence"
            else list(filter(str.strip, node.value.split("\n")))
        )

    def line_start(self, *names: str) -> int:
        """Give where the line of a name begins."""
        return self.text.rfind("\n", 0, self.key(*names).start_mark.index) + 1

    def line_end(self, *names: str) -> int:
        """Give where the last line of what belongs to a name ends, line break and comments behind it left out."""
        node = self.value(*names)
        while node.id != "scalar" and not node.flow_style and node.value:
            node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
        if node.id == "scalar" and node.style in ("|", ">"):
            return self._block_end(node)
        end = self.text.find("\n", max(node.end_mark.index - 1, node.start_mark.index))
        return len(self.text) if end < 0 else end

    def appended(self, items: Sequence[str], *names: str) -> Edit:
        """Give the edit that appends items to a list or a text with one item a line that stands under names."""
        node = self.value(*names)
        if node.id == "sequence" and node.flow_style:
            comma = ", " if node.value else ""
            last = len(self.text[: node.end_mark.index - 1].rstrip().rstrip(","))
            column = last - self.text.rfind("\n", 0, last)
            return Edit(last, node.end_mark.index, _wrapped(items, indent=6, column=column, before=comma) + "]")
        end = self.line_end(*names)
        if node.id == "sequence":
            dash = " " * node.start_mark.column + "- "
            return Edit(end, end, "".join(f"\n{dash}{plain(item)}" for item in items))
        first = self.text[self.text.find("\n", node.start_mark.index) + 1 :]
        indent = first[: len(first) - len(first.lstrip(" "))]
        return Edit(end, end, "".join(f"\n{indent}{item}" for item in items))

    def edited(self, edits: Sequence[Edit]) -> str:
        """Give the text with the edits made."""
        text = self.text
        placed = sorted(enumerate(edits), key=lambda one: (one[1].start, one[1].end, one[0]), reverse=True)
        for _, edit in placed:
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def _pair(self, names: Sequence[str]) -> "tuple[Node | None, Node | None]":
        key, node = None, self._root
        for name in names:
            pairs = node.value if node is not None and node.id == "mapping" else []
            key, node = next(((key, value) for key, value in pairs if key.value == name), (None, None))
        return key, node

    def _block_end(self, node: "Node") -> int:
        """The end of a text block, without the blank lines and the comments of less indent behind it."""
        lines = self.text[node.start_mark.index : node.end_mark.index].split("\n")
        indent = next((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), 0)
        while (len(lines) > 1 and len(lines[-1]) - len(lines[-1].lstrip()) < indent) or not lines[-1].strip():
            lines.pop()
        return node.start_mark.index + len("\n".join(lines))


def flow_list(items: Sequence[str], *, indent: int, column: int) -> str:
    """Give items as a list in brackets, broken at 120 characters."""
    return "[" + _wrapped(items, indent=indent, column=column + 1) + "]"


def plain(item: str) -> str:
    """Give a text as YAML has it, in quotes where it could be read as something else."""
    if _PLAIN.fullmatch(item) and not _NO_TEXT.fullmatch(item) and not item.endswith(" "):
        return item
    return json.dumps(item, ensure_ascii=False)


def _wrapped(items: Sequence[str], *, indent: int, column: int, before: str = "") -> str:
    return "".join(_pieces(items, indent, column, before))


def _pieces(items: Sequence[str], indent: int, column: int, before: str) -> Iterator[str]:
    for item in map(plain, items):
        if column + len(before) + len(item) + 1 > _WIDTH:
            before, column = before.rstrip() + "\n" + " " * indent, 0
        yield before + item
        column += len(before) + len(item)
        before = ", "
