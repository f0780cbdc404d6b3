"""Closed classes of the words that negate, hedge or belittle; lemmas in small letters."""

from .cues import words

HEDGES = words(
    "may might could likely seemingly apparently reportedly possibly perhaps probably potentially presumably "
    "allegedly supposedly purportedly ostensibly maybe unlikely conceivably arguably evidently plausibly apparent "
    "possible"
)
HEDGE_VERBS = words(
    "seem appear believe think suspect suggest speculate rumor rumour allege say expect assume understand consider "
    "report perceive"
)
HEDGE_NOUNS = words(
    "speculation possibility suspicion rumor rumour likelihood chance guess belief hypothesis assumption"
)
NEGATORS = words(
    "no not n't never neither nor none nothing hardly scarcely barely few little limited without nobody unlikely"
)
NEGATIVE_ADVERBS = words("never hardly scarcely barely neither no-longer")
NEGATIVE_SUBJECTS = words("nobody nothing none neither few")
NEGATIVE_CUES = words(
    "unwilling reluctant loath disinclined uninterested unable unprepared unlikely unwillingness reluctance"
)
DENYING = words("unlikely deny lack disclaim disavow")
MINIMISERS = words("mild milder minor small smaller secondary marginal modest slight negligible lesser")
COMPARED = words("less least")
