"""Plain YAML: texts, lists, and names with what belongs to each, read fast where a file holds no more than that.

LibYAML, which PyYAML brings with Jupyter, reads a codebook many times faster than ruamel.yaml. It knows an older YAML,
so whatever the two might read differently is left to ruamel.yaml: numbers, true and false, nothing, anchors, tags, a
name that stands there twice, and every file with a mistake, for which ruamel.yaml has the words.
"""

import re
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from ruamel.yaml.error import YAMLError

if TYPE_CHECKING:
    from yaml import Event

MISTAKES = (
    YAMLError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, AssertionError, NotImplementedError,
)  # fmt: skip  # what ruamel.yaml raises for texts that are no YAML
Plain = str | list | dict
Events = Iterator[tuple[str, "Event"]]

_DEEPEST = 100
_MOST_ENTRIES = 200_000
_NO_TEXT = re.compile(r"[-+]?[.\d][\d_.:a-fA-FoOxXtTzZ+-]*|[-+]?\.(inf|nan)|~|null|true|false|<<|=|", re.IGNORECASE)


class _NotPlainError(Exception):
    """A file holds something that is not plain YAML."""


def read_plain(text: str) -> Plain | None:
    """Read plain YAML; None where the text is not plain or has a mistake, or where LibYAML is not there."""
    try:
        from yaml import CLoader, parse
        from yaml import YAMLError as LibYAMLError
    except ImportError:
        return None
    try:
        return _document((type(event).__name__, event) for event in parse(text, Loader=CLoader))
    except (LibYAMLError, ValueError, _NotPlainError):
        return None


def is_too_deep(text: str) -> bool:
    """Say whether brackets are opened within brackets more often than any codebook needs, which takes long to read."""
    depth = 0
    for bracket in re.finditer(r"[][{}]", text):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def is_too_much(text: str) -> bool:
    """Say whether a YAML text, its aliases written out, holds more entries than any codebook, or itself.

    A text with a mistake is not too much: whoever reads it says what is wrong.
    """
    from ruamel.yaml import YAML

    sizes: dict[str, int] = {}
    opened: list[tuple[str | None, int]] = []
    count = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(StringIO(text)):
            kind, anchor = type(event).__name__, getattr(event, "anchor", None)
            if kind == "AliasEvent":
                count += sizes.get(anchor, _MOST_ENTRIES + 1)
            elif kind.startswith(("MappingStart", "SequenceStart")):
                opened.append((anchor, count))
                count += 1
            elif kind.startswith(("MappingEnd", "SequenceEnd")):
                anchor, before = opened.pop()
                sizes[anchor or ""] = count - before
            elif kind == "ScalarEvent":
                sizes[anchor or ""] = 1
                count += 1
            if count > _MOST_ENTRIES:
                return True
    except (YAMLError, ValueError, RecursionError):
        return False
    return False


def _document(events: Events) -> Plain:
    _expect("StreamStartEvent", *next(events))
    start = _expect("DocumentStartEvent", *next(events))
    if start.version or start.tags:
        raise _NotPlainError
    content = _node(*next(events), events)
    _expect("DocumentEndEvent", *next(events))
    _expect("StreamEndEvent", *next(events))
    return content


def _node(kind: str, event: "Event", events: Events) -> Plain:
    if getattr(event, "anchor", None) or getattr(event, "tag", None):
        raise _NotPlainError
    if kind == "SequenceStartEvent":
        return [_node(*one, events) for one in _before("SequenceEndEvent", events)]
    if kind == "MappingStartEvent":
        return _mapping(events)
    _expect("ScalarEvent", kind, event)
    if not event.style and _NO_TEXT.fullmatch(event.value):
        raise _NotPlainError
    return event.value


def _mapping(events: Events) -> dict:
    entries: dict = {}
    for one in _before("MappingEndEvent", events):
        name = _node(*one, events)
        if not isinstance(name, str) or name in entries:
            raise _NotPlainError
        entries[name] = _node(*next(events), events)
    return entries


def _before(end: str, events: Events) -> Events:
    """Give the events that begin a node, up to the end; who takes one reads that node before taking the next."""
    for one in events:
        if one[0] == end:
            return
        yield one


def _expect(expected: str, kind: str, event: "Event") -> "Event":
    if kind != expected:
        raise _NotPlainError
    return event
