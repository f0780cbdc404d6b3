"""Recording: a decision is written to codings.csv, all decisions are laid anew, and what came of it is told."""

from collections.abc import Mapping

from ..coding.anchors import Stretch
from ..coding.cases import Case
from ..coding.decisions import DECIDED, NONE, REJECT, WITHDRAW
from ..coding.journal import Conflict, Shrunk, append_decision, token_of
from ..coding.rows import records
from ..coding.standing import Decision
from .cards import proposition_of, tell
from .desk import Desk
from .panel import Json
from .wording import word_row

Draft = dict[str, str]


def record(desk: Desk, draft: Draft, *, force: bool) -> dict[str, Json]:
    """Write a decision and tell what the proposition is now; or that there is a conflict, or that decisions are gone.

    ``force`` writes over what the same coder decided in another window meanwhile.
    """
    path, known = desk.results.study.codings, desk.results.codings
    expected = None if force else token_of(known, draft)
    try:
        append_decision(path, draft, expected=expected, known=len(known))
    except Conflict as conflict:
        desk.reread_codings()
        return _conflict(desk, conflict.written, conflict.mine)
    except Shrunk as shrunk:
        return {"shrunk": {"had": shrunk.had, "has": shrunk.has, "file": path.name}}
    if draft["decision"] != WITHDRAW:
        desk.done.append(draft)
    desk.reread_codings()
    return tell_draft(desk, draft)


def repeat(desk: Desk, draft: Draft) -> dict[str, Json]:
    """Tell of a decision that the coder has made already, without writing it again; or of a conflict."""
    before = token_of(desk.results.codings, draft)
    desk.reread_codings()
    if token_of(desk.results.codings, draft) == before:
        return tell_draft(desk, draft) | {"again": True}
    own = [row for row in records(desk.results.codings) if row["coder"] == draft["coder"]]
    return _conflict(desk, {name: _cell(value) for name, value in own[-1].items()} if own else {}, draft)


def tell_draft(desk: Desk, draft: Draft) -> dict[str, Json]:
    """Tell what was decided and where, and the proposition as it is now; none where there is none any more."""
    now = _now(desk, draft)
    return {
        "decision": draft["decision"], "article": draft["article"], "start": int(draft["start"]),
        "end": int(draft["end"]), "quote": draft["quote"],
        "proposition": None if now is None else tell(desk, proposition_of(desk, now)),
    }  # fmt: skip


def is_standing(case: Case, vote: Decision, draft: Draft) -> bool:
    """Say whether a coder's standing decision on a case is what a draft says, note apart."""
    if vote.rejects or draft["decision"] == REJECT:
        return vote.rejects and draft["decision"] == REJECT
    place = vote.stretch.start, vote.stretch.end
    if vote.waits or place != (int(draft["start"]), int(draft["end"])):
        return False
    return all(draft[name] == _cell(case.value(vote, name)) for name in DECIDED)


def was_looked_at(desk: Desk, stretch: Stretch) -> bool:
    """Say whether the coder at work said that there is no motive of the stretch's holder in it."""
    return any(
        one.coder == desk.coder.name and one.stretch.covers(stretch) and one.stretch.holder in ("", stretch.holder)
        for one in desk.coded.laid.looked
    )


def _conflict(desk: Desk, theirs: Mapping[str, str], mine: Mapping[str, str]) -> dict[str, Json]:
    return {"conflict": {"theirs": word_row(desk, theirs), "mine": word_row(desk, mine)}}


def _now(desk: Desk, draft: Mapping[str, str]) -> str | None:
    """The id that a decided proposition has now: that of its case; none where it is no more."""
    if draft["decision"] == NONE:
        return None
    if draft["proposition"] in desk.cases:
        return draft["proposition"]
    return next(
        (name for name, case in desk.cases.items() if case.row.get("proposition") == draft["proposition"]), None
    )


def _cell(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
