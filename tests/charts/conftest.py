"""Tiny tables that a reader can count by hand, and the check that every figure must pass."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.charts.actor_table import cast_actors, list_actors
from analysis.charts.comparison import Comparison
from analysis.charts.outlets import list_outlets
from analysis.charts.page import style
from analysis.codebooks import MotiveCode, MotiveCodebook

HOSTILE = (
    "$x_1$ Daily & $y",
    "<script>alert(1)</script>",
    "人民日报",
    "صحيفة النيل",
    "A" * 300,
    "The Long Name of an Outlet " * 12,
    "a\tb\x01c\u200b",
    "O",
    "El País 日本",
    "\\alpha^2_",
)
CODES = ("status", "security", "mediation", "gain", "norms", "other")


@dataclass(frozen=True)
class Corpus:
    """Outlets of the same sentences: ten tokens of five characters in each of four sentences an article."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame
    outlets: pd.DataFrame
    frames: tuple[str, ...] = field(default=("buffer", "sanctions", "persuasion"))


def make_corpus(outlets: int = 2, *, articles: int = 1, names: tuple[str, ...] = ()) -> Corpus:
    keys = [f"o{number}" for number in range(outlets)]
    rows = [
        {"outlet": key, "article": f"{key}/{number}.txt", "title": f"Title {number} of $\\frac{{1}}{{2}}$ {key}"}
        for key in keys
        for number in range(articles)
    ]
    ids = [row["article"] for row in rows]
    sentences = pd.DataFrame(
        [(article, number, 60 * number, 60 * number + 58) for article in ids for number in range(4)],
        columns=["article", "sentence", "start", "end"],
    )
    tokens = pd.DataFrame(
        [(article, i // 10, 6 * i, 6 * i + 5, f"w{i % 7}") for article in ids for i in range(40)],
        columns=["article", "sentence", "start", "end", "term"],
    ).astype({"article": "category", "term": "category"})
    table = pd.DataFrame(rows)
    shown = dict(zip(keys, names, strict=False))
    counted = list_outlets(table, sentences=sentences, tokens=tokens, names=shown or None, translated=frozenset({"o1"}))
    return Corpus(table, sentences, tokens, counted)


def make_codebook() -> MotiveCodebook:
    groups = dict(zip(CODES, ("standing", "security", "settlement", "gain", "settlement", "gain"), strict=True))
    return MotiveCodebook("1", "", {c: MotiveCode(label=f"the {c}", group=groups[c], definition=c) for c in CODES})


def make_propositions(corpus: Corpus, *, each: int = 6) -> pd.DataFrame:
    rows = []
    for row in corpus.articles.itertuples(index=False):
        shift = int(row.outlet[1:])
        for i in range(each):
            rows.append(
                {
                    "outlet": row.outlet,
                    "article": row.article,
                    "proposition": f"{row.article}-{i}",
                    "sentence_start": 60 * (i % 4),
                    "start": 60 * (i % 4) + 6,
                    "end": 60 * (i % 4) + 40,
                    "evidence": f"Russia wants $x_{i}$ & <b>more</b> of “it” " * (1 + i % 3),
                    "category": CODES[(i * (shift + 1)) % 5],
                    "voice": ("outlet", "actor", "other")[i % 3],
                    "negated": i % 4 == 1,
                    "hedged": i % 5 == 2,
                    "minimised": i % 6 == 5,
                    "repeat_of": "",
                }
            )
    return pd.DataFrame(rows)


def make_comparison(corpus: Corpus, *actors: str, each: int = 6, most: int = 6) -> Comparison:
    """Compare actors by propositions of which each has every so many-th; Tokyo is named and has none."""
    told = make_propositions(corpus, each=each)
    told = told.assign(holder=[actors[i % len(actors)] for i in range(len(told))])
    mentions = pd.DataFrame({"outlet": corpus.articles["outlet"], "actor": "Tokyo"})
    cast = cast_actors(told, known=(*actors, "Tokyo"), focal=actors[0], most=most)
    everybody = (*cast.shown, *cast.silent, *cast.left_out)
    numbers = list_actors(told, mentions=mentions, outlets=corpus.outlets, actors=everybody)
    return Comparison(cast, told, numbers, make_codebook(), {actors[0]: "rules + 1 coder"}, actors[0])


@pytest.fixture(scope="session")
def corpus() -> Callable[..., Corpus]:
    return make_corpus


@pytest.fixture(scope="session")
def codebook() -> MotiveCodebook:
    return make_codebook()


@pytest.fixture(scope="session")
def propositions() -> Callable[..., pd.DataFrame]:
    return make_propositions


@pytest.fixture(scope="session")
def legible() -> Callable[[Figure], list[str]]:
    """Check that no text is below 7 points, leaves the figure or lies over another; give the texts as drawn."""
    return check_legible


def check_legible(figure: Figure) -> list[str]:
    with style():
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        renderer = canvas.get_renderer()
        texts = [text for text in figure.findobj(Text) if text.get_visible() and text.get_text().strip()]
        boxes = [text.get_window_extent(renderer) for text in texts]
    assert min(text.get_fontsize() for text in texts) >= 7
    for text, box in zip(texts, boxes, strict=True):
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= figure.bbox.width + 1 and box.y1 <= figure.bbox.height + 1
        assert inside, f"outside the figure: {text.get_text()}"
    for i, first in enumerate(boxes):
        for j, second in enumerate(boxes[:i]):
            across = min(first.x1, second.x1) - max(first.x0, second.x0)
            down = min(first.y1, second.y1) - max(first.y0, second.y0)
            assert across <= 1 or down <= 3, f"overlap: {texts[i].get_text()} / {texts[j].get_text()}"
    return [text.get_text().replace(r"\$", "$") for text in texts]


def marks(figure: Figure, gid: str) -> int:
    """Count the marks of all collections of a name."""
    found = figure.findobj(lambda artist: isinstance(artist, PathCollection) and artist.get_gid() == gid)
    return int(np.sum([len(collection.get_offsets()) for collection in found]))
