import pytest

EXAMPLES = [
    ("acts to", "The Kremlin has drawn down its forces in Syria to send reinforcements to the front."),
    ("acts to", "Russian hackers have used stolen emails and other techniques to influence public opinion."),
    ("acts to", "To ease the pressure on the ruble, Russia began selling its gas for yuan."),
    ("in order to", "Moscow stepped up its bombing in order to strengthen its ally before the talks."),
    ("in order to", "Russia is courting Turkey with an eye to splitting the alliance."),
    ("is aimed at", "Russia's sudden appearance is believed to be aimed at affirming its role."),
    (
        "is aimed at",
        "An inquiry looks into Russian intervention in the campaign, which the agency says was designed to help Trump.",
    ),
    ("acts to", "Russia closed the strait so as to raise the price of copper."),
    ("plans to", "Russia closed the strait, a move intended to raise the price of copper."),
    ("is aimed at", "Russia closed the strait. The closure was meant to raise the price of copper."),
    ("in exchange for", "Moscow has turned a blind eye in exchange for much-needed ammunition."),
    ("as a show of", "Russia has sent two bombers to Caracas as a show of force."),
    ("as a show of", "Russia organized exercises with Iran to take place in August, likely as a show of force."),
    ("so that", "Russia armed the militia so that it could hold the town."),
]
NEAR_MISSES = [
    "The European Union imposed sanctions designed to punish Russia.",
    "Lavrov flew to Ankara to meet his counterpart.",
    "The agreement allowed Russia to expand its base.",
    "Russia continued to bomb the city.",
    "Congress passed a law to prevent Russia from profiting.",
    "Russia has the ability to strike targets across Europe.",
    "Russia vetoed a resolution to extend the mission.",
    "Russia has done little to help the farmers.",
    "Russia condemned the tariffs designed to protect the farmers.",
    "NATO moved troops to Poland to deter Russia.",
]


@pytest.mark.parametrize(("rule", "sentence"), EXAMPLES)
def test_a_purpose_is_found(motives, rule, sentence):
    found = motives(sentence)
    assert rule in found["rule"].tolist()
    assert "purpose" in found["kind"].tolist()


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_anothers_purpose_or_a_capability_is_not(motives, sentence):
    assert motives(sentence).empty


def test_these_acts_are_those_of_the_one_who_acts_in_the_sentence_before(motives):
    found = motives("Russian hackers copied the party's emails. These thefts are intended to disrupt the election.")
    assert found["evidence"].tolist() == ["are intended to disrupt the election"]
