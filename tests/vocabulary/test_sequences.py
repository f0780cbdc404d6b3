import pytest

from analysis.vocabulary.keyness import keyness_table
from analysis.vocabulary.sequences import SEQUENCE_COLUMNS, sequence_keyness, strongest_sequences
from analysis.vocabulary.units import ngrams

TEXTS = {
    "a": ["The dual freeze holds. The dual freeze ends.", "A dual freeze. It is the end of it."],
    "b": ["It is the end. It is the war room.", "The war room waits."],
}


def keyness_of(small):
    return sequence_keyness(small.tokens, small.sentences, outlets=small.outlets)


def test_sequences_are_the_keyness_of_two_and_three_words(corpus):
    small = corpus(TEXTS)
    table = keyness_of(small)
    for length in (2, 3):
        alone = keyness_table(small.tokens, small.sentences, outlets=small.outlets, unit=ngrams(length), min_count=2)
        own = table[table["length"] == length]
        assert own["term"].tolist() == alone["term"].tolist()
        assert own["log_ratio"].tolist() == alone["log_ratio"].tolist()
    assert set(table["term"].str.count(" ")) == {1, 2}


def test_each_outlet_has_its_own_without_function_words_at_the_ends(corpus):
    best = strongest_sequences(keyness_of(corpus(TEXTS)))
    assert best.columns.tolist() == SEQUENCE_COLUMNS
    assert best[["outlet", "reference", "sequence", "count", "reference_count", "articles"]].values.tolist() == [
        ["a", "b", "dual freeze", 3, 0, 2], ["b", "a", "war room", 2, 0, 2],
    ]  # fmt: skip


def test_a_part_of_a_longer_sequence_of_the_same_count_is_left_out(corpus):
    best = strongest_sequences(keyness_of(corpus({"a": ["Far east buffer. Far east buffer."], "b": ["Calm."]})))
    assert best["sequence"].tolist() == ["far east buffer"]


@pytest.mark.parametrize("each", [1, 2])
def test_of_more_outlets_each_stands_against_the_rest(each, corpus):
    small = corpus(
        {name: [f"{name} news today. {name} news today. {name} news. News now. News now."] for name in "xyz"}
    )
    best = strongest_sequences(keyness_of(small), each=each)
    assert set(best["reference"]) == {"the rest"}
    assert best.groupby("outlet").size().to_dict() == dict.fromkeys("xyz", each)


def test_texts_that_repeat_nothing_have_none(corpus):
    assert strongest_sequences(keyness_of(corpus({"a": ["War."], "b": ["Peace."]}))).empty
