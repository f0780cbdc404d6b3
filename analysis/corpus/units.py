"""Units: what is counted as one item in a part, token by token, as `analysis.vocabulary.units` has it for a study."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .hits import Finder, finder
from .index import Corpus
from .parts import Part


@dataclass(frozen=True)
class Units:
    """A way of counting a corpus: ``names`` are the items' names, `items` gives the number of each token's item."""

    names: np.ndarray
    actors: tuple[Finder, ...] = ()

    def items(self, part: Part) -> np.ndarray:
        """Give the item of each token of a part; -1 where it goes on with a mention that the token before it began.

        Where aliases of two actors overlap, the longest is the mention, of equal ones the first actor's.
        """
        if not self.actors:
            return part.term
        items = np.asarray(part.term, dtype=np.int64)
        terms = len(self.names) - len(self.actors)
        together = Finder(
            tuple(pattern for actor in self.actors for pattern in actor.patterns),
            {glob: matched for actor in self.actors for glob, matched in actor.matched.items()},
        )
        owners = np.repeat(np.arange(len(self.actors)), [len(actor.patterns) for actor in self.actors])
        found = together.matches(part)
        for offset in range(1, int(found.length.max(initial=1))):
            longer = found.length > offset
            items[found.first[longer] + offset] = -1
        items[found.first] = terms + owners[found.pattern]
        return items


def words(corpus: Corpus) -> Units:
    """Count every token by its term."""
    return Units(np.array(corpus.terms, dtype=object))


def words_and_actors(corpus: Corpus, aliases: Mapping[str, Sequence[str]]) -> Units:
    """Count a mention of an actor, by any of its aliases, as one hit of the actor, named in brackets ([Moscow])."""
    names = [*corpus.terms, *(f"[{actor}]" for actor in aliases)]
    return Units(np.array(names, dtype=object), tuple(finder(corpus, *forms) for forms in aliases.values()))
