"""Deciding: what a coder does to a proposition in a widget becomes a row of codings.csv, and can be taken back."""

from collections.abc import Mapping

from ..coding.anchors import Stretch
from ..coding.cases import Case
from ..coding.decisions import ADD, DECIDED, FLAGS, NONE, REJECT, WITHDRAW
from ..coding.drafts import Selection, new_decision
from ..coding.journal import Conflict, append_decision, token_of
from ..errors import InputError
from .cards import own_view, proposition_of, tell
from .desk import Coder, Desk
from .panel import Answer, Asked, Json
from .selections import refuse_a_second, selected, suggest
from .signs import FLAGS as FLAGS_TOLD

_LONGEST_NAME = 60
_KINDS = ("accept", REJECT, "relabel")
Draft = dict[str, str]


def deciding(desk: Desk) -> dict[str, Answer]:
    """Give the answers of a page that codes: "coder", "decide", "suggest", "add", "none", "undo"."""
    return {
        "coder": lambda asked: sit_down(desk, asked),
        "decide": lambda asked: decide(desk, asked),
        "suggest": lambda asked: suggest(desk, asked),
        "add": lambda asked: add(desk, asked),
        "none": lambda asked: find_none(desk, asked),
        "undo": lambda asked: undo(desk, asked),
    }


def sit_down(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Let the coder of that ``name`` begin, ``blind`` to the others or not; without a name, say who codes."""
    if asked.has("name"):
        name = " ".join(asked.text("name").split())
        if len(name) > _LONGEST_NAME or not name.isprintable():
            raise InputError(f"that is no name for a coder; write at most {_LONGEST_NAME} letters")
        if asked.flag("blind", False) and not name:
            raise InputError("write your name first; blind, you see the rules and your own decisions")
        coder = Coder(name, asked.flag("blind", False))
        if coder != desk.coder:
            desk.sit_down(coder)
    return {"name": desk.coder.name, "blind": desk.coder.blind, "done": len(desk.done)}


def decide(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Decide on a ``proposition``: "accept", "reject", or "relabel" with what changes (``start`` and ``end`` too).

    What is kept is written as it is shown, with the changes: "accept" where that is what the rules say, else "relabel".
    A decision that the same coder made in another window meanwhile is not overwritten: the answer is then a conflict,
    unless ``force`` is set.
    """
    row, name = proposition_of(desk, asked.text("proposition")), _name(desk)
    case = desk.cases[row.proposition]
    kind, values = asked.text("decision"), _values(desk, asked)
    if kind not in _KINDS:
        raise InputError(f'"{kind}" is nothing to decide on a proposition; it is {", ".join(_KINDS)}')
    own = next((vote for vote in case.votes if vote.coder == name), None)
    draft = new_decision(own_view(desk, row), kind, coder=name, articles=desk.results.sources.articles, **values)
    if kind != REJECT:
        draft["decision"] = ADD if not case.row and own else "accept" if _is_as_found(case, draft) else "relabel"
    return _append(desk, draft, force=asked.flag("force", False))


def add(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Add a proposition that the rules missed: a selection, its ``holder``, and its fields."""
    holder = desk.results.study.actor(asked.text("holder")).name
    stretch = selected(desk, asked, holder)
    refuse_a_second(desk, stretch)
    values = {"holder": holder, **dict.fromkeys(FLAGS, False), **_values(desk, asked)}
    return _append(desk, _draft(desk, stretch, ADD, **values), force=asked.flag("force", False))


def find_none(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Say that a sentence (``article``, ``start``, ``end``) was looked at and holds no motive of the ``holder``."""
    holder = desk.results.study.actor(asked.text("holder", desk.results.actor)).name
    draft = _draft(desk, selected(desk, asked, holder), NONE, holder=holder)
    return _append(desk, draft, force=asked.flag("force", False))


def undo(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Take back the last decision that was made at this desk and not taken back yet, by whoever codes now.

    Where there is none, it is the coder's decision on the ``proposition`` shown, made in an earlier session.
    """
    name = _name(desk)
    last = next((draft for draft in reversed(desk.done) if draft["coder"] == name), None) or _earlier(desk, asked)
    if last is None:
        raise InputError(f"{name} has decided nothing here; there is nothing to take back")
    place = {"start": int(last["start"]), "end": int(last["end"])}
    draft = new_decision({**last, **place}, WITHDRAW, coder=name, articles=desk.results.sources.articles)
    answer = _append(desk, draft | {"proposition": last["proposition"]}, force=False)
    if "conflict" not in answer and last in desk.done:
        desk.done.remove(last)
    return answer


def _earlier(desk: Desk, asked: Asked) -> Draft | None:
    """The coder's standing decision on the proposition that is shown, as a row of the codings, where it stands now."""
    case = desk.cases.get(asked.text("proposition", ""))
    own = next((vote for vote in case.votes if vote.coder == desk.coder.name), None) if case else None
    if own is None:
        return None
    row = desk.coded.codings.loc[own.number].to_dict()
    return row | vars(own.stretch) | {"proposition": row["proposition"] or str(case.row.get("proposition", ""))}


def _append(desk: Desk, draft: Draft, *, force: bool) -> dict[str, Json]:
    """Write a decision, lay all decisions anew, and tell what the proposition is now; or that there is a conflict."""
    expected = None if force else token_of(desk.results.codings, draft)
    try:
        append_decision(desk.results.study.codings, draft, expected=expected)
    except Conflict as conflict:
        desk.reread_codings()
        return {"conflict": {"theirs": _worded(desk, conflict.written), "mine": _worded(desk, conflict.mine)}}
    if draft["decision"] != WITHDRAW:
        desk.done.append(draft)
    desk.reread_codings()
    now = _now(desk, draft)
    return {
        "decision": draft["decision"], "article": draft["article"], "start": int(draft["start"]),
        "end": int(draft["end"]), "quote": draft["quote"],
        "proposition": None if now is None else tell(desk, proposition_of(desk, now)),
    }  # fmt: skip


def _now(desk: Desk, draft: Mapping[str, str]) -> str | None:
    """The id that a decided proposition has now: that of its case; none where it is no more."""
    if draft["proposition"] in desk.cases:
        return draft["proposition"]
    return next(
        (name for name, case in desk.cases.items() if case.row.get("proposition") == draft["proposition"]), None
    )


def _name(desk: Desk) -> str:
    if not desk.coder.name:
        raise InputError("write your name into the field Coder first; every decision is kept under its coder's name")
    return desk.coder.name


def _values(desk: Desk, asked: Asked) -> dict[str, str | bool | int]:
    """The fields that were sent, those that a decision may name; a voice of the outlet's own has no source."""
    values: dict[str, str | bool | int] = {
        name: asked.flag(name) if name in FLAGS else asked.text(name) for name in DECIDED if asked.has(name)
    }
    values |= {name: asked.number(name) for name in ("start", "end") if asked.has(name) and asked.has("proposition")}
    codes = desk.results.study.motives.codes
    if "category" in values and values["category"] not in codes:
        raise InputError(f'"{values["category"]}" is no code of motives.yaml; known codes: {", ".join(codes)}')
    if values.get("voice") == "outlet":
        values["source"] = ""
    return values | ({"note": asked.text("note")} if asked.has("note") else {})


def _is_as_found(case: Case, draft: Draft) -> bool:
    """Whether a decision keeps a proposition as the rules have it, words and fields."""
    if not case.row or (int(draft["start"]), int(draft["end"])) != (case.row["start"], case.row["end"]):
        return False
    return all(draft[name] == (str(v).lower() if name in FLAGS else v) for name, v in _of_rules(case).items())


def _of_rules(case: Case) -> dict[str, str | bool]:
    return {name: bool(case.row[name]) if name in FLAGS else str(case.row[name]) for name in DECIDED}


def _draft(desk: Desk, stretch: Stretch, decision: str, **values: str | bool) -> Draft:
    selection = Selection(stretch.article, stretch.start, stretch.end)
    articles = desk.results.sources.articles
    return new_decision(selection, decision, coder=_name(desk), articles=articles, **values)


def _worded(desk: Desk, row: Mapping[str, str]) -> str:
    """A row of codings.csv in words."""
    label = desk.results.study.motives.label(row.get("category", ""))
    flags = [told for field, told in FLAGS_TOLD.items() if row.get(field) == "true"]
    said = [row.get("decision", ""), label, row.get("voice", ""), *flags, row.get("time", "")]
    return ", ".join(one for one in said if one) or "nothing"
