"""The journal: decisions appended to codings.csv, whole or not at all, whoever else writes to it.

Rows are only ever added, in one write under a lock, and are on the disk when `append_decision` returns.
"""

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ..errors import InputError
from ..files import DECISIONS_LARGEST, advice_for, csv_cells, csv_rows, refuse_link_out
from ..motives.propositions import Cell
from .anchors import Stretch
from .decisions import CODING_COLUMNS, check_header, offset_of, other_letters, refuse_controls
from .locking import locked
from .rows import records

Row = Mapping[str, str]


class NotWrittenError(InputError):
    """A row could not be written, and the file is as it was; ``row`` is what was to be written."""

    def __init__(self, line: str, row: Row) -> None:
        super().__init__(line)
        self.row = dict(row)


class Conflict(InputError):
    """The same coder decided on the same stretch meanwhile: ``written`` is what is there, ``mine`` is not written."""

    def __init__(self, path: Path, written: Row, mine: Row) -> None:
        said = " ".join(filter(None, (written.get("decision"), written.get("category"), written.get("time"))))
        super().__init__(
            f"{path}: {mine['coder']} decided on this stretch in another window meanwhile "
            f"({said or 'and the rows are gone'}); nothing was overwritten, look at it and decide again"
        )
        self.written, self.mine = dict(written), dict(mine)


class Shrunk(InputError):
    """A file has fewer decisions than its reader knows of: ``had`` so many, and now ``has``; nothing is written."""

    def __init__(self, path: Path, had: int, has: int) -> None:
        super().__init__(
            f"{path} had {had} decision{'s' if had > 1 else ''} and now has {has}; "
            "put it back, or go on with what is there"
        )
        self.had, self.has = had, has


@dataclass(frozen=True)
class _Journal:
    """A csv as it stands, open and locked: its text, its columns and its rows as far as they can be read.

    One that is empty, or has nothing but blank lines, begins with its columns when the first row comes.
    """

    path: Path
    file: int
    text: str
    is_empty: bool
    header: Sequence[str]
    rows: Sequence[dict[str, str]]

    def append(self, row: Row) -> None:
        """Append a row in the file's own columns, in one write; on any failure the file is put back as it was."""
        end = "\r\n" if self.text.partition("\n")[0].endswith("\r") else "\n"
        cells = [row.get(column, "") for column in self.header]
        lines = csv_rows([self.header, cells] if self.is_empty else [cells]).removesuffix("\n") + end
        self._write((_mending(self.text, end) + lines).encode("utf-8", errors="replace"))

    def _write(self, content: bytes) -> None:
        before = os.fstat(self.file).st_size
        try:
            while content:
                content = content[os.write(self.file, content) :]
            os.fsync(self.file)
        except BaseException:
            os.ftruncate(self.file, before)
            if not before:
                self.path.unlink(missing_ok=True)
            raise


def append_decision(path: Path, decision: Row, *, expected: str | None = None, known: int | None = None) -> str:
    """Append a decision (`analysis.coding.drafts`) to a codings.csv, made where it is not there; give its token.

    ``expected`` is the `token_of` the decision when its author last looked: where the same coder has decided on the
    stretch since then, `Conflict` is raised and nothing written. ``known`` is how many decisions the author has read:
    where the file is gone or has fewer, `Shrunk` is raised, and InputError where its last row is cut short, for then
    what is written could not be read again. Raises InputError where the file is no codings.csv, and NotWrittenError
    with the decision where the disk is full or the file may not be written: it is then as before.
    """
    if known and not path.exists():
        raise Shrunk(path, known, 0)
    with _opened(path, decision, CODING_COLUMNS) as journal:
        if known is not None:
            _check_whole(journal, known)
        own = _decided(journal.rows, decision)
        if expected is not None and _token(own) != expected:
            raise Conflict(path, own[-1] if own else {}, decision)
        journal.append(decision)
        return _token([*own, decision])


def append_row(path: Path, row: Row, *, columns: Sequence[str]) -> None:
    """Append a row to a csv of these columns as `append_decision` does, whatever rows are there."""
    with _opened(path, row, columns) as journal:
        journal.append(row)


def token_of(codings: pd.DataFrame, decision: Row) -> str:
    """Give what stands for the coder's last decision on the stretch of a decision, in a table that was read."""
    return _token(_decided(records(codings), decision))


@contextmanager
def _opened(path: Path, row: Row, columns: Sequence[str]) -> Iterator[_Journal]:
    try:
        refuse_link_out(path)
        with locked(path) as file:
            yield _read(path, file, columns)
    except OSError as error:
        mend = advice_for(error, "mend that")
        said = f"{path} could not be written ({error.strerror or error}); it is as it was, {mend} and try again"
        raise NotWrittenError(said, row) from None


def _read(path: Path, file: int, columns: Sequence[str]) -> _Journal:
    """Read an open file; raises InputError where its columns are others, or its letters are not in UTF-8.

    A row in UTF-8 at the end of a file in another encoding would make a file that nothing reads.
    """
    if os.fstat(file).st_size > DECISIONS_LARGEST:
        raise InputError(
            f"{path} is larger than {DECISIONS_LARGEST:,} bytes, which no such file is; put it right first"
        )
    os.lseek(file, 0, os.SEEK_SET)
    try:
        text = b"".join(iter(lambda: os.read(file, 1 << 24), b"")).decode("utf-8")
        refuse_controls(path, text)
        known = csv_cells(text)
    except UnicodeDecodeError as error:
        raise InputError(f"{path} {other_letters(error)}") from None
    except csv.Error as error:
        raise InputError(f"{path} cannot be read as csv: {error}; save it as csv in UTF-8") from None
    header, *rows = known or [list(columns)]
    check_header(path, header, columns)
    return _Journal(path, file, text, not known, header, [dict(zip(header, row, strict=False)) for row in rows])


def _check_whole(journal: _Journal, known: int) -> None:
    """Raise where decisions are missing that were there, or the last row breaks off."""
    if len(journal.rows) < known:
        raise Shrunk(journal.path, known, len(journal.rows))
    if journal.rows and not journal.rows[-1].get("decision", "").strip():
        said = f"{journal.path}: the last line is cut short, “{_beginning(journal.text)}”"
        raise InputError(f"{said}; complete it or delete it, then decide again")


def _beginning(text: str) -> str:
    last = text.rstrip("\r\n").rpartition("\n")[2]
    return last if len(last) <= 40 else f"{last[:39]}…"


def _mending(text: str, end: str) -> str:
    """What ends a last line that a crash cut short, so that the next row stands for itself."""
    if not text or text.endswith(("\n", "\r")):
        return ""
    return f'"{end}' if text.count('"') % 2 else end


def _decided(rows: Iterable[Mapping[str, Cell]], decision: Row) -> list[Mapping[str, Cell]]:
    """The rows that the decision's coder has on its stretch, in their order."""
    return [row for row in rows if str(row.get("coder", "")).strip() == decision["coder"] and _is_same(row, decision)]


def _is_same(row: Mapping[str, Cell], decision: Row) -> bool:
    if row.get("proposition") and row["proposition"] == decision["proposition"]:
        return True
    if str(row.get("sha256", "")).strip() != decision["sha256"]:
        return False
    one, other = _stretch(row), _stretch(decision)
    return one is not None and other is not None and bool(one.shared(other))


def _stretch(row: Mapping[str, Cell]) -> Stretch | None:
    start, end = (offset_of(str(row.get(name, "")).strip()) for name in ("start", "end"))
    if start is None or end is None:
        return None
    return Stretch(str(row["sha256"]).strip(), start, end, str(row.get("holder", "")).strip())


def _token(rows: Sequence[Mapping[str, Cell]]) -> str:
    """The number of rows and the time of the last: rows are only ever added."""
    return f"{len(rows)} {str(rows[-1].get('time', '')).strip()}" if rows else ""
