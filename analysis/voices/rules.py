"""What a rule finds: a source, a cue and a content, first as tokens of a sentence, then as offsets of the article."""

from dataclasses import dataclass
from typing import Literal

from ..parse import ParsedSentence
from .clauses import Stretch
from .cues import Sense

Piece = tuple[int, int]
_MARGIN = frozenset(",;:—–-―.") | {"--", " "}
Kind = Literal["direct", "indirect", "mixed", "speech", "thought", "intention", "imputed"]


@dataclass(frozen=True)
class Attribution:
    """A source, a cue and a content as token positions, end exclusive; ``head`` is the source's noun.

    ``agentless`` says that somebody is said to say or believe it and nobody is named.
    """

    rule: str
    sense: Sense
    cue: Stretch
    content: tuple[Stretch, ...]
    source: Stretch | None = None
    head: int | None = None
    agentless: bool = False


@dataclass(frozen=True)
class Statement:
    """An attributed stretch in pieces of the article: by what rule, in which sentence, and whose it is.

    ``name`` is the source resolved, ``role`` the words that introduce it, ``head`` the place of its noun in the
    sentence. A ``nested`` statement stands in what another source says.
    """

    pieces: tuple[Piece, ...]
    source: Piece | None
    cue: Piece
    kind: Kind
    rule: str
    sentence: int
    head: int | None = None
    name: str = ""
    role: str = ""
    nested: bool = False

    @property
    def length(self) -> int:
        """Give the characters of all pieces."""
        return sum(end - start for start, end in self.pieces)


def place(sentence: ParsedSentence, stretch: Stretch) -> Piece:
    """Give a stretch of tokens as offsets of the article."""
    return sentence.span([sentence.doc[stretch[0]], sentence.doc[stretch[1] - 1]])


def locate(found: Attribution, sentence: ParsedSentence, number: int) -> Statement:
    """Give an attribution's source, cue and content as offsets of the article."""
    source = place(sentence, found.source) if found.source else None
    pieces = tuple(piece for piece in (trim(sentence, stretch) for stretch in found.content) if piece)
    kind = "imputed" if found.agentless else found.sense
    return Statement(pieces, source, place(sentence, found.cue), kind, found.rule, number, found.head)


def trim(sentence: ParsedSentence, stretch: Stretch) -> Piece | None:
    """Give a stretch of tokens as offsets, without the marks at its ends."""
    start, end = stretch
    while start < end and sentence.doc[start].text in _MARGIN:
        start += 1
    while start < end and sentence.doc[end - 1].text in _MARGIN:
        end -= 1
    return place(sentence, (start, end)) if start < end else None
