"""Speakers: in whose voice a stretch of an article stands, as each actor's motives see it."""

from collections.abc import Sequence

import pandas as pd

from ..study import Actor
from ..voices import NOT_SPEECH, ArticleVoices, mark_voice, voices_of_spans


class Speakers:
    """The voices of one article as the motives of each actor asked for see them, read where they are asked about."""

    def __init__(self, article: str, voices: ArticleVoices, actors: Sequence[Actor]) -> None:
        self._article = article
        self._voices = voices
        self._actors = {actor.name: actor for actor in actors}

    def voices_at(self, spans: Sequence[tuple[int, int]], actor: str) -> list[tuple[str, str]]:
        """Give (voice, source) of each span for an actor: outlet, actor or other, and who is named as the source.

        An actor's own thought or intention is what a motive proposition tells, not a voice that tells it: it is
        left out, so that "Moscow believes it must act" stays in the voice of whoever writes it.
        """
        marked = mark_voice(self._voices.over(spans), self._actors[actor])
        speech = marked[~((marked["voice"] == "actor") & marked["kind"].isin(NOT_SPEECH))]
        found = voices_of_spans(speech, pd.DataFrame(spans, columns=["start", "end"]).assign(article=self._article))
        return [
            (voice, "" if voice == "outlet" else source)
            for voice, source in zip(found["voice"], found["source"], strict=True)
        ]

    def first_person(self, start: int, end: int) -> frozenset[str]:
        """Give the actors for whom "we" and "I" stand at a place: those whose own speech covers it."""
        return frozenset(actor for actor in self._actors if self.voices_at([(start, end)], actor)[0][0] == "actor")
