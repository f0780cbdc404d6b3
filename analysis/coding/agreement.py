"""Agreement: how far coders agree on what two or more of them decided, and on what they do not.

A unit is a proposition that two coders or more decided on, matched by its stretch (`analysis.coding.anchors`), or a
sentence that one of them found to hold no motive and another one found one in. Spans are matched, not scored: coders
who mark other words of the same proposition agree.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
import pandas as pd

from ..measures.agreement import krippendorff_alpha, raw_agreement
from ..measures.nominal import nominal_alpha_interval
from ..motives.propositions import Cell
from .anchors import Stretch
from .cases import Case, Cases
from .decisions import FLAGS
from .standing import Decision

AGREEMENT_COLUMNS = ["field", "code", "alpha", "low", "high", "raw", "units", "coders"]
DISAGREEMENT_COLUMNS = ["article", "start", "end", "holder", "proposition", "differ"]
OVERALL, MOTIVE, NO_MOTIVE = "overall", "motive", "no motive"
FIELDS = ("category", "voice", *FLAGS)
Values = dict[str, Cell | None]


@dataclass(frozen=True)
class Unit:
    """What several coders decided on one stretch: by coder, the value of each field, None where undecided."""

    stretch: Stretch
    proposition: str = ""
    values: dict[str, Values] = field(default_factory=dict)


@dataclass(frozen=True)
class Alpha:
    """Krippendorff's α with its 95 % interval, and the raw agreement, over so many units; nan where undefined."""

    alpha: float
    low: float
    high: float
    raw: float
    units: int
    coders: int


def agreement(cases: Cases, *, holder: str | None = None, seed: int = 0) -> pd.DataFrame:
    """Give Krippendorff's α of each field, overall, and of each code against all others; one row each.

    *motive* is whether there is one at all, *overall* the code or that there is none, which is what figures count; the
    other fields are compared where both coders keep the proposition. ``raw`` stands beside α and never for it. Only
    units that two coders decided on count (``units``); with one coder, or where nothing could have differed, all are
    nan. ``low`` and ``high`` are the bootstrap interval over units, which says nothing of other coders or articles.
    """
    found = _units(cases, holder)
    rows = [{"field": name, "code": "", **vars(_alpha(found, name, seed=seed))} for name in (OVERALL, MOTIVE, *FIELDS)]
    for code in sorted({str(code) for unit in found for code in _column(unit, OVERALL).values() if code is not None}):
        rows.append({"field": OVERALL, "code": code, **vars(_alpha(found, OVERALL, code=code, seed=seed))})
    return pd.DataFrame(rows, columns=AGREEMENT_COLUMNS)


def overall_agreement(cases: Cases, *, holder: str | None = None, seed: int = 0) -> Alpha:
    """Give the agreement on the code, "no motive" being one, over all units that two coders or more decided on."""
    return _alpha(_units(cases, holder), OVERALL, seed=seed)


def disagreements(
    cases: Cases, *, holder: str | None = None, tell: Callable[[Values], str] | None = None
) -> pd.DataFrame:
    """List the units on which coders differ, in text order; one row a unit, one column ("ana says") a coder.

    ``differ`` names the fields, ``proposition`` the rules' row where there is one. What a coder says is told by
    ``tell``, with the codes and fields as codings.csv has them where it is not given.
    """
    told = tell or tell_values
    rows = []
    for unit in sorted(_units(cases, holder), key=lambda unit: (unit.stretch.article, unit.stretch.start)):
        differ = [name for name in (MOTIVE, *FIELDS) if len(set(_column(unit, name).values()) - {None}) > 1]
        if differ:
            place = vars(unit.stretch) | {"proposition": unit.proposition, "differ": ", ".join(differ)}
            rows.append(place | {f"{coder} says": told(values) for coder, values in unit.values.items()})
    coders = sorted({column for row in rows for column in row} - set(DISAGREEMENT_COLUMNS))
    return pd.DataFrame(rows, columns=[*DISAGREEMENT_COLUMNS, *coders]).fillna("")


def _units(cases: Cases, holder: str | None) -> list[Unit]:
    """The units of an actor, or of all, on which two coders or more decided."""
    found = chain(map(_of_case, cases.cases), _of_sentences(cases))
    return [unit for unit in found if len(unit.values) > 1 and (holder is None or unit.stretch.holder in ("", holder))]


def _of_case(case: Case) -> Unit:
    unit = Unit(case.stretch, str(case.row.get("proposition", "")))
    for vote in case.votes:
        unit.values[vote.coder] = {MOTIVE: NO_MOTIVE} if vote.rejects else _kept(case, vote)
    return unit


def _kept(case: Case, vote: Decision) -> Values:
    """A vote's values; on what was added, whether there is a motive is told by the sentences (`_of_sentences`)."""
    values: Values = {name: case.value(vote, name) for name in FIELDS}
    if vote.waits:
        values["category"] = None
    return values | {MOTIVE: MOTIVE if case.row else None}


def _of_sentences(cases: Cases) -> Iterator[Unit]:
    """The sentences that a coder found empty, with what every other coder found: nothing, or a motive."""
    units: dict[Stretch, Unit] = {}
    for looked in cases.looked:
        unit = units.setdefault(looked.stretch, Unit(looked.stretch))
        unit.values[looked.coder] = {MOTIVE: NO_MOTIVE}
    for case in (case for case in cases.cases if case.votes and not case.row):
        for unit in (unit for stretch, unit in units.items() if stretch.covers(case.stretch)):
            for vote in case.keeping:
                unit.values.setdefault(vote.coder, {MOTIVE: MOTIVE, "category": case.value(vote, "category")})
    yield from units.values()


def _column(unit: Unit, name: str) -> Values:
    """Each coder's value of a field; overall it is the code, or that there is no motive."""
    if name == OVERALL:
        return {
            coder: NO_MOTIVE if values.get(MOTIVE) == NO_MOTIVE else values.get("category")
            for coder, values in unit.values.items()
        }
    return {coder: values.get(name) for coder, values in unit.values.items()}


def _alpha(units: Sequence[Unit], name: str, *, code: str = "", seed: int = 0) -> Alpha:
    columns = [_column(unit, name) for unit in units]
    if code:
        columns = [{who: None if one is None else one == code for who, one in column.items()} for column in columns]
    both = [column for column in columns if sum(value is not None for value in column.values()) > 1]
    coders = sorted({coder for column in both for coder, value in column.items() if value is not None})
    if not both:
        return Alpha(np.nan, np.nan, np.nan, np.nan, 0, 0)
    codings = [[column.get(coder) for column in both] for coder in coders]
    interval = nominal_alpha_interval(codings, seed=seed)
    return Alpha(krippendorff_alpha(codings), *interval, raw_agreement(codings), len(both), len(coders))


def tell_values(values: Values, *, label: Callable[[str], str] = str) -> str:
    """Tell what a coder says of a unit: code, voice and flags; ``label`` gives a code's name for people."""
    if values.get(MOTIVE) == NO_MOTIVE:
        return NO_MOTIVE
    flags = [flag for flag in FLAGS if values.get(flag)]
    code = label(str(values["category"])) if values.get("category") else "no code yet"
    return ", ".join(str(one) for one in (code, values.get("voice"), *flags) if one)
