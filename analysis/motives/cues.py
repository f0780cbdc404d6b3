"""Closed classes of the words that ascribe a motive, by family; lemmas in small letters unless said otherwise."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _by_preposition(text: str) -> dict[str, frozenset[str]]:
    """Read "aim:at,for push:for" as the words with the prepositions that each takes."""
    return {word: frozenset(after.split(",")) for word, after in (entry.split(":") for entry in text.split())}


MENDED = {
    "hopes": "hope", "hoped": "hope", "hoping": "hope", "aims": "aim", "aimed": "aim", "vying": "vie",
    "favours": "favour", "favors": "favor", "keener": "keen", "costs": "cost", "cost": "cost",
}  # fmt: skip

WANT = _words(
    "want seek try aim hope attempt intend wish desire strive endeavor endeavour crave covet yearn aspire pursue vie eye "
    "prefer favor favour plot scheme hanker demand"
)
WANT_INFINITIVE = _words("look work push press bid long strain labor labour compete scramble wait prefer conspire set")
WANT_PREPOSITION = _by_preposition(
    "push:for press:for fight:for vie:for angle:for lobby:for long:for yearn:for look:for search:for hunt:for strive:for "
    "work:toward,towards bid:for compete:for settle:for insist:on hunger:for clamor:for clamour:for aim:at,for hope:for "
    "aspire:to wish:for thirst:for strive:for gun:for bent:on bank:on count:on"
)
WOULD_LIKE = _words("like love rather prefer")
EAGER = _words(
    "keen eager willing determined interested intent bent inclined desperate hungry anxious hopeful motivated committed "
    "tempted obsessed enthusiastic happy glad pleased content unwilling reluctant loath disinclined uninterested resolved impatient"
)
TOLERATE = _words("overlook ignore accept risk tolerate forgive sacrifice pay bear endure")
GOAL_NOUNS = _words(
    "desire wish aim goal objective ambition aspiration intention intent eagerness hope effort attempt bid quest drive "
    "push determination inclination endeavor endeavour appetite dream design agenda motive "
    "motivation purpose vision hunger thirst craving search pursuit rationale priority unwillingness reluctance"
)
EFFORT_NOUNS = _words("effort attempt bid quest drive push endeavor endeavour")
NAMED_GOALS = GOAL_NOUNS | _words("interest strategy mission concern plan preference calculation aim task")
GOAL_COPULAS = _words("be remain include become lie")
GOAL_VERBS = _by_preposition("center:on,around centre:on,around revolve:around rest:on consist:in,of focus:on lie:in")
INTEREST_NOUNS = _words("interest incentive stake inducement temptation")
PLAN_NOUNS = _words(
    "measure plan proposal step initiative roadmap strategy tactic ploy move maneuver manoeuvre gambit operation "
    "campaign scheme policy deal offer agreement pact project programme program diplomacy way means mission"
)
ACT_NOUNS = PLAN_NOUNS | _words(
    "action act attack hack hacking intervention interference effort support assistance strike raid offensive visit "
    "appearance activity theft disclosure leak involvement deployment exercise drill stance position behavior behaviour "
    "aid alliance cooperation partnership outreach rhetoric statement threat war invasion bombing airstrike pressure "
    "propaganda disinformation presence engagement meeting summit announcement decision gesture overture test sale veto "
    "abstention meddling trip withdrawal pullout annexation aggression buildup build-up blockade embargo cut delivery "
    "shipment loan investment trade summitry charm concession promise refusal opposition reluctance courtship approach "
    "tour talk negotiation message attempt bid push interest desire fear need turn shift pivot show seizure poisoning"
)
HOLDABLE = ACT_NOUNS | GOAL_NOUNS | INTEREST_NOUNS
PURPOSE_PARTICIPLES = _by_preposition(
    "aim:at,to design:to,for intend:to,for mean:to calculate:to calibrate:to direct:at gear:to,toward,towards,at "
    "orient:to,toward,towards target:at tailor:to time:to craft:to engineer:to"
)
PURPOSE_NOUNS = _words(
    "order aim purpose goal hope intention intent view effort attempt bid sake objective expectation eye desire push "
    "pursuit search quest plan ploy"
)
PURPOSE_BEFORE = _words("in with for on of out")
EXCHANGE_NOUNS = _words("exchange return")
SHOW_NOUNS = _words(
    "show demonstration display sign signal warning message counterweight counterbalance hedge reminder gesture"
)
MEANS_NOUNS = _words("way means effort attempt bid tactic ploy step move chance opportunity")
PROXIMATE = _words(
    "discuss talk meet attend speak say tell visit announce participate hear watch listen sign mark brief consult report "
    "join see begin start continue ask answer comment note add become find take attack strike hit arrive learn include "
    "total reach let"
)
USE_VERBS = _words(
    "use deploy employ exploit leverage wield harness spend send dispatch organize organise launch conduct hold mount "
    "seize take make play stage arm build station provide supply give offer sell buy support back join open mobilize "
    "mobilise cultivate create fund finance establish employ form"
)
NOT_PURPOSED = _words(
    "begin start continue agree promise refuse fail seem appear need have be like love hate decide expect vow pledge "
    "threaten tend happen manage learn claim pretend deserve choose cease prove remain oppose reject resist protest "
    "condemn come get allow enable permit ask urge tell order invite advise warn teach encourage force compel oblige "
    "require make let cause lead believe consider say report think know understand suppose commit go accuse decline "
    "struggle stand fall dare hesitate afford mean plan prepare help suffice wait bother live survive return grow rise "
    "arrest charge sentence convict detain accelerate plunge soar fear call able ready likely able set poised"
)
TOWARDS_OTHERS = _words(
    "support back welcome oppose reject block foil thwart criticize criticise condemn denounce counter resist dismiss see "
    "view watch discuss understand know describe praise mock prevent stop undermine frustrate hinder hamper question "
    "doubt monitor study examine reveal expose uncover detect suspect recognize recognise acknowledge endorse applaud "
    "deny repel defeat fear investigate face meet hit derail complicate sabotage veto ban "
    "spoil scuttle torpedo encourage urge"
)
FORESEEING = _words("threaten risk stand likely bound set have much little more nothing poised expect afford seem appear")
OBJECT_CONTROL = _words(
    "accuse advise allow ask beg cause charge coax command compel convince dare direct drive enable encourage expect "
    "forbid force get impel incite induce instruct invite lead let motivate oblige order permit persuade press pressure "
    "prod prompt push request require spur suspect teach tell tempt train urge warn blame criticize criticise condemn "
    "convict help"
)
PREVENTING = _words("prevent stop keep bar deter dissuade discourage block ban restrain prohibit hinder")
WISHED_BY_OTHERS = _words(
    "want expect ask urge allow force make let help like prefer wish need enable permit get cause tell order require push "
    "press encourage persuade convince call"
)

GAIN_VERBS = _words("benefit profit gain prosper thrive")
GET_VERBS = _words("gain win get reap secure obtain derive enjoy draw acquire earn")
GIVE_VERBS = _words("give guarantee ensure hand grant provide offer bring earn win buy afford deliver")
SERVE_VERBS = _words(
    "benefit help serve favor favour suit aid strengthen boost advantage reward embolden please empower enrich"
)
ALWAYS_SERVE = _words("benefit serve favor favour suit advantage")
LOSE_VERBS = _words("lose suffer forfeit sacrifice")
HARM_VERBS = _words(
    "hurt harm damage weaken threaten undermine affect cost endanger jeopardize jeopardise imperil cripple ruin "
    "devastate destabilize destabilise alienate discredit deprive rob strip expose bankrupt isolate embarrass humiliate"
)
ESCAPE_VERBS = _words("extricate disentangle extract")
WELCOME_VERBS = _words("welcome applaud relish cheer savor savour")
GAIN_ADJECTIVES = _words(
    "favorable favourable beneficial advantageous useful helpful good profitable convenient lucrative attractive "
    "welcome valuable positive ideal perfect desirable"
)
HARM_ADJECTIVES = _words(
    "harmful dangerous costly disastrous bad unfavorable unfavourable detrimental catastrophic painful risky "
    "unacceptable intolerable fatal damaging worrying worrisome threatening mild unwelcome humiliating embarrassing"
)
GAIN_NOUNS = _words(
    "gain win victory benefit boon advantage opportunity gift triumph success windfall boost dividend leverage prize "
    "reward victor winner beneficiary payoff relief coup bonanza godsend"
)
WINNERS = _words("victor winner beneficiary loser")
HARM_NOUNS = _words(
    "disaster catastrophe blow setback threat danger risk loss harm damage defeat nightmare problem burden liability "
    "pain humiliation embarrassment failure headache loser challenge"
)
EFFECT_NOUNS = _words("cost impact effect consequence price repercussion fallout")
VALUES = _words("value merit benefit advantage worth usefulness")
FOLLIES = _words("folly futility peril danger risk cost threat")
SEE_VERBS = _words("see recognize recognise know understand realize realise perceive")
REGARD_VERBS = _words("see view regard consider treat perceive deem")
AFFECTED = _words("for to on against upon")
STANDINGS = _words(
    "image position influence standing prestige reputation security economy status power credibility success leverage "
    "role clout authority popularity legitimacy"
)
GAINED = STANDINGS | _words("foothold access ground say seat upper-hand edge accomplice partner ally concession recognition")
RISES = _words(
    "rise grow improve strengthen increase recover expand solidify boost enhance consolidate secure soar restore cement"
)
FALLS = _words("deteriorate fall decline suffer weaken shrink erode diminish collapse worsen wane damage undermine tarnish")

FEAR_VERBS = _words("fear dread worry dislike hate resent loathe mistrust distrust abhor")
REFUSED_VERBS = _words(
    "accept mind afford tolerate allow let permit abide stand countenance stomach relinquish abandon agree surrender"
)
FEAR_NOUNS = _words(
    "fear worry anxiety concern distaste wariness aversion resentment apprehension dread paranoia suspicion unease alarm"
)
FEAR_ADJECTIVES = _words(
    "afraid fearful wary worried concerned nervous alarmed uncomfortable uneasy apprehensive suspicious leery mindful"
)
FORMULA = _words("deep deeply grave gravely serious seriously utmost strong strongly")

CAUSE_PASSIVE = _words("drive motivate prompt spur inspire propel explain guide animate fuel underpin shape dictate determine govern")
CAUSE_ACTIVE = _words("drive motivate prompt spur inspire propel explain induce underlie")
ORIGIN_VERBS = _by_preposition("stem:from arise:from derive:from spring:from flow:from root:in ground:in")
REASON_NOUNS = _words("reason motive motivation cause explanation rationale logic driver")
RESPONSES = _words("response reaction retaliation revenge")
FEELINGS = FEAR_NOUNS | _words("desire desperation necessity need loyalty solidarity self-interest ambition frustration anger")
STATES = _words(
    "sanction isolate shun cut corner squeeze weaken press pressure encircle threaten humiliate ostracize ostracise "
    "exclude starve strap unable desperate short face lack need deprive hit hurt alarm embolden encourage frustrate "
    "anger bog"
)
STATIVE = _words("be have lose fail suffer remain become face seem appear win")
FORCE_VERBS = _words("force compel oblige constrain")
NEED_NOUNS = _words("need necessity dependence dependency reliance imperative desperation")
NECESSARY = _words("necessary essential imperative important vital crucial indispensable")

PRIORITY_ADJECTIVES = _words(
    "important urgent vital crucial critical essential key central paramount pressing significant indispensable"
)
PRIORITY_NOUNS = _words("priority importance preoccupation focus urgency significance imperative matter question issue concern")
MATTERS = _words("matter question issue")
ATTACH_VERBS = _words("attach assign place put give")
INSTRUMENT_NOUNS = _words(
    "tool lever card pawn chip leverage instrument weapon trump asset buffer counterweight pretext excuse distraction "
    "shield proxy vehicle stepping-stone bridgehead foothold counterbalance smokescreen bulwark springboard outpost lifeline"
)

AGENT_NOUNS = _words(
    "authority government official leader leadership side president minister ministry military force hacker diplomat "
    "spokesman spokeswoman spokesperson state regime army intelligence service delegation elite administration strategist "
    "policymaker ambassador envoy general commander party parliament lawmaker negotiator representative agent operative "
    "spy planner decision-maker ruler establishment federation premier chief head team media navy troop power country "
    "nation cabinet propagandist company firm giant agency defense defence security oligarch mercenary contractor "
    "bomber warplane jet fleet troll broadcaster network group bloc union commission"
)
NOT_OF_IT = _words(
    "opposition dissident exiled independent ordinary liberal former ex anti-war anti-kremlin banned jailed imprisoned late"
)
COUNTRY_NOUNS = _words("country nation")
HEDGES = _words(
    "may might could likely seemingly apparently reportedly possibly perhaps probably potentially presumably allegedly "
    "supposedly purportedly ostensibly maybe unlikely conceivably arguably evidently plausibly apparent possible"
)
HEDGE_VERBS = _words(
    "seem appear believe think suspect suggest speculate rumor rumour allege say expect assume understand consider report "
    "perceive"
)
HEDGE_NOUNS = _words(
    "speculation possibility suspicion rumor rumour likelihood chance guess belief hypothesis assumption"
)
NEGATORS = _words(
    "no not n't never neither nor none nothing hardly scarcely barely few little limited without nobody unlikely"
)
NEGATIVE_ADVERBS = _words("never hardly scarcely barely neither no-longer")
NEGATIVE_SUBJECTS = _words("nobody nothing none neither few")
NEGATIVE_CUES = _words(
    "unwilling reluctant loath disinclined uninterested unable unprepared unlikely unwillingness reluctance"
)
MINIMISERS = _words("mild milder minor small smaller secondary marginal modest slight negligible lesser")
COMPARED = _words("less least")
