"""Decisions: what analysts decided on propositions, as codings.csv tells it.

``codings`` has one row a decision. *accept* keeps a proposition, *reject* takes it out, *relabel* changes what the row
names, *add* puts in one that the rules missed; an empty cell leaves the rules' value as it is. A decision is anchored
by its article's hash, its offsets and its quote (`analysis.motives.anchors`).
"""

from pathlib import Path
from typing import get_args

import pandas as pd
from pandas.errors import EmptyDataError, ParserError

from ..codebooks import MotiveCodebook
from ..errors import InputError
from ..files import read_csv
from .ascription import Kind

CODING_COLUMNS = [
    "proposition", "article", "sha256", "start", "end", "quote", "coder", "decision", "holder", "category", "voice",
    "source", "negated", "hedged", "minimised", "kind", "note", "time",
]  # fmt: skip
DECISIONS = ("accept", "reject", "relabel", "add")
VOICES = ("outlet", "actor", "other")
FLAGS = ("negated", "hedged", "minimised")
ADDED = ("holder", "category", "voice", "kind")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False, "": pd.NA}


def read_codings(path: Path, *, codebook: MotiveCodebook) -> pd.DataFrame:
    """Read the decisions of a codings.csv; a file that is not there is an empty table.

    ``start`` and ``end`` are integers, the flags true, false or missing. Raises InputError with the file, the row (the
    header is row 1, as in a spreadsheet) and how to mend it.
    """
    if not path.is_file():
        return _typed(pd.DataFrame(columns=CODING_COLUMNS))
    try:
        codings = read_csv(path)
    except (EmptyDataError, ParserError, UnicodeDecodeError, OSError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"{path} cannot be read as csv: {said}; save it as csv in UTF-8") from None
    missing = [column for column in CODING_COLUMNS if column not in codings]
    if missing:
        raise InputError(f"{path} has no column {', '.join(missing)}; its columns are {', '.join(CODING_COLUMNS)}")
    codings = codings[CODING_COLUMNS].map(str.strip)
    for number, row in enumerate(codings.to_dict("records"), start=2):
        for problem in _problems(row, codebook):
            raise InputError(f"{path}, row {number}: {problem}")
    return _typed(codings)


def _problems(row: dict[str, str], codebook: MotiveCodebook) -> list[str]:
    """What is wrong with a row, each with how to mend it."""
    return [
        *_bad_choices(row, codebook),
        *_bad_place(row),
        *[
            f'{flag} is "{row[flag]}"; write true, false or nothing'
            for flag in FLAGS
            if row[flag].lower() not in _TRUTH
        ],
        *([] if row["coder"] else ["no coder; say who decided"]),
        *[f"an added proposition needs its {name}" for name in ADDED if row["decision"] == "add" and not row[name]],
    ]


def _bad_choices(row: dict[str, str], codebook: MotiveCodebook) -> list[str]:
    choices = {
        "decision": (DECISIONS, "decisions"),
        "category": (("", *codebook.codes), "codes"),
        "voice": (("", *VOICES), "voices"),
        "kind": (("", *get_args(Kind)), "kinds"),
    }
    return [
        f'the {column} "{row[column]}" is unknown; known {many}: {", ".join(filter(None, known))}'
        for column, (known, many) in choices.items()
        if row[column] not in known
    ]


def _bad_place(row: dict[str, str]) -> list[str]:
    if not (row["start"].isdecimal() and row["end"].isdecimal() and int(row["start"]) < int(row["end"])):
        return [f'start "{row["start"]}" and end "{row["end"]}" are no stretch; write two numbers, the smaller first']
    return [] if row["quote"] else ["no quote; copy the words that it is about"]


def _typed(codings: pd.DataFrame) -> pd.DataFrame:
    flags = {flag: pd.array([_TRUTH[cell.lower()] for cell in codings[flag]], dtype="boolean") for flag in FLAGS}
    return codings.assign(start=codings["start"].astype(int), end=codings["end"].astype(int), **flags)
