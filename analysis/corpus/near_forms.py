"""Near forms: what is said of something that is nowhere in the texts, and which of their words are spelt nearly so."""

from collections.abc import Sequence
from difflib import get_close_matches

_TOLD = 3  # globs for which near forms are looked for


def tell_nowhere(asked: str, missing: Sequence[str], terms: Sequence[str]) -> str:
    """Say that something is nowhere, and which of the ``terms`` of the texts come near its ``missing`` globs.

    Where none is missing the words are there, in another order.
    """
    if not missing:
        return f"{asked} is nowhere in these texts in this order; its words are, so look for one of them"
    near = {glob: _near_forms(glob, terms) for glob in missing[:_TOLD]}
    said = "; ".join(f"near {glob} there is {', '.join(forms)}" for glob, forms in near.items() if forms)
    return f"{asked} is nowhere in these texts; {said or 'nothing comes near it, so try a shorter form with *'}"


def _near_forms(glob: str, terms: Sequence[str]) -> list[str]:
    """Give up to five terms that are spelt nearly like a glob, those that differ in capitals alone first."""
    word = glob.replace("*", "").replace("?", "").lower()
    lowered: dict[str, list[str]] = {}
    for term in terms:
        lowered.setdefault(term.lower(), []).append(term)
    close = [word] if word in lowered else []
    close += [form for form in get_close_matches(word, lowered, n=5) if form != word]
    return [term for form in close for term in lowered[form]][:5]
