"""The heat map of the frames' terms: rows, cells, what is marked and what is left out."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle

from analysis.charts.descriptions import describe_terms
from analysis.charts.heat_map import draw_terms, no_hit_line
from analysis.charts.shades import shade, short_number, short_rate
from analysis.charts.term_rows import TermRow, choose_rows, hit_terms

from .conftest import HOSTILE


def make_term_rates(corpus, *, terms: int = 4) -> pd.DataFrame:
    """Each term has as many hits as its number, none in the second outlet; the first term has none at all."""
    rows = [
        (outlet.outlet, frame, f"{frame} $t_{number}$", number * (place != 1),
         min(number, outlet.articles) * (place != 1), outlet.articles)
        for place, outlet in enumerate(corpus.outlets.itertuples())
        for frame in corpus.frames
        for number in range(terms)
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=["outlet", "frame", "term", "count", "articles", "outlet_articles"])
    return table.assign(per_1000=0.5 * table["count"])


def cells(figure):
    return [one for one in figure.findobj(Rectangle) if one.get_gid() == "cell"]


def test_a_cell_a_term_with_hits_and_a_dot_where_there_is_none(corpus, legible):
    small = corpus(2)
    figure = draw_terms(make_term_rates(small), outlets=small.outlets)
    texts = legible(figure)
    assert len(cells(figure)) == 3 * 3
    assert texts.count("·") == 3 * 4 + 1
    assert texts.count("1.5") == 3 and texts.count("3.0") == 3
    assert {to_hex(cell.get_facecolor()) for cell in cells(figure)} == {shade(1 / 3), shade(2 / 3), shade(1)}
    assert any(text.startswith("No hit in any outlet: buffer $t_0$, sanctions $t_0$") for text in texts)
    assert "2 outlets · descriptive only" in texts


def test_what_stands_in_one_article_only_is_marked(corpus, legible):
    single = legible(draw_terms(make_term_rates(corpus(2)), outlets=corpus(2).outlets))
    assert "buffer $t_1$°" in single and "buffer $t_3$°" in single
    large = corpus(2, articles=5)
    texts = legible(draw_terms(make_term_rates(large), outlets=large.outlets))
    assert "buffer $t_1$°" in texts and "buffer $t_2$" in texts
    assert texts.count("1°") == 3 and "2°" not in texts
    assert "2 outlets" in texts


@pytest.mark.parametrize(("outlets", "terms"), [(1, 3), (2, 60), (3, 20), (4, 30), (5, 10), (10, 40)])
def test_heat_maps_stay_legible_and_on_a_page(outlets, terms, corpus, legible):
    hostile = corpus(outlets, articles=2, names=HOSTILE)
    figure = draw_terms(make_term_rates(hostile, terms=terms), outlets=hostile.outlets)
    texts = legible(figure)
    assert figure.get_size_inches()[1] * 72 < 760
    drawn = sum(text.rstrip("°").endswith("$") and " $t_" in text for text in texts)
    left_out = [text for text in texts if "found no room" in text]
    said = int(left_out[0].split()[0]) if left_out else 0
    assert drawn + said >= 3 * (terms - 1)


def test_no_term_at_all_is_said(corpus, legible):
    small = corpus(2)
    table = make_term_rates(small, terms=1)
    assert "No term of a frame occurs in these texts." in legible(draw_terms(table, outlets=small.outlets))
    legible(draw_terms(table.iloc[:0], outlets=small.outlets))
    assert no_hit_line(table.iloc[:0]) == ""


def test_rows_are_the_terms_with_hits_by_frame_the_most_frequent_first(corpus):
    terms = hit_terms(make_term_rates(corpus(2)))
    assert terms["count"].tolist() == [3, 2, 1] * 3
    (rows,), left_out = choose_rows(terms, banks=1, most=20)
    assert left_out == 0
    assert rows[:3] == [TermRow("buffer"), TermRow("buffer", "buffer $t_3$"), TermRow("buffer", "buffer $t_2$")]
    first, second = choose_rows(terms, banks=2, most=20)[0]
    assert [row.frame for row in (*first, *second) if not row.term] == ["buffer", "sanctions", "persuasion"]
    assert second[0] in (TermRow("sanctions"), TermRow("persuasion"))


def test_a_long_frame_goes_on_in_the_next_bank(corpus):
    terms = pd.DataFrame({"frame": "war", "term": [f"t{n}" for n in range(9)], "count": range(9, 0, -1), "articles": 1})
    first, second = choose_rows(terms, banks=2, most=6)[0]
    assert second[0] == TermRow("war", continued=True)
    assert [row.term for row in (*first, *second) if row.term] == [f"t{n}" for n in range(9)]
    _, left_out = choose_rows(terms, banks=2, most=4)
    assert left_out == 9 - (2 * 4 - 1 - 2)


def test_numbers_are_written_short():
    numbers = {0: "0", 999: "999", 1204: "1.2k", 9949: "9.9k", 9999: "10k", 10564: "11k", 34567: "35k", 999_700: "1.0M"}
    assert {number: short_number(number) for number in numbers} == numbers
    assert [short_rate(rate) for rate in (0.04, 9.94, 9.96, 112.4)] == ["0.0", "9.9", "10", "112"]


def test_shades_darken_and_stay_in_bounds():
    light = [sum(int(shade(share)[i : i + 2], 16) for i in (1, 3, 5)) for share in (0, 0.25, 0.5, 1)]
    assert light == sorted(light, reverse=True)
    assert (shade(-1), shade(2)) == (shade(0), shade(1))


def test_the_description_counts_terms(corpus):
    small = corpus(2, names=("East", "West"))
    said = describe_terms(make_term_rates(small), outlets=small.outlets)
    assert "9 of 12 terms have a hit, 9 of them in one article only" in said.caption
    assert "East: 9 terms, most often buffer $t_3$ 3" in said.alt
    assert "West: 0 terms." in said.alt
