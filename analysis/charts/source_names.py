"""Source names: which names of one outlet are one source — by capitals, article and surname."""

from collections.abc import Iterable


def same_sources(sources: Iterable[str], *, named: frozenset[str]) -> dict[str, str]:
    """Give each source of an outlet the name under which it is shown, the first of those that are one source.

    Names that differ by capitals alone, "the Kremlin" and "The Kremlin", are one. So is a named source of one word with
    the only full name that ends with it, "Putin" with "Vladimir Putin"; of two such names it could be either, and stays
    apart. A look at the words alone: namesakes whom the outlet never names in full apart are taken for one.
    """
    shown: dict[str, str] = {}
    for source in sources:
        shown.setdefault(source.casefold(), source)
    full = [name for name in shown.values() if name in named and " " in name and name[:1].isupper()]
    names = {}
    for source in sources:
        first = shown[source.casefold()]
        ending = [name for name in full if name.split()[-1] == first and not name.casefold().startswith("the ")]
        names[source] = ending[0] if " " not in first and first in named and len(ending) == 1 else first
    return names
