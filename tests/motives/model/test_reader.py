import math

import numpy as np
import pandas as pd
import pytest

from analysis.actors import find_mentions
from analysis.motives.model import load_reader
from analysis.motives.model.reader import _whole_words, choose, choose_voice, describe
from analysis.motives.model.weighing import Weighing
from analysis.motives.propositions import find_propositions
from analysis.parse import parse_articles
from analysis.tokens import split_sentences, tokenize
from analysis.voices import ArticleVoices

TEXT = (
    "Russia wants to weaken the alliance. The move was meant as a signal of resolve. "
    "Moscow is a city of twelve million. Analysts say the Kremlin fears a loss of influence in the region."
)


def read(text, study, least=None, actors=("Moscow",)):
    row = {"outlet": "x", "article": "x/1.txt", "path": "x/1.txt", "sha256": "0", "text": text, "clean": text}
    articles = pd.DataFrame([row])
    sentences = split_sentences(articles)
    mentions = find_mentions(tokenize(articles, sentences), study.actors)
    (article,) = parse_articles(articles, sentences)
    return find_propositions(
        article, mentions, ArticleVoices(article), actors=[study.actor(name) for name in actors],
        codebook=study.motives, reader=load_reader(study.motives, least),
    )  # fmt: skip


def test_a_proposition_says_how_certain_it_is_and_what_found_it(study, parser):
    found = read(TEXT, study, least=0.0)
    first = found.iloc[0]
    assert first["evidence"].endswith("weaken the alliance") and first["rule"] == "wants" and first["cue"] == "wants"
    assert "model 0." in first["reason"]
    assert found["certainty"].between(0, 1).all()
    assert (found["certainty"] == found["certainty"].round(2)).all()
    assert (found.loc[found["rule"] == "model", "cue"] == "").all()


def test_a_stricter_threshold_leaves_the_more_certain(study, parser):
    every = read(TEXT, study, least=0.0)
    least = float(every["certainty"].max())
    strict = read(TEXT, study, least=least)
    assert set(strict["proposition"]) == set(every.loc[every["certainty"] >= least, "proposition"])
    assert read(TEXT, study, least=1.0)["certainty"].eq(1.0).all()


def test_no_two_propositions_of_an_actor_share_a_third_of_their_words(study, seeds):
    articles, _ = seeds
    found = read(articles.iloc[0]["clean"], study, least=0.0)
    for i, one in enumerate(found.itertuples()):
        for other in found.iloc[i + 1 :].itertuples():
            shared = min(one.end, other.end) - max(one.start, other.start)
            assert shared < 0.5 * min(one.end - one.start, other.end - other.start)


def test_an_article_without_a_word_of_the_actor_gives_nothing(study, parser):
    assert read("Nobody was there. The bridge is long.", study, least=0.0).empty


def test_what_the_cue_terms_say_weighs_in(study):
    scores, codes = np.array([0.5, 0.45, 0.05]), ["a", "b", "other"]
    assert choose(scores, codes, "", cue=1.0).code == "a"
    assert choose(scores, codes, "b", cue=1.0).code == "b"
    assert choose(scores, codes, "other", cue=5.0).code == "a"  # no cue speaks for nothing
    assert choose(scores, codes, "b", cue=1.0).runner_up == "a"
    alone = choose(np.array([1.0]), ["other"], "other", cue=1.0)
    assert (alone.code, alone.runner_up, alone.features["margin"]) == ("other", "", 1.0)


def test_voices_are_weighed_against_what_the_rules_hear():
    says = {"says outlet": 0.5, "says actor": 0.3, "says other": 0.2}
    assert choose_voice(says, "actor", weight=0.0) == "outlet"
    assert choose_voice(says, "actor", weight=1.0) == "actor"
    assert choose_voice({}, "other", weight=1.0) == "other"  # nothing read: as the rules hear it


def test_the_certainty_is_a_logistic_regression_over_features_by_name():
    weighing = Weighing({"right": {"": -1.0, "marked": 2.0}, "span": {"": 5.0}, "least": 0.3, "floor": 0.5})
    assert weighing.certainty({"marked": 0.75, "unknown": 9.0}) == round(1 / (1 + math.exp(-0.5)), 2)
    assert weighing.certainty({"marked": 1e9}) == 1.0
    assert weighing.may_be({}, 1.0)
    late = Weighing({"span": {"": -1.0}, "floor": 0.5})
    assert not late.may_be({}, 1.0) and late.may_be({}, 0.2)


def test_a_code_is_described_by_its_own_words(study):
    entry = study.motives.codes["economic_gain"]
    told = describe(entry)
    assert told.startswith(f"{entry.label}: {entry.definition}") and entry.examples[0] in told


@pytest.mark.parametrize(
    "text", ["RUSSIA WANTS PEACE. " * 3, "Russia wants " + "very " * 400 + "much.", "Russia\u200b " * 50]
)
def test_odd_texts_are_read_too(study, parser, text):
    found = read(text, study, least=0.0)
    assert (found["start"] < found["end"]).all() and (found["end"] <= len(text)).all()


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        (", to win ", "to win"),
        ("o win", "to win"),
        ("“to win”,", "“to win”"),
        ("to wi", "to win"),
        (" — ", ""),
        ("or “to", "or “to"),
        ("to win or", "to win"),
    ],
)
def test_a_marked_span_has_whole_words_and_no_punctuation_around_them(marked, whole):
    text = "Yes, to win or “to win”, it hopes — always"
    start = text.index(marked)
    first, last = _whole_words(text, start, start + len(marked))
    assert text[first:last] == whole
