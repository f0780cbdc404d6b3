from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk import ngrams as sequences

from analysis.codebooks import Frame
from analysis.errors import InputError
from analysis.vocabulary.frames import find_hits
from analysis.vocabulary.units import Units, actors, frame_terms, ngrams, words, words_and_actors

ACTORS = {"Moscow": ["Russia", "Russian Federation", "Putin", "Vladimir Putin"], "Beijing": ["China", "Xi Jinping"]}


def counted(units):
    return Counter(units.names[number] for number in units.ids if number >= 0)


def test_an_alias_of_two_words_is_one_hit_under_the_name_of_the_group(corpus):
    small = corpus({"a": ["The Russian Federation said Russia waits."]}, ACTORS)
    assert counted(words_and_actors(small.tokens)) == {"the": 1, "[Moscow]": 2, "said": 1, "waits": 1}
    assert len(small.tokens) == 6


def test_surface_forms_can_be_had_instead(corpus):
    small = corpus({"a": ["The Russian Federation said Russia waits."]}, ACTORS)
    assert counted(words(small.tokens))["russia"] == 1
    assert sum(counted(words(small.tokens)).values()) == 6


def test_two_mentions_side_by_side_are_two_where_the_tokens_number_them(corpus):
    tokens = corpus({"a": ["China's Xi Jinping spoke."]}, ACTORS).tokens
    assert counted(words_and_actors(tokens))["[Beijing]"] == 1 + ("mention" in tokens)
    numbered = tokens.assign(mention=[0, 1, 1, -1])
    assert counted(words_and_actors(numbered))["[Beijing]"] == 2


def test_a_mention_never_reaches_into_the_next_sentence(corpus):
    small = corpus({"a": ["He met Putin. Russia agreed."]}, ACTORS)
    assert counted(words_and_actors(small.tokens))["[Moscow]"] == 2


def test_actors_alone(corpus):
    small = corpus({"a": ["The Russian Federation met China's Xi Jinping."]}, ACTORS)
    assert counted(actors(small.tokens)) == {"[Moscow]": 1, "[Beijing]": 2}
    with pytest.raises(InputError, match="no actors to count"):
        actors(small.tokens.drop(columns="actor"))


def test_a_mention_of_several_words_is_one_word_of_an_ngram(corpus):
    small = corpus({"a": ["The Russian Federation and Vladimir Putin agreed."]}, ACTORS)
    assert counted(ngrams(2)(small.tokens)) == {
        "the [Moscow]": 1, "[Moscow] and": 1, "and [Moscow]": 1, "[Moscow] agreed": 1,
    }  # fmt: skip
    assert counted(ngrams(3, of=words)(small.tokens))["the russian federation"] == 1


def test_an_ngram_stays_in_its_sentence_and_article_and_stands_at_its_first_word(corpus):
    small = corpus({"a": ["One two, three. Four two three.", "Four five."], "b": ["Six."]})
    units = ngrams(2)(small.tokens)
    assert counted(units) == {"one two": 1, "two three": 2, "four two": 1, "four five": 1}
    places = {name: np.flatnonzero(units.ids == number).tolist() for number, name in enumerate(units.names)}
    assert places["two three"] == [1, 4]
    assert counted(ngrams(3)(small.tokens)) == {"one two three": 1, "four two three": 1}


@pytest.mark.parametrize("texts", [{"a": ["War."]}, {"a": ["War is. Peace is."], "b": [""]}])
def test_a_text_too_short_for_an_ngram_has_none(corpus, texts):
    small = corpus(texts)
    units = ngrams(4)(small.tokens)
    assert (len(units.ids), counted(units), len(units.names)) == (len(small.tokens), {}, 0)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=7), min_size=1, max_size=6), st.integers(2, 4))
def test_ngrams_are_those_of_nltk(corpus, sentences, length):
    text = "\n\n".join(" ".join(sentence) for sentence in sentences)
    expected = Counter(" ".join(found) for sentence in sentences for found in sequences(sentence, length))
    assert counted(ngrams(length)(corpus({"a": [text]}).tokens)) == expected


@pytest.mark.parametrize("length", [0, 1, 5])
def test_other_lengths_are_refused(length):
    with pytest.raises(InputError, match=f"2, 3 or 4 words, not {length}"):
        ngrams(length)


FRAMES = [Frame("peace", ("peace*", "peace talks", "talks")), Frame("war", ("war", "peace talks", "peace"))]


def test_frame_terms_are_counted_as_their_hits_are(corpus):
    """The longest term of a frame wins, terms of two frames may start with one word, a term of both is one item."""
    small = corpus({"a": ["Peace talks end war.", "Peaceful talks, lasting peace."]})
    hits = find_hits(small.tokens, FRAMES, articles=small.articles)
    found = frame_terms(FRAMES)(small.tokens)
    assert counted(found) == {"peace talks": 1, "war": 1, "peace*": 2, "talks": 1, "peace": 1}
    assert sum(counted(found).values()) == len(hits.drop_duplicates(["article", "start", "term"])) == 6
    assert found.names.tolist() == ["peace*", "peace talks", "talks", "war", "peace"]


def test_frame_terms_of_the_seeds_have_the_hits_of_the_table(seeds):
    frames = [Frame("danger", ("war", "threat*", "crisis")), Frame("arms", ("nuclear", "missile*", "nuclear crisis"))]
    hits = find_hits(seeds.tokens, frames, articles=seeds.articles)
    assert counted(frame_terms(frames)(seeds.tokens)) == Counter(hits["term"])


def test_frames_without_a_hit_have_their_names_and_nothing_else(corpus):
    units = frame_terms(FRAMES)(corpus({"a": ["Calm."]}).tokens)
    assert (counted(units), len(units.names)) == ({}, 5)
    assert len(frame_terms([])(corpus({"a": ["Calm."]}).tokens).names) == 0


def test_items_of_some_tokens_alone():
    units = Units(np.array([0, 1, 2, 1]), np.array(["a", "b", "c"]), np.array([0, 2, 2, 3]))
    part = units.within(np.array([False, True, True, True]))
    assert (part.ids.tolist(), part.places.tolist()) == ([1, 2, 1], [1, 1, 2])
    assert part.by_item(np.array([7, 8, 9])).tolist() == [8, 8, 9]
