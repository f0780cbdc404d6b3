import random

import pandas as pd
import pytest

from analysis import stories as plain
from analysis.corpus import building
from analysis.corpus import stories as indexed
from analysis.corpus.building import update_corpus
from analysis.corpus.sources import sources_of_table

WORDS = [a + b for a in "bcdfghklmnprst" for b in ("ab", "en", "ir", "ov", "ust", "ylon")]


def texts_of(seed):
    """Texts of random words, some a part of another, some the same, some short."""
    chance = random.Random(seed)
    texts = [" ".join(chance.choices(WORDS, k=chance.randint(9, 60))) for _ in range(30)]
    for _ in range(8):
        words = chance.choice(texts).split()
        share = chance.choice([0.2, 0.5, 0.95, 1.0])
        texts.append(" ".join(words[: max(1, int(share * len(words)))] + chance.choices(WORDS, k=6)))
    return [*texts, "war peace", "war peace", "peace war", "word", "", "", texts[0]]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("part", [1_000_000, 100])
def test_pairs_are_those_that_are_found_in_a_few_texts(seed, part, tmp_path, monkeypatch):
    monkeypatch.setattr(building, "_PART", part)
    monkeypatch.setattr(building, "_BATCH", part)
    texts = texts_of(seed)
    names = [str(number) for number in range(len(texts))]
    table = pd.DataFrame({"article": names, "outlet": "a", "clean": texts})
    corpus = update_corpus(tmp_path, sources_of_table(table)).corpus
    assert corpus.articles["article"].tolist() == names
    filled = {number for number, text in enumerate(texts) if text}
    expected = {pair for pair in plain.same_stories(texts) if set(pair) <= filled}
    assert set(indexed.same_stories(corpus)) == expected and len(expected) > 3


def test_of_a_large_corpus_some_sequences_tell(tmp_path, monkeypatch):
    chance = random.Random(0)
    texts = [" ".join(chance.choices(WORDS, k=300)) for _ in range(20)]
    table = pd.DataFrame(
        {"article": [str(n) for n in range(21)], "outlet": "a", "clean": [*texts, texts[7] + " More."]}
    )
    corpus = update_corpus(tmp_path, sources_of_table(table)).corpus
    monkeypatch.setattr(indexed, "_LARGE", ((10, 1, 20), (8_000_000, 8, 20)))
    assert indexed.same_stories(corpus) == [(7, 20)]
    monkeypatch.setattr(indexed, "_LARGE", ())
    assert indexed.same_stories(corpus) == [(7, 20)]


def test_no_articles(tmp_path):
    assert indexed.same_stories(update_corpus(tmp_path, []).corpus) == []
