"""The one error that a person can mend: what is wrong, in which file, and how to put it right."""


class InputError(ValueError):
    """Say in one line which input is refused, why, and how to mend it; the command line exits non-zero with it."""
