from collections import Counter

import numpy as np
import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.parse import parse_articles
from analysis.vocabulary.keyness import keyness_table
from analysis.vocabulary.parts_of_speech import NOT_PARSED, TAG_COLUMNS, parts_of_speech, tag_words
from analysis.vocabulary.units import words, words_and_actors

TEXTS = {"a": ["May may wait."], "b": ["They don't wait."]}
TAGS = [
    ("a/1", 0, 3, "PROPN"), ("a/1", 4, 7, "AUX"), ("a/1", 8, 12, "VERB"), ("a/1", 12, 13, "PUNCT"),
    ("b/1", 0, 4, "PRON"), ("b/1", 5, 7, "AUX"), ("b/1", 7, 10, "PART"), ("b/1", 11, 15, "VERB"),
]  # fmt: skip
TAGGED = pd.DataFrame(TAGS, columns=TAG_COLUMNS)


def counted(unit, tokens):
    units = unit(tokens)
    return Counter(units.names[number] for number in units.ids if number >= 0)


def test_tokens_by_part_of_speech(corpus):
    tokens = corpus(TEXTS).tokens
    expected = {"PROPN": 1, "AUX": 2, "VERB": 2, "PRON": 1}
    assert counted(parts_of_speech(TAGGED), tokens) == expected
    assert counted(parts_of_speech(TAGGED.sample(frac=1, random_state=1)), tokens) == expected


def test_words_by_part_of_speech_keep_apart_what_is_spelt_alike(corpus):
    found = counted(parts_of_speech(TAGGED, of=words), corpus(TEXTS).tokens)
    assert found == {"may PROPN": 1, "may AUX": 1, "wait VERB": 2, "they PRON": 1, "don't AUX": 1}


def test_a_mention_of_several_words_is_one_item(corpus):
    small = corpus({"a": ["Vladimir Putin waits."]}, {"Moscow": ["Vladimir Putin"]})
    tags = pd.DataFrame([("a/1", 0, 8, "PROPN"), ("a/1", 9, 14, "PROPN"), ("a/1", 15, 20, "VERB")], columns=TAG_COLUMNS)
    assert counted(parts_of_speech(tags, of=words_and_actors), small.tokens) == {"[Moscow] PROPN": 1, "waits VERB": 1}


def test_what_is_not_parsed_is_told(corpus):
    tokens = corpus(TEXTS).tokens
    found = counted(parts_of_speech(TAGGED[TAGGED["article"] == "a/1"]), tokens)
    assert found == {"PROPN": 1, "AUX": 1, "VERB": 1, NOT_PARSED: 3}
    assert counted(parts_of_speech(TAGGED.assign(pos="")), tokens) == {NOT_PARSED: 6}
    assert counted(parts_of_speech(TAGGED.iloc[:0]), tokens) == {NOT_PARSED: 6}
    assert counted(parts_of_speech(TAGGED), tokens.iloc[:0]) == {}
    with pytest.raises(InputError, match="no pos; make it with tag_words"):
        parts_of_speech(TAGGED.drop(columns="pos"))


def test_outlets_compared_by_parts_of_speech(corpus):
    small = corpus(TEXTS)
    table = keyness_table(small.tokens, outlets=small.outlets, unit=parts_of_speech(TAGGED)).set_index("term")
    assert table[["count", "reference_count"]].T.to_dict("list") == {
        "AUX": [1, 1], "PROPN": [1, 0], "PRON": [0, 1], "VERB": [1, 1],
    }  # fmt: skip
    assert table[["tokens", "reference_tokens"]].drop_duplicates().to_numpy().tolist() == [[3, 3]]


def test_every_token_of_the_seeds_has_a_part_of_speech(seeds):
    tagged = tag_words(parse_articles(seeds.articles, seeds.sentences))
    texts = dict(zip(seeds.articles["article"], seeds.articles["text"], strict=True))
    assert all(texts[row.article][row.start : row.end].strip() for row in tagged.itertuples())
    found = counted(parts_of_speech(tagged), seeds.tokens)
    assert sum(found.values()) == len(seeds.tokens)
    assert NOT_PARSED not in found
    units = parts_of_speech(tagged)(seeds.tokens)
    names = pd.Series(units.names[units.ids])
    assert set(names[np.asarray(seeds.tokens["term"] == "the")]) == {"DET"}
    assert (names[np.asarray(seeds.tokens["term"] == "russia")] == "PROPN").mean() > 0.9
