"""Propositions: from parsed articles to the table of motive propositions.

``propositions`` has one row a motive proposition: file, outlet, article, proposition (a stable id made of the
article's hash and the offsets), sentence_start, sentence_end, start, end, evidence, holder, category, kind, voice,
source, negated, hedged, minimised, repeat_of, cue, rule, reason. Offsets count characters of the article as read.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import pandas as pd

from ..codebooks import MotiveCodebook
from ..parse import ParsedArticle
from . import purposes, reasons, stakes, wants
from .ascription import Ascription
from .categories import Categorizer
from .holders import ActorReferences
from .repeats import mark_repeats
from .scope import is_hedged, is_minimised, is_negated

PROPOSITION_COLUMNS = [
    "file", "outlet", "article", "proposition", "sentence_start", "sentence_end", "start", "end", "evidence", "holder",
    "category", "kind", "voice", "source", "negated", "hedged", "minimised", "repeat_of", "cue", "rule", "reason",
]  # fmt: skip
RULES = (*wants.RULES, *purposes.RULES, *stakes.RULES, *reasons.RULES)
SpeakerAt = Callable[[int, int], tuple[str, str]]


@dataclass(frozen=True)
class Found:
    """An ascription with its place and its holder's actor."""

    ascription: Ascription
    position: int
    start: int
    end: int
    actor: str


def find_propositions(
    article: ParsedArticle, mentions: pd.DataFrame, *, actors: Sequence[str], codebook: MotiveCodebook, speaker_at: "SpeakerAt"
) -> pd.DataFrame:
    """Find the motive propositions that an article ascribes to the actors; one row each, in text order.

    ``mentions`` are the article's alias mentions; ``speaker_at`` gives (voice, source) of a stretch for an actor.
    """
    references = ActorReferences.read(article, mentions)
    categorizer = Categorizer(codebook)
    rows = [
        _row(article, found, categorizer, speaker_at)
        for position in range(len(article.sentences))
        for found in _without_nesting(list(_found_in(article, position, references, frozenset(actors))))
    ]
    return mark_repeats(pd.DataFrame(rows, columns=PROPOSITION_COLUMNS))


def _found_in(article: ParsedArticle, position: int, references: ActorReferences, actors: frozenset[str]) -> Iterator[Found]:
    sentence = article.sentences[position]
    for token in sentence.doc:
        for rule in RULES:
            for ascription in rule(token):
                if ascription.holder is None or not ascription.evidence:
                    continue
                held = references.denoted(ascription.holder, position)
                start, end = sentence.span(ascription.evidence)
                for actor in sorted(held & actors):
                    yield Found(ascription, position, start, end, actor)


def _without_nesting(found: Iterable[Found]) -> list[Found]:
    """Keep, of ascriptions to one actor that lie in one another, the outer one."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if not any(one.actor == other.actor and _overlap(one, other) > 0.5 * (one.end - one.start) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: (f.start, f.end))


def _overlap(one: Found, other: Found) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _row(article: ParsedArticle, found: Found, categorizer: Categorizer, speaker_at: "SpeakerAt") -> dict[str, object]:
    sentence = article.sentences[found.position]
    before = article.sentences[found.position - 1] if found.position else None
    evidence = article.text[found.start : found.end]
    chosen = categorizer.categorize(
        evidence, sentence=article.text[sentence.start : sentence.end],
        before=article.text[before.start : before.end] if before else "",
    )
    voice, source = speaker_at(found.start, found.end)
    ascription = found.ascription
    return {
        "file": PurePath(article.path).name, "outlet": article.outlet, "article": article.article,
        "proposition": proposition_id(article.sha256, found.start, found.end),
        "sentence_start": sentence.start, "sentence_end": sentence.end, "start": found.start, "end": found.end,
        "evidence": evidence, "holder": found.actor, "category": chosen.category, "kind": ascription.kind,
        "voice": voice, "source": source, "negated": is_negated(ascription), "hedged": is_hedged(ascription),
        "minimised": is_minimised(ascription), "repeat_of": "", "cue": ascription.cue.text, "rule": ascription.rule,
        "reason": _reason(chosen),
    }


def _reason(chosen: object) -> str:
    told = ", ".join(chosen.cues) or "no cue"
    return f"{told}; next {chosen.runner_up} {chosen.runner_up_score:.1f} to {chosen.score:.1f}" if chosen.runner_up else told


def proposition_id(sha256: str, start: int, end: int) -> str:
    """Make the stable id of a proposition: the same text at the same place gives the same id."""
    return hashlib.sha256(f"{sha256}:{start}:{end}".encode()).hexdigest()[:12]
