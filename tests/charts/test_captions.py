import pytest

from analysis.charts.captions import (
    Description,
    describe_actors,
    describe_barcode,
    describe_collocates,
    describe_frames,
    describe_keyness,
    describe_motives,
    describe_sources,
    describe_speakers,
)
from analysis.charts.motive_table import tabulate_motives
from analysis.charts.places import locate_hits
from analysis.charts.speakers import tabulate_speakers

from .conftest import make_comparison
from .test_sources import make_sources, make_voices
from .test_vocabulary import make_collocates, make_hits, make_keyness, make_rates


def describe_all(corpus, propositions, codebook, *, rows: int | None):
    outlets = corpus.outlets
    motives = tabulate_motives(propositions(corpus).iloc[:rows], codebook=codebook, outlets=outlets)
    speakers = tabulate_speakers(make_voices(corpus), articles=corpus.articles, tokens=corpus.tokens)
    places = locate_hits(make_hits(corpus), tokens=corpus.tokens)
    yield describe_sources(make_sources(corpus).iloc[:rows], outlets=outlets, actor="Moscow")
    yield describe_barcode(places.iloc[:rows], outlets=outlets)
    yield describe_frames(make_rates(corpus).iloc[:rows], outlets=outlets)
    yield describe_motives(motives, outlets=outlets, actor="Moscow", coders="rules only")
    yield describe_actors(make_comparison(corpus, "Moscow", "Washington"))
    yield describe_speakers(speakers.iloc[:rows], outlets=outlets)
    yield describe_collocates(make_collocates(corpus).iloc[:rows], outlets=outlets, node="[Moscow]")
    yield describe_keyness(make_keyness(corpus).iloc[:rows], outlets=outlets)


@pytest.mark.parametrize("rows", [None, 0])
@pytest.mark.parametrize("outlets", [1, 2, 3])
def test_every_figure_is_described(outlets, rows, corpus, propositions, codebook):
    for said in describe_all(corpus(max(outlets, 2)), propositions, codebook, rows=rows):
        assert said.caption.endswith(".")
        assert "1 article" in said.caption
        assert said.alt.endswith(".")
        assert "nan" not in said.caption + said.alt


def test_the_description_of_the_motives_gives_the_counts(corpus, propositions, codebook):
    small = corpus(2, names=("East", "West"))
    table = tabulate_motives(propositions(small, each=2), codebook=codebook, outlets=small.outlets)
    said = describe_motives(table, outlets=small.outlets, actor="Moscow", coders="rules only")
    assert "East: 2 propositions in 1 article" in said.caption
    assert "the security: East 1, West 0" in said.alt
    assert "the mediation: East 0, West 1" in said.alt


def test_the_description_of_several_actors_gives_each_ones_counts_and_who_read_them(corpus):
    small = corpus(2, names=("East", "West"))
    said = describe_actors(make_comparison(small, "Moscow", "Washington", "Beijing", each=3))
    assert "East: 1 article; 4 sentences; 40 words; propositions: Moscow 1, Washington 1, Beijing 1" in said.caption
    assert "Moscow: rules + 1 coder; Washington, Beijing: rules only" in said.caption
    assert "written for Moscow, not for the others" in said.caption
    assert "East: Moscow 1 (the status 1), Washington 1 (the security 1)" in said.alt


def test_a_window_of_days_is_said_in_the_caption():
    said = Description("A figure.", "Dots.")
    assert said.within("2017-04-01 to 2017-12-31").caption == "A figure. Articles of 2017-04-01 to 2017-12-31 only."
    assert said.within("") == said
