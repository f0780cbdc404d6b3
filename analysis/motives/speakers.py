"""Speakers: in whose voice a stretch of an article stands, as each actor's motives see it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..study import Actor
from ..voices import NOT_SPEECH, mark_voice, voices_of_spans


@dataclass(frozen=True)
class Speakers:
    """The voices of one article, marked once for each actor asked for."""

    article: str
    by_actor: dict[str, pd.DataFrame]

    @classmethod
    def read(cls, article: str, voices: pd.DataFrame, actors: Sequence[Actor]) -> "Speakers":
        """Mark the voices of an article (rows of `analysis.voices.find_voices`) for the actors.

        An actor's own thought or intention is what a motive proposition tells, not a voice that tells it: it is
        left out, so that "Moscow believes it must act" stays in the voice of whoever writes it.
        """
        marked = {}
        for actor in actors:
            own = mark_voice(voices, actor)
            marked[actor.name] = own[~((own["voice"] == "actor") & own["kind"].isin(NOT_SPEECH))]
        return cls(article, marked)

    def voices_at(self, spans: Sequence[tuple[int, int]], actor: str) -> list[tuple[str, str]]:
        """Give (voice, source) of each span for an actor: outlet, actor or other, and who is named as the source."""
        table = pd.DataFrame(spans, columns=["start", "end"]).assign(article=self.article)
        found = voices_of_spans(self.by_actor[actor], table)
        return [
            (voice, "" if voice == "outlet" else source)
            for voice, source in zip(found["voice"], found["source"], strict=True)
        ]

    def first_person(self, start: int, end: int) -> frozenset[str]:
        """Give the actors for whom "we" and "I" stand at a place: those whose own speech covers it."""
        return frozenset(actor for actor in self.by_actor if self.voices_at([(start, end)], actor)[0][0] == "actor")
