"""Queues: in what order a coder is led through a study, and how far they have come."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypedDict

from ..coding.agreement import disagreements
from ..coding.anchors import Stretch
from ..coding.cases import Case
from ..coding.sampling import most_instructive
from ..errors import InputError
from .desk import Desk
from .panel import Answer, Asked, Json
from .recording import was_looked_at
from .wording import FIELDS, word_values

_MOST = 500


class Item(TypedDict):
    """What a coder is to look at: a proposition by its id, or a sentence (no id); whether they have decided on it."""

    proposition: str
    article: str
    start: int
    end: int
    told: str
    done: bool


def queueing(desk: Desk) -> dict[str, Answer]:
    """Give the answers of a coding desk: "queue" (what to look at, in order) and "sentence" (one without a motive)."""
    return {"queue": lambda asked: line_up(desk, asked), "sentence": lambda asked: tell_sentence(desk, asked)}


def line_up(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Line up what to code for an ``actor`` in a ``queue``: at most 500, and how many there are.

    "teaching" has the rules' propositions that teach most first, "undecided" all of them in text order, "sentences"
    those in which the rules found none in random order, "reach" those among them that can speak of the actor,
    "disagreements" what coders decided differently. What is chosen says why.
    """
    actor = desk.results.study.actor(asked.text("actor", desk.results.actor)).name
    name = asked.text("queue", "teaching")
    if name not in QUEUES:
        raise InputError(f'"{name}" is no queue; known queues: {", ".join(QUEUES)}')
    items = list(QUEUES[name](desk, actor))
    waiting = [item for item in items if not item["done"]]
    shown = (waiting + [item for item in items if item["done"]] if name == "teaching" else items)[:_MOST]
    return {"queue": name, "items": shown, "total": len(items), "done": len(items) - len(waiting)}


def tell_sentence(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Give a sentence (``article``, ``start``, ``end``) with its place, and whether the coder found no motive in it."""
    article = desk.article(asked.text("article"))
    start, end = asked.number("start"), asked.number("end")
    before = desk.rows("sentences", desk.results.sentences, article["article"])
    number = int((before["start"] <= start).sum())
    stretch = Stretch(article["article"], start, end, asked.text("actor"))
    return {
        "article": article["article"], "outlet": article["outlet"], "start": start, "end": end,
        "text": str(article["text"])[start:end], "where": f"{article['title']}, s. {number}",
        "none": was_looked_at(desk, stretch), "done": _is_done(desk, stretch),
    }  # fmt: skip


def _teaching(desk: Desk, actor: str) -> Iterator[Item]:
    now = _now(desk)
    for row in most_instructive(desk.samples.teaching(actor), desk.coded.laid, coder=desk.coder.name).itertuples():
        if row.proposition in now:
            told = desk.samples.why_proposition(row)
            yield _item(now[row.proposition], told=told, done=bool(row.decided) and bool(desk.coder.name))


def _undecided(desk: Desk, actor: str) -> Iterator[Item]:
    table = desk.counted
    for row in table[table["holder"] == actor].itertuples():
        votes = desk.cases[row.proposition].votes
        yield _item(row, told="", done=any(vote.coder == desk.coder.name for vote in votes))


def _sentences(desk: Desk, actor: str, *, in_reach: bool = False) -> Iterator[Item]:
    added = _added(desk, actor)
    for row in desk.samples.sentences(actor, in_reach=in_reach).itertuples():
        stretch = Stretch(row.article, row.start, row.end, actor)
        yield {
            "proposition": "", "article": row.article, "start": int(row.start), "end": int(row.end),
            "told": desk.samples.why_sentence(row, actor, in_reach=in_reach),
            "done": _holds(stretch, added) or was_looked_at(desk, stretch),
        }  # fmt: skip


def _disagreements(desk: Desk, actor: str) -> Iterator[Item]:
    if desk.coder.blind:
        raise InputError("blind, you do not see what others decided; take the mark from “blind to others” first")
    now = _now(desk)
    for row in disagreements(desk.coded.laid, holder=actor, tell=partial(word_values, desk)).to_dict("records"):
        told = "; ".join(f"{name}: {said}" for name, said in row.items() if name.endswith(" says") and said)
        said = f"They differ in {', '.join(FIELDS[name] for name in row['differ'].split(', '))} — {told}"
        if row["proposition"] in now:
            yield _item(now[row["proposition"]], told=said, done=False)
        else:
            yield {
                "proposition": "", "article": row["article"], "start": int(row["start"]), "end": int(row["end"]),
                "told": said, "done": False,
            }  # fmt: skip


QUEUES: dict[str, Callable[[Desk, str], Iterator[Item]]] = {
    "teaching": _teaching, "sentences": _sentences, "reach": partial(_sentences, in_reach=True),
    "undecided": _undecided, "disagreements": _disagreements,
}  # fmt: skip


def _now(desk: Desk) -> dict[str, tuple]:
    """The rows as they are now, by the id that the rules gave them."""
    return {str(case.row["proposition"]): desk.by_id[name] for name, case in desk.cases.items() if case.row}


def _item(row: tuple, *, told: str, done: bool) -> Item:
    return {
        "proposition": row.proposition, "article": row.article, "start": int(row.start), "end": int(row.end),
        "told": told, "done": done,
    }  # fmt: skip


def _is_done(desk: Desk, stretch: Stretch) -> bool:
    """Whether the coder at work said of a sentence that it holds no motive of the actor, or added one there."""
    return was_looked_at(desk, stretch) or _holds(stretch, _added(desk, stretch.holder))


def _added(desk: Desk, actor: str) -> list[Stretch]:
    return [case.stretch for case in desk.coded.laid.cases if not case.row and _is_own(case, desk, actor)]


def _holds(sentence: Stretch, added: list[Stretch]) -> bool:
    return any(sentence.article == one.article and sentence.start <= one.start < sentence.end for one in added)


def _is_own(case: Case, desk: Desk, actor: str) -> bool:
    """Whether the coder at work keeps a proposition of the actor."""
    return case.stretch.holder == actor and any(vote.coder == desk.coder.name for vote in case.keeping)
