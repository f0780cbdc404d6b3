"""Proposals: spans of an article that the rules or the learned reader take for a motive."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Proposal:
    """A span that may be a motive of an actor, as one reader sees it.

    ``cue`` and ``rule`` say what found it; of the learned reader alone the cue is empty. ``certainty`` is the
    calibrated probability that holder, span and code are right; nan where nothing weighed it.
    """

    position: int  # of its sentence
    start: int
    end: int
    actor: str
    kind: str
    negated: bool
    hedged: bool
    minimised: bool
    cue: str
    rule: str
    category: str
    reason: str
    voice: str
    source: str
    points_back: bool = False
    certainty: float = float("nan")
    features: dict[str, float] = field(default_factory=dict, compare=False)
