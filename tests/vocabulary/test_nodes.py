import pytest

from analysis.errors import InputError
from analysis.vocabulary.nodes import find_node

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


def test_tokens_without_actors_can_be_searched(tokens):
    assert find_node(tokens.drop(columns="actor"), "Moscow").first.tolist() == [0]
