"""Frame edits: a term put into frames.yaml or taken out of it, every other character of the file as it was.

The file is read as YAML to find the place, and changed there alone; what comes out is read again, and nothing is
written unless it says what the old file said with that one term more or less.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..codebooks import Frame, read_frames
from ..errors import InputError
from ..files import CODEBOOK_LARGEST, read_regular, reason_of, refuse_link_out, write_bytes
from ..patterns import parse_pattern
from .yaml_text import appended_entry, appended_item, read_node, removed_item, value_of

if TYPE_CHECKING:
    from ruamel.yaml.nodes import SequenceNode

_LONGEST = 200  # characters of a term or a frame's name


@dataclass(frozen=True)
class FrameEdit:
    """One change of a frames file: the file's bytes before and after, and what was done, in a line."""

    path: Path
    before: bytes
    after: bytes
    said: str


def add_term(path: Path, term: str, *, frame: str) -> FrameEdit:
    """Put a term into a frame, as its last; a frame that is not there is made, as the last.

    Raises InputError where the term holds no word or stands in the frame already, and where the file cannot be changed
    without changing more than that.
    """
    term, frame = _checked(term, "term"), _checked(frame, "frame's name")
    globs = parse_pattern(term).globs

    def edit(text: str, frames: tuple[Frame, ...]) -> tuple[str, tuple[Frame, ...]]:
        known = _find(frames, frame)
        if known is None:
            alike = [other.name for other in frames if other.name.casefold() == frame.casefold()]
            if alike:
                raise InputError(f'{path} has a frame "{alike[0]}"; choose that, or give the new one another name')
            return _with_new_frame(path, text, frame, term), (*frames, Frame(frame, (term,)))
        for old in known.terms:
            if parse_pattern(old).globs == globs:
                raise InputError(f'frame "{frame}" in {path} has the term "{old}" already; nothing was written')
        changed = Frame(frame, (*known.terms, term), known.note)
        text = appended_item(text, _terms_of(path, text, frame), term)
        return text, tuple(changed if each is known else each for each in frames)

    return _write(path, edit, f'"{term}" is now in the frame "{frame}"')


def remove_term(path: Path, term: str, *, frame: str) -> FrameEdit:
    """Take a term, typed as in the file, out of a frame.

    Raises InputError where frame or term is not there, and where it is the frame's only one.
    """

    def edit(text: str, frames: tuple[Frame, ...]) -> tuple[str, tuple[Frame, ...]]:
        known = _find(frames, frame)
        if known is None or term not in known.terms:
            raise InputError(f'{path} has no term "{term}" in a frame "{frame}"; it may have been taken out meanwhile')
        if len(known.terms) == 1:
            raise InputError(f'"{term}" is the only term of "{frame}"; put in another first, or delete the frame there')
        changed = Frame(frame, tuple(other for other in known.terms if other != term), known.note)
        text = removed_item(text, _terms_of(path, text, frame), known.terms.index(term))
        return text, tuple(changed if each is known else each for each in frames)

    return _write(path, edit, f'"{term}" is no longer in the frame "{frame}"')


def undo(edit: FrameEdit) -> None:
    """Put a frames file back as it was before an edit; raises InputError where it has been changed since."""
    if _bytes_of(edit.path) != edit.after:
        raise InputError(f"{edit.path} has been changed since; take the term out, or put it in again, by itself")
    _replace(edit.path, edit.after, edit.before)


def _find(frames: tuple[Frame, ...], name: str) -> Frame | None:
    return next((frame for frame in frames if frame.name == name), None)


def _checked(text: str, kind: str) -> str:
    """Give a term or a name with single blanks; raises InputError where it is empty, too long or unreadable."""
    words = " ".join(text.split())
    if not words or len(words) > _LONGEST:
        raise InputError(f"the {kind} has {len(words)} characters; write 1 to {_LONGEST}")
    if any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 or 0xD800 <= ord(sign) < 0xE000 for sign in words):
        raise InputError(f"the {kind} {words!a} holds a sign that no text file should; type it anew")
    return words


def _terms_of(path: Path, text: str, frame: str) -> "SequenceNode":
    terms = value_of(read_node(text), "frames", frame, "terms")
    if terms is None:
        raise InputError(f'the terms of "{frame}" in {path} are not a list of its own; put the term in by hand')
    return terms


def _with_new_frame(path: Path, text: str, frame: str, term: str) -> str:
    frames = value_of(read_node(text), "frames")
    if frames is None:
        raise InputError(f"the frames in {path} are not written out by name; put the frame in by hand")
    return appended_entry(text, frames, frame, term)


def _write(path: Path, edit: Callable[[str, tuple[Frame, ...]], tuple[str, tuple[Frame, ...]]], said: str) -> FrameEdit:
    """Read the file as it is now, change it, and write it if it then reads as expected."""
    frames, before = read_frames(path), _bytes_of(path)
    mark = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
    text, expected = edit(before.decode("utf-8-sig"), frames)
    after = (mark + text).encode("utf-8")
    if _read_back(path, after) != expected:
        raise InputError(f"{path} is laid out so that one term cannot be changed by itself; change it by hand")
    _replace(path, before, after)
    return FrameEdit(path, before, after, said)


def _read_back(path: Path, content: bytes) -> tuple[Frame, ...]:
    """Read what is about to be written; raises InputError in the file's own name."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "frames.yaml"
        trial.write_bytes(content)
        try:
            return read_frames(trial)
        except InputError as error:
            raise InputError(*(line.replace(str(trial), str(path)) for line in error.lines)) from None


def _bytes_of(path: Path) -> bytes:
    refuse_link_out(path)
    return read_regular(path, largest=CODEBOOK_LARGEST)


def _replace(path: Path, before: bytes, after: bytes) -> None:
    """Write the file unless somebody has changed it since it was read."""
    if _bytes_of(path) != before:
        raise InputError(f"{path} was changed by somebody else just now; nothing was written, try again")
    try:
        write_bytes(path, after)
    except OSError as error:
        raise InputError(f"{path} cannot be written ({reason_of(error)}); nothing was changed") from None
