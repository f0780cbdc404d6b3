"""Context panels: widgets with lists of context lines and a pane beneath, in which a line's sentence is read."""

from collections.abc import Mapping

from .cards import telling
from .deciding import deciding
from .desk import Desk
from .memos import remembering
from .panel import Answer, Json, Panel
from .reader import SCRIPTS, opening_of, reading


def context_panel(
    view: str, desk: Desk, *, answers: Mapping[str, Answer], opening: Mapping[str, Json], told: str
) -> Panel:
    """Make a panel whose page has context lines, and keep it told of what changes on the desk.

    Raises ValueError where an answer has the name of one that the reader's pane and the card need.
    """
    known = reading(desk) | telling(desk) | deciding(desk) | remembering(desk)
    if known.keys() & answers.keys():
        raise ValueError(f"{', '.join(sorted(known.keys() & answers.keys()))}: the pane and the card answer this")
    desk.speech()  # parses what is not parsed yet while the cell runs, so that the first page does not wait for it
    panel = Panel(
        view, scripts=(*SCRIPTS, "context"), opening=opening_of(desk) | {"memos": False} | dict(opening),
        answers=known | dict(answers), told=told,
    )  # fmt: skip
    return desk.watch(panel)
