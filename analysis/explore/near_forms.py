"""Near forms: words of the texts that a pattern does not take and that whoever typed it may have meant.

They are found by spelling alone: a form near by may mean something else, which its lines show.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from ..patterns import Pattern, parse_pattern
from ..vocabulary.function_words import FUNCTION_WORDS
from .word_index import WordIndex, spans_of

_LEAST = 4  # letters of a stem; any word holds a shorter one
_SHOWN = 12
_ENDING = re.compile(r"(?:ies|ied|ing|ed|es|s|e|y)$")
_SUFFIX = re.compile(r"(?:er|ly|ion|ive|al|ment)$")


@dataclass(frozen=True)
class NearForms:
    """Forms that a pattern does not take, with their counts, the most frequent first; ``trying`` takes them."""

    why: str
    forms: tuple[tuple[str, int], ...]
    trying: str


def near_forms(index: WordIndex, pattern: Pattern) -> list[NearForms]:
    """Find what a pattern misses near by: other endings, words that hold it, hyphens and blanks, capitals, spellings.

    Of a sequence each word is tried in other endings. No form is given twice.
    """
    single = len(pattern.globs) == 1
    groups = chain.from_iterable(kind(index, pattern) for kind in (_OF_A_WORD if single else _OF_A_SEQUENCE))
    given = {index.terms[place] for place in index.vocabulary.resolve(pattern.globs[0])} if single else set()
    return list(_apart(groups, given))


def near_instead(index: WordIndex, pattern: Pattern) -> list[NearForms]:
    """Find what is near a pattern that takes nothing: near the whole, else near each word of it that is nowhere."""
    whole = near_forms(index, pattern)
    if whole or len(pattern.globs) == 1:
        return whole
    missing = [glob for glob in pattern.globs if not len(index.vocabulary.resolve(glob)) and glob.strip("*?")]
    return [group for glob in missing for group in near_forms(index, Pattern(glob, (glob,)))]


def stems_of(glob: str) -> tuple[str, ...]:
    """Give what to look for at a word's beginning: the word, that without its ending, and then without a suffix.

    Stems have at least four letters; of a pattern it is the letters up to its first * or ? alone.
    """
    fixed = _fixed(glob)
    if len(fixed) < len(glob):
        return (fixed,) if fixed else ()
    stem = _SUFFIX.sub("", _base(glob))
    return tuple(dict.fromkeys([fixed, _base(glob), *([stem] if len(stem) >= _LEAST else [])]))


def _fixed(glob: str) -> str:
    """Give the letters up to the first * or ?."""
    return re.match(r"[^*?]*", glob).group().lower()


def _base(glob: str) -> str:
    """Give a word without its ending, or the letters of a pattern up to its first * or ?."""
    fixed = _fixed(glob)
    base = _ENDING.sub("", fixed) if len(fixed) == len(glob) else fixed
    return base if len(base) >= _LEAST else fixed


def _endings(index: WordIndex, pattern: Pattern) -> Iterator[NearForms]:
    """Words that begin with the word, then those that begin with a stem."""
    for stem in stems_of(pattern.globs[0]):
        if len(stem) >= _LEAST - 1:
            yield _of_terms(index, f"begin with {stem}", [low.startswith(stem) for low in index.lowered], f"{stem}*")


def _holding(index: WordIndex, pattern: Pattern) -> Iterator[NearForms]:
    """Words that hold the word, without its ending, within: de-escalation for escalate."""
    base = _base(pattern.globs[0])
    if len(base) >= _LEAST:
        yield _of_terms(index, f"hold {base}", (base in low[1:] for low in index.lowered), f"*{base}*")


def _hyphens(index: WordIndex, pattern: Pattern) -> Iterator[NearForms]:
    """The same letters with a hyphen, without, and as two words; a * at the end is kept."""
    word, star = _ended(pattern.globs[0])
    letters = word.replace("-", "")
    if len(letters) < _LEAST or set("*?") & set(letters):
        return
    size = len(letters) if star else None
    same = [low for low in index.lowered if low[0] == letters[0] and low.replace("-", "")[:size] == letters]
    for low in dict.fromkeys(same):
        yield _of_terms(index, "with or without a hyphen", (term == low for term in index.lowered), low)
    parted = [tuple(word.split("-", 1))] if "-" in word else [(word[:n], word[n:]) for n in range(2, len(word) - 1)]
    for one, two in parted:
        if len(index.vocabulary.resolve(one)) and len(index.vocabulary.resolve(two + star)):
            yield _of_sequence(index, f"{one} {two}{star}", "as two words")


def _spellings(index: WordIndex, pattern: Pattern) -> Iterator[NearForms]:
    """Words in other capitals, and words of nearly the same letters that begin alike, with the * of the pattern."""
    from difflib import get_close_matches

    word, star = _ended(pattern.globs[0])
    if not word or set("*?") & set(word):
        return
    near = {low for low in index.lowered if low[0] == word[0] and abs(len(low) - len(word)) <= 2}
    close = get_close_matches(word, sorted(near - FUNCTION_WORDS), n=6, cutoff=0.82) if len(word) >= _LEAST else []
    for low in dict.fromkeys([*({word} & near), *close]):
        places = [place for place, term in enumerate(index.lowered) if term == low]
        for place in places:
            trying = index.terms[place] + star
            yield _of_terms(index, "spelt nearly so", (term == index.terms[place] for term in index.terms), trying)


def _joined(index: WordIndex, pattern: Pattern) -> Iterator[NearForms]:
    """A sequence of words written as one, with a hyphen or without."""
    for sign in ("-", ""):
        glob = sign.join(pattern.globs)
        yield _of_terms(index, "as one word", index.vocabulary.has(glob), glob)


def _sequence_endings(index: WordIndex, pattern: Pattern) -> Iterator[NearForms]:
    """The sequence with one of its words in any ending."""
    own = index.find([pattern]).first
    for place, glob in enumerate(pattern.globs):
        base = _base(glob)
        if len(base) >= _LEAST - 1 and glob != f"{base}*":
            tried = " ".join([*pattern.globs[:place], f"{base}*", *pattern.globs[place + 1 :]])
            yield _of_sequence(index, tried, f"with {base}*", without=own)


_OF_A_WORD = (_endings, _holding, _hyphens, _spellings)
_OF_A_SEQUENCE = (_sequence_endings, _joined)


def _ended(glob: str) -> tuple[str, str]:
    """Give a glob in small letters without the * at its end, and that *."""
    return (glob[:-1].lower(), "*") if glob.endswith("*") else (glob.lower(), "")


def _of_terms(index: WordIndex, why: str, wanted: Iterable[bool], trying: str) -> NearForms:
    places = np.flatnonzero(np.fromiter(wanted, dtype=bool, count=len(index.terms)))
    return NearForms(why, _by_count({index.terms[place]: int(index.counts[place]) for place in places}), trying)


def _of_sequence(index: WordIndex, tried: str, why: str, *, without: Collection[int] = ()) -> NearForms:
    spans = spans_of(index.find([parse_pattern(tried)]))
    kept = spans.only(~np.isin(spans.first, np.asarray(without, dtype=int)))
    forms = (
        " ".join(index.terms[place] for place in index.ids[first : last + 1])
        for first, last in zip(kept.first, kept.last, strict=True)
    )
    return NearForms(why, _by_count(Counter(forms)), tried)


def _by_count(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _apart(groups: Iterable[NearForms], given: set[str]) -> Iterator[NearForms]:
    """Leave out forms that are given already, and groups without any other."""
    for group in groups:
        forms = tuple(pair for pair in group.forms if pair[0] not in given)
        given |= {form for form, _ in forms}
        if forms:
            yield NearForms(group.why, forms[:_SHOWN], group.trying)
