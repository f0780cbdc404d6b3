"""Examples: which code's example statements a text is worded like, by naive Bayes over the words they share.

A codebook's examples, definitions and inclusions are the only texts learned from. Words compare by their first six
letters, so that "mediate" meets "mediation"; grammatical words and words that no example has say nothing.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from math import exp, log

from ..codebooks import MotiveCode
from ..patterns import TOKEN, term_of

SMOOTHING = 0.5
COMMON = 40
_STEM, _SHORTEST = 6, 3
_GRAMMATICAL = frozenset(
    "the and for with its that this from are was were has have had his their they would could will may not more than "
    "which who what such but also been there into over any some does did out about her our you these those can all "
    "him she them then own".split()
)


class ExampleWords:
    """The words of each code's examples."""

    def __init__(self, codes: dict[str, MotiveCode]) -> None:
        self._counts = {code: Counter(_words_of_entry(entry)) for code, entry in codes.items()}

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word for counts in self._counts.values() for word in counts)

    @cached_property
    def _weights(self) -> dict[str, float]:
        """Give each word's weight, half for one that forty statements have: "want" and "seek" go with every code."""
        statements = sum(self._counts.values(), Counter())
        return {word: COMMON / (COMMON + number) for word, number in statements.items()}

    def likeness(self, text: str) -> dict[str, float]:
        """Give the share of each code, 1 in all; nothing where no word of the text is known.

        It is proportional to the product of (n + s)^w over the words, with n the number of the code's examples that
        have the word, s = 0.5 and w = 40 / (40 + the number of all examples that have it). Codes are taken as if they
        had examples of one length, so that a code with few is not preferred for words that it lacks. No probability:
        words that go together are counted as if they did not.
        """
        words = {stem for _, stem in _words(text)} & self._known
        if not words:
            return {}
        logs = {
            code: sum(self._weights[word] * log(counts[word] + SMOOTHING) for word in sorted(words))
            for code, counts in self._counts.items()
        }
        most = max(logs.values())
        odds = {code: exp(one - most) for code, one in logs.items()}
        return {code: one / sum(odds.values()) for code, one in odds.items()}

    def shared(self, text: str, code: str) -> tuple[str, ...]:
        """Give the words of a text, as they stand there, that a code's examples have too."""
        return tuple(dict.fromkeys(word for word, stem in _words(text) if stem in self._counts[code]))


def _words_of_entry(entry: MotiveCode) -> Iterator[str]:
    """Give the words of a code's examples and descriptions, each once a statement."""
    for statement in (entry.definition, *entry.includes, entry.example, *entry.examples):
        yield from dict.fromkeys(stem for _, stem in _words(statement))


def _words(text: str) -> Iterator[tuple[str, str]]:
    for match in TOKEN.finditer(text):
        term = term_of(match.group()).lower()
        if len(term) >= _SHORTEST and term not in _GRAMMATICAL:
            yield match.group(), term[:_STEM]
