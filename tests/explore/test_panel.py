import re
from importlib import import_module

import pytest

from analysis import explore
from analysis.errors import InputError
from analysis.explore.panel import STATIC, Asked, Panel, script, style
from analysis.explore.reader import SCRIPTS

ALL_VIEWS = [(view, *SCRIPTS) for view in ("reader_page", "matrix", "coding")]
ALL_VIEWS += [(view, *SCRIPTS, "context") for view in ("concordance", "workshop")]


def refuse(_):
    raise InputError("study.toml: no\nsuch thing")


def panel(**answers):
    return Panel("reader_page", scripts=SCRIPTS, answers=answers, opening={"outlets": []})


def test_a_question_is_answered_under_its_id():
    own = panel(twice=lambda asked: asked.number("of") * 2)
    assert own.answer({"id": "7", "ask": "twice", "of": 21}) == {"id": "7", "answer": 42}


def test_a_refusal_is_one_line():
    assert panel(read=refuse).answer({"id": 1, "ask": "read"}) == {"id": 1, "problem": "study.toml: no such thing"}


def test_a_failure_is_one_line_and_the_widget_lives():
    own = panel(fail=lambda asked: {}["gone"], live=lambda asked: "yes")
    problem = own.answer({"id": 1, "ask": "fail"})["problem"]
    assert "KeyError" in problem and "\n" not in problem
    assert own.answer({"id": 2, "ask": "live"})["answer"] == "yes"


@pytest.mark.parametrize("message", [{"id": 3}, {"id": 3, "ask": "unknown"}, {"id": 3, "ask": ["x"]}])
def test_an_unknown_question_is_told(message):
    assert "does not know" in panel().answer(message)["problem"]


def test_what_comes_over_the_wire_is_answered_there_and_other_messages_are_left(monkeypatch):
    own, sent = panel(hello=lambda asked: "hello"), []
    monkeypatch.setattr(Panel, "send", lambda self, content, buffers=None: sent.append(content))
    own._handle_custom_msg({"id": 5, "ask": "hello"}, [])
    own._handle_custom_msg({"kind": "something else"}, [])
    own.tell("changed", why="coded")
    assert sent == [{"id": 5, "answer": "hello"}, {"notice": "changed", "why": "coded"}]


@pytest.mark.parametrize(
    "read, value",
    [
        (lambda asked: asked.text("x"), 3),
        (lambda asked: asked.number("x"), "3"),
        (lambda asked: asked.number("x"), True),
        (lambda asked: asked.number("x"), 1.5),
        (lambda asked: asked.flag("x"), 1),
        (lambda asked: asked.texts("x"), ["a", 1]),
        (lambda asked: asked.texts("x"), "a"),
        (lambda asked: asked.text("x"), None),
    ],
)
def test_a_field_of_another_kind_is_refused_with_its_name(read, value):
    with pytest.raises(InputError, match='"x"'):
        read(Asked({"x": value}))


def test_fields_may_have_defaults():
    asked = Asked({"given": "a", "off": None})
    assert (asked.text("given", "b"), asked.text("off", "b"), asked.texts("no", [])) == ("a", "b", [])
    assert (asked.number("no", 3), asked.flag("no", False)) == (3, False)
    assert asked.has("given") and not asked.has("off") and not asked.has("no")


@pytest.mark.parametrize("view", ALL_VIEWS, ids=lambda view: view[0])
def test_a_script_is_one_module_of_its_own(view):
    text = script(*view)
    assert text.count("export default") == 1 and not re.search(r"^\s*import\s", text, re.MULTILINE)
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", text, re.MULTILINE)
    assert len(names) == len(set(names)) and view[0] in names


@pytest.mark.parametrize("path", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_no_script_makes_markup_or_reaches_out(path):
    text = path.read_text(encoding="utf-8")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|fetch\(|https?://|\.href|\.src\b"
    assert re.findall(forbidden, text) == []


def test_the_style_sheet_reaches_out_to_nothing():
    assert not re.search(r"url\(|@import|https?:", style())


def test_each_widget_is_a_call_whatever_was_imported_before():
    assert all(import_module(f"analysis.explore.{name}") for name in ("reader", "matrix", "concordance", "workshop"))
    assert all(callable(getattr(explore, name)) for name in explore.__all__)


def test_all_panels_have_the_same_style_sheet():
    assert {panel()._css, Panel("matrix", answers={})._css} == {style()}
    assert all(path.read_text(encoding="utf-8") in style() for path in STATIC.glob("*.css"))


def test_where_no_widget_can_be_a_line_stands_for_it():
    assert repr(Panel("matrix", answers={}, told="Matrix: 3 propositions.")) == "Matrix: 3 propositions."
