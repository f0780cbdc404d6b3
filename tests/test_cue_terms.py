import pytest

from analysis.cue_terms import CueIndex, read_cue


def met(text, *cues):
    return [cue.text for cue in CueIndex(read_cue("code", cue) for cue in cues).find(text)]


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


def test_of_cues_of_one_code_on_the_same_words_the_longest_counts():
    assert met("a naval base abroad", "base", "naval base", "naval*") == ["naval base"]
    assert met("a naval base and a base", "base", "naval base") == ["naval base", "base"]


def test_a_cue_counts_the_words_of_its_shortest_form():
    assert read_cue("code", "weaken*|lay low + the alliance|NATO").words == 2
