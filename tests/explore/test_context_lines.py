import pandas as pd
import pytest

from analysis.explore.context_lines import context_lines, lines_table, lines_with_voices, page_of
from analysis.explore.queries import Query, search

TEXT = "He  said:\n“No cold war,   please!” And a war began."


@pytest.fixture(scope="module")
def index(word_index):
    return word_index({"a": [TEXT], "b": ["Война и мир 🎉 война."]})


def lines_of(index, asked, **options):
    return context_lines(index, search(index, Query(asked), frames=()).spans, **{"window": None} | options)


def test_a_line_keeps_the_spacing_and_the_signs_of_the_text(index):
    lines = lines_table(lines_of(index, "war"))
    assert lines[["article", "left", "node", "right"]].values.tolist() == [
        ["a/1", "“No cold ", "war", ",   please!”"],
        ["a/1", "And a ", "war", " began."],
    ]


def test_a_window_counts_words_on_either_side(index):
    lines = lines_table(lines_of(index, "war", window=1))
    assert lines["left"].tolist() == ["cold ", "a "]
    assert lines["right"].tolist() == [",   please!”", " began."]


def test_offsets_count_characters_of_the_text(index):
    (_, line) = lines_of(index, "война")
    assert "Война и мир 🎉 война."[line["start"] : line["end"]] == "война"


def test_the_words_that_lines_are_sorted_by_are_parts_of_their_own(index):
    line = lines_of(index, "cold war", sort=("1L", "1R", "9R", "node"))[0]
    assert line["left"] == [("“", False), ("No", True), (" ", False)]
    assert line["right"] == [(",   ", False), ("please", True), ("!”", False)]


def test_a_line_has_the_voice_of_the_stretch_over_its_node(index):
    speech = pd.DataFrame(
        [("a/1", 10, 34, "actor", "He", "quoted")], columns=["article", "start", "end", "voice", "source", "kind"]
    )
    lines = lines_with_voices(lines_of(index, "war"), speech)
    assert [(line["voice"], line["source"], line["shape"]) for line in lines] == [
        ("actor", "He", "▲"),
        ("outlet", "", "■"),
    ]


def test_no_lines_are_no_error(index):
    assert lines_with_voices([], pd.DataFrame(columns=["article", "start", "end", "voice", "source", "kind"])) == []
    assert len(lines_table([])) == 0


@pytest.mark.parametrize(
    ("number", "size", "shown"), [(0, 1, (0, 2, 0)), (1, 1, (1, 2, 1)), (9, 1, (1, 2, 1)), (-1, 5, (0, 1, 0))]
)
def test_pages_lie_end_to_end(index, number, size, shown):
    spans = search(index, Query("war"), frames=()).spans
    assert len(spans) == 2
    page = page_of(spans, number, size=size)
    assert (page.number, page.pages, page.first) == shown
    assert page.spans.first.tolist() == spans.first[page.first : page.first + size].tolist()
