"""What shares a sentence: triangles of few outlets, rows of many, and what is grey."""

from itertools import combinations

import pandas as pd
import pytest
from matplotlib.patches import Rectangle

from analysis.charts.descriptions import describe_together
from analysis.charts.pairs import pairs_of
from analysis.charts.together import draw_together

from .conftest import HOSTILE


def make_pairs(corpus, *, items: int = 3, times: int = 1) -> pd.DataFrame:
    """Frames f0, f1, ... and the motive m, each standing in its place plus one sentences, the first with all others.

    The first and the second stand together on the same words alone; the rest never meet.
    """
    named = [("frame", f"f{n} $x$") for n in range(items)] + [("motive", "m")]
    own = {item: (place + 1) * times for place, item in enumerate(named)}
    rows = [
        (outlet, within, one[1], one[0], other[1], other[0], times if one == named[0] else 0,
         times if (one, other) == (named[0], named[1]) else 0, own[one], own[other])
        for outlet in corpus.outlets["outlet"]
        for within in ("sentence", "article")
        for one, other in combinations(named, 2)
    ]  # fmt: skip
    columns = ["outlet", "within", "item", "kind", "other", "other_kind", "O", "same_words", "R1", "C1"]
    return pd.DataFrame(rows, columns=columns)


def cells(figure):
    return [one for one in figure.findobj(Rectangle) if one.get_gid() == "cell"]


def draw(corpus, table):
    return draw_together(pairs_of(table, {"m": "the $motive$"}), outlets=corpus.outlets, actor="$Moscow$")


def test_pairs_are_by_sentence_with_each_items_own_number(corpus):
    pairs = pairs_of(make_pairs(corpus(2)), {"m": "the motive"})
    assert pairs.items == [("frame", "f0 $x$"), ("frame", "f1 $x$"), ("frame", "f2 $x$"), ("motive", "m")]
    assert [pairs.own["o0", item] for item in pairs.items] == [1, 2, 3, 4]
    assert pairs.cells["o1", pairs.items[0], pairs.items[1]] == (1, 1)
    assert pairs.label(("motive", "m")) == "the motive" and pairs.label(("frame", "m")) == "m"
    assert pairs.most_frequent(2) == pairs.items[2:]
    assert pairs.ranked() == [(pairs.items[0], other) for other in pairs.items[1:]]


def test_a_triangle_an_outlet_shaded_where_two_things_are_said(corpus, legible):
    small = corpus(2)
    figure = draw(small, make_pairs(small))
    texts = legible(figure)
    assert len(cells(figure)) == 2 * 2
    assert texts.count("·") == 2 * 3
    assert texts.count("1") == 2 * (3 + 1)
    assert texts.count("the $motive$") == 2 * 2
    assert "Which frames and motives of $Moscow$ share a sentence" in texts


def test_items_that_stand_nowhere_are_left_out(corpus, legible):
    small = corpus(2)
    table = make_pairs(small)
    nobody = table.assign(R1=0, C1=0, O=0, same_words=0)
    assert "No frame and no motive stands in any sentence." in legible(draw(small, nobody))
    alone = table.assign(C1=table["C1"].where(table["other"] != "m", 0))
    assert "the $motive$" not in legible(draw(small, alone))


def test_many_outlets_are_columns_and_pairs_rows(corpus, legible):
    large = corpus(6)
    figure = draw(large, make_pairs(large))
    texts = legible(figure)
    assert "f0 $x$ + the $motive$" in texts
    assert "f1 $x$ + f2 $x$" not in texts
    assert len(cells(figure)) == 6 * 2
    assert "No two of them share a sentence." in legible(draw(large, make_pairs(large).assign(O=0, same_words=0)))


@pytest.mark.parametrize("outlets", [1, 2, 3, 4, 5, 10])
@pytest.mark.parametrize(("items", "times"), [(3, 1), (24, 40), (90, 3)])
def test_figures_of_pairs_stay_legible_and_on_a_page(outlets, items, times, corpus, legible):
    hostile = corpus(outlets, names=HOSTILE)
    figure = draw(hostile, make_pairs(hostile, items=items, times=times))
    legible(figure)
    assert figure.get_size_inches()[1] * 72 < 760


def test_the_description_names_the_most_frequent_pairs(corpus):
    small = corpus(2, names=("East", "West"))
    said = describe_together(pairs_of(make_pairs(small), {"m": "the motive"}), outlets=small.outlets, actor="Moscow")
    assert "East: f0 $x$ + f2 $x$ 1, f0 $x$ + the motive 1; West: " in said.alt
    assert "motives of Moscow stand together" in said.caption
