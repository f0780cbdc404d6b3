"""Placing labels beside points so that none covers a point, another label or the edge."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

_CLEARLY = 1.3  # times as far away stands the next point that a label could be taken for, or else
_APART = 8.0  # points away, which is far enough
_ASIDE = 0.6  # what stands at a label's side is read as its mark sooner than what stands above or below


@dataclass(frozen=True)
class Box:
    """A rectangle in points: left, bottom, width, height."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles overlap."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def distance(self, point: tuple[float, float]) -> float:
        """Give how far a point seems to be from the rectangle, 0 inside it; what is at a side seems nearer."""
        (x, y), right, top = point, self.x + self.width, self.y + self.height
        return hypot(_ASIDE * max(self.x - x, 0, x - right), max(self.y - y, 0, y - top))

    def nearest(self, point: tuple[float, float]) -> tuple[float, float]:
        """Give the place of the rectangle that is nearest to a point."""
        return min(max(point[0], self.x), self.x + self.width), min(max(point[1], self.y), self.y + self.height)

    def is_crossed(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Say whether the straight line between two points runs through the rectangle (Liang and Barsky 1984)."""
        first, last = 0.0, 1.0
        sides = ((self.x, self.x + self.width), (self.y, self.y + self.height))
        for begin, stop, (low, high) in zip(start, end, sides, strict=True):
            if begin == stop:
                if not low < begin < high:
                    return False
                continue
            near, far = sorted(((low - begin) / (stop - begin), (high - begin) / (stop - begin)))
            first, last = max(first, near), min(last, far)
        return first < last

    def within(self, width: float, height: float) -> bool:
        """Say whether the rectangle lies inside an area that begins at 0, 0."""
        return self.x >= 0 and self.y >= 0 and self.x + self.width <= width and self.y + self.height <= height


def place_labels(
    points: Sequence[tuple[float, float]],
    *,
    sizes: Sequence[tuple[float, float]],
    others: Sequence[tuple[float, float]] = (),
    area: tuple[float, float],
    mark: float = 6.0,
) -> list[Box | None]:
    """Give each point's label a place, the first points first; None where there is none near enough.

    A label stands nearer to its own point than to that of another label, so that none is taken for another's.

    ``sizes`` are the labels' widths and heights, ``others`` points without label, ``area`` the width and height that
    labels must stay in, ``mark`` the width of a point; all in points.
    """
    taken = [Box(x - mark / 2, y - mark / 2, mark, mark) for x, y in [*points, *others]]
    placed: list[Box | None] = []
    labels: list[tuple[Box, tuple[float, float]]] = []
    for point, size in zip(points, sizes, strict=True):
        fitting = (box for box in _around(point, size, mark) if box.within(*area) and _is_nearest(box, point, points))
        free = next((box for box in fitting if _is_free(box, point, taken=taken, labels=labels)), None)
        placed.append(free)
        if free:
            taken.append(free)
            labels.append((free, point))
    return placed


def _is_free(
    box: Box, point: tuple[float, float], *, taken: Sequence[Box], labels: Sequence[tuple[Box, tuple[float, float]]]
) -> bool:
    """Say whether a label covers nothing there, and neither its line to its point nor any other crosses a label."""
    return not any(box.meets(other) for other in taken) and not any(
        other.is_crossed(point, box.nearest(point)) or box.is_crossed(end, other.nearest(end)) for other, end in labels
    )


def _is_nearest(box: Box, own: tuple[float, float], points: Sequence[tuple[float, float]]) -> bool:
    reach = min(_CLEARLY * box.distance(own), _APART)
    return all(point == own or box.distance(point) > reach for point in points)


def _around(point: tuple[float, float], size: tuple[float, float], mark: float) -> Iterator[Box]:
    """Places around a point, the nearest first: right, left, above, below, then rings that grow."""
    (x, y), (width, height) = point, size
    gap = mark / 2 + 1.5
    yield Box(x + gap, y - height / 2, width, height)
    yield Box(x - gap - width, y - height / 2, width, height)
    yield Box(x - width / 2, y + gap, width, height)
    yield Box(x - width / 2, y - gap - height, width, height)
    for distance in (8, 13, 19, 26, 34, 43):
        for step in range(16):
            angle = 2 * pi * step / 16
            middle_x = x + (distance + width / 2 * abs(cos(angle))) * cos(angle)
            middle_y = y + (distance + height / 2 * abs(sin(angle))) * sin(angle)
            yield Box(middle_x - width / 2, middle_y - height / 2, width, height)
