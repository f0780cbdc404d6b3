import numpy as np
import pandas as pd
import pytest

from analysis.codebooks import Frame
from analysis.errors import InputError
from analysis.measures import log_likelihood
from analysis.vocabulary.collocation import (
    COLLOCATE_COLUMNS,
    SHARED_COLUMNS,
    collocates,
    shared_collocates,
    window_positions,
)
from analysis.vocabulary.nodes import find_node
from analysis.vocabulary.units import frame_terms, ngrams

ACTORS = {"Moscow": ["Moscow", "Russian Federation"], "Washington": ["United States", "US"]}


def test_a_window_ends_with_its_sentence_and_leaves_the_node_out(corpus):
    small = corpus({"a": ["One two war three four. Five war six."]})
    near = window_positions(small.tokens, find_node(small.tokens, "war"), (1, 3))
    assert small.tokens["term"][near].tolist() == ["two", "three", "four", "five", "six"]


def test_without_a_window_the_whole_sentence_counts(corpus):
    small = corpus({"a": ["One two war three four. Five six. Seven war."]})
    near = window_positions(small.tokens, find_node(small.tokens, "war"), None)
    assert small.tokens["term"][near].tolist() == ["one", "two", "three", "four", "seven"]


def test_windows_that_overlap_are_one(corpus):
    """The word between two nodes occurs once and is near the node once."""
    small = corpus({"a": ["War between war. Nothing else at all."]})
    between = collocates(small.tokens, "war", outlets=small.outlets).iloc[0]
    assert between[["collocate", "O", "R1", "C1", "node_frequency", "N"]].tolist() == ["between", 1, 1, 1, 2, 7]
    assert between["log_dice"] == 14


def test_the_numbers_of_one_collocate(corpus):
    small = corpus({"a": ["The war began. The war ended. No peace. The end."]})
    the = collocates(small.tokens, "war", outlets=small.outlets).set_index("collocate").loc["the"]
    o, r, c, n = 2, 4, 3, 10
    assert the[["O", "R1", "C1", "N"]].tolist() == [o, r, c, n]
    assert the["E"] == pytest.approx(r * c / n)
    assert the["log_dice"] == pytest.approx(14 + np.log2(2 * o / (r + c)))
    assert the["LL"] == pytest.approx(log_likelihood(o, c - o, r, n - r, cells=4))
    assert the["t"] == pytest.approx((2 - 1.2) / np.sqrt(2))
    assert the[["MI", "MI2", "MI3"]].tolist() == pytest.approx([np.log2(x / 1.2) for x in (2, 4, 8)])
    assert the["delta_p_collocate"] == pytest.approx(2 / 4 - 1 / 6)
    assert the["delta_p_node"] == pytest.approx(2 / 3 - 2 / 7)
    assert the["function_word"]


def test_an_actor_is_one_node_and_one_collocate(corpus):
    small = corpus({"a": ["The Russian Federation met the United States."]}, ACTORS)
    table = collocates(small.tokens, "Moscow", outlets=small.outlets)
    assert table.columns.tolist() == COLLOCATE_COLUMNS
    assert set(table["node"]) == {"[Moscow]"}
    assert dict(zip(table["collocate"], table["O"], strict=True)) == {"the": 2, "met": 1, "[Washington]": 1}
    assert set(table["R1"]) == {5}


@pytest.mark.parametrize("window", [(5, 5), (0, 2), None])
def test_no_collocate_occurs_more_often_than_it_can(seeds, window):
    table = collocates(seeds.tokens, "Moscow", outlets=seeds.outlets, window=window)
    assert (table["O"] <= table[["R1", "C1"]].min(axis=1)).all()
    assert (table["log_dice"] <= 14).all()
    assert "[Moscow]" not in set(table["collocate"])
    assert table.attrs["node_frequency"] == {"warsaw-institute": 20, "baonghean": 32}


@pytest.mark.parametrize("unit", [ngrams(2), frame_terms([Frame("a", ("crisis", "korea*")), Frame("b", ("korean",))])])
def test_terms_of_several_words_occur_no_more_often_than_they_can(seeds, unit):
    table = collocates(seeds.tokens, "Moscow", outlets=seeds.outlets, unit=unit)
    assert len(table) > 1
    assert (table["O"] <= table[["R1", "C1"]].min(axis=1)).all()
    assert (table["log_dice"] <= 14).all()


def test_terms_of_two_frames_at_one_word_are_both_collocates(corpus):
    small = corpus({"a": ["The peace talks on war. Peace talks."]})
    unit = frame_terms([Frame("a", ("peace*",)), Frame("b", ("peace talks", "war"))])
    table = collocates(small.tokens, "war", outlets=small.outlets, unit=unit).set_index("collocate")
    assert table[["O", "C1"]].to_dict("index") == {"peace*": {"O": 1, "C1": 2}, "peace talks": {"O": 1, "C1": 2}}


def test_the_articles_that_have_the_collocate_are_counted(corpus):
    small = corpus({"a": ["The war.", "The war. The war.", "The peace."]})
    the = collocates(small.tokens, "war", outlets=small.outlets).iloc[0]
    assert the[["O", "C1", "articles"]].tolist() == [3, 4, 2]


def test_the_least_number_is_that_of_the_outlet(corpus):
    small = corpus({"a": ["The war. The war."], "b": ["A war. The war."]})
    table = collocates(small.tokens, "war", outlets=small.outlets, min_count=2)
    assert table[["outlet", "collocate", "O"]].values.tolist() == [["a", "the", 2]]


def test_a_node_that_is_nowhere_says_so(corpus):
    small = corpus({"a": ["The war."]})
    with pytest.raises(InputError, match="near wor there is war"):
        collocates(small.tokens, "wor", outlets=small.outlets)


def test_a_window_of_fewer_than_no_tokens_is_refused(corpus):
    small = corpus({"a": ["The war."]})
    with pytest.raises(InputError, match="window of -1 and 5 tokens"):
        collocates(small.tokens, "war", outlets=small.outlets, window=(-1, 5))


def test_a_frame_is_one_node(corpus):
    small = corpus({"a": ["Bad war and cold peace. Bad talks."]})
    frame = Frame("conflict", ("war", "cold peace"))
    table = collocates(small.tokens, frame, outlets=small.outlets)
    assert set(table["node"]) == {"conflict"}
    assert dict(zip(table["collocate"], table["O"], strict=True)) == {"bad": 1, "and": 1}
    assert set(table["node_frequency"]) == {2}


def test_an_outlet_without_the_node_has_no_rows(corpus):
    small = corpus({"a": ["The war."], "b": ["The peace."]})
    table = collocates(small.tokens, "war", outlets=small.outlets)
    assert set(table["outlet"]) == {"a"}
    assert table.attrs["node_frequency"] == {"a": 1, "b": 0}
    assert set(shared_collocates(table)["outlet"]) == {"a"}


def test_what_outlets_share_and_what_stands_apart(corpus):
    small = corpus({"a": ["Bad war. Bad war. Long war."], "b": ["Bad war."], "c": ["Cold war. Long war."]})
    sides = shared_collocates(collocates(small.tokens, "war", outlets=small.outlets))
    assert sides.columns.tolist() == SHARED_COLUMNS
    assert sides[["collocate", "company", "outlet", "O"]].values.tolist() == [
        ["bad", "partly", "a", 2], ["bad", "partly", "b", 1], ["bad", "partly", "c", 0],
        ["long", "partly", "a", 1], ["long", "partly", "b", 0], ["long", "partly", "c", 1],
        ["cold", "apart", "a", 0], ["cold", "apart", "b", 0], ["cold", "apart", "c", 1],
    ]  # fmt: skip
    assert sides["per_1000"].iloc[:3].tolist() == [pytest.approx(2000 / 3), 1000, 0]
    assert sides["log_dice"].isna().tolist() == (sides["O"] == 0).tolist()


def test_a_node_without_company_leaves_an_empty_table(corpus):
    small = corpus({"a": ["War."], "b": ["War."]})
    alone = collocates(small.tokens, "war", outlets=small.outlets)
    assert alone.empty
    for table in (alone, pd.DataFrame(columns=COLLOCATE_COLUMNS)):
        sides = shared_collocates(table)
        assert sides.empty
        assert sides.columns.tolist() == SHARED_COLUMNS


def test_a_collocate_of_every_outlet_is_shared(corpus):
    small = corpus({"a": ["Bad war."], "b": ["Bad war."]})
    assert set(shared_collocates(collocates(small.tokens, "war", outlets=small.outlets))["company"]) == {"shared"}
