import pandas as pd
import pytest

from analysis.actors import find_mentions
from analysis.motives.naming import ActorNames
from analysis.motives.reach import actors_in_reach
from analysis.parse import parse_articles
from analysis.tokens import split_sentences, tokenize
from analysis.voices import ArticleVoices


@pytest.fixture
def reach(study, parser):
    """The positions of a text's sentences in reach of actors, and the article, no sentence of which was parsed."""

    def reached(text, *actors):
        row = {"outlet": "x", "article": "x/1.txt", "path": "x/1.txt", "sha256": "0", "text": text, "clean": text}
        articles = pd.DataFrame([row])
        sentences = split_sentences(articles)
        mentions = find_mentions(tokenize(articles, sentences), study.actors)
        article = next(parse_articles(articles, sentences, wanted=lambda article: []))
        names = ActorNames(article, mentions)
        asked = [study.actor(actor) for actor in actors or ("Moscow",)]
        return actors_in_reach(article, names, ArticleVoices(article), asked), article

    return reached


FAR = "The bridge fell. The river rose. Snow lay on fields. "


@pytest.mark.parametrize(("text", "positions"), [
    ("The bridge fell. Russia left. Snow lay on fields.", [1]),
    ("Russia left. It rained. They slept.", [0, 1, 2]),
    ("Russia left. Snow lay. Dogs slept. It rained.", [0]),
    ("Russia left. Snow lay. Dogs slept. Both sides rested.", [0, 3]),
    ("Russia left. Snow lay. Dogs slept. Either rested.", [0, 3]),
    ("Russia left. Snow lay. Dogs slept. Neither rested.", [0, 3]),
    ("Russia left. He slept.", [0]),
    ("Vladimir Putin left. He slept.", [0, 1]),
    ("The Russian president left. He slept.", [0, 1]),
    ("Russia left. These bold new attacks went on.", [0, 1]),
    ("Russia left. The bridge fell.", [0]),
    ("Russia left. The policies of old went on.", [0, 1]),
    ("Russia left. Dogs slept. Dialogue is needed.", [0, 2]),
    (f"“We rest,” the Kremlin said. “Snow lay. Dogs slept. {FAR}Now we act.” {FAR}We sleep.", [0, 6]),
    ("Nobody left. It rained. He slept.", []),
], ids=range(15))  # fmt: skip
def test_what_lies_in_reach_of_an_actor(reach, text, positions):
    found, article = reach(text)
    assert list(found) == positions
    assert len(article.parses) == 0


def test_each_sentence_tells_the_actors_in_whose_reach_it_lies(reach):
    found, _ = reach("Russia left. It rained. China came. It snowed.", "Moscow", "Beijing")
    assert found == {0: {"Moscow"}, 1: {"Moscow"}, 2: {"Beijing"}, 3: {"Beijing"}}


def test_a_sentence_too_long_to_be_parsed_lies_in_nobodys_reach(reach):
    assert list(reach("Russia left. Russia wants " + "peace and " * 200 + "snow.")[0]) == [0]


def test_a_passage_is_read_through_once_however_often_it_names_an_actor(reach, monkeypatch):
    asked, passage_of = [], ArticleVoices.passage_of
    monkeypatch.setattr(ArticleVoices, "passage_of", lambda self, at: asked.append(at) or passage_of(self, at))
    quoted = " ".join(["Russia is here. We must go."] * 12)
    positions, _ = reach(f'Ann said: "{quoted}"')
    assert list(positions) == list(range(24))
    assert len(asked) <= 2
