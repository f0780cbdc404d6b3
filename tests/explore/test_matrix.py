import json
from importlib import import_module

import pytest

from analysis.charts.motive_table import ordered_codes, tabulate_motives
from analysis.comparisons import outlets_of
from analysis.errors import InputError
from analysis.explore.desk import desk_of
from analysis.explore.matrix import lay_out, list_cell, matrix
from analysis.explore.panel import Asked


def laid(results, **fields):
    return lay_out(desk_of(results), Asked(fields))


def test_the_grid_has_a_mark_a_proposition(tiny):
    answer = laid(tiny)
    cells = {
        (row["label"], outlet["name"]): ["".join([s["shape"], s["sign"]]) for s in cell["signs"]]
        for row in answer["codes"]
        for outlet, cell in zip(answer["outlets"], row["cells"], strict=True)
    }
    assert cells == {
        ("security <i>", "Alpha <b>"): ["■"], ("security <i>", "Beta"): [], ("no war", "Alpha <b>"): [],
        ("no war", "Beta"): ["■n"], ("settlement", "Alpha <b>"): ["▲"], ("settlement", "Beta"): ["■?"],
    }  # fmt: skip
    assert (answer["drawn"], answer["absent"]) == ("marks", ["other"])
    assert [(one["propositions"], one["sentences"], one["articles"]) for one in answer["outlets"]] == [(2, 2, 1)] * 2


def test_rows_stand_as_in_the_figure(tiny):
    table = tabulate_motives(tiny.propositions, codebook=tiny.study.motives, outlets=outlets_of(tiny))
    assert [row["code"] for row in laid(tiny)["codes"]] == ordered_codes(table)


def test_groups_hold_their_codes_and_add_them_up(tiny):
    groups = {one["group"]: one for one in laid(tiny)["groups"]}
    assert {name: set(one["codes"]) for name, one in groups.items()} == {
        "own": {"security", "war"}, "others": {"settlement"},
    }  # fmt: skip
    assert [(cell["count"], cell["percent"]) for cell in groups["own"]["cells"]] == [(1, 50), (1, 50)]


def test_the_actor_can_be_changed(tiny):
    answer = laid(tiny, actor="Washington")
    assert [row["label"] for row in answer["codes"]] == ["security <i>"]
    assert [cell["count"] for cell in answer["codes"][0]["cells"]] == [0, 1]
    with pytest.raises(InputError, match="known actors"):
        laid(tiny, actor="Nobody")


def test_a_cell_lists_its_propositions_with_their_quotes(tiny):
    cell = list_cell(desk_of(tiny), Asked({"outlet": "beta", "codes": ["settlement"]}))
    (one,) = cell["propositions"]
    assert (one["quote"], one["where"]) == (
        ["", "It may seek dialogue", "."],
        "Russia does not want a war with the US., s. 2",
    )
    assert (cell["total"], cell["page"], cell["pages"]) == (1, 0, 1)


def test_a_cell_comes_a_page_at_a_time_and_no_page_is_beyond_the_last(tiny, monkeypatch):
    monkeypatch.setattr(import_module("analysis.explore.matrix"), "PAGE", 1)
    asked = {"outlet": "beta", "codes": ["settlement", "war"]}
    pages = [list_cell(desk_of(tiny), Asked(asked | {"page": page})) for page in (-1, 0, 1, 9)]
    assert [page["page"] for page in pages] == [0, 0, 1, 1] and pages[0]["pages"] == 2
    assert pages[0]["propositions"] != pages[2]["propositions"]


def test_many_propositions_have_shares_and_no_marks(tiny, monkeypatch):
    monkeypatch.setattr("analysis.charts.motive_table.MOST_MARKS", 1)
    answer = laid(tiny)
    assert answer["drawn"] == "dots"
    cells = [cell for row in answer["codes"] for cell in row["cells"] if cell["count"]]
    assert all(cell["signs"] == [] and cell["percent"] == 50 and sum(cell["voices"].values()) == 1 for cell in cells)


def test_the_widget_answers_in_json(tiny):
    panel = matrix(tiny)
    assert repr(panel).startswith("Motive matrix: 4 propositions.")
    assert "problem" not in json.loads(json.dumps(panel.answer({"id": 1, "ask": "matrix"})))
