"""Voices of tiny texts: the text is split and parsed as an article is, without any file."""

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.parse import ParsedArticle, parse_articles
from analysis.tokens import split_sentences
from analysis.voices import find_voices


@pytest.fixture
def article(parser) -> Callable[..., ParsedArticle]:
    """Give a function that makes a parsed article of a text; ``wanted`` are the sentences parsed beforehand."""

    def parsed(text: str, *, wanted: list[int] | None = None) -> ParsedArticle:
        row = {"outlet": "paper", "article": "paper/a.txt", "path": "a.txt", "sha256": "0", "text": text, "clean": text}
        articles = pd.DataFrame([row])
        ahead = None if wanted is None else lambda article: wanted
        return next(parse_articles(articles, split_sentences(articles), wanted=ahead))

    return parsed


@pytest.fixture
def said(article) -> Callable[[str], list[tuple[str, str, str]]]:
    """Give a function that lists (source, kind, content) of the attributions of a text, pieces joined by a bar."""

    def listed(text: str) -> list[tuple[str, str, str]]:
        voices = find_voices(article(text))
        return [
            (
                rows["source"].iloc[0],
                rows["kind"].iloc[0],
                "|".join(text[a:b] for a, b in zip(rows["start"], rows["end"], strict=True)),
            )
            for _, rows in voices.groupby("attribution")
        ]

    return listed
