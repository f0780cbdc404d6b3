"""Statements without a verb: turns of a transcript, headlines with a label, signed quotations and pull quotes."""

from bisect import bisect_right
from collections.abc import Iterator

from ..parse import ParsedArticle, ParsedSentence
from .clauses import Stretch
from .labels import label_of, says_something, signatures, transcript_turns
from .quotations import Quotations
from .rules import Piece, Statement, place, trim


def turns(article: ParsedArticle) -> Iterator[Statement]:
    """Give the turns of a transcript, a piece a paragraph."""
    for number, label, last in transcript_turns(article):
        sentence = article.sentences[number]
        pieces = [(sentence.span(sentence.doc[label[1] + 1])[0], sentence.end)]
        paragraph = sentence.paragraph
        for following in article.sentences[number + 1 : last + 1]:
            if following.paragraph == paragraph:
                pieces[-1] = (pieces[-1][0], following.end)
            else:
                pieces.append((following.start, following.end))
            paragraph = following.paragraph
        yield _labelled(sentence, number, label, tuple(pieces), "turn")


def signed_quotations(article: ParsedArticle, quotations: Quotations) -> Iterator[tuple[Statement, int]]:
    """Give the quotations with a dash and a name after them, each with the place where the name ends."""
    starts = [sentence.start for sentence in article.sentences]
    for quotation, dash, name in signatures(article.text, quotations):
        number = max(0, bisect_right(starts, quotation.start) - 1)
        yield Statement(((quotation.start, quotation.end),), name, dash, "speech", "signature", number), name[1]


def signed_line(article: ParsedArticle, number: int, name: Stretch) -> Statement:
    """Give the pull quote of a line set apart, with a name and an office on the next."""
    line, signed = article.sentences[number], article.sentences[number + 1]
    source = place(signed, name)
    return Statement(((line.start, line.end),), source, source, "speech", "pull quote", number + 1, name[1] - 1)


def headline_label(sentence: ParsedSentence) -> Stretch | None:
    """Give the label of a headline that may be of the form "Minister: No talks", with a clause after the colon."""
    label = label_of(sentence) if sentence.heading or not sentence.position else None
    return label if label is not None and says_something(sentence, label) else None


def labelled_headline(sentence: ParsedSentence, label: Stretch) -> Iterator[Statement]:
    """Give what a headline's label says."""
    piece = trim(sentence, (label[1] + 1, len(sentence.doc)))
    if piece:
        yield _labelled(sentence, sentence.position, label, (piece,), "headline")


def _labelled(sentence: ParsedSentence, number: int, label: Stretch, pieces: tuple[Piece, ...], rule: str) -> Statement:
    source = place(sentence, label)
    cue = sentence.span(sentence.doc[label[1]])
    return Statement(pieces, source, cue, "speech", rule, number, label[1] - 1)
