"""Signs: a proposition as the mark that figure 4 draws, and in words for who cannot see it."""

from typing import TypedDict

from ..charts.palette import voice_name

SHAPES = {"outlet": "■", "actor": "▲", "other": "□"}
FLAGS = {"negated": "by denial", "hedged": "hedged", "minimised": "minimised"}


class Sign(TypedDict):
    """A mark: its voice and shape, the signs behind it, whether it stands in brackets, and what it says in words."""

    voice: str
    shape: str
    sign: str
    minimised: bool
    told: str


def sign_of(row: tuple, *, label: str) -> Sign:
    """Give the mark of a proposition (a row of the table) whose motive is called ``label``: ■n is by denial, ■? hedged.

    What is minimised stands in brackets.
    """
    flags = [told for field, told in FLAGS.items() if getattr(row, field)]
    return {
        "voice": row.voice,
        "shape": SHAPES.get(row.voice, SHAPES["other"]),
        "sign": ("n" if row.negated else "") + ("?" if row.hedged else ""),
        "minimised": bool(row.minimised),
        "told": "; ".join([label, voice_name(row.voice, actor=row.holder), *flags]),
    }
