"""Actors: alias groups laid over the tokens before anything is counted.

An actor is whoever the study says, under all the names and forms it goes by. Each token of an alias gets the actor's
name in the ``actor`` column; ``mentions`` has one row a mention: article, sentence, start, end, actor, form.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from .errors import InputError
from .patterns import Matches, Vocabulary, find_matches, longest_only, parse_pattern
from .study import Actor

MENTION_COLUMNS = ["article", "sentence", "start", "end", "actor", "form"]


def sentence_numbers(tokens: pd.DataFrame) -> np.ndarray:
    """Number the sentences of a token table through all articles, for keeping matches inside one sentence."""
    changed = (np.diff(tokens["sentence"].to_numpy()) != 0) | (np.diff(tokens["article"].cat.codes.to_numpy()) != 0)
    return np.concatenate([[0], np.cumsum(changed)]) if len(tokens) else np.array([], dtype=int)


def match_aliases(tokens: pd.DataFrame, actors: Sequence[Actor]) -> tuple[Matches, list[str]]:
    """Find the alias matches, the longest where several overlap: the matches, and the actor of each pattern."""
    patterns, owners = [], []
    for actor in actors:
        for alias in actor.aliases:
            try:
                patterns.append(parse_pattern(alias))
            except InputError as error:
                raise InputError(f'actor "{actor.name}" in study.toml: {error}') from None
            owners.append(actor.name)
    terms = tokens["term"].cat
    found = find_matches(
        patterns,
        ids=terms.codes.to_numpy(),
        vocabulary=Vocabulary(list(terms.categories)),
        sentences=sentence_numbers(tokens),
    )
    return longest_only(found, tokens=len(tokens)), owners


def mark_actors(tokens: pd.DataFrame, actors: Sequence[Actor]) -> pd.DataFrame:
    """Give the tokens with the columns ``actor``, the alias group a token belongs to, else missing, and ``mention``.

    ``mention`` numbers the mentions, so that neighbouring ones of an actor stay two; it is -1 outside of any.
    """
    matches, owners = match_aliases(tokens, actors)
    names = [actor.name for actor in actors]
    owner = np.array([names.index(name) for name in owners], dtype=int)
    starts = np.repeat(matches.first - np.cumsum(matches.length) + matches.length, matches.length)
    codes, numbers = np.full(len(tokens), -1), np.full(len(tokens), -1)
    places = starts + np.arange(len(starts))
    codes[places] = np.repeat(owner[matches.pattern], matches.length)
    numbers[places] = np.repeat(np.arange(len(matches.first)), matches.length)
    return tokens.assign(actor=pd.Categorical.from_codes(codes, categories=names), mention=numbers)


def find_mentions(tokens: pd.DataFrame, actors: Sequence[Actor]) -> pd.DataFrame:
    """List the mentions of the actors; one row a mention, whatever its length in words.

    ``form`` is the alias as the study spells it, or where that is a pattern the words found, each with a capital.
    """
    matches, owners = match_aliases(tokens, actors)
    last = matches.first + matches.length - 1
    terms = tokens["term"].to_numpy(object)
    spelled = [alias for actor in actors for alias in actor.aliases]
    forms = [
        " ".join(term[:1].upper() + term[1:] for term in terms[a : b + 1])
        if set("*?") & set(spelled[n])
        else spelled[n]
        for n, a, b in zip(matches.pattern, matches.first, last, strict=True)
    ]
    return pd.DataFrame(
        {
            "article": tokens["article"].to_numpy(object)[matches.first],
            "sentence": tokens["sentence"].to_numpy()[matches.first],
            "start": tokens["start"].to_numpy()[matches.first],
            "end": tokens["end"].to_numpy()[last],
            "actor": [owners[pattern] for pattern in matches.pattern],
            "form": forms,
        },
        columns=MENTION_COLUMNS,
    )
