"""Cue terms of a codebook, made ready for finding in short texts.

A cue is a pattern as in a frame (`analysis.patterns`): ``weaken*``, ``great power*``. Four operators:
``|`` stands between alternatives, `` + `` joins parts that must all stand in the same text, in any order, `` - `` names
phrases whose words do not count, and ``$name`` stands for all the terms of one of the codebook's lists:
``weaken*|$divide + NATO|alliance*``, ``status - status quo|social status``. Anything else is refused, so that no
operator of another program is silently ignored.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property, lru_cache
from itertools import combinations, islice, product

from .errors import InputError
from .patterns import TOKEN, Pattern, parse_pattern, term_of
from .printing import brief

_TRIED = 1000  # ways to meet the parts of one cue in one text; a text that repeats a word is not worth more

# What other programs' searches know and ours do not, what only cues know, and operators that lean on a word.
_STRANGE = re.compile(r"[()\[\]{}<>=^~\\]|!(?=\w)|(?<!\S)(?:AND|OR|NOT|NEAR)(?:/\d+)?(?!\S)|\$(?!\w)")
_OF_CUES = re.compile(r"\||(?<!\S)[+-](?!\S)|\$[^\W\d]\w*")
_TIGHT = re.compile(r"\+(?=\w)|(?<!\S)-(?=\w)")

Span = tuple[int, int]

_pattern = lru_cache(maxsize=8192)(parse_pattern)  # a list's terms stand in hundreds of cues


@dataclass(frozen=True)
class CueTerm:
    """One cue of a code: its text, and its parts, each a set of alternatives; a hint is worth less than a cue.

    Words inside one of the ``excluded`` phrases meet no part.
    """

    code: str
    text: str
    parts: tuple[tuple[Pattern, ...], ...]
    hint: bool = False
    excluded: tuple[Pattern, ...] = ()

    @property
    def phrase(self) -> bool:
        """Say whether this is a cue, and no hint, whose words stand in a row."""
        return len(self.parts) == 1 and not self.hint

    def ways_in(self, spans: Mapping[Pattern, Sequence[Span]]) -> list[frozenset[int]]:
        """Give the ways in which words meet the cue, as their places, those closest together first.

        ``spans`` says where each pattern stands. No word meets two parts at once.
        """
        outside = [span for pattern in self.excluded for span in spans.get(pattern, ())]
        met = [
            sorted({span for pattern in part for span in spans.get(pattern, ()) if not _inside_any(span, outside)})
            for part in self.parts
        ]
        apart = [chosen for chosen in islice(product(*met), _TRIED) if _apart(chosen)]
        return [_places(chosen) for chosen in sorted(apart, key=_stretch)]


@dataclass(frozen=True)
class CueFound:
    """A cue and the words of the text that meet it, with their places."""

    cue: CueTerm
    places: frozenset[int]
    words: str

    @property
    def between(self) -> int:
        """Count the words that stand between those of the cue."""
        return max(self.places) - min(self.places) + 1 - len(self.places)


def expand_lists(text: str, lists: Mapping[str, Sequence[str]]) -> str:
    """Write a list's terms where a cue names it, ``$name``; raises InputError where there is no such list."""

    def terms(named: re.Match[str]) -> str:
        if named[1] not in lists:
            known = ", ".join(lists) or "none"
            raise InputError(f'the cue "{text}" names the list "{named[1]}", which is not there; known lists: {known}')
        return "|".join(lists[named[1]])

    return re.sub(r"\$(\w+)", terms, text)


def read_cue(code: str, text: str, *, hint: bool = False) -> CueTerm:
    """Read a cue as an analyst types it, its lists written out; raises InputError where it cannot be read."""
    check_operators(text, in_cue=True)
    wanted, *excluded = text.split(" - ")
    if any(" + " in part for part in excluded):
        raise InputError(f'the term "{brief(text)}" has " + " behind " - "; what is excluded comes last')
    parts = tuple(_alternatives(part) for part in wanted.split(" + "))
    return CueTerm(code, text, parts, hint, tuple(pattern for part in excluded for pattern in _alternatives(part)))


def check_operators(text: str, *, in_cue: bool) -> None:
    """Raise InputError where a term holds an operator that is none here, or one without its blanks.

    Quotation marks, and signs that belong to names (``OPEC+``, ``AT&T``, ``Yahoo!``), are no operators.
    """
    strange = _STRANGE.search(text) or (None if in_cue else _OF_CUES.search(text))
    if strange:
        known = (
            'a cue knows *, ?, |, $list, " + " and " - "'
            if in_cue
            else ("a frame's term knows * and ?; write alternatives as terms of their own")
        )
        raise InputError(f'the term "{brief(text)}" has "{strange.group().strip()}", which means nothing here: {known}')
    if in_cue and (tight := _TIGHT.search(text)):
        raise InputError(
            f'the term "{brief(text)}" has "{tight.group()}" without a blank on each side; write " {tight.group()} "'
        )


def _alternatives(part: str) -> tuple[Pattern, ...]:
    return tuple(_pattern(one.strip()) for one in part.split("|"))


class CueIndex:
    """Cue terms by their words, so that a text is read once, whatever the number of cues."""

    def __init__(self, cues: Iterable[CueTerm]) -> None:
        self._cues = tuple(cues)
        self._having: dict[Pattern, list[int]] = defaultdict(list)
        for place, cue in enumerate(self._cues):
            for pattern in dict.fromkeys(one for part in cue.parts for one in part):
                self._having[pattern].append(place)
            for pattern in cue.excluded:
                self._having[pattern] += ()  # found in texts too, without being a sign of the cue
        self._starting: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in self._having:
            self._starting[pattern.globs[0]].append(pattern)
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, text: str) -> tuple[CueFound, ...]:
        """Give the cues that a text meets, the longest first, hints last.

        Of cues of one code on the same words the longest counts; a cue of one code inside a phrase of another code
        does not ("coup" in "diplomatic coup").
        """
        words = [match.group() for match in TOKEN.finditer(text)]
        spans = self._spans([term_of(word) for word in words])
        possible = sorted({place for pattern in spans for place in self._having[pattern]})
        met = [(self._cues[place], self._cues[place].ways_in(spans)) for place in possible]
        longest_first = sorted((one for one in met if one[1]), key=lambda one: (one[0].hint, -len(one[1][0])))
        return tuple(CueFound(cue, places, _quote(places, words)) for cue, places in _without_overlap(longest_first))

    def _spans(self, terms: Sequence[str]) -> dict[Pattern, list[Span]]:
        """Give the places where each pattern stands."""
        spans: dict[Pattern, list[Span]] = defaultdict(list)
        for place, term in enumerate(terms):
            for pattern in (pattern for glob in self._globs_of(term) for pattern in self._starting[glob]):
                if _goes_on(pattern, terms, place):
                    spans[pattern].append((place, place + len(pattern.globs)))
        return spans

    @cached_property
    def _inner(self) -> tuple[str, ...]:
        """The first globs that are more than a word or a beginning."""
        return tuple(glob for glob in self._starting if "*" in glob[:-1] or "?" in glob)

    def _globs_of(self, term: str) -> list[str]:
        """Give the first globs of patterns that a term matches."""
        beginnings = (term[:length] + "*" for length in range(len(term) + 1))
        plain = [glob for glob in (term, *beginnings) if glob in self._starting]
        return plain + [glob for glob in self._inner if glob not in plain and fnmatchcase(term, glob)]


def _quote(places: frozenset[int], words: Sequence[str]) -> str:
    """Quote the words at some places, with dots between those that do not stand in a row."""
    told = ""
    for place in sorted(places):
        told += ("" if not told else " " if place - 1 in places else " … ") + words[place]
    return told


def _without_overlap(met: Sequence[tuple[CueTerm, list[frozenset[int]]]]) -> Iterator[tuple[CueTerm, frozenset[int]]]:
    """Give each cue with its closest words that no longer cue of its code and no phrase of another code has."""
    phrases = [(cue.code, way) for cue, ways in met if cue.phrase for way in ways]
    taken: dict[str, set[int]] = defaultdict(set)
    for cue, ways in met:
        foreign = [words for code, words in phrases if code != cue.code]
        free = (way for way in ways if not way <= taken[cue.code] and not any(way < words for words in foreign))
        places = next(free, frozenset())
        if places:
            taken[cue.code] |= places
            yield cue, places


def _places(spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(place for first, last in spans for place in range(first, last))


def _inside_any(span: Span, phrases: Iterable[Span]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in phrases)


def _apart(spans: Sequence[Span]) -> bool:
    return all(one[1] <= other[0] or other[1] <= one[0] for one, other in combinations(spans, 2))


def _stretch(spans: Sequence[Span]) -> int:
    return max(last for _, last in spans) - min(first for first, _ in spans)


def _goes_on(pattern: Pattern, terms: Sequence[str], place: int) -> bool:
    following = terms[place : place + len(pattern.globs)]
    if len(following) < len(pattern.globs):
        return False
    return all(fnmatchcase(term, glob) for term, glob in zip(following, pattern.globs, strict=True))
