"""Encoding: what the encoders read of a sentence, a proposition or a code, and the spans that marked tokens make.

A sentence is read for one actor; where it does not name that actor, behind the end of the two sentences before it.
Beside its word pieces the encoder is told, per token, its role (plain, the actor, another actor; in the sentence or
before it) and the voice it stands in.
All offsets count characters of the sentence, or of its context.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tokenizers import Tokenizer

VOICES = ("outlet", "actor", "other")
KINDS = ("goal", "purpose", "interest", "fear", "need", "benefit", "harm", "priority", "reason")
CONTEXT_SENTENCES = 2
ROLES = 6  # plain, the actor, another actor; the same three before the sentence
OUTSIDE, BEGIN, INSIDE = range(3)
_LONGEST, _LONGEST_CONTEXT = 128, 40  # word pieces of the sentence, and of what stands before it
_LONGEST_PROPOSITION, _LONGEST_EVIDENCE, _LONGEST_CODE = 160, 64, 126
_LEAST = 0.25  # of marking: tokens below it stand in no span
_BEGINS = 0.5  # of beginning: tokens above it start a span of their own
_SHORTEST = 2  # word pieces

Span = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """A sentence as it is read for one actor; ``voices`` has the attributed spans, the outer before the inner."""

    text: str
    context: str = ""
    own: Sequence[Span] = ()
    others: Sequence[Span] = ()
    own_before: Sequence[Span] = ()
    others_before: Sequence[Span] = ()
    voices: Sequence[tuple[int, int, str]] = ()


@dataclass(frozen=True)
class Encoded:
    """An example as token ids with their roles and voices; ``offsets`` are those of the sentence's tokens alone."""

    ids: list[int]
    roles: list[int]
    voices: list[int]
    lead: int  # tokens before the sentence
    offsets: list[Span]


@dataclass(frozen=True)
class Marked:
    """A span that the tagger marks: offsets in the sentence, tokens in the encoded example, and mean marking."""

    start: int
    end: int
    first: int
    last: int
    score: float
    begins: float = field(default=0.0)


class Encoder:
    """The tokenizer of the encoders, and the forms in which they are given sentences, propositions and codes."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _ends(self) -> tuple[int, int]:
        known = self._tokenizer.token_to_id
        return tuple(
            known(one) if known(one) is not None else known(other)
            for one, other in (("[CLS]", "<s>"), ("[SEP]", "</s>"))
        )

    def sentence(self, example: Example) -> Encoded:
        """Encode a sentence for the tagger: [CLS] context [SEP] sentence [SEP].

        Where the sentence names the actor the context is left out: reading takes half the time, and what is marked
        hardly changes (area under the curve .908 with it, .901 without).
        """
        first, last = self._ends
        before = self._tokenizer.encode("" if example.own else example.context, add_special_tokens=False)
        own = self._tokenizer.encode(example.text, add_special_tokens=False)
        cut = max(0, len(before.ids) - _LONGEST_CONTEXT)
        context, sentence = before.offsets[cut:], own.offsets[:_LONGEST]
        roles = [
            0, *_roles(context, example.own_before, example.others_before, ROLES // 2),
            0, *_roles(sentence, example.own, example.others, 0), 0,
        ]  # fmt: skip
        lead = len(context) + 2
        voices = [0] * lead + _voices(sentence, example.voices) + [0]
        return Encoded([first, *before.ids[cut:], last, *own.ids[:_LONGEST], last], roles, voices, lead, sentence)

    def proposition(self, evidence: str, holder: str, around: str) -> list[int]:
        """Encode a proposition for the matcher: its evidence, its holder, and its sentence with what stands before."""
        first, last = self._ends
        words = self._ids(evidence)[:_LONGEST_EVIDENCE]
        held = self._ids(holder)[:_LONGEST_EVIDENCE]
        room = _LONGEST_PROPOSITION - len(words) - len(held) - 4
        return [first, *words, last, *held, last, *self._ids(around)[-room:], last]

    def code(self, text: str) -> list[int]:
        """Encode the text of a code for the matcher."""
        first, last = self._ends
        return [first, *self._ids(text)[:_LONGEST_CODE], last]

    def _ids(self, text: str) -> list[int]:
        return self._tokenizer.encode(text, add_special_tokens=False).ids


def spans_in(tags: np.ndarray, encoded: Encoded) -> Iterator[Marked]:
    """Yield the spans of a sentence that its tags mark; ``tags`` has the probabilities per token of the example."""
    marking = 1 - tags[encoded.lead : encoded.lead + len(encoded.offsets), OUTSIDE]
    begins = tags[encoded.lead : encoded.lead + len(encoded.offsets), BEGIN]
    start = None
    for place in range(len(marking) + 1):
        marked = place < len(marking) and marking[place] >= _LEAST
        anew = marked and start is not None and begins[place] > _BEGINS and place - start >= _SHORTEST
        if start is not None and (not marked or anew):
            if place - start >= _SHORTEST:
                yield _marked(start, place, marking, begins, encoded)
            start = None
        if marked and start is None:
            start = place


def marking_of(start: int, end: int, tags: np.ndarray, encoded: Encoded) -> Marked | None:
    """Return how much the tags mark a given span of a sentence; None where the tagger did not read it."""
    inside = [place for place, (a, b) in enumerate(encoded.offsets) if a < end and b > start]
    if not inside:
        return None
    marking = 1 - tags[encoded.lead : encoded.lead + len(encoded.offsets), OUTSIDE]
    begins = tags[encoded.lead : encoded.lead + len(encoded.offsets), BEGIN]
    return _marked(inside[0], inside[-1] + 1, marking, begins, encoded)


def _marked(first: int, stop: int, marking: np.ndarray, begins: np.ndarray, encoded: Encoded) -> Marked:
    return Marked(
        encoded.offsets[first][0], encoded.offsets[stop - 1][1], first + encoded.lead, stop + encoded.lead,
        float(marking[first:stop].mean()), float(begins[first:stop].max()),
    )  # fmt: skip


def _roles(offsets: Sequence[Span], own: Sequence[Span], others: Sequence[Span], base: int) -> list[int]:
    def role(a: int, b: int) -> int:
        for number, spans in ((1, own), (2, others)):
            if any(a < end and b > start for start, end in spans):
                return base + number
        return base

    return [role(a, b) for a, b in offsets]


def _voices(offsets: Sequence[Span], spans: Sequence[tuple[int, int, str]]) -> list[int]:
    voices = [0] * len(offsets)
    for start, end, voice in spans:
        number = VOICES.index(voice)
        voices = [number if a < end and b > start else v for v, (a, b) in zip(voices, offsets, strict=True)]
    return voices
