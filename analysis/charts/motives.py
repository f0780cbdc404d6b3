"""How each outlet characterizes the actor's motives: one mark a proposition, with the quotes behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure

from ..codebooks import MotiveCodebook
from .columns import draw_heads, head_lines, lay_columns
from .labels import wrap
from .motive_rows import ENOUGH_PROPOSITIONS, LABELS, Motives, draw_row, lay_rows
from .motive_shares import SCALE, draw_scale, plain_shares, widest_share
from .motive_table import absent_labels, ordered_codes, tabulate_motives, what_is_drawn, without_repeats
from .outlets import count, is_descriptive, too_few_line
from .page import EDGE, LINE, NOTE, WIDTH, Head, in_style, open_page, write
from .palette import PALE, VOICES, Mark, voice_name
from .quote_lines import QuoteRow, draw_panel, panel_height, panel_rows

_PAGE = 640.0


@dataclass(frozen=True)
class Reading:
    """Whose motives are read, by whom, in what order: actor, coder status (rules only, rules + 1 coder), by group.

    ``written_for`` is the actor for whom the codebook was written, where that is another one; ``nothing`` what is said
    where no motive is found.
    """

    actor: str
    coders: str = "rules only"
    grouped: bool = False
    written_for: str = ""
    nothing: str = ""


@in_style
def draw_motives(
    propositions: pd.DataFrame,
    *,
    codebook: MotiveCodebook,
    outlets: pd.DataFrame,
    reading: Reading,
    quotes: pd.DataFrame | None = None,
    shares: pd.DataFrame | None = None,
) -> Figure:
    """Draw how each outlet characterizes the actor's motives.

    One mark a proposition while an outlet has fewer than 5 articles and none has more than 40 propositions, else dots;
    from 5 articles an outlet on with the intervals of ``shares`` (SHARE_COLUMNS; without it no interval). Columns are
    outlets, rows are motives ordered by the difference of shares; motives that nobody ascribes stand in one line. A
    mark counts what the text ascribes, not what is so, and a motive denied stands where the motive asserted would.
    """
    table = tabulate_motives(propositions, codebook=codebook, outlets=outlets)
    counted = without_repeats(propositions)
    counted = counted[counted["outlet"].isin(outlets["outlet"])]
    drawn = what_is_drawn(table, outlets=outlets)
    known = plain_shares(table) if shares is None or drawn == "dots" else shares
    motives = Motives(
        table=table,
        counted=counted,
        outlets=outlets,
        columns=lay_columns(outlets, left=LABELS, marked=False),
        quotes=quotes,
        shares=None if drawn == "marks" else known,
        grouped=reading.grouped,
    )
    return _draw(motives, ordered_codes(table, grouped=reading.grouped), reading)


def _draw(motives: Motives, codes: list[str], reading: Reading) -> Figure:
    notes = _n_lines(motives)
    head = head_lines(motives.outlets, motives.columns, notes) + (SCALE if motives.shares is not None else 3)
    rows = lay_rows(motives, codes, top=head)
    end = rows[-1].top + rows[-1].height if rows else head + 2 * LINE
    absent = _absent_lines(motives)
    panel = _panel(motives, codes)
    if end + panel_height(panel) > _PAGE:
        panel = []  # the quotes still stand in the bundle and the notebook
    body = end + LINE * len(absent) + 6 + panel_height(panel)
    quoted = bool(panel) or motives.quotes_in_cells
    page = open_page(_head(motives, reading, quoted=quoted), body=body)
    labels = ["articles", "propositions", "in sentences"]
    draw_heads(page.sheet, motives.outlets, motives.columns, top=page.top, notes=notes, labels=labels)
    if motives.shares is not None:
        top, bottom = page.top + head - SCALE, page.top + end
        widest = widest_share(motives.shares)
        draw_scale(page.sheet, motives.columns, top=top, bottom=bottom, room=motives.room, widest=widest)
    if not rows:
        nothing = reading.nothing or f"No motive of {reading.actor} is ascribed in these texts."
        write(page.sheet, (EDGE, page.top + head + 11), nothing)
    for row in rows:
        draw_row(page.sheet, motives, row, top=page.top)
    page.sheet.plot([EDGE, WIDTH - EDGE], [page.top + end] * 2, color=PALE, linewidth=0.6, zorder=0)
    for number, line in enumerate(absent):
        write(page.sheet, (EDGE, page.top + end + LINE * (number + 1) + 1), line, type=NOTE)
    if panel:
        draw_panel(page.sheet, panel, top=page.top + body - panel_height(panel))
    return page.figure


def _panel(motives: Motives, codes: list[str]) -> list[QuoteRow]:
    if motives.quotes is None or motives.quotes_in_cells:
        return []
    return panel_rows(motives.table, motives.quotes, codes=codes, outlets=motives.outlets)


def key_of_motives(counted: pd.DataFrame, *, actor: str, marks: bool) -> tuple[tuple[Mark | str, str], ...]:
    """Give the key of a motive figure: the voices' marks and, where marks are drawn, the signs that some have."""
    signs = [("n", "by denial", "negated"), ("?", "hedged", "hedged"), ("( )", "minimised", "minimised")]
    voices = [(mark, voice_name(voice, actor=actor)) for voice, mark in VOICES.items()]
    said = [(sign, name) for sign, name, column in signs if marks and counted[column].astype(bool).any()]
    return (*voices, *said)


def _head(motives: Motives, reading: Reading, *, quoted: bool) -> Head:
    few = " · descriptive only" if is_descriptive(motives.outlets) else ""
    return Head(
        title=f"How each outlet characterizes {reading.actor}’s motives",
        status=reading.coders + few,
        key=key_of_motives(motives.counted, actor=reading.actor, marks=motives.shares is None),
        notes=(_note(motives, quoted=quoted), codes_line(reading.written_for, [reading.actor])),
    )


def codes_line(written_for: str, actors: Sequence[str]) -> str:
    """Say that motive codes written for one actor are used for others; empty where they are not."""
    if not written_for or set(actors) <= {written_for}:
        return ""
    return (
        f"The motive codes were written for {written_for}: other actors’ motives are sorted by them too, and may stand "
        "under a code that does not fit."
    )


def _note(motives: Motives, *, quoted: bool) -> str:
    if motives.shares is None:
        grey = " (grey: minimised)" if motives.counted["minimised"].astype(bool).any() else ""
        few = motives.table.groupby("outlet")["count"].sum().between(1, ENOUGH_PROPOSITIONS - 1).any()
        least = f", from {ENOUGH_PROPOSITIONS} propositions on" if few else ""
        unit = (
            f"One mark is one proposition{grey}; beside it their number and share of the outlet’s propositions{least}."
        )
    else:
        line = ", its line the 95 % interval by article" if motives.shares["low"].notna().any() else ""
        unit = f"A dot is a voice’s share of the outlet’s propositions{line}.{signs_line(motives.counted)}"
    quotes = " A quote is verbatim, with the sentence (s.) it stands in." if quoted else ""
    return unit + quotes + (" " + too_few_line(motives.outlets)).rstrip()


def signs_line(counted: pd.DataFrame, *, where: str = "Under") -> str:
    """Say what the signs at a number count, those that a figure of these propositions has; empty for none."""
    signs = [("1n", "by denial", "negated"), ("1?", "hedged", "hedged"), ("(1)", "minimised", "minimised")]
    said = [f"{sign} one {name}" for sign, name, column in signs if counted[column].astype(bool).any()]
    return f" {where} the number, how many of a cell’s propositions are so marked: {', '.join(said)}." if said else ""


def _n_lines(motives: Motives) -> list[list[str]]:
    """The n of every outlet: articles, propositions, and the sentences that hold them."""
    lines: list[list[str]] = [[], [], []]
    for row in motives.outlets.itertuples(index=False):
        own = motives.counted[motives.counted["outlet"] == row.outlet]
        sentences = len(own.drop_duplicates(["article", "sentence_start"]))
        if motives.columns.narrow:
            short = (f"{row.articles:,}{' tr.' if row.translated else ''}", f"{len(own):,}", f"{sentences:,}")
        else:
            articles = count(row.articles, "article") + (", translated" if row.translated else "")
            short = (articles, f"{count(len(own), 'proposition')} in {count(sentences, 'sentence')}", "")
        for line, text in zip(lines, short, strict=True):
            line.append(text)
    return lines if motives.columns.narrow else lines[:2]


def _absent_lines(motives: Motives) -> list[str]:
    labels = absent_labels(motives.table)
    if not labels:
        return []
    who = "neither" if len(motives.outlets) == 2 else "no outlet"
    text = f"ascribed by {who}: {'; '.join(labels)}"
    return wrap(text, width=WIDTH - 2 * EDGE, size=7, lines=6)
