"""Annotation: articles carried through sentences, tokens, mentions, parses, voices and motive propositions.

Every article is read for itself and the tables are laid one upon another, so that articles can be shared out: among
the processors of this machine where there is enough to do, in time among machines.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from tqdm.auto import tqdm

from .actors import find_mentions, mark_actors
from .motives.naming import ActorNames
from .motives.propositions import PROPOSITION_COLUMNS, find_propositions
from .motives.reach import actors_in_reach
from .parse import LONGEST, ParsedArticle, is_too_long, parse_articles
from .reading import shown
from .study import Actor, Study
from .tokens import split_sentences, tokenize
from .voices import VOICE_COLUMNS, ArticleVoices

_WORTH_A_PROCESS = 2_000  # sentences to parse, less are done before another process has loaded the parser
_SHARE = 1_000  # sentences, in whole articles, that a process takes at a time


@dataclass(frozen=True)
class Segmented:
    """What reading the articles word by word gives: sentences, tokens with their actors, and mentions."""

    sentences: pd.DataFrame
    tokens: pd.DataFrame
    mentions: pd.DataFrame


@dataclass(frozen=True)
class Annotated:
    """What reading the parsed sentences gives: voices and the rules' propositions."""

    voices: pd.DataFrame
    propositions: pd.DataFrame


@dataclass(frozen=True)
class _Task:
    """Articles for one process, with what it takes to annotate them."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    mentions: pd.DataFrame
    study: Study | None
    actors: Sequence[Actor]
    cache_folder: Path | None
    with_voices: bool


def segment(articles: pd.DataFrame, actors: Sequence[Actor]) -> Segmented:
    """Split articles (rows of `analysis.articles`) into sentences and tokens, and find the actors' mentions."""
    sentences = split_sentences(articles)
    tokens = mark_actors(tokenize(articles, sentences), actors)
    return Segmented(sentences, tokens, find_mentions(tokens, actors))


def tell_unparsed(articles: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Give a line for each article with sentences too long to parse, in which no voice and no motive is looked for."""
    texts = articles.set_index("article")["clean"]
    paths = articles.set_index("article")["path"]
    long = [
        row.article
        for row in sentences[sentences["end"] - sentences["start"] > 2 * LONGEST].itertuples()
        if is_too_long(texts[row.article][row.start : row.end])
    ]
    return [
        f"{shown(paths[article])}: {number} sentence{'s' if number > 1 else ''} of more than {LONGEST} words"
        " (lists, or text without full stops): the words are counted, no voice or motive is looked for in them"
        for article, number in Counter(long).items()
    ]


def annotate(
    articles: pd.DataFrame,
    segmented: Segmented,
    *,
    study: Study | None,
    actors: Sequence[Actor] = (),
    cache_folder: Path | None = None,
    with_voices: bool = True,
    processes: int | None = None,
) -> Annotated:
    """Parse the articles' sentences and find voices and, for the actors given, motive propositions.

    Without a study there are voices but no propositions. Where the voices are not wanted for themselves
    (``with_voices=False``, the table is then empty), only sentences in reach of the actors are parsed, and those that
    tell in whose voice a proposition stands or whom its pronouns mean; the propositions are the same. The work is done
    in as many ``processes`` as this machine has processors, unless there is too little of it to pay.
    """
    task = _Task(articles, segmented.sentences, segmented.mentions, study, actors, cache_folder, with_voices)
    if processes is None:
        processes = min(_processors(), len(articles)) if _to_parse(task) >= _WORTH_A_PROCESS else 1
    done = _annotate_alone(task) if processes < 2 else _annotate_together(task, processes)
    found = list(_with_progress(done, len(articles)))
    return Annotated(
        _stack([one.voices for one in found], VOICE_COLUMNS),
        _stack([one.propositions for one in found], PROPOSITION_COLUMNS),
    )


def _annotate_alone(task: _Task) -> Iterator[Annotated]:
    """Annotate one article after the other."""
    mentions = dict(list(task.mentions.groupby("article", sort=False, observed=True)))
    nobody = task.mentions.iloc[:0]
    begun: dict[str, ArticleVoices] = {}  # of articles that wait for their parses

    def in_reach(article: ParsedArticle) -> Iterable[int]:
        names = ActorNames(article, mentions.get(article.article, nobody), task.actors)
        voices = begun[article.article] = ArticleVoices(article)
        return actors_in_reach(article, names, voices, task.actors)

    wanted = None if task.with_voices else in_reach
    for article in parse_articles(task.articles, task.sentences, cache_folder=task.cache_folder, wanted=wanted):
        voices = begun.pop(article.article, None) or ArticleVoices(article)
        propositions = pd.DataFrame(columns=PROPOSITION_COLUMNS)
        if task.study and task.actors:
            own = mentions.get(article.article, nobody)
            propositions = find_propositions(article, own, voices, actors=task.actors, codebook=task.study.motives)
        yield Annotated(voices.table() if task.with_voices else pd.DataFrame(columns=VOICE_COLUMNS), propositions)


def _annotate_together(task: _Task, processes: int) -> Iterator[Annotated]:
    """Share the articles out among processes; the results come in the order of the articles."""
    from joblib import Parallel, delayed

    for annotated in Parallel(n_jobs=processes, return_as="generator")(map(delayed(_annotate_share), _shares(task))):
        yield from annotated


def _annotate_share(task: _Task) -> list[Annotated]:
    return list(_annotate_alone(task))


def _shares(task: _Task) -> Iterator[_Task]:
    """Parts of a task, of as many articles as have some thousand sentences together."""
    sentences, mentions = (
        dict(list(table.groupby(table["article"].astype(object), sort=False)))
        for table in (task.sentences, task.mentions)
    )
    lengths = [len(sentences.get(article, ())) for article in task.articles["article"]]
    part_of = np.cumsum([0, *lengths])[:-1] // _SHARE
    for _, articles in task.articles.groupby(part_of, sort=False):
        own = list(articles["article"])
        yield replace(
            task,
            articles=articles,
            sentences=_those_of(own, sentences, task.sentences),
            mentions=_those_of(own, mentions, task.mentions),
        )


def _those_of(articles: list[str], by_article: dict[str, pd.DataFrame], table: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([table.iloc[:0], *(by_article[article] for article in articles if article in by_article)])


def _to_parse(task: _Task) -> int:
    """About how many sentences are to be parsed: all for the voices, else those that name an actor asked for."""
    if task.with_voices:
        return len(task.sentences)
    asked = task.mentions["actor"].isin([actor.name for actor in task.actors])
    return len(task.mentions.loc[asked, ["article", "sentence"]].drop_duplicates())


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _with_progress(done: Iterable[Annotated], number: int) -> Iterable[Annotated]:
    """Show a bar in a terminal, and nothing where output is kept (``disable=None``)."""
    return tqdm(done, total=number, desc="reading articles", unit="article", leave=False, disable=None)


def _stack(tables: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=columns)
