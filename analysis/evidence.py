"""Evidence: the propositions behind the motive figure in a reader's words, each with its quote and its sentence."""

import pandas as pd

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
    study, propositions = results.study, results.propositions
    told = pd.DataFrame(
        {
            "outlet": [study.outlet(outlet).name for outlet in propositions["outlet"]],
            "motive": [study.motives.label(code) for code in propositions["category"]],
            "kind": [KINDS.get(kind, kind) for kind in propositions["kind"]],
            "voice": [_voice(row, results.actor) for row in propositions.itertuples()],
            "flags": [
                ", ".join(word for field, word in _FLAGS.items() if getattr(row, field))
                for row in propositions.itertuples()
            ],
            "evidence": propositions["evidence"],
            "where": _places(results),
            "article": propositions["article"],
        },
        columns=EVIDENCE_COLUMNS,
    )
    return told.iloc[_reading_order(results)].reset_index(drop=True)


def _places(results: Results) -> list[str]:
    articles = results.sources.articles.set_index("article")
    several = articles["outlet"].map(articles["outlet"].value_counts()) > 1
    numbers = {(row.article, row.start): f"s. {row.sentence + 1}" for row in results.sentences.itertuples(index=False)}
    return [
        (f"{articles.loc[row.article, 'title']}, " if several[row.article] else "")
        + numbers.get((row.article, row.sentence_start), "")
        for row in results.propositions.itertuples()
    ]


def _reading_order(results: Results) -> list[int]:
    propositions = results.propositions.reset_index(drop=True)
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


def _voice(row: tuple, actor: str) -> str:
    named = f": {row.source}" if row.source else ""
    told = {"outlet": "the outlet", "actor": f"{actor}{named}", "other": f"another source{named}"}
    return told.get(row.voice, row.voice)
