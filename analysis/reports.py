"""The report: one HTML file, complete in itself, that can be sent to somebody.

Figures are inside it as images, with the evidence beneath; nothing is fetched from outside. Every word of an article,
a file name or a codebook is escaped on its way in.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from .coding.agreement import disagreements, tell_values
from .coding.carrying import tell_pending
from .coding.summary import summarize_coding
from .comparisons import outlets_of
from .evidence import evidence_of_actors, evidence_table
from .exhibits import EXHIBITS
from .files import write_text
from .findings import tell_evidence_level, tell_frames, tell_motives, tell_timeline, tell_together
from .results import Results
from .study import Study

_MEASURES = {"precision": "Right among the rules’ propositions decided on", "alpha": "Krippendorff’s α"}
_INNER = str.maketrans("“”", "‘’")  # a quotation within one
_DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@dataclass(frozen=True)
class ReportFigure:
    """A figure as the report shows it: its stem, image as a data address, alternative text and caption."""

    stem: str
    image: str
    alt: str
    caption: str


def write_report(results: Results, *, folder: Path) -> Path:
    """Write report.html beside the figures that stand in a folder, and give its path."""
    path = folder / "report.html"
    write_text(path, render_report(results, {stem: read_figure(folder, stem) for stem in EXHIBITS}))
    return path


def render_report(results: Results, figures: Mapping[str, ReportFigure]) -> str:
    """Give the report as one HTML document."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = FileSystemLoader(Path(__file__).parent / "templates")
    page = Environment(
        loader=templates, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=_without_direction,
    )  # fmt: skip
    page.filters["quoted"] = quoted
    study = results.study
    return page.get_template("report.html").render(
        study=study, actor=results.actor, coders=results.coder_status, nothing=results.no_motive,
        evidence_level=tell_evidence_level(results.sources.articles, study),
        motive_findings=tell_motives(results.propositions, study, actor=results.actor, nothing=results.no_motive),
        frame_findings=tell_frames(results.rates, results.rates_by_voice, study, actor=results.actor),
        time_findings=tell_timeline(results.frame_timeline, results.sources.articles, study),
        together_findings=tell_together(results.cooccurrence, study), figures=figures,
        outlets=outlets_of(results).to_dict("records"), articles=_articles(results),
        evidence=evidence_table(results).to_dict("records"), others=_evidence_of_others(results),
        rates=_rates(results), removals=results.sources.removals.to_dict("records"), notes=results.notes,
        coding=_coding(results), decided=results.coded.coders(results.propositions),
        disagreements=_disagreements(results),
        orphans=results.orphans.to_dict("records"), repeats=_repeats(results),
        pending=tell_pending(results.coded.pending, codebook=study.motives, path=Path(study.codings.name)),
    )  # fmt: skip


def quoted(words: str) -> str:
    """Give words in quotation marks; marks inside are written single, as in the figures."""
    return f"“{words.translate(_INNER)}”"


def _coding(results: Results) -> list[dict[str, str]]:
    """How right the rules were and how far coders agree, in words; nothing where nobody decided anything."""
    table = summarize_coding(results.coded, holder=results.actor, seed=results.study.seed)
    return [
        {
            "what": f"{_MEASURES[row.measure]}: {_of(row.of, results.study)}",
            "value": "undefined" if pd.isna(row.value) else f"{row.value:.2f}",
            "interval": "" if pd.isna(row.low) else f"{row.low:.2f} to {row.high:.2f}",
            "n": row.n,
        }
        for row in table.itertuples()
    ]


def _of(what: str, study: Study) -> str:
    by, _, name = what.partition(" ")
    return f"{by} {study.motives.label(name) if by == 'category' else name}".strip()


def _disagreements(results: Results) -> list[dict[str, str | list[tuple[str, str]]]]:
    """What coders decided differently, with each one's word, for talk."""
    said = partial(tell_values, label=results.study.motives.label)
    table = disagreements(results.coded.laid, holder=results.actor, tell=said)
    texts = dict(zip(results.sources.articles["article"], results.sources.articles["text"], strict=True))
    coders = [column for column in table if column.endswith(" says")]
    return [
        {
            "article": row["article"], "quote": texts.get(row["article"], "")[row["start"] : row["end"]],
            "differ": row["differ"], "said": [(coder, row[coder]) for coder in coders if row[coder]],
        }
        for row in table.to_dict("records")
    ]  # fmt: skip


def _without_direction(value: object) -> object:
    """Drop signs that turn the direction of writing: a name from outside must not mirror the words around it."""
    return value.translate(_DIRECTION) if isinstance(value, str) and not hasattr(value, "__html__") else value


def _articles(results: Results) -> list[dict[str, str | int]]:
    return [
        {
            "outlet": results.study.outlet(row.outlet).name, "title": row.title, "date": str(row.date or ""),
            "author": row.author, "url": row.url if str(row.url).startswith(("https://", "http://")) else "",
            "article": row.article, "tokens": row.tokens,
        }
        for row in results.articles.fillna("").itertuples()
    ]  # fmt: skip


def _evidence_of_others(results: Results) -> list[dict[str, str]]:
    others = [actor.name for actor in results.study.actors if actor.name != results.actor]
    return evidence_of_actors(results, others).to_dict("records")


def _rates(results: Results) -> list[dict[str, str | int | float]]:
    frames = [frame.name for frame in results.study.frames]
    table = results.rates.assign(order=results.rates["frame"].map(frames.index)).sort_values("order", kind="stable")
    return [row | {"outlet": results.study.outlet(row["outlet"]).name} for row in table.to_dict("records")]


def _repeats(results: Results) -> int:
    table: pd.DataFrame = results.all_propositions
    return int(((table["repeat_of"] != "") & (table["holder"] == results.actor)).sum())


def read_figure(folder: Path, stem: str) -> ReportFigure:
    """Read a figure's image, caption and alternative text from its bundle in a folder."""
    said = json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))
    image = base64.b64encode((folder / f"{stem}.svg").read_bytes()).decode("ascii")
    return ReportFigure(stem, f"data:image/svg+xml;base64,{image}", said["alt"], said["caption"])
