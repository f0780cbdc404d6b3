"""Codebook versions: a change made to motives.yaml whole or not at all, with a new version that says what changed."""

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..codebooks import read_motive_codebook
from ..errors import InputError
from ..files import reason_of, write_text
from .codebook_text import CodebookText, Edit
from .drafts import now

Edits = Callable[[CodebookText], Iterator[Edit]]


def make_change(path: Path, edits: Edits, change: str) -> str:
    """Make the edits, raise the version and write the change down; gives the new version.

    Raises InputError, and leaves the file as it is, where it could not be read afterwards.
    """
    version = read_motive_codebook(path).version
    content = path.read_bytes().decode("utf-8")
    mark, returns = "\ufeff" * content.startswith("\ufeff"), "\r\n" in content
    book = CodebookText(content.removeprefix("\ufeff").replace("\r\n", "\n"))
    new = _raised(version)
    text = book.edited([*edits(book), *_noted(book, new, change)])
    _expect_readable(path, text)
    try:
        write_text(path, mark + (text.replace("\n", "\r\n") if returns else text))
    except OSError as error:
        raise InputError(f"{path} cannot be written ({reason_of(error)}); the change was not made") from None
    return new


def _expect_readable(path: Path, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        write_text(copy, text)
        try:
            read_motive_codebook(copy)
        except InputError as error:
            lines = [line.replace(str(copy), str(path)) for line in error.lines]
            raise InputError(*[f"{line} (the change was not made)" for line in lines]) from None


def _raised(version: str) -> str:
    """The version after this one: its last number and 1, or 2 behind a version without any."""
    if not re.search(r"\d", version):
        return f"{version}.2"
    return re.sub(r"\d+(?=\D*$)", lambda last: str(int(last.group()) + 1), version)


def _noted(book: CodebookText, version: str, change: str) -> Iterator[Edit]:
    """The new version, and the change behind those before it or, the first one, right behind the version."""
    entry = [f'version: "{version}"', f'date: "{now()}"', change]
    node, there = book.value("version"), book.value("changes")
    if node is None:
        yield Edit(0, 0, f'version: "{version}"\n')
    else:
        yield Edit(node.start_mark.index, node.end_mark.index, f'"{version}"')
    if there is None:
        place = 0 if node is None else book.line_end("version")
        block = "changes:\n" + _block(entry, 2)
        yield Edit(place, place, f"{block}\n" if node is None else f"\n{block}")
    elif there.flow_style or not there.value:
        comma = ", " if there.value else ""
        yield Edit(there.end_mark.index - 1, there.end_mark.index - 1, f"{comma}{{{', '.join(entry)}}}")
    else:
        end = book.line_end("changes")
        yield Edit(end, end, "\n" + _block(entry, there.start_mark.column))


def _block(entry: Sequence[str], indent: int) -> str:
    first, *rest = entry
    return "\n".join([" " * indent + "- " + first, *[" " * indent + "  " + line for line in rest]])
