"""Say how strongly a node and a collocate attract each other.

o is the number of the collocate's tokens inside the node's windows, r the token positions in the windows, c the
collocate's frequency, n all tokens. ValueError is raised where o is more than r or c, or where r and c together hold
more than n. Every function takes numbers or whole columns (`analysis.measures.columns`). o = 0 gives minus infinity
where the measure is a logarithm or t-score; what is undefined is nan.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from analysis.measures.columns import Floats, columnwise, floats, refuse, whole_share
from analysis.measures.keyness import log_likelihood


@columnwise
def expected_frequency(r: ArrayLike, c: ArrayLike, n: ArrayLike) -> Floats:
    """Compute E = r·c/n, the co-occurrences to be expected if words fell where they liked (Evert 2005).

    In tokens, rarely whole. Words never fall where they like: E is a yardstick, not what a text ought to hold.
    """
    r, c, n = floats(r), floats(c), floats(n)
    whole_share(r, n, "r", "n")
    whole_share(c, n, "c", "n")
    return r * c / n


@columnwise
def mutual_information(o: ArrayLike, r: ArrayLike, c: ArrayLike, n: ArrayLike, *, power: ArrayLike = 1) -> Floats:
    """Compute MI = log2(O/E) (Church & Hanks 1990); MI2 and MI3 are log2(O^power/E) (Daille 1994).

    MI favours the rarest words: a pair seen once can top the list. Powers of 2 and 3 mend that by custom, not theory.
    """
    o, expected, power = _observed(o, r, c, n), floats(expected_frequency(r, c, n)), floats(power)
    refuse(power <= 0, power, "power", "power is above 0, commonly 1, 2 or 3")
    return power * np.log2(o) - np.log2(expected)


@columnwise
def t_score(o: ArrayLike, r: ArrayLike, c: ArrayLike, n: ArrayLike) -> Floats:
    """Compute t = (O - E) / √O (Church et al. 1991).

    A ranking, not a t-test: its distribution is not Student's, and it favours frequent words.
    """
    o, expected = _observed(o, r, c, n), floats(expected_frequency(r, c, n))
    return (o - expected) / np.sqrt(o)


@columnwise
def z_score(o: ArrayLike, r: ArrayLike, c: ArrayLike, n: ArrayLike) -> Floats:
    """Compute z = (O - E) / √E (Berry-Rogghe 1973, as Evert 2005).

    Overstates pairs whose expected frequency is below 1, which most pairs of words have.
    """
    o, expected = _observed(o, r, c, n), floats(expected_frequency(r, c, n))
    return (o - expected) / np.sqrt(expected)


@columnwise
def dice(o: ArrayLike, r: ArrayLike, c: ArrayLike) -> Floats:
    """Compute Dice's coefficient 2O / (r + c), from 0 to 1 (Smadja et al. 1996).

    Takes no account of chance: two frequent words can share much of their company by luck.
    """
    o, r, c = _observed(o, r, c), floats(r), floats(c)
    return 2 * o / (r + c)


@columnwise
def log_dice(o: ArrayLike, r: ArrayLike, c: ArrayLike) -> Floats:
    """Compute logDice = 14 + log2 Dice (Rychlý 2008); 14, the maximum, is a pair never seen apart.

    Does not depend on corpus size, and tells neither how sure nor how surprising the pair is.
    """
    return 14 + np.log2(floats(dice(o, r, c)))


@columnwise
def delta_p(
    o: ArrayLike, r: ArrayLike, c: ArrayLike, n: ArrayLike, *, of: Literal["collocate", "node"] = "collocate"
) -> Floats:
    """Compute ΔP, the difference that one word makes to the chance of the other (Gries 2013).

    of the collocate: o/r - (c-o)/(n-r), by the node; of the node: o/c - (r-o)/(n-c), by the collocate. From -1 to 1.
    Raises ValueError for another `of`. Small for any rare outcome, however faithful the pair.
    """
    if of not in ("collocate", "node"):
        raise ValueError(f'of = {of!r} is not allowed; choose "collocate" or "node"')
    o, r, c, n = _observed(o, r, c, n), floats(r), floats(c), floats(n)
    given, outcome = (r, c) if of == "collocate" else (c, r)
    return o / given - (outcome - o) / (n - given)


@columnwise
def collocate_log_likelihood(
    o: ArrayLike, r: ArrayLike, c: ArrayLike, n: ArrayLike, *, cells: Literal[2, 4] = 4
) -> Floats:
    """Compute the log-likelihood of a collocate inside against outside the windows (Dunning 1993).

    `log_likelihood` of o in r against c - o in n - r. Unsigned: O below E scores as high as above.
    """
    o, r, c, n = _observed(o, r, c, n), floats(r), floats(c), floats(n)
    return floats(log_likelihood(o, c - o, r, n - r, cells=cells))


def _observed(o: ArrayLike, r: ArrayLike, c: ArrayLike, n: ArrayLike | None = None) -> Floats:
    """Read the co-occurrences and check that none is counted in two windows and that all fit the corpus."""
    o, r, c = floats(o), floats(r), floats(c)
    whole_share(o, r, "o", "r")
    whole_share(o, c, "o", "c")
    if n is not None:
        whole_share(r, floats(n), "r", "n")
        whole_share(c, floats(n), "c", "n")
        refuse(r + c - o > floats(n), o, "o", "r + c - o is at most n, for no token lies outside the corpus")
    return o
