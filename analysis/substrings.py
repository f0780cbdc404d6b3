"""Substrings: which of many texts can hold a string, without reading each of them."""

import re
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[a-z0-9]+")
_WIDTH = 3
_ASCII_LETTERS = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})  # equal to ASCII's without case


class SubstringIndex:
    """An index of texts by the words in them, letters and digits of ASCII in lower case, and of these by n-grams."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Index the texts; time and memory grow with their length."""
        self._size = len(texts)
        self._places: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            for word in set(_WORD.findall(_plain(text))):
                self._places.setdefault(word, []).append(place)
        self._words: dict[str, list[str]] = {}
        for word in self._places:
            for gram in set(_grams(word)):
                self._words.setdefault(gram, []).append(word)

    def candidates(self, sought: str) -> Sequence[int]:
        """Return the positions of the texts that can hold a string in any case, in order.

        A text that is left out does not hold it, whether case is ignored by ``re.IGNORECASE`` or by ``str.lower``. One
        that is listed holds the longest word of the string, perhaps within a longer word. All texts are listed where
        the string has no letter or digit of ASCII.

        Example:
            >>> SubstringIndex(["The Kremlin said so.", "KREMLINOLOGY", "Nobody came."]).candidates("Kremlin")
            [0, 1]
        """
        word = max(_WORD.findall(_plain(sought)), key=len, default="")
        if not word:
            return range(self._size)
        holding = [longer for longer in self._sharing(word) if word in longer]
        return sorted({place for longer in holding for place in self._places[longer]})

    def _sharing(self, word: str) -> Sequence[str]:
        """Return the words that share the rarest n-gram of a word."""
        grams = (word[i : i + _WIDTH] for i in range(max(1, len(word) - _WIDTH + 1)))
        return min((self._words.get(gram, ()) for gram in grams), key=len)


def _plain(text: str) -> str:
    return text.translate(_ASCII_LETTERS).lower()


def _grams(word: str) -> Iterator[str]:
    """Yield the sequences of up to three characters in a word."""
    for width in range(1, _WIDTH + 1):
        for i in range(len(word) - width + 1):
            yield word[i : i + width]
