"""Tables that parse the articles of any files or folders: motive propositions and voices.

Of the study's own articles those of its window of days are parsed (`analysis.tables.window`).
"""

from collections.abc import Sequence
from pathlib import Path, PurePath

import pandas as pd

from ..annotation import annotate, segment, tell_unparsed
from ..articles import Sources, find_files, read_articles
from ..cache import open_cache
from ..errors import InputError
from ..motives.model import reader_problem
from ..motives.propositions import tell_copies_apart
from ..study import Study
from ..voices import mark_voice
from .window import paths_within

ALL = "all"


def motives_of(paths: Sequence[Path], study: Study, *, actor: str | None = None) -> tuple[pd.DataFrame, list[str]]:
    """Give the propositions of the articles at the paths as the machine reads them, repeats included, and the notes.

    ``actor`` is the study's focal one unless named; ``all`` takes every actor of the study. Only the sentences
    that can hold a proposition about the actors asked for are parsed, and those that tell their voice.
    """
    actors = study.actors if actor == ALL else [study.actor(actor or study.focal)]
    sources = _read(paths, study)
    segmented = segment(sources.articles, study.actors)
    naming = segmented.mentions.loc[segmented.mentions["actor"].isin([one.name for one in actors]), "article"]
    articles = sources.articles[sources.articles["article"].isin(naming)]
    found = annotate(articles, segmented, study=study, actors=actors, cache=open_cache(), with_voices=False)
    sentences = segmented.sentences[segmented.sentences["article"].isin(articles["article"])]
    notes = sources.notes + tell_unparsed(articles, sentences) + list(filter(None, [reader_problem()]))
    return tell_copies_apart(found.propositions, sources.articles), notes


def voices_of(paths: Sequence[Path], study: Study | None) -> tuple[pd.DataFrame, list[str]]:
    """Give the attributed stretches of the articles at the paths, and the notes.

    ``voice`` is seen from the study's focal actor; without a study every source is "other".
    """
    sources = _read(paths, study)
    segmented = segment(sources.articles, study.actors if study else ())
    found = annotate(sources.articles, segmented, study=study, cache=open_cache())
    voices = mark_voice(found.voices, study.actor(study.focal) if study else None)
    names = {row.article: PurePath(row.path).name for row in sources.articles.itertuples()}
    outlets = dict(zip(sources.articles["article"], sources.articles["outlet"], strict=True))
    voices.insert(0, "file", voices["article"].map(names))
    voices.insert(1, "outlet", voices["article"].map(outlets))
    return voices, sources.notes + tell_unparsed(sources.articles, segmented.sentences)


def _read(paths: Sequence[Path], study: Study | None) -> Sources:
    chosen, notes = paths_within(paths, study)
    sources = read_articles(find_files(chosen), study=study, notes=notes)
    if sources.articles.empty:
        told = f": {sources.notes[0]}" if sources.notes else ""
        raise InputError(f"no article could be read from {', '.join(map(str, paths))}{told}")
    return sources
