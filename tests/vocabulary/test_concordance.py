import re

import pytest

from analysis.codebooks import Frame
from analysis.errors import InputError
from analysis.vocabulary.concordance import CONCORDANCE_COLUMNS, concordance

ACTORS = {"Moscow": ["Russia", "Russian Federation"]}
TEXTS = {
    "a": ["He  said:\n“No war,   please!” And then a cold war began."],
    "b": ["A war. The Russian Federation’s US-South plan (of war)."],
}


@pytest.fixture
def small(corpus):
    return corpus(TEXTS, ACTORS)


def test_a_line_keeps_the_spacing_and_the_signs_of_the_text(small):
    lines = concordance(small.tokens, small.articles, "war", window=None)
    assert lines.columns.tolist() == CONCORDANCE_COLUMNS
    assert lines[["article", "left", "node", "right"]].values.tolist() == [
        ["a/1", "“No ", "war", ",   please!”"],
        ["a/1", "And then a cold ", "war", " began."],
        ["b/1", "A ", "war", "."],
        ["b/1", "The Russian Federation’s US-South plan (of ", "war", ")."],
    ]


def test_start_and_end_give_the_node_in_the_text(small):
    texts = small.articles.set_index("article")["text"]
    lines = concordance(small.tokens, small.articles, "cold w*")
    assert [texts[row.article][row.start : row.end] for row in lines.itertuples()] == ["cold war"]


def test_a_window_counts_tokens_inside_the_sentence(small):
    lines = concordance(small.tokens, small.articles, "war", window=1)
    assert lines["left"].tolist() == ["“No ", "cold ", "A ", "(of "]
    assert lines["right"].tolist() == [",   please!”", " began.", ".", ")."]


def test_a_window_of_nothing_shows_the_node_alone(small):
    lines = concordance(small.tokens, small.articles, "cold", window=0)
    assert lines[["left", "node", "right"]].values.tolist() == [["", "cold", ""]]


def test_a_line_does_not_begin_inside_a_word_cut_by_its_hyphen(small):
    lines = concordance(small.tokens, small.articles, "plan", window=1)
    assert lines["left"].tolist() == ["-South "]


def test_an_actor_is_found_under_every_alias(small):
    assert concordance(small.tokens, small.articles, "Moscow")["node"].tolist() == ["Russian Federation’s"]


@pytest.mark.parametrize(
    ("sort", "lines"),
    [
        ((), ["The war", "A win", "Old War", "The win"]),
        (("node",), ["The war", "Old War", "A win", "The win"]),
        (("1L",), ["A win", "Old War", "The war", "The win"]),
        (("1R",), ["The win", "Old War", "The war", "A win"]),
        (("L1", "R1"), ["A win", "Old War", "The win", "The war"]),
        (("9R", "node", "1L"), ["Old War", "The war", "A win", "The win"]),
    ],
)
def test_lines_are_sorted_by_words_at_their_places(corpus, sort, lines):
    small = corpus({"a": ["The war ends. A win now. Old War came. The win."]})
    found = concordance(small.tokens, small.articles, "w*", sort=sort)
    assert (found["left"] + found["node"]).tolist() == lines


def test_a_place_that_is_none_is_refused(small):
    with pytest.raises(InputError, match='"L0" is no place to sort by; use "node", or L or R and a number'):
        concordance(small.tokens, small.articles, "war", sort=("L0",))


def test_a_sample_is_drawn_by_the_seed_and_says_of_how_many(corpus):
    small = corpus({"a": ["War. " * 40]})
    lines = concordance(small.tokens, small.articles, "war", sample=5, seed=1)
    assert (len(lines), lines.attrs["hits"], lines.attrs["shown"]) == (5, 40, 5)
    assert lines["start"].is_monotonic_increasing
    assert lines.equals(concordance(small.tokens, small.articles, "war", sample=5, seed=1))
    assert not lines.equals(concordance(small.tokens, small.articles, "war", sample=5, seed=2))
    assert len(concordance(small.tokens, small.articles, "war", sample=100)) == 40


@pytest.mark.parametrize(("node", "near"), [("waar", "war"), ("Us", "US"), ("russian federatin", "federation")])
def test_a_search_that_finds_nothing_says_so(small, node, near):
    with pytest.raises(InputError, match=f"nowhere in these texts; near .* there is {near}"):
        concordance(small.tokens, small.articles, node)


@pytest.mark.parametrize(
    ("options", "said"),
    [({"window": -1}, "window of -1 tokens"), ({"sample": 0}, "sample of 0 lines"), ({"sort": ("0R",)}, '"0R"')],
)
def test_what_cannot_be_is_refused(small, options, said):
    with pytest.raises(InputError, match=said):
        concordance(small.tokens, small.articles, "war", **options)


def test_a_frame_and_an_actor_among_words_have_their_lines(small):
    frame = Frame("war", ("cold war", "war", "plan"))
    lines = concordance(small.tokens, small.articles, frame, window=1)
    assert lines["node"].tolist() == ["war", "cold war", "war", "plan", "war"]
    assert lines.attrs["node"] == "war"
    assert concordance(small.tokens, small.articles, "[Moscow] US")["node"].tolist() == ["Russian Federation’s US"]


def test_several_words_are_found_in_the_seeds(seeds):
    expected = sum(len(re.findall(r"North Korea\b", clean)) for clean in seeds.articles["clean"])
    assert len(concordance(seeds.tokens, seeds.articles, "north korea")) == expected > 0
    assert set(concordance(seeds.tokens, seeds.articles, "US")["outlet"]) == {"baonghean"}
