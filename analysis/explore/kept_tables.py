"""Kept tables: what is found in a widget, written as a file that does not replace an earlier one."""

import re
from itertools import count
from pathlib import Path

import pandas as pd

from ..errors import InputError
from ..files import advice_for, write_csv

_LONGEST = 60


def keep_table(table: pd.DataFrame, *, folder: Path, name: str) -> Path:
    """Write a table into a folder under a name made safe, with a number behind it where that is taken; give its path.

    Raises InputError where it cannot be written.
    """
    stem = safe_name(name)
    for number in count(1):
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}.csv"
        if not path.exists():
            break
    try:
        write_csv(path, table)
    except OSError as error:
        mend = advice_for(error, "mend that")
        raise InputError(f"{path} cannot be written ({error.strerror}); {mend} and save again") from None
    return path


def safe_name(name: str) -> str:
    """Give a name that any system takes for a file: letters, digits and hyphens alone."""
    words = re.sub(r"[^\w]+", "-", name.replace("*", " ").strip()).strip("-_").lower()
    return words.encode("utf-8")[:_LONGEST].decode("utf-8", errors="ignore").strip("-_") or "table"
