"""Decisions: what analysts decided on propositions, as codings.csv tells it.

``codings`` has one row a decision. *accept* keeps a proposition, *reject* takes it out, *relabel* changes what the row
names, *add* puts in one that the rules missed; an empty cell leaves the rules' value as it is. *withdraw* takes the
coder's last decision on the stretch back, *none* says that a sentence was looked at and holds no motive of the holder
(of nobody, where none is named). A decision is anchored by its article's hash, its offsets and its quote
(`analysis.coding.anchors`). ``was`` is the code as the file has it where another one, or none, is read for it.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

import pandas as pd

from ..codebooks import MotiveCodebook
from ..errors import InputError
from ..files import BEYOND, DECISIONS_LARGEST, is_missing, open_csv, read_csv, read_regular, refuse_link_out
from ..motives.grammar.ascription import Kind
from ..motives.speakers import VOICES
from ..printing import brief
from .carrying import carry, moment_of
from .rows import records

CODING_COLUMNS = [
    "proposition", "article", "sha256", "start", "end", "quote", "coder", "decision", "holder", "category", "voice",
    "source", "negated", "hedged", "minimised", "kind", "note", "time",
]  # fmt: skip
READ_COLUMNS = [*CODING_COLUMNS, "was"]
REJECT, ADD, WITHDRAW, NONE = "reject", "add", "withdraw", "none"
DECISIONS = ("accept", REJECT, "relabel", ADD, WITHDRAW, NONE)
FLAGS = ("negated", "hedged", "minimised")
DECIDED = ("category", "voice", "source", "kind", *FLAGS)
ADDED = ("holder", "category", "voice", "kind")
Choices = dict[str, tuple[Sequence[str], str]]
_DIGITS = 12  # of an offset; no article has a million million characters
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False, "": pd.NA}


def read_codings(
    path: Path, *, codebook: MotiveCodebook, actors: Sequence[str] | None = None, content: bytes | None = None
) -> pd.DataFrame:
    """Read the decisions of a codings.csv; a file that is not there is an empty table.

    ``content`` is the file's content where it was read already.

    ``start`` and ``end`` are integers, the flags true, false or missing; the index and 2 is the row in a spreadsheet.
    Where ``actors`` are given, every holder must be one of them. A code that was renamed or merged is read as what it
    became; one that was split, or that the codebook does not know, is read as none and kept in ``was``. Raises
    InputError with a line for each thing wrong: the file, the row (the header is row 1) and how to mend it.
    """
    cells = read_cells(path, CODING_COLUMNS, content=content)
    codings = cells[[name for name in (*CODING_COLUMNS, BEYOND) if name in cells]].map(str.strip)
    known, dated = _choices(actors), any(change.date for change in codebook.changes)
    lines = [
        f"{path}, row {number}: {problem}"
        for number, row in zip(codings.index + 2, records(codings), strict=True)
        for problem in (*_problems(row, known), *(_bad_time(row) if dated else ()))
    ]
    if lines:
        raise InputError(*lines)
    return _typed(_carried(codings, codebook)[READ_COLUMNS])


def read_content(path: Path) -> bytes | None:
    """Return the bytes of codings.csv or memos.csv; None where it is not there.

    Raises InputError where it is no file, a link out of the study, too large or unreadable.
    """
    refuse_link_out(path)
    if is_missing(path):
        return None
    return read_regular(path, largest=DECISIONS_LARGEST, odd="move it away, decisions are kept under that name")


def read_cells(path: Path, columns: Sequence[str], *, content: bytes | None = None) -> pd.DataFrame:
    """Read a file's cells as text; one that is not there or blank has none.

    Raises InputError where they are not separated by commas or one of the columns is missing.
    """
    content = read_content(path) if content is None else content
    if content is None or not content.removeprefix(b"\xef\xbb\xbf").strip():
        return pd.DataFrame(columns=list(columns), dtype=str)
    try:
        text = content.decode("utf-8-sig")
        refuse_controls(path, text)
        cells = read_csv(io.BytesIO(content))
    except UnicodeDecodeError as error:
        raise InputError(f"{path} {other_letters(error)}") from None
    except csv.Error as error:
        raise InputError(f"{path} {_unreadable(content, error)}") from None
    check_header(path, list(cells), columns)
    return cells


def refuse_controls(path: Path, text: str) -> None:
    """Raise InputError where a file of decisions holds NUL characters, which no spreadsheet writes."""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InputError(
            f"{path} holds a NUL character in line {line}; open it in a spreadsheet and save it as “CSV UTF-8”"
        )


def other_letters(error: UnicodeDecodeError) -> str:
    """Say of a file that is not in UTF-8 what to do about it."""
    name = "UTF-16" if error.object[:2] in (b"\xff\xfe", b"\xfe\xff") else "another encoding, such as Windows-1252,"
    return f"is written in {name} and not in UTF-8; open it in a spreadsheet and save it as “CSV UTF-8”"


def _unreadable(content: bytes, error: csv.Error) -> str:
    """What is wrong with a file that is no csv; a quote that nothing closes takes in all that follows it."""
    if "unexpected end of data" in str(error):
        row = _last_row(content)
        return f"is cut short in line {row}: a quote is opened and not closed; complete the row or delete it"
    if "field larger" in str(error):
        return (
            f"cannot be read as csv: {error}: a cell is longer than {csv.field_size_limit():,} characters, as where a "
            "quote is not closed; mend that row"
        )
    return f"cannot be read as csv: {' '.join(str(error).split())}; save it as csv in UTF-8"


def _last_row(content: bytes) -> int:
    """The line in which the last row begins."""
    with open_csv(io.BytesIO(content)) as file:
        reader = csv.reader(file)
        ends = [0, *(reader.line_num for _ in reader)]
    return ends[-2] + 1


def check_header(path: Path, header: Sequence[str], columns: Sequence[str]) -> None:
    """Raise InputError where the columns of a file are separated by something else than commas, or one is missing."""
    first = next(iter(header), "")
    for sign, name in ((";", ";"), ("\t", "tabs")):
        if set(columns) <= {column.strip().strip('"') for column in first.split(sign)}:
            raise InputError(f"{path} is separated by {name}, save it with commas (in a spreadsheet: Save as, CSV)")
    twice = [column for column in columns if header.count(column) > 1]
    if twice:
        raise InputError(f"{path} has the column {', '.join(twice)} twice; take one out")
    missing = [column for column in columns if column not in header]
    if missing:
        raise InputError(f"{path} has no column {', '.join(missing)}; its columns are {', '.join(columns)}")


def _carried(codings: pd.DataFrame, codebook: MotiveCodebook) -> pd.DataFrame:
    """Give the decisions under the codes of today; ``was`` is the code in the file where it is another or none."""
    today = [
        code and carry(code, time, codebook=codebook)
        for code, time in zip(codings["category"], codings["time"], strict=True)
    ]
    was = [code if code != now else "" for code, now in zip(codings["category"], today, strict=True)]
    return codings.assign(category=today, was=was)


def _problems(row: Mapping[str, str], known: Choices) -> Iterator[str]:
    """What is wrong with a row, each with how to mend it; of a row whose cells are out of place, that alone."""
    if row.get(BEYOND):
        yield f'too many cells ({row[BEYOND]} {BEYOND}); a cell with a comma must stand in double quotes: "one, two"'
        return
    if not row["decision"]:
        yield "it breaks off before the decision; complete the row, or take it out where it was cut short"
        return
    yield from [
        *_bad_choices(row, known),
        *_bad_place(row),
        *[
            f'{flag} is "{brief(row[flag])}"; write true, false or nothing'
            for flag in FLAGS
            if row[flag].lower() not in _TRUTH
        ],
        *([] if row["coder"] else ["no coder; say who decided"]),
        *[f"an added proposition needs its {name}" for name in ADDED if row["decision"] == ADD and not row[name]],
    ]


def _choices(actors: Sequence[str] | None) -> Choices:
    """What a column's cells may be, and what that is called; an empty cell is allowed for all but the decision."""
    choices: Choices = {
        "decision": (DECISIONS, "decisions"),
        "voice": (("", *VOICES), "voices"),
        "kind": (("", *get_args(Kind)), "kinds"),
    }
    return choices if actors is None else choices | {"holder": (("", *actors), "actors")}


def _bad_choices(row: Mapping[str, str], choices: Choices) -> list[str]:
    return [
        f'the {column} "{brief(row[column])}" is unknown; known {many}: {", ".join(filter(None, known))}'
        for column, (known, many) in choices.items()
        if row[column] not in known
    ]


def _bad_place(row: Mapping[str, str]) -> list[str]:
    start, end = offset_of(row["start"]), offset_of(row["end"])
    if start is None or end is None or start >= end:
        told = f'start "{brief(row["start"])}" and end "{brief(row["end"])}"'
        return [f"{told} are no span; write two whole numbers, the smaller first"]
    return [] if row["quote"] else ["no quote; copy the words that it is about"]


def offset_of(cell: str) -> int | None:
    """Return the offset that a cell holds; None where it holds none."""
    return int(cell) if cell.isdecimal() and len(cell) <= _DIGITS else None


def _bad_time(row: Mapping[str, str]) -> list[str]:
    """A time that cannot be read, where it decides which changes of the codebook came after the decision."""
    time = row["time"]
    told = f'the time "{brief(time)}" cannot be read; write it as 2026-11-22 or 2026-11-22T10:00:00Z, or leave it empty'
    return [told] if time and moment_of(time) is None else []


def _typed(codings: pd.DataFrame) -> pd.DataFrame:
    flags = {flag: pd.array([_TRUTH[cell.lower()] for cell in codings[flag]], dtype="boolean") for flag in FLAGS}
    return codings.assign(start=codings["start"].astype(int), end=codings["end"].astype(int), **flags)
