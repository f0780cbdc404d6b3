"""Export: the coded set in the benchmark's format, so that an analyst's own work scores the next rules.

A line of JSON an article: file, article, outlet, and its motives with start, end, sentence_start, sentence_end,
evidence, holder, category, kind, voice, source, negated, hedged and minimised.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from ..files import write_text
from ..motives.propositions import Cell
from .coded import Coded

MOTIVE_FIELDS = (
    "start", "end", "sentence_start", "sentence_end", "evidence", "holder", "category", "kind", "voice", "source",
    "negated", "hedged", "minimised",
)  # fmt: skip


def export_coded(path: Path, coded: Coded, *, holder: str) -> list[str]:
    """Write the articles in which every proposition of the holder was decided on; give a line for each left out.

    An article with one decision and all the rest undecided is no gold: what nobody looked at would count as right. The
    rows are those that stand: kept, relabelled or added. What the rules missed and nobody added is not in it.
    """
    lines, left_out = [], []
    for article, own in _by_article(coded, holder):
        undecided = sum(not case["decided"] for case in own)
        if undecided:
            left_out.append(f"{article}: {undecided} of {len(own)} propositions undecided; left out")
            continue
        lines.append(json.dumps(_entry(coded, article, holder), ensure_ascii=False))
    write_text(path, "".join(f"{line}\n" for line in lines))
    return left_out


def _by_article(coded: Coded, holder: str) -> Iterator[tuple[str, list[dict[str, bool]]]]:
    """The articles with a decision on the holder's motives, each with whether its cases are decided."""
    cases: dict[str, list[dict[str, bool]]] = {}
    for case in coded.laid.cases:
        if case.stretch.holder == holder:
            voted = bool(case.votes)
            cases.setdefault(case.stretch.article, []).append({"voted": voted, "decided": voted and not case.waits})
    for article in coded.articles["article"]:
        if any(case["voted"] for case in cases.get(article, ())):
            yield article, cases[article]


def _entry(coded: Coded, article: str, holder: str) -> dict[str, Cell | list[dict[str, Cell]]]:
    table = coded.propositions
    own = table[(table["article"] == article) & (table["holder"] == holder)]
    motives = [{name: _plain(row[name]) for name in MOTIVE_FIELDS} for row in own.to_dict("records")]
    source = coded.articles.set_index("article").loc[article]
    return {"file": Path(str(source["path"])).name, "article": article, "outlet": source["outlet"], "motives": motives}


def _plain(cell: Cell) -> Cell:
    """A cell as JSON has it."""
    return cell.item() if hasattr(cell, "item") else cell
