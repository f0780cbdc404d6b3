"""Memos of an article, read and written in a widget: what coders note on it as a whole."""

from pathlib import Path

from ..coding.memos import append_memo, latest_memos, read_memos
from ..errors import InputError
from .desk import Desk
from .panel import Answer, Asked, Json

_LONGEST = 5_000


def remembering(desk: Desk) -> dict[str, Answer]:
    """Give the answer "memo": an article's memos, after a new one is written where ``text`` is sent."""
    return {"memo": lambda asked: memos_of(desk, asked)}


def memos_of(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Give the memos on an ``article``: the coder's own, and the others' unless the coder is blind to them."""
    article, coder = desk.article(asked.text("article")), desk.coder
    if asked.has("text"):
        text = asked.text("text").strip()
        if not coder.name:
            raise InputError("write your name into the field Coder first; every memo is kept under its coder's name")
        if len(text) > _LONGEST:
            raise InputError(f"a memo has at most {_LONGEST:,} letters, and this one has {len(text):,}; shorten it")
        append_memo(_file(desk), article, text, coder=coder.name)
    known = latest_memos(read_memos(_file(desk)), desk.results.sources.articles)
    own = known[known["article"] == article["article"]]
    texts = dict(zip(own["coder"], own["text"], strict=True))
    return {
        "coder": coder.name,
        "article": article["article"],
        "mine": texts.get(coder.name, ""),
        "others": [] if coder.blind else [[name, text] for name, text in texts.items() if name != coder.name],
    }


def _file(desk: Desk) -> Path:
    return desk.results.study.codings.with_name("memos.csv")
