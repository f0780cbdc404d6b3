"""Stories: which articles are the same text twice, as when two outlets print one agency report."""

import re
import zlib
from collections.abc import Iterator, Sequence

SHARED = 0.6
_WORDS = 8
_BOILERPLATE = 20
_ALL_OF = 2_000_000  # characters; of larger collections every eighth sequence is looked at


def same_stories(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the pairs of texts that share more than 60 % of the shorter one's sequences of eight words.

    A sequence that twenty texts have is boilerplate and says nothing about a pair.
    """
    every = 1 if sum(map(len, texts)) <= _ALL_OF else 8
    sequences = [_sequences(text, every) for text in texts]
    holders: dict[int, list[int]] = {}
    for number, own in enumerate(sequences):
        shared: dict[int, int] = {}
        for sequence in own:
            having = holders.setdefault(sequence, [])
            for other in having:
                shared[other] = shared.get(other, 0) + 1
            if len(having) < _BOILERPLATE:
                having.append(number)
        for other, count in sorted(shared.items()):
            if count > SHARED * min(len(own), len(sequences[other])):
                yield other, number


def _sequences(text: str, every: int) -> set[int]:
    """The word sequences of a text as numbers; of many, those whose number is divisible."""
    words = re.findall(r"\w+", text.lower())
    numbers = {zlib.crc32(" ".join(words[i : i + _WORDS]).encode()) for i in range(max(1, len(words) - _WORDS + 1))}
    return {number for number in numbers if number % every == 0} or {min(numbers)}
