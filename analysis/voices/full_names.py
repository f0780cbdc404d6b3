"""Full names: for a last name the full name that an article gives, read only where the article can give it."""

import re
from collections.abc import Iterator
from functools import cached_property

from ..parse import ParsedArticle
from ..patterns import fold, follows_capital
from .names import personal_name

_LONGEST = 5  # words, which are no name any more


class FullNames:
    """The full names of an article."""

    def __init__(self, article: ParsedArticle) -> None:
        self._article = article
        self._known: dict[str, str] = {}
        self._in_sentence: dict[int, list[tuple[str, str]]] = {}

    def full_name(self, name: str) -> str:
        """Give the full name for a last name, the first that the article gives, and for a name in capitals."""
        if name not in self._known:
            self._known[name] = (self._of_capitals(name) if name.isupper() else "") or self._of_last(name) or name
        return self._known[name]

    def _of_last(self, last: str) -> str:
        positions = (i for i in self._article.substrings.candidates(last) if follows_capital(self._texts[i], last))
        return next((full for i in positions for word, full in self._full_names_in(i) if word == last), "")

    def _of_capitals(self, name: str) -> str:
        """The name elsewhere spelled in small letters: "PUTIN" and "VLADIMIR PUTIN" are Vladimir Putin."""
        found, last = "", name.split()[-1]
        spelled = re.compile(re.escape(last), re.IGNORECASE)
        for i in self._article.substrings.candidates(last):
            if any(match.group() != last for match in spelled.finditer(self._texts[i])):
                for word, full in self._full_names_in(i):
                    if not full.isupper() and full.upper() == name:
                        found = full
                    elif not full.isupper() and word.upper() == name:
                        found = self._of_last(word)
        return found

    def _full_names_in(self, position: int) -> list[tuple[str, str]]:
        if position not in self._in_sentence:
            self._in_sentence[position] = list(self._read_full_names(position))
        return self._in_sentence[position]

    def _read_full_names(self, position: int) -> Iterator[tuple[str, str]]:
        for token in self._article.sentences[position].doc:
            if token.pos_ == "PROPN" and token.dep_ != "compound":
                name = personal_name(token)
                if " " in name and len(name.split()) < _LONGEST:
                    yield token.text, name

    @cached_property
    def _texts(self) -> list[str]:
        return [fold(sentence.text) for sentence in self._article.sentences]
