"""Propositions: from parsed articles to the table of motive propositions.

``propositions`` has one row a motive proposition: file, outlet, article, proposition (a stable id made of the
article's hash, the offsets and the holder, of an article that is there twice of its name too), sentence_start,
sentence_end, start, end, evidence, holder, category, kind, voice, source, negated, hedged, minimised, repeat_of, cue,
rule, reason. Offsets count characters of the article as read.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import pandas as pd

from ..codebooks import MotiveCodebook
from ..parse import ParsedArticle
from ..study import Actor
from ..voices import ArticleVoices
from .categories import Categorized, Categorizer, categorizer_of
from .grammar import GRAMMAR, Ascription, cues, stake_cues
from .grammar.agents import wisher_over
from .grammar.scope import is_hedged, is_minimised, is_negated
from .holders import ActorReferences
from .naming import ActorNames
from .reach import actors_in_reach
from .repeats import mark_repeats
from .speakers import Speakers

PROPOSITION_COLUMNS = [
    "file", "outlet", "article", "proposition", "sentence_start", "sentence_end", "start", "end", "evidence", "holder",
    "category", "kind", "voice", "source", "negated", "hedged", "minimised", "repeat_of", "cue", "rule", "reason",
]  # fmt: skip
ACTED = frozenset(["goal", "purpose", "reason", "need", "interest", "fear"])
AT_STAKE = frozenset(["benefit", "harm", "need"])
ANAPHORIC = frozenset(["that", "this", "it", "which"])
_POINTS_BACK = "points back to "
_POINTER = 20  # characters: less than this is no clause
_NEAR = 4  # sentences: what lies further back is not what "that is why" points at

Cell = str | int | bool


@dataclass(frozen=True)
class Found:
    """An ascription with its place and its holder's actor."""

    ascription: Ascription
    position: int
    start: int
    end: int
    actor: str


def find_propositions(
    article: ParsedArticle,
    mentions: pd.DataFrame,
    voices: ArticleVoices,
    *,
    actors: Sequence[Actor],
    codebook: MotiveCodebook,
) -> pd.DataFrame:
    """Find the motive propositions that an article ascribes to the actors; one row each, in text order.

    ``mentions`` are the article's rows of `analysis.actors.find_mentions`, of all actors of the study. Sentences out
    of reach of the actors (`analysis.motives.reach`) are not looked at, and so not parsed.
    """
    speakers = Speakers(voices, actors)
    names = ActorNames(article, mentions, actors)
    references = ActorReferences(article, names, speakers.first_person)
    found = [
        one
        for position, within in actors_in_reach(article, names, voices, actors).items()
        for one in _without_nesting(_found_in(article, position, references, within), article.text)
    ]
    return mark_repeats(_table(article, found, categorizer_of(codebook), speakers))


def _found_in(article: ParsedArticle, position: int, references: ActorReferences, actors: set[str]) -> Iterator[Found]:
    sentence = article.sentences[position]
    for ascription in GRAMMAR.ascriptions(sentence.doc):
        start, end = sentence.span(ascription.evidence)
        if ascription.holder is None:
            held = references.first_person(start, end)
        else:
            owned = cues.HOLDABLE if ascription.kind in ACTED else stake_cues.STANDINGS
            held = references.holders(ascription.holder, position, owned=owned)
        wisher = wisher_over(ascription.cue)
        if wisher is not None and ascription.kind in AT_STAKE:
            held &= references.holders(wisher, position, owned=cues.HOLDABLE)
        for actor in sorted(held & actors):
            yield Found(ascription, position, start, end, actor)


def _without_nesting(found: Iterable[Found], text: str) -> list[Found]:
    """Keep, of ascriptions to one actor that lie in one another, the outer one; one that only points back gives way."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (_points_back(f), f.start - f.end, f.start)):
        inside = [
            other for other in kept if other.actor == one.actor and _overlap(one, other) > 0.5 * _length(one, other)
        ]
        if not inside:
            kept.append(one)
        elif _points_back(one) and min(other.start for other in inside) > one.start + _POINTER:
            before = text[one.start : min(other.start for other in inside)].rstrip(" \n,;:-–—")
            kept.append(replace(one, end=one.start + len(before)))
    return sorted(kept, key=lambda f: (f.start, f.end))


def _overlap(one: Found, other: Found) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _length(one: Found, other: Found) -> int:
    return min(one.end - one.start, other.end - other.start)


def _table(article: ParsedArticle, found: list[Found], categorizer: Categorizer, speakers: Speakers) -> pd.DataFrame:
    rows: list[dict[str, Cell]] = []
    latest: dict[str, tuple[int, dict[str, Cell]]] = {}
    for one in found:
        chosen = _categorize(article, one, categorizer)
        row = _row(article, one) | {"category": chosen.category, "reason": chosen.reason}
        position, earlier = latest.get(one.actor, (-_NEAR, row))
        if _points_back(one) and one.position - position < _NEAR:
            row |= {"category": earlier["category"], "reason": f"{_POINTS_BACK}{earlier['proposition']}"}
        latest[one.actor] = one.position, row
        voice, source = speakers.voice_at(one.start, one.end, one.actor)
        rows.append(row | {"voice": voice, "source": source})
    return pd.DataFrame(rows, columns=PROPOSITION_COLUMNS)


def _row(article: ParsedArticle, found: Found) -> dict[str, Cell]:
    sentence, ascription = article.sentences[found.position], found.ascription
    return {
        "file": PurePath(article.path).name, "outlet": article.outlet, "article": article.article,
        "proposition": proposition_id(article.sha256, found.start, found.end, found.actor),
        "sentence_start": sentence.start, "sentence_end": sentence.end, "start": found.start, "end": found.end,
        "evidence": article.text[found.start : found.end], "holder": found.actor, "kind": ascription.kind,
        "negated": is_negated(ascription), "hedged": is_hedged(ascription), "minimised": is_minimised(ascription),
        "repeat_of": "", "cue": ascription.cue.text, "rule": ascription.rule,
    }  # fmt: skip


def _categorize(article: ParsedArticle, found: Found, categorizer: Categorizer) -> Categorized:
    sentence = article.sentences[found.position]
    return categorizer.categorize(
        article.text[found.start : found.end],
        sentence=article.text[sentence.start : sentence.end],
    )


def _points_back(found: Found) -> bool:
    """Say whether a proposition is a cleft like "that is why", which names the motive told just before."""
    first = found.ascription.evidence[0]
    return found.ascription.rule == "that is why" and first.lower_ in ANAPHORIC


def proposition_id(sha256: str, start: int, end: int, holder: str = "", *, copy: str = "") -> str:
    """Make the stable id of a proposition: the same holder, text and place give the same id, two holders two.

    Without a holder it is the id that tables once had, which codings.csv may still carry. ``copy`` is the name of an
    article whose text stands in the study a second time.
    """
    parts = (sha256, str(start), str(end), *filter(None, (holder, copy)))
    return hashlib.sha256(":".join(parts).encode()).hexdigest()[:12]


def copies_in(articles: pd.DataFrame) -> frozenset[str]:
    """Give the names of the articles whose text another article of the table has too, byte for byte."""
    return frozenset(articles.loc[articles["sha256"].duplicated(keep=False), "article"])


def tell_copies_apart(propositions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Give the propositions of articles that share their text ids of their own; all others keep theirs."""
    copies = copies_in(articles)
    own = propositions[propositions["article"].isin(copies)]
    if own.empty:
        return propositions
    hashes = dict(zip(articles["article"], articles["sha256"], strict=True))
    ids = {
        (row.article, row.proposition): proposition_id(
            hashes[row.article], row.start, row.end, row.holder, copy=row.article
        )
        for row in own.itertuples()
    }
    apart = propositions.copy()
    for column in ("proposition", "repeat_of"):
        named = zip(propositions["article"], propositions[column], strict=True)
        apart[column] = [ids.get(name, name[1]) for name in named]
    reasons = zip(propositions["article"], propositions["reason"], strict=True)
    apart["reason"] = [_pointing(reason, article, ids) for article, reason in reasons]
    return apart


def _pointing(reason: str, article: str, ids: Mapping[tuple[str, str], str]) -> str:
    told, pointer, named = reason.partition(_POINTS_BACK)
    return f"{told}{pointer}{ids.get((article, named), named)}"
