"""Statements: the attributions of an article as stretches of its text, with quotations made whole."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ..parse import ParsedArticle, ParsedSentence
from .attributions import bare_attribution, find_attributions
from .continuation import carried_on
from .labelled import labelled_headlines, signed_lines, signed_quotations, turns
from .nesting import Cover, outermost
from .quotations import Quotation, Quotations, find_quotations
from .rules import Attribution, Statement, locate
from .sources import Speakers

_SCARE_WORDS = 4


def find_statements(article: ParsedArticle) -> list[Statement]:
    """Give the statements of an article in text order."""
    quotations = find_quotations(article)
    found = list(turns(article))
    transcript = Cover(piece for s in found for piece in s.pieces)
    for number, sentence in enumerate(article.sentences):
        if not transcript.holds((sentence.end - 1, sentence.end)):
            found += _in_sentence(article, number, sentence, quotations)
    found += [*signed_quotations(article, quotations), *signed_lines(article)]
    found = outermost(found, article.text)
    found += labelled_headlines(article, found)
    found = carried_on(outermost(found, article.text), article, quotations)
    speakers = Speakers(article, quotations)
    named = [speakers.resolve(s) for s in found]
    return [replace(s, kind=_kind(s, quotations)) for s in named]


def _in_sentence(
    article: ParsedArticle, number: int, sentence: ParsedSentence, quotations: Quotations
) -> Iterator[Statement]:
    if quotations.around(sentence.start, sentence.end) is not None:
        return
    quoted = quoted_tokens(sentence, quotations, article.text)
    attributions = find_attributions(sentence.doc, quoted)
    for attribution in attributions:
        statement = locate(attribution, sentence, number)
        yield replace(statement, pieces=quotations.complete(statement.pieces))
    bare = bare_attribution(sentence.doc, quoted) if not attributions else None
    if bare is not None:
        yield from _of_bare(bare, article, number, quotations)


def _of_bare(bare: Attribution, article: ParsedArticle, number: int, quotations: Quotations) -> Iterator[Statement]:
    """A sentence that is nothing but "he asks." after a quotation, or "He added:" before another paragraph."""
    sentence = article.sentences[number]
    statement = locate(bare, sentence, number)
    before = quotations.ending_at(sentence.start)
    if sentence.doc[-1].text == ":" and number + 1 < len(article.sentences):
        following = article.sentences[number + 1]
        yield replace(statement, pieces=quotations.complete([(following.start, following.end)]))
    elif before is not None:
        yield replace(statement, pieces=((before.start, before.end),))


def quoted_tokens(sentence: ParsedSentence, quotations: Quotations, text: str) -> list[bool]:
    """Say of each token whether it stands in a quotation; a few quoted words are no speech of their own."""
    inside = quotations.overlapping(sentence.start, sentence.end)
    spans = [(q.start, q.end) for q in inside if not is_scare(q, text)]
    starts = [start for start, _ in spans]
    quoted = []
    for token in sentence.doc:
        place, _ = sentence.span(token)
        i = bisect_right(starts, place) - 1
        quoted.append(i >= 0 and place < spans[i][1])
    return quoted


def is_scare(quotation: Quotation, text: str) -> bool:
    """Say whether a quotation is a few words without end of a sentence, which may be a title or a scare quote."""
    inner = text[quotation.start + 1 : quotation.end - 1].strip()
    return len(inner.split()) < _SCARE_WORDS and not inner.endswith((".", ",", "!", "?"))


def _kind(statement: Statement, quotations: Quotations) -> str:
    if statement.kind != "speech":
        return statement.kind
    if statement.rule == "turn":
        return "direct"
    quoted = sum(min(b, q.end) - max(a, q.start) for a, b in statement.pieces for q in quotations.overlapping(a, b))
    return "direct" if quoted > 0.9 * statement.length else "mixed" if quoted else "indirect"
