"""Nodes: the word, sequence of words, actor or frame that somebody looks up in a corpus.

A node is typed as in `analysis.vocabulary.nodes`: ``sanction*``, ``dual freeze``; the name of an actor, with or without
brackets (``[Moscow]``), stands for all its aliases, in double quotes (``"Moscow"``) it is the word alone, and actors in
brackets may stand among words (``[Moscow] want* to``). ``frame:sanctions`` stands for all the terms of a frame.
"""

import re

import numpy as np

from ..errors import InputError
from ..patterns import Matches, longest_only, parse_pattern
from ..study import Study
from .hits import PartHits, find, tell_missing
from .index import Corpus
from .parts import Part
from .units import Mentions, Units, words_and_actors

FRAME = "frame:"
_GROUP = re.compile(r"\[([^\[\]]*)\]")


def find_node(corpus: Corpus, node: str, study: Study) -> tuple[str, list[PartHits]]:
    """Find a node in every part: its name for tables, and the hits.

    Raises InputError where it is nowhere, naming the forms in the corpus that come near it, where it names no actor in
    brackets or no frame, and where it holds no word.
    """
    asked = node.strip()
    if asked.lower().startswith(FRAME):
        return _find_frame(corpus, asked[len(FRAME) :].strip(), study)
    grouped = _GROUP.fullmatch(asked)
    if not grouped and _GROUP.search(asked):
        return _find_sequence(corpus, asked, study)
    named = [actor.name for actor in study.actors if actor.name.lower() == asked.lower()]
    if grouped or named:
        return _find_actor(corpus, _actor_named(study, grouped[1]) if grouped else named[0], study)
    return asked.strip('"'), find(corpus, asked)


def _find_frame(corpus: Corpus, name: str, study: Study) -> tuple[str, list[PartHits]]:
    frame = next((one for one in study.frames if one.name.lower() == name.lower()), None)
    if frame is None:
        known = ", ".join(one.name for one in study.frames) or "none"
        raise InputError(f'Frame "{name}" is not in {study.folder / "frames.yaml"}; known frames: {known}')
    return frame.name, find(corpus, *frame.terms)


def _find_actor(corpus: Corpus, actor: str, study: Study) -> tuple[str, list[PartHits]]:
    mentions = Mentions(corpus, {one.name: one.aliases for one in study.actors})
    hits = [mentions.of(actor, part) for part in corpus.parts]
    if not any(len(found.first) for found in hits):
        raise InputError(f"[{actor}] is named nowhere in these texts; look at its aliases in study.toml")
    return f"[{actor}]", hits


def _actor_named(study: Study, name: str) -> str:
    """Give the actor of a name that was typed in brackets, in any case."""
    known = [actor.name for actor in study.actors]
    for actor in known:
        if actor.lower() == name.strip().lower():
            return actor
    raise InputError(f"[{name.strip()}] is no actor of the study; known actors: {', '.join(known)}")


def _find_sequence(corpus: Corpus, asked: str, study: Study) -> tuple[str, list[PartHits]]:
    """Find words and actors in brackets one after the other, a mention of several words as one of them."""
    units = words_and_actors(corpus, {actor.name: actor.aliases for actor in study.actors})
    elements: list[tuple[str, np.ndarray | int]] = []
    for place, piece in enumerate(_GROUP.split(asked)):
        if place % 2:
            actor = _actor_named(study, piece)
            number = len(corpus.terms) + [one.name for one in study.actors].index(actor)
            elements.append((f"[{actor}]", number))
        elif re.search(r"\w", piece):
            elements += [(glob, corpus.vocabulary.has(glob)) for glob in parse_pattern(piece).globs]
    hits = [_find_elements(part, units, [sought for _, sought in elements]) for part in corpus.parts]
    if not any(len(found.first) for found in hits):
        globs = {name: sought for name, sought in elements if isinstance(sought, np.ndarray)}
        raise InputError(tell_missing(corpus, asked, globs))
    return " ".join(name for name, _ in elements), hits


def _find_elements(part: Part, units: Units, elements: list[np.ndarray | int]) -> PartHits:
    """Find elements in one part: an actor by the number of its item, a word by which terms it may be."""
    number, token = units.items(part)
    ends, width = np.append(token[1:], len(part)) - 1, len(elements)
    here = np.ones(max(len(token) - width + 1, 0), dtype=bool)
    for offset, sought in enumerate(elements):
        own, ending = (column[offset : offset + len(here)] for column in (token, ends))
        fits = number[offset : offset + len(here)] == sought if isinstance(sought, int) else sought[part.term[own]]
        here &= fits if isinstance(sought, int) else fits & (ending == own)
    first, sentence = np.flatnonzero(here), np.cumsum(part.first)[token]
    first = first[sentence[first] == sentence[first + width - 1]]
    found = longest_only(Matches(np.zeros_like(first), first, np.full_like(first, width)), tokens=len(token))
    return PartHits(part, token[found.first], ends[found.first + width - 1])
