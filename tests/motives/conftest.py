"""Short texts turned into propositions, with the actors and codes of the default study or any other."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from analysis.actors import find_mentions
from analysis.articles import read_study_sources
from analysis.motives.propositions import find_propositions
from analysis.parse import parse_articles
from analysis.study import Study, read_study
from analysis.tokens import split_sentences, tokenize
from analysis.voices import ArticleVoices

SEEDS = Path(__file__).parents[2] / "seeds"


def propositions_of(articles: pd.DataFrame, study: Study, *actors: str) -> pd.DataFrame:
    """Run the rules over articles for some actors of a study, by default its focal one."""
    sentences = split_sentences(articles)
    mentions = find_mentions(tokenize(articles, sentences), study.actors)
    tables = [
        find_propositions(
            article,
            mentions[mentions["article"] == article.article],
            ArticleVoices(article),
            actors=[study.actor(name) for name in actors or (study.focal,)],
            codebook=study.motives,
        )
        for article in parse_articles(articles, sentences)
    ]
    return pd.concat(tables, ignore_index=True)


@pytest.fixture(scope="session")
def study() -> Study:
    return read_study(SEEDS)


@pytest.fixture(scope="session")
def seeds(study, parser) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the seed articles and what the rules find in them."""
    articles = read_study_sources(study).articles
    return articles, propositions_of(articles, study)


@pytest.fixture(scope="session")
def motives(study, parser) -> Callable[..., pd.DataFrame]:
    """Find the propositions of a text, by default about the focal actor of the default study."""

    def find(text: str, *actors: str, of: Study | None = None) -> pd.DataFrame:
        row = {"outlet": "x", "article": "x/1.txt", "path": "x/1.txt", "sha256": "0", "text": text, "clean": text}
        return propositions_of(pd.DataFrame([row]), of or study, *actors)

    return find
