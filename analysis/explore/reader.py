"""The reader: articles with their frame terms, actors, attributed stretches and motive propositions marked in the text.

`reading` gives the answers that a page with a reader's pane needs, in whatever widget the pane stands.
"""

from collections.abc import Iterator, Mapping

import pandas as pd

from ..errors import InputError
from ..lines import lines_of
from ..results import Results
from .cards import telling
from .deciding import deciding
from .desk import Desk, desk_of
from .memos import remembering
from .panel import Answer, Asked, Json, Panel
from .passages import Mark, cut
from .signs import sign_of

SCRIPTS = ("reader", "column", "memo", "card", "pick", "coder")  # of every page with a reader's pane and a card
ALL = ""
LINES_AT_ONCE = 40  # so many, or so many characters, a browser lays out without a wait that is noticed
CHARACTERS_AT_ONCE = 12_000
_LISTED = 200


def reader(results: Results) -> Panel:
    """Read articles side by side: one column an outlet, frames, actors, voices and motives marked in the text."""
    desk = desk_of(results)
    told = f"Reader: {len(desk.articles)} articles. Run this cell in JupyterLab to read them."
    answers = reading(desk) | telling(desk) | deciding(desk) | remembering(desk)
    panel = Panel(
        "reader_page",
        scripts=SCRIPTS,
        opening=opening_of(desk) | {"memos": True},
        answers=answers,
        told=told,
    )
    return desk.watch(panel)


def opening_of(desk: Desk) -> dict[str, Json]:
    """Give what every page with a reader's pane opens with: outlets, actors, frames, codes."""
    study, counts = desk.results.study, desk.results.sources.articles["outlet"].value_counts()
    known = [outlet.folder for outlet in study.outlets if outlet.folder in counts]
    order = [*known, *(outlet for outlet in counts.index if outlet not in known)]
    return {
        "outlets": [{"outlet": one, "name": study.outlet(one).name, "articles": int(counts[one])} for one in order],
        "actors": [actor.name for actor in study.actors],
        "actor": desk.results.actor,
        "frames": [frame.name for frame in study.frames],
        "codes": [
            {"code": code, "label": entry.label, "group": entry.group, "definition": entry.definition}
            for code, entry in study.motives.codes.items()
        ],
    }


def reading(desk: Desk) -> dict[str, Answer]:
    """Give the answers of a reader's pane: "articles" (of an outlet) and "article" (one, with its marks)."""
    return {"articles": lambda asked: list_articles(desk, asked), "article": lambda asked: open_article(desk, asked)}


def list_articles(desk: Desk, asked: Asked) -> dict[str, Json]:
    """List an ``outlet``'s articles whose title, date or file holds ``like``; at most 200, and how many there are."""
    table = desk.results.sources.articles
    own = table[table["outlet"] == asked.text("outlet")]
    like = asked.text("like", "").strip().casefold()
    if like:
        told = [f"{row.title}\n{row.article}\n{_date(row.date)}".casefold() for row in own.itertuples()]
        own = own[[like in one for one in told]]
    return {
        "articles": [
            {"article": row.article, "title": str(row.title), "date": _date(row.date)}
            for row in own.head(_LISTED).itertuples()
        ],
        "total": len(own),
    }


def open_article(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Give an ``article`` in pieces with its marks, the motives being those of ``actor`` (empty: of all).

    A long article comes a stretch of lines at a time: the one that holds character ``at``, or line ``first``. The
    stretch from ``start`` to ``end``, where it is given, is marked as found.
    """
    row, actor = desk.article(asked.text("article")), asked.text("actor", desk.results.actor)
    if actor != ALL and all(actor != known.name for known in desk.results.study.actors):
        raise InputError(f'"{actor}" is no actor of the study')
    lines = lines_of(row["text"])
    first, last = _window([(line.start, line.end) for line in lines], asked)
    start, end = (lines[first].start, lines[last - 1].end) if lines else (0, 0)
    marks = [*marks_of(desk, row, actor=actor), *_found(asked)]
    marks = [mark for mark in marks if mark.start < end and mark.end > start]
    return {
        "frames": [frame.name for frame in desk.results.study.frames],
        "article": row["article"], "title": str(row["title"]), "outlet": row["outlet"], "date": _date(row["date"]),
        "name": desk.results.study.outlet(row["outlet"]).name, "first": first, "last": last, "of": len(lines),
        "marks": [{"layer": one.layer, "name": one.name, "told": one.told} for one in marks],
        "paragraphs": cut(row["text"], marks, first=first, last=last),
        "propositions": _signs(desk, {mark.name for mark in marks if mark.layer == "motive"}, row["article"]),
    }  # fmt: skip


def marks_of(desk: Desk, row: Mapping[str, str], *, actor: str) -> list[Mark]:
    """Give the marks of an article: what was taken out, headings, frames, actors, voices, an actor's propositions."""
    return sorted(_marks(desk, row["article"], actor), key=lambda mark: (mark.start, -mark.end))


def _marks(desk: Desk, article: str, actor: str) -> Iterator[Mark]:
    results = desk.results
    for row in desk.rows("removals", results.sources.removals, article).itertuples():
        yield Mark(row.start, row.end, "removed", row.why, f"taken out: {row.why}")
    for row in desk.rows("sentences", results.sentences, article).itertuples():
        if row.heading:
            yield Mark(row.start, row.end, "heading", "")
    for row in desk.rows("hits", results.hits, article).itertuples():
        yield Mark(row.start, row.end, "frame", row.frame, f"{row.frame} ({row.term})")
    for row in desk.rows("mentions", results.mentions, article).itertuples():
        yield Mark(row.start, row.end, "actor", row.actor, row.actor)
    for row in desk.rows(f"speech of {actor}", desk.speech(actor), article).itertuples():
        if row.voice != "outlet":
            yield Mark(row.start, row.end, "voice", row.voice, f"{row.source or 'a source'} ({row.kind})")
    for row in desk.rows("propositions", desk.propositions, article).itertuples():
        if actor in (ALL, row.holder):
            yield Mark(row.start, row.end, "motive", row.proposition)


def _found(asked: Asked) -> list[Mark]:
    """The stretch that was searched for, if any."""
    return [Mark(asked.number("start"), asked.number("end"), "found", "")] if asked.has("start") else []


def _signs(desk: Desk, wanted: set[str], article: str) -> dict[str, Json]:
    own = desk.rows("propositions", desk.propositions, article)
    label = desk.results.study.motives.label
    return {
        row.proposition: sign_of(row, label=label(row.category)) | {"holder": row.holder, "state": row.state}
        for row in own[own["proposition"].isin(wanted)].itertuples()
    }


def _window(lines: list[tuple[int, int]], asked: Asked) -> tuple[int, int]:
    """The lines to show: so many as a page bears, from the one asked for, or those around a character."""
    first = max(0, min(asked.number("first", 0), len(lines) - 1))
    if asked.has("at"):
        at = asked.number("at")
        here = next((number for number, (_, end) in enumerate(lines) if end > at), len(lines) - 1)
        fits = here < LINES_AT_ONCE and lines[here][1] < CHARACTERS_AT_ONCE if lines else True
        first = 0 if fits else max(0, here - LINES_AT_ONCE // 4)
    last, long = first, 0
    while last < len(lines) and last - first < LINES_AT_ONCE and (long < CHARACTERS_AT_ONCE or last == first):
        long += lines[last][1] - lines[last][0]
        last += 1
    return first, last


def _date(date: "pd.Timestamp | str | None") -> str:
    return "" if date is None or pd.isna(date) else str(date)
