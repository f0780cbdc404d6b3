import io

import pytest

from analysis.errors import InputError
from analysis.printing import brief, one_line, print_text, printable

UNSAFE = "\x00\x07\x1b\x7f\x85\x9b\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ud800"


@pytest.mark.parametrize("character", UNSAFE)
def test_what_commands_a_terminal_or_turns_its_text_is_replaced(character):
    assert printable(f"a{character}b\n\tc") == "a\ufffdb\n\tc"
    assert one_line(f"a{character}b\nc") == "a\ufffdb c"
    assert str(InputError(f"a{character}b\nc")) == "a\ufffdb c"


def test_letters_of_any_language_stay():
    text = "Nghệ An, Łódź, שלום, мир, 平和, क\u200dष, 😀"
    assert printable(text) == text == one_line(text)


def test_a_very_long_line_keeps_its_beginning_and_its_end():
    line = one_line(f"study.toml: {'x' * 100_000}; mend it")
    assert len(line) < 2100 and line.startswith("study.toml: x") and line.endswith("; mend it")
    assert brief("9" * 6000) == "9" * 80 + "…"


def test_what_a_stream_cannot_write_is_replaced():
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    print_text("Nghệ An\x1b", file=stream)
    stream.flush()
    assert stream.buffer.getvalue() == b"Ngh? An?\n"
