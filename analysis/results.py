"""Results: every table of a study, made once when it is first asked for.

Notebooks, the run and the report all read from here, so that they agree.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from .annotation import Annotated, Segmented, annotate, segment, tell_unparsed
from .articles import Sources, read_study_sources
from .motives.coding import apply_codings, coder_status, read_codings
from .motives.shares import motive_shares
from .study import Study, read_study
from .vocabulary.collocation import COLLOCATE_COLUMNS, collocates, shared_collocates
from .vocabulary.counts import outlet_by_article
from .vocabulary.frames import find_hits, frame_rates, rate_differences, with_voices
from .vocabulary.keyness import keyness_table
from .voices import NOT_SPEECH, mark_voice, voices_of_spans


@dataclass(frozen=True)
class Results:
    """The tables of a study for one actor's motives; each is made when first asked for, and kept.

    The actor is a parameter: the same parse gives the motives of every actor of the study (``propositions_of_all``).
    """

    study: Study
    actor: str

    @cached_property
    def sources(self) -> Sources:
        """Give the articles, what was taken out of them, and a line for each file left out."""
        return read_study_sources(self.study)

    @property
    def articles(self) -> pd.DataFrame:
        """Give the articles with their number of tokens; one row an article."""
        counts = self.tokens["article"].value_counts()
        table = self.sources.articles
        return table.assign(tokens=[int(counts.get(article, 0)) for article in table["article"]])

    @cached_property
    def outlets(self) -> dict[str, str]:
        """Give the outlet of each article, outlets in the study's order."""
        return outlet_by_article(self.sources.articles, order=[outlet.folder for outlet in self.study.outlets])

    @cached_property
    def segmented(self) -> Segmented:
        """Give sentences, tokens and mentions."""
        return segment(self.sources.articles, self.study.actors)

    @cached_property
    def annotated(self) -> Annotated:
        """Give voices and the rules' propositions of all the study's actors: it is the parse that takes time."""
        return annotate(
            self.sources.articles, self.segmented, study=self.study, actors=self.study.actors,
            cache_folder=self.study.state / "parses",
        )  # fmt: skip

    @cached_property
    def notes(self) -> list[str]:
        """Give a line for each file left out and for each article with sentences that are not parsed."""
        return self.sources.notes + tell_unparsed(self.sources.articles, self.segmented.sentences)

    @property
    def tokens(self) -> pd.DataFrame:
        """Give the tokens with their actors; one row a token."""
        return self.segmented.tokens

    @property
    def sentences(self) -> pd.DataFrame:
        """Give the sentences; one row a sentence."""
        return self.segmented.sentences

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """Give the mentions of all actors with their outlet; one row a mention."""
        mentions = self.segmented.mentions
        return mentions.assign(outlet=mentions["article"].map(self.outlets))

    @cached_property
    def voices(self) -> pd.DataFrame:
        """Give the attributed stretches with outlet and voice as the actor's motives see it; one row a piece."""
        voices = mark_voice(self.annotated.voices, self.study.actor(self.actor))
        return voices.assign(outlet=voices["article"].map(self.outlets))

    @property
    def speech(self) -> pd.DataFrame:
        """Give the voices that are speech: thoughts and intentions are told in the words of whoever tells them."""
        return self.voices[~self.voices["kind"].isin(NOT_SPEECH)]

    @cached_property
    def hits(self) -> pd.DataFrame:
        """Give the frame terms found, each with its voice; one row a hit."""
        hits = find_hits(self.tokens, self.study.frames, articles=self.sources.articles)
        return with_voices(hits, voices_of_spans(self.speech, hits[["article", "start", "end"]]))

    @cached_property
    def rates(self) -> pd.DataFrame:
        """Give the frames' rates by outlet; one row an outlet and frame."""
        return self._rates(by_voice=False)

    @cached_property
    def rates_by_voice(self) -> pd.DataFrame:
        """Give the frames' rates by outlet and voice; one row an outlet, frame and voice."""
        return self._rates(by_voice=True)

    @cached_property
    def rate_differences(self) -> pd.DataFrame:
        """Give the rate ratio of each frame for each pair of outlets; one row a frame and pair."""
        return rate_differences(
            self.hits, self.tokens, outlets=self.outlets, frames=self.study.frames, seed=self.study.seed
        )

    @cached_property
    def keyness(self) -> pd.DataFrame:
        """Give the keyness table over words, alias groups counted as one; one row an outlet, reference and term."""
        return keyness_table(self.tokens, self.sentences, outlets=self.outlets, seed=self.study.seed)

    @cached_property
    def collocates(self) -> pd.DataFrame:
        """Give the actor's collocates by outlet, shared and apart; one row a collocate and outlet."""
        if not self.actor_is_named:
            return shared_collocates(pd.DataFrame(columns=COLLOCATE_COLUMNS))
        return shared_collocates(collocates(self.tokens, f"[{self.actor}]", outlets=self.outlets))

    @cached_property
    def codings(self) -> pd.DataFrame:
        """Give the analysts' decisions as they stand in the study's codings.csv; one row a decision."""
        return read_codings(
            self.study.codings,
            codebook=self.study.motives,
            actors=[actor.name for actor in self.study.actors],
        )

    @cached_property
    def _coded(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        return apply_codings(self.annotated.propositions, self.codings, self.sources.articles, focal=self.study.focal)

    @property
    def all_propositions(self) -> pd.DataFrame:
        """Give the propositions of all actors, coded values before the rules', repeats included; one row each."""
        return self._coded[0]

    @property
    def propositions_of_all(self) -> pd.DataFrame:
        """Give the propositions of all actors that count: coded values before the rules', repeats left out."""
        table = self.all_propositions
        return table[table["repeat_of"] == ""].reset_index(drop=True)

    @property
    def propositions(self) -> pd.DataFrame:
        """Give the propositions of the actor that count: coded values before the rules', repeats left out."""
        table = self.propositions_of_all
        return table[table["holder"] == self.actor].reset_index(drop=True)

    @cached_property
    def motive_shares(self) -> pd.DataFrame:
        """Give each motive's share of the outlet's propositions by voice, with its interval by article."""
        return motive_shares(
            self.propositions, self.sources.articles, codebook=self.study.motives, seed=self.study.seed
        )

    @property
    def orphans(self) -> pd.DataFrame:
        """Give the decisions whose quote is no longer found in their article; one row a decision."""
        return self._coded[1]

    @cached_property
    def coder_status(self) -> str:
        """Say whose propositions these are: rules only, rules + 1 coder, ..."""
        return coder_status(self.codings, self.propositions)

    @property
    def actor_is_named(self) -> bool:
        """Say whether any article names the actor at all."""
        return bool((self.mentions["actor"] == self.actor).any())

    def _rates(self, *, by_voice: bool) -> pd.DataFrame:
        return frame_rates(
            self.hits, self.tokens, outlets=self.outlets, frames=self.study.frames, by_voice=by_voice,
            seed=self.study.seed,
        )  # fmt: skip


def read_results(folder: Path | str, *, actor: str | None = None) -> Results:
    """Read a study and give its results, for the study's focal actor unless another of its actors is named."""
    study = read_study(folder)
    return Results(study, study.actor(actor).name if actor else study.focal)
