"""The table of voices: one row a contiguous piece of an attributed stretch."""

import pandas as pd

from ..parse import ParsedArticle
from .statements import find_statements

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


def find_voices(article: ParsedArticle) -> pd.DataFrame:
    """List who says what in an article; one row a contiguous piece of an attributed stretch.

    ``source`` is the name resolved (for "he added" the speaker's), ``source_start`` and ``source_end`` the words in
    the sentence, missing where nobody is named there; ``role`` is how the article introduces the source; ``kind`` is
    direct, indirect or mixed speech, thought, intention, or imputed. A stretch inside another's is nested speech.
    """
    rows = [
        (
            article.article,
            number,
            *piece,
            statement.name,
            *(statement.source or (None, None)),
            *statement.cue,
            statement.kind,
            statement.role,
        )
        for number, statement in enumerate(find_statements(article))
        for piece in statement.pieces
    ]
    return pd.DataFrame(rows, columns=VOICE_COLUMNS).astype(_TYPES)
