"""Panels: a widget is a page of JavaScript that asks, and plain functions of Python that answer.

A widget is made in three steps. (1) Its answers: a table of functions, each of which takes an `Asked` (the fields of a
question, checked as they are read) and gives what can be written as JSON; they need no browser and are tested without.
(2) Its page: a file ``static/NAME.js`` with a function ``NAME(panel)`` that builds the page in ``panel.root`` and asks
with ``await panel.ask("question", {field: value})``; what dom.js and the other files named in ``scripts`` define is at
hand, for the files are joined to one module (no imports, no exports, no names twice). (3) The call:
``Panel("NAME", scripts=("reader",), opening={...}, answers={"question": answer, ...})``; what is in ``opening`` is
``panel.opening`` in the page.

A refused question (InputError) is said on the panel's status line, and so is a failure of the program: no answer, but
the widget lives. `Panel.tell` sends a notice to the page, where ``panel.on("notice", heard)`` hears it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import anywidget
from traitlets import Dict, Unicode

from ..errors import InputError

STATIC = Path(__file__).parent / "static"
Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Kind = TypeVar("Kind", str, int, bool)
_LONGEST = 300


@dataclass(frozen=True)
class Asked:
    """The fields of a question, as a page sent them; each is checked when it is read."""

    fields: Mapping[str, Json]

    def text(self, name: str, default: str | None = None) -> str:
        """Give a field that is text; raises InputError where it is not, or is missing and has no default."""
        return self._read(name, str, default)

    def number(self, name: str, default: int | None = None) -> int:
        """Give a field that is a whole number, as `text` does."""
        return self._read(name, int, default)

    def flag(self, name: str, default: bool | None = None) -> bool:
        """Give a field that is true or false, as `text` does."""
        return self._read(name, bool, default)

    def texts(self, name: str, default: Sequence[str] | None = None) -> list[str]:
        """Give a field that is a list of texts, as `text` does."""
        value = self.fields.get(name)
        if value is None and default is not None:
            return list(default)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise InputError(f'the question\'s field "{name}" is {_short(value)}, not a list of texts')
        return value

    def has(self, name: str) -> bool:
        """Say whether a field was sent and is not null."""
        return self.fields.get(name) is not None

    def _read(self, name: str, kind: type[Kind], default: Kind | None) -> Kind:
        value = self.fields.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise InputError(f'the question\'s field "{name}" is {_short(value)}, not {_KINDS[kind]}')
        return value


_KINDS = {str: "text", int: "a whole number", bool: "true or false"}
Answer = Callable[[Asked], Json]


class Panel(anywidget.AnyWidget):
    """A widget in a notebook: a page, what it opens with, and the functions that answer its questions."""

    _esm = Unicode().tag(sync=True)
    _css = Unicode().tag(sync=True)
    opening = Dict().tag(sync=True)

    def __init__(
        self,
        view: str,
        *,
        answers: Mapping[str, Answer],
        opening: Mapping[str, Json] | None = None,
        scripts: Sequence[str] = (),
        told: str = "",
    ) -> None:
        """Make the widget whose page is ``static/VIEW.js``; ``told`` stands in its place where no widget can be."""
        self._answers = dict(answers)
        self._told = told or f"{view}: run this cell in JupyterLab to use it"
        super().__init__(_esm=script(view, *scripts), _css=style(), opening=dict(opening or {}))
        self.on_msg(self._hear)

    def __repr__(self) -> str:
        return self._told

    def answer(self, message: Mapping[str, Json]) -> dict[str, Json]:
        """Answer a question {id, ask, ...}: {id, answer}, or {id, problem} with what is wrong in one line."""
        asked = message.get("ask")
        known = self._answers.get(asked) if isinstance(asked, str) else None
        reply: dict[str, Json] = {"id": message.get("id")}
        if known is None:
            return reply | {"problem": f"the kernel does not know {_short(asked)}; run the cell again"}
        try:
            return reply | {"answer": known(Asked(message))}
        except InputError as error:
            return reply | {"problem": _line(str(error))}
        except Exception as error:
            said = _line(f"{type(error).__name__}: {error}")
            return reply | {"problem": f"the program failed here ({said}); the rest of the widget goes on"}

    def tell(self, notice: str, **fields: Json) -> None:
        """Send a notice to every open page of this widget."""
        self.send({"notice": notice, **fields})

    def _hear(self, _: "Panel", message: object, __: object) -> None:
        if isinstance(message, dict) and "ask" in message:
            self.send(self.answer(message))


@cache
def script(view: str, *shared: str) -> str:
    """Join the shared files and the view's own to one module, which is what anywidget takes."""
    names = dict.fromkeys(("dom", *shared, view))
    parts = [(STATIC / f"{name}.js").read_text(encoding="utf-8") for name in names]
    return "\n".join([*parts, f"export default {{ render: (context) => mount(context, {view}) }};\n"])


@cache
def style() -> str:
    """Give the one style sheet of all panels: explore.css, then the widgets' own.

    It is one because a page has one for all widgets of a class: with several, the last one opened would undress the
    others.
    """
    own = sorted(path for path in STATIC.glob("*.css") if path.name != "explore.css")
    return "\n".join(path.read_text(encoding="utf-8") for path in (STATIC / "explore.css", *own))


def _line(text: str) -> str:
    return _cut(" ".join(text.split()))


def _short(value: Json) -> str:
    return "missing" if value is None else _cut(repr(value), 60)


def _cut(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
