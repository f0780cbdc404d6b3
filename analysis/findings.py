"""Findings in words: sentences computed from the tables, each with its n, true of any study.

Where the data are few, a difference is spoken of only when counts differ by at least two.
"""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from .codebooks import OTHER
from .measures import MINIMUM_ARTICLES
from .study import Study
from .vocabulary.frames import VOICES

LEAST_DIFFERENCE = 2
_MOST = 3


def tell_evidence_level(articles: pd.DataFrame, study: Study) -> str:
    """Say what so many articles can bear."""
    counts = articles["outlet"].value_counts()
    n = "; ".join(f"{study.outlet(outlet).name} {number}" for outlet, number in _ordered(counts, study).items())
    if counts.min() < MINIMUM_ARTICLES:
        return (
            f"Descriptive only: fewer than {MINIMUM_ARTICLES} articles an outlet ({n}). These numbers describe the "
            "articles read; they cannot say what an outlet does in general."
        )
    return f"Inference by article: intervals and tests treat the article as the unit (articles: {n})."


def tell_motives(propositions: pd.DataFrame, study: Study, *, actor: str) -> list[str]:
    """Tell which motives separate the outlets, which they share, and which nobody names."""
    if propositions.empty:
        return [f"No motive of {actor} was found in any article."]
    counts = propositions.groupby(["category", "outlet"]).size().unstack(fill_value=0)
    totals = propositions.groupby("outlet").size()
    outlets = [outlet.folder for outlet in study.outlets if outlet.folder in counts.columns]
    lines = _motive_differences(counts, totals, outlets, study)
    shared = [
        study.motives.label(code) for code in counts.index if (counts.loc[code, outlets] > 0).all() and len(outlets) > 1
    ]
    absent = [entry.label for code, entry in study.motives.codes.items() if code not in counts.index]
    lines += [f"Named by every outlet: {'; '.join(shared)}."] if shared else []
    lines += [f"Named by nobody: {'; '.join(absent)}."] if absent else []
    return lines


def tell_frames(rates: pd.DataFrame, by_voice: pd.DataFrame, study: Study, *, actor: str) -> list[str]:
    """Tell which frames separate the outlets most, and where a frame's words are not the outlet's own."""
    if rates.empty:
        return ["No frame term was found in any article."]
    outlets = [outlet.folder for outlet in study.outlets if outlet.folder in set(rates["outlet"])]
    table = rates.set_index(["frame", "outlet"])
    return _frame_differences(table, outlets, study) + list(_borrowed(by_voice, study, actor))


def _motive_differences(counts: pd.DataFrame, totals: pd.Series, outlets: list[str], study: Study) -> list[str]:
    gaps = {
        (code, one, other): abs(counts.loc[code, one] / totals[one] - counts.loc[code, other] / totals[other])
        for one, other in combinations(outlets, 2)
        for code in counts.index
        if abs(counts.loc[code, one] - counts.loc[code, other]) >= LEAST_DIFFERENCE
    }
    return [
        f"{study.motives.label(code)}: {counts.loc[code, one]} of {totals[one]} ({study.outlet(one).name}) against "
        f"{counts.loc[code, other]} of {totals[other]} ({study.outlet(other).name})"
        for code, one, other in _widest(gaps, len(outlets))
    ]


def _frame_differences(table: pd.DataFrame, outlets: list[str], study: Study) -> list[str]:
    gaps = {
        (frame, one, other): abs(table.loc[(frame, one), "per_1000"] - table.loc[(frame, other), "per_1000"])
        for one, other in combinations(outlets, 2)
        for frame in dict.fromkeys(table.index.get_level_values("frame"))
        if abs(table.loc[(frame, one), "count"] - table.loc[(frame, other), "count"]) >= LEAST_DIFFERENCE
    }
    return [
        f"frame {frame}: {_hits(table.loc[(frame, one)])} ({study.outlet(one).name}) against "
        f"{_hits(table.loc[(frame, other)])} ({study.outlet(other).name})"
        for frame, one, other in _widest(gaps, len(outlets))
    ]


def _widest(gaps: dict[tuple[str, str, str], float], outlets: int) -> list[tuple[str, str, str]]:
    """The widest differences, a few more where there are more than two outlets to tell of."""
    return sorted(gaps, key=lambda pair: -gaps[pair])[: _MOST if outlets <= 2 else 2 * _MOST]


def _hits(row: pd.Series) -> str:
    word = "hit" if row["count"] == 1 else "hits"
    return f"{int(row['count'])} {word}, {row['per_1000']:.1f} per 1,000"


def _borrowed(by_voice: pd.DataFrame, study: Study, actor: str) -> Iterator[str]:
    """Frames of which an outlet says nothing in its own voice, though it has several hits."""
    words = dict(zip(VOICES, ("its own", f"{actor}'s", "other sources'"), strict=True))
    for (outlet, frame), own in by_voice.groupby(["outlet", "frame"], sort=False):
        counts = own.set_index("voice")["count"]
        total = int(counts.sum())
        for voice in ("actor", "other"):
            if total > LEAST_DIFFERENCE and counts.get(voice, 0) == total:
                yield f"frame {frame}: all {total} hits of {study.outlet(str(outlet)).name} are {words[voice]} words"


def _ordered(counts: pd.Series, study: Study) -> pd.Series:
    order = [outlet.folder for outlet in study.outlets if outlet.folder in counts.index]
    return counts.reindex([*order, *(name for name in counts.index if name not in order)])


def tell_fit(propositions: pd.DataFrame, study: Study) -> list[str]:
    """Say where most propositions fit no code of the codebook: its cues are then for another topic."""
    unfit = int((propositions["category"] == OTHER).sum())
    if unfit <= len(propositions) / 2:
        return []
    where = study.folder / "motives.yaml"
    return [f"{unfit} of {len(propositions)} propositions fit no code: look at the codes and their cues in {where}"]


def tell_sources(articles: pd.DataFrame, study: Study) -> list[str]:
    """Tell how much each outlet brings, and which outlets are read in translation."""
    sizes = articles.groupby("outlet", sort=False)["tokens"].agg(["size", "sum"])
    lines = []
    for outlet in _ordered(sizes["size"], study).index:
        number, words = int(sizes.loc[outlet, "size"]), int(sizes.loc[outlet, "sum"])
        translated = ", read in translation" if study.outlet(outlet).translated else ""
        lines.append(
            f"{study.outlet(outlet).name}: {number} article{'s' if number > 1 else ''}, {words:,} words{translated}"
        )
    return lines
