"""Queries over a corpus give the numbers that `analysis.vocabulary` gives for the same articles."""

from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from analysis.actors import mark_actors
from analysis.articles import read_study_sources
from analysis.corpus import building
from analysis.corpus.building import update_corpus
from analysis.corpus.collocates import collocates_of
from analysis.corpus.counts import article_matrix, count_frequencies, count_part, count_types, merge_all
from analysis.corpus.hits import find, hits_table, rates_by_article
from analysis.corpus.keyness import KEYNESS_COLUMNS, keyness_of_types
from analysis.corpus.ngrams import ngram_table
from analysis.corpus.sources import sources_of_table
from analysis.corpus.units import words, words_and_actors
from analysis.errors import InputError
from analysis.study import read_study
from analysis.tokens import split_sentences, tokenize
from analysis.vocabulary import units as study_units
from analysis.vocabulary.collocation import collocates
from analysis.vocabulary.concordance import concordance
from analysis.vocabulary.counts import outlet_by_article
from analysis.vocabulary.keyness import keyness_table

from .conftest import SEEDS

STUDY = read_study(SEEDS)
ALIASES = {actor.name: actor.aliases for actor in STUDY.actors}
ARTICLES = pd.concat(
    [
        read_study_sources(STUDY).articles[["outlet", "article", "clean"]],
        pd.DataFrame(
            {
                "outlet": ["third", "third", "baonghean"],
                "article": ["third/1", "third/2", "extra"],
                "clean": [
                    "Russia said Russia. Moscow and the United States of America talk of war.\nUS WAR GAMES\nWar!",
                    "",
                    "The US and Mr. Trump want sanctions. Sanctions hurt. The dual freeze, the dual freeze.",
                ],
            }
        ),
    ],
    ignore_index=True,
)
TOKENS = mark_actors(tokenize(ARTICLES, split_sentences(ARTICLES)), STUDY.actors)
OUTLETS = outlet_by_article(ARTICLES)


@pytest.fixture(scope="module", params=[1_000_000, 200], ids=["one part", "several parts"])
def corpus(request, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "_PART", request.param)
        patch.setattr(building, "_BATCH", request.param)
        return update_corpus(tmp_path_factory.mktemp("corpus"), sources_of_table(ARTICLES)).corpus


def by(table, *keys):
    texts = {column: str for column in table if not pd.api.types.is_numeric_dtype(table[column])}
    return table.astype(texts).sort_values(list(keys)).reset_index(drop=True)


def same(found, expected, *keys):
    columns = list(found.columns)
    pd.testing.assert_frame_equal(by(found, *keys), by(expected[columns], *keys), check_dtype=False)


@pytest.mark.parametrize("node", ["war", "sanction*", "dual freeze", "the United States", "US", "n?rth korea"])
def test_hits_are_those_of_the_concordance(corpus, node):
    same(hits_table(corpus, find(corpus, node)), concordance(TOKENS, ARTICLES, node), "article", "start")


@pytest.mark.parametrize("actor", ALIASES)
def test_an_alias_group_is_found_as_the_actor_is(corpus, actor):
    found = hits_table(corpus, find(corpus, *ALIASES[actor]))
    same(found, concordance(TOKENS, ARTICLES, f"[{actor}]"), "article", "start")


def test_what_is_nowhere_says_so_and_names_near_forms(corpus):
    with pytest.raises(InputError, match="near sanctoins there is sanctions"):
        find(corpus, "sanctoins")
    with pytest.raises(InputError, match="in this order"):
        find(corpus, "freeze dual")
    with pytest.raises(InputError, match="holds no word"):
        find(corpus, "*")


def test_rates_by_article_keep_articles_without_a_hit(corpus):
    rates = rates_by_article(corpus, find(corpus, "war")).set_index("article")
    assert rates.loc["third/1", ["count", "tokens"]].tolist() == [3, 17]
    assert rates.loc["third/1", "per_1000"] == 1000 * 3 / 17
    assert rates.loc["third/2", "count"] == 0 and np.isnan(rates.loc["third/2", "per_1000"])
    assert len(rates) == 5


def units_of(corpus, kind):
    return (words(corpus), study_units.words) if kind == "words" else (
        words_and_actors(corpus, ALIASES), study_units.words_and_actors,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["words", "actors"])
@pytest.mark.parametrize("window", [(5, 5), (1, 3), None])
def test_collocates_are_those_of_a_study(corpus, kind, window):
    own, theirs = units_of(corpus, kind)
    for actor in ALIASES:
        found = collocates_of(corpus, find(corpus, *ALIASES[actor]), window=window, units=own)
        expected = collocates(TOKENS, f"[{actor}]", outlets=OUTLETS, window=window, unit=theirs)
        same(found, expected, "outlet", "collocate")


@pytest.mark.parametrize("kind", ["words", "actors"])
def test_keyness_is_that_of_a_study(corpus, kind):
    own, theirs = units_of(corpus, kind)
    two = ["baonghean", "warsaw-institute"]
    found = keyness_of_types(corpus, units=own)
    expected = keyness_table(TOKENS, outlets={a: OUTLETS[a] for a in sorted(OUTLETS, key=OUTLETS.get)}, unit=theirs)
    same(found, expected, "outlet", "reference", "term")
    assert set(found["outlet"]) == {*two, "third"} and list(found.columns) == KEYNESS_COLUMNS
    kept = keyness_of_types(corpus, units=own, min_count=3)
    assert kept.attrs["blocks"][0]["types"] == found.attrs["blocks"][0]["types"]
    assert (kept["count"] + kept["reference_count"]).min() == 3


def test_counts_of_parts_add_up_in_any_order(corpus):
    units, outlets = words(corpus), len(corpus.outlets)
    counts = [
        count_part(part, units=units, outlet=corpus.outlet_numbers(part), outlets=outlets) for part in corpus.parts
    ]
    whole = count_types(corpus)
    for order in list(permutations(counts))[:6]:
        merged = merge_all(order)
        assert all(np.array_equal(getattr(merged, name), getattr(whole, name)) for name in vars(whole))
    assert whole.counts.sum() == len(TOKENS) and whole.articles.sum() == 4
    frequencies, tokens = count_frequencies(corpus)
    assert np.array_equal(frequencies, whole.counts) and np.array_equal(tokens, whole.tokens)


def test_the_matrix_has_the_counts_of_each_article(corpus):
    matrix = article_matrix(corpus)
    assert matrix.sum(axis=1).tolist() == corpus.articles["tokens"].tolist()
    row = corpus.articles["article"].tolist().index("third/1")
    assert matrix[[row], [corpus.terms.index("war")]].tolist() == [3]


def test_ngrams_lie_within_a_sentence(corpus):
    grams = ngram_table(corpus, min_count=1).set_index(["outlet", "ngram"])["count"]
    assert grams["baonghean", "dual freeze"] >= 2
    assert ("baonghean", "sanctions sanctions") not in grams
    four = ngram_table(corpus, length=4, min_count=1)
    assert "the united states of" in four.loc[four["outlet"] == "third", "ngram"].tolist()
    expected = {}
    sentences = list(TOKENS.groupby(["article", "sentence"], observed=True, sort=False)["term"].agg(list).items())
    for (article, _), terms in sentences:
        for gram in zip(*(terms[start:] for start in range(3)), strict=False):
            key = (OUTLETS[article], " ".join(gram))
            expected[key] = expected.get(key, 0) + 1
    found = ngram_table(corpus, length=3, min_count=1)
    assert dict(zip(zip(found["outlet"], found["ngram"], strict=True), found["count"], strict=True)) == expected
    with pytest.raises(InputError, match="2, 3 or 4 words, not 5"):
        ngram_table(corpus, length=5)
