"""Sequences: n-grams of items as units, numbered through the whole corpus, however many terms it has."""

from collections.abc import Mapping

import numpy as np

from ..errors import InputError
from .index import Corpus
from .parts import Part
from .units import Items, Units

LENGTHS = (2, 3, 4)


def ngrams(corpus: Corpus, length: int, *, of: Units) -> Units:
    """Count sequences of 2, 3 or 4 items within a sentence, named by the items with blanks between.

    ``of`` are the items, one a token at most, such as `words_and_actors`: a mention of several words is one of them. An
    n-gram stands at its first word, and n-grams overlap. Goes through the corpus once to number them. Raises InputError
    for another length.
    """
    check_length(length)
    rows, numbers = _number_all(corpus, of, length)

    def items(part: Part) -> Items:
        own, token = _rows(part, of, length)
        return Items(numbers[part.name][number_rows(own, of.width)[1]], token)

    def named(chosen: np.ndarray) -> np.ndarray:
        columns = [of.names[column] for column in rows[chosen].T]
        return np.array([" ".join(words) for words in zip(*columns, strict=True)], dtype=object)

    return Units(len(rows), items, named)


def check_length(length: int) -> None:
    """Raise InputError for a length that n-grams do not have."""
    if length not in LENGTHS:
        raise InputError(f"n-grams have 2, 3 or 4 words, not {length}")


def number_rows(rows: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Give where each distinct row first stands, rows in order, and the number of each row among them.

    The columns hold numbers below ``width``; as many as fit are packed into 64 bits and numbered together.
    """
    bits = max(width - 1, 1).bit_length()
    keys, used = np.zeros(len(rows), dtype=np.uint64), 0
    for column in rows.T:
        if used + bits > 64:
            distinct, keys = np.unique(keys, return_inverse=True)
            keys, used = keys.astype(np.uint64), len(distinct).bit_length()
        keys = keys << np.uint64(bits) | column.astype(np.uint64)
        used += bits
    _, first, numbers = np.unique(keys, return_index=True, return_inverse=True)
    return first, numbers


def _number_all(corpus: Corpus, of: Units, length: int) -> tuple[np.ndarray, Mapping[str, np.ndarray]]:
    """Give the distinct n-grams of all parts as rows of items, and for each part the numbers of its own, in order."""
    distinct = []
    for part in corpus.parts:
        rows, _ = _rows(part, of, length)
        distinct.append(rows[number_rows(rows, of.width)[0]])
    together = np.concatenate([np.zeros((0, length), dtype=np.uint32), *distinct])
    first, numbers = number_rows(together, of.width)
    bounds = np.cumsum([len(rows) for rows in distinct])
    pieces = np.split(numbers, bounds[:-1]) if len(bounds) else []
    return together[first], dict(zip([part.name for part in corpus.parts], pieces, strict=True))


def _rows(part: Part, of: Units, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Give the sequences of a part that stay in their sentence, one row each, and the token at which each begins."""
    number, token = of.items(part)
    sentence = np.cumsum(part.first)
    if token is not None:
        sentence = sentence[token]
    size = max(len(number) - length + 1, 0)
    begin = np.flatnonzero(sentence[:size] == sentence[length - 1 :][:size])
    rows = np.stack([number[begin + offset] for offset in range(length)], axis=1).astype(np.uint32)
    return rows, begin if token is None else token[begin]
