"""What the widgets' tests share: small texts laid out for looking up, and a copy of the default study to write into."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pytest

from analysis.annotation import segment
from analysis.explore.word_index import WordIndex
from analysis.results import Results, read_results
from analysis.study import Actor

SEEDS = Path(__file__).parents[2] / "seeds"
TINY = {
    "study.toml": """
title = "Tiny"
focal_actor = "Moscow"
[[outlets]]
folder = "alpha"
name = "Alpha <b>"
[[outlets]]
folder = "beta"
name = "Beta"
[[actors]]
name = "Moscow"
aliases = ["Moscow", "Russia", "Lavrov"]
[[actors]]
name = "Washington"
aliases = ["US", "Washington"]
""",
    "frames.yaml": "frames:\n  talk:\n    terms: [dialogue, dual freeze]\n  edge:\n    terms: [border]\n",
    "motives.yaml": """
codes:
  security: {label: "security <i>", group: own, definition: its own safety, cues: [border, protect*]}
  settlement: {label: settlement, group: others, definition: an end by talking, cues: [dialogue, talk*]}
  war: {label: no war, group: own, definition: no war, cues: [war]}
  other: {label: other, group: others, definition: anything else}
""",
    "alpha/one.txt": """A day of talks 😀 in Moscow

Moscow wants to protect its border 😀 from <img src=x onerror=alert(1)> the US. Lavrov said that Moscow seeks dialogue.

The weather 😀 was fine. Nobody spoke.
""",
    "beta/two.txt": """Russia does not want a war with the US.

It may seek dialogue. Washington wants to protect its border.
""",
}


@pytest.fixture(scope="session")
def word_index() -> Callable[..., WordIndex]:
    """Lay out the texts of each outlet; articles are named outlet/1, outlet/2 and so on, and may have dates."""

    def make(
        texts: Mapping[str, Sequence[str]], actors: Mapping[str, Sequence[str]] | None = None, dates: Sequence = ()
    ) -> WordIndex:
        articles = pd.DataFrame(
            [
                {"outlet": outlet, "article": f"{outlet}/{number}", "clean": text}
                for outlet, own in texts.items()
                for number, text in enumerate(own, start=1)
            ]
        )
        articles["date"] = [*dates, *[None] * (len(articles) - len(dates))]
        groups = [Actor(name=name, aliases=list(aliases)) for name, aliases in (actors or {}).items()]
        return WordIndex(segment(articles, groups).tokens, articles, tuple(texts))

    return make


@pytest.fixture
def seeds(tmp_path) -> Results:
    """Give the results of a copy of the default study."""
    folder = tmp_path / "study"
    shutil.copytree(SEEDS, folder, ignore=shutil.ignore_patterns(".analysis", "figures"))
    return read_results(folder)


@pytest.fixture(scope="session")
def tiny_study(tmp_path_factory, parser) -> Path:
    """Lay out a study of two outlets with an article each, small enough to be counted by hand, and parse it once."""
    folder = tmp_path_factory.mktemp("tiny")
    for name, text in TINY.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert len(read_results(folder).annotated.propositions)
    return folder


@pytest.fixture
def tiny(tiny_study, tmp_path) -> Results:
    """Give the results of a copy of the tiny study, to be written into."""
    return read_results(shutil.copytree(tiny_study, tmp_path / "tiny"))
