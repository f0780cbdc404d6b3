"""Figures of the vocabulary: places, rates, collocates, keyness."""

import numpy as np
import pandas as pd
import pytest

from analysis.charts.barcode import draw_barcode, plot_barcode
from analysis.charts.captions import describe_frames
from analysis.charts.company import draw_collocates
from analysis.charts.frames import draw_frames, plot_frame_rates
from analysis.charts.key_terms import Sides, plot_keyness
from analysis.charts.keyness import draw_keyness
from analysis.charts.outlets import intervals_line
from analysis.charts.page import STYLE
from analysis.charts.palette import outlet_mark
from analysis.charts.places import count_tenths, locate_hits

from .conftest import HOSTILE, marks


def make_hits(corpus) -> pd.DataFrame:
    rows = [
        (row.outlet, row.article, frame, "t*", ("outlet", "actor", "other")[i % 3], 6 * i, 6 * i + 5)
        for row in corpus.articles.itertuples(index=False)
        for frame in corpus.frames[:2]
        for i in (0, 10, 20, 39)
    ]
    return pd.DataFrame(rows, columns=["outlet", "article", "frame", "term", "voice", "start", "end"])


def make_rates(corpus) -> pd.DataFrame:
    rows = [
        (outlet, frame, voice, i, 4.0 * i, 3.0 * i, 6.0 * i + 9)
        for place, outlet in enumerate(corpus.outlets["outlet"])
        for number, frame in enumerate(corpus.frames)
        for i, voice in enumerate(("outlet", "actor", "other"), start=(place + number) % 3)
    ]
    return pd.DataFrame(rows, columns=["outlet", "frame", "voice", "count", "per_1000", "low", "high"])


def make_collocates(corpus) -> pd.DataFrame:
    order = list(corpus.outlets["outlet"])
    rows = []
    for number in range(8):
        having = {0: order, 1: order[:-1] or order}.get(number % 4, [order[number % len(order)]])
        company = "shared" if len(having) == len(order) else "apart" if len(having) == 1 else "partly"
        for outlet in order:
            near = 2 + number if outlet in having else 0
            score = 8 + number / 3 if near else np.nan
            rows.append((f"$w_{number}$ <i>", company, outlet, near, score, min(near, 2), number == 7))
    return pd.DataFrame(rows, columns=["collocate", "company", "outlet", "O", "log_dice", "articles", "function_word"])


def make_keyness(corpus, *, q: float = np.nan) -> pd.DataFrame:
    order = list(corpus.outlets["outlet"])
    pairs = [(order[0], order[1])] if len(order) == 2 else [(outlet, "the rest") for outlet in order]
    rows = [
        (outlet, reference, f"${term}$ word", a, b, np.log2((a or 0.5) / (b or 0.5)), -np.inf, np.inf, q)
        for outlet, reference in pairs
        for term, (a, b) in enumerate([(9, 1), (0, 5), (0, 5), (5, 0), (3, 3), (1, 0), (40, 30), (2, 12)] * 3)
    ]
    columns = ["outlet", "reference", "term", "count", "reference_count", "log_ratio", "low", "high", "q"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(
        articles=table["count"].clip(upper=2), reference_articles=table["reference_count"].clip(upper=2)
    )


def test_places_count_tokens(corpus):
    small = corpus(1)
    assert locate_hits(make_hits(small), tokens=small.tokens)["position"].tolist() == [0, 0.25, 0.5, 0.975] * 2


def test_tenths_keep_zeros(corpus):
    small = corpus(1)
    places = locate_hits(make_hits(small), tokens=small.tokens)
    tenths = count_tenths(places, outlets=small.outlets, frames=list(small.frames))
    assert len(tenths) == 3 * 2 * 10
    assert tenths["count"].sum() == 8
    assert tenths["tokens"].unique().tolist() == [4.0]
    assert tenths["per_1000"].max() == 250


def test_a_mark_a_hit_and_a_row_a_frame(corpus, legible):
    small = corpus(2)
    places = locate_hits(make_hits(small), tokens=small.tokens)
    figure = draw_barcode(places, articles=small.articles, outlets=small.outlets, frames=small.frames, actor="Moscow")
    texts = legible(figure)
    assert sum(marks(figure, f"hits-{voice}") for voice in ("outlet", "actor", "other")) == len(places)
    assert texts.count("persuasion") == 1
    assert texts.count("0") == 2


def test_plots_take_axes_and_make_them(corpus):
    small = corpus(1)
    places = locate_hits(make_hits(small), tokens=small.tokens)
    axes = plot_barcode(places, frames=small.frames)
    assert plot_barcode(places, frames=small.frames, ax=axes) is axes
    rates = make_rates(small)
    assert plot_frame_rates(rates[rates["voice"] == "actor"], outlets=small.outlets, highest=30).get_xlim() == (0, 30)


@pytest.mark.parametrize(("outlets", "articles"), [(2, 1), (3, 2), (10, 1), (3, 40)])
def test_barcodes_stay_legible(outlets, articles, corpus, legible):
    hostile = corpus(outlets, articles=articles, names=HOSTILE)
    places = locate_hits(make_hits(hostile), tokens=hostile.tokens)
    frames = (*hostile.frames, "$f$" * 60, "no hit")
    legible(draw_barcode(places, articles=hostile.articles, outlets=hostile.outlets, frames=frames, actor="$A$"))
    legible(draw_barcode(places.iloc[:0], articles=hostile.articles, outlets=hostile.outlets, frames=(), actor="$A$"))


@pytest.mark.parametrize("outlets", [2, 3, 10])
def test_frame_rates_have_a_dot_an_outlet_frame_and_voice(outlets, corpus, legible):
    hostile = corpus(outlets, names=HOSTILE)
    figure = draw_frames(make_rates(hostile), outlets=hostile.outlets, actor="Moscow" * 20)
    texts = legible(figure)
    assert marks(figure, "rate") == outlets * 3 * 3
    assert "as if words were independent" in " ".join(texts)
    legible(draw_frames(make_rates(hostile).iloc[:0], outlets=hostile.outlets, actor="Moscow"))


@pytest.mark.parametrize(("outlets", "bars"), [(2, 3), (3, 0), (4, 0)])
def test_a_bar_spans_the_rates_of_two_outlets_only(outlets, bars, corpus):
    small = corpus(outlets)
    rates = make_rates(small).drop_duplicates(["outlet", "frame"])
    assert len(plot_frame_rates(rates, outlets=small.outlets, highest=30).patches) == bars


def test_intervals_are_named_outlet_by_outlet(corpus, legible):
    small = corpus(3, names=("East", "West", "North"))
    exact = make_rates(small).assign(method="exact Poisson (Garwood)")
    north = exact["outlet"] == "o2"
    mixed = exact.assign(method=exact["method"].mask(north & (exact["count"] > 0), "bootstrap over articles"))
    line = intervals_line(mixed, outlets=small.outlets)
    assert line.startswith("for East, West as if words were independent (exact Poisson), for North by resampling")
    assert line.endswith("(exact Poisson where articles hardly differ)")
    assert line in describe_frames(mixed, outlets=small.outlets).caption
    assert line in " ".join(legible(draw_frames(mixed, outlets=small.outlets, actor="Moscow")))
    assert intervals_line(exact, outlets=small.outlets) == "as if words were independent"
    assert intervals_line(exact.assign(method="bootstrap"), outlets=small.outlets) == "by resampling articles"


@pytest.mark.parametrize("outlets", [2, 3, 10])
def test_collocates_stand_in_blocks_without_function_words(outlets, corpus, legible):
    hostile = corpus(outlets, names=HOSTILE)
    table = make_collocates(hostile)
    texts = legible(draw_collocates(table, outlets=hostile.outlets, node="[$Moscow$]"))
    assert "$w_0$ <i>" in texts
    assert "$w_7$ <i>" not in texts
    assert ("In both outlets" in texts) == (outlets == 2)
    legible(draw_collocates(table.iloc[:0], outlets=hostile.outlets, node="Moscow"))


@pytest.mark.parametrize("articles", [1, 3])
def test_what_one_article_of_several_has_is_marked(articles, corpus):
    small = corpus(2, articles=articles)
    near = make_collocates(small).assign(articles=lambda table: (table["O"] > 0).astype(int))
    figure = draw_collocates(near, outlets=small.outlets, node="Moscow")
    labels = [label.get_text() for ax in figure.axes for label in ax.get_yticklabels()]
    shared, alone = (sum("°" in label for label in labels if f"w_{number}" in label) for number in (0, 2))
    assert (shared, alone) == (0, int(articles > 1))
    table = make_keyness(small).iloc[:8]
    table["articles"] = table["articles"].where(table["count"] != 5, 1)
    words = " ".join(text.get_text() for ax in draw_keyness(table, outlets=small.outlets).axes for text in ax.texts)
    assert ("word°" in words) == (articles > 1) == ("° in one article only." in words)


@pytest.mark.parametrize(("outlets", "articles"), [(2, 1), (3, 1), (10, 5)])
def test_keyness_labels_never_collide(outlets, articles, corpus, legible):
    hostile = corpus(outlets, articles=articles, names=HOSTILE)
    texts = legible(draw_keyness(make_keyness(hostile), outlets=hostile.outlets))
    assert any("too few articles" in text for text in texts) == (articles < 5)
    legible(draw_keyness(make_keyness(hostile).iloc[:0], outlets=hostile.outlets))


@pytest.mark.parametrize(
    ("q", "said"), [(0.5, "no term has q below .05"), (0.01, "filled and coloured with q below .05")]
)
def test_keyness_says_whether_any_term_holds_and_names_its_axis(q, said, corpus, legible):
    large = corpus(2, articles=5)
    texts = legible(draw_keyness(make_keyness(large, q=q), outlets=large.outlets))
    assert said in " ".join(texts)
    assert "occurrences, both sides" in texts
    assert any(text.startswith("Larger marks are the keyest terms") for text in texts)


def test_terms_of_one_place_share_one_mark_and_label(corpus):
    table = make_keyness(corpus(2)).drop_duplicates(["count", "reference_count"])
    twice = pd.concat([table, table.assign(term="twin")], ignore_index=True)
    sides = Sides(outlet_mark(0), outlet_mark(1))
    axes = plot_keyness(twice, sides=sides)
    labels = [text.get_text() for text in axes.texts]
    assert all("twin" in label or "+" in label for label in labels)
    assert marks(axes.figure, "key-terms") + marks(axes.figure, "terms") == len(table)


def test_nothing_of_the_style_leaks(corpus):
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    small = corpus(2)
    draw_frames(make_rates(small), outlets=small.outlets, actor="Moscow")
    assert dict(mpl.rcParams) == before
    assert STYLE.is_file()
