"""Collections: the articles at some paths, read by a study's rules, cleaned and indexed.

What was made of them is cached (`analysis.cache`): what reading and cleaning found in each file
(`analysis.corpus.catalogue`) and the index. Both are brought up to date at the cost of what is new.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from ..articles import find_files
from ..cache import open_cache
from ..errors import InputError
from ..reading import shown
from ..study import Study
from .building import update_corpus
from .catalogue import Texts, catalogue
from .index import Corpus
from .sources import Source
from .stories import same_stories

_PAIRS_TOLD = 20


@dataclass(frozen=True)
class Collection:
    """Articles that are indexed: their texts in the order of the files, the outlets as they are to be shown, notes."""

    corpus: Corpus
    texts: Texts
    outlets: tuple[str, ...]
    notes: tuple[str, ...]

    def rows(self) -> np.ndarray:
        """Give the articles, as rows of the index, in the order of the files."""
        row = {article: number for number, article in enumerate(self.corpus.articles["article"])}
        return np.array([row[article] for article in self.texts], dtype=np.int64)


def collect(paths: Sequence[Path], study: Study) -> Collection:
    """Read and index the articles at or below some paths.

    Raises InputError where a path is not there, where no article could be read, and where the cache cannot be
    written.
    """
    cache = open_cache()
    known = catalogue(find_files(paths), study, cache=cache)
    notes = [note for _, entry in known.values() for note in entry.notes]
    read = {name: one for name, one in known.items() if one[1].clean}
    if not read:
        told = f": {notes[0]}" if notes else ""
        raise InputError(f"no article could be read from {', '.join(map(str, paths))}{told}")
    texts = Texts({name: path for name, (path, _) in read.items()}, {name: entry for name, (_, entry) in read.items()})
    sources = [
        Source(name, entry.outlet, entry.clean, partial(texts.__getitem__, name)) for name, (_, entry) in read.items()
    ]
    update = update_corpus(cache.index_folder(study.folder), sources)
    order = [outlet.folder for outlet in study.outlets] + [entry.outlet for _, entry in read.values()]
    outlets = tuple(outlet for outlet in dict.fromkeys(order) if outlet in update.corpus.outlets)
    return Collection(update.corpus, texts, outlets, (*notes, *update.notes, *_stories(update.corpus)))


def _stories(corpus: Corpus) -> list[str]:
    """Give a line for each of the first pairs of articles that tell the same story, and how many more there are."""
    names, pairs = [shown(name) for name in corpus.articles["article"]], same_stories(corpus)
    told = [
        f"{names[second]} is the same story as {names[first]}; both are counted, so take one out unless that is meant"
        for first, second in pairs[:_PAIRS_TOLD]
    ]
    more = len(pairs) - _PAIRS_TOLD
    return told + ([f"and {more:,} more pairs of articles are the same story twice"] if more > 0 else [])
