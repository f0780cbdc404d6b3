import re
from collections import Counter

import pytest

from analysis.explore.concordance import concordance
from analysis.explore.context_panels import context_panel
from analysis.explore.desk import desk_of
from analysis.explore.workshop import workshop


@pytest.mark.parametrize("widget", [concordance, workshop])
def test_no_name_stands_twice_in_the_scripts_that_are_joined(tiny, widget):
    names = re.findall(r"^(?:const|let|(?:async )?function|class) (\w+)", widget(tiny)._esm, re.MULTILINE)
    assert len(names) > 20
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("widget", [concordance, workshop])
def test_no_text_becomes_markup_style_or_address(tiny, widget):
    script = widget(tiny)._esm
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|\.href|cssText", script)


@pytest.mark.parametrize("widget", [concordance, workshop])
def test_a_sentence_can_be_read_and_coded_where_it_is_found(tiny, widget):
    panel = widget(tiny)
    article = tiny.sources.articles["article"].iat[0]
    answer = panel.answer({"id": "1", "ask": "article", "article": article, "start": 0, "end": 5})["answer"]
    assert answer["article"] == article
    assert panel.answer({"id": "2", "ask": "coder"})["answer"]["name"] == ""
    assert ".kwic" in panel._css


def test_an_answer_of_its_own_may_not_replace_one_that_all_have(tiny):
    with pytest.raises(ValueError, match="article"):
        context_panel("workshop", desk_of(tiny), answers={"article": lambda _: None}, opening={}, told="")
