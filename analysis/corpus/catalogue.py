"""The catalogue: what reading and cleaning made of each file of a study, so that unchanged files are not read again.

A file is looked into only where its size or its times differ from what they were; where its bytes are the same it
is not read as an article again. The catalogue is cached with a checksum, under the study's resolved path; other outlets
or other rules of reading and cleaning make a new one.
"""

import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..articles import Reading, read_article, read_text
from ..cache import Cache, code_version, content_key, open_cache, read_own_file, seal, unseal
from ..cleaning import Removal, blank_out
from ..errors import InputError
from ..files import write_bytes
from ..processes import map_in_processes, processors
from ..progress import with_progress
from ..reading import read_bytes
from ..study import Study
from .sources import digest_of

_BATCH = 16  # files handed to a process together
_WORTH_PROCESSES = 1_000  # files, less are read before another process has begun
_FRESH = 2_000_000_000  # nanoseconds within which a file may change again without a sign in its times


class Entry(NamedTuple):
    """What is known of a file: its size and times, the digests of its bytes and of its cleaned text, its outlet.

    ``removals`` are the stretches taken out (start and end), ``notes`` what reading it had to say; ``clean`` is empty
    where it was left out.
    """

    stamp: str
    content: str
    clean: str
    outlet: str
    removals: list[tuple[int, int]]
    notes: list[str]


class Texts(Mapping[str, str]):
    """The cleaned texts of articles by their names, in the order of their files, read when they are asked for."""

    def __init__(self, files: Mapping[str, Path], entries: Mapping[str, Entry]) -> None:
        self._files, self._entries = files, entries

    def __getitem__(self, name: str) -> str:
        text, _ = read_text(self._files[name])
        return blank_out(text, [Removal(start, end, "") for start, end in self._entries[name].removals])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def catalogue(files: Sequence[Path], study: Study, *, cache: Cache) -> dict[str, tuple[Path, Entry]]:
    """Give what is known of each file, by its place in the study or else its whole path, in the order of the files.

    What had to be read is cached, also where the work is broken off. Raises InputError where the cache cannot be
    written.
    """
    version, path = _version(study), cache.catalogue(study.folder)
    known = _read(path, version)
    folder = os.path.join(os.path.abspath(study.folder), "")
    named = {os.path.abspath(path).removeprefix(folder): path for path in files}
    stamps = {name: _stamp(path) for name, path in named.items()}
    changed = [name for name, stamp in stamps.items() if not stamp or name not in known or known[name].stamp != stamp]
    try:
        for name, entry in _look(changed, named, known, study):
            known[name] = entry._replace(stamp=stamps[name])
    finally:
        if changed:
            there = {name: one for name, one in known.items() if name in named or _is_there(folder, name)}
            _write(path, version, there)
    return {name: (path, known[name]) for name, path in named.items()}


def _look(
    changed: Sequence[str], named: Mapping[str, Path], known: Mapping[str, Entry], study: Study
) -> Iterator[tuple[str, Entry]]:
    """Look into files: those with the same bytes as before are as they were, the others are read."""
    digests = {name: _digest(named[name]) for name in changed}
    unread = []
    for name, digest in digests.items():
        if digest and name in known and known[name].content == digest:
            yield name, known[name]
        else:
            unread.append(name)
    entries = _read_all([named[name] for name in unread], study)
    progress = with_progress(entries, total=len(unread), stage="reading", unit="article")
    for name, entry in zip(unread, progress, strict=True):
        yield name, entry._replace(content=digests[name])


def _read_all(files: Sequence[Path], study: Study) -> Iterator[Entry]:
    """Read and clean files, in as many processes as this machine has processors where there is enough to do."""
    batches = [(files[begin : begin + _BATCH], study) for begin in range(0, len(files), _BATCH)]
    if len(files) < _WORTH_PROCESSES:
        done = map(_entries, batches)
    else:
        done = map_in_processes(_entries, batches, processes=processors())
    for entries in done:
        yield from entries


def _entries(batch: tuple[Sequence[Path], Study]) -> list[Entry]:
    """Read and clean files."""
    files, study = batch
    cache = open_cache()
    return [_entry(read_article(file, study=study, cache=cache)) for file in files]


def _entry(read: Reading) -> Entry:
    removals = [(removal.start, removal.end) for removal in read.removals]
    return Entry("", "", read.clean and digest_of(read.clean), read.outlet, removals, list(read.notes))


def _stamp(path: Path) -> str:
    """Give a file's size and times; nothing where these may not tell the next change, or cannot be had."""
    try:
        state = os.stat(path)
    except OSError:
        return ""
    fresh = time.time_ns() - max(state.st_mtime_ns, state.st_ctime_ns) < _FRESH
    return "" if fresh else f"{state.st_size}-{state.st_mtime_ns}-{state.st_ctime_ns}"


def _digest(path: Path) -> str:
    try:
        return hashlib.blake2b(read_bytes(path), digest_size=16).hexdigest()
    except InputError:
        return ""


def _version(study: Study) -> str:
    """Return a hash of all that an entry depends on beside its file: the outlets, and the rules themselves."""
    outlets = [f"{outlet.folder}\n{outlet.name}" for outlet in study.outlets]
    return content_key(code_version("articles"), study.language, *outlets, *Entry._fields)


def _read(path: Path, version: str) -> dict[str, Entry]:
    """The entries that are cached; none where they are of another version or damaged."""
    listed = unseal(read_own_file(path) or b"", key=version)
    try:
        return {name: Entry(*entry) for name, entry in json.loads(listed or b"{}").items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _write(path: Path, version: str, entries: Mapping[str, Entry]) -> None:
    try:
        write_bytes(path, seal(json.dumps(entries).encode("ascii"), key=version))
    except OSError as error:
        raise InputError(f"{path} could not be written ({error.strerror or error}); make room and run again") from None


def _is_there(folder: str, name: str) -> bool:
    return os.path.isfile(os.path.join(folder, name))
