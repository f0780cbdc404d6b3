"""Places: which sentence and paragraph a place of an article lies in, and which sentence a quotation opens."""

from bisect import bisect_right

from ..parse import ParsedArticle
from .quotations import Quotation

_MARGIN = 9  # characters between a quotation's mark and the start of the sentence that it opens


class Places:
    """The sentences of an article by their place."""

    def __init__(self, article: ParsedArticle) -> None:
        self._text = article.text
        self._sentences = article.sentences
        self._starts = [sentence.start for sentence in article.sentences]

    def sentence(self, place: int) -> int:
        """Give the position of the sentence that holds a place, or of the last that begins before it."""
        return max(0, bisect_right(self._starts, place) - 1)

    def sentences(self, start: int, end: int) -> range:
        """Give the positions of the sentences that a stretch lies in."""
        return range(self.sentence(start), self.sentence(max(start, end - 1)) + 1) if self._starts else range(0)

    def paragraph(self, place: int) -> int:
        """Give the number of the paragraph of a place."""
        return self._sentences[self.sentence(place)].paragraph

    def opened_by(self, quotation: Quotation) -> int | None:
        """Give the position of the sentence that a quotation opens: no word stands between its mark and the start."""
        after = bisect_right(self._starts, quotation.start)
        for i in (after - 1, after):
            if 0 <= i < len(self._starts):
                first, last = sorted((self._starts[i], quotation.start))
                if last - first < _MARGIN and not any(c.isalnum() for c in self._text[first:last]):
                    return i
        return None
