"""Coding: the analysts' decisions laid over what the rules found.

A decision about a stretch that a rules' proposition of the same holder shares (a third of the shorter, one to one)
replaces that row's values; one without a counterpart adds a row, with the rule "coded". What nobody decided stays as
the rules have it. The coded table has a column more than the rules': ``coders``, how many decided on the row.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

import pandas as pd

from ..patterns import fold
from ..tokens import split_sentences
from .anchors import Stretch, find_stretch, name_by_today, pair
from .decisions import ADDED, CODING_COLUMNS, FLAGS, read_codings
from .propositions import PROPOSITION_COLUMNS, Cell, proposition_id
from .repeats import mark_repeats

__all__ = ["CODED_COLUMNS", "CODING_COLUMNS", "apply_codings", "coder_status", "read_codings"]

CODED_COLUMNS = [*PROPOSITION_COLUMNS, "coders"]
CODED = "coded"
_DECIDED = ("category", "voice", "source", "kind", *FLAGS)


@dataclass(frozen=True)
class Decision:
    """One coder's latest word on a stretch."""

    coder: str
    stretch: Stretch
    rejects: bool
    values: dict[str, Cell]


@dataclass
class Case:
    """A proposition under decision: the rules' row, empty where they have none, and what the coders decided."""

    stretch: Stretch
    row: dict[str, Cell] = field(default_factory=dict)
    votes: list[Decision] = field(default_factory=list)


def apply_codings(
    propositions: pd.DataFrame, codings: pd.DataFrame, articles: pd.DataFrame, *, focal: str = ""
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lay decisions over the rules' propositions, of one actor or of several: (coded propositions, orphans).

    Of one coder's decisions on a stretch the last counts; several coders decide by majority, ties go to the first.
    A decision that names no holder is about the one whose proposition its id names, else about the ``focal`` actor
    where that one has a proposition there, else about anybody's. Orphans are the decisions that cannot be placed,
    with ``why``: the words are gone, or nothing says what to add.
    """
    decisions, orphans = _anchored(name_by_today(codings, propositions, articles), articles)
    cases = [Case(_stretch(row), row) for row in propositions.to_dict("records")]
    for coder in dict.fromkeys(decision.coder for decision in decisions.values()):
        own = {row: decision for row, decision in decisions.items() if decision.coder == coder}
        unsaid = _vote(cases, own, focal)
        orphans |= dict.fromkeys(unsaid, "the rules have no such proposition and the row does not say all")
    kept = [case for case in cases if not _is_rejected(case)]
    lost = codings.loc[list(orphans)].assign(why=list(orphans.values()))
    return _coded_table(kept, articles), lost.reset_index(drop=True)


def coder_status(codings: pd.DataFrame, propositions: pd.DataFrame) -> str:
    """Say who stands behind a coded table, counting the coders who decided on a row that is in it.

    "rules only"; "2 coders" where both decided on every row; "rules + 1 coder" where every row was decided on by one
    at least, else with how many were: "rules + 1 coder (30 of 76 coded)".
    """
    decided = propositions[propositions["coders"] > 0] if "coders" in propositions else propositions.iloc[:0]
    coders = len(_coders_of(decided, codings))
    if not coders:
        return "rules only"
    if coders > 1 and (propositions["coders"] == coders).all():
        return f"{coders} coders"
    part = f" ({len(decided)} of {len(propositions)} coded)" if len(decided) < len(propositions) else ""
    return f"rules + {coders} coder{'s' if coders > 1 else ''}{part}"


def _coders_of(decided: pd.DataFrame, codings: pd.DataFrame) -> set[str]:
    """The coders with a decision on one of these rows: on its stretch or, where the article changed, on its words."""
    rows = decided.to_dict("records")
    return {row["coder"] for row in codings.to_dict("records") if any(_is_about(row, own) for own in rows)}


def _is_about(coding: dict[str, Cell], row: dict[str, Cell]) -> bool:
    if coding["holder"] not in ("", row["holder"]):
        return False
    quote, words = (" ".join(fold(str(text)).split()) for text in (coding["quote"], row["evidence"]))
    return quote in words or words in quote or bool(_stretch(coding).shared(_stretch(row)))


def _anchored(codings: pd.DataFrame, articles: pd.DataFrame) -> tuple[dict[int, Decision], dict[int, str]]:
    """The decisions that count, by their row in the table, and why others have no place."""
    decisions: dict[int, Decision] = {}
    orphans: dict[int, str] = {}
    seen: set[tuple[str, Stretch | str]] = set()
    for number, row in codings.iloc[::-1].iterrows():
        stretch = find_stretch(articles, row)
        named = {(row["coder"], row["proposition"] + row["holder"])} if row["proposition"] else set()
        keys = {(row["coder"], stretch)} | named
        if stretch is None:
            orphans[number] = "its words are no longer in the article"
        elif not keys & seen:
            decisions[number] = _decision(row, stretch)
        seen |= keys
    return dict(reversed(decisions.items())), dict(reversed(orphans.items()))


def _decision(row: pd.Series, stretch: Stretch) -> Decision:
    values = {column: row[column] for column in _DECIDED if not pd.isna(row[column]) and row[column] != ""}
    return Decision(row["coder"], stretch, row["decision"] == "reject", values)


def _stretch(row: dict[str, Cell]) -> Stretch:
    return Stretch(str(row["article"]), int(row["start"]), int(row["end"]), str(row["holder"]))


def _vote(cases: list[Case], decisions: dict[int, Decision], focal: str) -> Iterator[int]:
    """Give one coder's decisions to the cases they are about, new ones added; yield those that say too little."""
    numbers = list(decisions)
    pairs = pair([decisions[number].stretch for number in numbers], [case.stretch for case in cases], focal=focal)
    for place, number in enumerate(numbers):
        decision = decisions[number]
        if place in pairs:
            cases[pairs[place]].votes.append(decision)
        elif decision.rejects:
            continue
        elif decision.stretch.holder and all(name in decision.values for name in ADDED if name != "holder"):
            cases.append(Case(decision.stretch, votes=[decision]))
        else:
            yield number


def _is_rejected(case: Case) -> bool:
    rejections = [decision.rejects for decision in case.votes]
    return bool(rejections) and _majority(rejections)


def _coded_table(cases: Sequence[Case], articles: pd.DataFrame) -> pd.DataFrame:
    decided = {case.stretch.article for case in cases if case.votes}
    sentences = split_sentences(articles[articles["article"].isin(decided)])
    spans = {name: list(zip(own["start"], own["end"], strict=True)) for name, own in sentences.groupby("article")}
    known = articles.drop_duplicates("article").set_index("article")
    rows = [
        (_coded(case, known.loc[case.stretch.article], spans) if case.votes else case.row) | {"coders": len(case.votes)}
        for case in cases
    ]
    table = pd.DataFrame(rows, columns=CODED_COLUMNS).astype(dict.fromkeys(FLAGS, bool))
    order = {article: place for place, article in enumerate(known.index)}
    table = table.assign(place=table["article"].map(order)).sort_values(["place", "start", "end"], kind="stable")
    return mark_repeats(table[CODED_COLUMNS].reset_index(drop=True))


def _coded(case: Case, article: pd.Series, sentences: dict[str, list[tuple[int, int]]]) -> dict[str, Cell]:
    """The row of a decided case: the coders' stretch and values, the rules' where they say nothing."""
    keeping = [vote for vote in case.votes if not vote.rejects]
    start, end = _majority([(vote.stretch.start, vote.stretch.end) for vote in keeping])
    inside = [span for span in sentences[case.stretch.article] if span[0] <= start] or [(start, end)]
    values = {
        column: _majority([vote.values[column] for vote in keeping if column in vote.values])
        for column in _DECIDED
        if any(column in vote.values for vote in keeping)
    }
    row = (case.row or _added(case.stretch, article)) | values
    return row | {
        "proposition": proposition_id(article["sha256"], start, end, str(row["holder"])),
        "sentence_start": inside[-1][0], "sentence_end": inside[-1][1], "start": start, "end": end,
        "evidence": article["text"][start:end], "source": row["source"] if row["voice"] != "outlet" else "",
    }  # fmt: skip


def _added(stretch: Stretch, article: pd.Series) -> dict[str, Cell]:
    return {
        "file": PurePath(article["path"]).name, "outlet": article["outlet"], "article": stretch.article,
        "holder": stretch.holder, "source": "", "cue": "", "rule": CODED, "reason": "",
    } | dict.fromkeys(FLAGS, False)  # fmt: skip


def _majority(votes: "Iterable[Cell | tuple[int, int]]") -> "Cell | tuple[int, int]":
    """The vote most often given; of equally many, the first."""
    return Counter(votes).most_common(1)[0][0]
