"""Names of persons, looked for only in the sentences that can tell."""

import pandas as pd
import pytest

from analysis.actors import MENTION_COLUMNS
from analysis.motives import naming
from analysis.motives.naming import ActorNames
from analysis.parse import parse_articles
from analysis.patterns import fold, follows_capital
from analysis.tokens import split_sentences

TEXT = (
    "The minister saw Kos. kos and Lee came. On Monday Ann Lee left. It rained in ISTANBUL. "
    "Dİk said no. Nobody saw president dik or the Kelvins. Here Jan Kelvin slept. "
)


@pytest.fixture
def parsed(parser):
    def made(text):
        row = {"outlet": "x", "article": "x/1.txt", "path": "x/1.txt", "sha256": "0", "text": text, "clean": text}
        articles = pd.DataFrame([row])
        return next(parse_articles(articles, split_sentences(articles), wanted=lambda article: []))

    return made


@pytest.fixture
def names():
    return lambda article: ActorNames(article, pd.DataFrame(columns=MENTION_COLUMNS))


@pytest.mark.parametrize("name", ["kos", "lee", "istanbul", "dik", "kelvin", "e", "monday", "i̇", ".", "zebra"])
def test_the_sentences_that_can_tell_a_person_are_those_of_looking_at_each(parsed, names, name):
    article = parsed(TEXT)
    expected = [
        position
        for position, text in enumerate(sentence.text for sentence in article.sentences)
        if name in text.lower()
        and (follows_capital(fold(text), name) or any(title in text.lower() for title in naming._TITLES))
    ]
    assert list(names(article)._giving_person(name)) == expected
    assert names(article).may_be_person(name) == bool(expected)


def test_a_name_is_looked_for_once(parsed, names, monkeypatch):
    asked = []
    monkeypatch.setattr(naming, "follows_capital", lambda text, name: asked.append(name) or follows_capital(text, name))
    known = names(parsed("snow fell on kos. " * 30 + "it rained. " * 30))
    assert not any(known.may_be_person("kos") for _ in range(30))
    assert len(asked) <= 30
