"""Samples: what a coder is led to first, what is drawn at random, and why; made once for each actor of a study."""

import pandas as pd

from ..coding.sampling import random_sentences, sentences_in_reach, teaching_of
from ..results import Results


class Samples:
    """The samples of a study; they hang on the rules alone, so that no decision changes them."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._teaching: dict[str, pd.DataFrame] = {}
        self._sentences: dict[tuple[str, bool], pd.DataFrame] = {}

    def teaching(self, actor: str) -> pd.DataFrame:
        """Give an actor's propositions with how much coding each teaches (`analysis.coding.sampling.teaching_of`)."""
        if actor not in self._teaching:
            rules, study = self._results.annotated.propositions, self._results.study
            own = rules[(rules["holder"] == actor) & (rules["repeat_of"] == "")].reset_index(drop=True)
            self._teaching[actor] = teaching_of(own, self._results.sources.articles, codebook=study.motives)
        return self._teaching[actor]

    def sentences(self, actor: str, *, in_reach: bool) -> pd.DataFrame:
        """Give the sentences without a motive of the actor in random order: all, or only those in its reach."""
        if (actor, in_reach) not in self._sentences:
            results, articles = self._results, self._results.sources.articles
            self._sentences[actor, in_reach] = random_sentences(
                self._in_reach(actor) if in_reach else results.sentences, results.annotated.propositions, articles,
                holder=actor, seed=results.study.seed,
            )  # fmt: skip
        return self._sentences[actor, in_reach]

    def why_proposition(self, row: tuple) -> str:
        """Say why a proposition (a row of `teaching`) comes when it does: how sure its code is, and how frequent."""
        label = self._results.study.motives.label
        if row.certainty == row.certainty:
            return (
                f"Why this one: the machine is {row.certainty:.2f} certain of it, and what it is less certain of comes "
                f"first; it gives “{label(row.category)}” {row.number} of {row.of} times."
            )
        if row.next and row.margin < 1:
            less = f"{1 - row.margin:.0%} as much as" if row.margin else "no less than"
            sure = f"its words speak for “{label(row.next)}” {less} for its code"
        else:
            sure = "its words speak for its code alone" if row.margin else "no word of it speaks for any code"
        return f"Why this one: {sure}; the rules give “{label(row.category)}” {row.number} of {row.of} times."

    def why_sentence(self, row: tuple, actor: str, *, in_reach: bool) -> str:
        """Say how a sentence (a row of `sentences`) came to be drawn, and from which."""
        outlet = self._results.study.outlet(row.outlet).name
        where = f" that can speak of {actor}," if in_reach else ""
        return (
            f"Why this one: drawn at random, number {row.place} of {row.of} among the sentences of {outlet}{where} in "
            f"which the rules find no motive of {actor}; outlets take turns."
        )

    def _in_reach(self, actor: str) -> pd.DataFrame:
        results = self._results
        return sentences_in_reach(
            results.sources.articles, results.sentences, results.segmented.mentions, actors=results.study.actors,
            holder=actor,
        )  # fmt: skip
