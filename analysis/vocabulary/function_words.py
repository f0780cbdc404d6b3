"""English function words: a closed list, so that a figure can leave them out in the open.

Determiners, pronouns, prepositions, conjunctions, auxiliaries with their contractions, particles and the adverbs that
only connect or point. Negators and modals are among them: a collocate that is left out may still say something (not,
no, may), so tables keep every word and only flag these. The list holds for English alone.
"""

import numpy as np
import pandas as pd

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those such same own each every either neither both all any some no none other another
    others many much more most few fewer less least several enough
    i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us
    our ours ourselves they them their theirs themselves one oneself who whom whose which what whoever whatever
    whichever someone somebody something anyone anybody anything everyone everybody everything nobody nothing
    about above across after against along alongside amid among amongst around as at before behind below beneath beside
    besides between beyond by concerning despite down during except for from in inside into like near of off on onto
    opposite out outside over past per regarding since through throughout to toward towards under underneath until
    unlike up upon versus via vs with within without
    and but or nor so yet if unless although though because whereas while whether than once lest
    am is are was were be been being have has had having do does did doing done
    can could may might must shall should will would ought cannot
    isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't can't couldn't won't wouldn't shouldn't
    mustn't it's he's she's that's there's here's what's who's i'm you're we're they're i've you've we've they've i'll
    you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd let's
    not here there where when why how again also too very just only even still already then thus therefore hence
    however moreover furthermore nevertheless nonetheless meanwhile otherwise instead rather quite almost ever never
    always often now else etc away back further
    """.split()
)


def is_function_word(terms: pd.Series | np.ndarray) -> np.ndarray:
    """Say of each term whether it is in the list; terms are compared as they are, in small letters.

    One truth value a term. A term in capitals (US, IT) is none, nor is a word of another language.
    """
    return np.array([term in FUNCTION_WORDS for term in terms], dtype=bool)
