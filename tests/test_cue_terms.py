import pytest

from analysis.cue_terms import CueIndex, expand_lists, read_cue
from analysis.errors import InputError


def found(text, **cues):
    return CueIndex(read_cue(code, cue) for code, listed in cues.items() for cue in listed).find(text)


def met(text, *cues):
    return [one.cue.text for one in found(text, code=cues)]


@pytest.mark.parametrize(
    ("cue", "text", "found"),
    [
        ("great power*", "a place among the great powers", True),
        ("great power*", "the power of a great idea", False),
        ("weaken* + NATO", "NATO would be weakened", True),
        ("weaken* + NATO", "it would be weakened", False),
        ("divid*|split* + NATO|alliance*", "to split the alliance", True),
        ("US", "it is us or them", False),
        ("*stabil*", "a destabilized region", True),
    ],
)
def test_a_cue_is_met_or_not(cue, text, found):
    assert met(text, cue) == ([cue] if found else [])


def test_no_word_meets_two_parts_of_a_cue():
    assert met("to keep the peace", "keep*|hold* + keep*|peace*") == ["keep*|hold* + keep*|peace*"]
    assert met("the keeper", "keep*|hold* + keep*|peace*") == []


def test_the_words_that_meet_a_cue_are_quoted_those_closest_together():
    (one,) = found("weaken nobody, but weaken the old alliance", code=["weaken* + alliance*"])
    assert (one.words, one.places) == ("weaken … alliance", {3, 6})
    (one,) = found("among the Great Powers", code=["great power*"])
    assert (one.words, one.cue.phrase) == ("Great Powers", True)


def test_a_cue_inside_a_phrase_of_another_code_does_not_count():
    texts = ("a diplomatic coup", "a coup")
    codes = [[one.cue.code for one in found(text, standing=["diplomatic coup"], unrest=["coup"])] for text in texts]
    assert codes == [["standing"], ["unrest"]]


def test_a_text_that_repeats_its_words_does_not_run_away():
    assert met("weaken the alliance " * 500, "weaken* + alliance* + the") == ["weaken* + alliance* + the"]
    assert met("weaken " * 500, " + ".join(["weaken*|the"] * 9)) == []


def test_lists_are_written_out_where_a_cue_names_them():
    lists = {"rival": ("US", "the West"), "harm": ("weaken*",)}
    assert expand_lists("$harm|divid* + $rival", lists) == "weaken*|divid* + US|the West"
    said = 'the cue "$ally" names the list "ally", which is not there; known lists: rival, harm'
    with pytest.raises(InputError, match=said.replace("$", r"\$")):
        expand_lists("$ally", lists)


def test_of_cues_of_one_code_on_the_same_words_the_longest_counts():
    assert met("a naval base abroad", "base", "naval base", "naval*") == ["naval base"]
    assert met("a naval base and a base", "base", "naval base") == ["naval base", "base"]


@pytest.mark.parametrize(
    ("cue", "text", "met"),
    [
        ("status - status quo", "to keep the status quo", False),
        ("status - status quo", "to keep the status quo and win status", True),
        ("status|rank - status quo|social rank", "a social rank", False),
        ("law + order - law enforcement", "law enforcement and order", False),
        ("invest* + gas - invest* fund", "an investment in gas", True),
    ],
)
def test_words_inside_an_excluded_phrase_meet_no_cue(cue, text, met):
    assert bool(CueIndex([read_cue("a", cue)]).find(text)) == met


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("(weaken|divide) NATO", '"(", which means nothing here: a cue knows *, ?, |, $list, " + " and " - "'),
        ("status NOT quo", '"NOT", which means nothing here'),
        ("weaken NEAR/5 NATO", '"NEAR/5", which means nothing here'),
        ("!status", '"!", which means nothing here'),
        ("weaken+NATO", '"+" without a blank on each side; write " + "'),
        ("status -quo", '"-" without a blank on each side; write " - "'),
        ("status - ", "holds no word"),
        ("law - law enforcement + order", '" + " behind " - "; what is excluded comes last'),
    ],
)
def test_an_operator_that_is_none_here_is_named(cue, said):
    with pytest.raises(InputError) as refused:
        read_cue("a", cue)
    assert said in str(refused.value)


@pytest.mark.parametrize("cue", ['"status quo"', "OPEC+", "AT&T", "Yahoo!", "pre- and post-war", "law & order"])
def test_signs_of_names_are_no_operators(cue):
    assert read_cue("a", cue).parts
