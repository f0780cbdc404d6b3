"""The coding desk: a coder led through a study, one proposition or sentence at a time, with the keyboard."""

from ..results import Results
from .cards import telling
from .deciding import deciding, sit_down
from .desk import desk_of
from .memos import remembering
from .panel import Asked, Panel
from .queues import queueing
from .reader import SCRIPTS, opening_of, reading
from .tallies import tallying


def coding(results: Results, *, coder: str = "") -> Panel:
    """Code the study: accept, reject, relabel or add propositions, kept in codings.csv under the ``coder``'s name.

    The name can be given here or in the widget. Raises InputError where it is no name.
    """
    desk = desk_of(results)
    if coder:
        sit_down(desk, Asked({"name": coder, "blind": desk.coder.blind}))
    answers = (
        queueing(desk) | tallying(desk) | reading(desk) | telling(desk) | deciding(desk) | remembering(desk)
    )  # fmt: skip
    told = f"Coding desk: {len(desk.counted)} propositions. Run this cell in JupyterLab to code them."
    opening = opening_of(desk) | {"memos": True}
    panel = Panel("coding", scripts=SCRIPTS, opening=opening, answers=answers, told=told)
    return desk.watch(panel)
