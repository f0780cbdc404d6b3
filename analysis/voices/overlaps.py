"""Overlaps: which of many spans share a character with a given one, found by place."""

from collections.abc import Iterable, Iterator

Span = tuple[int, int]
_BUCKET = 512  # characters


class Overlaps:
    """Spans, each with the number of what it belongs to, that can be looked up by place."""

    def __init__(self, spans: Iterable[tuple[int, Span]] = ()) -> None:
        """Take spans, each behind its number."""
        self._buckets: dict[int, list[tuple[int, Span]]] = {}
        self.start = self.end = 0
        for number, span in spans:
            self._add(number, span)

    def sharing(self, start: int, end: int) -> Iterator[tuple[int, Span]]:
        """Yield each span that shares a character with the one from ``start`` to ``end``, once, with its number."""
        first = start // _BUCKET
        for bucket in _buckets_of((start, end)):
            for number, span in self._buckets.get(bucket, ()):
                met = bucket == max(first, span[0] // _BUCKET)
                if met and start < span[1] and span[0] < end:
                    yield number, span

    def _add(self, number: int, span: Span) -> None:
        self.start, self.end = min(self.start if self._buckets else span[0], span[0]), max(self.end, span[1])
        for bucket in _buckets_of(span):
            self._buckets.setdefault(bucket, []).append((number, span))


def _buckets_of(span: Span) -> range:
    return range(span[0] // _BUCKET, max(span[0], span[1] - 1) // _BUCKET + 1)
