"""Selections: the words that a coder selected in an article, and what a proposition made of them would be."""

import unicodedata

import pandas as pd

from ..coding.anchors import Stretch
from ..errors import InputError
from ..motives.categories import categorizer_of
from ..voices import voices_of_spans
from .desk import Desk
from .panel import Asked, Json

_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


def selected(desk: Desk, asked: Asked, holder: str) -> Stretch:
    """Give the stretch that was selected, without the blanks around it; raises InputError where it holds no words."""
    article, start, end = asked.text("article"), asked.number("start"), asked.number("end")
    text = str(desk.article(article)["text"])[max(0, start) : max(0, end)]
    if not text.strip():
        raise InputError("no words are selected; select some in the text first")
    start = max(0, start) + len(text) - len(text.lstrip())
    return Stretch(article, *whole_words(str(desk.article(article)["text"]), start, start + len(text.strip())), holder)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a stretch out to the edges of the words in which it begins and ends.

    In scripts that set no blanks between words it stays as it is.
    """
    while 0 < start < end and _in_a_word(text, start):
        start -= 1
    while start < end < len(text) and _in_a_word(text, end):
        end += 1
    return start, end


def _in_a_word(text: str, place: int) -> bool:
    """Whether the letters on both sides of a place belong to one word."""
    return all(_is_letter(sign) for sign in text[place - 1 : place + 1])


def _is_letter(sign: str) -> bool:
    return (sign.isalnum() or unicodedata.category(sign)[0] == "M") and not unicodedata.name(sign, "").startswith(
        _UNSPACED
    )


def suggest(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Say of a selection (``article``, ``start``, ``end``) what an added proposition would be: its words, code, voice.

    Raises InputError where there is a proposition of the ``holder`` already: one place holds one.
    """
    holder = desk.results.study.actor(asked.text("holder", desk.results.actor)).name
    stretch = selected(desk, asked, holder)
    refuse_a_second(desk, stretch)
    article = desk.article(stretch.article)
    quote = str(article["text"])[stretch.start : stretch.end]
    sentence = _sentence(desk, stretch)
    spans = pd.DataFrame([(stretch.article, stretch.start, stretch.end)], columns=["article", "start", "end"])
    said = voices_of_spans(desk.speech(holder), spans).iloc[0]
    category = categorizer_of(desk.results.study.codebook).categorize(quote, sentence=sentence).category
    return {
        "article": stretch.article, "start": stretch.start, "end": stretch.end, "quote": quote, "holder": holder,
        "category": category, "voice": str(said["voice"]), "source": str(said["source"] or ""), "kind": "goal",
    }  # fmt: skip


def refuse_a_second(desk: Desk, stretch: Stretch) -> None:
    """Raise InputError where a selection would be taken for a proposition of its holder that is there already."""
    for row in desk.rows("propositions", desk.propositions, stretch.article).itertuples():
        if stretch.shared(Stretch(row.article, row.start, row.end, row.holder)):
            there = f'{stretch.holder} has a proposition there already, "{row.evidence}"'
            raise InputError(f"{there}: choose it, and change its words with s")


def _sentence(desk: Desk, stretch: Stretch) -> str:
    own = desk.rows("sentences", desk.results.sentences, stretch.article)
    inside = own[(own["start"] < stretch.end) & (own["end"] > stretch.start)]
    text = str(desk.article(stretch.article)["text"])
    return text[inside["start"].min() : inside["end"].max()] if len(inside) else ""
