"""The unit that every rule yields: a stretch that ascribes a motive to somebody, before it is asked to whom."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .clauses import lemma_of
from .evidence import apart, last_of, start_of, stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Kind = Literal["goal", "purpose", "interest", "fear", "need", "benefit", "harm", "priority", "reason"]
_ASKING = ("WP", "WRB", "WDT", "WP$", "MD")
ENDS = frozenset(["goal", "purpose", "fear", "benefit", "harm"])


@dataclass(frozen=True)
class Ascription:
    """A motive as worded: the rule that found it, its cue, the noun that holds it and the tokens that say it.

    ``holder`` is a word of the sentence (which actor it names is asked later); None stands for whoever speaks.
    """

    rule: str
    kind: Kind
    cue: "Token"
    holder: "Token | None"
    evidence: "tuple[Token, ...]"


@dataclass(frozen=True)
class Rule:
    """A rule of the grammar and the lemmas or forms at which alone it can find something."""

    find: "Callable[[Token], Iterator[Ascription]]"
    cues: frozenset[str]


class Grammar:
    """Rules by the words that call them, so that most words of a text cost one look-up."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_cue: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for cue in rule.cues:
                self._by_cue[cue].append(rule)

    def ascriptions(self, tokens: "Doc") -> Iterator[Ascription]:
        """Give what the rules find at the tokens, in text order."""
        for token in () if _is_asked(tokens) else tokens:
            called = [*self._by_cue.get(lemma_of(token), ()), *self._by_cue.get(token.lower_, ())]
            for rule in dict.fromkeys(called):
                yield from rule.find(token)


def _is_asked(tokens: "Doc") -> bool:
    """Say whether a sentence asks, "Does Moscow want the islands?", and so ascribes nothing."""
    return len(tokens) > 1 and tokens[-1].text == "?" and (tokens[0].tag_ in _ASKING or tokens[0].pos_ == "AUX")


def ascribe(
    rule: str,
    kind: Kind,
    cue: "Token",
    holder: "Token | None",
    *,
    first: "Token | None" = None,
    last: "Token | None" = None,
) -> Iterator[Ascription]:
    """Yield an ascription whose evidence runs from ``first`` (or the holder, if near before the cue) to ``last``.

    Yields nothing without a holder.
    """
    if holder is not None:
        evidence = stretch(first or start_of(cue, holder), last or last_of(cue))
        for part in apart(evidence, cue) if kind in ENDS else [evidence]:
            if part:
                yield Ascription(rule, kind, cue, holder, part)
