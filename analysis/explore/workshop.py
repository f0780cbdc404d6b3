"""The frame workshop: a pattern tried on all texts as it is typed, and written to frames.yaml as a frame's term."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from ..codebooks import Frame
from ..errors import InputError
from ..results import Results
from ..vocabulary.counts import evidence_level
from .concordance import told_near, told_tally
from .context_lines import context_lines, lines_with_voices, page_of
from .context_panels import context_panel
from .desk import Desk, desk_of
from .frame_edits import FrameEdit, add_term, remove_term, undo
from .panel import Asked, Json, Panel
from .trials import Trial, read_term, try_pattern, warnings_of
from .word_index import WordIndex, index_words

PAGE = 25  # lines
_FORMS = 60
_AGAIN = "Run the notebooks again to redraw the figures."
TRIAL_COLUMNS = ["outlet", "pattern", "count", "tokens", "per_1000", "articles", "of"]


def workshop(results: Results, pattern: str = "") -> Panel:
    """Try a term of a frame: what it catches, overlaps and misses, and with a button into frames.yaml.

    ``pattern`` is tried at once, where one is given. The table to print beside it is `trial_table`.
    """
    desk = desk_of(results)
    trying = Workshop(desk, index_words(results))
    answers = {
        "try": trying.attempt, "catches": trying.lines, "terms": trying.terms,
        "add term": trying.add, "remove term": trying.remove, "undo term": trying.undo,
    }  # fmt: skip
    told = "Frame workshop. Run this cell in JupyterLab to try terms."
    opening = {"pattern": pattern, "file": str(_file(desk))}
    return context_panel("workshop", desk, answers=answers, opening=opening, told=told)


def trial_table(results: Results, *patterns: str) -> pd.DataFrame:
    """Count what patterns catch; one row an outlet and pattern, zeros included; no interval and no test.

    ``per_1000`` is per 1,000 tokens of the outlet, ``articles`` those of its ``of`` articles that have a hit.
    """
    index = index_words(results)
    rows = [
        (tally.outlet, pattern, tally.hits, tally.tokens, tally.per_1000, tally.articles, tally.of)
        for pattern in patterns
        for tally in try_pattern(index, pattern).tallies
    ]
    return pd.DataFrame(rows, columns=TRIAL_COLUMNS)


@dataclass(eq=False)
class Workshop:
    """The workshop on one study: what it answers, and what it has written, the last edit last."""

    desk: Desk
    index: WordIndex
    edits: list[FrameEdit] = field(default_factory=list)

    def attempt(self, asked: Asked) -> dict[str, Json]:
        """Try a ``pattern`` as a term of a ``frame``, which may be a new one."""
        frames = self.desk.results.study.frames
        frame = next((frame for frame in frames if frame.name == asked.text("frame", "").strip()), None)
        trial = try_pattern(self.index, asked.text("pattern"))
        return {
            "pattern": " ".join(trial.pattern.text.split()), "told": self._told(trial), "hits": len(trial.spans),
            "by": [told_tally(tally, self.desk) for tally in trial.tallies],
            "forms": [list(pair) for pair in trial.forms[:_FORMS]], "more": max(0, len(trial.forms) - _FORMS),
            "near": told_near(trial.near), "warnings": warnings_of(trial, frames, frame=frame),
            "overlaps": [
                {"frame": one.frame, "term": one.term, "hits": one.hits, "number": number}
                for one in trial.overlaps(frames)
                for number, known in enumerate(frames)
                if known.name == one.frame
            ],
            "there": frame is not None and any(one.globs == trial.pattern.globs for one in frame.patterns),
        }  # fmt: skip

    def lines(self, asked: Asked) -> dict[str, Json]:
        """Give a ``page`` of the lines of a ``pattern``, those of one ``form`` alone where that is given."""
        trial = try_pattern(self.index, asked.text("pattern"))
        spans = trial.of_form(asked.text("form")) if asked.has("form") else trial.spans
        page = page_of(spans, asked.number("page", 0), size=PAGE)
        lines = lines_with_voices(context_lines(self.index, page.spans, window=10), self.desk.speech())
        return {"lines": lines, "page": page.number, "pages": page.pages, "first": page.first, "shown": len(spans)}

    def terms(self, asked: Asked) -> list[Json]:
        """Give the frames as they now are, with the hits of each term; the longest term of a frame wins."""
        return [told_frame(self.index, frame) for frame in self.desk.results.study.frames]

    def add(self, asked: Asked) -> dict[str, Json]:
        """Write a ``pattern`` into a ``frame`` of frames.yaml."""
        return self._edited(add_term(_there(self.desk), read_term(asked.text("pattern")), frame=asked.text("frame")))

    def remove(self, asked: Asked) -> dict[str, Json]:
        """Take a ``term`` out of a ``frame`` of frames.yaml."""
        return self._edited(remove_term(_there(self.desk), asked.text("term"), frame=asked.text("frame")))

    def undo(self, asked: Asked) -> dict[str, Json]:
        """Take the last edit of this widget back."""
        if not self.edits:
            raise InputError("nothing has been written here yet")
        _there(self.desk)
        undo(self.edits[-1])
        edit = self.edits.pop()
        self.desk.reread_frames()
        return {"told": f"Taken back: {edit.said}. {_AGAIN}", "undo": self._last()}

    def _edited(self, edit: FrameEdit) -> dict[str, Json]:
        self.edits.append(edit)
        self.desk.reread_frames()
        return {"told": f"{edit.said[:1].upper()}{edit.said[1:]} ({edit.path}). {_AGAIN}", "undo": self._last()}

    def _last(self) -> str:
        return self.edits[-1].said if self.edits else ""

    def _told(self, trial: Trial) -> str:
        carrying = len(np.unique(self.index.article[trial.spans.first]))
        hits, forms = len(trial.spans), len(trial.forms)
        if not hits:
            articles = f"{len(self.index.names)} article{'' if len(self.index.names) == 1 else 's'}"
            return f"no hit in {articles}; as a term it would count in articles that are added later"
        least = evidence_level(*(tally.of for tally in trial.tallies))
        few = "; so few articles: descriptive only" if least == "descriptive" else ""
        return (
            f"{hits:,} hit{'' if hits == 1 else 's'} of {forms:,} form{'' if forms == 1 else 's'}"
            f" in {carrying} of {len(self.index.names)} articles{few}"
        )


def told_frame(index: WordIndex, frame: Frame) -> dict[str, Json]:
    """Give a frame for a page: its name, note and terms with their hits."""
    hits = np.bincount(index.find_frame(frame).pattern, minlength=len(frame.terms))
    terms = [{"term": term, "hits": int(number)} for term, number in zip(frame.terms, hits, strict=True)]
    return {"frame": frame.name, "note": frame.note, "terms": terms}


def _there(desk: Desk) -> Path:
    """Give the frames file; raises InputError where it has gone since the study was read."""
    path = _file(desk)
    if not path.is_file():
        raise InputError(f"{path} is no longer there; put it back, then press the button again. Nothing was written")
    return path


def _file(desk: Desk) -> Path:
    return desk.results.study.folder / "frames.yaml"
