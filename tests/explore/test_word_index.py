from analysis.explore.word_index import index_words, spans_of
from analysis.patterns import parse_pattern

ACTORS = {"Moscow": ["Russia", "Russian Federation"]}


def test_the_tokens_are_numbered_through_all_articles(word_index):
    index = word_index({"a": ["No war. A war!", "War"], "b": ["US us"]})
    assert [index.terms[place] for place in index.ids] == ["no", "war", "a", "war", "war", "US", "us"]
    assert index.sentence.tolist() == [0, 0, 1, 1, 2, 3, 3]
    assert index.article.tolist() == [0, 0, 0, 0, 1, 2, 2]
    assert index.sizes.tolist() == [4, 1, 2]
    assert index.outlet.tolist() == [0, 0, 1]
    assert dict(zip(index.terms, index.counts.tolist(), strict=True)) == {"no": 1, "war": 3, "a": 1, "US": 1, "us": 1}


def test_terms_that_differ_in_capitals_alone_rank_alike(word_index):
    index = word_index({"a": ["us US zoo any"]})
    ranks = dict(zip(index.terms, index.ranks.tolist(), strict=True))
    assert ranks["us"] == ranks["US"]
    assert 0 < ranks["any"] < ranks["us"] < ranks["zoo"]


def test_the_longest_of_overlapping_hits_stands(word_index):
    index = word_index({"a": ["A cold war is a war."]})
    spans = spans_of(index.find([parse_pattern("war"), parse_pattern("cold war")]))
    assert list(zip(spans.first.tolist(), spans.last.tolist(), strict=True)) == [(1, 2), (5, 5)]


def test_a_mention_is_one_hit_whatever_its_length(word_index):
    index = word_index({"a": ["The Russian Federation and Russia, Russia."]}, ACTORS)
    spans = index.mentions("Moscow")
    assert [index.text_of(a, b) for a, b in zip(spans.first, spans.last, strict=True)] == [
        "Russian Federation", "Russia", "Russia",
    ]  # fmt: skip


def test_the_same_tokens_are_laid_out_once(seeds):
    assert index_words(seeds) is index_words(seeds)
    assert index_words(seeds).outlets == ("warsaw-institute", "baonghean")
