"""Several actors' motives counted: which actors are compared, how much each outlet says of each, and under which codes.

Repeats are left out, as in `analysis.charts.motive_table`; pairs of outlet and actor without a proposition keep rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..codebooks import OTHER, MotiveCode, MotiveCodebook
from .motive_table import MOTIVE_COLUMNS, tabulate_motives, without_repeats
from .outlets import ENOUGH_ARTICLES

ACTOR_COLUMNS = [
    "outlet", "name", "translated", "articles", "sentences", "tokens", "actor", "named", "propositions", "in_sentences",
]  # fmt: skip
MOST_ACTORS = 6


@dataclass(frozen=True)
class Cast:
    """The actors of a comparison: those ``shown``, those ``silent`` (no proposition), those ``left_out`` with one."""

    shown: tuple[str, ...]
    silent: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def cast_actors(
    propositions: pd.DataFrame, *, known: Sequence[str], focal: str, asked: Sequence[str] = (), most: int = MOST_ACTORS
) -> Cast:
    """Choose the actors to compare, the focal one first, the others as the study orders them (``known``).

    Taken are the actors ``asked`` for, in their order, else all that have a proposition: of more than ``most`` the
    focal one and those with most propositions. Where nobody has one the focal actor stands alone.
    """
    counts = without_repeats(propositions)["holder"].value_counts()
    order = [focal, *(actor for actor in known if actor != focal)]
    told = [actor for actor in order if actor in counts.index]
    if asked:
        chosen = [actor for actor in dict.fromkeys(asked) if actor in told]
    else:
        ranked = sorted(told, key=lambda actor: (actor != focal, -counts[actor], order.index(actor)))
        chosen = [actor for actor in told if actor in ranked[:most]]
    shown = tuple(chosen) or (focal,)
    return Cast(
        shown,
        tuple(actor for actor in dict.fromkeys(asked or order) if actor not in (*told, *shown)),
        tuple(actor for actor in told if actor not in shown),
    )


def list_actors(
    propositions: pd.DataFrame, *, mentions: pd.DataFrame, outlets: pd.DataFrame, actors: Sequence[str]
) -> pd.DataFrame:
    """Give the n of every outlet and actor; one row a pair, outlets and actors in their order.

    Beside the outlet's articles, sentences and tokens: how often it names the actor (``named``, mentions), how many
    ``propositions`` it has about the actor's motives, and in how many sentences they begin (``in_sentences``).
    """
    counted = without_repeats(propositions)
    sentences = counted.drop_duplicates(["outlet", "holder", "article", "sentence_start"])
    numbers = {
        "named": mentions.groupby(["outlet", "actor"], observed=True).size(),
        "propositions": counted.groupby(["outlet", "holder"]).size(),
        "in_sentences": sentences.groupby(["outlet", "holder"]).size(),
    }
    rows = [
        outlet
        | {"actor": actor}
        | {column: int(own.get((outlet["outlet"], actor), 0)) for column, own in numbers.items()}
        for outlet in outlets.to_dict("records")
        for actor in actors
    ]
    return pd.DataFrame(rows, columns=ACTOR_COLUMNS)


def tabulate_actors(
    propositions: pd.DataFrame, *, codebook: MotiveCodebook, outlets: pd.DataFrame, actors: Sequence[str]
) -> pd.DataFrame:
    """Count each actor's propositions by outlet and motive, zeros included; one row an actor, outlet and code.

    ``share`` is the count over the actor's propositions in the outlet, nan where it has none.
    """
    parts = [
        tabulate_motives(propositions[propositions["holder"] == actor], codebook=codebook, outlets=outlets).assign(
            actor=actor
        )
        for actor in actors
    ]
    columns = ["actor", *MOTIVE_COLUMNS]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def codes_by_group(table: pd.DataFrame) -> list[str]:
    """Give the codes that somebody is said to have, those of a group together, both in the codebook's order."""
    totals = table.groupby("category", sort=False)["count"].sum()
    groups = table.drop_duplicates("category").set_index("category")["group"]
    places = {group: place for place, group in enumerate(dict.fromkeys(groups))}
    return sorted(totals.index[totals > 0], key=lambda code: places[groups[code]])


def by_group(propositions: pd.DataFrame, codebook: MotiveCodebook) -> tuple[pd.DataFrame, MotiveCodebook]:
    """Give propositions and codebook with the groups in place of the codes; "other" stays, for it says no motive."""
    groups = {code: f"group {entry.group}" for code, entry in codebook.codes.items() if code != OTHER}
    names = {groups[code]: entry.group for code, entry in codebook.codes.items() if code != OTHER}
    codes = {key: MotiveCode(label=name, group=name, definition=name) for key, name in names.items()}
    other = codebook.codes[OTHER]
    codes[OTHER] = other.model_copy(update={"group": other.label})
    grouped = replace(codebook, codes=codes)
    return propositions.assign(category=propositions["category"].map(lambda code: groups.get(code, code))), grouped


def without_thin_intervals(shares: pd.DataFrame, propositions: pd.DataFrame) -> pd.DataFrame:
    """Give the shares without interval where an actor's propositions stand in fewer than 5 articles of an outlet."""
    articles = without_repeats(propositions).groupby(["outlet", "holder"])["article"].nunique()
    thin = [articles.get(pair, 0) < ENOUGH_ARTICLES for pair in zip(shares["outlet"], shares["actor"], strict=True)]
    return shares.assign(low=shares["low"].mask(thin), high=shares["high"].mask(thin))
