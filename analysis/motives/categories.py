"""Categories: which code of the study's codebook a proposition belongs to, weighed from cue terms, with the reason.

Nothing here knows a code by name except ``other``: labels, definitions and cues come from the codebook.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..codebooks import OTHER, MotiveCodebook
from ..patterns import TOKEN, Vocabulary, find_matches, parse_pattern, term_of

EVIDENCE_WEIGHT, SENTENCE_WEIGHT, BEFORE_WEIGHT = 1.0, 0.3, 0.1


@dataclass(frozen=True)
class Categorized:
    """The code chosen, its score, the cues that spoke for it, and the runner-up with its score."""

    category: str
    score: float
    cues: tuple[str, ...]
    runner_up: str
    runner_up_score: float


@dataclass(frozen=True)
class Categorizer:
    """A codebook made ready for weighing texts."""

    codebook: MotiveCodebook

    @cached_property
    def _cues(self) -> "list[tuple[str, object]]":
        return [(code, parse_pattern(cue)) for code, entry in self.codebook.codes.items() for cue in entry.cues]

    def categorize(self, evidence: str, *, sentence: str = "", before: str = "") -> Categorized:
        """Weigh the cues found in the evidence, in the rest of its sentence and in the sentence before.

        A cue counts once a text; cues of several words count more, by the square root of their length. Codes that
        another code yields to win where the two are within a third of each other. Where nothing speaks, ``other``.
        """
        scores: dict[str, float] = {}
        spoke: dict[str, list[str]] = {}
        for text, weight in (
            (evidence, EVIDENCE_WEIGHT),
            (sentence.replace(evidence, " | "), SENTENCE_WEIGHT),
            (before, BEFORE_WEIGHT),
        ):
            for code, cue, words in self._found(text):
                scores[code] = scores.get(code, 0.0) + weight * words**0.5
                spoke.setdefault(code, []).append(cue)
        ranked = sorted(scores, key=lambda code: (-scores[code], list(self.codebook.codes).index(code)))
        if not ranked or scores[ranked[0]] < SENTENCE_WEIGHT:
            return Categorized(OTHER, 0.0, (), ranked[0] if ranked else "", scores[ranked[0]] if ranked else 0.0)
        best = self._more_specific(ranked, scores)
        rest = [code for code in ranked if code != best]
        return Categorized(
            best,
            scores[best],
            tuple(dict.fromkeys(spoke[best])),
            rest[0] if rest else "",
            scores[rest[0]] if rest else 0.0,
        )

    def _more_specific(self, ranked: Sequence[str], scores: dict[str, float]) -> str:
        best = ranked[0]
        for code in ranked[1:]:
            if code in self.codebook.codes[best].yields_to and scores[code] >= scores[best] * 2 / 3:
                return code
        return best

    def _found(self, text: str) -> list[tuple[str, str, int]]:
        terms = [term_of(match.group()) for match in TOKEN.finditer(text)]
        if not terms:
            return []
        distinct = list(dict.fromkeys(terms))
        number = {term: i for i, term in enumerate(distinct)}
        ids = np.array([number[term] for term in terms])
        patterns = [pattern for _, pattern in self._cues]
        matches = find_matches(
            patterns, ids=ids, vocabulary=Vocabulary(distinct), sentences=np.zeros(len(ids), dtype=int)
        )
        seen = dict.fromkeys(matches.pattern.tolist())
        return [(self._cues[i][0], self._cues[i][1].text, len(self._cues[i][1].globs)) for i in seen]
