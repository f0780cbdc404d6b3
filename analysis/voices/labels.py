"""Labels: speech marked by a name and a colon, or by a dash and a name, without any verb.

Poll: Voters tired of promises.      MODERATOR: Shall we start?      "We will stay." — Ana Ruiz, 24
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from statistics import mean

from ..parse import ParsedArticle, ParsedSentence
from . import beings
from .clauses import Stretch
from .quotations import Quotation, Quotations
from .rules import Piece

_LONGEST = 5
_NAME = r"[A-Z][\w.'’-]*(?:[^\S\n]+[A-Z][\w.'’-]*){0,4}"
_SIGNATURE = re.compile(rf"\s{{0,3}}(--|[–—―-])[^\S\n]*({_NAME})[^\S\n]*(?:,[^\n]{{0,80}})?(?:\n|$)")
_MOSTLY = 0.6  # of somebody's turns end in a question mark
_CLOSING = " \t\n\r\"'’”)"
_ASKS = frozenset(["Q", "QUESTION", "INTERVIEWER"])
_FINITE = ("VBZ", "VBP", "VBD", "MD")


def label_of(sentence: ParsedSentence) -> Stretch | None:
    """Give the words before a colon at the head of a sentence, if they can name a speaker: short and without verb."""
    if ":" not in sentence.text:
        return None
    doc = sentence.doc
    first = 1 if len(doc) and doc[0].text in ('"', "'") else 0
    colon = next((t.i for t in doc[first : first + _LONGEST + 1] if t.text == ":"), None)
    if colon is None or colon == first or colon + 1 >= len(doc):
        return None
    named = all(t.text[:1].isupper() or t.text in (".", "'s", "and", "of", "the", "&", "-") for t in doc[first:colon])
    return (first, colon) if named else None


def says_something(sentence: ParsedSentence, label: Stretch) -> bool:
    """Say whether what stands after a label is a clause."""
    return any(t.tag_ in _FINITE or t.dep_ == "ROOT" for t in sentence.doc[label[1] + 1 :])


def is_speaker(sentence: ParsedSentence, label: Stretch) -> bool:
    """Say whether a label is a kind of speaker: analysts, a poll."""
    return sentence.doc[label[1] - 1].lemma_.lower() in beings.COLLECTIVES | beings.REPORTS


def signatures(text: str, quotations: Quotations) -> Iterator[tuple[Quotation, Piece, Piece]]:
    """Give the quotations that a dash and a name sign at the end of a line: (quotation, dash, name)."""
    for quotation in quotations.found:
        match = _SIGNATURE.match(text, quotation.end)
        if match:
            start, end = match.span(2)
            yield quotation, match.span(1), (start, start + len(text[start:end].rstrip(". ")))


def pull_quotes(article: ParsedArticle) -> Iterator[tuple[int, Stretch]]:
    """Give the lines that the next line signs with a name and an office: (sentence of the line, name)."""
    for number, (line, signed) in enumerate(zip(article.sentences, article.sentences[1:], strict=False)):
        if not (line.heading and signed.heading and "," in signed.text):
            continue
        if any(t.tag_ in _FINITE for t in signed.doc):
            continue
        comma = next((t.i for t in signed.doc[: _LONGEST + 1] if t.text == ","), 0)
        name = signed.doc[:comma]
        if comma > 1 and all(t.text[:1].isupper() for t in name) and any(t.tag_ in _FINITE for t in line.doc):
            yield number, (0, comma)


def transcript_turns(article: ParsedArticle) -> Iterator[tuple[int, Stretch, int]]:
    """Yield the turns of a transcript that are not questions: (sentence of the label, the label, last sentence).

    A turn begins a paragraph with a name in capitals, or with a name that comes twice or more as at least one other
    does, and goes on to the next name, the last one to the end of its paragraph. Where no name comes twice it is no
    transcript but a dateline or a notice. In an interview the turns of the one who asks are the outlet's own words.
    """
    labelled = _turn_labels(article)
    turns = [
        (number, label, labelled[turn][0] - 1 if turn < len(labelled) else _paragraph_end(article, number))
        for turn, (number, label) in enumerate(labelled, 1)
    ]
    asking = _who_asks(article, turns)
    for number, label, last in turns:
        if _name(article, number, label) not in asking:
            yield number, label, last


def _turn_labels(article: ParsedArticle) -> list[tuple[int, Stretch]]:
    """The labels that begin turns, by sentence: those in capitals, else names of which two or more come again."""
    first = [
        number
        for number, sentence in enumerate(article.sentences)
        if ":" in sentence.text and (not number or sentence.paragraph != article.sentences[number - 1].paragraph)
    ]
    labels = [(number, label) for number in first if (label := label_of(article.sentences[number]))]
    capitals = [one for one in labels if _in_capitals(article.sentences[one[0]].text.partition(":")[0])]
    again = Counter(_name(article, *one) for one in capitals)
    if again and max(again.values()) > 1:
        return capitals
    again = Counter(_name(article, *one) for one in labels)
    spoken = {name for name, times in again.items() if times > 1}
    return [one for one in labels if _name(article, *one) in spoken] if len(spoken) > 1 else []


def _in_capitals(name: str) -> bool:
    return name == name.upper() != name.lower()


def _name(article: ParsedArticle, number: int, label: Stretch) -> str:
    return article.sentences[number].doc[slice(*label)].text


def _who_asks(article: ParsedArticle, turns: Sequence[tuple[int, Stretch, int]]) -> set[str]:
    """The one of two whose turns are questions, while the other's are not; ``Q`` always asks.

    Among three or more whoever asks may be a guest or chair, as in a debate. Whom the text names elsewhere too is
    somebody that it reports on, and turns in quotation marks are quoted from another's programme.
    """
    questions: dict[str, list[bool]] = defaultdict(list)
    for number, label, last in turns:
        questions[_name(article, number, label)].append(article.sentences[last].text.rstrip(_CLOSING).endswith("?"))
    asking = {name for name, asked in questions.items() if mean(asked) >= _MOSTLY and not _is_named(article, name)}
    answering = len(questions) == 2 and any(mean(asked) < 1 - _MOSTLY for asked in questions.values())
    quoted = any(label[0] for _, label, _ in turns)
    return {name for name in questions if name.upper() in _ASKS} | (asking if answering and not quoted else set())


def _is_named(article: ParsedArticle, name: str) -> bool:
    """Say whether a name stands anywhere but before a colon."""
    return bool(re.search(rf"\b{re.escape(name)}\b(?!\s*:)", article.text, re.IGNORECASE))


def _paragraph_end(article: ParsedArticle, number: int) -> int:
    paragraph = article.sentences[number].paragraph
    while number + 1 < len(article.sentences) and article.sentences[number + 1].paragraph == paragraph:
        number += 1
    return number
