"""Continuation: quotations that name nobody belong to the statement before them, or to the one they lead up to.

"It is late," she said. "We must go."
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ..parse import ParsedArticle
from .places import Places
from .quotations import Quotation, Quotations, merge
from .rules import Statement


def carried_on(
    found: Sequence[Statement], article: ParsedArticle, quotations: Quotations, places: Places
) -> list[Statement]:
    """Give the statements, in text order, with the quotations that carry them on joined as further pieces.

    A quotation that is left open at the end of its paragraph belongs to whoever says the next. Any other carries on
    where it opens a sentence and the statement before it is in the same paragraph or, being direct speech, in the one
    before.
    """
    pieces = [list(s.pieces) for s in found]
    begun = sorted((piece, k) for k, own in enumerate(pieces) for piece in own)
    owners = [_owner(quotation, begun) for quotation in quotations.found]
    joined = _lead_up(quotations, owners)
    position, speaker = 0, None
    for place, quotation in enumerate(quotations.found):
        while position < len(begun) and begun[position][0][0] <= quotation.start:
            speaker = begun[position][1]
            position += 1
        if owners[place] is not None or not _is_sentence(quotation, article.text):
            continue
        if joined[place] is None and speaker is not None:
            opened, home = places.opened_by(quotation), article.sentences[found[speaker].sentence].paragraph
            here = article.sentences[opened].paragraph if opened is not None else None
            last = pieces[speaker][-1][1]
            follows = quotations.around(last - 2, last - 1) is not None and places.paragraph(last - 1) + 1 == here
            joined[place] = speaker if here is not None and (here == home or follows) else None
        if joined[place] is not None:
            pieces[joined[place]].append((quotation.start, quotation.end))
    return [replace(s, pieces=merge(own)) for s, own in zip(found, pieces, strict=True)]


def _owner(quotation: Quotation, begun: Sequence[tuple[tuple[int, int], int]]) -> int | None:
    """The statement with a piece that shares a character with a quotation."""
    i = bisect_right(begun, ((quotation.end - 1, 1 << 62), 0)) - 1
    return begun[i][1] if i >= 0 and begun[i][0][1] > quotation.start else None


def _lead_up(quotations: Quotations, owners: Sequence[int | None]) -> list[int | None]:
    """For each quotation left open and not owned, the statement of the next that is owned."""
    joined: list[int | None] = [None] * len(owners)
    for place in range(len(owners) - 2, -1, -1):
        if owners[place] is None and quotations.found[place].goes_on:
            following = owners[place + 1]
            joined[place] = following if following is not None else joined[place + 1]
    return joined


def _is_sentence(quotation: Quotation, text: str) -> bool:
    """Whether a quotation ends like a sentence, or is long enough to be one."""
    ends = text[quotation.start : quotation.end].rstrip("\"'”’ ").endswith((".", "!", "?", "…", ","))
    return ends or quotation.goes_on or quotation.end - quotation.start > 40
