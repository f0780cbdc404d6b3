"""Segments: the stretches of a text that the token pattern can be given one by one, with the same tokens.

A segment is a run of letters, digits and marks, with the hyphens, apostrophes, points, commas and underscores between
them that a token may hold or look ahead to. No token crosses a segment's border, and none looks beyond it.
"""

import numpy as np

from .alphabet import BAR, COMMA, END, JOINER, MARK, POINT, SIGN


def cut(kinds: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the segments' starts and ends, and the places of points, question and exclamation marks.

    ``kinds`` has the kind of each character (`Alphabet.kinds`); at least three of another kind stand at either end.
    """
    inside = kinds <= MARK
    special = np.flatnonzero(kinds - np.uint8(JOINER) <= END - JOINER)
    kind, before, after = kinds[special], kinds[special - 1], kinds[special + 1]
    earlier, third = kinds[special - 2], kinds[special - 3]
    between = (before == SIGN) & (after == SIGN)
    initials = (before == SIGN) & (earlier == POINT)
    joins = (before <= MARK) & (after == SIGN) | (before == POINT) & (third == POINT) & (after == SIGN)
    kept = (kind == JOINER) & joins | (kind == COMMA) & between | (kind == BAR) & (before == SIGN)
    kept |= (kind == POINT) & (between | initials)
    inside[special[kept]] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    return edges[::2], edges[1::2], special[(kind == POINT) | (kind == END)]
