"""Wording: decisions and reasons in words, with the labels of codes and the time on the clock of this place."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from ..coding.agreement import MOTIVE, NO_MOTIVE, Values
from ..coding.cases import Case
from ..coding.decisions import DECIDED
from ..coding.standing import Decision
from ..motives.propositions import Cell
from .desk import Desk
from .signs import FLAGS

VOICES = {"outlet": "the outlet’s own", "actor": "the actor says", "other": "another source"}
FIELDS = {MOTIVE: "whether there is one", "category": "the code", "voice": "the voice", **FLAGS}
_BACK = "points back to "


def word_row(desk: Desk, row: Mapping[str, str]) -> str:
    """Word a row of codings.csv: what was decided, its fields, and when."""
    kept = {} if row.get("decision") in ("reject", "none", "withdraw") else row
    label = desk.results.study.motives.label(kept["category"]) if kept.get("category") else ""
    flags = [told for field, told in FLAGS.items() if kept.get(field) == "true"]
    said = [row.get("decision", ""), label, VOICES.get(kept.get("voice", ""), ""), kept.get("source", ""), *flags]
    return " · ".join(one for one in (*said, moment(row.get("time", ""))) if one) or "nothing"


def moment(time: str) -> str:
    """Give a time of codings.csv on the clock of this place: "today 18:43"; as it stands where it cannot be read."""
    try:
        read = datetime.fromisoformat(time.strip()).astimezone()
    except ValueError:
        return time
    day = "today" if read.date() == datetime.now().astimezone().date() else f"{read:%-d %b %Y}"
    return f"{day} {read:%H:%M}"


def word_values(desk: Desk, values: Values) -> str:
    """Word what a coder says of a unit on which coders differ."""
    if values.get(MOTIVE) == NO_MOTIVE:
        return NO_MOTIVE
    code = values.get("category")
    label = desk.results.study.motives.label(str(code)) if code else "no code yet"
    flags = [told for field, told in FLAGS.items() if values.get(field)]
    return ", ".join([label, *filter(None, [VOICES.get(str(values.get("voice")), "")]), *flags])


def word_reason(desk: Desk, row: tuple) -> str:
    """Word why the rules gave a code: with labels for codes, and the words of the proposition it points back to."""
    reason = row.reason if isinstance(row.reason, str) else ""
    if reason.startswith(_BACK):
        wanted = reason.removeprefix(_BACK)
        there = (case.row for case in desk.cases.values() if case.row.get("proposition") == wanted)
        earlier = next(there, None)
        return f"{_BACK}“{earlier['evidence']}”" if earlier else f"{_BACK}an earlier one"
    motives = desk.results.study.motives
    return re.sub(r"(?<=; next )\S+", lambda code: f"“{motives.label(code[0])}”", reason)


def divided(case: Case) -> str:
    """Say that coders are divided with as many for each, and whose decision counts then; nothing where they are not."""
    firsts = list(dict.fromkeys(_first_of_ties(case)))
    return f"coders are divided; {' and '.join(firsts)} decided first and counts" if firsts else ""


def alike(case: Case, vote: Decision) -> str:
    """Give the coder who had decided the very same before a vote, if another one had."""
    for one in sorted(case.keeping, key=lambda one: one.number):
        if one.number < vote.number and one.coder != vote.coder and _same(case, one, vote):
            return one.coder
    return ""


def _same(case: Case, one: Decision, other: Decision) -> bool:
    here, there = one.stretch, other.stretch
    return (here.start, here.end) == (there.start, there.end) and all(
        case.value(one, name) == case.value(other, name) for name in DECIDED
    )


def _first_of_ties(case: Case) -> Iterator[str]:
    """The coder whose vote counts in every question on which as many say one thing as another."""
    yield from _first([(vote.coder, vote.rejects) for vote in case.votes])
    for name in DECIDED if not case.is_rejected else ():
        yield from _first([(vote.coder, vote.values[name]) for vote in case.keeping if name in vote.values])


def _first(ballots: Sequence[tuple[str, Cell]]) -> Iterator[str]:
    most = Counter(value for _, value in ballots).most_common(2)
    if len(most) == 2 and most[0][1] == most[1][1]:
        yield ballots[0][0] if ballots[0][1] == most[0][0] else next(who for who, said in ballots if said == most[0][0])
