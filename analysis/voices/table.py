"""The table of voices: one row a contiguous piece of an attributed stretch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pandas as pd

from ..parse import ParsedArticle
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

    def table(self) -> pd.DataFrame:
        """Give all voices of the article, as `find_voices` does."""
        self._article.read(range(len(self._article.sentences)))
        return self._table(self._all(range(len(self._statements.passages.found))))

    def over(self, spans: Sequence[tuple[int, int]]) -> pd.DataFrame:
        """Give the voices of the sentences that the spans stand in, columns as in `table`."""
        return self._table(self._over(spans))

    def statements_at(self, start: int, end: int) -> list[Statement]:
        """Give the statements over most of a span, whose names are resolved, the innermost first."""
        covering = []
        for passage, number, statement in self._over([(start, end)]):
            for first, last in statement.pieces:
                if 2 * (min(last, end) - max(first, start)) > end - start:
                    covering.append((last - first, -first, -number, passage))
        resolved = [self._speakers.resolve(passage, -number) for _, _, number, passage in sorted(covering)]
        return [replace(one, kind=kind_of(one, self._statements.quotations)) for one in resolved]

    def _over(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, Statement]]:
        positions = {position for span in spans for position in self._statements.places.sentences(*span)}
        bounds = [(s.start, s.end) for s in (self._article.sentences[position] for position in positions)]
        passages = sorted({self._statements.passages.of(position) for position in positions})
        for passage, number, statement in self._all(passages):
            if any(start < last and first < end for first, last in statement.pieces for start, end in bounds):
                yield passage, number, statement

    def passage_of(self, position: int) -> range:
        """Give the positions of the sentences among which all is said that gives a sentence its voice."""
        bounds = self._statements.passages.found[self._statements.passages.of(position)]
        return range(bounds.first, bounds.end)

    def _all(self, passages: Iterable[int]) -> Iterator[tuple[int, int, Statement]]:
        for passage in passages:
            for number, statement in enumerate(self._statements.of(passage)):
                yield passage, number, statement

    def _table(self, found: Iterable[tuple[int, int, Statement]]) -> pd.DataFrame:
        resolved = [self._speakers.resolve(passage, number) for passage, number, _ in found]
        rows = [
            (
                self._article.article,
                number,
                *piece,
                statement.name,
                *(statement.source or (None, None)),
                *statement.cue,
                kind_of(statement, self._statements.quotations),
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
