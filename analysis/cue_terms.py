"""Cue terms of a codebook, made ready for finding in short texts.

A cue is a pattern as in a frame (`analysis.patterns`): ``weaken*``, ``great power*``. Two more signs combine patterns:
``|`` stands between alternatives, and `` + `` joins parts that must all stand in the same text, in any order:
``weaken*|divid* + NATO|alliance*``.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache

from .patterns import TOKEN, Pattern, parse_pattern, term_of


@dataclass(frozen=True)
class CueTerm:
    """One cue of a code: its text, and its parts, each a set of alternatives."""

    code: str
    text: str
    parts: tuple[tuple[Pattern, ...], ...]

    @property
    def words(self) -> int:
        """Count the words that the shortest way to meet the cue takes."""
        return sum(min(len(pattern.globs) for pattern in part) for part in self.parts)

    def words_in(self, places: dict[Pattern, set[int]]) -> set[int]:
        """Give the places of the words that meet the cue, from where each pattern stands; none where a part fails."""
        met = [set().union(*(places.get(pattern, set()) for pattern in part)) for part in self.parts]
        return set().union(*met) if all(met) else set()


def read_cue(code: str, text: str) -> CueTerm:
    """Read a cue as an analyst types it."""
    parts = tuple(tuple(parse_pattern(one) for one in part.split("|")) for part in text.split(" + "))
    return CueTerm(code, text, parts)


class CueIndex:
    """Cue terms by their words, so that a text is read once, whatever the number of cues."""

    def __init__(self, cues: Iterable[CueTerm]) -> None:
        self._cues = tuple(cues)
        self._having: dict[Pattern, list[int]] = defaultdict(list)
        for place, cue in enumerate(self._cues):
            for pattern in dict.fromkeys(one for part in cue.parts for one in part):
                self._having[pattern].append(place)
        self._starting: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in self._having:
            self._starting[pattern.globs[0]].append(pattern)
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, text: str) -> tuple[CueTerm, ...]:
        """Give the cues that a text meets; of cues of one code on the same words, the longest."""
        terms = [term_of(match.group()) for match in TOKEN.finditer(text)]
        places: dict[Pattern, set[int]] = {}
        for place, term in enumerate(terms):
            for pattern in (pattern for glob in self._globs_of(term) for pattern in self._starting[glob]):
                if _goes_on(pattern, terms, place):
                    places.setdefault(pattern, set()).update(range(place, place + len(pattern.globs)))
        possible = sorted({place for pattern in places for place in self._having[pattern]})
        met = [(self._cues[place], self._cues[place].words_in(places)) for place in possible]
        longest_first = sorted((one for one in met if one[1]), key=lambda one: -one[0].words)
        taken: dict[str, set[int]] = defaultdict(set)
        kept = []
        for cue, words in longest_first:
            if not words <= taken[cue.code]:
                taken[cue.code] |= words
                kept.append(cue)
        return tuple(kept)

    @cached_property
    def _inner(self) -> tuple[str, ...]:
        """The first globs that are more than a word or a beginning."""
        return tuple(glob for glob in self._starting if "*" in glob[:-1] or "?" in glob)

    def _globs_of(self, term: str) -> list[str]:
        """Give the first globs of patterns that a term matches."""
        beginnings = (term[:length] + "*" for length in range(len(term) + 1))
        plain = [glob for glob in (term, *beginnings) if glob in self._starting]
        return plain + [glob for glob in self._inner if glob not in plain and fnmatchcase(term, glob)]


def _goes_on(pattern: Pattern, terms: Sequence[str], place: int) -> bool:
    following = terms[place : place + len(pattern.globs)]
    if len(following) < len(pattern.globs):
        return False
    return all(fnmatchcase(term, glob) for term, glob in zip(following, pattern.globs, strict=True))
