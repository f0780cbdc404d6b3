"""Voices: who says so. Every stretch of an article is the outlet's own words or attributed to a source."""

from .marking import mark_voice, voice_of
from .spans import voice_at, voices_of_spans
from .table import NOT_SPEECH, VOICE_COLUMNS, ArticleVoices, find_voices, typed_voices

__all__ = [
    "NOT_SPEECH",
    "VOICE_COLUMNS",
    "ArticleVoices",
    "find_voices",
    "mark_voice",
    "typed_voices",
    "voice_at",
    "voice_of",
    "voices_of_spans",
]
