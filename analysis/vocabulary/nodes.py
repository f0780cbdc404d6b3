"""Nodes: the word, word sequence or actor that somebody looks up, found in the tokens.

A node is typed as a term of a frame is: ``sanction*``, ``dual freeze``. The name of an actor, with or without
brackets (``Moscow``, ``[Moscow]``), stands for all its aliases; in double quotes (``"Moscow"``) it is the word alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..errors import InputError
from ..patterns import Vocabulary, find_matches, longest_only, parse_pattern
from .units import continues_mention


@dataclass(frozen=True)
class NodeHits:
    """Where a node stands: the positions of its first and its last token, in text order; ``name`` is for tables."""

    name: str
    first: np.ndarray
    last: np.ndarray


def find_node(tokens: pd.DataFrame, node: str) -> NodeHits:
    """Find a node in the tokens.

    Raises InputError where it is nowhere, naming the forms in the texts that come near it, where it names no actor in
    brackets, and where it holds no word.
    """
    asked = node.strip()
    actors = list(tokens["actor"].cat.categories) if "actor" in tokens else []
    name = asked[1:-1].strip() if asked.startswith("[") and asked.endswith("]") else asked
    actor = next((known for known in actors if known.lower() == name.lower()), None)
    if actor is None and name != asked:
        raise InputError(f"{asked} is no actor of the study; known actors: {', '.join(actors) or 'none'}")
    return _find_actor(tokens, actor) if actor else _find_words(tokens, asked)


def _find_actor(tokens: pd.DataFrame, actor: str) -> NodeHits:
    own = (tokens["actor"] == actor).to_numpy()
    goes_on = continues_mention(tokens)
    first = np.flatnonzero(own & ~goes_on)
    if not len(first):
        raise InputError(f"[{actor}] is named nowhere in these texts; look at its aliases in study.toml")
    last = np.flatnonzero(own & ~np.append(goes_on[1:], False))
    return NodeHits(f"[{actor}]", first, last)


def _find_words(tokens: pd.DataFrame, asked: str) -> NodeHits:
    pattern = parse_pattern(asked)
    terms = tokens["term"].cat
    vocabulary = Vocabulary(list(terms.categories))
    found = find_matches(
        [pattern], ids=terms.codes.to_numpy(), vocabulary=vocabulary, sentences=sentence_numbers(tokens)
    )
    found = longest_only(found, tokens=len(tokens))
    if not len(found.first):
        raise InputError(_nowhere(asked, pattern.globs, vocabulary, list(terms.categories)))
    return NodeHits(asked.strip('"'), found.first, found.first + found.length - 1)


def _nowhere(asked: str, globs: Sequence[str], vocabulary: Vocabulary, terms: Sequence[str]) -> str:
    missing = [glob for glob in globs if not len(vocabulary.resolve(glob))]
    if not missing:
        return f"{asked} is nowhere in these texts in this order; its words are, so look for one of them"
    near = {glob: _near_forms(glob, terms) for glob in missing}
    said = "; ".join(f"near {glob} there is {', '.join(forms)}" for glob, forms in near.items() if forms)
    return f"{asked} is nowhere in these texts; {said or 'nothing comes near it, so try a shorter form with *'}"


def _near_forms(glob: str, terms: Sequence[str]) -> list[str]:
    """Give up to five terms that are spelt nearly like a glob, those that differ in capitals alone first."""
    from difflib import get_close_matches

    word = glob.replace("*", "").replace("?", "").lower()
    lowered: dict[str, list[str]] = {}
    for term in terms:
        lowered.setdefault(term.lower(), []).append(term)
    close = [word] if word in lowered else []
    close += [form for form in get_close_matches(word, lowered, n=5) if form != word]
    return [term for form in close for term in lowered[form]][:5]
