"""Alphabet: each character of a text as one byte, so that whole words compare as numbers.

What a character is to a token is asked of the token pattern itself, so that a change to it reaches here.
"""

import numpy as np

from ..patterns import TOKEN, fold

SIGN, MARK, JOINER, POINT, COMMA, BAR, END, OTHER = range(8)  # what a character is to a token, or ends a sentence
TOLD_APART = 254  # letters above this many share a byte and are told apart by their words
QUOTE = 128  # the byte of quotation marks that join no word
BLANK = 129  # of blanks beyond ASCII's six
LETTER_QUOTE = 130  # of letters that fold to a quotation mark
_FRESH, _OTHER, _FIRST = 131, 132, 133
SHARED = (TOLD_APART, 255)  # the bytes of marks and of letters that are not told apart
_ASCII_BLANKS = " \t\n\r\x0b\x0c"


class Alphabet:
    """Bytes for characters, given out as characters are first seen: ASCII keeps its own, folded marks get its.

    ``kinds`` says of each byte what it is to a token. Up to 121 letters beyond ASCII have bytes of their own.
    """

    def __init__(self) -> None:
        self._bytes = np.full(0x110000, _FRESH, dtype=np.uint8)
        self.kinds = np.full(256, OTHER, dtype=np.uint8)
        self.kinds[[*SHARED, LETTER_QUOTE]] = MARK, SIGN, SIGN
        self._next = _FIRST
        for point in range(128):
            odd = chr(point).isspace() and chr(point) not in _ASCII_BLANKS
            self._bytes[point] = BLANK if odd else point
            self.kinds[self._bytes[point]] = kind_of(chr(point))

    def encode(self, text: str) -> np.ndarray:
        """Give the bytes of a text, one a character."""
        points = _code_points(text)
        codes = self._bytes[points]
        if (codes == _FRESH).any():
            for point in np.unique(points[codes == _FRESH]).tolist():
                self._bytes[point] = self._byte_of(chr(point))
            codes = self._bytes[points]
        return codes

    def _byte_of(self, character: str) -> int:
        """Give a byte to a character beyond ASCII."""
        kind, plain = kind_of(character), fold(character)
        if plain != character:
            known = {self.kinds[ord(plain)]: ord(plain), SIGN: LETTER_QUOTE}
            return known.get(kind, QUOTE)
        if kind not in (SIGN, MARK):
            return BLANK if character.isspace() else _OTHER
        if self._next == TOLD_APART:
            return SHARED[kind == SIGN]
        self.kinds[self._next] = kind
        self._next += 1
        return self._next - 1


def _code_points(text: str) -> np.ndarray:
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), dtype=np.uint8)
    pairs = text.encode("utf-16-le", "surrogatepass")
    if len(pairs) == 2 * len(text):
        return np.frombuffer(pairs, dtype="<u2")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def kind_of(character: str) -> int:
    """Say what a character is to a token, by trying the token pattern on it."""
    if TOKEN.match(character):
        return SIGN
    if TOKEN.match("1" + character).end() == 2:
        return MARK
    if TOKEN.match("1" + character + "a").end() == 3:
        return JOINER
    if TOKEN.match("a.a" + character).end() < 3:
        return BAR
    return {".": POINT, ",": COMMA, "!": END, "?": END}.get(character, OTHER)
