"""Sampling for coding: what to decide on first, and sentences at random in which the rules found nothing."""

import hashlib
from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..codebooks import MotiveCodebook
from ..motives.categories import Categorized, categorizer_of
from ..motives.naming import ActorNames
from ..motives.reach import actors_in_reach
from ..parse import parse_articles
from ..study import Actor
from ..voices import ArticleVoices
from .cases import Cases

DRAWN_COLUMNS = ["outlet", "article", "sha256", "sentence", "start", "end", "place", "of"]


def teaching_of(propositions: pd.DataFrame, articles: pd.DataFrame, *, codebook: MotiveCodebook) -> pd.DataFrame:
    """Give the machine's propositions with how much coding each teaches; it hangs on no decision.

    Of those that the learned reader weighed (with a ``certainty``), ``teaches`` = 1 - certainty: those nearest the
    threshold, below which they would not be shown, come first. Of the rules alone it is (1 - margin) + rarity.
    ``margin`` = 1 - the best other code's score / its own, from 0 to 1: 0
    where another code has as much or nothing speaks for any, 1 where nothing speaks for another; ``next`` is that other
    code, "" where there is none. ``rarity`` = 1 - ``number``, the propositions of the category (of all, ``of``), /
    those of the most frequent one. The margin says how close the choice of the code was, not how likely it or the
    proposition is right.
    """
    weighed = _weighed(propositions, articles, codebook)
    by_row = list(zip(weighed, propositions["category"], strict=True))
    number = propositions.groupby("category", observed=True)["category"].transform("size").astype(int)
    table = propositions.assign(
        certainty=pd.to_numeric(propositions["certainty"], errors="coerce"),
        margin=np.array([_margin(one, category) for one, category in by_row], dtype=float),
        next=[_next(one, category) for one, category in by_row],
        number=number, of=len(propositions), rarity=1 - number / (number.max() if len(number) else 1),
    )  # fmt: skip
    return table.assign(teaches=(1 - table["certainty"]).fillna(1 - table["margin"] + table["rarity"]))


def most_instructive(teaching: pd.DataFrame, cases: Cases, *, coder: str = "") -> pd.DataFrame:
    """Give the propositions of `teaching_of` in the order in which coding them teaches most, the same every time.

    Those that ``coder`` (anybody, where none is named) has not decided on (``decided``) come first; of those the
    outlets take turns, and in each outlet what teaches most comes first.
    """
    table = teaching.assign(decided=teaching["proposition"].isin(_decided(cases, coder)))
    table = table.sort_values(["decided", "teaches"], ascending=[True, False], kind="stable")
    turn = table.groupby(["decided", "outlet"], sort=False, observed=True).cumcount()
    return table.assign(turn=turn).sort_values(["decided", "turn"], kind="stable").drop(columns="turn")


def sentences_in_reach(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    actors: Sequence[Actor],
    holder: str,
) -> pd.DataFrame:
    """Give the sentences (rows of the sentences table) in which the rules look for motives of the holder.

    ``actors`` are all of the study, for whom a word stands for depends on who else is named. A motive in a sentence out
    of reach is found by no rule (`analysis.motives.reach`).
    """
    own = dict(list(mentions.groupby("article", sort=False, observed=True)))
    within = []
    for article in parse_articles(articles, sentences, wanted=lambda _: ()):
        names = ActorNames(article, own.get(article.article, mentions.iloc[:0]), actors)
        reached = actors_in_reach(article, names, ArticleVoices(article), actors)
        within += [
            (article.article, article.sentences[position].number)
            for position, reaching in reached.items()
            if holder in reaching
        ]
    return sentences.merge(pd.DataFrame(within, columns=["article", "sentence"]), on=["article", "sentence"])


def random_sentences(
    sentences: pd.DataFrame, propositions: pd.DataFrame, articles: pd.DataFrame, *, holder: str, seed: int = 0
) -> pd.DataFrame:
    """Give the sentences in which the rules find no motive of the holder, in random order, the outlets taking turns.

    The first n of an outlet (``place`` 1 to n of ``of``) are a simple random sample of its sentences without any, each
    drawn with probability n / of. The order hangs on the seed and on article and place alone: it stays when others are
    drawn or articles are added, which come in between. Give the rules' propositions, not the coded ones, and only
    those sentences that are to be drawn from: all, or `sentences_in_reach`.
    """
    known = articles.set_index("article")[["outlet", "sha256"]]
    free = sentences[~_holds_any(sentences, propositions[propositions["holder"] == holder])]
    drawn = free.join(known, on="article")
    lots = [_lot(seed, row.sha256, row.start, row.end) for row in drawn.itertuples()]
    drawn = drawn.assign(lot=lots).sort_values(["lot", "article"], kind="stable")
    by_outlet = drawn.groupby("outlet", sort=False, observed=True)
    drawn = drawn.assign(place=by_outlet.cumcount() + 1, of=by_outlet["lot"].transform("size"))
    return drawn.sort_values("place", kind="stable")[DRAWN_COLUMNS].reset_index(drop=True)


def _decided(cases: Cases, coder: str) -> set[str]:
    """The rules' propositions that a coder, or anybody, has decided on for good."""
    return {
        str(case.row["proposition"])
        for case in cases.cases
        if case.row and any(not vote.waits and coder in ("", vote.coder) for vote in case.votes)
    }


def _weighed(propositions: pd.DataFrame, articles: pd.DataFrame, codebook: MotiveCodebook) -> list[Categorized]:
    """What the rules weigh for and against each proposition's category."""
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    categorize = categorizer_of(codebook).categorize
    return [
        categorize(row.evidence, sentence=texts[row.article][row.sentence_start : row.sentence_end])
        for row in propositions.itertuples()
    ]


def _margin(chosen: Categorized, category: str) -> float:
    """The margin of the code that the words speak for, 0 where the category is another one, taken from before."""
    if not chosen.score or chosen.category != category:
        return 0.0
    return float(np.clip(1 - chosen.runner_up_score / chosen.score, 0, 1))


def _next(chosen: Categorized, category: str) -> str:
    """The other code that the words speak for, if any."""
    if chosen.category == category:
        return chosen.runner_up
    return chosen.category if chosen.score else ""


def _holds_any(sentences: pd.DataFrame, propositions: pd.DataFrame) -> "pd.Series[bool]":
    """Whether a proposition begins in or reaches into each sentence."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for article, start, end in zip(propositions["article"], propositions["start"], propositions["end"], strict=True):
        spans.setdefault(article, []).append((start, end))
    return pd.Series(
        [
            any(start < row.end and row.start < end for start, end in spans.get(row.article, ()))
            for row in sentences.itertuples()
        ],
        index=sentences.index, dtype=bool,
    )  # fmt: skip


def _lot(seed: int, sha256: str, start: int, end: int) -> str:
    return hashlib.sha256(f"{seed}:{sha256}:{start}:{end}".encode()).hexdigest()
