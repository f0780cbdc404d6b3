"""Closed classes of the words that ascribe a motive, by family; lemmas unless said otherwise."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WANT = _words(
    "want seek try aim hope attempt intend wish desire strive endeavor endeavour crave covet yearn aspire pursue vie "
    "prefer favor favour plot scheme hanker"
)
WANT_WITH_INFINITIVE = _words(
    "plan look work struggle scramble rush fight push press bid mean hunger long opt choose elect prepare move seem_willing "
    "love like strain labor labour compete race"
)
WANT_WITH_PREPOSITION = {
    "push": _words("for"), "press": _words("for"), "fight": _words("for"), "vie": _words("for"), "angle": _words("for"),
    "lobby": _words("for"), "long": _words("for"), "yearn": _words("for"), "look": _words("for"), "search": _words("for"),
    "hunt": _words("for"), "strive": _words("for"), "work": _words("toward towards"), "bid": _words("for"),
    "compete": _words("for"), "settle": _words("for"), "insist": _words("on"), "bent": _words("on"), "argue": _words("for"),
    "hunger": _words("for"), "clamor": _words("for"), "clamour": _words("for"), "aim": _words("at for"), "hope": _words("for"),
}  # fmt: skip
EAGER = _words(
    "keen eager willing determined interested intent bent inclined desperate hungry anxious hopeful ready resolved "
    "prepared poised set motivated committed tempted obsessed enthusiastic unwilling reluctant loath disinclined"
)
GOAL_NOUNS = _words(
    "desire wish aim goal objective ambition aspiration intention intent eagerness hope effort attempt bid quest drive "
    "push determination willingness readiness inclination endeavor endeavour appetite dream design agenda motive "
    "motivation purpose target vision hunger thirst craving search pursuit calculation calculus rationale priority"
)
EFFORT_NOUNS = _words("effort attempt bid quest drive push endeavor endeavour campaign way")
INTEREST_NOUNS = _words("interest incentive stake motive motivation inducement temptation need reason")
PLAN_NOUNS = _words(
    "measure plan proposal step initiative roadmap strategy tactic ploy move maneuver manoeuvre gambit operation "
    "campaign scheme policy deal offer agreement pact effort project programme program diplomacy way means mission"
)
ACT_NOUNS = _words(
    "action act move operation attack hack hacking intervention interference campaign effort policy strategy step offer "
    "support assistance strike raid offensive visit appearance proposal activity theft disclosure leak involvement "
    "deployment exercise drill maneuver manoeuvre stance position behavior behaviour diplomacy aid deal alliance cooperation "
    "partnership outreach rhetoric statement threat tactic war invasion bombing airstrike pressure propaganda disinformation "
    "presence engagement meeting summit announcement decision gesture overture plan test sale veto abstention meddling"
)
PURPOSE_PARTICIPLES = {
    "aim": _words("at to"), "design": _words("to for"), "intend": _words("to for"), "mean": _words("to"),
    "calculate": _words("to"), "calibrate": _words("to"), "direct": _words("at"), "gear": _words("to toward towards at"),
    "orient": _words("to toward towards"), "target": _words("at"), "plan": _words("to"), "tailor": _words("to"), "time": _words("to"),
}  # fmt: skip
PURPOSE_NOUNS = _words(
    "order aim purpose goal hope intention intent view effort attempt bid sake objective expectation"
)
EXCHANGE_NOUNS = _words("exchange return")
SHOW_NOUNS = _words(
    "show demonstration display sign signal warning message counterweight counterbalance effort attempt way means bid hedge"
)
PROXIMATE = _words(
    "discuss talk meet attend speak say tell visit announce participate hear watch listen sign mark brief consult report "
    "join see begin start continue ask answer comment note add become find take"
)
USE_VERBS = _words(
    "use deploy employ exploit leverage wield harness spend send dispatch organize organise launch conduct hold mount "
    "seize take make play stage arm build station provide supply give offer sell buy support back join open"
)
COMPLEMENT_VERBS = _words(
    "want seek try aim hope attempt intend wish desire begin start continue agree promise refuse fail seem appear need have "
    "be like love hate prefer decide plan expect vow pledge threaten tend happen manage learn offer claim pretend deserve "
    "choose cease prove remain oppose reject veto resist protest condemn come get allow enable permit ask urge tell order invite advise warn teach encourage force "
    "compel oblige require help make let cause lead believe consider say report think know understand suppose commit go "
    "agree accuse strive endeavor endeavour work look struggle move use_to ready able continue stand fall"
)

GAIN_VERBS = _words("benefit profit gain win prosper thrive")
SERVE_VERBS = _words(
    "benefit help serve favor favour suit aid strengthen boost advantage reward embolden please empower enrich advance"
)
LOSE_VERBS = _words("lose suffer forfeit sacrifice risk")
HARM_VERBS = _words(
    "hurt harm damage weaken threaten undermine affect cost endanger jeopardize jeopardise imperil cripple ruin wound "
    "injure squeeze devastate destabilize destabilise alienate discredit"
)
WELCOME_VERBS = _words("welcome applaud relish enjoy cheer savor savour delight")
GAIN_ADJECTIVES = _words(
    "favorable favourable beneficial advantageous useful helpful good profitable convenient lucrative attractive "
    "welcome valuable positive ideal perfect"
)
HARM_ADJECTIVES = _words(
    "harmful dangerous costly disastrous bad unfavorable unfavourable detrimental catastrophic painful risky "
    "unacceptable intolerable fatal damaging worrying worrisome threatening"
)
GAIN_NOUNS = _words(
    "gain win victory benefit boon advantage opportunity gift triumph success windfall boost dividend leverage prize reward "
    "victor winner beneficiary payoff relief"
)
HARM_NOUNS = _words(
    "disaster catastrophe blow setback threat danger risk loss harm damage defeat nightmare problem burden liability "
    "cost impact effect consequence pain humiliation embarrassment failure headache"
)
AFFECTED = _words("for to on against upon")

FEAR_VERBS = _words("fear dread worry dislike hate resent loathe mistrust distrust")
REFUSED_VERBS = _words(
    "accept mind afford tolerate allow let permit want abide stand countenance stomach relinquish abandon"
)
FEAR_NOUNS = _words(
    "fear worry anxiety concern distaste reluctance wariness aversion resentment apprehension dread paranoia suspicion unease alarm"
)
FEAR_ADJECTIVES = _words(
    "afraid fearful wary worried concerned nervous reluctant loath unwilling alarmed uncomfortable uneasy apprehensive suspicious"
)

CAUSE_VERBS = _words(
    "drive motivate prompt spur inspire propel explain stem arise derive spring flow induce underlie push"
)
CAUSE_PASSIVE = _words("drive motivate prompt spur inspire propel explain guide animate fuel")
CAUSE_MARKS = _words("because since as")
REASON_NOUNS = _words("reason motive motivation cause explanation rationale why logic driver")
CAUSE_NOUNS = _words("response reaction retaliation revenge")
NEED_VERBS = _words("need require depend rely lack")
FORCE_VERBS = _words("force compel oblige push drive prompt lead constrain")
NEED_NOUNS = _words("need necessity dependence dependency reliance shortage imperative requirement demand")

PRIORITY_ADJECTIVES = _words(
    "important urgent vital crucial critical essential key central paramount pressing significant"
)
PRIORITY_NOUNS = _words("priority importance concern preoccupation focus urgency significance imperative")
INSTRUMENT_NOUNS = _words(
    "tool lever card pawn chip leverage instrument weapon trump asset buffer counterweight pretext excuse distraction shield proxy vehicle stepping-stone bridgehead foothold"
)

AGENT_NOUNS = _words(
    "authority government official leader leadership side president minister ministry military force hacker diplomat "
    "spokesman spokeswoman spokesperson state regime army intelligence service delegation elite administration strategist "
    "policymaker ambassador envoy general commander party parliament lawmaker negotiator representative agent operative "
    "spy planner decision-maker ruler establishment federation foreign-minister premier chief head team media navy "
    "troop power country nation cabinet propagandist company firm giant agency defense defence security"
)
COUNTRY_NOUNS = _words("country nation state government regime capital power")
HEDGES = _words(
    "may might could likely seemingly apparently reportedly possibly perhaps probably potentially presumably allegedly "
    "supposedly purportedly ostensibly maybe unlikely conceivably arguably evidently plausibly"
)
HEDGE_VERBS = _words(
    "seem appear believe think suspect suggest speculate rumor rumour allege say expect assume understand consider report perceive"
)
HEDGE_NOUNS = _words(
    "speculation possibility suspicion rumor rumour likelihood chance guess belief hypothesis assumption"
)
NEGATORS = _words(
    "no not n't never neither nor none nothing hardly scarcely barely few little limited without nobody unlikely"
)
NEGATIVE_ADJECTIVES = _words("unwilling reluctant loath disinclined uninterested unable unprepared unlikely")
MINIMISERS = _words(
    "mild milder minor small smaller secondary marginal modest slight negligible limited less lesser least little"
)
