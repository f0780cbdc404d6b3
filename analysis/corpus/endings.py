"""Endings: whether a sentence ends at a point, question or exclamation mark, decided as Punkt decides it.

NLTK's Punkt, which splits the sentences of a study, decides at each mark by the word before it and the word after it
alone. Here are the same decisions for the places that `analysis.corpus.sentences` cannot decide a column at a time,
without NLTK's import and time limits; the tests hold the two together.
"""

import re
from functools import lru_cache

from ..patterns import fold
from ..tokens import ABBREVIATIONS, STARTERS, goes_on, sentence_tokenizer

_NO_WORD = r"""[)";}\]*:@'({\[?!]"""
_MANY = r"(?:-{2,}|\.{2,}|(?:\.\s){2,}\.)"
_WORD = re.compile(
    rf"""{_MANY}|(?=[^("`{{\[:;&\#*@)}}\]\-,])\S+?(?=\s|$|{_NO_WORD}|{_MANY}|,(?=$|\s|{_NO_WORD}|{_MANY}))|\S"""
)
_MARK = re.compile(rf"[.?!](?=(?P<after>{_NO_WORD}|\s+(?P<next>\S+)))")
_CLOSING = re.compile(r"""["')\]}]+?(?:\s+|(?=--)|$)""")
_NUMBER = re.compile(r"-?[.,]?\d[\d,.-]*\.?")
_INITIAL = re.compile(r"[^\W\d]\.$")
_ELLIPSIS = re.compile(r"\.\.+$")
_BLANK = re.compile(r"[ \t\n\r\x0b\x0c]")
_NEXT = re.compile(r"\S*\s*\S*")
_LOOK = 40  # characters, more than any rule looks back or on
_PUNCTUATION = frozenset(";:,.!?")


def sentence_after(line: str, mark: int, *, sentence: int) -> int | None:
    """Give where the next sentence starts if the one that starts at ``sentence`` ends at a mark, else None.

    All places count characters of the line, which has no blanks around it.
    """
    chunk = _chunk_start(line, mark)
    cut = max(chunk - _LOOK, 0)
    stop = _NEXT.match(line, mark).end() + _LOOK
    window = fold(line[cut:stop])
    following = _sentence_after(window, mark - cut, chunk=chunk - cut, sentence=max(sentence - cut, 0))
    if following == len(window) and stop < len(line):
        window = fold(line[cut:])
        following = _sentence_after(window, mark - cut, chunk=chunk - cut, sentence=max(sentence - cut, 0))
    return None if following is None or following == len(window) else following + cut


def _sentence_after(text: str, mark: int, *, chunk: int, sentence: int) -> int | None:
    match = _MARK.match(text, mark)
    if not match or (mark > chunk and _has_later_mark(text, match.end())):
        return None
    if not ends_sentence(text[chunk : match.end()], " " + match["next"] if match["next"] else match["after"]):
        return None
    stop, begin = match.end(), match.start("next") if match["next"] else match.end()
    closing = _CLOSING.match(text, begin)
    if closing:
        stop, begin = begin + len(closing.group().rstrip()), closing.end()
    return None if begin < len(text) and goes_on(text, (sentence, stop), begin) else begin


def _has_later_mark(text: str, place: int) -> bool:
    """Say whether another mark stands in the same stretch between blanks, where the last alone counts."""
    later = _MARK.search(text, place)
    return later is not None and not _BLANK.search(text, place, later.start())


def _chunk_start(line: str, place: int) -> int:
    """Give where the stretch between blanks begins in which a place lies."""
    start = line.rfind(" ", 0, place) + 1
    for blank in _BLANK.finditer(line, start, place):
        start = blank.end()
    return start


@lru_cache(maxsize=200_000)
def ends_sentence(word: str, after: str) -> bool:
    """Say whether a word with its mark ends a sentence before what comes after it, a blank first where one is."""
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
