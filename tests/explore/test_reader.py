import json
from importlib import import_module

import pytest

from analysis.errors import InputError
from analysis.explore.desk import desk_of
from analysis.explore.panel import Asked
from analysis.explore.reader import list_articles, open_article, opening_of, reader

ONE = "alpha/one.txt"


def opened(results, **fields):
    return open_article(desk_of(results), Asked({"article": ONE, **fields}))


def marked(answer, layer):
    """(text, name) of what each mark of a layer lies on."""
    texts = {}
    for paragraph in answer["paragraphs"]:
        for piece in paragraph["pieces"]:
            for number in piece["marks"]:
                texts[number] = texts.get(number, "") + piece["text"]
    return [(texts[n], m["name"]) for n, m in enumerate(answer["marks"]) if m["layer"] == layer]


def test_an_article_comes_with_its_marks(tiny):
    answer = opened(tiny)
    assert marked(answer, "frame") == [("border", "edge"), ("dialogue", "talk")]
    assert marked(answer, "actor") == [
        ("Moscow", "Moscow"), ("Moscow", "Moscow"), ("US", "Washington"), ("Lavrov", "Moscow"), ("Moscow", "Moscow"),
    ]  # fmt: skip
    assert marked(answer, "voice") == [("that Moscow seeks dialogue", "actor")]
    assert [text for text, _ in marked(answer, "motive")] == [
        "Moscow wants to protect its border 😀 from <img src=x onerror=alert(1)> the US", "Moscow seeks dialogue",
    ]  # fmt: skip
    assert marked(answer, "removed") == [("<img src=x onerror=alert(1)>", "markup")]
    assert marked(answer, "heading") == [("A day of talks 😀 in Moscow", "")]


def test_each_marked_proposition_has_its_sign(tiny):
    signs = opened(tiny)["propositions"]
    assert [(one["shape"], one["told"]) for one in signs.values()] == [
        ("■", "security <i>; the outlet’s own voice"), ("▲", "settlement; Moscow says"),
    ]  # fmt: skip
    (denied, hedged) = opened(tiny, article="beta/two.txt")["propositions"].values()
    assert (denied["sign"], hedged["sign"]) == ("n", "?")


def test_another_actors_motives_can_be_marked_and_all(tiny):
    assert [t for t, _ in marked(opened(tiny, article="beta/two.txt", actor="Washington"), "motive")] == [
        "Washington wants to protect its border"
    ]
    assert len(marked(opened(tiny, article="beta/two.txt", actor=""), "motive")) == 3


def test_the_voice_is_the_actors_whose_motives_are_read(tiny):
    assert marked(opened(tiny, actor="Washington"), "voice") == [("that Moscow seeks dialogue", "other")]


def test_what_was_searched_for_is_marked(tiny):
    assert marked(opened(tiny, start=137, end=145, at=137), "found") == [("dialogue", "")]


def test_a_long_article_comes_a_stretch_at_a_time(tiny, monkeypatch):
    monkeypatch.setattr(import_module("analysis.explore.reader"), "LINES_AT_ONCE", 1)
    answer = opened(tiny, at=150)
    assert (answer["first"], answer["last"], answer["of"]) == (2, 3, 3)
    assert answer["paragraphs"][0]["pieces"][0]["text"].startswith("The weather")
    assert opened(tiny, first=1)["paragraphs"][0]["start"] == 28


@pytest.mark.parametrize("first", [-5, 0, 99])
def test_a_place_beyond_the_article_gives_what_there_is(tiny, first):
    assert opened(tiny, first=first)["paragraphs"]


def test_articles_are_listed_and_found_by_title_and_file(tiny):
    def listed(**fields):
        return list_articles(desk_of(tiny), Asked(fields))

    assert listed(outlet="alpha") == {
        "articles": [{"article": ONE, "title": "A day of talks 😀 in Moscow", "date": ""}], "total": 1,
    }  # fmt: skip
    assert listed(outlet="alpha", like="TALKS")["total"] == listed(outlet="alpha", like="one.txt")["total"] == 1
    assert listed(outlet="alpha", like="(")["total"] == listed(outlet="nobody")["total"] == 0


def test_an_unknown_article_or_actor_is_refused(tiny):
    with pytest.raises(InputError, match="no article"):
        opened(tiny, article="../study.toml")
    with pytest.raises(InputError, match="nobody"):
        opened(tiny, actor="nobody")


def test_a_reader_opens_with_what_can_be_written_as_json(tiny):
    panel = reader(tiny)
    assert json.loads(json.dumps(panel.opening)) == opening_of(desk_of(tiny)) | {"memos": True}
    assert [outlet["name"] for outlet in panel.opening["outlets"]] == ["Alpha <b>", "Beta"]
    answers = [panel.answer({"id": 1, "ask": "article", "article": ONE}), panel.answer({"id": 2, "ask": "coder"})]
    assert all("problem" not in json.loads(json.dumps(answer)) for answer in answers)
