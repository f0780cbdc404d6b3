"""Speakers: in whose voice a stretch of an article stands, as each actor's motives see it."""

from collections.abc import Sequence

from ..study import Actor
from ..voices import NOT_SPEECH, ArticleVoices, voice_of

VOICES = ("outlet", "actor", "other")


class Speakers:
    """The voices of one article as the motives of each actor asked for see them, read where they are asked about."""

    def __init__(self, voices: ArticleVoices, actors: Sequence[Actor]) -> None:
        self._voices = voices
        self._actors = {actor.name: actor for actor in actors}

    def voice_at(self, start: int, end: int, actor: str) -> tuple[str, str]:
        """Give (voice, source) of a span for an actor: outlet, actor or other, and who is named as the source.

        An actor's own thought or intention is what a motive proposition tells, not a voice that tells it: it is
        left out, so that "Moscow believes it must act" stays in the voice of whoever writes it.
        """
        for statement in self._voices.statements_at(start, end):
            voice = voice_of(statement.name, statement.role, statement.kind, self._actors[actor])
            if voice != "actor" or statement.kind not in NOT_SPEECH:
                return voice, "" if voice == "outlet" else statement.name
        return "outlet", ""

    def first_person(self, start: int, end: int) -> frozenset[str]:
        """Give the actors for whom "we" and "I" stand at a place: those whose own speech covers it."""
        return frozenset(actor for actor in self._actors if self.voice_at(start, end, actor)[0] == "actor")
