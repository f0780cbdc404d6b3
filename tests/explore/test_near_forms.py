import pytest

from analysis.explore.near_forms import near_forms, near_instead, stems_of
from analysis.patterns import parse_pattern

TEXT = (
    "Sanctions, sanctions, sanctioned. De-escalation escalates. A cease-fire, a cease fire, ceasefires. "
    "Dual freezing and dual freezes. Tension tensions intensify. US colour. Risk for their."
)


@pytest.fixture(scope="module")
def index(word_index):
    return word_index({"a": [TEXT]})


def near(index, typed):
    return {(group.why, group.trying): group.forms for group in near_forms(index, parse_pattern(typed))}


@pytest.mark.parametrize(
    ("typed", "why", "trying", "forms"),
    [
        ("sanction", "begin with sanction", "sanction*", (("sanctions", 2), ("sanctioned", 1))),
        ("sanctions", "begin with sanction", "sanction*", (("sanctioned", 1),)),
        ("escalat*", "hold escalat", "*escalat*", (("de-escalation", 1),)),
        ("ceasefires", "as two words", "cease fires", ()),
        ("ceasefire", "begin with ceasefire", "ceasefire*", (("ceasefires", 1),)),
        ("ceasefire", "with or without a hyphen", "cease-fire", (("cease-fire", 1),)),
        ("ceasefire", "as two words", "cease fire", (("cease fire", 1),)),
        ("cease-fire", "as two words", "cease fire", (("cease fire", 1),)),
        ("cease fire", "as one word", "cease-fire", (("cease-fire", 1),)),
        ("dual freeze", "with freez*", "dual freez*", (("dual freezes", 1), ("dual freezing", 1))),
        ("tension", "hold tens", "*tens*", ()),
        ("us", "spelt nearly so", "US", (("US", 1),)),
        ("theirs", "spelt nearly so", "their", ()),
        ("color", "spelt nearly so", "colour", (("colour", 1),)),
    ],
)
def test_a_pattern_is_told_what_it_misses(index, typed, why, trying, forms):
    assert near(index, typed).get((why, trying), ()) == forms


def test_what_a_pattern_takes_is_not_near_it_and_no_form_is_given_twice(index):
    assert near(index, "sanction*") == {}
    given = [form for forms in near(index, "ceasefire").values() for form, _ in forms]
    assert len(given) == len(set(given)) == 3


def test_of_words_that_are_nowhere_each_is_looked_for(index):
    groups = near_instead(index, parse_pattern("weapons of tensionn"))
    assert [(group.trying, group.forms) for group in groups] == [
        ("tension", (("tension", 1),)),
        ("tensions", (("tensions", 1),)),
    ]


@pytest.mark.parametrize("typed", ["*tion", "a?", "x", "?*isk", "6", "-a-"])
def test_a_pattern_of_few_letters_is_no_error(index, typed):
    near(index, typed)


@pytest.mark.parametrize(
    ("glob", "stems"),
    [
        ("sanctions", ("sanctions", "sanction", "sanct")),
        ("persuasion", ("persuasion", "persuas")),
        ("uses", ("uses",)),
        ("per*ed", ("per",)),
        ("*x", ()),
    ],
)
def test_a_stem_keeps_four_letters(glob, stems):
    assert stems_of(glob) == stems
