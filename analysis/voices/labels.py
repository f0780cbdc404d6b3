"""Labels: speech marked by a name and a colon, or by a dash and a name, without any verb.

Poll: Voters tired of promises.      MODERATOR: Shall we start?      "We will stay." — Ana Ruiz, 24
"""

import re
from collections.abc import Iterator

from ..parse import ParsedArticle, ParsedSentence
from . import beings
from .clauses import Stretch
from .quotations import Quotation, Quotations
from .rules import Piece

_LONGEST = 5
_NAME = r"[A-Z][\w.'’-]*(?:[^\S\n]+[A-Z][\w.'’-]*){0,4}"
_SIGNATURE = re.compile(rf"\s{{0,3}}(--|[–—―-])[^\S\n]*({_NAME})[^\S\n]*(?:,[^\n]{{0,80}})?(?:\n|$)")
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
    """Give the turns of a transcript: (sentence of the label, the label, the last sentence of the turn).

    A turn begins with a name in capitals and goes on to the next name, the last one to the end of its paragraph.
    Where no name comes twice it is no transcript but a dateline or a notice.
    """
    labelled = list(_capital_labels(article))
    names = [article.sentences[number].doc[slice(*label)].text for number, label in labelled]
    if len(set(names)) == len(names):
        return
    for turn, (number, label) in enumerate(labelled, 1):
        yield number, label, labelled[turn][0] - 1 if turn < len(labelled) else _paragraph_end(article, number)


def _capital_labels(article: ParsedArticle) -> Iterator[tuple[int, Stretch]]:
    paragraph = None
    for number, sentence in enumerate(article.sentences):
        begins, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        before = sentence.text.partition(":")[0]
        label = label_of(sentence) if begins and before == before.upper() != before.lower() else None
        if label:
            yield number, label


def _paragraph_end(article: ParsedArticle, number: int) -> int:
    paragraph = article.sentences[number].paragraph
    while number + 1 < len(article.sentences) and article.sentences[number + 1].paragraph == paragraph:
        number += 1
    return number
