"""Files: written so that a reader never finds half of one, read so that none can block or fill the memory.

A file is written beside its place and renamed into it; a pipe or device is written into. What is read as a file must be
one, and no larger than such a file can be.
"""

import csv
import errno
import hashlib
import io
import os
import stat
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from .errors import InputError
from .printing import printable

if TYPE_CHECKING:
    import pandas as pd

CODEBOOK_LARGEST = 5_000_000  # bytes of study.toml or a codebook
DECISIONS_LARGEST = 200_000_000  # bytes of codings.csv or memos.csv
BEYOND = "beyond the last column"
_DIGITS = 10  # significant ones of a float: those behind them differ from processor to processor
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


_WAIT_FOR_READER = 5.0  # seconds
_PAUSE = 0.02  # seconds
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes; empty where it cannot be read, or is too large to be read."""
    try:
        return hashlib.sha256(read_regular(path, largest=DECISIONS_LARGEST)).hexdigest()
    except InputError:
        return ""


def read_regular(path: Path, *, largest: int, odd: str = "put the file itself there") -> bytes:
    """Return the bytes of a file of at most ``largest`` bytes, in one reading.

    Raises InputError where there is none, where a folder, pipe or device stands in its place (``odd`` says what to do
    then), where it is larger and where it cannot be read. Nothing is waited for.
    """
    if "\0" in os.fspath(path):
        raise InputError(f"{path} is no name of a file; name another")
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise InputError(f"{path} is no file but a folder, pipe or device; {odd}")
        with open(os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT), "rb") as file:
            content = b"" if os.fstat(file.fileno()).st_size > largest else file.read(largest + 1)
            size = max(os.fstat(file.fileno()).st_size, len(content))
    except (OSError, MemoryError) as error:
        raise InputError(f"{path} cannot be read ({reason_of(error)}); mend its permissions or its link") from None
    if size > largest:
        raise InputError(f"{path} is larger than {largest:,} bytes, which no such file is; put the right file there")
    return content


def is_missing(path: Path) -> bool:
    """Say whether nothing stands at a path, as far as one may look."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def refuse_link_out(path: Path) -> None:
    """Raise InputError where a file of a study is a link that leads out of its folder, or nowhere."""
    if not os.path.islink(path):
        return
    real, folder = os.path.realpath(path), os.path.realpath(path.parent)
    if not real.startswith(os.path.join(folder, "")):
        raise InputError(f"{path} is a link out of its folder, and is not followed; put the file itself there")
    if not os.path.exists(real):
        raise InputError(f"{path} is a link that leads nowhere; put the file itself there")


def reason_of(error: BaseException) -> str:
    """Return why a file could not be read or written; of a full disk, that room must be made."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return f"{error.strerror}: the disk is full, make room on it"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def advice_for(error: OSError, otherwise: str) -> str:
    """Return what to do about a file that could not be written: make room on a full disk, ``otherwise`` what is said.

    Example:
        >>> advice_for(OSError(errno.ENOSPC, "No space left on device"), "mend its permissions")
        'make room on the disk'
    """
    return "make room on the disk" if error.errno in _FULL else otherwise


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; an identical file is left untouched, a pipe or device is written into.

    A file that is there keeps its mode, a new one gets what the umask allows; behind a link the file itself is written.
    Raises OSError with the path.
    """
    path = Path(os.path.realpath(path))
    try:
        if path.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if is_pipe_or_device(path):
            write_into(path, content)
            return
        there = path.is_file()
        if there and path.stat().st_size == len(content) and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, mode=stat.S_IMODE(path.stat().st_mode) if there else None)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def is_pipe_or_device(path: Path) -> bool:
    """Say whether a path is a pipe or a device that takes characters."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def write_into(path: Path | int, content: bytes) -> None:
    """Write into a pipe or device, named or open; raises OSError, also where nobody reads a pipe for five seconds."""
    file = os.dup(path) if isinstance(path, int) else _open_for_reader(path)
    with open(file, "wb") as stream:
        text = printable(content.decode("utf-8", "replace")).encode() if os.isatty(file) else content
        stream.write(text)


def _open_for_reader(path: Path) -> int:
    """Open a pipe or device for writing, a pipe as soon as somebody reads it."""
    until = time.monotonic() + _WAIT_FOR_READER
    while True:
        try:
            file = os.open(path, os.O_WRONLY | _BINARY | _NO_WAIT)
        except OSError as error:
            if error.errno != errno.ENXIO or not stat.S_ISFIFO(os.stat(path).st_mode):
                raise
            if time.monotonic() > until:
                raise OSError(error.errno, "nobody reads the pipe") from None
            time.sleep(_PAUSE)
        else:
            os.set_blocking(file, True)
            return file


def _replace(path: Path, content: bytes, *, mode: int | None) -> None:
    """Write beside the place, then rename into it."""
    beside = path.parent / f".{path.name[:100]}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else mode), "wb") as file:
            file.write(content)
        if mode is not None:
            beside.chmod(mode)
        os.replace(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_text(path: Path, content: str) -> None:
    """Write a text file in UTF-8, whole or not at all."""
    write_bytes(path, content.encode("utf-8", errors="replace"))


def write_csv(path: Path, table: "pd.DataFrame", *, largest: int | None = None) -> None:
    """Write a table as csv (`csv_text`); ``largest`` is the most bytes it may have, rows beyond are left out."""
    content = csv_text(table)
    if largest is not None and len(content.encode("utf-8", errors="replace")) > largest:
        content = _cut_rows(content, largest)
    write_text(path, content)


def _cut_rows(content: str, largest: int) -> str:
    """The first rows of a csv that fit into so many bytes."""
    kept, size = [], 0
    for row in csv.reader(io.StringIO(content, newline="")):
        lines = _Lines()
        csv.writer(lines).writerow(row)
        size += len(lines.getvalue().encode("utf-8", errors="replace"))
        if size > largest:
            break
        kept.append(lines.getvalue())
    return "".join(kept)


def csv_text(table: "pd.DataFrame") -> str:
    """Return a table as csv that a spreadsheet opens without taking any cell for a formula.

    A text cell that begins with = + - @, a tab or a return gets a leading apostrophe; `read_csv` takes it off again.
    Floats have ten significant digits.
    """
    import pandas as pd

    safe = table.copy()
    for column in safe.columns:
        if not (pd.api.types.is_numeric_dtype(safe[column]) or pd.api.types.is_bool_dtype(safe[column])):
            safe[column] = [_guard(cell) for cell in safe[column].astype(object)]
    lines = _Lines()
    safe.to_csv(lines, index=False, lineterminator="\r\n", float_format=f"%.{_DIGITS}g")
    return lines.getvalue()


def csv_rows(rows: Iterable[Sequence[str]]) -> str:
    """Give rows of text cells as lines of csv, guarded as `write_csv` guards them, each line ended."""
    lines = _Lines()
    csv.writer(lines).writerows([_guard(cell) for cell in row] for row in rows)
    return lines.getvalue()


def read_csv(path: Path | io.BytesIO) -> "pd.DataFrame":
    """Read a csv as written by `write_csv`, every cell as text, empty and missing cells as empty text.

    The index and 2 is a row's number in a spreadsheet: blank lines are left out and counted. Where a row has more
    cells than the header, a last column, `BEYOND`, says how many more. Raises csv.Error with the line where quotes do
    not pair.
    """
    import pandas as pd

    with open_csv(path) as file:
        reader = csv.reader(file, strict=True)
        try:
            rows = {number: row for number, row in enumerate(reader, start=-1) if row}
        except csv.Error as error:
            raise csv.Error(f"{error} (line {reader.line_num})") from None
    header = rows.pop(min(rows, default=-1), [])
    width = len(header)
    cells = [[*map(_unguard, row[:width]), *[""] * (width - len(row))] for row in rows.values()]
    table = pd.DataFrame(cells, index=list(rows), columns=header, dtype=str)
    beyond = [str(len(row) - width) if len(row) > width else "" for row in rows.values()]
    return table.assign(**{BEYOND: beyond}) if any(beyond) else table


def open_csv(source: Path | io.BytesIO) -> TextIO:
    """Open a csv, or its content as it was read once, as text."""
    file = io.BytesIO(source.getvalue()) if isinstance(source, io.BytesIO) else source.open("rb")
    return io.TextIOWrapper(file, encoding="utf-8-sig", newline="")


def csv_cells(text: str) -> list[list[str]]:
    """Give the rows of a text of csv as far as they can be read, cells as `read_csv` gives them, no blank lines."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [[_unguard(cell) for cell in row] for row in rows if row]


class _Lines(io.StringIO):
    """Rows of csv with plain line ends; asked for \\r\\n, the csv writer quotes cells with a return of their own."""

    def write(self, row: str) -> int:
        """Take one row."""
        return super().write(row.removesuffix("\r\n") + "\n")


def _guard(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip("'").startswith(_FORMULA_STARTS) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_STARTS) else cell
