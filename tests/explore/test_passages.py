import pytest

from analysis.explore.passages import Mark, cut

TEXT = "Peace 😀 talks\n\nThe US left.\n"


def mark(start, end, name, layer="frame"):
    return Mark(start, end, layer, name)


def test_a_text_without_marks_is_one_piece_a_line():
    assert cut(TEXT, []) == [
        {"start": 0, "end": 13, "pieces": [{"start": 0, "text": "Peace 😀 talks", "marks": []}]},
        {"start": 15, "end": 27, "pieces": [{"start": 15, "text": "The US left.", "marks": []}]},
    ]


def test_offsets_count_characters_not_the_browsers_units():
    (line, _) = cut(TEXT, [mark(8, 13, "talk")])
    assert [(piece["start"], piece["text"], piece["marks"]) for piece in line["pieces"]] == [
        (0, "Peace 😀 ", []), (8, "talks", [0]),
    ]  # fmt: skip


def test_overlapping_and_nested_marks_lie_on_the_pieces_they_share():
    (line, _) = cut(TEXT, [mark(0, 13, "all"), mark(0, 7, "head"), mark(6, 13, "tail")])
    assert [(piece["text"], piece["marks"]) for piece in line["pieces"]] == [
        ("Peace ", [0, 1]), ("😀", [0, 1, 2]), (" talks", [0, 2]),
    ]  # fmt: skip


def test_a_mark_over_two_lines_lies_on_both():
    first, second = cut(TEXT, [mark(8, 18, "over")])
    assert [piece["marks"] for piece in first["pieces"]] == [[], [0]]
    assert [(piece["text"], piece["marks"]) for piece in second["pieces"]] == [("The", [0]), (" US left.", [])]


@pytest.mark.parametrize("start, end", [(3, 3), (13, 15), (27, 28), (90, 99), (5, 2)])
def test_an_empty_mark_or_one_outside_of_the_lines_marks_nothing(start, end):
    assert all(piece["marks"] == [] for line in cut(TEXT, [mark(start, end, "x")]) for piece in line["pieces"])


def test_the_pieces_laid_end_to_end_are_the_text():
    marks = [mark(start, start + length, "x") for start in range(0, 27, 2) for length in (1, 5, 11)]
    for line in cut(TEXT, marks):
        assert "".join(piece["text"] for piece in line["pieces"]) == TEXT[line["start"] : line["end"]]
        assert all(TEXT[p["start"] : p["start"] + len(p["text"])] == p["text"] for p in line["pieces"])
        for piece in line["pieces"]:
            on = {
                n
                for n, m in enumerate(marks)
                if m.start <= piece["start"] and piece["start"] + len(piece["text"]) <= m.end
            }
            assert set(piece["marks"]) == on


def test_some_lines_alone_can_be_cut():
    assert [line["start"] for line in cut(TEXT, [], first=1)] == [15]
    assert [line["start"] for line in cut(TEXT, [], last=1)] == [0]
