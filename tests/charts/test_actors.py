import dataclasses

import pandas as pd
import pytest

from analysis.charts.actor_table import (
    ACTOR_COLUMNS,
    by_group,
    cast_actors,
    codes_by_group,
    list_actors,
    tabulate_actors,
    without_thin_intervals,
)
from analysis.charts.actors import PAGE, draw_actors, height_of
from analysis.charts.banks import lay_banks
from analysis.charts.labels import NO_BREAK
from analysis.charts.motive_shares import plain_shares
from analysis.charts.quotes import choose_quotes

from .conftest import HOSTILE, make_comparison, marks

ACTORS = ("Moscow", "Washington", "Pyongyang", "Beijing", "Seoul", "Hanoi")
VOICES = ("outlet", "actor", "other")


def held(**counts: int) -> pd.DataFrame:
    return pd.DataFrame({"holder": [actor for actor, number in counts.items() for _ in range(number)]})


def quotes_of(comparison, corpus):
    own = comparison.counted.groupby("holder")
    return pd.concat([choose_quotes(told, sentences=corpus.sentences).assign(actor=actor) for actor, told in own])


def shares_of(comparison):
    parts = [plain_shares(own).assign(actor=actor) for actor, own in comparison.table.groupby("actor")]
    return pd.concat(parts).assign(low=lambda s: s["share"] / 2, high=lambda s: s["share"] * 1.5)


def test_the_focal_actor_comes_first_and_the_others_in_the_studys_order():
    cast = cast_actors(held(Beijing=3, Moscow=1, Seoul=1), known=ACTORS, focal="Seoul")
    assert cast.shown == ("Seoul", "Moscow", "Beijing")
    assert cast.silent == ("Washington", "Pyongyang", "Hanoi")
    assert cast.left_out == ()


def test_of_too_many_actors_those_with_fewest_propositions_are_left_out():
    cast = cast_actors(held(Moscow=1, Washington=2, Beijing=3, Seoul=3), known=ACTORS, focal="Moscow", most=3)
    assert cast.shown == ("Moscow", "Beijing", "Seoul")
    assert cast.left_out == ("Washington",)


def test_actors_asked_for_stand_in_the_order_asked():
    told = held(Moscow=1, Washington=2, Beijing=3)
    cast = cast_actors(told, known=ACTORS, focal="Moscow", asked=("Beijing", "Hanoi", "Moscow", "Beijing"), most=1)
    assert (cast.shown, cast.silent, cast.left_out) == (("Beijing", "Moscow"), ("Hanoi",), ("Washington",))


def test_without_any_proposition_the_focal_actor_stands_alone():
    cast = cast_actors(held(), known=ACTORS[:2], focal="Washington")
    assert (cast.shown, cast.silent, cast.left_out) == (("Washington",), ("Moscow",), ())


def test_the_n_of_every_outlet_and_actor_keeps_zeros_and_leaves_repeats_out(corpus, propositions):
    small = corpus(2)
    told = propositions(small, each=4).assign(holder="Moscow")
    told.loc[[0, 1], ["holder", "repeat_of"]] = [["Beijing", ""], ["Moscow", "another"]]
    mentions = pd.DataFrame([("o0", "Beijing"), ("o0", "Beijing"), ("o1", "Moscow")], columns=["outlet", "actor"])
    table = list_actors(told, mentions=mentions, outlets=small.outlets, actors=["Moscow", "Beijing"])
    assert list(table) == ACTOR_COLUMNS
    assert table[["outlet", "actor", "named", "propositions", "in_sentences"]].to_numpy().tolist() == [
        ["o0", "Moscow", 0, 2, 2], ["o0", "Beijing", 2, 1, 1], ["o1", "Moscow", 1, 4, 4], ["o1", "Beijing", 0, 0, 0],
    ]  # fmt: skip


def test_a_share_is_of_the_actors_own_propositions(corpus, codebook):
    small = corpus(2)
    told = make_comparison(small, "Moscow", "Washington", each=6).propositions
    table = tabulate_actors(told, codebook=codebook, outlets=small.outlets, actors=["Moscow", "Washington", "Hanoi"])
    assert len(table) == 3 * 2 * len(codebook.codes)
    sums = table.groupby(["actor", "outlet"])[["count", "share"]].sum(min_count=1)
    assert sums.loc[("Moscow", "o0")].tolist() == [3, pytest.approx(1)]
    assert sums.loc[("Hanoi", "o1"), "count"] == 0
    assert pd.isna(sums.loc[("Hanoi", "o1"), "share"])


def test_groups_take_the_codes_place_and_other_stays_apart(corpus, codebook):
    told = pd.DataFrame({"category": ["status", "mediation", "norms", "other", "gain"]})
    grouped, book = by_group(told, codebook)
    assert [book.label(code) for code in grouped["category"]] == [
        "standing", "settlement", "settlement", "the other", "gain",
    ]  # fmt: skip
    assert [entry.label for entry in book.codes.values()] == ["standing", "security", "settlement", "gain", "the other"]


def test_rows_are_the_codes_told_group_by_group():
    table = pd.DataFrame(
        [("a", "one", 0), ("b", "two", 1), ("c", "one", 2), ("d", "two", 0), ("e", "one", 1)],
        columns=["category", "group", "count"],
    )
    assert codes_by_group(table) == ["c", "e", "b"]


def test_an_interval_needs_five_articles_that_tell_of_the_actor():
    told = pd.DataFrame(
        [("o0", actor, f"{n}.txt") for actor, articles in (("Moscow", 5), ("Hanoi", 4)) for n in range(articles)],
        columns=["outlet", "holder", "article"],
    )
    shares = pd.DataFrame({"outlet": "o0", "actor": ["Moscow", "Hanoi", "Seoul"], "low": 0.1, "high": 0.9})
    drawn = without_thin_intervals(shares, told)
    assert drawn["low"].notna().tolist() == drawn["high"].notna().tolist() == [True, False, False]


def test_one_mark_a_proposition_under_its_actor_with_its_voice(corpus, legible):
    small = corpus(2)
    comparison = make_comparison(small, "Moscow", "Washington", "Beijing", each=9)
    figure = draw_actors(comparison, quotes=quotes_of(comparison, small))
    told = comparison.propositions
    for voice in VOICES:
        own = told[told["voice"] == voice]
        assert marks(figure, f"motive-{voice}") == (~own["minimised"]).sum()
        assert marks(figure, f"motive-{voice}-minimised") == own["minimised"].sum()
    texts = legible(figure)
    assert texts.count("Washington") == 2 + 1  # above its two columns and beside its quotes
    assert texts.count("3") >= 2 * 3  # propositions of each outlet and actor
    assert "Moscow: rules + 1 coder; Washington, Beijing: rules only · descriptive only" in texts
    assert "1 article, translated; 4 sentences; 40 words" in [text.replace(NO_BREAK, " ") for text in texts]
    assert "no motive told of: Tokyo (named 2 times)" in texts
    said = " ".join(texts)
    assert "The motive codes were written for Moscow" in said
    assert "Descriptive only: with fewer than 5 articles" in said
    assert "n" in texts and "?" in texts


def test_the_focal_actor_alone_needs_no_word_on_whose_codes_they_are(corpus, legible):
    comparison = make_comparison(corpus(2), "Moscow")
    said = " ".join(legible(draw_actors(comparison)))
    assert "were written for" not in said
    assert "rules + 1 coder · descriptive only" in said


def test_actors_left_out_are_named_with_what_they_have(corpus, legible):
    comparison = make_comparison(corpus(2), *ACTORS[:4], each=8, most=2)
    assert "not drawn: Pyongyang (4 propositions); Beijing (4 propositions)" in legible(draw_actors(comparison))


def test_a_number_counts_the_marks_of_a_full_cell(corpus, codebook, legible):
    comparison = make_comparison(corpus(2), "Moscow", each=8)
    full = comparison.propositions.assign(category="status", negated=False, hedged=False, minimised=False)
    texts = legible(draw_actors(dataclasses.replace(comparison, propositions=full)))
    assert texts.count("8") == 2 + 2  # the n of the two columns and the number in their one cell
    assert "One mark is one proposition, and a number counts those of a cell that has more than 3." in " ".join(texts)


def test_without_propositions_the_figure_says_so_and_keeps_the_n(corpus, legible):
    comparison = make_comparison(corpus(2), "Moscow", "Washington")
    none = dataclasses.replace(comparison, propositions=comparison.propositions.iloc[:0])
    texts = legible(draw_actors(none))
    assert "No motive is ascribed to any actor in these texts." in texts
    assert "times named" in texts


@pytest.mark.parametrize("actors", [1, 3, 6])
@pytest.mark.parametrize("outlets", [2, 3, 5, 10])
def test_every_outlet_has_its_panel_and_stays_legible(outlets, actors, corpus, legible):
    hostile = corpus(outlets, names=HOSTILE)
    comparison = make_comparison(hostile, *ACTORS[:actors], each=12)
    for one in (comparison, comparison.by_group()):
        texts = legible(draw_actors(one, quotes=quotes_of(one, hostile)))
        assert texts.count("propositions") == len(lay_banks(list(hostile.outlets["outlet"]), comparison.cast.shown))
        assert texts.count("Moscow") >= outlets


@pytest.mark.parametrize("names", [("$a_1$", "C" * 300, "人民日报"), ("صحيفة", "The Long Name of an Actor " * 9, "x")])
def test_hostile_actors_stay_legible(names, corpus, legible):
    for outlets in (2, 10):
        small = corpus(outlets)
        comparison = make_comparison(small, *names)
        legible(draw_actors(comparison, quotes=quotes_of(comparison, small)))


@pytest.mark.parametrize("outlets", [2, 10])
def test_many_articles_give_dots_with_intervals(outlets, corpus, legible):
    comparison = make_comparison(corpus(outlets, articles=5), *ACTORS[:3])
    figure = draw_actors(comparison, shares=shares_of(comparison))
    texts = legible(figure)
    assert marks(figure, "motive-outlet") == 0
    assert marks(figure, "share-outlet") == (comparison.table["outlet_voice"] > 0).sum()
    said = " ".join(texts)
    assert "95 % interval by article where 5 articles or more have any" in said
    assert "1n one by denial" in said
    assert "Descriptive only" not in said


def test_too_many_propositions_of_few_articles_have_no_interval(corpus, legible):
    comparison = make_comparison(corpus(2), "Moscow", "Washington", each=150)
    figure = draw_actors(comparison, shares=shares_of(comparison))
    assert marks(figure, "share-outlet") > 0
    assert "interval" not in " ".join(legible(figure))


def test_groups_make_a_figure_of_many_outlets_shorter(corpus):
    comparison = make_comparison(corpus(10), *ACTORS[:3], each=12)
    assert height_of(comparison.by_group()) < height_of(comparison)
    assert height_of(make_comparison(corpus(2), *ACTORS[:3])) < PAGE
