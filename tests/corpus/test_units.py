"""Units over a corpus of three tiny texts that a reader can count; `tests/test_tables.py` has larger ones."""

import numpy as np
import pandas as pd
import pytest

from analysis.codebooks import Frame
from analysis.corpus.building import update_corpus
from analysis.corpus.collocates import collocates_of
from analysis.corpus.counts import article_matrix, count_frequencies, count_types
from analysis.corpus.hits import find
from analysis.corpus.keyness import keyness_of_types
from analysis.corpus.ngrams import ngram_table
from analysis.corpus.sequences import ngrams, number_rows
from analysis.corpus.sources import sources_of_table
from analysis.corpus.units import actors, frame_terms, words, words_and_actors
from analysis.errors import InputError

ALIASES = {"Seoul": ["Korea", "Seoul"], "Pyongyang": ["North Korea"], "Nobody": ["nobody at all"]}
TEXTS = {
    "one": "North Korea, Korea. The dual freeze!",
    "two": "The dual use, dual freeze. Seoul.",
    "void": "...",
    "four": "",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    articles = pd.DataFrame({"article": list(TEXTS), "outlet": ["a", "b", "c", "b"], "clean": list(TEXTS.values())})
    return update_corpus(tmp_path_factory.mktemp("corpus"), sources_of_table(articles)).corpus


def counted(corpus, units):
    """Items of each article that has any."""
    matrix = article_matrix(corpus, units=units).toarray()
    names = corpus.articles["article"]
    return {
        names[row]: {units.names[item]: int(number) for item, number in enumerate(cells) if number}
        for row, cells in enumerate(matrix)
        if cells.any()
    }


def test_the_longest_alias_is_the_mention(corpus):
    assert counted(corpus, actors(corpus, ALIASES)) == {"one": {"[Pyongyang]": 1, "[Seoul]": 1}, "two": {"[Seoul]": 1}}
    assert counted(corpus, words_and_actors(corpus, ALIASES)) == {
        "one": {"[Pyongyang]": 1, "[Seoul]": 1, "the": 1, "dual": 1, "freeze": 1},
        "two": {"the": 1, "dual": 2, "use": 1, "freeze": 1, "[Seoul]": 1},
    }


def test_terms_of_a_frame_do_not_overlap_and_those_of_two_frames_may(corpus):
    frames = [
        Frame("talk", ("dual freeze", "freeze", "dual", "war")), Frame("other", ("freeze", "the dual", "dual freeze")),
    ]  # fmt: skip
    units = frame_terms(corpus, frames)
    assert units.names.tolist() == ["dual freeze", "freeze", "dual", "war", "the dual"]
    assert counted(corpus, units) == {
        "one": {"dual freeze": 1, "the dual": 1, "freeze": 1},
        "two": {"dual freeze": 1, "dual": 1, "the dual": 1},
    }
    counts, tokens = count_frequencies(corpus, units=units)
    assert counts.sum(axis=0).tolist() == [2, 1, 1, 0, 2] and tokens.tolist() == [6, 6, 0]
    near = collocates_of(corpus, find(corpus, "the"), units=units, window=(0, 2))
    assert dict(zip(near["outlet"] + " " + near["collocate"], near["O"], strict=True)) == {
        "a dual freeze": 1, "a freeze": 1, "b dual": 1,
    }  # fmt: skip


def test_sequences_of_items_in_a_sentence(corpus):
    units = ngrams(corpus, 2, of=words_and_actors(corpus, ALIASES))
    assert counted(corpus, units) == {
        "one": {"[Pyongyang] [Seoul]": 1, "the dual": 1, "dual freeze": 1},
        "two": {"the dual": 1, "dual use": 1, "use dual": 1, "dual freeze": 1},
    }
    assert counted(corpus, ngrams(corpus, 4, of=words(corpus)))["two"] == {
        "the dual use dual": 1,
        "dual use dual freeze": 1,
    }
    with pytest.raises(InputError, match="2, 3 or 4 words, not 1"):
        ngrams(corpus, 1, of=words(corpus))


def test_an_outlet_without_a_token_is_left_out(corpus):
    table = keyness_of_types(corpus)
    assert {*table["outlet"], *table["reference"]} == {"a", "b"} and corpus.outlets == ("a", "b", "c")
    assert count_types(corpus).articles.tolist() == [1, 1, 0]
    assert set(ngram_table(corpus, min_count=1)["outlet"]) == {"a", "b"}


@pytest.mark.parametrize("width", [5, 2**15, 2**17, 2**31])
def test_rows_are_numbered_in_order_however_wide(width):
    rows = np.random.default_rng(0).integers(0, 5, size=(400, 4)) * (width // 5)
    distinct, numbers = np.unique(rows, axis=0, return_inverse=True)
    first, found = number_rows(rows.astype(np.uint32), width)
    assert np.array_equal(rows[first], distinct) and np.array_equal(found, numbers.ravel())
    assert [a.tolist() for a in number_rows(rows[:0], width)] == [[], []]


def test_n_grams_of_rare_terms_are_left_out_by_their_count(corpus):
    table = ngram_table(corpus, length=2, min_count=1)
    assert dict(zip(table["outlet"].astype(str) + " " + table["ngram"], table["count"], strict=True)) == {
        "a north korea": 1, "a korea korea": 1, "a the dual": 1, "a dual freeze": 1,
        "b the dual": 1, "b dual use": 1, "b use dual": 1, "b dual freeze": 1,
    }  # fmt: skip
    assert table["ngram"].tolist()[:4] == ["dual freeze", "korea korea", "north korea", "the dual"]
    assert ngram_table(corpus, length=2, min_count=2).empty


def test_terms_too_many_to_be_packed_are_told(corpus, monkeypatch):
    monkeypatch.setitem(vars(corpus), "terms", [*corpus.terms, *map(str, range(70_000))])
    with pytest.raises(InputError, match="terms are too many for n-grams of 4 words; raise the least count from 0"):
        ngram_table(corpus, length=4, min_count=0)
    assert len(ngram_table(corpus, length=4, min_count=1)) == 2


def test_keyness_of_units_that_nobody_uses_has_no_rows(tmp_path):
    told = pd.DataFrame({"outlet": ["a", "b"], "article": ["a/1", "b/1"], "clean": ["War.", "Peace."]})
    corpus = update_corpus(tmp_path / "corpus", sources_of_table(told)).corpus
    table = keyness_of_types(corpus, units=actors(corpus, {"Moscow": ["Moscow"]}))
    assert table.empty and table.attrs["blocks"] == [{"outlet": "a", "reference": "b", "types": 0, "rows": 0}]
