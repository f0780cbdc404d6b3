"""Punkt: the decisions of NLTK's sentence splitter, without the two seconds that importing NLTK takes.

NLTK's Punkt decides at each point, question and exclamation mark by the word before it and the word after it alone.
Here are the same decisions, and the spans that follow from them; the tests hold both to NLTK, which is asked itself
where its regular expressions may read a text otherwise than Python's.
"""

import re
import string
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof rev gen col lt maj sgt capt cmdr adm gov sen rep reps sens gens amb hon st jr sr pres vs "
        "etc inc ltd co corp dept bros est fig vol ed al cf approx ft mt jan feb mar apr jun jul aug sep sept oct nov "
        "dec mon tue wed thu fri sat sun u.s u.k u.n e.u u.s.a d.c n.y a.m p.m i.e e.g ph.d p.s u.s.s.r r d calif conn "
        "fla mass mich minn pa va wash"
    ).split()
)
STARTERS = frozenset(
    (
        "the a an it he she they we i this that these those there in on at but and for from with as if when while "
        "after before since although however moreover meanwhile still yet nevertheless his her its their our some many "
        "most both all no not what who why how then now after so also even such like our my your its there here"
    ).split()
)
_NO_WORD = r"""[)";}\]*:@'({\[?!]"""
_MANY = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_WORD = re.compile(
    rf"""{_MANY}|(?=[^("`{{\[:;&\#*@)}}\]\-,])\S+?(?=\s|$|{_NO_WORD}|{_MANY}|,(?=$|\s|{_NO_WORD}|{_MANY}))|\S"""
)
MARK = re.compile(rf"[.?!](?=(?P<after>{_NO_WORD}|\s+(?P<next>\S+)))")
_CLOSING = re.compile(r"""["')\]}]+?(?:\s+|(?=--)|$)""", re.MULTILINE)
_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*\.?")
_INITIAL = re.compile(r"[^\W\d]\.$")
_ELLIPSIS = re.compile(r"\.\.+$")
UNLIKE = re.compile(r"[\x1c-\x1f\x85]")  # blanks to Python and not to NLTK's regular expressions
_PUNCTUATION = frozenset(";:,.!?")


@cache
def sentence_tokenizer() -> "PunktSentenceTokenizer":
    """Return NLTK's Punkt splitter, with a list of news abbreviations in place of a trained model to be downloaded."""
    from nltk.tokenize.punkt import _ORTHO_LC, PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types.update(ABBREVIATIONS)
    parameters.sent_starters.update(STARTERS)
    for word in STARTERS:
        parameters.add_ortho_context(word, _ORTHO_LC)
    return PunktSentenceTokenizer(parameters)


def punkt_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a folded text, as `sentence_tokenizer().span_tokenize` finds them."""
    if UNLIKE.search(text):
        return list(sentence_tokenizer().span_tokenize(text))
    return list(_with_closing_marks(text, _cut(text)))


def _cut(text: str) -> list[tuple[int, int]]:
    """Cut a text after every mark that ends a sentence."""
    spans, start = [], 0
    for word, mark in _last_marks(text):
        after = mark["after"].replace("\n", "  ")  # the words of one line are none with those of the next
        if ends_sentence(text[word : mark.end()], after):
            spans.append((start, mark.end()))
            start = mark.start("next") if mark["next"] else mark.end()
    return [*spans, (start, len(text.rstrip()))]


def _last_marks(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the last mark of each stretch between blanks, and before it the place where its word starts."""
    word = place = 0
    latest = None
    for mark in MARK.finditer(text):
        blank = max(text.rfind(sign, place, mark.start()) for sign in string.whitespace)
        begin = blank + 1 if blank > place else word
        if latest and place <= begin:
            yield word, latest
        word, place, latest = begin, mark.start(), mark
    if latest:
        yield word, latest


def _with_closing_marks(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, with the quotation marks and brackets at the start of one moved to the end of the one before."""
    moved = 0
    for (start, stop), after in zip(spans, [*spans[1:], None], strict=True):
        closing = _CLOSING.match(text[slice(*after)]) if after else None
        if closing:
            yield start + moved, after[0] + len(closing.group().rstrip())
        elif start + moved < stop:
            yield start + moved, stop
        moved = closing.end() if closing else 0


@lru_cache(maxsize=200_000)
def ends_sentence(word: str, after: str) -> bool:
    """Return whether a word with its mark ends a sentence before what comes after it, blanks included."""
    words = _WORD.findall(word + after)
    if any(map(_is_read_otherwise, words)):
        return sentence_tokenizer().text_contains_sentbreak(word + after)
    breaks = [_breaks(own, following) for own, following in zip(words, [*words[1:], ""], strict=True)]
    return any(breaks[:-1])


def _is_read_otherwise(word: str) -> bool:
    """Say whether Python's and NLTK's regular expressions may differ on a word: raised digits, signs without case."""
    return not word.isascii() and (len(word) == 2 or any(sign.isnumeric() for sign in word if not sign.isascii()))


def _breaks(word: str, following: str) -> bool:
    """Say whether a sentence ends after one of Punkt's words, by the one that follows."""
    breaks = _breaks_by_itself(word)
    if not following or not word.endswith("."):
        return breaks
    initial, upper = bool(_INITIAL.match(word)), following[0].isupper()
    kind = following[:-1] if len(following) > 1 and following[-1] == "." and _breaks_by_itself(following) else following
    starter = kind.lower() in STARTERS
    if initial or _NUMBER.fullmatch(word.lower()):
        goes_on_small = following in _PUNCTUATION or (following[0].islower() and not starter)
        return breaks and not goes_on_small and not (initial and upper and not starter)
    return breaks or (upper and starter and (_is_abbreviation(word) or bool(_ELLIPSIS.match(word))))


def _breaks_by_itself(word: str) -> bool:
    """Say whether a word ends a sentence but for what follows: a mark, or any word with a point but abbreviations."""
    if word in (".", "?", "!"):
        return True
    return word.endswith(".") and not word.endswith("..") and not _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    name = word[:-1].lower()
    return name in ABBREVIATIONS or name.rsplit("-", 1)[-1] in ABBREVIATIONS
