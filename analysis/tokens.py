"""Sentences and tokens with their offsets.

``sentences`` has one row a sentence: article, sentence, paragraph, start, end, heading. ``tokens`` has one row a
token: article, sentence, start, end, term (categorical, as compared), actor (added by `analysis.actors`). Offsets
count characters of the article as it was read.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from .lines import lines_of
from .patterns import TOKEN, fold, term_of, token_pattern
from .punkt import STARTERS, punkt_spans

if TYPE_CHECKING:
    from nltk.tokenize import RegexpTokenizer

SENTENCE_COLUMNS = ["article", "sentence", "paragraph", "start", "end", "heading"]
TOKEN_COLUMNS = ["article", "sentence", "start", "end", "term"]

_LONGEST_HEADING = 25  # words
LONGEST_STRETCH = 10_000  # characters, some 1,600 words
_CLOSED = re.compile(r"[.!?…:;,][\"'”’)\]]*\s*$")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]")
_GOES_ON = (  # how a stretch ends and the next begins where Punkt splits one sentence in two
    (re.compile(r"(?:[!?…]|\.[\"')])[\"')\]]*$"), re.compile(r"[a-z]")),  # "Why?" he asked
    (re.compile(r"\b[Nn]os?\.$"), re.compile(r"\d")),  # No. 5
    (re.compile(r"\b[a-z]\.$"), re.compile(r"[a-z\d]")),  # (b. 1984)
    (re.compile(r"\b\w{1,4}\.$"), re.compile(r"[a-z]")),  # the 5th. of May
    (re.compile(r"\b(?!(?:U\.[SKN]|D\.C|N\.Y)\.)(?:[A-Z]\.){2}$"), re.compile(r"[A-Z][a-z]+\b")),  # G.K. Butterfield
    (re.compile(r"\.$"), re.compile(r"[),;:]")),  # (D-N.C.), who
)
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z])")


def reference_tokenizer() -> "RegexpTokenizer":
    """Give NLTK's tokenizer over the project's token pattern: what every faster way of tokenizing must equal."""
    from nltk.tokenize import RegexpTokenizer

    return RegexpTokenizer(token_pattern())


def token_spans(text: str) -> list[tuple[int, int]]:
    """Give the spans of the tokens of a text."""
    return [match.span() for match in TOKEN.finditer(text)]


def split_sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """Split every article into sentences, headings and captions ending one; one row a sentence."""
    rows = [
        (article, number, paragraph, start, end, heading)
        for article, clean in zip(articles["article"], articles["clean"], strict=True)
        for number, (paragraph, start, end, heading) in enumerate(_sentences(clean))
    ]
    return pd.DataFrame(rows, columns=SENTENCE_COLUMNS)


def tokenize(articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Tokenize the sentences; one row a token, in text order.

    ``term`` is a categorical column over the distinct terms of all articles. A sentence that is all capitals gives no
    capital terms, since there US cannot be told from us.
    """
    texts = dict(zip(articles["article"], articles["clean"], strict=True))
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    lengths: list[int] = []
    for article, start, end in zip(sentences["article"], sentences["start"], sentences["end"], strict=True):
        sentence = texts[article][start:end]
        keep = not is_all_capitals(sentence)
        found = token_spans(sentence)
        spans += [(start + first, start + last) for first, last in found]
        words += [_cached_term(sentence[first:last], keep) for first, last in found]
        lengths.append(len(found))
    offsets = np.array(spans, dtype=np.int64).reshape(-1, 2)
    return pd.DataFrame(
        {
            "article": pd.Categorical(
                np.repeat(sentences["article"].to_numpy(object), lengths), categories=list(articles["article"])
            ),
            "sentence": np.repeat(sentences["sentence"].to_numpy(np.int64), lengths),
            "start": offsets[:, 0],
            "end": offsets[:, 1],
            "term": pd.Categorical(words),
        },
        columns=TOKEN_COLUMNS,
    )


def is_all_capitals(text: str) -> bool:
    """Say whether a text of at least two words has no small letter."""
    return text.isupper() and len(text.split()) > 1


@cache
def _cached_term(word: str, keep_capitals: bool) -> str:
    return term_of(word, keep_capitals=keep_capitals)


def _sentences(clean: str) -> Iterator[tuple[int, int, int, bool]]:
    """(paragraph, start, end, heading) of each sentence that holds a token."""
    for number, line in enumerate(lines_of(clean)):
        spans = sentence_spans(line.text)
        heading = len(spans) == 1 and line.words <= _LONGEST_HEADING and not _CLOSED.search(line.text[-20:])
        for start, end in spans:
            if TOKEN.search(line.text, start, end):
                yield number, line.start + start, line.start + end, heading


def sentence_spans(paragraph: str) -> list[tuple[int, int]]:
    """Give the spans of the sentences of one paragraph."""
    folded = fold(paragraph)
    spans = [
        (start + offset, end + offset) for offset, stretch in _stretches(folded) for start, end in punkt_spans(stretch)
    ]
    return _joined(spans, folded)


def _joined(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Join what Punkt splits too often: a list's number and its item, and what `_GOES_ON` lists."""
    sentences: list[tuple[int, int]] = []
    for start, end in spans:
        if sentences and goes_on(text, sentences[-1], start):
            sentences[-1] = (sentences[-1][0], end)
        else:
            sentences.append((start, end))
    return sentences


def goes_on(text: str, sentence: tuple[int, int], start: int) -> bool:
    """Say whether a sentence goes on with what starts there."""
    if _LIST_NUMBER.fullmatch(text, *sentence):
        return True
    before, after = text[max(sentence[0], sentence[1] - 12) : sentence[1]], text[start : start + 20]
    word = re.match(r"[A-Z]?\w*", after).group()
    if word[:1].isupper() and word.lower() in STARTERS:
        return False
    return any(ending.search(before) and opening.match(after) for ending, opening in _GOES_ON)


def _stretches(paragraph: str) -> Iterator[tuple[int, str]]:
    """Cut a paragraph without end, at a blank, where a sentence would be longer than any parser should be given."""
    start = 0
    while len(paragraph) - start > LONGEST_STRETCH:
        stop = start + LONGEST_STRETCH
        ends = [match.end() for match in _SENTENCE_END.finditer(paragraph, start, stop)]
        blank = paragraph.rfind(" ", start, stop) + 1
        cut = ends[-1] if ends else blank if blank > start else stop
        yield start, paragraph[start:cut]
        start = cut
    yield start, paragraph[start:]
