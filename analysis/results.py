"""Results: every table of a study, made once when it is first asked for.

Notebooks, the run and the report all read from here, so that they agree. While a run shares its results
(`shared_results`), whoever reads its study in this process has those, and the study's files are not read again.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pandas as pd

from .codebooks import Frame
from .coding.coded import Coded, read_codings
from .coding.decisions import read_content
from .coding.status import MACHINE, tell_worth
from .motives.shares import motive_shares
from .study import read_study, why_unread
from .texts import Texts
from .vocabulary.collocation import COLLOCATE_COLUMNS, collocates, shared_collocates
from .vocabulary.cooccurrence import cooccurrence
from .vocabulary.dates import Day, read_window
from .vocabulary.frames import find_hits, frame_rates, rate_differences, with_voices
from .vocabulary.keyness import keyness_table
from .vocabulary.rates import term_rates
from .vocabulary.sequences import sequence_keyness
from .vocabulary.timeline import TIMELINE_COLUMNS, frame_timeline, motive_timeline, node_timeline
from .vocabulary.window import codings_within
from .voices import NOT_SPEECH, mark_voice, voices_of_spans


@dataclass(frozen=True, eq=False)
class Results(Texts):
    """The tables of a study for one actor's motives; each is made when first asked for, and kept.

    The actor is a parameter: the same parse gives the motives of every actor of the study (``propositions_of_all``).
    """

    actor: str

    @property
    def file_hashes(self) -> dict[str, str]:
        """Return the SHA-256 of each of the study's own files, decisions included, as it was read."""
        content = self._codings_content
        codings = {} if content is None else {"codings.csv": hashlib.sha256(content).hexdigest()}
        return {**self.study.hashes, **codings}

    def of_actor(self, actor: str) -> "Results":
        """Return the results for another actor's motives; what does not hang on the actor is not made again."""
        name = self.study.actor(actor).name
        other = Results(self.study.asking_for(name), name)
        vars(other).update({name: made for name, made in vars(self).items() if name in _OF_NO_ACTOR})
        return other

    def with_frames(self, frames: tuple[Frame, ...]) -> "Results":
        """Give the results under other frames; what hangs on the texts and decisions alone is not made again."""
        fresh = Results(replace(self.study, frames=frames), self.actor)
        hanging = {name for name in _CACHED if name not in _OF_FRAMES}
        vars(fresh).update({name: made for name, made in vars(self).items() if name in hanging})
        return fresh

    def reread_codings(self) -> None:
        """Read codings.csv anew; all that hangs on the decisions is made again when it is asked for.

        Raises InputError where the file cannot be read; what was known before then stays.
        """
        vars(self).pop("_codings_content", None)
        codings = self._read_codings()
        coded = self.coded.with_codings(self._compared(codings))
        for name in _OF_CODINGS:
            vars(self).pop(name, None)
        vars(self).update(codings=codings, coded=coded)

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
    def term_rates(self) -> pd.DataFrame:
        """Give the rates of the frames' terms by outlet; one row an outlet, frame and term."""
        return term_rates(self.hits, self.tokens, outlets=self.outlets, frames=self.study.frames, seed=self.study.seed)

    @cached_property
    def frame_timeline(self) -> pd.DataFrame:
        """Give the frames' rates by month; one row a frame, outlet and month, those without a date last."""
        return frame_timeline(
            self.hits, self.tokens, self.sources.articles, outlets=self.outlets, frames=self.study.frames,
            seed=self.study.seed, undated=True,
        )  # fmt: skip

    @cached_property
    def motive_timeline(self) -> pd.DataFrame:
        """Give the actor's motives by month; one row a motive code, outlet and month, those without a date last."""
        return motive_timeline(
            self.propositions, self.tokens, self.sources.articles, outlets=self.outlets, codebook=self.study.motives,
            seed=self.study.seed, undated=True,
        )  # fmt: skip

    @cached_property
    def actor_timeline(self) -> pd.DataFrame:
        """Give how often the actor is named by month; one row an outlet and month, those without a date last."""
        return self.word_timeline(f"[{self.actor}]") if self.actor_is_named else pd.DataFrame(columns=TIMELINE_COLUMNS)

    def word_timeline(self, word: str) -> pd.DataFrame:
        """Give how often a word, a sequence of words or an actor occurs by month; one row an outlet and month.

        Raises InputError where it is nowhere in the texts.
        """
        return node_timeline(
            self.tokens, self.sources.articles, word, outlets=self.outlets, seed=self.study.seed, undated=True
        )

    @cached_property
    def cooccurrence(self) -> pd.DataFrame:
        """Give which frames and motives of the actor occur together; one row an outlet, context and pair."""
        return cooccurrence(
            self.hits, self.propositions, self.sentences, outlets=self.outlets, frames=self.study.frames,
            codebook=self.study.motives,
        )  # fmt: skip

    @cached_property
    def keyness(self) -> pd.DataFrame:
        """Give the keyness table over words, alias groups counted as one; one row an outlet, reference and term."""
        return keyness_table(self.tokens, self.sentences, outlets=self.outlets, seed=self.study.seed)

    @cached_property
    def sequence_keyness(self) -> pd.DataFrame:
        """Give the keyness table over runs of two and three words; one row an outlet, reference and sequence."""
        return sequence_keyness(self.tokens, self.sentences, outlets=self.outlets, seed=self.study.seed)

    @cached_property
    def collocates(self) -> pd.DataFrame:
        """Give the actor's collocates by outlet, shared and apart; one row a collocate and outlet."""
        if not self.actor_is_named:
            return shared_collocates(pd.DataFrame(columns=COLLOCATE_COLUMNS))
        return shared_collocates(collocates(self.tokens, f"[{self.actor}]", outlets=self.outlets))

    @cached_property
    def codings(self) -> pd.DataFrame:
        """Give the analysts' decisions as they stand in the study's codings.csv; one row a decision."""
        return self._read_codings()

    @cached_property
    def coded(self) -> Coded:
        """Give the rules' propositions under the decisions on the articles that are compared."""
        codings = self._compared(self.codings)
        return Coded(self.annotated.propositions, codings, self.sources.articles, self.study.focal)

    @property
    def all_propositions(self) -> pd.DataFrame:
        """Give the propositions of all actors, coded values before the rules', repeats included; one row each."""
        return self.coded.propositions

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
        return self.coded.orphans

    @cached_property
    def coder_status(self) -> str:
        """Say whose propositions these are: rules + 1 coder ...; of the machine alone, also what they are worth."""
        status = self.coded.status(holder=self.actor, seed=self.study.seed)
        return status + tell_worth(self.propositions) if status == MACHINE else status

    @property
    def actor_is_named(self) -> bool:
        """Say whether any article names the actor at all."""
        return bool((self.mentions["actor"] == self.actor).any())

    @property
    def no_motive(self) -> str:
        """Say, where there is no motive of the actor, whether the texts ascribe none or could not be read for it."""
        unread = why_unread(self.study, self.actor, named=self.actor_is_named)
        return unread or f"No motive of {self.actor} is ascribed in these texts."

    def _read_codings(self) -> pd.DataFrame:
        known = [actor.name for actor in self.study.actors]
        return read_codings(
            self.study.codings, codebook=self.study.motives, actors=known, content=self._codings_content
        )

    @cached_property
    def _codings_content(self) -> bytes | None:
        """The decisions as they stood when they were read; None where there is no file."""
        return read_content(self.study.codings)

    def _compared(self, codings: pd.DataFrame) -> pd.DataFrame:
        """The decisions on the articles that are compared; those on others wait."""
        return codings_within(codings, self.sources.articles, known=self.all_sources.articles)

    def _rates(self, *, by_voice: bool) -> pd.DataFrame:
        return frame_rates(
            self.hits, self.tokens, outlets=self.outlets, frames=self.study.frames, by_voice=by_voice,
            seed=self.study.seed,
        )  # fmt: skip


_CACHED = [name for kind in (Texts, Results) for name, made in vars(kind).items() if isinstance(made, cached_property)]
_OF_FRAMES = frozenset(
    {"hits", "rates", "rates_by_voice", "rate_differences", "term_rates", "frame_timeline", "cooccurrence"}
)
_OF_NO_ACTOR = frozenset(
    {name for name, made in vars(Texts).items() if isinstance(made, cached_property)}
    | {"codings", "coded", "_codings_content", "keyness", "sequence_keyness"}
)
_OF_CODINGS = ("motive_shares", "coder_status", "motive_timeline", "cooccurrence")


_shared: Results | None = None


@contextmanager
def shared_results(results: Results) -> Iterator[None]:
    """Have `read_results` return these results for their study while the block runs."""
    global _shared
    _shared = results
    try:
        yield
    finally:
        _shared = None


def read_results(
    folder: Path | str, *, actor: str | None = None, between: tuple[Day | None, Day | None] | None = None
) -> Results:
    """Read a study and give its results, for the study's focal actor unless another of its actors is named.

    ``between`` is the first and the last day of a window in place of the study's own; None for one of them leaves that
    side open, and (None, None) takes the window away. Raises InputError where the study cannot be read, and where a day
    is none or the last comes before the first.
    """
    if _shared is not None and between is None and Path(folder).resolve() == _shared.study.folder.resolve():
        return _shared.of_actor(actor) if actor and actor != _shared.actor else _shared
    study = read_study(folder)
    if between is not None:
        study = replace(study, window=read_window(*between))
    name = study.actor(actor).name if actor else study.focal
    return Results(study.asking_for(name), name)
