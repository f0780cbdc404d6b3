"""Hits: where a word, a glob, a sequence of words or any of an actor's aliases stands in a corpus."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..patterns import Matches, Pattern, longest_only, parse_pattern
from .index import Corpus
from .near_forms import tell_nowhere
from .parts import Part

HIT_COLUMNS = ["outlet", "article", "start", "end"]
RATE_COLUMNS = ["outlet", "article", "count", "tokens", "per_1000"]
_TOLD = 3  # patterns of a group that are named where they are nowhere


@dataclass(frozen=True)
class PartHits:
    """The hits in one part: the positions of their first and last tokens in it, in text order."""

    part: Part
    first: np.ndarray
    last: np.ndarray


@dataclass(frozen=True)
class Finder:
    """What is looked for, ready to be looked for in any part: patterns, and for each of their globs the terms it is.

    ``matched`` says of each glob, by its text, which terms it matches.
    """

    patterns: tuple[Pattern, ...]
    matched: dict[str, np.ndarray]

    def find(self, part: Part) -> PartHits:
        """Find the hits in one part; of hits that overlap the longest is kept, of equal ones the leftmost."""
        matches = self.matches(part)
        return PartHits(part, matches.first, matches.first + matches.length - 1)

    def matches(self, part: Part) -> Matches:
        """Give the hits in one part, each with the number of its pattern."""
        term, first = part.term, part.first
        opening = np.any([self.matched[pattern.globs[0]] for pattern in self.patterns], axis=0)
        places = np.flatnonzero(opening[term])
        found = [self._match(pattern, places, term, first) for pattern in self.patterns]
        number = np.repeat(np.arange(len(found)), [len(own) for own in found])
        length = np.repeat([len(pattern.globs) for pattern in self.patterns], [len(own) for own in found])
        begin = np.concatenate(found)
        if len(self.patterns) == 1 and len(self.patterns[0].globs) == 1:
            return Matches(number, begin, length)
        order = np.lexsort((number, -length, begin))
        return longest_only(Matches(number[order], begin[order], length[order]), tokens=len(term))

    def _match(self, pattern: Pattern, places: np.ndarray, term: np.ndarray, first: np.ndarray) -> np.ndarray:
        """Give those of the places where a pattern begins."""
        places = places[places <= len(term) - len(pattern.globs)]
        places = places[self.matched[pattern.globs[0]][term[places]]]
        for offset, glob in enumerate(pattern.globs[1:], start=1):
            places = places[~first[places + offset]]
            places = places[self.matched[glob][term[places + offset]]]
        return places


def finder(corpus: Corpus, *patterns: str) -> Finder:
    """Make patterns ready to be looked for: ``sanction*``, ``dual freeze``, or all the aliases of an actor."""
    parsed = tuple(parse_pattern(pattern) for pattern in patterns)
    globs = {glob for pattern in parsed for glob in pattern.globs}
    return Finder(parsed, {glob: corpus.vocabulary.has(glob) for glob in globs})


def find(corpus: Corpus, *patterns: str) -> list[PartHits]:
    """Find the patterns in every part; several patterns are one group, such as the aliases of an actor.

    Raises InputError where they are nowhere, naming forms in the corpus that come near.
    """
    looking = finder(corpus, *patterns)
    hits = [looking.find(part) for part in corpus.parts]
    if not sum(len(found.first) for found in hits):
        asked = " | ".join([*patterns[:_TOLD], *(["..."] if len(patterns) > _TOLD else [])])
        raise InputError(tell_missing(corpus, asked, looking.matched))
    return hits


def hits_table(corpus: Corpus, hits: Sequence[PartHits]) -> pd.DataFrame:
    """List hits; one row a hit in the order of the index: outlet, article, start, end (characters of the article)."""
    articles = corpus.articles
    rows, begun = [np.arange(0)], 0
    for found in hits:
        rows.append(begun + found.part.article_of(found.first))
        begun += len(found.part.held.article)
    row = np.concatenate(rows)
    starts, ends = [np.arange(0)], [np.arange(0)]
    for found in hits:
        start = found.part.start
        starts.append(start[found.first].astype(np.int64))
        ends.append(start[found.last].astype(np.int64) + found.part.length[found.last])
    table = {
        "outlet": pd.Categorical(articles["outlet"]).take(row),
        "article": pd.Categorical.from_codes(row, categories=articles["article"]),
        "start": np.concatenate(starts),
        "end": np.concatenate(ends),
    }
    return pd.DataFrame(table, columns=HIT_COLUMNS)


def rates_by_article(corpus: Corpus, hits: Sequence[PartHits]) -> pd.DataFrame:
    """Count hits by article; one row an article, those without a hit too: outlet, article, count, tokens, per_1000.

    ``per_1000`` is 1,000 hits / tokens, nan for an article without a token.
    """
    counts = [np.bincount(found.part.article_of(found.first), minlength=len(found.part.held.article)) for found in hits]
    table = corpus.articles.assign(count=np.concatenate([np.arange(0), *counts]))
    with np.errstate(invalid="ignore"):
        table["per_1000"] = 1000 * table["count"].to_numpy() / table["tokens"].to_numpy()
    return table[RATE_COLUMNS]


def tell_missing(corpus: Corpus, asked: str, globs: Mapping[str, np.ndarray]) -> str:
    """Say that something is nowhere, and which forms in the corpus come near; ``globs`` has the terms of each."""
    occurs = np.zeros(len(corpus.terms), dtype=bool)  # the vocabulary keeps the terms of articles that are gone
    for part in corpus.parts:
        occurs[part.term] = True
    missing = [glob for glob, matched in globs.items() if not (matched & occurs).any()]
    terms = [corpus.terms[number] for number in np.flatnonzero(occurs).tolist()] if missing else []
    return tell_nowhere(asked, missing, terms)
