"""Codebook changes: a code renamed, several merged into one, one split, in motives.yaml itself.

Each raises the version and writes down under ``changes`` what became of which code, so that decisions made before are
carried over, or listed to be decided anew (`analysis.coding.carrying`); codings.csv is not touched.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..codebooks import OTHER
from ..errors import InputError
from .codebook_text import CodebookText, Edit, flow_list, plain
from .codebook_versions import make_change

_NAME = re.compile(r"[^\W\d][\w-]*")
_LISTS = ("includes", "cues", "hints", "examples")
_CODES, _EXAMPLES, _YIELDS = "codes", "examples", "yields_to"


def rename_code(path: Path, old: str, new: str) -> str:
    """Rename a code everywhere in a motives.yaml; gives the new version.

    Raises InputError, and leaves the file as it is, where there is no such code or the new name is taken or none.
    """

    def edits(book: CodebookText) -> Iterator[Edit]:
        _expect_known(path, book, [old])
        _expect_new(path, book, [new])
        for place in ((_CODES, old), (_EXAMPLES, old)):
            key = book.key(*place)
            if key is not None:
                yield Edit(key.start_mark.index, key.end_mark.index, new)
        yield from _yielding(book, lambda codes: [new if code == old else code for code in codes])

    return make_change(path, edits, f"rename: {{{plain(old)}: {plain(new)}}}")


def merge_codes(path: Path, codes: Sequence[str], *, into: str) -> str:
    """Merge codes into one that is there, which takes over their inclusions, cues, hints and examples.

    Its label and definition stay: see whether they still fit. Gives the new version; raises as `rename_code` does.
    """
    parts = [code for code in dict.fromkeys(codes) if code != into]

    def edits(book: CodebookText) -> Iterator[Edit]:
        _expect_known(path, book, [into, *parts])
        if not parts or OTHER in parts:
            raise InputError(f'{path}: nothing can be merged into "{into}" so; name other codes, never "{OTHER}"')
        yield from _taken_over(book, parts, into)
        for place in [(_CODES, part) for part in parts] + [(_EXAMPLES, part) for part in parts]:
            if book.key(*place) is not None:
                yield _removed(book, *place)
        yield from _yielding(
            book, lambda codes: list(dict.fromkeys(into if code in parts else code for code in codes)), leaving=parts
        )

    listed = ", ".join(map(plain, [into, *parts]))
    return make_change(path, edits, f"merge: {{{plain(into)}: [{listed}]}}")


def split_code(path: Path, old: str, *, into: Sequence[str]) -> str:
    """Split a code into several; those that are not there begin as copies of it, to be told apart by hand.

    Decisions under it wait to be decided anew, whether its name is among the parts or not. Gives the new version;
    raises as `rename_code` does.
    """
    parts = list(dict.fromkeys(into))

    def edits(book: CodebookText) -> Iterator[Edit]:
        _expect_known(path, book, [old])
        fresh = [part for part in parts if part not in book.names(_CODES)]
        _expect_new(path, book, fresh)
        if len(parts) < 2 or (old == OTHER and old not in parts):
            raise InputError(f'{path}: "{old}" cannot be split into {", ".join(parts)}; name two codes or more')
        for place in ((_CODES, old), (_EXAMPLES, old)):
            if book.key(*place) is not None:
                yield from _copied(book, place, fresh, keep=old in parts)
        yield from _yielding(
            book,
            lambda codes: [part for code in codes for part in (parts if code == old else [code])],
            leaving=[] if old in parts else [old],
        )

    return make_change(path, edits, f"split: {{{plain(old)}: [{', '.join(map(plain, parts))}]}}")


def _expect_known(path: Path, book: CodebookText, codes: Sequence[str]) -> None:
    known = book.names(_CODES)
    for code in codes:
        if code not in known:
            raise InputError(f'the code "{code}" is not in {path}; known codes: {", ".join(known)}')


def _expect_new(path: Path, book: CodebookText, codes: Sequence[str]) -> None:
    for code in codes:
        if code in book.names(_CODES):
            raise InputError(f'the code "{code}" is in {path} already; merge the two, or choose another name')
        if not _NAME.fullmatch(code):
            raise InputError(f'"{code}" is no name for a code; write letters, digits, _ and -, a letter first')


def _yielding(
    book: CodebookText, changed: Callable[[list[str]], list[str]], *, leaving: Sequence[str] = ()
) -> Iterator[Edit]:
    """The edits of what codes yield to, none to itself; those of codes that go are left alone."""
    for code in book.names(_CODES):
        before = book.items(_CODES, code, _YIELDS)
        after = [other for other in dict.fromkeys(changed(before)) if other != code]
        if after != before and code not in leaving:
            node = book.value(_CODES, code, _YIELDS)
            column = node.start_mark.column
            if node.flow_style:
                yield Edit(node.start_mark.index, node.end_mark.index, flow_list(after, indent=6, column=column))
            else:
                listed = ("\n" + " " * column).join(f"- {plain(other)}" for other in after) or "[]"
                yield Edit(node.start_mark.index, book.line_end(_CODES, code, _YIELDS), listed)


def _taken_over(book: CodebookText, parts: Sequence[str], into: str) -> Iterator[Edit]:
    """What the code that stays takes over: items behind its own, fields that it lacks at its end."""
    lacking: list[str] = []
    indent = book.value(_CODES, into).start_mark.column
    for name in _LISTS:
        own = book.items(_CODES, into, name)
        items = [item for part in parts for item in book.items(_CODES, part, name)]
        items = [item for item in dict.fromkeys(items) if item not in own]
        if items and book.key(_CODES, into, name) is not None:
            yield book.appended(items, _CODES, into, name)
        elif items:
            listed = flow_list(items, indent=indent + 2, column=indent + len(name) + 2)
            lacking.append(f"\n{' ' * indent}{name}: {listed}")
    end = book.line_end(_CODES, into)
    yield Edit(end, end, "".join(lacking))
    yield from _examples_taken_over(book, parts, into)


def _examples_taken_over(book: CodebookText, parts: Sequence[str], into: str) -> Iterator[Edit]:
    """The examples at the end of the file."""
    items = [item for part in parts for item in book.items(_EXAMPLES, part)]
    if items and book.key(_EXAMPLES, into) is not None:
        yield book.appended(items, _EXAMPLES, into)
    elif items:
        last = book.names(_EXAMPLES)[-1]
        start, end = book.key(_EXAMPLES, last).start_mark.column, book.line_end(_EXAMPLES, last)
        lines = "".join(f"\n{' ' * (start + 2)}- {plain(item)}" for item in items)
        yield Edit(end, end, f"\n{' ' * start}{plain(into)}:{lines}")


def _removed(book: CodebookText, *place: str) -> Edit:
    end = book.line_end(*place)
    return Edit(book.line_start(*place), end + (book.text[end : end + 1] == "\n"), "")


def _copied(book: CodebookText, place: tuple[str, str], fresh: Sequence[str], *, keep: bool) -> Iterator[Edit]:
    """An entry once for each new code, in its place or behind it; labels are told apart by the code."""
    start, end = book.line_start(*place), book.line_end(*place)
    key, label = book.key(*place), book.value(*place, "label")
    copies = []
    for code in fresh:
        edits = [Edit(key.start_mark.index - start, key.end_mark.index - start, plain(code))]
        if label is not None:
            name = plain(f"{label.value} ({code})")
            edits.append(Edit(label.start_mark.index - start, label.end_mark.index - start, name))
        copies.append(CodebookText(book.text[start:end]).edited(edits))
    if keep:
        copies.insert(0, book.text[start:end])
    if copies:
        yield Edit(start, end, "\n".join(copies))
    else:
        yield _removed(book, *place)
