from pathlib import Path

import pandas as pd

from analysis.actors import MENTION_COLUMNS, find_mentions, mark_actors, sentence_numbers
from analysis.articles import read_study_sources
from analysis.study import Actor, read_study
from analysis.tokens import split_sentences, tokenize

SEEDS = Path(__file__).parent.parent / "seeds"
ACTORS = [
    Actor(name="Moscow", aliases=["Moscow", "Russia", "Vladimir Putin", "Putin", "Igor Morgulov*", "Morgulov*"]),
    Actor(name="Pyongyang", aliases=["North Korea", "Kim Jong-un", "Kim"]),
    Actor(name="Seoul", aliases=["South Korea", "South Korean"]),
    Actor(name="Washington", aliases=["US", "United States", "Trump"]),
]


def tokens_of(text):
    articles = pd.DataFrame({"article": ["a"], "clean": [text]})
    return tokenize(articles, split_sentences(articles))


def marked(text):
    table = mark_actors(tokens_of(text), ACTORS)
    return [
        (term, actor)
        for term, actor in zip(table["term"], table["actor"].astype(object), strict=True)
        if actor == actor
    ]


def mentions(text):
    table = find_mentions(tokens_of(text), ACTORS)
    return [(text[row.start : row.end], row.actor, row.form) for row in table.itertuples()]


def test_every_token_of_an_alias_has_the_actor():
    assert marked("Vladimir Putin’s US visit") == [("vladimir", "Moscow"), ("putin", "Moscow"), ("US", "Washington")]


def test_a_slip_of_the_translation_is_caught_by_its_pattern():
    assert mentions("Igor Morgulovcho said") == [("Igor Morgulovcho", "Moscow", "Igor Morgulovcho")]


def test_the_longest_alias_is_one_mention():
    assert mentions("Kim Jong-un and Kim met Vladimir Putin") == [
        ("Kim Jong-un", "Pyongyang", "Kim Jong-un"),
        ("Kim", "Pyongyang", "Kim"),
        ("Vladimir Putin", "Moscow", "Vladimir Putin"),
    ]


def test_us_is_not_the_US():
    assert mentions("They told us nothing") == []
    assert [said for said, _, _ in mentions("The US-South Korean drill of the U.S.")] == ["US", "South Korean", "U.S."]


def test_an_alias_does_not_reach_over_a_sentence_or_a_heading():
    assert mentions("North\nKorea is cold. The way leads north. Korea is far.") == []


def test_no_text_and_no_alias_found():
    assert list(find_mentions(tokens_of(""), ACTORS).columns) == MENTION_COLUMNS
    assert mark_actors(tokens_of(""), ACTORS)["actor"].tolist() == []
    assert marked("Nobody came.") == mentions("Nobody came.") == []


def test_sentences_are_numbered_through_all_articles():
    articles = pd.DataFrame({"article": ["a", "b"], "clean": ["One. Two two.", "Three."]})
    assert sentence_numbers(tokenize(articles, split_sentences(articles))).tolist() == [0, 1, 1, 2]


def test_the_seeds_name_moscow_as_the_methods_say():
    study = read_study(SEEDS)
    articles = read_study_sources(study).articles
    found = find_mentions(tokenize(articles, split_sentences(articles)), study.actors)
    forms = found[found["actor"] == "Moscow"].groupby("article")["form"].value_counts()
    assert forms["warsaw-institute/000_e125ccf955c029f6.txt", "Moscow"] == 4
    assert forms["baonghean/003_90fa7dea54c07598.txt", "Russia"] == 25
    assert ("baonghean/003_90fa7dea54c07598.txt", "Moscow") not in forms


def test_neighbouring_mentions_of_one_actor_are_numbered_apart():
    study = read_study("seeds")
    articles = pd.DataFrame({"article": ["a"], "clean": ["China's Xi Jinping spoke."]})
    table = mark_actors(tokenize(articles, split_sentences(articles)), study.actors)
    assert table["actor"].tolist()[:3] == ["Beijing"] * 3
    assert table["mention"].tolist() == [0, 1, 1, -1]
