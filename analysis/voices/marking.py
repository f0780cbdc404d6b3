"""Voices by actor: which stretches are the actor's own words, another source's, or the outlet's."""

import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from functools import lru_cache

import pandas as pd

from ..patterns import TOKEN, parse_pattern, term_of
from ..study import Actor
from . import beings

OUTLET, ACTOR, OTHER = "outlet", "actor", "other"
_ASIDE = re.compile(r"[,(;]|\s(?:who|which|that|whose)\s")
_PREPOSITION = re.compile(
    r"\s(of|for|in|at|from|to|on|about|against|with|by|near|toward|towards|over|between|than|as)\s", re.IGNORECASE
)
_COMPOUND = re.compile(r"\b[^\W\d]+[-‐‑](?:based|born|led|backed|educated|trained|funded|run|[a-z]+ed)\b")
_OF_THE_ACTOR = ("of", "for", "in", "at", "from")


def mark_voice(voices: pd.DataFrame, actor: Actor | None) -> pd.DataFrame:
    """Give the voices with the column ``voice``: actor, other or outlet.

    A source is the actor where it, or the words that introduce it, name one of the actor's aliases as what it is or
    belongs to ("Moscow", "a Kremlin spokesman", "the embassy of Russia"). Who is only from there or about it is
    another source: its analysts, critics and citizens, an ambassador to it, a "Moscow-based" lawyer, the head of a
    body of its own with the place in its name ("Moscow University"). What is imputed without an event of
    speech, and what nobody named says, is the outlet's.
    """
    roles = voices["role"] if "role" in voices else pd.Series("", index=voices.index)
    told = list(zip(voices["source"], roles, voices["kind"], strict=True))
    marks = {one: voice_of(*one, actor) for one in dict.fromkeys(told)}
    return voices.assign(voice=pd.Series([marks[one] for one in told], index=voices.index, dtype=object))


def voice_of(source: str, role: str, kind: str, actor: Actor | None) -> str:
    """Give the voice of one source, named and introduced so, as `mark_voice` does for a table."""
    return OUTLET if kind == "imputed" else _mark(source, role, _matcher(tuple(actor.aliases) if actor else ()))


def _mark(source: str, role: str, names_actor: Callable[[str], bool]) -> str:
    if not source:
        return OUTLET
    if _is_of_actor(source, names_actor):
        return ACTOR
    speaks_for = any(word in beings.OFFICES for word in role.lower().replace(",", " ").split())
    return ACTOR if speaks_for and _is_of_actor(role, names_actor) else OTHER


def _is_of_actor(phrase: str, names_actor: Callable[[str], bool]) -> bool:
    """Whether a phrase names the actor in its head or in what it is of, and no outsider."""
    parts = _PREPOSITION.split(_ASIDE.split(phrase)[0])
    belonging = parts[:1]
    for preposition, part in zip(parts[1::2], parts[2::2], strict=True):
        if preposition.lower() not in _OF_THE_ACTOR:
            break
        belonging.append(part)
    inside = next((i for i, part in enumerate(belonging) if _is_non_state(part)), len(belonging))
    belonging = [_COMPOUND.sub(" ", part) for part in belonging[:inside]]
    words = {word for part in belonging for word in _words_of(part)}
    state_media = "state" in words or "official" in words
    if words & beings.OUTSIDERS and not state_media:
        return False
    return any(names_actor(part) for part in belonging)


def _is_non_state(part: str) -> bool:
    """Whether a part is a body of its own, such as a university, with whatever place stands in its name."""
    words = _words_of(part)
    return bool(words & beings.NON_STATE) and not words & beings.STATE_BODIES


def _words_of(phrase: str) -> set[str]:
    words = {match.group().lower() for match in TOKEN.finditer(phrase)}
    return words | {word[:-1] for word in words if word.endswith("s")} | {"ally" for word in words if word == "allies"}


@lru_cache(maxsize=256)
def _matcher(aliases: tuple[str, ...]) -> Callable[[str], bool]:
    """A test whether a phrase holds one of the aliases, compared as tokens are."""
    patterns = [parse_pattern(alias).globs for alias in aliases]

    def names_actor(phrase: str) -> bool:
        terms = [term_of(match.group()) for match in TOKEN.finditer(phrase)]
        return any(
            all(fnmatchcase(term, glob) for term, glob in zip(terms[i:], globs, strict=False))
            for globs in patterns
            for i in range(len(terms) - len(globs) + 1)
        )

    return names_actor
