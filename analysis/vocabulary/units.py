"""Units: what is counted as one item, token by token.

A unit is a function that takes the tokens and gives `Units`: a number for each token and the names behind the
numbers. `words_and_actors` is the project's default, `words` keeps the surface forms apart, `actors` counts nothing
but alias groups, `ngrams` sequences of either, `frame_terms` an analyst's framing vocabulary,
`analysis.vocabulary.parts_of_speech` what is parsed by its part of speech. Whatever the unit, the size of a side stays
its tokens, so that rates of all units are per 1,000 words of the text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..codebooks import Frame
from ..corpus.sequences import check_length, number_rows
from ..errors import InputError
from .matching import match_frames


@dataclass(frozen=True)
class Units:
    """The items as numbers into ``names``; -1 is no item.

    Where ``places`` is missing there is a number for each token, -1 where it is counted with one before it. Else
    ``places`` has the token of each number, in text order: a token can then begin several items.
    """

    ids: np.ndarray
    names: np.ndarray
    places: np.ndarray | None = None

    def by_item(self, of_tokens: np.ndarray) -> np.ndarray:
        """Give what is known of each token for each item instead, from the token at which it begins."""
        return of_tokens if self.places is None else of_tokens[self.places]

    def within(self, chosen: np.ndarray) -> "Units":
        """Give the items of some tokens alone; ``chosen`` says of each token whether it is one of them."""
        here = self.by_item(chosen)
        places = None if self.places is None else (np.cumsum(chosen) - 1)[self.places[here]]
        return Units(self.ids[here], self.names, places)


Unit = Callable[[pd.DataFrame], Units]


def words(tokens: pd.DataFrame) -> Units:
    """Count every token by its term, names of actors in all their forms.

    Terms are small letters but for short words in capitals (US is not us). A form is no meaning: it counts "may" the
    verb with May the month.
    """
    terms = tokens["term"].cat
    return Units(terms.codes.to_numpy().astype(np.int64), np.asarray(terms.categories, dtype=object))


def actors(tokens: pd.DataFrame) -> Units:
    """Count the mentions of actors and nothing else; one hit a mention, named in brackets ([Moscow]).

    Raises InputError where the tokens are not marked with actors. A pronoun that stands for an actor is no mention.
    """
    if "actor" not in tokens:
        raise InputError("these tokens have no actors to count; mark them with analysis.actors.mark_actors first")
    own = tokens["actor"].cat
    ids = np.where(continues_mention(tokens), -1, own.codes.to_numpy().astype(np.int64))
    return Units(ids, np.array([f"[{actor}]" for actor in own.categories], dtype=object))


def words_and_actors(tokens: pd.DataFrame) -> Units:
    """Count a mention of an actor as one hit of the actor, named in brackets ([Moscow]); other tokens by their term.

    Tokens that are not marked with actors are all counted by their term.
    """
    own = words(tokens)
    if "actor" not in tokens:
        return own
    named = actors(tokens)
    ids = np.where(named.ids >= 0, len(own.names) + named.ids, own.ids)
    ids[continues_mention(tokens)] = -1
    return Units(ids, np.concatenate([own.names, named.names]))


def ngrams(length: int, *, of: Unit = words_and_actors) -> Unit:
    """Make the unit that counts sequences of 2, 3 or 4 items within a sentence, named by the items with blanks between.

    ``of`` is the unit of the items, `words` or `words_and_actors`; a mention of several words is one of them. An n-gram
    stands at its first word, and n-grams overlap: one sentence of k items has k - length + 1. Punctuation inside the
    sentence is passed over, so that neighbours across a comma count. Raises InputError for another length.
    """
    check_length(length)

    def count_ngrams(tokens: pd.DataFrame) -> Units:
        base = of(tokens)
        items = np.flatnonzero(base.ids >= 0)
        rows, first = _sequences(base.ids[items], sentence_numbers(tokens)[items], length)
        distinct, numbers = number_rows(rows, len(base.names))
        ids = np.full(len(tokens), -1)
        ids[items[first]] = numbers
        names = [" ".join(parts) for parts in base.names[rows[distinct]]]
        return Units(ids, np.array(names, dtype=object))

    return count_ngrams


def _sequences(ids: np.ndarray, sentences: np.ndarray, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the sequences that stay in their sentence, one row each, and the place of the first item of each."""
    size = max(len(ids) - length + 1, 0)
    first = np.flatnonzero(sentences[:size] == sentences[length - 1 :][:size])
    return ids[first[:, None] + np.arange(length)], first


def frame_terms(frames: Sequence[Frame]) -> Unit:
    """Make the unit that counts the terms of some frames, named as the analyst typed them, and nothing else.

    The hits are those of `analysis.vocabulary.frames.find_hits`: within a frame the longest of overlapping terms wins,
    terms of different frames may overlap. A term of several frames is one item, since it is one expression.
    """

    def count_terms(tokens: pd.DataFrame) -> Units:
        matches, _, terms = match_frames(tokens, frames)
        names = list(dict.fromkeys(term for frame in frames for term in frame.terms))
        number = {name: place for place, name in enumerate(names)}
        items = np.array([number[term] for term in terms], dtype=np.int64)[matches.pattern]
        hits = np.unique(np.stack([matches.first, items], axis=1), axis=0)
        return Units(hits[:, 1], np.array(names, dtype=object), hits[:, 0])

    return count_terms


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
