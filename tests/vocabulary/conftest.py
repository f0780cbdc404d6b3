"""Small corpora that a reader can count by hand, and the two seed articles by their names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from analysis.actors import mark_actors
from analysis.articles import read_articles
from analysis.study import Actor, read_study
from analysis.tokens import split_sentences, tokenize
from analysis.vocabulary.counts import outlet_by_article

SEEDS = Path(__file__).parents[2] / "seeds"
SEED_FILES = [
    SEEDS / "warsaw-institute" / "000_e125ccf955c029f6.txt",
    SEEDS / "baonghean" / "003_90fa7dea54c07598.txt",
]


@dataclass(frozen=True)
class Corpus:
    articles: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    outlets: dict[str, str]


def build(articles: pd.DataFrame, actors: Sequence[Actor]) -> Corpus:
    sentences = split_sentences(articles)
    tokens = mark_actors(tokenize(articles, sentences), actors)
    return Corpus(articles, sentences, tokens, outlet_by_article(articles))


@pytest.fixture(scope="session")
def corpus() -> Callable[..., Corpus]:
    """Build a corpus from the texts of each outlet; articles are named outlet/1, outlet/2 and so on."""

    def make(texts: Mapping[str, Sequence[str]], actors: Mapping[str, Sequence[str]] | None = None) -> Corpus:
        rows = [
            {"outlet": outlet, "article": f"{outlet}/{number}", "text": text, "clean": text}
            for outlet, own in texts.items()
            for number, text in enumerate(own, start=1)
        ]
        groups = [Actor(name=name, aliases=list(aliases)) for name, aliases in (actors or {}).items()]
        return build(pd.DataFrame(rows), groups)

    return make


@pytest.fixture(scope="session")
def seeds() -> Corpus:
    """Give the two seed articles, Warsaw first, with the actors of the study."""
    study = read_study(SEEDS)
    return build(read_articles(SEED_FILES, study=study).articles, study.actors)
