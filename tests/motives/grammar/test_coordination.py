"""Second and third motives in a sentence, and whose they are, when the words are joined or the clauses pile up."""

import pytest

from analysis.motives.naming import surnames
from analysis.study import Actor

SEVERAL = [
    (
        "Beijing closed the strait because it needs copper, because it fears a glut, or because it wants a monopoly.",
        ["because it needs copper", "because it fears a glut", "because it wants a monopoly"],
    ),
    (
        "Beijing wants to turn back the clock, driving the traders from the coast and restoring its old monopoly.",
        ["Beijing wants to turn back the clock, driving the traders from the coast", "restoring its old monopoly"],
    ),
    (
        "Beijing sees the moment as ripe to sell its surplus copper and buy the whole island.",
        ["Beijing sees the moment as ripe to sell its surplus copper", "buy the whole island"],
    ),
    (
        "Beijing is driven by a need to feed its cities and a desire to win the strait.",
        ["Beijing is driven by a need to feed its cities", "desire to win the strait"],
    ),
    (
        "Beijing hopes that the port will stay open and that the toll will be halved.",
        ["Beijing hopes that the port will stay open", "that the toll will be halved"],
    ),
]
NOT_ITS = [
    "Peru closed the strait because it needs copper, because it fears Beijing, or because it wants a monopoly.",
    "Unlike Beijing, Peru fears a glut of copper.",
    "Peru gave Beijing the choice of closing the mine.",
    "Peru has a lever with which to divide the islanders, Beijing said.",
    "Beijing was given a loan so that it could pay its debts.",
    "Beijing backs a plan which demands that farmers abandon tolls to calm the coast.",
    "Beijing bought grain. To be sure, it was cheap.",
    "The coast near Beijing is busier than it was after 2014.",
    "Beijing warily eyed the new bridge.",
    "Peru will pay as far as it depends on Beijing.",
    "Beijing's searches are aimed at some of the traders who left.",
    "Peru can do whatever it wants near Beijing.",
    "It is unclear what the pact will allow Beijing to do for Peru.",
    "Beijing's mayors welcome Peru, Chile in a grand show.",
    "Despite the challenges to Beijing, prices fell.",
    "Beijing used borrowed ships to conduct a survey.",
]
ITS = [
    ("is aimed at", "Beijing's searches are aimed at scaring the traders."),
    ("what it wants", "The island is whatever Beijing wants it to be, and a port is what it wants."),
    ("is given", "The bridge would please Peru and give Beijing a route to the coast."),
    ("fears", "Like Beijing, Peru fears a glut of copper."),
    ("fears", "Peru, along with Beijing, fears a glut of copper."),
    ("fears", "The feast will overshadow concerns in Beijing about the price of copper."),
    ("is a tool", "Beijing has found in the toll a useful lever with which to divide the islanders."),
    ("is given", "Peru could provide Beijing with the grain that its cities lack."),
    ("is allowed", "Peru seems willing to allow Beijing to buy the mine."),
    ("wants", "Beijing has striven towards a pact on copper."),
    ("stands for", "Beijing called for an end to the toll."),
    ("is in its interest", "If Peru fails to meet Beijing's demands, the ferries will stop."),
    ("sees as", "Beijing shares a view of the strait as its lifeline."),
    ("sees as", "Beijing sees the treaty, signed in Lima by seven other states, as a threat to its fisheries."),
]


@pytest.mark.parametrize(("sentence", "evidence"), SEVERAL)
def test_each_of_several_motives_is_one(motives, sentence, evidence):
    assert motives(sentence, "Beijing")["evidence"].tolist() == evidence


@pytest.mark.parametrize("sentence", NOT_ITS)
def test_what_is_anothers_or_no_motive_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty


@pytest.mark.parametrize(("rule", "sentence"), ITS)
def test_its_motive_is_found(motives, rule, sentence):
    assert rule in motives(sentence, "Beijing")["rule"].tolist()


def test_a_relative_clause_in_the_singular_is_of_the_nearest_name_alone(motives):
    text = "The mayors met Kim Jong-un and Donald Trump who advocates a wall."
    assert motives(text, "Washington")["rule"].tolist() == ["stands for"]
    assert motives(text, "Pyongyang").empty


def test_a_leader_known_by_a_first_name_in_the_study_is_a_person(motives):
    assert motives("Putin waits. He wants the island.")["rule"].tolist() == ["wants"]
    assert motives("Russia waits. He wants the island.").empty


def test_surnames_are_told_from_states():
    aliases = ("Peru", "Republic of Peru", "Southern Peru", "Boluarte", "Dina Boluarte", "Dina E. Boluarte")
    assert surnames([Actor(name="Lima", aliases=list(aliases))]) == {"boluarte"}


def test_what_somebody_gets_has_the_givers_reason(motives):
    text = "Copper is the reason why Seoul's offers have received only lukewarm support from Beijing."
    assert motives(text, "Beijing")["rule"].tolist() == ["that is why"]
    assert motives(text, "Seoul").empty
