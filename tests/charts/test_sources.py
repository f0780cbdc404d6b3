"""Figures of the sources: sizes, removals and names; who is quoted; and the n of every figure."""

import pandas as pd
import pytest

from analysis.charts.outlets import is_descriptive, size_line
from analysis.charts.sources import draw_sources, tabulate_sources
from analysis.charts.speakers import draw_speakers, is_named, tabulate_speakers

from .conftest import HOSTILE


def make_sources(corpus) -> pd.DataFrame:
    removals = pd.DataFrame(
        [(article, 0, 30, why) for article in corpus.articles["article"] for why in ("credit", "$tags$")],
        columns=["article", "start", "end", "why"],
    )
    forms = ("russia", "<b>moscow</b>", "$putin$")
    mentions = pd.DataFrame(
        [(article, form) for article in corpus.articles["article"] for form in forms for _ in form],
        columns=["article", "form"],
    )
    return tabulate_sources(
        corpus.articles, sentences=corpus.sentences, tokens=corpus.tokens, removals=removals, mentions=mentions
    )


def make_voices(corpus) -> pd.DataFrame:
    rows = [
        (article, number, 60 * number, 60 * number + 29, source, voice)
        for article in corpus.articles["article"]
        for number, (source, voice) in enumerate(
            [("the Kremlin", "actor"), ("analysts", "other"), ("", "other"), ("Igor $Morgulov$ of " * 9, "actor")]
        )
    ]
    return pd.DataFrame(rows, columns=["article", "attribution", "start", "end", "source", "voice"])


def test_sizes_removals_and_names_are_counted(corpus):
    table = make_sources(corpus(2))
    own = table[table["outlet"] == "o0"]
    assert own.loc[own["measure"] == "words", "count"].tolist() == [40]
    assert own.loc[own["measure"] == "removed", "count"].tolist() == [30, 30]
    assert own.loc[own["measure"] == "named"].set_index("item")["count"].to_dict() == {
        "russia": 6, "<b>moscow</b>": 13, "$putin$": 7,
    }  # fmt: skip


@pytest.mark.parametrize(("outlets", "articles"), [(2, 1), (3, 2), (10, 1), (10, 30)])
def test_sources_stay_legible(outlets, articles, corpus, legible):
    hostile = corpus(outlets, articles=articles, names=HOSTILE)
    texts = legible(draw_sources(make_sources(hostile), outlets=hostile.outlets, actor="$Moscow$"))
    assert "How $Moscow$ is named, in mentions" in texts
    assert "<b>moscow</b>" in texts


def test_sources_of_which_nothing_is_known_are_drawn(corpus, legible):
    small = corpus(2)
    table = make_sources(small)
    texts = legible(draw_sources(table[table["measure"] == "words"], outlets=small.outlets, actor="Moscow"))
    assert "Nothing was taken out." in texts
    assert "Moscow is not named in these texts." in texts


def test_words_of_a_source_count_once(corpus):
    small = corpus(1)
    voices = make_voices(small).iloc[:1]
    inner = voices.assign(attribution=1, end=11)
    table = tabulate_speakers(pd.concat([voices, inner]), articles=small.articles, tokens=small.tokens)
    assert table[["source", "attributions", "words", "named"]].values.tolist() == [["the Kremlin", 2, 5, True]]


@pytest.mark.parametrize(
    ("source", "named"),
    [("the Kremlin", True), ("Analysts", False), ("Russian officials", False), ("officials in Washington", False),
     ("spokesman Dmitry Peskov", True), ("Ministry of Foreign Affairs", True), ("", False)],
)  # fmt: skip
def test_named_sources(source, named):
    assert is_named(source) == named


@pytest.mark.parametrize(("outlets", "articles"), [(2, 1), (3, 1), (10, 2)])
def test_speakers_stay_legible(outlets, articles, corpus, legible):
    hostile = corpus(outlets, articles=articles, names=HOSTILE)
    table = tabulate_speakers(make_voices(hostile), articles=hostile.articles, tokens=hostile.tokens)
    assert "(nobody named)" in legible(draw_speakers(table, outlets=hostile.outlets, actor="Moscow"))
    texts = legible(draw_speakers(table.iloc[:0], outlets=hostile.outlets, actor="Moscow"))
    assert texts.count("Nobody is quoted or reported.") == outlets


def test_the_n_of_an_outlet(corpus):
    small = corpus(2)
    assert size_line(small.outlets.iloc[1]) == "1 article, translated; 4 sentences; 40 words"
    assert is_descriptive(small.outlets)
    assert not is_descriptive(corpus(2, articles=5).outlets)
