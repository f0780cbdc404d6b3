import numpy as np
import pandas as pd
import pytest

from analysis.vocabulary.counts import count_by_article, evidence_level, outlet_by_article


@pytest.mark.parametrize(
    ("articles", "level"),
    [((1, 1), "descriptive"), ((4, 200), "descriptive"), ((5, 5), "inferential"), ((5,), "inferential")],
)
def test_the_smaller_side_decides_the_evidence_level(articles, level):
    assert evidence_level(*articles) == level


def test_outlets_come_in_the_order_of_the_study():
    articles = pd.DataFrame({"article": ["a/1", "b/1", "c/1"], "outlet": ["a", "b", "c"]})
    assert list(outlet_by_article(articles, order=["b", "a"]).values()) == ["b", "a", "c"]


def test_items_are_counted_by_article_and_sizes_are_all_tokens(corpus):
    small = corpus({"a": ["War and war.", "Peace."], "b": ["War."]})
    war = np.where(small.tokens["term"] == "war", 0, -1)
    side = count_by_article(small.tokens, war, outlets=small.outlets, width=1).side("a")
    assert side.matrix.toarray().ravel().tolist() == [2, 0]
    assert side.sizes.tolist() == [3, 1]
    assert (side.totals().tolist(), side.carriers().tolist(), side.tokens) == ([2], [1], 4)


def test_several_outlets_make_one_side(corpus):
    small = corpus({"a": ["One."], "b": ["Two two."], "c": ["Three three three."]})
    every = np.zeros(len(small.tokens), dtype=int)
    counts = count_by_article(small.tokens, every, outlets=small.outlets, width=1)
    assert counts.side("b", "c").totals().tolist() == [5]


def test_articles_that_no_outlet_has_are_left_out(corpus):
    small = corpus({"a": ["One."], "b": ["Two two."]})
    counts = count_by_article(small.tokens, np.zeros(3, dtype=int), outlets={"a/1": "a"}, width=1)
    assert (counts.outlets, counts.sizes.tolist()) == (("a",), [1])


def test_an_outlet_without_a_token_is_left_out(corpus):
    small = corpus({"a": ["One."], "b": ["* * *"]})
    counts = count_by_article(small.tokens, np.zeros(1, dtype=int), outlets=small.outlets, width=1)
    assert counts.outlets == ("a",)
