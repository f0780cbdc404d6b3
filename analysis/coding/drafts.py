"""Drafts: decisions as rows of codings.csv, made of a proposition, of a selection of words, or of a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import pandas as pd

from ..errors import InputError
from ..motives.propositions import Cell, copies_in, proposition_id
from .decisions import ADD, CODING_COLUMNS, DECIDED, DECISIONS, FLAGS, NONE, WITHDRAW

_SETTABLE = (*DECIDED, "note")


@dataclass(frozen=True)
class Selection:
    """A stretch of an article that somebody selected; offsets count characters of the text as read."""

    article: str
    start: int
    end: int


def new_decision(
    about: Mapping[str, Cell] | Selection, decision: str, *, coder: str, articles: pd.DataFrame, **values: Cell
) -> dict[str, str]:
    """Make a decision about a proposition (a row of the rules' or the coded table) or about a selection.

    ``values`` are the fields decided on (category, voice, source, negated, hedged, minimised, kind), ``holder`` for a
    selection, ``note``, and ``start`` and ``end`` for another span. What is kept is written out whole, so that it says
    the same when the rules change. Raises InputError where the decision, a field or the stretch is none.
    """
    if decision not in DECISIONS:
        raise InputError(f'"{decision}" is no decision; known decisions: {", ".join(DECISIONS)}')
    unknown = set(values) - {*_SETTABLE, "holder", "start", "end"}
    if unknown:
        raise InputError(f"{', '.join(sorted(unknown))} cannot be decided on; what can: {', '.join(_SETTABLE)}")
    if not coder.strip():
        raise InputError("no coder; say who decides")
    row = vars(about) if isinstance(about, Selection) else dict(about)
    article = _article(articles, str(row["article"]))
    start, end = int(values.get("start", row["start"])), int(values.get("end", row["end"]))
    quote, start, end = _quote(str(article["text"]), start, end)
    said = _said(row, decision, values) | {"note": values.get("note", "")}
    place = {"article": row["article"], "sha256": article["sha256"], "start": start, "end": end, "quote": quote}
    made = dict.fromkeys(CODING_COLUMNS, "") | place | said
    made |= {"coder": coder.strip(), "decision": decision, "holder": values.get("holder", row.get("holder", ""))}
    made |= {"proposition": row.get("proposition") or _id(made, decision, articles), "time": now()}
    return {column: _cell(value) for column, value in made.items()}


def now() -> str:
    """Give the time in UTC, to the second, as it stands in codings.csv."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _said(row: Mapping[str, Cell], decision: str, values: Mapping[str, Cell]) -> dict[str, Cell]:
    """The fields that a decision names: all where a proposition is kept, none where there is none."""
    if decision in (WITHDRAW, NONE):
        return {}
    whole = {column: row.get(column, "") for column in DECIDED}
    said = whole | {column: values[column] for column in DECIDED if column in values}
    missing = [column for column in ("category", "voice", "kind") if decision == ADD and not said[column]]
    if missing or (decision == ADD and not values.get("holder", row.get("holder"))):
        raise InputError(f"an added proposition needs its {', '.join(missing or ['holder'])}; say it too")
    return said | {flag: bool(said[flag]) for flag in FLAGS if not pd.isna(said[flag])}


def _article(articles: pd.DataFrame, name: str) -> pd.Series:
    own = articles[articles["article"] == name]
    if own.empty:
        raise InputError(f'the article "{name}" is not in the study; read the study again')
    return own.iloc[0]


def _quote(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The words of a stretch without blanks around, and where they stand."""
    words = text[max(start, 0) : max(end, 0)]
    if not words.strip():
        raise InputError(f"there are no words from {start} to {end}; select some")
    start = max(start, 0) + len(words) - len(words.lstrip())
    return words.strip(), start, start + len(words.strip())


def _id(made: Mapping[str, Cell], decision: str, articles: pd.DataFrame) -> str:
    if decision == NONE:
        return ""
    copy = str(made["article"]) if made["article"] in copies_in(articles) else ""
    return proposition_id(str(made["sha256"]), int(made["start"]), int(made["end"]), str(made["holder"]), copy=copy)


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if pd.isna(value) else str(value)
