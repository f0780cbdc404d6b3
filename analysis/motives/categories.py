"""Categories: which code of the study's codebook a proposition belongs to, weighed from its words, with the reason.

Nothing here knows a code by name except ``other``: labels, definitions, cues and examples come from the codebook.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..codebooks import OTHER, MotiveCode, MotiveCodebook
from ..cue_terms import CueFound, CueIndex, read_cue
from .examples import ExampleWords

EVIDENCE_WEIGHT, SENTENCE_WEIGHT = 1.0, 0.2
HINT_WEIGHT, EXAMPLES_WEIGHT = 0.3, 0.75
FAR, FAR_WEIGHT = 6, 0.5
YIELDS_WITHIN = 3 / 4
LEAST = 0.45
_WORTH_SAYING = 0.5


@dataclass(frozen=True)
class Categorized:
    """The code chosen, its score, the words that met its cues or its examples, and the runner-up with its score."""

    category: str
    score: float
    cues: tuple[str, ...]
    runner_up: str
    runner_up_score: float
    alike: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Say in a line what spoke for the code and what came next."""
        told = [", ".join(self.cues) or "no cue"]
        if self.alike:
            told.append(f"examples have {', '.join(self.alike)}")
        if self.runner_up:
            told.append(f"next {self.runner_up} {self.runner_up_score:.1f} to {self.score:.1f}")
        return "; ".join(told)


@dataclass(frozen=True)
class Categorizer:
    """A codebook made ready for weighing texts."""

    codebook: MotiveCodebook

    @cached_property
    def _index(self) -> CueIndex:
        return CueIndex(
            read_cue(code, cue, hint=hint) for code, entry in self.codebook.codes.items() for cue, hint in _terms(entry)
        )

    @cached_property
    def _examples(self) -> ExampleWords:
        return ExampleWords(self.codebook.codes)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {code: place for place, code in enumerate(self.codebook.codes)}

    def categorize(self, evidence: str, *, sentence: str = "") -> Categorized:
        """Weigh the cues in the evidence and in the rest of its sentence, and the likeness of the evidence to examples.

        A cue counts once a text, by the square root of the number of words that meet it; a hint counts less, and so
        does a cue with more than six words between its own. Codes that another code yields to win where they have
        three quarters of its score. Where nothing speaks, or only hints or one word outside the evidence, ``other``;
        ``other`` may have cues and examples of its own. The sentence before is left out: on nine hand-coded articles
        it cost two to six points of accuracy.
        """
        cues = self._cues(evidence, sentence)
        likeness = self._examples.likeness(evidence)
        scores = {
            code: sum(_worth(found) * weight for found, weight in cues.get(code, ())) + EXAMPLES_WEIGHT * alike
            for code, alike in (dict.fromkeys(cues, 0.0) | likeness).items()
        }
        ranked = sorted(scores, key=lambda code: (-scores[code], self._order[code]))
        if not ranked or scores[ranked[0]] < LEAST:
            return Categorized(OTHER, 0.0, (), *_first(ranked, scores))
        best = self._more_specific(ranked, scores)
        told = tuple(dict.fromkeys(found.words for found, _ in cues.get(best, ())))
        alike = self._examples.shared(evidence, best) if likeness.get(best, 0.0) >= _WORTH_SAYING else ()
        others = [code for code in ranked if code != best]
        return Categorized(best, scores[best], told, *_first(others, scores), alike)

    def _cues(self, evidence: str, sentence: str) -> dict[str, list[tuple[CueFound, float]]]:
        """Give the cues of each code with the weight of the text in which they were found."""
        found: dict[str, list[tuple[CueFound, float]]] = defaultdict(list)
        rest = sentence.replace(evidence, " | ")
        for text, weight in ((evidence, EVIDENCE_WEIGHT), (rest, SENTENCE_WEIGHT)):
            for one in self._index.find(text):
                found[one.cue.code].append((one, weight))
        return found

    def _more_specific(self, ranked: Sequence[str], scores: dict[str, float]) -> str:
        best = ranked[0]
        for code in ranked[1:]:
            if code in self.codebook.codes[best].yields_to and scores[code] >= scores[best] * YIELDS_WITHIN:
                return code
        return best


@lru_cache(maxsize=8)
def categorizer_of(codebook: MotiveCodebook) -> Categorizer:
    """Give the categorizer of a codebook, made once for all articles."""
    return Categorizer(codebook)


def _terms(entry: MotiveCode) -> list[tuple[str, bool]]:
    """Give the cues of a code, then its hints, each with whether it is a hint."""
    return [(cue, False) for cue in entry.cues] + [(cue, True) for cue in entry.hints]


def _worth(found: CueFound) -> float:
    weight = HINT_WEIGHT if found.cue.hint else 1.0
    return weight * len(found.places) ** 0.5 * (FAR_WEIGHT if found.between > FAR else 1.0)


def _first(ranked: Sequence[str], scores: dict[str, float]) -> tuple[str, float]:
    return (ranked[0], scores[ranked[0]]) if ranked else ("", 0.0)
