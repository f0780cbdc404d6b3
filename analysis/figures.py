"""Figure bundles: what a report takes of a figure, in files of one stem that come out the same when nothing changed.

A bundle is ``<stem>.svg``, ``.pdf``, ``.png`` (300 dpi), ``.csv`` (the table behind the figure) and ``.json`` (caption,
alternative text, n, quotes, hashes, settings, versions). No file holds a date.
"""

import base64
import io
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from .charts.captions import Description
from .charts.page import style
from .files import write_bytes, write_csv, write_text

Setting = str | int | float | bool | None
PACKAGES = ("matplotlib", "nltk", "numpy", "outlets-one-story", "pandas", "scipy", "spacy")
SUFFIXES = ("svg", "pdf", "png", "csv", "json")
DPI = 300
_LARGEST_CSV = 5_000_000  # bytes
_SCREEN_DPI = 160
_METADATA: dict[str, dict[str, None]] = {
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
    "png": {"Software": None},
}


@dataclass(frozen=True)
class Provenance:
    """Where a figure comes from: hashes of the articles and codebooks, settings, versions of the software."""

    inputs: Mapping[str, str] = field(default_factory=dict)
    codebooks: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Setting] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FigureBundle:
    """A figure with the table behind it and all that is said of it; shows itself in a notebook with alternative text.

    ``outlets`` gives the n (one row an outlet, or an outlet and actor), ``quotes`` the verbatim evidence behind the
    marks, where there is any.
    """

    stem: str
    figure: Figure
    table: pd.DataFrame
    description: Description
    outlets: pd.DataFrame
    quotes: pd.DataFrame | None = None
    provenance: Provenance = field(default_factory=Provenance)

    @cached_property
    def screen(self) -> bytes:
        """Give the figure as a png for the screen."""
        return render(self.figure, "png", dpi=_SCREEN_DPI)

    def _repr_html_(self) -> str:
        image = base64.b64encode(self.screen).decode("ascii")
        return (
            f'<figure style="margin:0"><img alt="{escape(self.description.alt)}" style="max-width:100%;width:680px" '
            f'src="data:image/png;base64,{image}"><figcaption>{escape(self.description.caption)}</figcaption></figure>'
        )


def write_bundle(bundle: FigureBundle, *, folder: Path) -> list[Path]:
    """Write the five files of a bundle into a folder and return their paths; files that would be the same stay.

    The csv has at most five million bytes: of a longer table the first rows, and ``rows`` in the json says how many
    there are in all.
    """
    paths = {suffix: folder / f"{bundle.stem}.{suffix}" for suffix in SUFFIXES}
    for suffix in _METADATA:
        write_bytes(paths[suffix], render(bundle.figure, suffix, dpi=DPI))
    write_csv(paths["csv"], bundle.table, largest=_LARGEST_CSV)
    write_text(paths["json"], sidecar(bundle))
    return list(paths.values())


def sidecar(bundle: FigureBundle) -> str:
    """Give what is said of a figure as JSON, with keys in order."""
    said = {
        "figure": bundle.stem,
        "caption": bundle.description.caption,
        "alt": bundle.description.alt,
        "n": _records(bundle.outlets),
        "rows": len(bundle.table),
        "quotes": _records(bundle.quotes) if bundle.quotes is not None else [],
        "provenance": asdict(bundle.provenance),
    }
    return json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def software_versions() -> dict[str, str]:
    """Give the versions of the packages that a figure depends on, as far as they are installed."""
    found = {}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found


def render(figure: Figure, suffix: str, *, dpi: int = DPI) -> bytes:
    """Give a figure as the bytes of a file; the same figure gives the same bytes."""
    content = io.BytesIO()
    with style():
        figure.savefig(content, format=suffix, dpi=dpi, metadata=_METADATA[suffix])
    return content.getvalue()


def _records(table: pd.DataFrame) -> list[dict[str, Setting]]:
    return json.loads(table.to_json(orient="records", force_ascii=False))
