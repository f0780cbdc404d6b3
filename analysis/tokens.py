"""Sentences and tokens with their offsets.

``sentences`` has one row a sentence: article, sentence, paragraph, start, end, heading. ``tokens`` has one row a
token: article, sentence, start, end, term (categorical, as compared), actor (added by `analysis.actors`). Offsets
count characters of the article as it was read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import pandas as pd
from nltk.tokenize import RegexpTokenizer
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from .patterns import TOKEN, fold, term_of, token_pattern

SENTENCE_COLUMNS = ["article", "sentence", "paragraph", "start", "end", "heading"]
TOKEN_COLUMNS = ["article", "sentence", "start", "end", "term"]

_ABBREVIATIONS = (
    "mr mrs ms dr prof rev gen col lt maj sgt capt cmdr adm gov sen rep amb hon st jr sr pres no vs etc inc ltd co corp "
    "dept est fig vol ed al cf approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "u.s u.k u.n e.u u.s.a d.c n.y a.m p.m i.e e.g ph.d p.s u.s.s.r r d calif conn fla mass mich minn pa va wash"
)
_STARTERS = (
    "the a an it he she they we i this that these those there in on at but and for from with as if when while after "
    "before since although however moreover meanwhile still yet nevertheless his her its their our some many most "
    "both all no not what who why how"
)


@cache
def sentence_tokenizer() -> PunktSentenceTokenizer:
    """Give NLTK's Punkt splitter with a list of news abbreviations in place of a trained model (none is downloaded)."""
    parameters = PunktParameters()
    parameters.abbrev_types.update(_ABBREVIATIONS.split())
    parameters.sent_starters.update(_STARTERS.split())
    return PunktSentenceTokenizer(parameters)


def reference_tokenizer() -> RegexpTokenizer:
    """Give NLTK's tokenizer over the project's token pattern: what every faster way of tokenizing must equal."""
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
        found = [(match.start() + start, match.end() + start, match.group()) for match in TOKEN.finditer(sentence)]
        spans += [(first, last) for first, last, _ in found]
        words += [_cached_term(word, keep) for _, _, word in found]
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
        }
    )


def is_all_capitals(text: str) -> bool:
    """Say whether a text of at least two words has no small letter."""
    return text.isupper() and len(text.split()) > 1


@cache
def _cached_term(word: str, keep_capitals: bool) -> str:
    return term_of(word, keep_capitals=keep_capitals)


def _sentences(clean: str) -> Iterator[tuple[int, int, int, bool]]:
    """(paragraph, start, end, heading) of each sentence that holds a token."""
    for number, (start, end) in enumerate(_paragraphs(clean)):
        spans = [(start + a, start + b) for a, b in _split_paragraph(clean[start:end])]
        heading = len(spans) == 1 and _is_heading(clean[start:end])
        for first, last in spans:
            if TOKEN.search(clean, first, last):
                yield number, first, last, heading


def _split_paragraph(paragraph: str) -> Iterable[tuple[int, int]]:
    return sentence_tokenizer().span_tokenize(fold(paragraph))


def _is_heading(paragraph: str) -> bool:
    return not re.search(r"[.!?…:;,][\"'”’)\]]*\s*$", paragraph) and len(paragraph.split()) <= 25


def _paragraphs(clean: str) -> Iterator[tuple[int, int]]:
    """Spans of paragraphs: lines, or blocks between blank lines where the text is wrapped at a fixed width."""
    breaks = r"\n[^\S\n]*\n\s*" if _is_wrapped(clean) else r"\n\s*"
    start = 0
    for match in [*re.finditer(breaks, clean), None]:
        stop = match.start() if match else len(clean)
        piece = clean[start:stop]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + len(piece.rstrip())
        start = match.end() if match else stop


def _is_wrapped(clean: str) -> bool:
    """Say whether line ends are only typography: most lines that another line follows end inside a sentence."""
    followed = re.findall(r"([^\n]*\S)[^\S\n]*\n(?=[^\S\n]*\S)", clean)
    inside = [line for line in followed if re.search(r"[\w,;-]$", line) and 40 <= len(line) <= 100]
    return len(followed) >= 4 and len(inside) > 0.6 * len(followed)
