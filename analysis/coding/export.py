"""Export: the coded set in the benchmark's format, so that an analyst's own work scores the next rules.

A line of JSON per article: file, article, outlet, and its motives with start, end, sentence_start, sentence_end,
evidence, holder, category, kind, voice, source, negated, hedged and minimised.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..files import write_text
from ..motives.propositions import Cell
from .cases import Case
from .coded import Coded
from .coded_rows import coded_id

Json = Cell | Sequence["Json"] | Mapping[str, "Json"]

MOTIVE_FIELDS = (
    "start", "end", "sentence_start", "sentence_end", "evidence", "holder", "category", "kind", "voice", "source",
    "negated", "hedged", "minimised",
)  # fmt: skip


def export_coded(path: Path, coded: Coded, *, holder: str) -> list[str]:
    """Write the articles with decided propositions of the holder (`coded_text`) and return a note on the others."""
    text, notes = coded_text(coded, holder=holder)
    write_text(path, text)
    return notes


def coded_text(coded: Coded, *, holder: str) -> tuple[str, list[str]]:
    """Return a line of JSON per article with a decided proposition of the holder, and a note on what is not decided.

    The motives are the decided ones that stand: kept, relabelled or added. Where an article has others that nobody
    decided on, ``undecided`` lists their start and end: no gold, so what rules find there is not scored. What the rules
    missed and nobody added is not in it.
    """
    cases = _by_article(coded, holder)
    decided = {article: own for article, own in cases.items() if any(map(_is_decided, own))}
    lines = [json.dumps(_entry(coded, article, own), ensure_ascii=False) for article, own in decided.items()]
    return "".join(f"{line}\n" for line in lines), _undecided_note(cases)


def _by_article(coded: Coded, holder: str) -> dict[str, list[Case]]:
    """The propositions of the holder in each article that has one, in the order of the articles."""
    cases: dict[str, list[Case]] = {article: [] for article in coded.articles["article"]}
    for case in coded.laid.cases:
        if case.stretch.holder == holder:
            cases.setdefault(case.stretch.article, []).append(case)
    return {article: own for article, own in cases.items() if own}


def _is_decided(case: Case) -> bool:
    return bool(case.votes) and not case.waits


def _undecided_note(cases: Mapping[str, Sequence[Case]]) -> list[str]:
    left = {article: sum(not _is_decided(case) for case in own) for article, own in cases.items()}
    open_articles = sum(bool(count) for count in left.values())
    if not open_articles:
        return []
    return [
        f"{sum(left.values()):,} of {sum(map(len, cases.values())):,} propositions, in {open_articles:,} of "
        f"{len(cases):,} articles, are not decided and are not among the motives written"
    ]


def _entry(coded: Coded, article: str, cases: Sequence[Case]) -> dict[str, Json]:
    source = coded.articles.set_index("article").loc[article]
    decided = {coded_id(case, str(source["sha256"])) for case in cases if _is_decided(case) and not case.is_rejected}
    table = coded.propositions
    own = table[(table["article"] == article) & table["proposition"].isin(decided)]
    motives = [{name: _plain(row[name]) for name in MOTIVE_FIELDS} for row in own.to_dict("records")]
    entry = {"file": Path(str(source["path"])).name, "article": article, "outlet": source["outlet"], "motives": motives}
    undecided = [[int(case.row["start"]), int(case.row["end"])] for case in cases if case.row and not _is_decided(case)]
    return entry | ({"undecided": undecided} if undecided else {})


def _plain(cell: Cell) -> Cell:
    """A cell as JSON has it."""
    return cell.item() if hasattr(cell, "item") else cell
