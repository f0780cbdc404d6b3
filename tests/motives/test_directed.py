import pandas as pd
import pytest

from analysis.actors import find_mentions
from analysis.motives.directed import directed_at
from analysis.motives.naming import ActorNames
from analysis.parse import parse_articles
from analysis.study import Actor
from analysis.tokens import split_sentences, tokenize

ACTORS = [
    Actor(name="Moscow", aliases=["Moscow", "Russia", "Russian"]),
    Actor(name="Washington", aliases=["Washington", "US", "Americans"]),
    Actor(name="Beijing", aliases=["Beijing", "China"]),
]


def target_of(text, evidence, holder="Moscow"):
    row = {"outlet": "x", "article": "x/1.txt", "path": "x/1.txt", "sha256": "0", "text": text, "clean": text}
    articles = pd.DataFrame([row])
    sentences = split_sentences(articles)
    mentions = find_mentions(tokenize(articles, sentences), ACTORS)
    (article,) = parse_articles(articles, sentences)
    start = text.index(evidence)
    names = ActorNames(article, mentions, ACTORS)
    return directed_at(article.sentences[0], names, start, start + len(evidence), holder)


@pytest.mark.parametrize(
    ("text", "evidence", "target"),
    [
        ("Moscow wants to deter the US.", "to deter the US", "Washington"),
        ("Moscow wants to weaken US influence.", "to weaken US influence", "Washington"),
        ("Moscow seeks the containment of the US.", "the containment of the US", "Washington"),
        ("The visit was meant as a signal to Washington.", "as a signal to Washington", "Washington"),
        ("Moscow hopes to make the Americans leave.", "to make the Americans leave", "Washington"),
        ("Moscow seeks closer ties with Beijing.", "closer ties with Beijing", "Beijing"),
        ("Moscow works with China to counter the US.", "with China to counter the US", "Washington"),
        ("Moscow wants to sell more gas.", "to sell more gas", ""),
        ("Moscow wants to meet its rival in China.", "to meet its rival in China", ""),
        ("Moscow wants to restore Russian pride.", "to restore Russian pride", ""),
        ("The disaster may also affect Russia and China.", "may also affect Russia and China", ""),
        ("Moscow wants to win, while the US watches.", "to win", ""),
    ],
)
def test_a_motive_is_directed_at_whom_its_words_act_on(text, evidence, target, parser):
    assert target_of(text, evidence) == target


def test_the_holder_is_never_its_own_target(parser):
    assert target_of("The US wants to deter Russia.", "to deter Russia", holder="Washington") == "Moscow"
    assert target_of("The US wants to deter Russia.", "to deter Russia", holder="Moscow") == ""
