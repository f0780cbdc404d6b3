"""Reach: the sentences of an article that can hold a motive of an actor, told by their words alone.

An actor is looked for where it is named, and where a word can stand for it right behind: a pronoun, a description or
an act of its own ("the country", "these attacks") in the two sentences after one that names it, "both" in the three
after, and "we" or what must be done also further on in a speech that names it. What lies beyond is ascribed to it by
no rule, and need not be parsed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..parse import ParsedArticle
from ..study import Actor
from ..voices import ArticleVoices
from .grammar import cues, stake_cues
from .holders import HE, IT, THEY, WE
from .naming import ActorNames

_AFTER, _AFTER_BOTH = 2, 3  # sentences
_REACHED = 4  # words from "these" to its noun
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPOKEN = WE | stake_cues.NECESSARY | frozenset("must need needs needed".split())
_BOTH = frozenset("both two either neither".split())
_POINTING = frozenset("the this these that those such".split())
_POINTED_AT = cues.HOLDABLE | stake_cues.STANDINGS | cues.COUNTRY_NOUNS


def actors_in_reach(
    article: ParsedArticle, names: ActorNames, voices: ArticleVoices, actors: Sequence[Actor]
) -> dict[int, set[str]]:
    """Give, by their position in text order, the sentences that can hold a motive of an actor, with those actors.

    It does not say that a sentence holds a motive, nor whom its pronouns stand for.
    """
    within: dict[int, set[str]] = {}
    for actor in actors:
        named = names.naming(actor.name)
        for position in (*named, *_told_of(article, named, names, voices)):
            if not article.sentences[position].too_long:
                within.setdefault(position, set()).add(actor.name)
    return dict(sorted(within.items()))


def _told_of(
    article: ParsedArticle, named: dict[int, set[str]], names: ActorNames, voices: ArticleVoices
) -> Iterator[int]:
    """The sentences without the actor's name in which a word can stand for it; ``named`` gives the names by place."""
    spoken = {after for first, passage in _first_named(named, voices) for after in passage if after > first}
    behind = {after for position in named for after in range(position + 1, position + 1 + _AFTER_BOTH)}
    for position in (spoken | behind) - set(named):
        if position < len(article.sentences):
            words = [word.lower() for word in _WORD.findall(article.sentences[position].text)]
            near = [before for before in range(position - _AFTER, position) if before in named]
            if (
                _stands_in(words, near, position in behind)
                or (_person_may_be_meant(words, near, named, names))
                or (position in spoken and not _SPOKEN.isdisjoint(words))
            ):
                yield position


def _first_named(named: Iterable[int], voices: ArticleVoices) -> Iterator[tuple[int, range]]:
    """Yield the first position of each passage that has any, with the positions of the passage."""
    passage = range(0)
    for position in sorted(named):
        if position not in passage:
            passage = voices.passage_of(position)
            yield position, passage


def _stands_in(words: list[str], near: list[int], behind: bool) -> bool:
    """Whether a word can stand for a state named in one of the sentences near before."""
    if near and not (IT | THEY | _SPOKEN).isdisjoint(words):
        return True
    return (behind and not _BOTH.isdisjoint(words)) or (bool(near) and _points_at_act(words))


def _person_may_be_meant(words: list[str], near: list[int], named: dict[int, set[str]], names: ActorNames) -> bool:
    """Whether "he" can stand for somebody named near before: a person by name, or by an office like "president"."""
    if HE.isdisjoint(words):
        return False
    return any(names.tells_person(before) or any(map(names.may_be_person, named[before])) for before in near)


def _points_at_act(words: list[str]) -> bool:
    """Whether "the", "these" ... stands before a noun that can be an act or the standing of somebody."""
    return any(
        word in _POINTING
        and any(form in _POINTED_AT for noun in words[i + 1 : i + 1 + _REACHED] for form in _singular(noun))
        for i, word in enumerate(words)
    )


def _singular(word: str) -> Iterator[str]:
    """The forms that a noun may have in the classes: attacks, attack; policies, policy."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
        yield word.removesuffix("es")
        yield word.removesuffix("ies") + "y"
