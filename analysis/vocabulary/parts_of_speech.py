"""Parts of speech as a unit: nouns, verbs and names counted as words are, in texts that are parsed.

``tagged`` has one row a word as the parser cut it: article, start, end, pos (Universal Dependencies' tags, NOUN, VERB
and so on; empty where the parser passed a sentence over). `tag_words` makes it of parsed articles.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..errors import InputError
from .units import Unit, Units

if TYPE_CHECKING:
    from ..parse import ParsedArticle

TAG_COLUMNS = ["article", "start", "end", "pos"]
NOT_PARSED = "(not parsed)"


def tag_words(articles: Iterable["ParsedArticle"]) -> pd.DataFrame:
    """Give the part of speech of every word of some articles; one row a word, parsed here where it is not parsed yet.

    The tags are the parser's, right for some 19 of 20 words of a newspaper, and for fewer in headings and names.
    """
    rows = [
        (article.article, *sentence.span(word), word.pos_)
        for article in articles
        for sentence in article.sentences
        for word in sentence.doc
        if not word.is_space
    ]
    return pd.DataFrame(rows, columns=TAG_COLUMNS)


def parts_of_speech(tagged: pd.DataFrame, *, of: Unit | None = None) -> Unit:
    """Make the unit that counts tokens by part of speech; with ``of``, items of that unit by theirs (may AUX).

    A token that the parser cut in several (don't) has the part of its first. What was not parsed is counted under
    "(not parsed)", so that a half-parsed outlet does not seem to have few verbs. ``of`` is `words` or
    `words_and_actors`. Raises InputError for a table without the columns of ``tagged``. A tag tells a word's place in
    its sentence, not what it means there.
    """
    missing = [column for column in TAG_COLUMNS if column not in tagged]
    if missing:
        raise InputError(f"the table of parts of speech has no {', '.join(missing)}; make it with tag_words")

    def count_parts(tokens: pd.DataFrame) -> Units:
        parts = _parts_of(tokens, tagged)
        base = of(tokens) if of else Units(np.zeros(len(tokens), dtype=np.int64), np.array([""], dtype=object))
        found, ids = np.unique(base.ids * np.int64(len(parts.categories)) + parts.codes, return_inverse=True)
        word, part = np.divmod(found, len(parts.categories))
        names = np.array([f"{base.names[w]} {parts.categories[p]}".strip() for w, p in zip(word, part, strict=True)])
        return Units(np.where(base.ids < 0, -1, ids), names.astype(object))

    return count_parts


def _parts_of(tokens: pd.DataFrame, tagged: pd.DataFrame) -> pd.Categorical:
    """Find the part of speech of each token: that of the first word of the parser that shares a letter with it."""
    articles = tokens["article"].cat
    known = tagged[tagged["pos"] != ""]
    own = articles.categories.get_indexer(known["article"].astype(object))
    width = 1 + int(max(tokens["end"].max(), known["end"].max())) if len(known) and len(tokens) else 1
    order = np.argsort(own * width + known["start"].to_numpy(), kind="stable")
    ends = (own * width + known["end"].to_numpy())[order]
    starts = (own * width + known["start"].to_numpy())[order]
    first = articles.codes.to_numpy().astype(np.int64) * width + tokens["start"].to_numpy()
    last = first + (tokens["end"] - tokens["start"]).to_numpy()
    place = np.searchsorted(ends, first, side="right")
    inside = np.minimum(place, max(len(ends) - 1, 0))
    there = (place < len(ends)) & (starts[inside] < last) if len(ends) else np.zeros(len(tokens), dtype=bool)
    tags = np.full(len(tokens), NOT_PARSED, dtype=object)
    tags[there] = known["pos"].to_numpy(object)[order][inside[there]]
    return pd.Categorical(tags)
