"""Exhibits: the eleven figures of a study, each made from its tables with caption, alternative text and provenance."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from .charts import captions
from .charts.actors import draw_actors
from .charts.barcode import draw_barcode
from .charts.captions import Description
from .charts.company import draw_collocates
from .charts.descriptions import describe_terms, describe_timeline, describe_together
from .charts.frames import draw_frames
from .charts.heat_map import draw_terms
from .charts.keyness import draw_keyness
from .charts.motive_table import tabulate_motives
from .charts.motives import Reading, draw_motives
from .charts.pairs import pairs_of
from .charts.places import locate_hits
from .charts.quotes import choose_quotes
from .charts.sources import draw_sources, tabulate_sources
from .charts.speakers import draw_speakers, tabulate_speakers
from .charts.timeline import Section, draw_timeline
from .charts.together import draw_together
from .comparisons import compare_actors, outlets_of, propositions_of, quotes_by_actor, shares_by_actor
from .figures import FigureBundle, Provenance, software_versions, write_bundle
from .results import Results
from .vocabulary.dates import tell_ranges
from .vocabulary.rates import covered_terms

QUOTES_A_MARK = 3
TERMS_KEPT = 300  # of each outlet and reference, in the table behind figure 7


def show_sources(results: Results) -> FigureBundle:
    """Make figure 1: size, what was taken out, how the actor is named in each."""
    outlets, own = outlets_of(results), results.mentions[results.mentions["actor"] == results.actor]
    table = tabulate_sources(
        results.sources.articles, sentences=results.sentences, tokens=results.tokens,
        removals=results.sources.removals, mentions=own,
    )  # fmt: skip
    described = captions.describe_sources(table, outlets=outlets, actor=results.actor)
    return _bundle(results, "1-sources", draw_sources(table, outlets=outlets, actor=results.actor), table, described)


def show_barcode(results: Results) -> FigureBundle:
    """Make figure 2: where the frames fall in each article."""
    outlets = outlets_of(results)
    places = locate_hits(results.hits, tokens=results.tokens)
    figure = draw_barcode(
        places, articles=results.articles, outlets=outlets, frames=[frame.name for frame in results.study.frames],
        actor=results.actor,
    )  # fmt: skip
    return _bundle(results, "2-barcode", figure, places, captions.describe_barcode(places, outlets=outlets))


def show_frames(results: Results) -> FigureBundle:
    """Make figure 3: framing vocabulary per 1,000 tokens by outlet, divided by voice."""
    outlets, rates = outlets_of(results), results.rates_by_voice
    figure = draw_frames(rates, outlets=outlets, actor=results.actor)
    return _bundle(results, "3-frames", figure, rates, captions.describe_frames(rates, outlets=outlets))


def show_motives(results: Results, *, grouped: bool = False) -> FigureBundle:
    """Make figure 4: how each outlet characterizes the actor's motives, and the quotes behind it."""
    outlets, propositions, codebook = outlets_of(results), results.propositions, results.study.motives
    figure = draw_motives(
        propositions, codebook=codebook, outlets=outlets, shares=results.motive_shares,
        reading=Reading(
            results.actor, results.coder_status, grouped, written_for=results.study.focal, nothing=results.no_motive
        ),
        quotes=choose_quotes(propositions, sentences=results.sentences, articles=results.articles),
    )  # fmt: skip
    counts = tabulate_motives(propositions, codebook=codebook, outlets=outlets)
    described = captions.describe_motives(
        counts, outlets=outlets, actor=results.actor, coders=results.coder_status, nothing=results.no_motive
    )
    quotes = choose_quotes(propositions, sentences=results.sentences, limit=QUOTES_A_MARK, articles=results.articles)
    return replace(_bundle(results, "4-motives", figure, propositions, described), quotes=quotes)


def show_speakers(results: Results) -> FigureBundle:
    """Make figure 5: who is quoted at all, named and unnamed sources of each outlet."""
    outlets = outlets_of(results)
    table = tabulate_speakers(results.speech, articles=results.sources.articles, tokens=results.tokens)
    figure = draw_speakers(table, outlets=outlets, actor=results.actor)
    return _bundle(results, "5-voices", figure, table, captions.describe_speakers(table, outlets=outlets))


def show_collocates(results: Results) -> FigureBundle:
    """Make figure 6: the company the actor keeps, collocates shared and apart."""
    outlets, table = outlets_of(results), results.collocates
    figure = draw_collocates(table, outlets=outlets, node=results.actor)
    described = captions.describe_collocates(table, outlets=outlets, node=results.actor)
    return _bundle(results, "6-collocates", figure, table, described)


def show_keyness(results: Results) -> FigureBundle:
    """Make figure 7: what separates the outlets' words, with how little that is where articles are few.

    The bundle's table has the strongest terms of each comparison; the command ``keyness`` writes all of them.
    """
    outlets, table = outlets_of(results), results.keyness
    described = captions.describe_keyness(table, outlets=outlets)
    strongest = table.groupby(["outlet", "reference"], sort=False, observed=True).head(TERMS_KEPT)
    return _bundle(results, "7-keyness", draw_keyness(table, outlets=outlets), strongest, described)


def show_actors(results: Results, *, actors: Sequence[str] = ()) -> FigureBundle:
    """Make figure 8: several actors' motives side by side for each outlet, and the quotes behind them.

    ``actors`` names whom to compare, in that order; without it `analysis.comparisons.compare_actors` chooses. Raises
    InputError where one is not of the study, or where they are too many.
    """
    comparison = compare_actors(results, actors=actors)
    quotes = quotes_by_actor(results, comparison.propositions)
    figure = draw_actors(comparison, quotes=quotes, shares=shares_by_actor(results, comparison))
    shown, described = propositions_of(results, comparison.cast.shown), captions.describe_actors(comparison)
    said = {"actors": ", ".join(comparison.cast.shown), "coders": comparison.coder_line}
    bundle = _bundle(results, "8-actors", figure, shown, described)
    return replace(
        bundle, outlets=comparison.numbers, quotes=quotes_by_actor(results, shown, limit=QUOTES_A_MARK),
        provenance=replace(bundle.provenance, settings={**bundle.provenance.settings, **said}),
    )  # fmt: skip


def show_terms(results: Results) -> FigureBundle:
    """Make figure 9: the frames' terms by outlet, each with its rate."""
    outlets, rates = outlets_of(results), results.term_rates
    covered = covered_terms(results.tokens, rates, frames=results.study.frames)
    described = describe_terms(rates, outlets=outlets)
    return _bundle(results, "9-terms", draw_terms(rates, outlets=outlets, covered=covered), rates, described)


def show_timeline(results: Results) -> FigureBundle:
    """Make figure 10: the frames' rates and the actor's motives month by month, articles without a date apart."""
    outlets, frames, motives = outlets_of(results), results.frame_timeline, results.motive_timeline
    sections = [
        Section("Frames, in hits per 1,000 words", frames, {}, "per_1000", "No term of a frame occurs."),
        Section(
            f"Motives of {results.actor}, in propositions", motives, _motive_labels(results), "count", results.no_motive
        ),
    ]
    dates = tell_ranges(results.sources.articles, results.study.outlet_names)
    figure = draw_timeline(sections, outlets=outlets, title="Frames and motives, month by month", notes=dates)
    table = pd.concat([frames.assign(kind="frame"), motives.assign(kind="motive")], ignore_index=True)
    described = describe_timeline(sections, outlets=outlets, dates=dates)
    return _bundle(results, "10-time", figure, table[["kind", *frames.columns]], described)


def show_together(results: Results) -> FigureBundle:
    """Make figure 11: which frames and motives of the actor stand together in a sentence, by outlet."""
    outlets, pairs = outlets_of(results), pairs_of(results.cooccurrence, _motive_labels(results))
    described = describe_together(pairs, outlets=outlets, actor=results.actor)
    figure = draw_together(pairs, outlets=outlets, actor=results.actor)
    return _bundle(results, "11-together", figure, results.cooccurrence, described)


EXHIBITS: dict[str, Callable[[Results], FigureBundle]] = {
    "1-sources": show_sources,
    "2-barcode": show_barcode,
    "3-frames": show_frames,
    "4-motives": show_motives,
    "5-voices": show_speakers,
    "6-collocates": show_collocates,
    "7-keyness": show_keyness,
    "8-actors": show_actors,
    "9-terms": show_terms,
    "10-time": show_timeline,
    "11-together": show_together,
}


def _bundle(results: Results, stem: str, figure: Figure, table: pd.DataFrame, description: Description) -> FigureBundle:
    """A figure with what all figures of a study share: n, provenance, and the window of days in its caption."""
    described = description.within(str(results.study.window or ""))
    return FigureBundle(stem, figure, table, described, outlets_of(results), provenance=provenance_of(results))


def _motive_labels(results: Results) -> dict[str, str]:
    return {code: entry.label for code, entry in results.study.motives.codes.items()}


def provenance_of(results: Results) -> Provenance:
    """Give the hashes of articles and codebooks, the settings and the versions behind every figure of a study."""
    study, articles = results.study, results.sources.articles
    return Provenance(
        inputs=dict(zip(articles["article"], articles["sha256"], strict=True)),
        codebooks=results.file_hashes,
        settings={
            "actor": results.actor, "coders": results.coder_status, "motive_codebook_version": study.motives.version,
            "seed": study.seed, "language": study.language, **({"window": str(study.window)} if study.window else {}),
        },
        versions=software_versions(),
    )  # fmt: skip


def figures_folder(study_folder: Path) -> Path:
    """Give where a study's figures go: ``figures`` beside the default study's ``seeds``, else inside the study."""
    folder = Path(study_folder)
    default = folder.resolve() == (Path(__file__).parent.parent / "seeds").resolve()
    return folder.resolve().parent / "figures" if default else folder / "figures"


def save(bundle: FigureBundle, folder: Path | str) -> FigureBundle:
    """Write a bundle's files into a folder and give the bundle, so that a notebook cell saves and shows in one line."""
    write_bundle(bundle, folder=Path(folder))
    return bundle
