"""Compare how outlets tell one story: whose motives, in what framing vocabulary, in whose voice.

The names below are what notebooks need; everything else is reached by its module. Each is imported when first used,
so that ``import analysis`` stays quick.
"""

from importlib import import_module

_HOMES = {
    "check_study": "scaffold",
    "evidence_table": "evidence",
    "concordance": "vocabulary.concordance",
    "figures_folder": "exhibits",
    "new_study": "scaffold",
    "read_results": "results",
    "run_study": "run",
    "save": "exhibits",
    "say": "prose",
    "show_actors": "exhibits",
    "show_barcode": "exhibits",
    "show_collocates": "exhibits",
    "show_frames": "exhibits",
    "show_keyness": "exhibits",
    "show_motives": "exhibits",
    "show_sources": "exhibits",
    "show_speakers": "exhibits",
    "show_table": "prose",
    "show_terms": "exhibits",
    "show_timeline": "exhibits",
    "show_together": "exhibits",
    "strongest_sequences": "vocabulary.sequences",
    "tell_evidence_level": "findings",
    "tell_frames": "findings",
    "tell_keyness": "findings",
    "tell_motives": "findings",
    "tell_sources": "findings",
    "tell_terms": "findings",
    "tell_timeline": "findings",
    "tell_together": "findings",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
