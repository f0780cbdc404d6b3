"""Annotation: articles carried through sentences, tokens, mentions, parses, voices and motive propositions.

Every article is read for itself and the tables are laid one upon another, so that articles can be shared out: among
the processors of this machine where there is enough to do. What was found in an article is cached, so that only new and
changed articles are annotated.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import NamedTuple

import numpy as np
import pandas as pd

from .actors import find_mentions, mark_actors
from .cache import Cache, Entries, code_version, content_key
from .motives.model import load_reader, reader_version
from .motives.naming import ActorNames
from .motives.propositions import PROPOSITION_COLUMNS, find_propositions
from .motives.reach import actors_in_reach
from .parse import LONGEST, ParsedArticle, is_too_long, load_model, parse_articles
from .processes import can_fork, map_in_processes, processors
from .progress import with_progress
from .reading import shown
from .study import Actor, Study
from .tokens import split_sentences, tokenize
from .voices import VOICE_COLUMNS, ArticleVoices, typed_voices

_WORTH_A_PROCESS = 2_000  # sentences to parse, less are done before another process has loaded the parser
_OF_ARTICLE = ("article", "file", "outlet")  # columns that say which article a row is of
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
    cache: Cache | None
    with_voices: bool
    keys: Mapping[str, str]  # of the entries to write, by article


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
    cache: Cache | None = None,
    with_voices: bool = True,
    processes: int | None = None,
) -> Annotated:
    """Parse the articles' sentences and find voices and, for the actors given, motive propositions.

    Without a study there are voices but no propositions. Where the voices are not wanted for themselves
    (``with_voices=False``, the table is then empty), only sentences in reach of the actors are parsed, and those that
    tell in whose voice a proposition stands or whom its pronouns mean; the propositions are the same. The work is done
    in as many ``processes`` as this machine has processors, unless there is too little of it to pay.
    """
    keys = _keys(articles, study, actors, with_voices=with_voices)
    known = _read_entries(articles, keys, _entries(cache)) if cache else {}
    fresh = articles[~articles["article"].isin(known)]
    task = _Task(fresh, segmented.sentences, segmented.mentions, study, actors, cache, with_voices, keys)
    if processes is None:
        processes = min(processors(), len(fresh)) if _to_parse(task) >= _WORTH_A_PROCESS else 1
    done = _annotate_alone(task) if processes < 2 else _annotate_together(task, processes)
    done = with_progress(done, total=len(fresh), stage="voices and motives", unit="article")
    found = known | dict(zip(fresh["article"], done, strict=True))
    return Annotated(
        _stack([found[article].voices for article in articles["article"]], VOICE_COLUMNS),
        _stack([found[article].propositions for article in articles["article"]], PROPOSITION_COLUMNS),
    )


def _annotate_alone(task: _Task) -> Iterator[Annotated]:
    """Annotate one article after the other, and cache what was found in each."""
    entries = _entries(task.cache) if task.cache else None
    mentions = dict(list(task.mentions.groupby("article", sort=False, observed=True)))
    nobody = task.mentions.iloc[:0]
    begun: dict[str, ArticleVoices] = {}  # of articles that wait for their parses

    def in_reach(article: ParsedArticle) -> Iterable[int]:
        names = ActorNames(article, mentions.get(article.article, nobody), task.actors)
        voices = begun[article.article] = ArticleVoices(article)
        return actors_in_reach(article, names, voices, task.actors)

    wanted = None if task.with_voices else in_reach
    for article in parse_articles(task.articles, task.sentences, cache=task.cache, wanted=wanted):
        voices = begun.pop(article.article, None) or ArticleVoices(article)
        propositions = pd.DataFrame(columns=PROPOSITION_COLUMNS)
        if task.study and task.actors:
            own = mentions.get(article.article, nobody)
            propositions = find_propositions(
                article, own, voices, actors=task.actors, codebook=task.study.codebook,
                reader=load_reader(task.study.codebook, task.study.certainty),
            )  # fmt: skip
        found = Annotated(voices.table() if task.with_voices else pd.DataFrame(columns=VOICE_COLUMNS), propositions)
        if entries:
            entries.put(task.keys[article.article], _packed(found))
        yield found


def _annotate_together(task: _Task, processes: int) -> Iterator[Annotated]:
    """Share the articles out among processes; the results come in the order of the articles."""
    if can_fork():
        load_model()  # before the processes are made, so that they share it
    for annotated in map_in_processes(_annotate_share, _shares(task), processes=processes):
        yield from annotated


def _annotate_share(task: _Task) -> list[Annotated]:
    return list(_annotate_alone(task))


def _shares(task: _Task) -> Iterator[_Task]:
    """Parts of a task, of as many articles as have some thousand sentences together."""
    sentences, mentions = (
        dict(list(table.groupby(table["article"].astype(object), sort=False)))
        for table in (task.sentences, task.mentions)
    )
    if task.articles.empty:
        return
    lengths = [len(sentences.get(article, ())) for article in task.articles["article"]]
    part_of = np.cumsum([0, *lengths])[:-1] // _SHARE
    for _, articles in task.articles.groupby(part_of, sort=False):
        own = list(articles["article"])
        yield replace(
            task,
            articles=articles,
            sentences=_those_of(own, sentences, task.sentences),
            mentions=_those_of(own, mentions, task.mentions),
            keys={article: task.keys[article] for article in own},
        )


def _those_of(articles: list[str], by_article: dict[str, pd.DataFrame], table: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([table.iloc[:0], *(by_article[article] for article in articles if article in by_article)])


def _to_parse(task: _Task) -> int:
    """About how many sentences are to be parsed: all for the voices, else those that name an actor asked for."""
    if task.with_voices:
        return len(task.sentences)
    asked = task.mentions["actor"].isin([actor.name for actor in task.actors])
    return len(task.mentions.loc[asked, ["article", "sentence"]].drop_duplicates())


def _entries(cache: Cache) -> Entries:
    return cache.entries("annotations", code_version("annotation"))


def _keys(articles: pd.DataFrame, study: Study | None, actors: Sequence[Actor], *, with_voices: bool) -> dict[str, str]:
    """The key of each article's entry: all that its voices and propositions depend on beside the code."""
    asked = repr([actor.name for actor in actors])
    known = repr([(actor.name, actor.aliases) for actor in study.actors]) if study else ""
    codebook = content_key(study.codebook.content, reader_version(), str(study.certainty)) if study else ""
    return {
        row.article: content_key(row.sha256, row.text, row.clean, asked, known, codebook, str(with_voices))
        for row in articles.itertuples()
    }


def _read_entries(articles: pd.DataFrame, keys: Mapping[str, str], entries: Entries) -> dict[str, Annotated]:
    """What is cached of the articles, those without a sound entry left out."""
    found = {row.article: _unpacked(entries.get(keys[row.article]), row) for row in articles.itertuples()}
    return {article: one for article, one in found.items() if one is not None}


def _packed(found: Annotated) -> bytes:
    """The tables of an article as JSON, without what says which article it is."""
    tables = {
        name: table.drop(columns=[column for column in _OF_ARTICLE if column in table]).astype(object)
        for name, table in (("voices", found.voices), ("propositions", found.propositions))
    }
    content = {name: table.where(table.notna(), None).to_dict("list") for name, table in tables.items()}
    return json.dumps(content).encode("ascii")


def _unpacked(content: bytes | None, article: NamedTuple) -> Annotated | None:
    """The tables of an article from its entry; None where there is none."""
    if content is None:
        return None
    try:
        tables = {name: pd.DataFrame(columns) for name, columns in json.loads(content).items()}
        voices, propositions = tables["voices"], tables["propositions"]
        voices = typed_voices(voices.assign(article=article.article)[VOICE_COLUMNS])
        own = {"file": PurePath(article.path).name, "outlet": article.outlet, "article": article.article}
        return Annotated(voices, propositions.assign(**own)[PROPOSITION_COLUMNS])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _stack(tables: list[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=columns)
