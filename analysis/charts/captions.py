"""Captions and alternative texts: sentences computed from the tables, true of any study.

A caption says what is drawn, of how much, and what it cannot say. An alternative text gives the figure's reading to
somebody who does not see it.
"""

from dataclasses import dataclass, replace

import pandas as pd

from .comparison import Comparison
from .motive_table import ordered_codes, what_is_drawn
from .outlets import count, intervals_line, is_descriptive, size_line

_DRAWN = {
    "marks": "one mark a proposition",
    "dots": "a dot for each voice’s share of the outlet’s propositions, without intervals",
    "intervals": "a dot for each voice’s share of the outlet’s propositions, with 95 % intervals by article",
}
_FEW = " With fewer than 5 articles an outlet it describes these texts and not the outlets."


@dataclass(frozen=True)
class Description:
    """What is said of a figure: its caption and its alternative text."""

    caption: str
    alt: str

    def within(self, window: str) -> "Description":
        """Say of which days the articles are, where a window of days was chosen."""
        return replace(self, caption=f"{self.caption} Articles of {window} only.") if window else self


def n_line(outlets: pd.DataFrame) -> str:
    """Write the n of every outlet in one sentence without its stop."""
    return "; ".join(f"{name}: {size_line(outlets.iloc[place])}" for place, name in enumerate(outlets["name"]))


def describe_sources(table: pd.DataFrame, *, outlets: pd.DataFrame, actor: str) -> Description:
    """Describe the figure of the sources."""
    removed = int(table.loc[table["measure"] == "removed", "count"].sum())
    named = table[table["measure"] == "named"]
    parts = []
    for outlet, name in names_of(outlets):
        forms = (
            named[named["outlet"] == outlet].groupby("item")["count"].sum().sort_values(ascending=False, kind="stable")
        )
        usual = f", most often “{forms.index[0]}” ({count(int(forms.iloc[0]), 'time')})" if len(forms) else ""
        parts.append(f"{name} names {actor} {count(int(forms.sum()), 'time')}{usual}")
    caption = (
        f"The sources ({n_line(outlets)}), the {removed:,} characters taken out of them as page furniture, and the "
        f"forms under which {actor} is named. Naming follows house style before it says anything of a view."
    )
    return Description(caption, f"Bars of size, removals and forms of naming. {'; '.join(parts)}.")


def describe_barcode(places: pd.DataFrame, *, outlets: pd.DataFrame) -> Description:
    """Describe the figure of where frame hits fall."""
    parts = []
    for outlet, name in names_of(outlets):
        own = places[places["outlet"] == outlet]
        first = int((own["position"] < 0.5).sum())
        parts.append(f"{name} has {count(len(own), 'hit')}, {first:,} of them in the first half")
    caption = (
        f"Where the terms of each frame stand in the articles, from beginning to end, and in whose "
        f"voice ({n_line(outlets)}). A hit says that a word stands there, not what is meant by it." + few_line(outlets)
    )
    return Description(caption, f"Marks along each article, a row a frame. {'; '.join(parts)}.")


def describe_frames(rates: pd.DataFrame, *, outlets: pd.DataFrame) -> Description:
    """Describe the figure of the frames' rates."""
    parts = []
    for outlet, name in names_of(outlets):
        own = rates[rates["outlet"] == outlet].groupby("frame", sort=False)["count"].sum()
        top = own.sort_values(ascending=False, kind="stable")
        most = f", most in {top.index[0]} ({int(top.iloc[0]):,})" if len(top) and top.iloc[0] else ""
        parts.append(f"{name}: {count(int(own.sum()), 'hit')}{most}")
    interval = intervals_line(rates, outlets=outlets)
    caption = (
        f"Hits of each frame per 1,000 words by voice, with 95 % intervals, {interval} ({n_line(outlets)}). The terms "
        "of a frame are the analyst’s choice; a quoted, a denied and a plain use count alike within a voice."
        + few_line(outlets)
    )
    return Description(caption, f"Dots of rates with intervals, a row a frame, a panel a voice. {'; '.join(parts)}.")


def describe_motives(
    table: pd.DataFrame, *, outlets: pd.DataFrame, actor: str, coders: str, nothing: str = ""
) -> Description:
    """Describe the figure of the motives, with the motive that sets each pair of outlets furthest apart."""
    totals = table.groupby("outlet", sort=False)["count"].sum()
    n = "; ".join(
        f"{name}: {count(int(totals.get(outlet, 0)), 'proposition')} in "
        f"{count(int(outlets.set_index('outlet').loc[outlet, 'articles']), 'article')}"
        for outlet, name in names_of(outlets)
    )
    codes = ordered_codes(table)
    labels = table.drop_duplicates("category").set_index("category")["label"]
    rows = []
    for code in codes:
        own = table[table["category"] == code].set_index("outlet")["count"]
        rows.append(
            f"{labels[code]}: " + ", ".join(f"{name} {int(own[outlet]):,}" for outlet, name in names_of(outlets))
        )
    drawn = what_is_drawn(table, outlets=outlets)
    unit, denied = ("mark", "marked n") if drawn == "marks" else ("dot", "and is counted under the number by n")
    caption = (
        f"The motives that each outlet ascribes to {actor}, {_DRAWN[drawn]} ({n}; {coders}). A {unit} counts what "
        f"a text ascribes, not what is so; a motive denied stands with the motive asserted, {denied}."
        + few_line(outlets)
    )
    alt = "; ".join(rows) if rows else nothing.rstrip(".") or f"No motive of {actor} is ascribed"
    return Description(caption, f"Propositions by motive, from those that the first outlet has more of. {alt}.")


def describe_actors(comparison: Comparison) -> Description:
    """Describe the figure of several actors: how many propositions each outlet has about each, under which motives."""
    outlets, table, shown = comparison.outlets, comparison.table, comparison.cast.shown
    n, alt = [], []
    for place, (outlet, name) in enumerate(names_of(outlets)):
        own = table[table["outlet"] == outlet]
        counts = own.groupby("actor", sort=False)["count"].sum()
        told = ", ".join(f"{actor} {int(number):,}" for actor, number in counts.items())
        n.append(f"{name}: {size_line(outlets.iloc[place])}; propositions: {told}")
        alt.append(f"{name}: " + ", ".join(_most(own[own["actor"] == actor], actor) for actor in shown))
    others = [actor for actor in shown if actor != comparison.written_for]
    codes = f" The motive codes were written for {comparison.written_for}, not for the others." if others else ""
    drawn = _DRAWN[comparison.drawn] + (", by group of codes" if comparison.grouped else "")
    caption = (
        f"The motives that each outlet ascribes to {_listed(shown)}, {drawn} ({'. '.join(n)}. "
        f"{comparison.coder_line}).{codes} A text that says little of an actor says few motives of it."
        + few_line(outlets)
    )
    return Description(caption, f"Propositions by actor and motive, the most frequent motives first. {'; '.join(alt)}.")


def _most(own: pd.DataFrame, actor: str) -> str:
    """An actor's propositions in an outlet with its three most frequent motives."""
    top = own[own["count"] > 0].sort_values("count", ascending=False, kind="stable").head(3)
    named = ", ".join(f"{row.label} {row.number}" for row in top.rename(columns={"count": "number"}).itertuples())
    return f"{actor} {int(own['count'].sum()):,}" + (f" ({named})" if named else "")


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def describe_speakers(table: pd.DataFrame, *, outlets: pd.DataFrame) -> Description:
    """Describe the figure of the sources quoted."""
    parts = []
    for outlet, name in names_of(outlets):
        own = table[table["outlet"] == outlet].sort_values("words", ascending=False, kind="stable")
        named = int(own["named"].astype(bool).sum()) if len(own) else 0
        most = f", most words for {own['source'].iloc[0]} ({int(own['words'].iloc[0]):,})" if len(own) else ""
        parts.append(f"{name}: {count(len(own), 'source')}, {named:,} of them named{most}")
    caption = (
        f"Who is quoted or reported, by the words attributed to each source ({n_line(outlets)}). Attributions are "
        "found by rules on the wording; sources that the wording leaves open are missing." + few_line(outlets)
    )
    return Description(caption, f"Bars of attributed words a source. {'; '.join(parts)}.")


def describe_collocates(table: pd.DataFrame, *, outlets: pd.DataFrame, node: str) -> Description:
    """Describe the figure of the collocates."""
    words = table[~table["function_word"].astype(bool)] if len(table) else table
    kinds = words.drop_duplicates("collocate")["company"].value_counts()
    shared = words.loc[words["company"] == "shared", "collocate"].drop_duplicates().head(5).tolist()
    caption = (
        f"What stands near {node} in each outlet, by logDice ({n_line(outlets)}). Near is not of: a collocate may "
        "belong to somebody else in the sentence, and what one outlet alone has may only want for room in the others."
    )
    said = f", among them {', '.join(shared)}" if shared else ""
    apart = f"{int(kinds.get('apart', 0)):,} in one outlet alone"
    alt = f"{count(int(kinds.get('shared', 0)), 'collocate')} shared{said}; {apart}"
    return Description(caption, f"Dots of logDice, a row a collocate. {alt}.")


def describe_keyness(table: pd.DataFrame, *, outlets: pd.DataFrame) -> Description:
    """Describe the figure of what separates the outlets' words."""
    block = table[table["outlet"] == outlets["outlet"].iloc[0]] if len(outlets) else table
    block = block[block["reference"] == block["reference"].iloc[0]] if len(block) else block
    first = outlets["name"].iloc[0] if len(outlets) else ""
    more = block.loc[block["log_ratio"] > 0, "term"].head(5).tolist()
    less = block.loc[block["log_ratio"] < 0, "term"].head(5).tolist()
    caption = (
        f"What separates the outlets’ words: Log Ratio against frequency ({n_line(outlets)}). Naming and translation "
        "style come first in so plain a count; a word says nothing of what it was used for." + few_line(outlets)
    )
    alt = f"Keyest words with more in {first}: {', '.join(more) or 'none'}; with less: {', '.join(less) or 'none'}."
    return Description(caption, f"Words by Log Ratio and frequency. {alt}")


def names_of(outlets: pd.DataFrame) -> list[tuple[str, str]]:
    """Give each outlet's key with its name."""
    return list(zip(outlets["outlet"], outlets["name"], strict=True))


def few_line(outlets: pd.DataFrame) -> str:
    """Write the sentence of a caption of few articles, empty where there are enough."""
    return _FEW if is_descriptive(outlets) else ""
