"""Statements: the attributions of an article as stretches of its text, with quotations made whole.

They are found passage by passage, as they are asked for.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from ..parse import ParsedArticle, ParsedSentence
from ..substrings import SubstringIndex
from .attributions import bare_attribution, find_attributions
from .clauses import Stretch
from .continuation import carried_on
from .labelled import headline_label, labelled_headline, signed_line, signed_quotations, turns
from .labels import is_speaker, pull_quotes
from .nesting import Cover, outermost
from .passages import Passage, Passages
from .places import Places
from .quotations import Quotation, Quotations, find_quotations
from .rules import Attribution, Statement, locate

_SCARE_WORDS = 4
Found = TypeVar("Found")


class Statements:
    """The statements of an article by passage, before it is resolved whose they are; each passage is read once."""

    def __init__(self, article: ParsedArticle) -> None:
        self.article = article
        self.quotations = find_quotations(article)
        self.places = Places(article)
        self._turns = _by_sentence((turn.sentence, turn) for turn in turns(article))
        self._signed = _by_sentence((one[0].sentence, one) for one in signed_quotations(article, self.quotations))
        self._lines = _by_sentence((line[0], line) for line in pull_quotes(article))
        self.passages = Passages(article, self.quotations, self.places, self._joined())
        self._plain: dict[int, list[Statement]] = {}
        self._whole: dict[int, list[Statement]] = {}
        self._speaking: dict[str, bool] = {}

    def of(self, passage: int) -> list[Statement]:
        """Give the statements of a passage in text order."""
        if passage not in self._whole:
            bounds = self.passages.found[passage]
            found = self._without_headlines(passage)
            found = outermost([*found, *self._headlines(bounds, found)], self.article.text)
            self._whole[passage] = carried_on(found, self.article, self._quotations_in(bounds), self.places)
        return self._whole[passage]

    def _without_headlines(self, passage: int) -> list[Statement]:
        if passage not in self._plain:
            bounds = self.passages.found[passage]
            sentences = range(bounds.first, bounds.end)
            self.article.read(sentences)
            found = [turn for number in sentences for turn in self._turns.get(number, ())]
            transcript = Cover(piece for s in found for piece in s.pieces)
            for number in sentences:
                sentence = self.article.sentences[number]
                if not transcript.holds((sentence.end - 1, sentence.end)):
                    found += _in_sentence(self.article, number, sentence, self.quotations)
            found += [signed for number in sentences for signed, _ in self._signed.get(number, ())]
            found += [signed_line(self.article, *line) for number in sentences for line in self._lines.get(number, ())]
            self._plain[passage] = outermost(found, self.article.text)
        return self._plain[passage]

    def _headlines(self, bounds: Passage, found: list[Statement]) -> Iterator[Statement]:
        """The headlines with a label before a colon that names a kind of speaker, or who speaks in the article."""
        turn = {s.sentence for s in found if s.rule == "turn"}
        for number in range(bounds.first, bounds.end):
            sentence = self.article.sentences[number]
            label = headline_label(sentence) if number not in turn else None
            if label is not None and (is_speaker(sentence, label) or self._speaks(sentence, label)):
                yield from labelled_headline(sentence, label)

    def _speaks(self, sentence: ParsedSentence, label: Stretch) -> bool:
        """Whether the name before a colon is a speaker's elsewhere, which takes reading the whole article."""
        name = sentence.doc[label[1] - 1].lower_
        if name not in self._speaking:
            self._speaking[name] = self._stands_twice(name) and name in self._last_names
        return self._speaking[name]

    def _stands_twice(self, name: str) -> bool:
        lines = (self._lines_in_small_letters[number] for number in self._words_of_lines.candidates(name))
        return sum(line.count(name) for line in lines) > 1

    @cached_property
    def _lines_in_small_letters(self) -> list[str]:
        return self.article.text.lower().split("\n")

    @cached_property
    def _words_of_lines(self) -> SubstringIndex:
        return SubstringIndex(self._lines_in_small_letters)

    @cached_property
    def _last_names(self) -> set[str]:
        self.article.read(range(len(self.article.sentences)))
        every = (s for passage in range(len(self.passages.found)) for s in self._without_headlines(passage))
        return {_last_name(self.article, s) for s in every if s.source}

    def _quotations_in(self, bounds: Passage) -> Quotations:
        first, last = self.article.sentences[bounds.first], self.article.sentences[bounds.end - 1]
        return Quotations(tuple(self.quotations.overlapping(first.start, last.end)))

    def _joined(self) -> Iterator[tuple[int, int]]:
        """The pairs of sentences that a turn, a signature or a signed line joins."""
        for turn in chain.from_iterable(self._turns.values()):
            yield turn.sentence, self.places.sentence(turn.pieces[-1][1] - 1)
        for signed, end in chain.from_iterable(self._signed.values()):
            yield signed.sentence, self.places.sentence(end - 1)
        for number in self._lines:
            yield number, number + 1


def _by_sentence(found: Iterable[tuple[int, Found]]) -> dict[int, list[Found]]:
    """Return what stands at each sentence by its position, in the order given."""
    listed: dict[int, list[Found]] = {}
    for position, one in found:
        listed.setdefault(position, []).append(one)
    return listed


def kind_of(statement: Statement, quotations: Quotations) -> str:
    """Give the kind of a statement: direct, indirect or mixed for speech, by how much of it is quoted."""
    if statement.kind != "speech":
        return statement.kind
    if statement.rule == "turn":
        return "direct"
    quoted = sum(min(b, q.end) - max(a, q.start) for a, b in statement.pieces for q in quotations.overlapping(a, b))
    return "direct" if quoted > 0.9 * statement.length else "mixed" if quoted else "indirect"


def _last_name(article: ParsedArticle, statement: Statement) -> str:
    return article.text[slice(*statement.source)].split()[-1].lower()


def _in_sentence(
    article: ParsedArticle, number: int, sentence: ParsedSentence, quotations: Quotations
) -> Iterator[Statement]:
    if sentence.too_long or quotations.around(sentence.start, sentence.end) is not None:
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
