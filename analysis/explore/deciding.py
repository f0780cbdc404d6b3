"""Deciding: what a coder does to a proposition in a widget becomes a row of codings.csv, and can be taken back."""

from collections.abc import Mapping

from ..coding.anchors import Stretch
from ..coding.cases import Case
from ..coding.decisions import ADD, DECIDED, FLAGS, NONE, REJECT, WITHDRAW
from ..coding.drafts import Selection, new_decision
from ..coding.rows import records
from ..coding.standing import Decision
from ..errors import InputError
from .cards import note_of, own_view, proposition_of
from .desk import Coder, Desk
from .panel import Answer, Asked, Json
from .recording import Draft, is_standing, record, repeat, was_looked_at
from .selections import refuse_a_second, selected, suggest, whole_words
from .wording import alike

_LONGEST_NAME = 60
_LONGEST_SOURCE = 200
_KINDS = ("accept", REJECT, "relabel")


def deciding(desk: Desk) -> dict[str, Answer]:
    """Give the answers of a page that codes: "coder", "decide", "suggest", "add", "none", "undo", "reread"."""
    return {
        "coder": lambda asked: sit_down(desk, asked),
        "decide": lambda asked: decide(desk, asked),
        "suggest": lambda asked: suggest(desk, asked),
        "add": lambda asked: add(desk, asked),
        "none": lambda asked: find_none(desk, asked),
        "undo": lambda asked: undo(desk, asked),
        "reread": lambda _: reread(desk),
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
    What the coder has decided already, with the same note, is not written again.
    A decision that the same coder made in another window meanwhile is not overwritten: the answer is then a conflict,
    unless ``force`` is set.
    """
    row, name = proposition_of(desk, asked.text("proposition")), _name(desk)
    case, kind = desk.cases[row.proposition], asked.text("decision")
    if kind not in _KINDS:
        raise InputError(f'"{kind}" is nothing to decide on a proposition; it is {", ".join(_KINDS)}')
    own, draft = _own(desk, case), _on_proposition(desk, asked, row, kind)
    if kind != REJECT:
        draft["decision"] = ADD if not case.row and own else "accept" if _is_as_found(case, draft) else "relabel"
    if own is not None and is_standing(case, own, draft) and draft["note"] in ("", note_of(desk, own)):
        answer = repeat(desk, draft)
    else:
        answer = record(desk, draft, force=asked.flag("force", False))
    return answer | ({"as": _same_as(desk, answer, name)} if kind == "accept" else {})


def _on_proposition(desk: Desk, asked: Asked, row: tuple, kind: str) -> Draft:
    """The draft of a decision on a proposition, its words out to the edges of words."""
    values, view = _values(desk, asked), own_view(desk, row)
    if "start" in values or "end" in values:
        text = str(desk.article(row.article)["text"])
        start, end = (int(values.get(name, view[name])) for name in ("start", "end"))
        values["start"], values["end"] = whole_words(text, start, end) if 0 <= start < end else (start, end)
    if values.get("voice", view["voice"]) == "outlet":
        if values.get("source"):
            raise InputError("the outlet’s own voice has no source; choose another voice first (v)")
        values["source"] = ""
    return new_decision(view, kind, coder=_name(desk), articles=desk.results.sources.articles, **values)


def _own(desk: Desk, case: Case) -> Decision | None:
    """The standing decision of the coder at work on a case."""
    return next((vote for vote in case.votes if vote.coder == desk.coder.name), None)


def _same_as(desk: Desk, answer: Mapping[str, Json], name: str) -> str:
    """Of what was accepted otherwise than the rules have it: the coder who has it so."""
    told = answer.get("proposition")
    if answer.get("decision") != "relabel" or not isinstance(told, Mapping):
        return ""
    case = desk.cases[str(told["proposition"])]
    own = next((vote for vote in case.keeping if vote.coder == name), None)
    return alike(case, own) if own else ""


def add(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Add a proposition that the rules missed: a selection, its ``holder``, and its fields."""
    holder = desk.results.study.actor(asked.text("holder")).name
    stretch = selected(desk, asked, holder)
    refuse_a_second(desk, stretch)
    values = {"holder": holder, **dict.fromkeys(FLAGS, False), **_values(desk, asked)}
    return record(desk, _draft(desk, stretch, ADD, **values), force=asked.flag("force", False))


def find_none(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Say that a sentence (``article``, ``start``, ``end``) was looked at and holds no motive of the ``holder``."""
    holder = desk.results.study.actor(asked.text("holder", desk.results.actor)).name
    draft = _draft(desk, stretch := selected(desk, asked, holder), NONE, holder=holder)
    if was_looked_at(desk, stretch):
        return repeat(desk, draft)
    return record(desk, draft, force=asked.flag("force", False))


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
    answer = record(desk, draft | {"proposition": last["proposition"]}, force=False)
    if "conflict" not in answer and last in desk.done:
        desk.done.remove(last)
    return answer


def reread(desk: Desk) -> dict[str, Json]:
    """Go on with what codings.csv has now, where decisions that were known are gone from it."""
    desk.reread_codings()
    times = {(row["coder"], row["time"]) for row in records(desk.results.codings)}
    desk.done[:] = [draft for draft in desk.done if (draft["coder"], draft["time"]) in times]
    return {"decisions": len(desk.results.codings)}


def _earlier(desk: Desk, asked: Asked) -> Draft | None:
    """The coder's standing decision on the proposition that is shown, as a row of the codings, where it stands now."""
    case = desk.cases.get(asked.text("proposition", ""))
    own = next((vote for vote in case.votes if vote.coder == desk.coder.name), None) if case else None
    if own is None:
        return None
    row = desk.coded.codings.loc[own.number].to_dict()
    return row | vars(own.stretch) | {"proposition": row["proposition"] or str(case.row.get("proposition", ""))}


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
    if "source" in values:
        values["source"] = " ".join(str(values["source"]).split())
        if len(values["source"]) > _LONGEST_SOURCE:
            raise InputError(f"a source has at most {_LONGEST_SOURCE} letters; shorten it")
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
