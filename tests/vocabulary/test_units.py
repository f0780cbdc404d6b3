from collections import Counter

from analysis.vocabulary.units import words, words_and_actors

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
