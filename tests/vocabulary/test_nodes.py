import numpy as np
import pytest

from analysis.codebooks import Frame
from analysis.errors import InputError
from analysis.vocabulary.nodes import find_node
from analysis.vocabulary.units import ngrams

ACTORS = {"Moscow": ["Moscow", "Russia", "Russian Federation"], "Seoul": ["Seoul"]}
TEXT = "Moscow and the Russian Federation. Sanctions on the US, no sanction on NATO."


@pytest.fixture
def tokens(corpus):
    return corpus({"a": [TEXT]}, ACTORS).tokens


@pytest.mark.parametrize("node", ["Moscow", "[Moscow]", "moscow", " [moscow] "])
def test_an_actors_name_stands_for_all_its_aliases(tokens, node):
    hits = find_node(tokens, node)
    assert (hits.name, hits.first.tolist(), hits.last.tolist()) == ("[Moscow]", [0, 3], [0, 4])


def test_in_quotation_marks_it_is_the_word_alone(tokens):
    hits = find_node(tokens, '"Moscow"')
    assert (hits.name, hits.first.tolist()) == ("Moscow", [0])


@pytest.mark.parametrize(
    ("node", "places"),
    [("sanction*", [5, 10]), ("sanctions on", [5]), ("* on", [5, 10]), ("US", [8]), ("russian federation", [3])],
)
def test_words_and_globs(tokens, node, places):
    assert find_node(tokens, node).first.tolist() == places


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ("sanktion", "near sanktion there is sanction"),
        ("us", "near us there is US"),
        ("nato", "near nato there is NATO"),
        ("no nato", "near nato there is NATO"),
        ("on sanctions", "its words are"),
        ("zzz", "nothing comes near it"),
        ("[Tokyo]", "known actors: Moscow, Seoul"),
        ("[Seoul]", "aliases in study.toml"),
        ("Seoul", "aliases in study.toml"),
        ("?!", "holds no word"),
        ("", "holds no word"),
    ],
)
def test_a_search_that_finds_nothing_says_so_and_what_comes_near(tokens, node, said):
    with pytest.raises(InputError, match=said):
        find_node(tokens, node)


@pytest.mark.parametrize(
    ("node", "name", "spans"),
    [
        ("[Moscow] and", "[Moscow] and", [(0, 1)]),
        ("and the [moscow]", "and the [Moscow]", [(1, 4)]),
        ("[Moscow] and the [Moscow]", "[Moscow] and the [Moscow]", [(0, 4)]),
        ("th* [Moscow]", "th* [Moscow]", [(2, 4)]),
    ],
)
def test_actors_in_brackets_may_stand_among_words(tokens, node, name, spans):
    hits = find_node(tokens, node)
    assert (hits.name, list(zip(hits.first.tolist(), hits.last.tolist(), strict=True))) == (name, spans)


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ("[Moscow] sanctions", "in this order"),  # they are neighbours, in two sentences
        ("[Moscow] sanktion", "near sanktion there is sanction"),
        ("the [Tokyo]", "known actors: Moscow, Seoul"),
        ("the russian [Moscow]", "in this order"),  # a mention is one, and its words are not beside it
    ],
)
def test_a_sequence_that_is_nowhere_says_so(tokens, node, said):
    with pytest.raises(InputError, match=said):
        find_node(tokens, node)


def test_every_ngram_of_a_table_can_be_looked_up(seeds):
    units = ngrams(3)(seeds.tokens)
    counts = np.bincount(units.ids[units.ids >= 0])
    found = {name: len(find_node(seeds.tokens, name).first) for name in units.names if "[" in name}
    assert len(found) > 100
    for name, count in zip(units.names, counts, strict=True):
        assert found.get(name, count) == count


def test_a_frame_stands_for_all_its_terms_the_longest_where_they_overlap(tokens):
    frame = Frame("pressure", ("sanction*", "sanctions on", "on nato"))
    hits = find_node(tokens, frame)
    assert (hits.name, hits.first.tolist(), hits.last.tolist()) == ("pressure", [5, 10], [6, 10])
    with pytest.raises(InputError, match=r"no term of the frame \"peace\" is in these texts; .* frames\.yaml"):
        find_node(tokens, Frame("peace", ("peace",)))


def test_hits_of_one_node_never_overlap(corpus):
    hits = find_node(corpus({"a": ["No no no no no."]}).tokens, "no no")
    assert list(zip(hits.first.tolist(), hits.last.tolist(), strict=True)) == [(0, 1), (2, 3)]


@pytest.mark.parametrize("node", ["war", "[Moscow]", "[Moscow] said", Frame("war", ("war",))])
def test_texts_without_a_word_hold_no_node(tokens, node):
    with pytest.raises(InputError, match="in these texts"):
        find_node(tokens.iloc[:0], node)


def test_tokens_without_actors_can_be_searched(tokens):
    assert find_node(tokens.drop(columns="actor"), "Moscow").first.tolist() == [0]
