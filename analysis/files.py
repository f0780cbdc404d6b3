"""Writing files so that a reader never finds half of one: beside the place first, then renamed into it."""

import csv
import hashlib
import io
import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

import pandas as pd

BEYOND = "beyond the last column"
_DIGITS = 10  # significant ones of a float: those behind them differ from processor to processor
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes; empty where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; an identical file is left untouched.

    A file that is there keeps its mode, a new one gets what the umask allows; behind a link the file itself is written.
    Raises OSError with the path.
    """
    path = path.resolve()
    there = path.is_file()
    if there and path.read_bytes() == content:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, mode=stat.S_IMODE(path.stat().st_mode) if there else None)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


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


def write_csv(path: Path, table: pd.DataFrame, *, largest: int | None = None) -> None:
    """Write a table as csv that a spreadsheet opens without taking any cell for a formula.

    A text cell that begins with = + - @, a tab or a return gets a leading apostrophe; `read_csv` takes it off again.
    Floats have ten significant digits. ``largest`` is the most bytes that the file may have: rows beyond are left out.
    """
    content = _csv_text(table)
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


def _csv_text(table: pd.DataFrame) -> str:
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


def read_csv(path: Path | io.BytesIO) -> pd.DataFrame:
    """Read a csv as written by `write_csv`, every cell as text, empty and missing cells as empty text.

    The index and 2 is a row's number in a spreadsheet: blank lines are left out and counted. Where a row has more
    cells than the header, a last column, `BEYOND`, says how many more. Raises csv.Error with the line where quotes do
    not pair.
    """
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
