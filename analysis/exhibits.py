"""Exhibits: the eight figures of a study, each made from its tables with caption, alternative text and provenance."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from .charts import captions
from .charts.actors import draw_actors
from .charts.barcode import draw_barcode
from .charts.company import draw_collocates
from .charts.frames import draw_frames
from .charts.keyness import draw_keyness
from .charts.motive_table import tabulate_motives
from .charts.motives import Reading, draw_motives
from .charts.places import locate_hits
from .charts.quotes import choose_quotes
from .charts.sources import draw_sources, tabulate_sources
from .charts.speakers import draw_speakers, tabulate_speakers
from .comparisons import compare_actors, outlets_of, propositions_of, quotes_by_actor, shares_by_actor
from .figures import FigureBundle, Provenance, hash_of, software_versions, write_bundle
from .results import Results

QUOTES_A_MARK = 3


def show_sources(results: Results) -> FigureBundle:
    """Make figure 1: size, what was taken out, how the actor is named in each."""
    outlets, own = outlets_of(results), results.mentions[results.mentions["actor"] == results.actor]
    table = tabulate_sources(
        results.sources.articles, sentences=results.sentences, tokens=results.tokens,
        removals=results.sources.removals, mentions=own,
    )  # fmt: skip
    return FigureBundle(
        "1-sources", draw_sources(table, outlets=outlets, actor=results.actor), table,
        captions.describe_sources(table, outlets=outlets, actor=results.actor), outlets,
        provenance=provenance_of(results),
    )  # fmt: skip


def show_barcode(results: Results) -> FigureBundle:
    """Make figure 2: where the frames fall in each article."""
    outlets = outlets_of(results)
    places = locate_hits(results.hits, tokens=results.tokens)
    figure = draw_barcode(
        places, articles=results.articles, outlets=outlets, frames=[frame.name for frame in results.study.frames],
        actor=results.actor,
    )  # fmt: skip
    return FigureBundle(
        "2-barcode", figure, places, captions.describe_barcode(places, outlets=outlets), outlets,
        provenance=provenance_of(results),
    )  # fmt: skip


def show_frames(results: Results) -> FigureBundle:
    """Make figure 3: framing vocabulary per 1,000 tokens by outlet, divided by voice."""
    outlets, rates = outlets_of(results), results.rates_by_voice
    return FigureBundle(
        "3-frames", draw_frames(rates, outlets=outlets, actor=results.actor), rates,
        captions.describe_frames(rates, outlets=outlets), outlets, provenance=provenance_of(results),
    )  # fmt: skip


def show_motives(results: Results, *, grouped: bool = False) -> FigureBundle:
    """Make figure 4: how each outlet characterizes the actor's motives, and the quotes behind it."""
    outlets, propositions, codebook = outlets_of(results), results.propositions, results.study.motives
    figure = draw_motives(
        propositions, codebook=codebook, outlets=outlets, shares=results.motive_shares,
        reading=Reading(results.actor, results.coder_status, grouped, written_for=results.study.focal),
        quotes=choose_quotes(propositions, sentences=results.sentences),
    )  # fmt: skip
    counts = tabulate_motives(propositions, codebook=codebook, outlets=outlets)
    return FigureBundle(
        "4-motives", figure, propositions,
        captions.describe_motives(counts, outlets=outlets, actor=results.actor, coders=results.coder_status), outlets,
        quotes=choose_quotes(propositions, sentences=results.sentences, limit=QUOTES_A_MARK),
        provenance=provenance_of(results),
    )  # fmt: skip


def show_speakers(results: Results) -> FigureBundle:
    """Make figure 5: who is quoted at all, named and unnamed sources of each outlet."""
    outlets = outlets_of(results)
    table = tabulate_speakers(results.speech, articles=results.sources.articles, tokens=results.tokens)
    return FigureBundle(
        "5-voices", draw_speakers(table, outlets=outlets, actor=results.actor), table,
        captions.describe_speakers(table, outlets=outlets), outlets, provenance=provenance_of(results),
    )  # fmt: skip


def show_collocates(results: Results) -> FigureBundle:
    """Make figure 6: the company the actor keeps, collocates shared and apart."""
    outlets, table = outlets_of(results), results.collocates
    return FigureBundle(
        "6-collocates", draw_collocates(table, outlets=outlets, node=results.actor), table,
        captions.describe_collocates(table, outlets=outlets, node=results.actor), outlets,
        provenance=provenance_of(results),
    )  # fmt: skip


def show_keyness(results: Results) -> FigureBundle:
    """Make figure 7: what separates the outlets' words, with how little that is where articles are few."""
    outlets, table = outlets_of(results), results.keyness
    return FigureBundle(
        "7-keyness", draw_keyness(table, outlets=outlets), table, captions.describe_keyness(table, outlets=outlets),
        outlets, provenance=provenance_of(results),
    )  # fmt: skip


def show_actors(results: Results, *, actors: Sequence[str] = ()) -> FigureBundle:
    """Make figure 8: several actors' motives side by side for each outlet, and the quotes behind them.

    ``actors`` names whom to compare, in that order; without it `analysis.comparisons.compare_actors` chooses. Raises
    InputError where one is not of the study, or where they are too many.
    """
    comparison = compare_actors(results, actors=actors)
    quotes = quotes_by_actor(results, comparison.propositions)
    figure = draw_actors(comparison, quotes=quotes, shares=shares_by_actor(results, comparison))
    shown, provenance = propositions_of(results, comparison.cast.shown), provenance_of(results)
    said = {"actors": ", ".join(comparison.cast.shown), "coders": comparison.coder_line}
    return FigureBundle(
        "8-actors", figure, shown, captions.describe_actors(comparison), comparison.numbers,
        quotes=quotes_by_actor(results, shown, limit=QUOTES_A_MARK),
        provenance=replace(provenance, settings={**provenance.settings, **said}),
    )  # fmt: skip


EXHIBITS: dict[str, Callable[[Results], FigureBundle]] = {
    "1-sources": show_sources,
    "2-barcode": show_barcode,
    "3-frames": show_frames,
    "4-motives": show_motives,
    "5-voices": show_speakers,
    "6-collocates": show_collocates,
    "7-keyness": show_keyness,
    "8-actors": show_actors,
}


def provenance_of(results: Results) -> Provenance:
    """Give the hashes of articles and codebooks, the settings and the versions behind every figure of a study."""
    study, articles = results.study, results.sources.articles
    books = ("study.toml", "frames.yaml", "motives.yaml", "codings.csv")
    return Provenance(
        inputs=dict(zip(articles["article"], articles["sha256"], strict=True)),
        codebooks={name: hash_of(study.folder / name) for name in books if (study.folder / name).is_file()},
        settings={
            "actor": results.actor, "coders": results.coder_status, "motive_codebook_version": study.motives.version,
            "seed": study.seed, "language": study.language,
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
