"""The unit that every rule family yields: one stretch that ascribes a motive to somebody, before it is asked to whom."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .clauses import last_of, stretch

if TYPE_CHECKING:
    from spacy.tokens import Token

Kind = Literal["goal", "purpose", "interest", "fear", "need", "benefit", "harm", "priority", "reason"]
Rule = Callable[["Token"], "Iterator[Ascription]"]


@dataclass(frozen=True)
class Ascription:
    """A motive as worded: the rule that found it, its cue, the noun that holds it and the tokens that say it.

    ``holder`` is a word of the sentence (which actor it names is asked later); None where the text names none.
    """

    rule: str
    kind: Kind
    cue: "Token"
    holder: "Token | None"
    evidence: "tuple[Token, ...]"


def ascribe(  # one constructor for all families, so that evidence is cut alike everywhere
    rule: str,
    kind: Kind,
    cue: "Token",
    holder: "Token | None",
    *,
    first: "Token | None" = None,
    last: "Token | None" = None,
) -> Ascription:
    """Make an ascription whose evidence runs from ``first`` (or the holder, if near before the cue) to ``last``."""
    start = first if first is not None else _start(cue, holder)
    stop = last if last is not None else last_of(cue)
    return Ascription(rule, kind, cue, holder, tuple(stretch(start, stop)))


def _start(cue: "Token", holder: "Token | None") -> "Token":
    left = cue
    for child in cue.lefts:
        if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i < left.i:
            left = child
    if holder is not None and holder.i < cue.i and cue.i - holder.i <= 10:
        return holder.left_edge if cue.i - holder.left_edge.i <= 14 else holder
    return left
