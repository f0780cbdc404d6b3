"""The one error that a person can mend: what is wrong, in which file, and how to put it right."""

from .printing import one_line


class InputError(ValueError):
    """Say in one line which input is refused, why, and how to mend it; the command line exits non-zero with it.

    Where several things are wrong, each is a line of ``lines``; the error's own text is the first and how many follow.
    What a line quotes of a file or its name is made printable (`analysis.printing`).
    """

    def __init__(self, line: str, *more: str) -> None:
        super().__init__(line, *more)
        self.lines = tuple(map(one_line, (line, *more)))

    def __str__(self) -> str:
        """Give the first line, and how many more things are wrong."""
        return f"{self.lines[0]} (and {len(self.lines) - 1} more; see check)" if self.lines[1:] else self.lines[0]
