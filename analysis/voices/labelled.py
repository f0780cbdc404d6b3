"""Statements without a verb: turns of a transcript, headlines with a label, signed quotations and pull quotes."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ..parse import ParsedArticle, ParsedSentence
from .clauses import Stretch
from .labels import is_speaker, label_of, pull_quotes, signatures, transcript_turns
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


def signed_quotations(article: ParsedArticle, quotations: Quotations) -> Iterator[Statement]:
    """Give the quotations with a dash and a name after them."""
    starts = [sentence.start for sentence in article.sentences]
    for quotation, dash, name in signatures(article.text, quotations):
        number = max(0, bisect_right(starts, quotation.start) - 1)
        yield Statement(((quotation.start, quotation.end),), name, dash, "speech", "signature", number)


def signed_lines(article: ParsedArticle) -> Iterator[Statement]:
    """Give the pull quotes: a line set apart, with a name and an office on the next."""
    for number, name in pull_quotes(article):
        line, signed = article.sentences[number], article.sentences[number + 1]
        source = place(signed, name)
        yield Statement(((line.start, line.end),), source, source, "speech", "pull quote", number + 1, name[1] - 1)


def labelled_headlines(article: ParsedArticle, found: Sequence[Statement]) -> Iterator[Statement]:
    """Give the headlines of the form "Minister: No talks", where the label is known as a speaker."""
    turn = {s.sentence for s in found if s.rule == "turn"}
    speakers = {article.text[s.source[0] : s.source[1]].split()[-1].lower() for s in found if s.source}
    for number, sentence in enumerate(article.sentences):
        label = label_of(sentence) if number not in turn and (not number or sentence.heading) else None
        if label and is_speaker(sentence.doc, label, speakers=speakers):
            piece = trim(sentence, (label[1] + 1, len(sentence.doc)))
            yield from [_labelled(sentence, number, label, (piece,), "headline")] if piece else []


def _labelled(sentence: ParsedSentence, number: int, label: Stretch, pieces: tuple[Piece, ...], rule: str) -> Statement:
    source = place(sentence, label)
    cue = sentence.span(sentence.doc[label[1]])
    return Statement(pieces, source, cue, "speech", rule, number, label[1] - 1)
