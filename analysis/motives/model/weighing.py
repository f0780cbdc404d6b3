"""Weighing: the calibrated probability that a proposal is right, from what rules, tagger and matcher say of it."""

import math
from collections.abc import Mapping

Features = Mapping[str, float]


class Weighing:
    """Two logistic regressions over features by name; an unknown feature weighs nothing.

    ``span`` says whether holder and span are right before a code is sought, which spares the matcher the worst;
    ``right`` says whether the code is right too. ``least`` is the certainty from which on a proposal counts unless the
    study says otherwise, ``cue`` and ``voice`` how much the code of the cue terms and the voice that the rules hear add
    to the networks'.
    """

    def __init__(self, weights: Mapping) -> None:
        self._span = weights.get("span", {})
        self._right = weights.get("right", {})
        self._floor = float(weights.get("floor", 0.0))
        self.least = float(weights.get("least", 0.0))
        self.cue = float(weights.get("cue", 0.0))
        self.voice = float(weights.get("voice", 0.0))

    def may_be(self, features: Features, least: float) -> bool:
        """Say whether a proposal is worth a code, where it must have at least some certainty to count.

        With its code it is right less often than without.
        """
        return _probability(self._span, features) >= min(self._floor, least)

    def certainty(self, features: Features) -> float:
        """Return the probability that holder, span and code are right, with two digits."""
        return round(_probability(self._right, features), 2)


def _probability(weights: Mapping[str, float], features: Features) -> float:
    total = weights.get("", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
