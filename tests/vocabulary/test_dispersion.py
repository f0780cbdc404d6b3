import numpy as np
import pytest

from analysis.codebooks import Frame
from analysis.vocabulary.dispersion import DISPERSION_COLUMNS, EVEN, dispersion_table
from analysis.vocabulary.units import frame_terms, ngrams


def row(table, outlet, term):
    return table[(table["outlet"] == outlet) & (table["term"] == term)].iloc[0]


def test_parts_are_the_articles_where_there_are_several(corpus):
    small = corpus({"a": ["war war peace peace", "war calm calm calm"], "b": ["war"]})
    war = row(dispersion_table(small.tokens, small.sentences, outlets=small.outlets), "a", "war")
    assert war[["count", "tokens", "parts", "part_count", "range"]].tolist() == [3, 8, "articles", 2, 2]
    # Shares 2/3 and 1/3 in parts of 1/2 each.
    assert war["dp"] == pytest.approx(1 / 6)
    assert war["dp_norm"] == pytest.approx(1 / 3)
    # Rates 2/4 and 1/4: mean 3/8, population sd 1/8.
    assert war["juilland_d"] == pytest.approx(2 / 3)
    shares = np.array([2 / 3, 1 / 3])
    assert war["carroll_d2"] == pytest.approx(-(shares * np.log2(shares)).sum())
    assert war["rosengren_s"] == pytest.approx((np.sqrt(2 / 2) + np.sqrt(1 / 2)) ** 2 / 3)
    assert war["kl_divergence"] == pytest.approx((shares * np.log2(2 * shares)).sum())
    # Positions 0, 1, 4 of 8: distances 4, 1, 3 cut at 8/3.
    assert war["arf"] == pytest.approx((8 / 3 + 1 + 8 / 3) / (8 / 3))


def test_parts_are_the_paragraphs_of_a_single_article_and_say_so(corpus):
    small = corpus({"a": ["War is war.\n\nAll is calm.\n\nIs it?"]})
    table = dispersion_table(small.tokens, small.sentences, outlets=small.outlets)
    assert table.columns.tolist() == DISPERSION_COLUMNS
    assert row(table, "a", "war")[["parts", "part_count", "range"]].tolist() == ["paragraphs", 3, 1]
    # All of the word in a part of 3/8.
    assert row(table, "a", "war")["dp"] == pytest.approx(5 / 8)
    # One in each paragraph: shares 1/3 against 3/8, 3/8, 2/8.
    assert row(table, "a", "is")["dp"] == pytest.approx(1 / 12)


def test_one_part_has_no_dispersion(corpus):
    small = corpus({"a": ["War is war.\n\nAll is calm."]})
    war = row(dispersion_table(small.tokens, outlets=small.outlets), "a", "war")
    assert war[["parts", "part_count"]].tolist() == ["articles", 1]
    assert war[list(EVEN)].isna().all()


def test_terms_without_enough_hits_are_left_out_by_outlet(corpus):
    small = corpus({"a": ["war war peace", "war"], "b": ["peace", "peace"]})
    table = dispersion_table(small.tokens, outlets=small.outlets, min_count=2)
    assert table[["outlet", "term"]].values.tolist() == [["a", "war"], ["b", "peace"]]
    assert table.attrs["min_count"] == 2


def test_many_terms_measured_in_batches_come_out_alike(corpus, monkeypatch):
    small = corpus({"a": ["one two two three", "three three four", "five six seven one"], "b": ["one"]})
    whole = dispersion_table(small.tokens, outlets=small.outlets)
    monkeypatch.setattr("analysis.vocabulary.dispersion._CELLS", 3)
    assert dispersion_table(small.tokens, outlets=small.outlets).equals(whole)


def test_an_actor_is_one_term(corpus):
    small = corpus({"a": ["Russia waits.", "The Russian side waits."]}, {"Moscow": ["Russia", "Russian"]})
    table = dispersion_table(small.tokens, outlets=small.outlets)
    assert row(table, "a", "[Moscow]")[["count", "range"]].tolist() == [2, 2]
    assert "russia" not in set(table["term"])


def test_terms_of_several_words_are_spread_like_any_other(corpus):
    small = corpus({"a": ["dual freeze, all dual freeze", "dual freeze now"], "b": ["dual freeze."]})
    bigrams = dispersion_table(small.tokens, outlets=small.outlets, unit=ngrams(2))
    frames = [Frame("a", ("dual*", "dual freeze")), Frame("b", ("dual",))]
    terms = dispersion_table(small.tokens, small.sentences, outlets=small.outlets, unit=frame_terms(frames))
    for table in (bigrams, terms):
        found = row(table, "a", "dual freeze")
        assert found[["count", "tokens", "range"]].tolist() == [3, 8, 2]
        # 2/3 and 1/3 in parts of 5/8 and 3/8.
        assert found["dp"] == pytest.approx(1 / 24)
        # Positions 0, 3, 5 of 8: distances 3, 3, 2 cut at 8/3.
        assert found["arf"] == pytest.approx((8 / 3 + 8 / 3 + 2) / (8 / 3))
    assert row(terms, "a", "dual")["count"] == 3
    assert row(terms, "b", "dual freeze")["parts"] == "paragraphs"
