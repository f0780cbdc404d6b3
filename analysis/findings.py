"""Findings in words: sentences computed from the tables, each with its n, true of any study.

Where the data are few, a difference is spoken of only when counts differ by at least two.
"""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from .codebooks import OTHER
from .measures import MINIMUM_ARTICLES
from .study import Study
from .vocabulary.dates import tell_ranges, tell_undated
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
    return (
        f"Inference by article: intervals and tests treat the article as the unit (articles: {n}). They stand in "
        "figures and tables; a difference told in words is a plain difference of counts or rates, not tested."
    )


def tell_keyness(articles: pd.DataFrame) -> str:
    """Say what words that separate the outlets can tell, of so many articles."""
    fewest = int(articles["outlet"].value_counts().min())
    if fewest == 1:
        return "With one article an outlet, this is mostly naming and translation."
    if fewest < MINIMUM_ARTICLES:
        return "With so few articles an outlet, this is mostly their topics, naming and translation; nothing is tested."
    return (
        "Words are tested by article (q in the csv). What differs may still be the articles' topics, not the outlets."
    )


def tell_motives(propositions: pd.DataFrame, study: Study, *, actor: str, nothing: str = "") -> list[str]:
    """Tell which motives separate the outlets, which they share, and which nobody names.

    ``nothing`` is what to say where there is none (`Results.no_motive`).
    """
    if propositions.empty:
        return [nothing or f"No motive of {actor} was found in any article."]
    counts = propositions.groupby(["category", "outlet"]).size().unstack(fill_value=0)
    totals = propositions.groupby("outlet").size()
    outlets = [outlet.folder for outlet in study.outlets if outlet.folder in counts.columns]
    lines = _motive_differences(counts, totals, outlets, study)
    shared = [
        study.motives.label(code) for code in counts.index if (counts.loc[code, outlets] > 0).all() and len(outlets) > 1
    ]
    absent = [entry.label for code, entry in study.motives.codes.items() if code not in counts.index]
    without = [outlet.name for outlet in study.outlets if outlet.folder not in counts.columns]
    lines += [f"No motive of {actor} was found in {', '.join(without)}."] if without else []
    lines += [f"Named by every {'other ' * bool(without)}outlet: {'; '.join(shared)}."] if shared else []
    lines += [f"Named by nobody: {'; '.join(absent)}."] if absent else []
    if set(counts.index) == {OTHER}:
        lines.append("No code of motives.yaml but “other” fits any of them: write what its codes cover.")
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


def tell_terms(rates: pd.DataFrame, study: Study) -> list[str]:
    """Tell how many of the frames' terms the outlets share, and which terms separate them most."""
    hits = rates[rates["count"] > 0].groupby(["frame", "term"], sort=False)["outlet"].nunique()
    if hits.empty:
        return ["No frame term was found in any article."]
    outlets = [outlet.folder for outlet in study.outlets if outlet.folder in set(rates["outlet"])]
    of = f"{len(hits)} of the {rates.groupby(['frame', 'term']).ngroups} terms have a hit"
    line = f"{of}: {int((hits == len(outlets)).sum())} in every outlet, {int((hits == 1).sum())} in one alone"
    table = rates.assign(frame=[f"{row.frame}, {row.term}" for row in rates.itertuples()])
    return [line, *_frame_differences(table.set_index(["frame", "outlet"]), outlets, study)]


def tell_timeline(timeline: pd.DataFrame, articles: pd.DataFrame, study: Study) -> list[str]:
    """Tell of which months the articles are, whether outlets write in the same ones, and what moves most.

    ``timeline`` is that of the frames. A frame's move is told within one outlet, between months of articles.
    """
    dated = timeline[timeline["month"].notna() & (timeline["month_articles"] > 0)]
    months = dated["month"].nunique()
    span = f"Dated articles are of {dated['month'].min()} to {dated['month'].max()}, {months} months with articles."
    lines = [span if months > 1 else f"All dated articles are of {dated['month'].max()}." if months else ""]
    lines += [] if months else ["No article has a date: nothing can be told by month."]
    lines += tell_ranges(articles, study.outlet_names) + tell_undated(articles, "in no month")
    return [line for line in lines if line] + _moves(dated, study)


def _moves(dated: pd.DataFrame, study: Study) -> list[str]:
    """The frame that moves most in an outlet between two of its months, where counts differ by at least two."""
    moves = []
    for (frame, outlet), own in dated.groupby(["item", "outlet"], sort=False):
        low, high = own.loc[own["per_1000"].idxmin()], own.loc[own["per_1000"].idxmax()]
        if high["count"] - low["count"] >= LEAST_DIFFERENCE:
            said = f"{_hits(low)} in {low['month']}, {_hits(high)} in {high['month']}"
            moves.append(
                (high["per_1000"] - low["per_1000"], f"frame {frame} in {study.outlet(str(outlet)).name}: {said}")
            )
    return [line for _, line in sorted(moves, key=lambda move: -move[0])[:_MOST]]


def tell_together(cooccurrence: pd.DataFrame, study: Study) -> list[str]:
    """Tell for each outlet which two of the frames and motives share the most sentences, and what chance would bring.

    Sentences in which the two stand on the same words alone are named apart: they choose no pair, and a pair that has
    fewer than two others is not told of. What chance would bring takes sentences for independent.
    """
    table = cooccurrence[cooccurrence["within"] == "sentence"]
    table = table.assign(apart=table["O"] - table["same_words"])
    table = table[table["apart"] >= LEAST_DIFFERENCE].sort_values("apart", ascending=False, kind="stable")
    lines = []
    for outlet in [known.folder for known in study.outlets if known.folder in set(cooccurrence["outlet"])]:
        for row in table[table["outlet"] == outlet].head(2).itertuples():
            one, other = _item(row.item, row.kind, study), _item(row.other, row.other_kind, study)
            same = f" ({row.same_words} of them on the same words alone)" if row.same_words else ""
            lines.append(
                f"{study.outlet(outlet).name}: {one} and {other} in {row.O} of {row.N} sentences{same}, where chance "
                f"would bring {row.E:.1f}"
            )
    return lines or ["No two frames or motives share more than one sentence of an outlet, but on the same words."]


def _item(name: str, kind: str, study: Study) -> str:
    return f"the motive {study.motives.label(name)}" if kind == "motive" else f"the frame {name}"
