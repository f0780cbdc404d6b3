"""Closed classes of words that attribute: verbs and nouns of speech, thought and intention, and whose they are.

A verb stands in one class for what it means and in as many for what it takes: a clause ("says that"), an infinitive
("plans to"), a noun phrase ("criticizes the deal").
"""

from typing import Literal

Sense = Literal["speech", "thought", "intention"]


def words(text: str) -> frozenset[str]:
    """Give the words of a list."""
    return frozenset(text.split())


SAYING = words(
    """
    accuse acknowledge add admit advise affirm agree allege announce answer appeal argue ask assert assure attest aver
    avow bark beg blog blurt boast brag brief broadcast caution charge chide claim clarify comment complain concede
    conclude confess confide confirm contend contest continue convey counsel counter cry declare demand deny describe
    detail disagree disclose disclaim discuss dismiss dispute dissent drawl email emphasise emphasize enthuse estimate
    exclaim exhort explain expound forecast foretell gloat grant gripe grouse growl grumble gush hint imply indicate
    inform inquire insinuate insist instruct interject intimate intone joke jest lament laugh lecture lie maintain
    marvel mention message moan mock mumble murmur muse mutter narrate note notify object observe opine order outline
    plead pledge point post posit preach predict proclaim profess project promise pronounce propose protest protest
    prophesy quip quote rail rant read reaffirm reason reassure rebut recall recap recite recommend recount refute
    reiterate rejoin relate relay remark remind repeat reply report request respond restate retort reveal riff roar
    rule say scoff scold scream shout shriek sigh signal sing sneer snap snarl speculate specify state stipulate
    stress submit suggest summarise summarize surmise swear teach tell testify text theorise theorize threaten thunder
    tout trumpet tweet underline underscore urge utter venture voice volunteer vow wail warn whine whisper write yell
    """
)
SHOWING = words("conclude demonstrate document find illustrate indicate predict project prove reveal say show suggest")
STATING = words("conclude find predict project say")
THINKING = words(
    """
    anticipate appreciate assess assume believe bet bemoan calculate care conceive conclude consider contemplate
    decide deem determine discover doubt dread envisage envision estimate expect fathom fear feel figure find forget
    gather guess hear hold hope imagine infer judge know learn mind notice perceive ponder presume realise realize
    reason reckon recognise recognize regard regret remember resent sense suppose surmise suspect think trust
    understand view wonder worry
    """
)
INTENDING = words(
    """
    aim aspire choose crave decide desire determine elect hope intend long opt plan plot prefer resolve scheme seek
    want wish yearn
    """
)
DIRECTING = words(
    """
    advise agree ask beg beseech call challenge command consent dare decline demand direct encourage exhort forbid
    implore instruct invite move offer order persuade plead pledge press promise propose recommend refuse remind
    request swear tell threaten urge volunteer vow warn
    """
)
SIDING = words("agree back commit refuse support")
AFFAIRS = words(
    """
    action approach attitude behavior behaviour change climate condition conflict crisis culture deal development
    effect event failure fear growth habit law loss move outcome policy position pressure price principle reality
    relation result risk rule situation stance step strategy success system tactic trend victory violence war weakness
    """
)
JUDGING = words(
    """
    accuse admonish applaud assail attack back bash berate blame blast castigate celebrate censure champion chastise
    cite commend condemn criticise criticize debunk decry defend denounce deplore deride disavow disparage disown
    downplay echo embrace endorse excoriate extol favor favour fault hail impugn invoke lambast lambaste
    laud malign mock oppose pan praise promote question rebuff rebuke rebut reference reject renounce repudiate
    ridicule rip scorn slam support tout trash trumpet vilify welcome
    """
)
TELLING_OF = words(
    """
    announce argue challenge claim cite confirm contradict demand deny describe detail disclose discuss dismiss
    dispute emphasise emphasize explain express float forecast mention note outline predict proclaim promise propose
    quote recall recommend recount refute reiterate repeat request signal stress suggest tout tweet underline
    underscore urge voice vow
    """
)
NAMING = words(
    """
    brand call cast characterise characterize deem denounce describe dismiss dub hail label liken paint portray regard
    see term view
    """
)
MINDING = words(
    """
    anticipate appreciate await believe consider contemplate covet crave demand desire despise detest dislike doubt
    dread envision envisage expect fear favor favour forget foresee hate ignore imagine loathe love mull oppose ponder
    prefer recognise recognize regret resent respect seek suspect trust understand want weigh
    """
)
MAKING_KNOWN = words("convey depict document explore express illustrate indicate issue propound publish release reveal")
ADDRESSING = words(
    """
    address advise alert answer ask assure brief caution command counsel inform instruct lecture notify order persuade
    quiz reassure remind reply request respond say scold shout speak teach tell urge warn write
    """
)
PREPOSITIONS: dict[str, frozenset[str]] = {
    "accuse": words("of"),
    "agree": words("with on about"),
    "allude": words("to"),
    "apologise": words("for"),
    "apologize": words("for"),
    "appeal": words("for to"),
    "argue": words("for against about over"),
    "ask": words("for about"),
    "believe": words("in"),
    "boast": words("about of"),
    "brag": words("about of"),
    "call": words("for on"),
    "campaign": words("for against"),
    "care": words("about"),
    "caution": words("against about"),
    "comment": words("on about"),
    "complain": words("about of"),
    "disagree": words("with on about"),
    "dream": words("of about"),
    "elaborate": words("on"),
    "gripe": words("about"),
    "grumble": words("about"),
    "hint": words("at"),
    "hope": words("for"),
    "inquire": words("about"),
    "insist": words("on"),
    "joke": words("about"),
    "lash": words("at"),
    "lobby": words("for against"),
    "long": words("for"),
    "marvel": words("at"),
    "object": words("to"),
    "opine": words("on"),
    "plead": words("for with"),
    "point": words("to at"),
    "press": words("for"),
    "protest": words("against"),
    "push": words("for"),
    "rail": words("against at"),
    "rant": words("about against"),
    "refer": words("to"),
    "reflect": words("on"),
    "rule": words("against"),
    "scoff": words("at"),
    "sneer": words("at"),
    "speak": words("of about against"),
    "speculate": words("about on"),
    "talk": words("about of"),
    "think": words("of about"),
    "testify": words("about against"),
    "threaten": words("with"),
    "vote": words("against for"),
    "vow": words("against"),
    "warn": words("of about against"),
    "wonder": words("about"),
    "worry": words("about over"),
    "write": words("of about"),
}
NOUNS_OF_SAYING = words(
    """
    accusation acknowledgement acknowledgment admission advice affirmation allegation allusion announcement answer
    appeal argument assertion bet assurance boast call caution charge claim comment complaint concession confession
    confirmation contention declaration demand denial description disclosure explanation forecast hint
    implication indication insinuation insistence instruction joke message note observation offer petition plea
    pledge prediction proclamation projection promise proposal proposition protest question reassurance recommendation
    refusal remark reminder reply report request response revelation ruling rumor rumour signal speculation statement
    suggestion testimony theory threat tweet verdict vow warning word
    """
)
NOUNS_OF_THINKING = words(
    """
    anxiety apprehension assessment assumption belief calculation certainty concern conclusion confidence conviction
    doubt estimate expectation fear feeling finding guess hope idea impression judgement judgment notion opinion
    perception position sense skepticism suspicion thinking thought understanding view worry
    """
)
NOUNS_OF_INTENDING = words("aim ambition decision desire determination goal intent intention plan resolve wish")
HOLDING = words(
    """
    abandon advance announce be cite convey deliver deny develop draft dismiss echo express float formulate give grant
    harbor harbour have hold issue keep lay make offer outline pass present push put raise reiterate reject release
    repeat reveal send sketch state support unveil utter voice
    """
)
MINDS = words(
    """
    adamant afraid alarmed angry anxious apprehensive aware certain concerned confident convinced doubtful dubious
    fearful glad grateful hopeful insistent mindful nervous optimistic pessimistic proud sceptical skeptical sorry sure
    surprised suspicious unaware uncertain unconvinced unsure wary worried
    """
)
WILLS = words(
    """
    desperate determined eager hesitant inclined intent interested keen loath poised prepared ready reluctant
    unwilling willing
    """
)
IMPUTED = words(
    """
    allege anticipate assume believe consider deem estimate expect fear hold hope know perceive presume reckon regard
    report repute rumor rumour say see speculate suppose suspect think understand view
    """
)


def sense_of(lemma: str) -> Sense | None:
    """Give what a verb means as a cue, or nothing where it is none."""
    if lemma in INTENDING:
        return "intention"
    if lemma in SAYING | DIRECTING | JUDGING | TELLING_OF | NAMING:
        return "speech"
    if lemma in THINKING or lemma in MINDING:
        return "thought"
    return "speech" if lemma in SHOWING or lemma in MAKING_KNOWN else None
