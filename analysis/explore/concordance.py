"""The concordance: a word, pattern, actor or frame in every line in which it stands, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ..codebooks import Frame
from ..errors import InputError
from ..exhibits import figures_folder
from ..patterns import parse_pattern
from ..results import Results
from .context_lines import context_lines, lines_table, lines_with_voices, page_of
from .context_panels import context_panel
from .desk import Desk, desk_of
from .kept_tables import keep_table
from .near_forms import NearForms, near_instead
from .panel import Asked, Json, Panel
from .queries import Found, Query, Selection, actor_named, names_frame, search
from .trials import Tally, tallies
from .word_index import WordIndex, index_words

PAGE = 40  # lines
WHOLE = -1  # in place of a number of words on either side: the whole sentence
_WIDEST = 40  # words on either side
_REMEMBERED = 16  # queries
_MOST_KEPT = 100_000  # lines of a table


def concordance(results: Results, node: str = "") -> Panel:
    """Look words up: every hit in its line, sorted, filtered by outlet and date; a click opens the sentence.

    ``node`` is looked up at once, where one is given. The table to print beside it is `analysis.concordance`.
    """
    desk = desk_of(results)
    looking = Concordance(desk, index_words(results))
    told = f"Concordance{f' of {node}' if node else ''}. Run this cell in JupyterLab to look words up."
    answers = {"lines": looking.lines, "keep": looking.keep, "frames": lambda _: frame_names(desk)}
    return context_panel("concordance", desk, answers=answers, opening={"node": node}, told=told)


@dataclass(eq=False)
class Concordance:
    """The concordance of one study: what it answers, and the hits of the last queries."""

    desk: Desk
    index: WordIndex
    _search: Callable[[Query, Sequence[Frame], int], Found] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._search = lru_cache(_REMEMBERED)(
            lambda query, frames, seed: search(self.index, query, frames=frames, seed=seed)
        )

    def find(self, asked: Asked) -> Found:
        """Give the hits of the query that a page asks for."""
        study = self.desk.results.study
        return self._search(read_query(asked, self.index), study.frames, study.seed)

    def lines(self, asked: Asked) -> dict[str, Json]:
        """Give a ``page`` of the lines, and what is to be said of all of them."""
        found = self.find(asked)
        page = page_of(found.spans, asked.number("page", 0), size=PAGE)
        lines = context_lines(self.index, page.spans, window=read_window(asked), sort=read_sort(asked))
        return {
            "name": found.name, "told": tell_found(found, self.index, seed=self.desk.results.study.seed),
            "by": [told_tally(tally, self.desk) for tally in tallies(self.index, found.all, found.searched)],
            "hits": len(found.all), "shown": len(found.spans),
            "page": page.number, "pages": page.pages, "first": page.first,
            "lines": lines_with_voices(lines, self.desk.speech()), "near": [] if len(found.all) else self._near(asked),
        }  # fmt: skip

    def keep(self, asked: Asked) -> dict[str, Json]:
        """Write all lines of a query as a table into the study's figures, and say where."""
        found = self.find(asked)
        if not len(found.spans):
            raise InputError(f"{found.name} has no lines to save; look for something else first")
        if len(found.spans) > _MOST_KEPT:
            raise InputError(f"these are {len(found.spans)} lines; a table takes {_MOST_KEPT}, so draw a sample first")
        lines = context_lines(self.index, found.spans, window=read_window(asked))
        table = lines_table(lines_with_voices(lines, self.desk.speech()))
        folder = figures_folder(self.desk.results.study.folder)
        path = keep_table(table, folder=folder, name=f"concordance {found.name}")
        return {"told": f"{len(table):,} lines are now in {path}"}

    def _near(self, asked: Asked) -> list[Json]:
        """Give forms near a pattern that has no hit in any article; an actor and a frame have none."""
        query = read_query(asked, self.index)
        if names_frame(query.asked) or actor_named(self.index, query.asked):
            return []
        everywhere = self._search(Query(query.asked), (), 0)
        return [] if len(everywhere.all) else told_near(near_instead(self.index, parse_pattern(query.asked)))


def read_query(asked: Asked, index: WordIndex) -> Query:
    """Read a query from a page's question: node, sort, sample (0: all), outlets, since and until."""
    node = " ".join(asked.text("node").split())
    if not node:
        raise InputError(
            "type a word, a pattern such as sanction*, an actor such as [Moscow], or a frame such as frame:danger"
        )
    sample = asked.number("sample", 0)
    if sample < 0:
        raise InputError(f"a sample of {sample} lines cannot be drawn; write 1 or more, or nothing for all")
    outlets = frozenset(asked.texts("outlets", index.outlets))
    since, until = read_day(asked, "since"), read_day(asked, "until")
    if since and until and since > until:
        raise InputError(f"the days end ({until}) before they begin ({since}); turn them round")
    everywhere = outlets >= set(index.outlets)
    return Query(node, read_sort(asked), sample or None, Selection(None if everywhere else outlets, since, until))


def read_sort(asked: Asked) -> tuple[str, ...]:
    """Read the places to sort by, those given twice or empty left out."""
    return tuple(dict.fromkeys(key for key in asked.texts("sort", ()) if key))


def read_window(asked: Asked) -> int | None:
    """Read how many words are shown on either side; None is the whole sentence."""
    window = asked.number("window", 10)
    if window != WHOLE and not 0 <= window <= _WIDEST:
        raise InputError(f"{window} words on either side are too many or too few; write 0 to {_WIDEST}")
    return None if window == WHOLE else window


def read_day(asked: Asked, name: str) -> date | None:
    """Read a day, written 2017-09-26; nothing where none is given."""
    typed = asked.text(name, "").strip()
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise InputError(f'"{typed}" is no day; write it as 2017-09-26') from None


def tell_found(found: Found, index: WordIndex, *, seed: int) -> str:
    """Say how many hits there are in how many articles, and what is shown of them."""
    hits, searched = len(found.all), int(found.searched.sum())
    if not searched:
        return "No article is of these outlets and days."
    articles = f"{searched:,} article{'' if searched == 1 else 's'}"
    some = "" if searched == len(index.names) else " chosen"
    if not hits:
        return f"{found.name} is nowhere in the {articles}{some}."
    carrying = len(set(index.article[found.all.first].tolist()))
    said = f"{hits:,} hit{'' if hits == 1 else 's'} in {carrying:,} of {articles}{some}"
    return said if len(found.spans) == hits else f"{said}; a sample of {len(found.spans):,} is shown (seed {seed})"


def told_tally(tally: Tally, desk: Desk) -> dict[str, Json]:
    """Give an outlet's count for a page."""
    return {
        "outlet": tally.outlet, "name": desk.results.study.outlet(tally.outlet).name, "hits": tally.hits,
        "articles": tally.articles, "of": tally.of, "tokens": tally.tokens, "per_1000": tally.per_1000,
    }  # fmt: skip


def told_near(groups: Sequence[NearForms]) -> list[Json]:
    """Give near forms for a page."""
    return [
        {"why": group.why, "forms": [list(pair) for pair in group.forms], "trying": group.trying} for group in groups
    ]


def frame_names(desk: Desk) -> list[str]:
    """Give the names of the frames as they now are."""
    return [frame.name for frame in desk.results.study.frames]
