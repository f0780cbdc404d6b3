"""The learned reader: small encoders that mark motives in sentences and match them with the codes of a codebook."""

from functools import lru_cache

from ...codebooks import MotiveCodebook
from .network import load_networks
from .reader import LearnedReader

__all__ = ["LearnedReader", "load_reader", "reader_problem", "reader_version"]


@lru_cache(maxsize=1)
def reader_problem() -> str:
    """Return why the learned reader cannot be used, in a line; empty where it can."""
    try:
        load_networks()
    except (OSError, ValueError, ImportError) as error:
        return (
            f"the learned reader cannot be used ({_message(error)}): the motives are read by the rules alone, which "
            "find less and err more; install the program anew"
        )
    return ""


@lru_cache(maxsize=8)
def load_reader(codebook: MotiveCodebook, least: float | None = None) -> LearnedReader | None:
    """Return the learned reader for a codebook, made once for all articles; None where it cannot be used.

    ``least`` is the certainty from which on a proposal counts; without it the one that gave the best F1.
    """
    return None if reader_problem() else LearnedReader(load_networks(), codebook, least=least)


def reader_version() -> str:
    """Return what tells the weights from others, for keys of caches."""
    return "" if reader_problem() else load_networks().version


def _message(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "a file of its weights is missing"
    return " ".join(str(error).split()) or type(error).__name__
