from datetime import date

import pytest

from analysis.codebooks import Frame
from analysis.errors import InputError
from analysis.explore.context_lines import context_lines, lines_table
from analysis.explore.queries import Query, Selection, search
from analysis.explore.word_index import WordIndex, index_words
from analysis.vocabulary.concordance import concordance

ACTORS = {"Moscow": ["Russia", "Russian Federation"]}
DANGER = Frame("danger", ("war", "cold war", "threat*"))


def found_in(index, query, frames=()):
    spans = search(index, query, frames=frames).spans
    return [index.text_of(first, last) for first, last in zip(spans.first, spans.last, strict=True)]


@pytest.fixture(scope="module")
def index(word_index):
    texts = {"a": ["The war of Russia. A threat!", "Cold war."], "b": ["Moscow: threats. The Russian Federation."]}
    return word_index(texts, ACTORS, dates=[date(2017, 9, 26), None, date(2017, 10, 1)])


@pytest.mark.parametrize(
    ("asked", "hits"),
    [
        ("war", ["war", "war"]),
        ("threat*", ["threat", "threats"]),
        (" cold   war ", ["Cold war"]),
        ("[moscow]", ["Russia", "Russian Federation"]),
        ("Moscow", ["Russia", "Russian Federation"]),
        ('"Moscow"', ["Moscow"]),
        ("frame:danger", ["war", "threat", "Cold war", "threats"]),
        ("Frame: Danger", ["war", "threat", "Cold war", "threats"]),
        ("danger", []),
        ("peace", []),
        ("of [moscow]", ["of Russia"]),
    ],
)
def test_words_patterns_actors_and_frames_are_looked_up(index, asked, hits):
    assert found_in(index, Query(asked), [DANGER]) == hits


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query("[Berlin]"), "no actor of the study; known actors: Moscow"),
        (Query("*"), "holds no word"),
        (Query("frame:peace"), '"peace" is no frame of frames.yaml; known frames: danger'),
        (Query("war", sort=("L1",)), '"L1" is no place to sort by'),
    ],
)
def test_what_cannot_be_looked_up_is_refused(index, query, said):
    with pytest.raises(InputError, match=said.replace("[", r"\[")):
        search(index, query, frames=[DANGER])


@pytest.mark.parametrize(
    ("selection", "hits", "searched"),
    [
        (Selection(frozenset("b")), ["threats"], [False, False, True]),
        (Selection(since=date(2017, 9, 27)), ["threats"], [False, False, True]),
        (Selection(until=date(2017, 9, 26)), ["threat"], [True, False, False]),
        (Selection(frozenset()), [], [False, False, False]),
    ],
)
def test_outlets_and_days_choose_the_articles(index, selection, hits, searched):
    found = search(index, Query("threat*", selection=selection), frames=())
    assert found.searched.tolist() == searched
    assert found_in(index, Query("threat*", selection=selection)) == hits


@pytest.mark.parametrize(
    ("sort", "lines"),
    [
        ((), ["The war", "A win", "Old War", "The win"]),
        (("node",), ["The war", "Old War", "A win", "The win"]),
        (("1L",), ["A win", "Old War", "The war", "The win"]),
        (("1R",), ["The win", "Old War", "The war", "A win"]),
        (("1L", "1R"), ["A win", "Old War", "The win", "The war"]),
        (("9R", "node", "1L"), ["Old War", "The war", "A win", "The win"]),
    ],
)
def test_hits_are_sorted_by_the_words_at_their_places(word_index, sort, lines):
    index = word_index({"a": ["The war ends. A win now. Old War came. The win."]})
    spans = search(index, Query("w*", sort=sort), frames=()).spans
    assert [index.text_of(first - 1, last) for first, last in zip(spans.first, spans.last, strict=True)] == lines


def test_hits_are_sorted_by_date_those_without_one_last(word_index):
    texts = {"a": ["war one", "war two", "war three"]}
    index = word_index(texts, dates=[None, date(2018, 1, 1), date(2017, 1, 1)])
    spans = search(index, Query("war *", sort=("date",)), frames=()).spans
    assert [index.names[index.article[first]] for first in spans.first] == ["a/3", "a/2", "a/1"]


def test_a_sample_is_that_of_the_reference_table(word_index):
    index = word_index({"a": ["War. " * 40]})
    found = search(index, Query("war", sample=5), frames=(), seed=1)
    table = concordance(index.tokens, index.articles, "war", sample=5, seed=1)
    assert index.start[found.spans.first].tolist() == table["start"].tolist()
    assert (len(found.all), len(found.spans)) == (40, 5)


@pytest.mark.parametrize("node", ["war", "Moscow", "north korea", "s*", "the"])
@pytest.mark.parametrize("window", [None, 0, 3, 10])
def test_lines_are_those_of_the_reference_table(seeds, node, window):
    known = index_words(seeds)
    outlets = tuple(dict.fromkeys(known.articles["outlet"]))  # in the table's order, which the reference keeps
    index = WordIndex(known.tokens, known.articles, outlets)
    for sort in ((), ("1R", "2R"), ("node", "1L"), ("3L", "5R")):
        table = concordance(index.tokens, index.articles, node, window=window, sort=sort)
        spans = search(index, Query(node, sort=sort), frames=()).spans
        lines = lines_table(context_lines(index, spans, window=window, sort=sort))
        assert lines["start"].tolist() == table["start"].tolist()
        assert lines["right"].tolist() == table["right"].tolist()
        assert lines["left"].tolist() == table["left"].tolist()


def test_lines_come_by_outlet_as_the_study_has_them_then_as_in_the_text(word_index):
    articles = {"b": ["War one. War two."], "a": ["War three."]}
    index = word_index(articles, dates=[date(2018, 1, 1), date(2018, 1, 1)])
    turned = WordIndex(index.tokens, index.articles, ("a", "b"))
    assert found_in(turned, Query("war *")) == ["War three", "War one", "War two"]
    assert found_in(turned, Query("war *", sort=("date",))) == ["War three", "War one", "War two"]
    assert found_in(turned, Query("war *", sort=("1R",))) == ["War three", "War one", "War two"]
    assert found_in(turned, Query("war *", sort=("node",))) == ["War one", "War three", "War two"]
