"""Plain YAML: texts, lists, and names with what belongs to each, read fast where a file holds no more than that.

LibYAML, which PyYAML brings with Jupyter, reads a codebook many times faster than ruamel.yaml. It knows an older YAML,
so whatever the two might read differently is left to ruamel.yaml: numbers, true and false, nothing, anchors, tags, a
name that stands there twice, and every file with a mistake, for which ruamel.yaml has the words.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml import Event

Plain = str | list | dict
Events = Iterator[tuple[str, "Event"]]

_NO_TEXT = re.compile(r"[-+]?[.\d][\d_.:a-fA-FoOxXtTzZ+-]*|[-+]?\.(inf|nan)|~|null|true|false|<<|=|", re.IGNORECASE)


class _NotPlainError(Exception):
    """A file holds something that is not plain YAML."""


def read_plain(text: str) -> Plain | None:
    """Read plain YAML; None where the text is not plain or has a mistake, or where LibYAML is not there."""
    try:
        from yaml import CLoader, YAMLError, parse
    except ImportError:
        return None
    try:
        return _document((type(event).__name__, event) for event in parse(text, Loader=CLoader))
    except (YAMLError, _NotPlainError):
        return None


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
