"""The desk: one study laid open, shared by all its widgets, with who codes and what has been decided meanwhile.

Widgets made from the same results share one desk, so that what is decided in one is seen in the others. The texts are
never parsed again: decisions are laid over the rules' propositions anew.
"""

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakSet, WeakValueDictionary

import numpy as np
import pandas as pd

from ..codebooks import read_frames
from ..coding.cases import Case
from ..coding.coded import Coded, codings_of
from ..errors import InputError
from ..results import Results
from ..voices import NOT_SPEECH, mark_voice
from .panel import Json, Panel
from .propositions import by_id, lay_open
from .samples import Samples


@dataclass(frozen=True)
class Coder:
    """Who codes: a name, empty until it is given, and whether the others' decisions are hidden from this coder."""

    name: str = ""
    blind: bool = False


class Desk:
    """A study's results as its widgets show them, the pages that show them, and the coder at work."""

    def __init__(self, results: Results) -> None:
        self.results = results
        self.coder = Coder()
        self.done: list[dict[str, str]] = []  # decisions made here, to be taken back from the last on
        self.samples = Samples(results)
        self._given = results
        self._speech: dict[str, pd.DataFrame] = {}
        self._panels: WeakSet[Panel] = WeakSet()
        self._sorted: dict[str, tuple[pd.DataFrame, dict[str, np.ndarray]]] = {}

    @cached_property
    def articles(self) -> dict[str, int]:
        """Give where each article stands in the articles table, by its name."""
        return {name: place for place, name in enumerate(self.results.sources.articles["article"])}

    def speech(self, actor: str = "") -> pd.DataFrame:
        """Give the attributed stretches that are speech, with the voice as an actor's motives see it; one row a piece.

        Without an actor it is the one of the results.
        """
        name = actor or self.results.actor
        if name not in self._speech:
            voices = mark_voice(self.results.annotated.voices, self.results.study.actor(name))
            self._speech[name] = voices[~voices["kind"].isin(NOT_SPEECH)]
        return self._speech[name]

    @cached_property
    def coded(self) -> Coded:
        """Give the propositions under the decisions that the coder at work may see: all, or blind only their own."""
        coded = self.results.coded
        return coded.with_codings(codings_of(coded.codings, self.coder.name)) if self.coder.blind else coded

    @cached_property
    def propositions(self) -> pd.DataFrame:
        """Give the propositions of all actors as the coder at work sees them, repeats and rejected ones included.

        ``state`` says of each: "repeat", "rejected", "coded" (somebody decided on it) or "" (as the rules have it).
        """
        return lay_open(self.coded)

    @cached_property
    def by_id(self) -> dict[str, tuple]:
        """Give the rows of `propositions` by their ids."""
        return {row.proposition: row for row in self.propositions.itertuples(index=False)}

    @property
    def counted(self) -> pd.DataFrame:
        """Give the propositions that count: neither rejected nor repeats."""
        return self.propositions[~self.propositions["state"].isin(["rejected", "repeat"])]

    @cached_property
    def cases(self) -> dict[str, Case]:
        """Give what was decided on each proposition, by its id."""
        return by_id(self.coded)

    def article(self, name: str) -> pd.Series:
        """Give an article's row; raises InputError where the study has no such article."""
        if name not in self.articles:
            raise InputError(f'the study has no article "{name}"; if it was added just now, run the notebook again')
        return self.results.sources.articles.iloc[self.articles[name]]

    def rows(self, name: str, table: pd.DataFrame, article: str) -> pd.DataFrame:
        """Give the rows of an article in one of the study's tables, which is sorted out once; ``name`` is its name."""
        known = self._sorted.get(name)
        if known is None or known[0] is not table:
            known = self._sorted[name] = table, table.groupby("article", sort=False, observed=True).indices
        return table.iloc[known[1].get(article, np.array([], dtype=int))]

    def is_of(self, results: Results) -> bool:
        """Say whether it is the desk of these results."""
        return self._given is results

    def watch(self, panel: Panel) -> Panel:
        """Keep a panel told of what changes on the desk, as long as it is open; gives the panel."""
        self._panels.add(panel)
        return panel

    def tell(self, notice: str, **fields: Json) -> None:
        """Send a notice to every open panel of this study."""
        for panel in list(self._panels):
            panel.tell(notice, **fields)

    def sit_down(self, coder: Coder) -> None:
        """Let a coder begin, or a blind one see no more than they may, and have panels told ("changed", "coder")."""
        self.coder = coder
        self._forget(at_once=True)
        self.tell("coder")

    def reread_codings(self) -> None:
        """Read the decisions anew and have panels told ("changed"); the notebook's next figures have them too.

        Raises InputError where codings.csv cannot be read; what was known before then stays.
        """
        for results in dict.fromkeys((self._given, self.results)):
            results.reread_codings()
        self._forget()

    def reread_frames(self) -> None:
        """Read frames.yaml anew, and have panels told ("frames"); raises InputError where it cannot be read.

        The results that a notebook holds keep their frames, so that its figures agree with one another until it is run
        again.
        """
        self.results = self.results.with_frames(read_frames(self.results.study.folder / "frames.yaml"))
        self.tell("frames")

    def _forget(self, *, at_once: bool = False) -> None:
        for name in ("coded", "propositions", "by_id", "cases"):
            vars(self).pop(name, None)
        self.tell("changed", at_once=at_once)


def desk_of(results: Results) -> Desk:
    """Give the desk that all widgets of these results share, as long as one of them is there."""
    known = _DESKS.get(id(results))
    if known is None or not known.is_of(results):
        known = _DESKS[id(results)] = Desk(results)
    return known


_DESKS: WeakValueDictionary[int, Desk] = WeakValueDictionary()
