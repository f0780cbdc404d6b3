import importlib
import zlib

import pandas as pd
import pytest

from analysis import parse
from analysis.cache import Cache, content_key
from analysis.errors import InputError
from analysis.parse import is_too_long, parse_articles
from analysis.tokens import split_sentences

TEXT = "Moscow’s  envoy said ``no''.\nHe left\nfor the “North”."


@pytest.fixture
def parsed_texts(parser, monkeypatch):
    """The sentences that go to the parser, as they go."""
    asked = []
    whole = parser.pipe

    def watched(docs, **options):
        docs = list(docs)
        asked.extend(doc.text for doc in docs)
        return whole(docs, **options)

    monkeypatch.setattr(parser, "pipe", watched)
    return asked


def table(*texts):
    return pd.DataFrame(
        [("north", f"north/{n}.txt", f"north/{n}.txt", "0", text, text) for n, text in enumerate(texts)],
        columns=["outlet", "article", "path", "sha256", "text", "clean"],
    )


def parsed(articles, folder=None):
    return list(parse_articles(articles, split_sentences(articles), cache=folder and Cache(folder)))


def entries_in(folder):
    return {path for path in folder.rglob("*") if path.is_file()}


def test_every_token_has_its_place_in_the_article(parser):
    (article,) = parsed(table(TEXT))
    words = [(token.text, TEXT[slice(*s.span(token))]) for s in article.sentences for token in s.doc]
    assert [source for _, source in words] == [
        "Moscow", "’s", "envoy", "said", "`", "no", "'", ".", "He", "left", "for", "the", "“", "North", "”", ".",
    ]  # fmt: skip
    assert [word for word, source in words if word != source] == ["'s", '"', '"', '"', '"']
    first = article.sentences[0]
    assert TEXT[slice(*first.span(first.doc[0:3]))] == TEXT[slice(*first.span([first.doc[2], first.doc[0]]))]


def test_each_sentence_is_one_for_the_parser(parser):
    (article,) = parsed(table("He came, he saw; he left the town; and then? no more."))
    assert all(len(list(sentence.doc.sents)) == 1 for sentence in article.sentences)


def test_an_article_that_did_not_change_is_not_parsed_again(parsed_texts, tmp_path):
    first = parsed(table(TEXT, "It rose."), tmp_path)
    assert len(parsed_texts) == 4
    again = parsed(table("It fell.", "It rose.", TEXT), tmp_path)
    assert parsed_texts[4:] == ["It fell."]
    shape = [[(token.lemma_, token.dep_, token.pos_, token.tag_, token.head.i, str(token.morph)) for token in s.doc]
             for article in (first[0], again[2]) for s in article.sentences]  # fmt: skip
    assert shape[: len(shape) // 2] == shape[len(shape) // 2 :]


@pytest.mark.parametrize("damage", [
    lambda content: b"", lambda content: content[:50], lambda content: content[:-10], lambda content: b"\x80" * 500,
    lambda content: b"{}", lambda content: bytes(byte ^ 255 for byte in content),
])  # fmt: skip
def test_a_broken_cache_is_rebuilt(parsed_texts, tmp_path, damage):
    parsed(table(TEXT), tmp_path)
    (file,) = entries_in(tmp_path)
    content = file.read_bytes()
    file.write_bytes(damage(content))
    parsed(table(TEXT), tmp_path)
    assert len(parsed_texts) == 6
    assert file.read_bytes() == content


def test_a_cache_that_holds_another_text_is_not_trusted(parsed_texts, tmp_path):
    parsed(table(TEXT), tmp_path)
    (file,) = entries_in(tmp_path)
    parsed(table("It rose."), tmp_path)
    (other,) = entries_in(tmp_path) - {file}
    file.write_bytes(other.read_bytes())
    (article,) = parsed(table(TEXT), tmp_path)
    assert "".join(sentence.doc.text for sentence in article.sentences).startswith("Moscow's envoy")
    assert len(parsed_texts) == 7


def test_a_cache_of_another_version_is_not_used(parsed_texts, tmp_path, monkeypatch):
    parsed(table(TEXT), tmp_path)
    monkeypatch.setattr(parse, "_model_version", lambda: "-another")
    parsed(table(TEXT), tmp_path)
    assert len(parsed_texts) == 6


def test_an_entry_that_unpacks_without_end_is_not_unpacked(parser, tmp_path, monkeypatch):
    monkeypatch.setattr(parse, "_LARGEST_ENTRY", 1000)
    entries = Cache(tmp_path).entries("parses", "1")
    key = content_key("a")
    entries.put(key, zlib.compress(bytes(1_000_000)))
    assert entries.get(key) and parse._read_cached(entries, key) == {}


def test_a_study_that_cannot_be_written_is_parsed_all_the_same(parser, tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert len(parsed(table(TEXT), tmp_path / "file" / "parses")[0].sentences) == 3


def test_a_missing_model_is_one_line_that_says_how_to_get_it(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(InputError, match="spaCy's English model is missing: pip install") as error:
        parse.load_model.__wrapped__()
    assert "conda install" in str(error.value) and "\n" not in str(error.value)


def test_an_article_without_sentences_has_none(parser):
    (article,) = parsed(table("..."))
    assert article.sentences == ()


def test_words_without_blanks_between_them_are_too_long_as_well():
    assert is_too_long("a-" * 5_000) and is_too_long("word " * 301)
    assert not is_too_long("a-" * 4_000) and not is_too_long("word " * 299)
