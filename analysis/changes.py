"""What changed since the last run: articles, propositions and rates, told in lines.

A run leaves a snapshot in the study's state; the next run compares itself with it. A snapshot that cannot be read
counts as none.
"""

import json
from pathlib import Path
from typing import TypedDict

from .files import write_text
from .results import Results

_MOST_LINES = 8
_MOVED = 0.05  # hits per 1,000 tokens


class Snapshot(TypedDict):
    """What is compared: articles by hash, propositions by article, holder and words, rates by outlet and frame."""

    fingerprint: str
    outputs: dict[str, str]
    articles: dict[str, str]
    propositions: dict[str, str]
    rates: dict[str, float]


def take_snapshot(results: Results, *, fingerprint: str, outputs: dict[str, str]) -> Snapshot:
    """Take down the state of a study's results."""
    study, articles, propositions = results.study, results.sources.articles, results.propositions
    return Snapshot(
        fingerprint=fingerprint,
        outputs=outputs,
        articles=dict(zip(articles["article"], articles["sha256"], strict=True)),
        propositions={
            f"{row.article}|{row.holder}|{row.evidence}": (
                f"{study.outlet(row.outlet).name}, {study.motives.label(row.category)}: “{row.evidence}”"
            )
            for row in propositions.itertuples()
        },
        rates={
            f"{study.outlet(row.outlet).name}, {row.frame}": round(float(row.per_1000), 4)
            for row in results.rates.itertuples()
        },
    )


def read_snapshot(path: Path) -> Snapshot | None:
    """Read the last run's snapshot; None where there is none or it is broken."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return Snapshot(**{key: read[key] for key in Snapshot.__annotations__})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_snapshot(path: Path, snapshot: Snapshot) -> None:
    """Write a snapshot for the next run to compare with."""
    write_text(path, json.dumps(snapshot, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def tell_changes(before: Snapshot | None, after: Snapshot) -> list[str]:
    """Tell what is new, gone or moved since the snapshot before, in lines."""
    if before is None:
        return ["first run of this study here: nothing to compare with"]
    lines = _articles(before["articles"], after["articles"])
    lines += _listed("proposition", before["propositions"], after["propositions"])
    lines += _rates(before["rates"], after["rates"])
    return lines or ["no article, proposition or rate changed since the last run"]


def _articles(before: dict[str, str], after: dict[str, str]) -> list[str]:
    added = [f"article added: {name}" for name in after if name not in before]
    gone = [f"article gone: {name}" for name in before if name not in after]
    changed = [f"article changed: {name}" for name in after if name in before and after[name] != before[name]]
    return _capped(added, "articles added") + _capped(gone, "articles gone") + _capped(changed, "articles changed")


def _listed(noun: str, before: dict[str, str], after: dict[str, str]) -> list[str]:
    new = [f"{noun} new: {after[key]}" for key in after if key not in before]
    gone = [f"{noun} gone: {before[key]}" for key in before if key not in after]
    moved = [
        f"{noun} changed: {after[key]} (was {before[key].split(':')[0]})"
        for key in after
        if key in before and after[key] != before[key]
    ]
    return _capped(new, f"{noun}s new") + _capped(gone, f"{noun}s gone") + _capped(moved, f"{noun}s changed")


def _rates(before: dict[str, float], after: dict[str, float]) -> list[str]:
    moved = [
        f"rate moved: {key} {before[key]:.1f} to {after[key]:.1f} per 1,000"
        for key in after
        if key in before and abs(after[key] - before[key]) >= _MOVED
    ]
    new = [f"rate new: {key} {after[key]:.1f} per 1,000" for key in after if key not in before and after[key] > 0]
    return _capped(moved, "rates moved") + _capped(new, "rates new")


def _capped(lines: list[str], what: str) -> list[str]:
    if len(lines) <= _MOST_LINES:
        return lines
    return [*lines[:_MOST_LINES], f"... and {len(lines) - _MOST_LINES} more {what}"]
