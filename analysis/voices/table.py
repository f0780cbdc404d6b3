"""The table of voices: one row a contiguous piece of an attributed stretch."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pandas as pd

from ..parse import ParsedArticle
from ..study import Actor
from .marking import voice_of
from .overlaps import Overlaps
from .rules import Statement
from .sources import Speakers
from .statements import Statements, kind_of

NOT_SPEECH = ("thought", "intention")  # kinds that nobody says: told in the words of whoever tells them
VOICE_COLUMNS = [
    "article",
    "attribution",
    "start",
    "end",
    "source",
    "source_start",
    "source_end",
    "cue_start",
    "cue_end",
    "kind",
    "role",
]
_TYPES = (
    dict.fromkeys(["article", "source", "kind", "role"], "object")
    | dict.fromkeys(["attribution", "start", "end"], "int64")
    | dict.fromkeys(["source_start", "source_end", "cue_start", "cue_end"], "Int64")
)


class ArticleVoices:
    """Who says what in an article, read only where it is asked for."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._statements = Statements(article)
        self._speakers = Speakers(article, self._statements)
        self._pieces: dict[int, Overlaps] = {}
        self._kinds: dict[tuple[int, int], str] = {}

    def table(self) -> pd.DataFrame:
        """Give all voices of the article, as `find_voices` does."""
        self._article.read(range(len(self._article.sentences)))
        return self._table(self._all(range(len(self._statements.passages.found))))

    def over(self, spans: Sequence[tuple[int, int]]) -> pd.DataFrame:
        """Give the voices of the sentences that the spans stand in, columns as in `table`."""
        meeting = self._meeting(spans)
        return self._table((passage, number) for passage, numbers in meeting for number in sorted(numbers))

    def attributed_spans(self, start: int, end: int, actor: Actor) -> list[tuple[int, int, str]]:
        """Return (start, end, voice) of the attributed spans that meet a span, the outer before the inner.

        The voice is as the actor's motives see it; the actor's own thoughts and intentions are no voice.
        """
        found = []
        for passage, numbers in self._meeting([(start, end)]):
            for number in sorted(numbers):
                statement = self._resolved(passage, number)
                voice = voice_of(statement.name, statement.role, statement.kind, actor)
                if voice != "actor" or statement.kind not in NOT_SPEECH:
                    found += [(*piece, voice) for piece in statement.pieces if piece[0] < end and piece[1] > start]
        return sorted(found, key=lambda span: span[0] - span[1])

    def statements_at(self, start: int, end: int) -> list[Statement]:
        """Give the statements over most of a span, whose names are resolved, the innermost first."""
        covering = []
        for passage, numbers in self._meeting([(start, end)]):
            for number, (first, last) in self._pieces_of(passage).sharing(start, end):
                if number in numbers and 2 * (min(last, end) - max(first, start)) > end - start:
                    covering.append((last - first, -first, -number, passage))
        return [self._resolved(passage, -number) for _, _, number, passage in sorted(covering)]

    def _meeting(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, set[int]]]:
        """Yield each passage in which a span lies, with the numbers of its statements over one of the sentences."""
        positions = sorted({position for span in spans for position in self._statements.places.sentences(*span)})
        sentences = [self._article.sentences[position] for position in positions]
        for passage in dict.fromkeys(map(self._statements.passages.of, positions)):
            pieces = self._pieces_of(passage)
            first = bisect_right(sentences, pieces.start, key=lambda sentence: sentence.end)
            stop = bisect_left(sentences, pieces.end, key=lambda sentence: sentence.start)
            near = (sentences[i] for i in range(first, stop))
            yield passage, {number for s in near for number, _ in pieces.sharing(s.start, s.end)}

    def _pieces_of(self, passage: int) -> Overlaps:
        """Return the pieces of a passage's statements, each with the number of its statement."""
        if passage not in self._pieces:
            numbered = enumerate(self._statements.of(passage))
            self._pieces[passage] = Overlaps((number, piece) for number, s in numbered for piece in s.pieces)
        return self._pieces[passage]

    def _resolved(self, passage: int, number: int) -> Statement:
        """Return a statement with the name and the role of its source, and its kind."""
        if (passage, number) not in self._kinds:
            statement = self._statements.of(passage)[number]
            self._kinds[passage, number] = kind_of(statement, self._statements.quotations)
        return replace(self._speakers.resolve(passage, number), kind=self._kinds[passage, number])

    def passage_of(self, position: int) -> range:
        """Give the positions of the sentences among which all is said that gives a sentence its voice."""
        bounds = self._statements.passages.found[self._statements.passages.of(position)]
        return range(bounds.first, bounds.end)

    def _all(self, passages: Iterable[int]) -> Iterator[tuple[int, int]]:
        for passage in passages:
            for number in range(len(self._statements.of(passage))):
                yield passage, number

    def _table(self, found: Iterable[tuple[int, int]]) -> pd.DataFrame:
        resolved = [self._resolved(passage, number) for passage, number in found]
        rows = [
            (
                self._article.article,
                number,
                *piece,
                statement.name,
                *(statement.source or (None, None)),
                *statement.cue,
                statement.kind,
                statement.role,
            )
            for number, statement in enumerate(resolved)
            for piece in statement.pieces
        ]
        return typed_voices(pd.DataFrame(rows, columns=VOICE_COLUMNS))


def typed_voices(voices: pd.DataFrame) -> pd.DataFrame:
    """Return a table of voices with the type of each column."""
    return voices.astype(_TYPES)


def find_voices(article: ParsedArticle) -> pd.DataFrame:
    """List who says what in an article; one row a contiguous piece of an attributed stretch.

    ``source`` is the name resolved (for "he added" the speaker's), ``source_start`` and ``source_end`` the words in
    the sentence, missing where nobody is named there; ``role`` is how the article introduces the source; ``kind`` is
    direct, indirect or mixed speech, thought, intention, or imputed. A stretch inside another's is nested speech.
    """
    return ArticleVoices(article).table()
