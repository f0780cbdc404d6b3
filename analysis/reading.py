"""Reading: which files of a folder can be articles, how their bytes become text, and in which language it is."""

import os
import re
import stat
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path

from .errors import InputError
from .files import read_regular, reason_of
from .printing import printable

SUFFIXES = (".txt", ".md")
LARGEST = 5_000_000  # bytes; a long read has fifty thousand
SKIPPED_FOLDERS = ("figures", "__pycache__")
_NOT_ARTICLES = re.compile(r"(?:readme.*|frames\.yaml|motives\.yaml|study\.toml|codings.*)$", re.IGNORECASE)
_ENOUGH_FOR_LANGUAGE = 40  # words
_WINDOW = 4000  # characters, enough to tell a language by
_LEAST_ENGLISH = 0.25  # share of function words; half English, half another language has less
_MOST_OTHER_LETTERS = 0.05  # of the characters; curly quotes and names with accents are fewer
_LONG = 150  # words; of fewer a share is chance
_ENGLISH = frozenset(
    "the of and to for that which with from by as is are was were be been being has have had do does did done will "
    "would can could should must not or but if than more most also it its he his him she her they their them there we "
    "us our you your me my i this these those such some any all each every other another no both many here until since "
    "because although though however through between after before over under against during into while where when "
    "whether who whose what how why about just only even still already often never always out up until then".split()
)  # function words that other languages have seldom or not at all: "in", "a", "on" and "at" are left out
_OTHER_SCRIPTS = frozenset(
    "ab am ar as av ba be bg bn bo ce cv dv dz el fa gu he hi hy iu ja ka kk km kn ko ks kv ky lo mk ml mn mr my ne or "
    "os pa ps ru sa sd si sr ta te tg th ti tt ug uk ur yi zh".split()
)  # languages of ISO 639-1 that are not, or not only, written in Latin letters
_UTF_16 = "UTF-16 text; save it as UTF-8 (in Notepad: Save as, Encoding)"
_PDF = "a PDF, whatever its name says; save its text as .txt"
_FORMS = {b"%PDF-": _PDF, b"\xff\xfe": _UTF_16, b"\xfe\xff": _UTF_16}
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\f\r")


def refuse_form(path: Path) -> None:
    """Refuse, with an InputError, what no text editor has written: a pipe or device, a PDF, UTF-16."""
    content = read_bytes(path)
    for sign, said in _FORMS.items():
        if content.startswith(sign):
            raise InputError(f"{shown(path)} is {said}, and put it back")


def read_text(path: Path) -> tuple[str, str]:
    """Read a file as text: (text, note), the note empty unless the bytes were no valid UTF-8.

    Line ends are universal. Bytes that are not UTF-8 are read as Windows-1252 where that gives the length that UTF-8
    with replacement characters would give (so that offsets agree), else with replacement characters. Raises
    InputError where the file is too large or cannot be read, and where its bytes are no text: a NUL byte, or control
    characters above one in ten.
    """
    content = read_bytes(path)
    controls = len(content) - len(content.translate(None, delete=_CONTROLS))
    if b"\0" in content or controls > len(content) / 10:
        raise InputError(f"{shown(path)} is no text (control characters); save it as UTF-8 text and put it back")
    text, note = _decode(content)
    return text.replace("\r\n", "\n").replace("\r", "\n"), note and f"{shown(path)} is not valid UTF-8; {note}"


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an article; raises InputError where there is no such file, or one that is no article's."""
    try:
        size = os.stat(path).st_size if path.is_file() else 0
    except (OSError, ValueError):
        size = 0  # `read_regular` says why
    if size > LARGEST:
        raise InputError(f"{shown(path)} is larger than {LARGEST:,} bytes, which no article is; split it up")
    return read_regular(path, largest=LARGEST, odd="put a text file there")


def _decode(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        windows = content.decode("cp1252", errors="replace")
    if len(windows) == len(text):
        return windows, "it was read as Windows-1252"
    return text, "unreadable bytes were replaced"


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Give the article files at or below the paths; raises InputError for a path that is not there or holds none."""
    files: list[Path] = []
    for path in paths:
        if _is_folder(path):
            below = [file for file in files_below(path) if file.suffix.lower() in SUFFIXES and file.is_file()]
            if not below:
                for note in unreadable_folders([path]):
                    raise InputError(note)
                raise InputError(f"{shown(path)} holds no article; put .txt or .md files there, or name another folder")
            files += below
        else:
            files.append(path)
    return list({os.path.abspath(file): file for file in files}.values())


def _is_folder(path: Path) -> bool:
    """Say whether a path is a folder and not a file; raises InputError for what is neither."""
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, ValueError):
        raise InputError(f"{shown(path)} is not there; name a file or a folder of .txt or .md articles") from None
    except OSError as error:
        raise InputError(
            f"{shown(path)} cannot be read ({reason_of(error)}); name a file or a folder of .txt or .md articles"
        ) from None
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise InputError(f"{shown(path)} is a pipe or device; name a file or a folder of .txt or .md articles")
    return stat.S_ISDIR(mode)


def files_below(folder: Path) -> list[Path]:
    """Give the files and links below a folder in the order of their paths, without hidden ones, READMEs and codebooks.

    Folders that are links are given like files, not entered: so no link can lead round in a circle. A folder that
    cannot be read is left out (`unreadable_folders` names it).
    """
    return [path for path in visible_files(folder) if not is_no_article(path)]


def visible_files(folder: Path, *, on_error: Callable[[OSError], None] | None = None) -> list[Path]:
    """Return the files and links below a folder in the order of their paths, without hidden ones.

    ``on_error`` hears of each folder that cannot be read.
    """
    found: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS]
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]
        found += [Path(here, name) for name in [*links, *files] if not name.startswith(".")]
    return sorted(found)


def is_no_article(path: Path) -> bool:
    """Say whether a file's name is that of a README, of a study's own file or of a codebook."""
    return bool(_NOT_ARTICLES.match(path.name))


def unreadable_folders(folders: Iterable[Path]) -> list[str]:
    """Return a line for each folder at or below some paths that cannot be read, so that what it holds is left out."""
    errors: list[OSError] = []
    for folder in folders:
        visible_files(folder, on_error=errors.append)
    return list(dict.fromkeys(map(unreadable_note, errors)))


def unreadable_note(error: OSError) -> str:
    """Return a line for a folder that cannot be read."""
    return (
        f"{shown(error.filename)} cannot be read ({reason_of(error)}), and what it holds is left out; mend the "
        "folder's permissions"
    )


def foreign_language(text: str, *, expected: str) -> str:
    """Say in what a text is where that is not the language expected: "vi" in quotes, or Cyrillic letters; else nothing.

    From forty words on the character statistics tell; of fewer only the script does, where Latin letters are expected.
    """
    words = text[:20_000].split()
    if len(words) < _ENOUGH_FOR_LANGUAGE:
        script = "Latin" if expected in _OTHER_SCRIPTS else _script_of(" ".join(words))
        return "" if script == "Latin" else f"{script} letters"
    found = _language_of(" ".join(words)[:_WINDOW])
    return "" if found == expected else f'"{found}"'


def _language_of(text: str) -> str:
    """Give a text's language: English where its function words leave no doubt, else what its characters tell."""
    if _is_plain_english(text):
        return "en"
    import py3langid

    return py3langid.classify(text)[0]


def _is_plain_english(text: str) -> bool:
    """Say whether a long text is English throughout: in each quarter of it every fourth word is a function word."""
    words = text.lower().split()
    if len(words) < _LONG or len(text) - len(text.encode("ascii", "ignore")) > _MOST_OTHER_LETTERS * len(text):
        return False
    cuts = [quarter * len(words) // 4 for quarter in range(5)]
    return all(sum(map(_ENGLISH.__contains__, words[a:b])) >= _LEAST_ENGLISH * (b - a) for a, b in pairwise(cuts))


def _script_of(text: str) -> str:
    """Give the script that most of a text's letters have, Latin where it has none or half of them are Latin."""
    letters = [sign for sign in unicodedata.normalize("NFKC", text) if sign.isalpha()]
    scripts = Counter(unicodedata.name(letter, "LATIN").split()[0] for letter in letters)
    if 2 * scripts.pop("LATIN", 0) >= len(letters):
        return "Latin"
    return scripts.most_common(1)[0][0].capitalize().replace("Cjk", "Han")


def shown(path: Path | str) -> str:
    """Give a path as text that can be printed and written on one line, whatever bytes its name is made of."""
    text = os.fsencode(path).decode("utf-8", errors="replace")
    return re.sub(r"[\t\n]", "\ufffd", printable(text))
