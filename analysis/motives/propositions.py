"""Propositions: from parsed articles to the table of motive propositions.

``propositions`` has one row a motive proposition: file, outlet, article, proposition (a stable id made of the
article's hash, the offsets and the holder, of an article that is there twice of its name too), sentence_start,
sentence_end, start, end, evidence, holder, target, category, kind, voice, source, negated, hedged, minimised,
repeat_of, cue, rule, reason, certainty. Offsets count characters of the article as read.
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
from .directed import directed_at
from .grammar import GRAMMAR, Ascription, cues, stake_cues
from .grammar.agents import wisher_over
from .grammar.scope import is_hedged, is_minimised, is_negated
from .holders import ActorReferences
from .model.reader import LearnedReader
from .naming import ActorNames
from .proposals import Proposal
from .reach import actors_in_reach
from .repeats import mark_repeats
from .speakers import Speakers

PROPOSITION_COLUMNS = [
    "file", "outlet", "article", "proposition", "sentence_start", "sentence_end", "start", "end", "evidence", "holder",
    "target", "category", "kind", "voice", "source", "negated", "hedged", "minimised", "repeat_of", "cue", "rule",
    "reason", "certainty",
]  # fmt: skip
ACTED = frozenset(["goal", "purpose", "reason", "need", "interest", "fear"])
AT_STAKE = frozenset(["benefit", "harm", "need"])
ANAPHORIC = frozenset(["that", "this", "it", "which"])
_POINTS_BACK = "points back to "
_POINTER = 20  # characters: less than this is no clause
_NEAR = 4  # sentences: what lies further back is not what "that is why" points at

Cell = str | int | float | bool


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
    reader: LearnedReader | None = None,
) -> pd.DataFrame:
    """Find the motive propositions that an article ascribes to the actors; one row each, in text order.

    ``mentions`` are the article's rows of `analysis.actors.find_mentions`, of all actors of the study. Sentences out
    of reach of the actors (`analysis.motives.reach`) are not looked at, and so not parsed. Without a ``reader`` these
    are the proposals of the rules, with no certainty; with one those of both that are certain enough.
    """
    names = ActorNames(article, mentions, actors)
    within = actors_in_reach(article, names, voices, actors)
    found = propose_by_rules(article, names, voices, actors=actors, codebook=codebook, within=within)
    if reader:
        found = reader.propose(article, mentions, voices, actors=actors, within=within, by_rules=found)
    return mark_repeats(_table(article, found, names))


def propose_by_rules(
    article: ParsedArticle,
    names: ActorNames,
    voices: ArticleVoices,
    *,
    actors: Sequence[Actor],
    codebook: MotiveCodebook,
    within: Mapping[int, set[str]],
) -> list[Proposal]:
    """Return what the rules of the grammar take for a motive in the sentences in reach of the actors."""
    speakers = Speakers(voices, actors)
    references = ActorReferences(article, names, speakers.first_person)
    found = [
        one
        for position, held in within.items()
        for one in _without_nesting(_found_in(article, position, references, held), article.text)
    ]
    return [_proposal(article, one, categorizer_of(codebook), speakers) for one in found]


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


def _proposal(article: ParsedArticle, found: Found, categorizer: Categorizer, speakers: Speakers) -> Proposal:
    ascription, chosen = found.ascription, _categorize(article, found, categorizer)
    voice, source = speakers.voice_at(found.start, found.end, found.actor)
    return Proposal(
        found.position, found.start, found.end, found.actor, ascription.kind, is_negated(ascription),
        is_hedged(ascription), is_minimised(ascription), ascription.cue.text, ascription.rule, chosen.category,
        chosen.reason, voice, source, _points_back(found),
    )  # fmt: skip


def _table(article: ParsedArticle, found: Sequence[Proposal], names: ActorNames) -> pd.DataFrame:
    rows: list[dict[str, Cell]] = []
    latest: dict[str, tuple[int, dict[str, Cell]]] = {}
    for one in found:
        target = directed_at(article.sentences[one.position], names, one.start, one.end, one.actor)
        row = _row(article, one, target)
        position, earlier = latest.get(one.actor, (-_NEAR, row))
        if one.points_back and one.position - position < _NEAR:
            row |= {"category": earlier["category"], "reason": f"{_POINTS_BACK}{earlier['proposition']}"}
        latest[one.actor] = one.position, row
        rows.append(row)
    return pd.DataFrame(rows, columns=PROPOSITION_COLUMNS)


def _row(article: ParsedArticle, one: Proposal, target: str) -> dict[str, Cell]:
    sentence = article.sentences[one.position]
    return {
        "file": PurePath(article.path).name, "outlet": article.outlet, "article": article.article,
        "proposition": proposition_id(article.sha256, one.start, one.end, one.actor),
        "sentence_start": sentence.start, "sentence_end": sentence.end, "start": one.start, "end": one.end,
        "evidence": article.text[one.start : one.end], "holder": one.actor, "target": target, "category": one.category,
        "kind": one.kind, "voice": one.voice, "source": one.source, "negated": one.negated, "hedged": one.hedged,
        "minimised": one.minimised, "repeat_of": "", "cue": one.cue, "rule": one.rule, "reason": one.reason,
        "certainty": one.certainty,
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
