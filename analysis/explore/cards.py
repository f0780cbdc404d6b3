"""Cards: one motive proposition told in full: its fields in words, what the rules saw, what coders said."""

from collections.abc import Iterator

import pandas as pd

from ..coding.cases import Case
from ..coding.decisions import DECIDED, REJECT
from ..coding.standing import Decision
from ..errors import InputError
from ..evidence import KINDS
from ..motives.propositions import Cell
from .desk import Desk
from .panel import Answer, Json
from .signs import FLAGS, sign_of
from .wording import VOICES, alike, divided, word_reason

STATES = {
    "repeat": "repeats another proposition and is not counted",
    "rejected": "rejected, and not counted",
    "coded": "decided by a coder",
    "": "as the rules have it",
}
_DONE = {"accept": "accepted", REJECT: "rejected", "relabel": "relabelled", "add": "added"}


def telling(desk: Desk) -> dict[str, Answer]:
    """Give the answer that every page with a card needs: "proposition" (one, by its id)."""
    return {"proposition": lambda asked: tell(desk, proposition_of(desk, asked.text("proposition")))}


def proposition_of(desk: Desk, wanted: str) -> tuple:
    """Give the row of the proposition with that id; raises InputError where it is not there any more."""
    if wanted not in desk.by_id:
        raise InputError("this proposition is no longer there: it was changed meanwhile; choose it anew in the text")
    return desk.by_id[wanted]


def tell(desk: Desk, row: tuple) -> dict[str, Json]:
    """Tell a proposition: its quote in its sentence, its fields in words and as they are coded, the decisions on it.

    A blind coder is told of their own decisions only (`Desk.coded` has no others).
    """
    case, own = desk.cases[row.proposition], own_view(desk, row)
    return placed(desk, row) | {
        "fields": [[name, value] for name, value in _fields(desk, row, own) if value],
        "own": next((vote.decision for vote in case.votes if vote.coder == desk.coder.name), ""),
        "values": {name: own[name] for name in ("holder", *DECIDED)},
        "decisions": [_told(desk, case, vote) for vote in case.votes],
        "note": next((note_of(desk, vote) for vote in case.votes if vote.coder == desk.coder.name), ""),
    }  # fmt: skip


def own_view(desk: Desk, row: tuple) -> dict[str, Cell]:
    """Give a proposition as the coder at work decided on it; as it counts where they have not, or took it out."""
    case, values = desk.cases[row.proposition], row._asdict()
    own = next((vote for vote in case.keeping if vote.coder == desk.coder.name), None)
    if own is not None:
        values |= {name: case.value(own, name) or values[name] for name in ("category", "voice", "kind")}
        values |= {"source": case.value(own, "source"), "start": own.stretch.start, "end": own.stretch.end}
        values |= {flag: case.value(own, flag) for flag in FLAGS}
    return values | {flag: bool(values[flag]) for flag in FLAGS} | {"proposition": _rules_id(case, row)}


def _rules_id(case: Case, row: tuple) -> str:
    """The id under which a proposition is decided on: the rules', for what was added its own."""
    return str(case.row.get("proposition", row.proposition))


def placed(desk: Desk, row: tuple) -> dict[str, Json]:
    """Give a proposition with its mark, its place, and its quote: what stands before it, itself, what follows."""
    text, label = str(desk.article(row.article)["text"]), desk.results.study.motives.label
    first, last = min(row.sentence_start, row.start), max(row.sentence_end, row.end)
    return {
        "proposition": row.proposition, "article": row.article, "outlet": row.outlet, "start": int(row.start),
        "end": int(row.end), "quote": [text[first : row.start], text[row.start : row.end], text[row.end : last]],
        "sign": sign_of(row, label=label(row.category)), "state": row.state, "where": _where(desk, row),
    }  # fmt: skip


def _where(desk: Desk, row: tuple) -> str:
    """The article, and which of its sentences counted from 1."""
    sentences = desk.rows("sentences", desk.results.sentences, row.article)
    number = int((sentences["start"] <= row.start).sum())
    return f"{desk.article(row.article)['title']}, s. {max(1, number)}"


def _differs(row: tuple, own: dict[str, Cell]) -> bool:
    """Whether the coder at work decided otherwise than what counts, which is the majority of coders."""
    return any(getattr(row, name) != own[name] for name in (*DECIDED, "start", "end"))


def _fields(desk: Desk, row: tuple, own: dict[str, Cell]) -> Iterator[tuple[str, str]]:
    yield "whose", row.holder
    yield "motive", desk.results.study.motives.label(row.category)
    yield "directed at", row.target
    yield "kind", KINDS.get(row.kind, row.kind)
    voice = f"{row.holder} says" if row.voice == "actor" else VOICES.get(row.voice, row.voice)
    yield "voice", voice + (f": {row.source}" if row.source else "")
    yield "marked", ", ".join(told for field, told in FLAGS.items() if getattr(row, field))
    yield "cue", row.cue
    yield "rule", row.rule
    yield "certainty", certainty_of(row)
    yield "why this code", word_reason(desk, row)
    differs = "above is what counts, yours is another" if _differs(row, own) else ""
    yield "status", "; ".join(filter(None, [STATES[row.state], divided(desk.cases[row.proposition]), differs]))


def certainty_of(row: tuple) -> str:
    """Return how certain the machine's reading is; empty where nothing weighed it or a coder decided."""
    certainty = pd.to_numeric(row.certainty, errors="coerce")
    return "" if pd.isna(certainty) else f"{certainty:.2f} that holder, words and code are right"


def _told(desk: Desk, case: Case, vote: Decision) -> dict[str, Json]:
    """A decision in words: what was done, and the values that differ from the rules'."""
    differ = [
        _differing(desk, name, value) for name in DECIDED
        if not vote.rejects and (value := case.value(vote, name)) != case.row.get(name, False if name in FLAGS else "")
    ]  # fmt: skip
    words = (vote.stretch.start, vote.stretch.end)
    span = [] if not case.row or vote.rejects or _span(case) == words else ["other words"]
    first = alike(case, vote) if differ or span else ""
    said = "; ".join([*differ, *span, *([f"as {first} has it"] if first else [])])
    return {
        "coder": vote.coder, "told": _DONE.get(vote.decision, vote.decision) + (f": {said}" if said else ""),
        "mine": vote.coder == desk.coder.name, "note": note_of(desk, vote),
    }  # fmt: skip


def _differing(desk: Desk, name: str, value: Cell) -> str:
    """A field that a coder changed, in words."""
    if name in FLAGS:
        return FLAGS[name] if value else f"not {FLAGS[name]}"
    known = {"category": desk.results.study.motives.label, "voice": VOICES.get, "kind": KINDS.get}.get(name)
    return (known(str(value)) if known else None) or f"{name} {value or 'none'}"


def _span(case: Case) -> tuple[int, int]:
    return int(case.row["start"]), int(case.row["end"])


def note_of(desk: Desk, vote: Decision) -> str:
    """Give the note that a coder wrote beside a decision."""
    return str(desk.coded.codings.at[vote.number, "note"])
