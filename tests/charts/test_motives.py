import pandas as pd
import pytest

from analysis.charts.captions import describe_motives
from analysis.charts.motive_cells import place_marks
from analysis.charts.motive_shares import plain_shares
from analysis.charts.motive_table import MOST_MARKS, absent_labels, ordered_codes, tabulate_motives, what_is_drawn
from analysis.charts.motives import Reading, draw_motives
from analysis.charts.quotes import choose_quotes, short_labels

from .conftest import HOSTILE, marks

READING = Reading("Moscow", "rules + 1 coder")


def counts(**by_outlet: dict[str, int]) -> pd.DataFrame:
    rows = [
        {"outlet": outlet, "category": code, "label": code, "group": "", "count": own.get(code, 0),
         "share": own.get(code, 0) / sum(own.values())}
        for outlet, own in by_outlet.items()
        for code in ("a", "b", "c", "d")
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_counts_keep_zeros_and_leave_repeats_out(corpus, propositions, codebook):
    small = corpus(2)
    told = propositions(small, each=6)
    told.loc[0, "repeat_of"] = "o0/0.txt-1"
    table = tabulate_motives(told, codebook=codebook, outlets=small.outlets)
    assert len(table) == 2 * len(codebook.codes)
    assert table.groupby("outlet")["count"].sum().to_dict() == {"o0": 5, "o1": 6}
    assert table.groupby("outlet")["share"].sum().round(9).tolist() == [1.0, 1.0]


def test_rows_are_ordered_by_the_difference_of_shares():
    table = counts(x={"a": 1, "b": 3}, y={"a": 1, "c": 3})
    assert ordered_codes(table) == ["b", "a", "c"]
    assert absent_labels(table) == ["d"]


def test_with_three_outlets_rows_follow_the_outlet_that_leads():
    assert ordered_codes(counts(x={"c": 5, "a": 1}, y={"a": 5}, z={"b": 5, "d": 1})) == ["c", "a", "d", "b"]


def test_one_mark_a_proposition_with_its_voice(corpus, propositions, codebook, legible):
    small = corpus(2)
    told = propositions(small, each=6)
    figure = draw_motives(
        told, codebook=codebook, outlets=small.outlets, reading=READING,
        quotes=choose_quotes(told, sentences=small.sentences),
    )  # fmt: skip
    plain = told[~told["minimised"]]["voice"].value_counts()
    faded = told[told["minimised"]]["voice"].value_counts()
    for voice in ("outlet", "actor", "other"):
        assert marks(figure, f"motive-{voice}") == plain.get(voice, 0)
        assert marks(figure, f"motive-{voice}-minimised") == faded.get(voice, 0)
    texts = legible(figure)
    assert texts.count("n") == 1 + told["negated"].sum() + _quoted(told, small)
    assert "How each outlet characterizes Moscow’s motives" in texts
    assert "rules + 1 coder · descriptive only" in texts
    assert "1 article, translated" in texts
    assert "6 propositions in 4 sentences" in texts
    assert any(text.startswith("ascribed by neither: ") and "the other" in text for text in texts)
    assert any("$x_" in text and "<b>more</b>" in text for text in texts)


def test_codes_written_for_another_actor_are_said_to_be(corpus, propositions, codebook, legible):
    small = corpus(2)
    for actor, said in (("Moscow", False), ("Hanoi", True)):
        reading = Reading(actor, written_for="Moscow")
        texts = legible(draw_motives(propositions(small), codebook=codebook, outlets=small.outlets, reading=reading))
        assert any("The motive codes were written for Moscow" in text for text in texts) == said


def _quoted(told: pd.DataFrame, small) -> int:
    quotes = choose_quotes(told, sentences=small.sentences)
    return int((quotes["negated"] & ~quotes["hedged"]).sum())


def test_without_propositions_the_figure_says_so(corpus, propositions, codebook, legible):
    small = corpus(2)
    none = propositions(small).iloc[:0]
    texts = legible(
        draw_motives(
            none, codebook=codebook, outlets=small.outlets, reading=READING,
            quotes=choose_quotes(none, sentences=small.sentences),
        )
    )  # fmt: skip
    assert "No motive of Moscow is ascribed in these texts." in texts
    assert texts.count("0 propositions in 0 sentences") == 2


@pytest.mark.parametrize("outlets", [2, 3, 4, 10])
def test_hostile_names_stay_legible(outlets, corpus, propositions, codebook, legible):
    hostile = corpus(outlets, names=HOSTILE)
    told = propositions(hostile, each=12)
    quotes = choose_quotes(told, sentences=hostile.sentences)
    legible(draw_motives(told, codebook=codebook, outlets=hostile.outlets, reading=READING, quotes=quotes))


@pytest.mark.parametrize("outlets", [2, 10])
def test_many_articles_give_dots_with_intervals(outlets, corpus, propositions, codebook, legible):
    large = corpus(outlets, articles=5)
    told = propositions(large, each=6)
    table = tabulate_motives(told, codebook=codebook, outlets=large.outlets)
    shares = plain_shares(table).assign(low=lambda s: s["share"] / 2, high=lambda s: s["share"] * 1.5)
    figure = draw_motives(told, codebook=codebook, outlets=large.outlets, reading=READING, shares=shares)
    texts = legible(figure)
    assert marks(figure, "motive-outlet") == 0
    assert marks(figure, "share-outlet") == (table["outlet_voice"] > 0).sum()
    assert any("95 % interval by article" in text for text in texts)
    assert "rules + 1 coder" in texts


@pytest.mark.parametrize("outlets", [2, 4, 10])
def test_too_many_propositions_of_few_articles_have_no_interval(outlets, corpus, propositions, codebook, legible):
    small = corpus(outlets)
    told = propositions(small, each=MOST_MARKS + 1)
    table = tabulate_motives(told, codebook=codebook, outlets=small.outlets)
    shares = plain_shares(table).assign(low=0.0, high=1.0)
    figure = draw_motives(told, codebook=codebook, outlets=small.outlets, reading=READING, shares=shares)
    texts = legible(figure)
    assert marks(figure, "share-outlet") > 0
    assert not any("interval" in text for text in texts)
    assert "1n one by denial" in " ".join(texts)
    said = describe_motives(table, outlets=small.outlets, actor="Moscow", coders="rules only")
    assert "without intervals" in said.caption


def test_the_smallest_outlet_decides_what_is_drawn(corpus, propositions, codebook):
    large = corpus(2, articles=5)
    table = tabulate_motives(propositions(large), codebook=codebook, outlets=large.outlets)
    assert what_is_drawn(table, outlets=large.outlets) == "intervals"
    assert what_is_drawn(table, outlets=large.outlets.assign(articles=[1, 5])) == "marks"


def test_groups_have_headings(corpus, propositions, codebook, legible):
    small = corpus(2)
    reading = Reading("Moscow", grouped=True)
    texts = legible(draw_motives(propositions(small), codebook=codebook, outlets=small.outlets, reading=reading))
    assert texts.count("settlement") == 1


def test_marks_wrap_into_the_width():
    cell = pd.DataFrame({"voice": ["outlet"] * 9, "negated": False, "hedged": False, "minimised": False})
    placed = place_marks(cell, width=40)
    assert max(mark.x for mark in placed) < 40
    assert len({mark.y for mark in placed}) == 3


def test_quotes_say_where_they_stand(corpus, propositions):
    small = corpus(2)
    quotes = choose_quotes(propositions(small), sentences=small.sentences)
    assert not quotes.duplicated(["outlet", "category"]).any()
    first = quotes[quotes["proposition"] == "o0/0.txt-0"].iloc[0]
    assert first["place"] == "(s. 1)"
    one = propositions(small).query("article == 'o0/0.txt'")
    known = pd.DataFrame({"outlet": "o0", "article": ["o0/0.txt", "o0/other.txt"]})
    assert choose_quotes(one, sentences=small.sentences, articles=known)["place"].iloc[0].startswith("(0, s. ")
    several = corpus(1, articles=2)
    assert choose_quotes(propositions(several), sentences=several.sentences)["place"].iloc[0].startswith("(")


def test_articles_of_an_outlet_have_short_labels_that_differ():
    names = ["a/2022-08-11-russia-and-iran.md", "a/rex.txt", "a/2024-russia-and-china.md"]
    labels = short_labels(pd.Series(names))
    assert labels == dict(zip(names, ["…iran", "rex", "…china"], strict=True))
    dated = ["a/nyt_2017-04-11_tillerson-in-lucca.txt", "a/nyt_2019-12-23_putins-russia.txt", "a/nyt_2019.txt"]
    assert list(short_labels(pd.Series(dated[:2])).values()) == ["tillerson-i…", "putins-russ…"]
    assert list(short_labels(pd.Series(dated)).values()) == ["nyt_tillers…", "nyt_putins…", "nyt"]
    assert list(short_labels(pd.Series(["a/d.md", "a/d.txt"])).values()) == ["d 1", "d 2"]
    assert short_labels(pd.Series(names[:1])) == {}
