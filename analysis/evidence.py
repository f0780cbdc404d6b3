"""Evidence: the propositions behind the motive figures in a reader's words, each with its quote and its sentence."""

from collections.abc import Sequence

import pandas as pd

from .comparisons import propositions_of
from .results import Results

EVIDENCE_COLUMNS = ["outlet", "motive", "kind", "voice", "flags", "evidence", "where", "article"]
KINDS = {
    "goal": "seeks", "purpose": "seeks", "need": "seeks", "interest": "gains", "benefit": "gains",
    "fear": "fears or loses", "harm": "fears or loses", "reason": "because", "priority": "because",
}  # fmt: skip
_FLAGS = {"negated": "by denial", "hedged": "hedged", "minimised": "minimised"}


def evidence_table(results: Results) -> pd.DataFrame:
    """Tell the propositions as a reader of a report takes them; one row a proposition, by outlet and motive.

    ``where`` counts the sentences of the article from 1, and names the article where its outlet has several. Outlets
    and motives stand in the study's order.
    """
    return _tell(results, results.propositions)[EVIDENCE_COLUMNS]


def evidence_of_actors(results: Results, actors: Sequence[str]) -> pd.DataFrame:
    """Tell the propositions about several actors' motives; one row a proposition, by outlet, actor and motive.

    The columns are ``actor`` and those of `evidence_table`; actors stand in the order given.
    """
    told = _tell(results, propositions_of(results, actors))
    outlets = {name: place for place, name in enumerate(dict.fromkeys(told["outlet"]))}
    order = pd.DataFrame({"outlet": told["outlet"].map(outlets), "actor": told["actor"].map(list(actors).index)})
    return told.loc[order.sort_values(["outlet", "actor"], kind="stable").index].reset_index(drop=True)


def _tell(results: Results, propositions: pd.DataFrame) -> pd.DataFrame:
    study = results.study
    told = pd.DataFrame(
        {
            "actor": propositions["holder"],
            "outlet": [study.outlet(outlet).name for outlet in propositions["outlet"]],
            "motive": [study.motives.label(code) for code in propositions["category"]],
            "kind": [KINDS.get(kind, kind) for kind in propositions["kind"]],
            "voice": [_voice(row) for row in propositions.itertuples()],
            "flags": [
                ", ".join(word for field, word in _FLAGS.items() if getattr(row, field))
                for row in propositions.itertuples()
            ],
            "evidence": propositions["evidence"],
            "where": _places(results, propositions),
            "article": propositions["article"],
        },
        columns=["actor", *EVIDENCE_COLUMNS],
    )
    return told.iloc[_reading_order(results, propositions)].reset_index(drop=True)


def _places(results: Results, propositions: pd.DataFrame) -> list[str]:
    articles = results.sources.articles.set_index("article")
    several = articles["outlet"].map(articles["outlet"].value_counts()) > 1
    numbers = {(row.article, row.start): f"s. {row.sentence + 1}" for row in results.sentences.itertuples(index=False)}
    return [
        (f"{articles.loc[row.article, 'title']}, " if several[row.article] else "")
        + numbers.get((row.article, row.sentence_start), "")
        for row in propositions.itertuples()
    ]


def _reading_order(results: Results, propositions: pd.DataFrame) -> list[int]:
    outlets = {outlet.folder: place for place, outlet in enumerate(results.study.outlets)}
    codes = {code: place for place, code in enumerate(results.study.motives.codes)}
    order = pd.DataFrame(
        {
            "outlet": propositions["outlet"].map(outlets),
            "code": propositions["category"].map(codes),
            "article": propositions["article"],
            "start": propositions["start"],
        }
    )
    return order.sort_values(["outlet", "code", "article", "start"], kind="stable").index.tolist()


def _voice(row: tuple) -> str:
    named = f": {row.source}" if row.source else ""
    told = {"outlet": "the outlet", "actor": f"{row.holder}{named}", "other": f"another source{named}"}
    return told.get(row.voice, row.voice)
