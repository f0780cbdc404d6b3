"""Figures over time: slots, labels, gaps, what has no date, and what finds no room."""

import numpy as np
import pandas as pd
import pytest

from analysis.charts.descriptions import describe_timeline
from analysis.charts.labels import text_width
from analysis.charts.month_panels import plot_timeline
from analysis.charts.months import labelled_slots, slots_of
from analysis.charts.timeline import Section, beyond_line, draw_timeline, gap_line, thin_months_line, undated_line

from .conftest import HOSTILE, marks


def make_timeline(corpus, *, items=("war", "peace"), months=3, undated=True, articles=1) -> pd.DataFrame:
    """Every outlet has articles in all months but the second, which only the first has."""
    rows = []
    for item in items:
        for place, outlet in enumerate(corpus.outlets["outlet"]):
            for number in range(months + undated):
                month = pd.Period("2017-11", freq="M") + number if number < months else pd.NaT
                count = (place + number + 1) if item == items[0] else 1
                own = articles if number != 1 or place == 0 else 0
                rows.append((item, outlet, month, count * bool(own), own))
    table = pd.DataFrame(rows, columns=["item", "outlet", "month", "count", "month_articles"])
    table["month"] = pd.PeriodIndex(table["month"], freq="M")
    rate = (10.0 * table["count"]).where(table["month_articles"] > 0, np.nan)
    return table.assign(per_1000=rate, low=rate * 0.5, high=rate * 2, method="exact Poisson (Garwood)")


def sections_of(timeline, motives=None):
    told = timeline if motives is None else motives
    return [
        Section("Frames, in hits", timeline, {}, "per_1000", "No frame."),
        Section("Motives of $M$, in propositions", told, {"war": "a $label$"}, "count", "No motive."),
    ]


def draw(corpus, timeline, **options):
    return draw_timeline(sections_of(timeline), outlets=corpus.outlets, title="By month", **options)


def test_a_mark_an_outlet_and_month_with_articles(corpus, legible):
    small = corpus(2)
    figure = draw(small, make_timeline(small))
    assert marks(figure, "month") == 2 * 2 * (4 + 3)
    texts = legible(figure)
    assert texts.count("Nov 2017") == texts.count("no date") == 4
    assert "2 outlets · 3 months · descriptive only" in texts
    assert "a $label$" in texts
    assert any(text.startswith("A gap is a month without an article") and text.endswith("o1 1.") for text in texts)


def test_lines_join_neighbouring_months_only(corpus):
    small = corpus(2)
    axes = plot_timeline(
        make_timeline(small, items=("war",)), outlets=small.outlets, slots=slots_of(make_timeline(small))
    )
    joined = [line for line in axes.lines if len(line.get_xdata()) == 2 and line.get_linestyle() == "-"]
    assert len(joined) == 2
    assert {round(np.diff(line.get_xdata())[0]) for line in joined} == {1}


def test_intervals_are_drawn_on_rates_and_not_on_counts(corpus):
    small = corpus(2)
    table = make_timeline(small, items=("war",))
    spans = {
        column: sum(len(one.get_segments()) for one in plot_timeline(
            table, outlets=small.outlets, slots=slots_of(table), column=column
        ).collections if hasattr(one, "get_segments"))
        for column in ("per_1000", "count")
    }  # fmt: skip
    assert spans == {"per_1000": 4 + 3, "count": 0}


def test_articles_without_a_date_stand_apart_and_are_counted(corpus):
    small = corpus(2)
    table = make_timeline(small)
    slots = slots_of(table)
    assert (len(slots), slots.place(pd.NaT), slots.place(pd.Period("2018-01", freq="M"))) == (4, 3, 2)
    assert undated_line(table, outlets=small.outlets) == "Articles without a date, in no month: o0 1, o1 1."
    assert undated_line(make_timeline(small, undated=False), outlets=small.outlets) == ""


def test_what_has_no_date_leaves_the_months_their_scale(corpus, legible):
    small = corpus(2)
    table = make_timeline(small)
    table["count"] = table["count"].where(table["month"].notna(), 40)
    figure = draw(small, table)
    highest = {round(ax.get_ylim()[1], 6) for ax in figure.axes[3:]}
    assert highest == {round(1.15 * 4, 6)}, "the fullest dated month of the second outlet has 3 + 1"
    beyond = [text for ax in figure.axes[3:] for text in ax.texts if text.get_gid() == "beyond"]
    assert [text.get_text() for text in beyond] == ["40"] * 2 * 2, "both outlets, both motives"
    assert "higher than the months’ scale" in " ".join(legible(figure))
    assert beyond_line(sections_of(make_timeline(small, undated=False)), lanes=2) == ""


def test_of_many_months_only_januaries_have_a_tick_and_labels_are_evenly_apart(corpus):
    table = make_timeline(corpus(2), months=122)
    slots = slots_of(table)
    places = [place for place, _ in labelled_slots(slots, width=420)]
    assert {slots.months[place].month for place in places[:-1]} == {1}
    assert len(set(np.diff(places[:-1]))) == 1
    axes = plot_timeline(table[table["item"] == "war"], outlets=corpus(2).outlets, slots=slots)
    assert len(axes.get_xticks()) == 10 + 1, "January 2018 to January 2027, and what has no date"


def test_lanes_say_what_their_largest_mark_is_and_show_a_zero(corpus, legible):
    large = corpus(5)
    table = make_timeline(large)
    table["count"] = table["count"].where(table["outlet"] != "o0", 0)
    texts = legible(draw(large, table.assign(per_1000=table["per_1000"].fillna(0.0))))
    assert "the largest mark: 8" in texts and "the largest mark: 80.0" in texts
    assert any("a small grey ring is 0" in text for text in texts)


def test_no_date_at_all_is_a_figure_all_the_same(corpus, legible):
    small = corpus(2)
    table = make_timeline(small).loc[lambda t: t["month"].isna()]
    texts = legible(draw(small, table))
    assert "2 outlets · no article has a date · descriptive only" in texts
    assert marks(draw(small, table), "month") == 2 * 2 * 2
    assert gap_line(table, outlets=small.outlets) == ""


def test_items_that_never_occur_have_no_panel_and_an_empty_section_says_so(corpus, legible):
    small = corpus(2)
    table = make_timeline(small)
    silent = table.assign(count=table["count"].where(table["item"] == "war", 0))
    figure = draw_timeline(sections_of(silent, table.assign(count=0)), outlets=small.outlets, title="t")
    texts = legible(figure)
    assert "war" in texts and "peace" not in texts
    assert "No motive." in texts


@pytest.mark.parametrize("outlets", [2, 4, 5, 10])
@pytest.mark.parametrize("months", [1, 8, 30, 60])
def test_figures_over_time_stay_legible_and_on_a_page(outlets, months, corpus, legible):
    hostile = corpus(outlets, names=HOSTILE)
    items = tuple(f"${n}$ " + "item " * n for n in range(14))
    figure = draw(hostile, make_timeline(hostile, items=items, months=months), notes=("A line on dates.",))
    texts = legible(figure)
    assert figure.get_size_inches()[1] * 72 < 800
    assert "A line on dates." in texts
    assert any(text.startswith("Found no room, and stand in the csv: ") for text in texts)


def test_labels_of_months_never_meet(corpus):
    for months in (1, 2, 5, 14, 40):
        slots = slots_of(make_timeline(corpus(2), months=months))
        placed = labelled_slots(slots, width=120)
        assert placed[-1][0] == len(slots) - 1
        ends = [left + text_width(slots.label(place), size=7) for place, left in placed]
        assert all(end < left for end, (_, left) in zip(ends, placed[1:], strict=False))


def test_thin_months_are_counted_and_full_ones_say_nothing(corpus):
    small = corpus(2)
    assert thin_months_line(sections_of(make_timeline(small))).startswith(
        "Descriptive only: all of the outlets’ months have fewer than 5 articles"
    )
    assert thin_months_line(sections_of(make_timeline(small, articles=5))) == ""


def test_the_description_gives_months_dates_and_what_has_none(corpus):
    small = corpus(2, names=("East", "West"))
    said = describe_timeline(sections_of(make_timeline(small)), outlets=small.outlets, dates=["No day is common."])
    assert "East: 3 months with articles (2017-11 to 2018-01), 1 article without a date" in said.alt
    assert "West: 2 months with articles (2017-11 to 2018-01)" in said.alt
    assert "frames, in hits and motives of $M$" in said.caption
    assert " No day is common." in said.caption
    assert "95 % intervals of rates, as if words were independent" in said.caption
