"""Nodes: the word, word sequence, actor or frame that somebody looks up, found in the tokens.

A node is typed as a term of a frame is: ``sanction*``, ``dual freeze``. The name of an actor, with or without
brackets (``Moscow``, ``[Moscow]``), stands for all its aliases; in double quotes (``"Moscow"``) it is the word alone.
Actors in brackets may stand among words (``[Moscow] want* to``), as the names of n-grams have them. A frame stands
for all its terms.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..codebooks import Frame
from ..corpus.near_forms import tell_nowhere
from ..errors import InputError
from ..patterns import Matches, Vocabulary, find_matches, longest_only, parse_pattern
from .matching import match_frames
from .units import continues_mention

_GROUP = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True)
class NodeHits:
    """Where a node stands: the positions of its first and its last token, in text order; ``name`` is for tables."""

    name: str
    first: np.ndarray
    last: np.ndarray


def find_node(tokens: pd.DataFrame, node: str | Frame) -> NodeHits:
    """Find a node in the tokens; hits of one node never overlap.

    Raises InputError where it is nowhere, naming the forms in the texts that come near it, where it names no actor in
    brackets, and where it holds no word.
    """
    if isinstance(node, Frame):
        return _find_frame(tokens, node)
    asked = node.strip()
    grouped = _GROUP.fullmatch(asked)
    if not grouped and _GROUP.search(asked):
        return _find_sequence(tokens, asked)
    known = list(tokens["actor"].cat.categories) if "actor" in tokens else []
    named = [actor for actor in known if actor.lower() == asked.lower()]
    if not grouped and not named:
        return _find_words(tokens, asked)
    return _find_actor(tokens, _actor_named(tokens, grouped[1]) if grouped else named[0])


def _actor_named(tokens: pd.DataFrame, name: str) -> str:
    """Give the actor of a name that was typed in brackets, in any case."""
    known = list(tokens["actor"].cat.categories) if "actor" in tokens else []
    for actor in known:
        if actor.lower() == name.strip().lower():
            return actor
    raise InputError(f"[{name.strip()}] is no actor of the study; known actors: {', '.join(known) or 'none'}")


def _find_actor(tokens: pd.DataFrame, actor: str) -> NodeHits:
    own = (tokens["actor"] == actor).to_numpy()
    goes_on = continues_mention(tokens)
    first = np.flatnonzero(own & ~goes_on)
    if not len(first):
        raise InputError(f"[{actor}] is named nowhere in these texts; look at its aliases in study.toml")
    last = np.flatnonzero(own & ~np.append(goes_on[1:], False))
    return NodeHits(f"[{actor}]", first, last)


def _find_frame(tokens: pd.DataFrame, frame: Frame) -> NodeHits:
    """Find the terms of a frame, the longest where several overlap."""
    matches, _, _ = match_frames(tokens, [frame])
    if not len(matches.first):
        raise InputError(f'no term of the frame "{frame.name}" is in these texts; look at its terms in frames.yaml')
    return NodeHits(frame.name, matches.first, matches.first + matches.length - 1)


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


def _find_sequence(tokens: pd.DataFrame, asked: str) -> NodeHits:
    """Find words and actors in brackets one after the other, a mention of several words as one of them."""
    elements = _elements(tokens, asked)
    items = np.flatnonzero(~continues_mention(tokens))
    ends, width = np.append(items[1:], len(tokens)) - 1, len(elements)
    here = np.ones(max(len(items) - width + 1, 0), dtype=bool)
    vocabulary = Vocabulary(list(tokens["term"].cat.categories))
    for offset, (kind, sought) in enumerate(elements):
        if kind == "actor":
            fits = (tokens["actor"] == sought).to_numpy()[items]
        else:
            fits = vocabulary.has(sought)[tokens["term"].cat.codes.to_numpy()[items]] & (ends == items)
        here &= fits[offset : offset + len(here)]
    first, sentence = np.flatnonzero(here), sentence_numbers(tokens)[items]
    first = first[sentence[first] == sentence[first + width - 1]]
    found = longest_only(Matches(np.zeros_like(first), first, np.full_like(first, width)), tokens=len(items))
    if not len(found.first):
        globs = [sought for kind, sought in elements if kind == "word"]
        raise InputError(_nowhere(asked, globs, vocabulary, list(tokens["term"].cat.categories)))
    name = " ".join(f"[{sought}]" if kind == "actor" else sought for kind, sought in elements)
    return NodeHits(name, items[found.first], ends[found.first + width - 1])


def _elements(tokens: pd.DataFrame, asked: str) -> list[tuple[str, str]]:
    """Cut a node into its actors and the globs of its words."""
    elements = []
    for place, part in enumerate(_GROUP.split(asked)):
        if place % 2:
            elements.append(("actor", _actor_named(tokens, part)))
        elif re.search(r"\w", part):
            elements += [("word", glob) for glob in parse_pattern(part).globs]
    return elements


def _nowhere(asked: str, globs: Sequence[str], vocabulary: Vocabulary, terms: Sequence[str]) -> str:
    return tell_nowhere(asked, [glob for glob in globs if not len(vocabulary.resolve(glob))], terms)
