"""Coded rows: what a proposition's row says once coders decided on it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import nan
from pathlib import PurePath

import pandas as pd

from ..motives.propositions import PROPOSITION_COLUMNS, Cell, proposition_id
from ..motives.repeats import mark_repeats
from ..patterns import TOKEN, term_of
from ..tokens import split_sentences
from .anchors import Stretch
from .cases import Case, Cases, majority
from .decisions import DECIDED, FLAGS
from .ground import Ground

CODED_COLUMNS = [*PROPOSITION_COLUMNS, "coders"]
CODED = "coded"
_CLAIM = ("article", "holder", "category")
Row = dict[str, Cell]


class CodedRows:
    """The coded rows of each article, kept as long as its cases are the same."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._made: dict[str, tuple[Cases, list[Row]]] = {}

    def of(self, laid: Mapping[str, Cases]) -> list[Row]:
        """Give the coded rows of all articles in text order, those taken out left out."""
        anew = {
            article: cases
            for article, cases in laid.items()
            if article not in self._made or self._made[article][0] is not cases
        }
        rows = {article: self._rows(article, cases) for article, cases in anew.items()}
        decided = [row for article, own in rows.items() if _is_decided(anew[article]) for row in own]
        _mark_repeats(decided)
        self._made |= {article: (cases, rows[article]) for article, cases in anew.items()}
        return [row for article in laid for row in self._made[article][1]]

    def _rows(self, article: str, cases: Cases) -> list[Row]:
        kept = [case for case in cases.cases if not case.is_rejected]
        known = self._ground.article_rows.get(article, {})
        rows = [(_coded(case, known) if case.votes else case.row) | {"coders": len(case.votes)} for case in kept]
        return sorted(rows, key=lambda row: (row["start"], row["end"]))


def coded_id(case: Case, sha256: str) -> str:
    """Give the id that a decided case has in the coded table."""
    return _id(case, sha256, case.stretch.holder)


def _id(case: Case, sha256: str, holder: str) -> str:
    return proposition_id(sha256, *_span(case), holder, copy=case.stretch.article if case.copy else "")


def _is_decided(cases: Cases) -> bool:
    return any(case.votes for case in cases.cases)


def _mark_repeats(rows: list[Row]) -> None:
    """Mark repeats in rows just made; only what makes the same claim in the same words can be one."""
    for row in rows:
        row["repeat_of"] = ""
    claims: dict[tuple[Cell, ...], list[Row]] = {}
    for row in rows:
        claims.setdefault(tuple(row[name] for name in _CLAIM), []).append(row)
    alike = [row for own in claims.values() if len(own) > 1 and _share_words(own) for row in own]
    if alike:
        for row, repeat in zip(alike, mark_repeats(pd.DataFrame(alike))["repeat_of"], strict=True):
            row["repeat_of"] = repeat


def _share_words(rows: list[Row]) -> bool:
    """Whether two rows have a word in common, without which none repeats another; a quick look before a close one."""
    words = [frozenset(term_of(match.group()) for match in TOKEN.finditer(str(row["evidence"]))) for row in rows]
    return any(one & other for one, other in combinations(words, 2))


def _span(case: Case) -> tuple[int, int]:
    return majority((vote.stretch.start, vote.stretch.end) for vote in case.keeping)


def _coded(case: Case, article: Row) -> Row:
    """The row of a decided case: the coders' stretch and values, the rules' where they say nothing."""
    start, end = _span(case)
    row = (case.row or _added(case.stretch, article)) | {column: case.decided(column) for column in DECIDED}
    first, last = _sentence(case.row, start, end, str(article["clean"]))
    return row | {
        "proposition": _id(case, str(article["sha256"]), str(row["holder"])),
        "sentence_start": first, "sentence_end": last, "start": start, "end": end,
        "evidence": str(article["text"])[start:end], "source": row["source"] if row["voice"] != "outlet" else "",
        "repeat_of": "", "certainty": nan,
    }  # fmt: skip


def _sentence(row: Row, start: int, end: int, clean: str) -> tuple[int, int]:
    """The sentence that a stretch begins in; the rules' own where it still does."""
    if row and int(row["sentence_start"]) <= start < int(row["sentence_end"]):
        return int(row["sentence_start"]), int(row["sentence_end"])
    return max((span for span in _sentences(clean) if span[0] <= start), default=(start, end))


@lru_cache(maxsize=256)
def _sentences(clean: str) -> Sequence[tuple[int, int]]:
    table = split_sentences(pd.DataFrame([{"article": "", "clean": clean}]))
    return tuple(zip(table["start"].tolist(), table["end"].tolist(), strict=True))


def _added(stretch: Stretch, article: Row) -> Row:
    return {
        "file": PurePath(str(article["path"])).name, "outlet": article["outlet"], "article": stretch.article,
        "holder": stretch.holder, "target": "", "source": "", "cue": "", "rule": CODED, "reason": "", "certainty": nan,
    } | dict.fromkeys(FLAGS, False)  # fmt: skip
