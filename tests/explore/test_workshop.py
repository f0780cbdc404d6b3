import pytest

from analysis.codebooks import read_frames
from analysis.explore.concordance import concordance
from analysis.explore.workshop import TRIAL_COLUMNS, trial_table, workshop


@pytest.fixture
def panel(seeds):
    return workshop(seeds)


def asked(panel, question, **fields):
    return panel.answer({"id": "1", "ask": question, **fields})


def terms_of(seeds, frame):
    return next(one.terms for one in read_frames(seeds.study.folder / "frames.yaml") if one.name == frame)


def test_a_pattern_is_tried(panel):
    answer = asked(panel, "try", pattern="mild*", frame="persuasion")["answer"]
    assert answer["told"] == "2 hits of 2 forms in 2 of 2 articles; so few articles: descriptive only"
    assert answer["forms"] == [["mild", 1], ["milder", 1]]
    assert [(one["name"], one["hits"]) for one in answer["by"]] == [("Warsaw Institute", 1), ("Baonghean", 1)]
    assert answer["overlaps"] == [{"frame": "persuasion", "term": "mild", "hits": 1, "number": 0}]
    assert (answer["near"], answer["there"]) == ([], False)


def test_a_pattern_without_a_hit_is_told_what_is_near(panel):
    answer = asked(panel, "try", pattern="tensio", frame="danger")["answer"]
    assert answer["told"] == "no hit in 2 articles; as a term it would count in articles that are added later"
    assert answer["near"][0] == {
        "why": "begin with tensio",
        "forms": [["tensions", 3], ["tension", 1]],
        "trying": "tensio*",
    }


def test_the_lines_of_a_form_are_its_own(panel):
    lines = asked(panel, "catches", pattern="tension*", form="tension")["answer"]["lines"]
    assert [line["node"] for line in lines] == ["tension"]
    assert asked(panel, "catches", pattern="tension*")["answer"]["shown"] == 4


def test_a_term_is_written_and_every_widget_told(panel, seeds, monkeypatch):
    other, notices = concordance(seeds), []
    monkeypatch.setattr(other, "send", lambda content: notices.append(content["notice"]))
    before = terms_of(seeds, "danger")
    answer = asked(panel, "add term", pattern="peninsula", frame="danger")["answer"]
    assert answer["told"].startswith('"peninsula" is now in the frame "danger"')
    assert answer["told"].endswith("Run the notebooks again to redraw the figures.")
    assert terms_of(seeds, "danger") == (*before, "peninsula")
    assert notices == ["frames"]
    terms = {one["frame"]: one["terms"] for one in asked(panel, "terms")["answer"]}
    assert terms["danger"][-1]["term"] == "peninsula"
    assert terms["danger"][-1]["hits"] > 0
    assert asked(panel, "try", pattern="peninsula", frame="danger")["answer"]["there"]


def test_the_last_edit_is_undone_and_then_the_one_before(panel, seeds):
    text = (seeds.study.folder / "frames.yaml").read_text()
    asked(panel, "add term", pattern="peninsula", frame="a new frame")
    asked(panel, "remove term", term="war", frame="danger")
    assert asked(panel, "undo term")["answer"]["undo"] == '"peninsula" is now in the frame "a new frame"'
    assert asked(panel, "undo term")["answer"]["undo"] == ""
    assert (seeds.study.folder / "frames.yaml").read_text() == text
    assert "nothing has been written here" in asked(panel, "undo term")["problem"]


@pytest.mark.parametrize(
    ("question", "fields", "said"),
    [
        ("try", {"pattern": "*"}, "holds no word"),
        ("try", {"pattern": "[Moscow]"}, "takes words, not actors"),
        ("add term", {"pattern": "[Moscow]", "frame": "danger"}, "takes words, not actors"),
        ("add term", {"pattern": '"doom"', "frame": "danger"}, "no quotation marks"),
        ("add term", {"pattern": "war", "frame": "danger"}, 'has the term "war" already'),
        ("add term", {"pattern": "war", "frame": ""}, "has 0 characters"),
        ("remove term", {"term": "peace", "frame": "danger"}, 'has no term "peace"'),
        ("catches", {"pattern": 3}, "not text"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_line(panel, question, fields, said):
    problem = asked(panel, question, **fields)["problem"]
    assert said in problem
    assert "program failed" not in problem


def test_a_frames_file_that_has_gone_is_told_and_the_edit_can_still_be_undone(panel, seeds):
    file = seeds.study.folder / "frames.yaml"
    before = file.read_bytes()
    asked(panel, "add term", pattern="peninsula", frame="danger")
    file.rename(file.with_suffix(".away"))
    for question in ("add term", "remove term", "undo term"):
        problem = asked(panel, question, pattern="doom", term="war", frame="danger")["problem"]
        assert "frames.yaml is no longer there; put it back" in problem
    file.with_suffix(".away").rename(file)
    assert asked(panel, "undo term")["answer"]["undo"] == ""
    assert file.read_bytes() == before


def test_a_term_that_another_window_wrote_stays(panel, seeds):
    file = seeds.study.folder / "frames.yaml"
    file.write_text(file.read_text().replace("      - crisis\n", "      - crisis\n      - doom\n"))
    asked(panel, "add term", pattern="peninsula", frame="danger")
    assert {"doom", "peninsula"} <= set(terms_of(seeds, "danger"))


def test_the_table_to_print_counts_what_the_widget_counts(seeds):
    table = trial_table(seeds, "mild*", "xyz")
    assert table.columns.tolist() == TRIAL_COLUMNS
    assert table[["outlet", "pattern", "count", "articles", "of"]].values.tolist() == [
        ["warsaw-institute", "mild*", 1, 1, 1],
        ["baonghean", "mild*", 1, 1, 1],
        ["warsaw-institute", "xyz", 0, 0, 1],
        ["baonghean", "xyz", 0, 0, 1],
    ]
