"""The one error that a person can mend: what is wrong, in which file, and how to put it right."""


class InputError(ValueError):
    """Say in one line which input is refused, why, and how to mend it; the command line exits non-zero with it.

    Where several things are wrong, each is a line of ``lines``; the error's own text is the first and how many follow.
    """

    def __init__(self, line: str, *more: str) -> None:
        super().__init__(line, *more)
        self.lines = (line, *more)

    def __str__(self) -> str:
        """Give the first line, and how many more things are wrong."""
        return f"{self.lines[0]} (and {len(self.lines) - 1} more; see check)" if self.lines[1:] else self.lines[0]
