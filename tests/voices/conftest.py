"""Voices of tiny texts: the text is split and parsed as an article is, without any file."""

from collections.abc import Callable

import pandas as pd
import pytest

from analysis.parse import ParsedArticle, parse_articles
from analysis.tokens import split_sentences
from analysis.voices import find_voices


@pytest.fixture
def article(parser) -> Callable[[str], ParsedArticle]:
    """Give a function that makes a parsed article of a text."""

    def parsed(text: str) -> ParsedArticle:
        row = {"outlet": "paper", "article": "paper/a.txt", "path": "a.txt", "sha256": "0", "text": text, "clean": text}
        articles = pd.DataFrame([row])
        return next(parse_articles(articles, split_sentences(articles)))

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
