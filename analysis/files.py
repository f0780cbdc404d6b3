"""Writing files so that a reader never finds half of one: beside the place first, then renamed into it."""

import os
import tempfile
from pathlib import Path

import pandas as pd

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; an identical file is left untouched."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def write_text(path: Path, content: str) -> None:
    """Write a text file in UTF-8, whole or not at all."""
    write_bytes(path, content.encode("utf-8"))


def write_csv(path: Path, table: pd.DataFrame) -> None:
    """Write a table as csv that a spreadsheet opens without taking any cell for a formula.

    A text cell that begins with = + - @, a tab or a return gets a leading apostrophe; `read_csv` takes it off again.
    """
    safe = table.copy()
    for column in safe.columns:
        if not (pd.api.types.is_numeric_dtype(safe[column]) or pd.api.types.is_bool_dtype(safe[column])):
            safe[column] = [_guard(cell) for cell in safe[column].astype(object)]
    write_text(path, safe.to_csv(index=False, lineterminator="\n"))


def read_csv(path: Path) -> pd.DataFrame:
    """Read a csv as written by `write_csv`, every cell as text, empty cells as empty text."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    return table.map(_unguard)


def _guard(cell: object) -> object:
    if (
        isinstance(cell, str)
        and cell.startswith((*_FORMULA_STARTS, "'"))
        and (cell.startswith(_FORMULA_STARTS) or cell.lstrip("'").startswith(_FORMULA_STARTS))
    ):
        return "'" + cell
    return cell


def _unguard(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_STARTS) else cell
