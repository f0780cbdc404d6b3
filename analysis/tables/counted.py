"""Tables that count the articles of any files or folders, by an index that is kept in the study's folder.

The numbers are those of `analysis.vocabulary`, whatever the number of articles; NLTK and spaCy are not imported. Of the
study's own articles those of its window of days are counted (`analysis.tables.window`).
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from ..corpus.collocates import collocates_of as collocates_of_hits
from ..corpus.concordance import concordance_of as concordance_of_hits
from ..corpus.nodes import find_node
from ..corpus.units import Units
from ..errors import InputError
from ..reading import shown
from ..study import Study
from ..vocabulary.collocation import COLLOCATE_COLUMNS
from ..vocabulary.counts import Side
from ..vocabulary.function_words import is_function_word
from ..vocabulary.keyness import keyness_of_counts
from .counting import UnitName, count_collection, cut_into_paragraphs, names_shown, units_named
from .window import collect_within

NGRAM_COLUMNS = ["outlet", "ngram", "count", "tokens", "per_1000", "articles"]


def keyness_of(
    paths: Sequence[Path], study: Study, *, unit: UnitName = "words", min_count: int = 1
) -> tuple[pd.DataFrame, list[str]]:
    """Give the keyness table of the articles at the paths, and the notes; raises InputError for one outlet only.

    ``unit`` says what is compared: words, with a mention of an actor as one; the actors alone; the terms of the study's
    frames; or sequences of 2, 3 or 4 words. Columns and numbers are those of `analysis.vocabulary.keyness`.
    """
    collection = collect_within(paths, study)
    if len(collection.outlets) < 2:
        raise InputError(
            f"keyness compares outlets, and all articles are of {collection.outlets[0]}; name another outlet's as well"
        )
    units = units_named(collection, study, unit)
    counts = count_collection(collection, units)
    table = keyness_of_counts(
        counts,
        names=names_shown(units, counts, min_count),
        paragraphs=cut_into_paragraphs(collection, units, counts),
        min_count=min_count,
        seed=study.seed,
    )
    return table, list(collection.notes)


def concordance_of(
    term: str,
    paths: Sequence[Path],
    study: Study,
    *,
    window: int | None = 10,
    sort: Sequence[str] = (),
    sample: int | None = None,
) -> tuple[pd.DataFrame, list[str]]:
    """Give a term's hits in the articles at the paths, each in its line, and the notes.

    The term is a node of `analysis.corpus.nodes`. Lines stand in the order of the files unless sorted; a sample is
    drawn by the study's seed, and a note says of how many hits. Raises InputError where the term is nowhere.
    """
    collection = collect_within(paths, study)
    name, hits = find_node(collection.corpus, term, study)
    lines = concordance_of_hits(
        collection.corpus, hits, collection.texts, window=window, sort=sort, sample=sample, seed=study.seed
    )
    told = [f"{name}: {len(lines)} of {lines.attrs['hits']} hits, drawn by the seed {study.seed}"]
    lines["article"] = [shown(name) for name in lines["article"]]
    return lines, [*collection.notes, *(told if len(lines) < lines.attrs["hits"] else [])]


def collocates_of(
    term: str, paths: Sequence[Path], study: Study, *, window: int | None = 5, min_count: int = 1
) -> tuple[pd.DataFrame, list[str]]:
    """Give what stands near a term in the articles at the paths, and the notes.

    ``window`` counts words on either side within the sentence, None takes the sentence. Columns and numbers are those
    of `analysis.vocabulary.collocation`. Raises InputError where the term is nowhere.
    """
    collection = collect_within(paths, study)
    name, hits = find_node(collection.corpus, term, study)
    table = collocates_of_hits(
        collection.corpus,
        hits,
        window=None if window is None else (window, window),
        units=units_named(collection, study, "words"),
        min_count=min_count,
    )
    table = table.assign(node=name, function_word=is_function_word(table["collocate"]))[COLLOCATE_COLUMNS]
    return _in_order(table, collection.outlets), list(collection.notes)


def ngrams_of(
    paths: Sequence[Path], study: Study, *, length: int = 2, min_count: int = 2
) -> tuple[pd.DataFrame, list[str]]:
    """Give the sequences of words of a length in each outlet of the articles at the paths, and the notes.

    One row an outlet and sequence, the most frequent first; a mention of an actor is one word. ``min_count`` is the
    least count in the outlet, ``per_1000`` is 1,000 count / tokens, ``articles`` are those that have it.
    """
    collection = collect_within(paths, study)
    units = units_named(collection, study, str(length))
    counts = count_collection(collection, units)
    blocks = [_ngram_block(counts.side(outlet), units, min_count) for outlet in counts.outlets]
    return pd.concat(blocks, ignore_index=True)[NGRAM_COLUMNS], list(collection.notes)


def _ngram_block(side: Side, units: Units, least: int) -> pd.DataFrame:
    totals = side.totals()
    kept = np.flatnonzero(totals >= max(least, 1))
    block = pd.DataFrame(
        {
            "outlet": side.name,
            "ngram": units.named(kept),
            "count": totals[kept],
            "tokens": side.tokens,
            "per_1000": 1000 * totals[kept] / side.tokens,
            "articles": side.carriers()[kept],
        }
    )
    return block.sort_values(["count", "ngram"], ascending=[False, True])


def _in_order(table: pd.DataFrame, outlets: Sequence[str]) -> pd.DataFrame:
    """Put an outlet's rows before the next one's."""
    return table.iloc[np.argsort(pd.Index(outlets).get_indexer(table["outlet"]), kind="stable")].reset_index(drop=True)
