"""Units: what is counted as one item, token by token.

A unit is a function that takes the tokens and gives `Units`: a number for each token and the names behind the
numbers. `words_and_actors` is the project's default, `words` keeps the surface forms apart.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..actors import sentence_numbers


@dataclass(frozen=True)
class Units:
    """The item of each token as a number into ``names``; -1 where the token is counted with one before it."""

    ids: np.ndarray
    names: np.ndarray


Unit = Callable[[pd.DataFrame], Units]


def words(tokens: pd.DataFrame) -> Units:
    """Count every token by its term, names of actors in all their forms."""
    terms = tokens["term"].cat
    return Units(terms.codes.to_numpy().astype(np.int64), np.asarray(terms.categories, dtype=object))


def words_and_actors(tokens: pd.DataFrame) -> Units:
    """Count a mention of an actor as one hit of the actor, named in brackets ([Moscow]); other tokens by their term."""
    own = words(tokens)
    if "actor" not in tokens:
        return own
    actors = tokens["actor"].cat
    codes = actors.codes.to_numpy().astype(np.int64)
    ids = np.where(codes >= 0, len(own.names) + codes, own.ids)
    ids[continues_mention(tokens)] = -1
    names = [f"[{actor}]" for actor in actors.categories]
    return Units(ids, np.concatenate([own.names, np.array(names, dtype=object)]))


def continues_mention(tokens: pd.DataFrame) -> np.ndarray:
    """Say of each token whether it goes on with the mention of an actor that the token before it began.

    The column ``mention`` decides where the tokens have it (the number of the mention, -1 for none); without it,
    neighbouring tokens of one actor in one sentence are one mention.
    """
    goes_on = np.zeros(len(tokens), dtype=bool)
    if "mention" in tokens:
        mention = tokens["mention"].to_numpy()
        goes_on[1:] = (mention[1:] >= 0) & (mention[1:] == mention[:-1])
    elif "actor" in tokens:
        actor, sentence = tokens["actor"].cat.codes.to_numpy(), sentence_numbers(tokens)
        goes_on[1:] = (actor[1:] >= 0) & (actor[1:] == actor[:-1]) & (sentence[1:] == sentence[:-1])
    return goes_on
