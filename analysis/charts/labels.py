"""Labels: any text made fit to be drawn — never read as mathematics, never wider than its place.

Widths are in points, measured in the type that the style names.
"""

import re
import unicodedata
from functools import cache, lru_cache

from matplotlib import get_data_path
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.textpath import text_to_path

FAMILY = "DejaVu Sans"
MISSING = "▯"
NO_BREAK = "\u00a0"
_INNER = str.maketrans("“”", "‘’")  # a quotation within one
_BREAKS = re.compile(rf"[^\S{NO_BREAK}]+")
_LONG_WORD = 120
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?: [\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*"
)
_LEFT_TO_RIGHT = "\u200e"
_SLACK = 1.03  # on a screen a line comes out a little wider than its outlines


def as_label(text: str) -> str:
    r"""Give a text as matplotlib draws it letter by letter: no mathematics (``$`` becomes ``\$``), no missing glyph.

    Words written from right to left keep to themselves: the numbers beside them stay where they are.
    """
    return _RIGHT_TO_LEFT.sub(rf"{_LEFT_TO_RIGHT}\g<0>{_LEFT_TO_RIGHT}", drawable(text)).replace("$", r"\$")


@lru_cache(maxsize=4096)
def drawable(text: str) -> str:
    """Give a text in one line with every sign that the type lacks as ``▯``, a run of them as two at most."""
    composed = unicodedata.normalize("NFC", _BREAKS.sub(" ", str(text)).strip())
    plain = "".join(sign for sign in composed if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co"))
    known = _glyphs()
    drawn = "".join(sign if ord(sign) in known else MISSING for sign in plain)
    return re.sub(f"{MISSING}{{3,}}", MISSING * 2, drawn)


def is_readable(text: str) -> bool:
    """Say whether at least half of a text can be drawn in the type."""
    letters = [sign for sign in str(text) if not sign.isspace()]
    return bool(letters) and sum(ord(sign) in _glyphs() for sign in letters) >= len(letters) / 2


@lru_cache(maxsize=65536)
def text_width(text: str, *, size: float, bold: bool = False) -> float:
    """Give the width of a text in points."""
    return sum(_sign_width(sign, bold) for sign in drawable(text)) * size * _SLACK


@cache
def _sign_width(sign: str, bold: bool) -> float:
    """The advance of one sign in type of one point; what letters draw nearer to one another is left as slack."""
    font = FontProperties(family=FAMILY, size=100, weight="bold" if bold else "normal")
    width, _, _ = text_to_path.get_text_width_height_descent(sign, font, False)
    return width / 100


def shorten(text: str, *, width: float, size: float, bold: bool = False) -> str:
    """Cut a text to a width, with an ellipsis where something is cut."""
    text = drawable(text)
    if text_width(text, size=size, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(text[:middle].rstrip() + "…", size=size, bold=bold) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


def wrap(text: str, *, width: float, size: float, lines: int = 3, bold: bool = False) -> list[str]:
    """Break a text into at most so many lines of a width, the last one shortened; words break only where they must."""
    words = drawable(text).split(" ")
    done: list[str] = []
    while words and len(done) < lines - 1:
        line, words = _fill(words, width=width, size=size, bold=bold)
        done.append(line)
    if words:
        done.append(shorten(" ".join(words), width=width, size=size, bold=bold))
    return done or [""]


def wrap_quote(quote: str, *, place: str, width: float, size: float, lines: int = 2) -> list[str]:
    """Break a quotation with its place into lines; where it is too long its end gives way, never its place.

    Quotation marks inside it are drawn single.
    """
    words = drawable(quote).translate(_INNER).split(" ")
    room = width if lines > 1 else width - text_width("“…” ", size=size)
    tail = " " + _fit_place(place, width=room, size=size).replace(" ", NO_BREAK) if place else ""
    best = wrap(f"“{' '.join(words)}”{tail}", width=width, size=size, lines=lines + 1)
    if len(best) <= lines:
        return best
    cuts = ["“…”", *(f"“{words[0][:end]}…”" for end in range(1, min(len(words[0]), _LONG_WORD)))]
    cuts += [f"“{' '.join(words[:kept])} …”" for kept in range(1, len(words))]
    low, high = 0, len(cuts) - 1
    while low <= high:
        middle = (low + high) // 2
        broken = wrap(cuts[middle] + tail, width=width, size=size, lines=lines + 1)
        if len(broken) <= lines:
            best, low = broken, middle + 1
        else:
            high = middle - 1
    return best[:lines]


def _fit_place(place: str, *, width: float, size: float) -> str:
    """Give a place, "(article, s. 12)", in one line: the article's label gives way, the sentence's number never."""
    article, comma, number = drawable(place).rpartition(", ")
    room = width - text_width(f"(…, {number}", size=size)
    if not comma or text_width(f"{article}, {number}", size=size) <= width:
        return drawable(place)
    if room < size:
        return f"({number}"
    return f"({shorten(article[1:].rstrip('…'), width=room, size=size).rstrip('…')}…, {number}"


def _fill(words: list[str], *, width: float, size: float, bold: bool) -> tuple[str, list[str]]:
    count = 0
    while count < len(words) and text_width(" ".join(words[: count + 1]), size=size, bold=bold) <= width:
        count += 1
    if count:
        return " ".join(words[:count]), words[count:]
    head = shorten(words[0], width=width, size=size, bold=bold).removesuffix("…") or words[0][:1]
    rest = words[0][len(head) :]
    return head, ([rest] if rest else []) + words[1:]


@cache
def _glyphs() -> frozenset[int]:
    """The signs that both weights of the type can draw."""
    folder = f"{get_data_path()}/fonts/ttf"
    plain, bold = (get_font(f"{folder}/{name}.ttf").get_charmap() for name in ("DejaVuSans", "DejaVuSans-Bold"))
    return frozenset(plain) & frozenset(bold)
