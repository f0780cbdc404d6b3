"""Closed classes of the words of desire, purpose and act, by family; lemmas in small letters."""


def words(text: str) -> frozenset[str]:
    """Read a class written as words with blanks between."""
    return frozenset(text.split())


def by_preposition(text: str) -> dict[str, frozenset[str]]:
    """Read "aim:at,for push:for" as the words with the prepositions that each takes."""
    return {word: frozenset(after.split(",")) for word, after in (entry.split(":") for entry in text.split())}


MENDED = {
    "hopes": "hope", "hoped": "hope", "hoping": "hope", "aims": "aim", "aimed": "aim", "vying": "vie",
    "favours": "favour", "favors": "favor", "keener": "keen", "costs": "cost", "cost": "cost", "bent": "bent",
}  # fmt: skip
WANT = words(
    "want seek try aim hope attempt intend wish desire strive endeavor endeavour crave covet yearn aspire pursue vie "
    "eye prefer favor favour plot scheme hanker demand bet gamble wager contrive itch"
)
WANT_INFINITIVE = words(
    "look work push press bid long strain labor labour compete scramble wait prefer conspire set rush race maneuver "
    "manoeuvre collude itch ache burn die clamor clamour toil"
)
WANT_PREPOSITION = by_preposition(
    "push:for press:for fight:for vie:for angle:for lobby:for long:for yearn:for look:for search:for hunt:for "
    "strive:for,toward,towards work:toward,towards aspire:to,toward,towards steer:toward,towards bid:for "
    "compete:for settle:for insist:on hunger:for clamor:for clamour:for "
    "aim:at,for hope:for wish:for thirst:for gun:for bent:on bank:on count:on dream:of,about "
    "fantasize:about fantasise:about hanker:after,for lust:after,for pine:for ache:for opt:for reach:for jockey:for "
    "agitate:for campaign:for strain:for plump:for grasp:for,at gamble:on bet:on play:for itch:for"
)
ADVOCATE_VERBS = words("advocate champion espouse uphold")
ADVOCATE_PREPOSITION = by_preposition("stand:for advocate:for plead:for call:for")
INSIST_VERBS = words("insist demand ask urge request propose recommend stipulate require")
IDIOMS = by_preposition(
    "buy:time gain:time play:time save:face keep:face,option hedge:bet drive:wedge sow:discord,chaos,confusion,doubt "
    "send:message,signal,warning make:point settle:score curry:favor,favour test:resolve,water flex:muscle "
    "divert:attention deflect:attention,blame,criticism bide:time muddy:water turn:table level:field shift:blame "
    "stir:trouble,unrest call:bluff stake:prestige,reputation,credibility,future pin:hope set:heart"
)
WOULD_LIKE = words("like love rather prefer")
SEIZE_VERBS = words("see spot seize grab exploit use take sense smell find get await welcome")
CHANCES = words("opportunity chance opening")
EAGER = words(
    "keen eager willing determined interested intent bent inclined desperate hungry anxious hopeful motivated "
    "committed tempted obsessed enthusiastic happy glad pleased content unwilling reluctant loath disinclined "
    "uninterested resolved impatient dedicated devoted raring greedy fixated hellbent hell-bent averse ambitious "
    "wedded preoccupied"
)
READY = words("ready prepared disposed minded")
TOLERATE = words("overlook ignore risk tolerate forgive sacrifice pay bear endure")
GOAL_NOUNS = words(
    "desire wish aim goal objective ambition aspiration intention intent eagerness hope effort attempt bid quest "
    "drive push determination inclination endeavor endeavour appetite dream design agenda motive motivation purpose "
    "vision hunger thirst craving search pursuit rationale priority unwillingness reluctance yearning longing "
    "insistence demand refusal obsession fight struggle battle race scramble crusade resolve temptation preference "
    "zeal impulse urge"
)
EFFORT_NOUNS = words(
    "effort attempt bid quest drive push endeavor endeavour fight struggle battle race scramble crusade"
)
NOT_NAMED = words(
    "refusal unwillingness reluctance insistence demand determination resolve zeal obsession drive search"
)
NAMED_GOALS = (GOAL_NOUNS - EFFORT_NOUNS - NOT_NAMED) | words(
    "interest strategy mission concern plan calculation task idea point logic thinking end outcome expectation "
    "policy approach tactic gambit wager bet game mandate ideal"
)
DESIRED = words("preferred desired favored favoured wanted")
FOR_CONTENT = words(
    "desire hope quest search push drive bid hunger thirst craving wish appetite demand need yearning longing "
    "preference pursuit reason zeal"
)
GOAL_COPULAS = words("be remain include become lie")
GOAL_VERBS = by_preposition(
    "center:on,around centre:on,around revolve:around rest:on consist:in,of focus:on lie:in boil:to come:to "
    "amount:to hinge:on turn:on"
)
INTEREST_NOUNS = words("interest incentive stake inducement temptation reason")
PLAN_NOUNS = words(
    "measure plan proposal step initiative roadmap strategy tactic ploy move maneuver manoeuvre gambit operation "
    "campaign scheme policy deal offer agreement pact project programme program diplomacy way means mission"
)
ACT_NOUNS = PLAN_NOUNS | words(
    "action act attack hack hacking intervention interference effort support assistance strike raid offensive visit "
    "appearance activity theft disclosure leak involvement deployment exercise drill stance position behavior "
    "behaviour aid alliance cooperation partnership outreach rhetoric statement threat war invasion bombing "
    "airstrike pressure propaganda disinformation presence engagement meeting summit announcement decision gesture "
    "overture test sale veto abstention meddling trip withdrawal pullout annexation aggression buildup build-up "
    "blockade embargo cut delivery shipment loan investment trade summitry charm concession promise refusal "
    "opposition reluctance courtship approach tour talk negotiation message attempt bid push interest desire fear "
    "need turn shift pivot show seizure poisoning closure opening purchase acquisition order request call appeal "
    "demand proposal vote ban boycott tariff sanction expulsion arrest detention release mobilization mobilisation "
    "recruitment training transfer supply export import stockpiling sabotage incursion advance assault occupation "
    "takeover landing patrol flight launch probe provocation crackdown purge reform cancellation suspension "
    "recognition endorsement silence inaction absence return arrival appointment nomination recall retreat "
    "escalation de-escalation mediation facilitation lobbying trolling espionage surveillance smear disruption "
    "manipulation posture posturing brinkmanship sabre-rattling saber-rattling bluster intimidation coercion wooing "
    "embrace tilt entry foray expansion encroachment construction hosting invitation reception role game thinking "
    "conduct tactics arming backing funding financing bankrolling sponsorship lending mining"
)
TOLD_ACTS = words(
    "statement message talk negotiation meeting announcement question request call appeal summit report review probe "
    "rhetoric bluster proposal"
)
HOLDABLE = ACT_NOUNS | GOAL_NOUNS | INTEREST_NOUNS | NAMED_GOALS
PURPOSE_PARTICIPLES = by_preposition(
    "aim:at,to design:to,for intend:to,for mean:to calculate:to calibrate:to direct:at gear:to,toward,towards,at "
    "orient:to,toward,towards target:at tailor:to time:to craft:to engineer:to"
)
PURPOSE_NOUNS = words(
    "order aim purpose goal hope intention intent view effort attempt bid sake objective expectation eye desire push "
    "pursuit search quest plan ploy endeavor endeavour wish"
)
PURPOSE_BEFORE = words("in with for on of out")
EXCHANGE_NOUNS = words("exchange return")
SHOW_NOUNS = words(
    "show demonstration display sign signal warning message counterweight counterbalance hedge reminder gesture"
)
MEANS_NOUNS = words(
    "way means effort attempt bid tactic ploy step move chance opportunity method gambit vehicle instrument device "
    "maneuver manoeuvre route path opening stepping-stone gateway key"
)
PROXIMATE = words(
    "discuss talk meet attend speak say tell visit announce participate hear watch listen sign mark brief consult "
    "report join see begin start continue ask answer comment note add become find take attack strike hit arrive "
    "learn include total reach let reassure inform notify congratulate thank explain express convey confirm "
    "conduct run perform execute undertake carry reiterate reaffirm stress commemorate celebrate greet honor "
    "honour accept receive accuse criticize criticise "
    "praise blame argue deny claim clarify tweet write sing pray"
)
USE_VERBS = words(
    "use deploy employ exploit leverage wield harness spend send dispatch organize organise launch conduct hold "
    "mount seize take make play stage arm build station provide supply give offer sell buy support back join open "
    "mobilize mobilise cultivate create fund finance establish form recruit train enlist hire plant pay assemble "
    "amass gather mass bring spread publish leak release issue rotate park base move transfer ship fly dangle "
    "manipulate weaponize weaponise abuse invoke"
)
NOT_PURPOSED = words(
    "begin start continue agree promise refuse fail seem appear need have be like love hate decide expect vow pledge "
    "threaten tend happen manage learn claim pretend deserve choose cease prove remain oppose reject resist protest "
    "condemn come get allow enable permit ask urge tell order invite advise warn teach encourage force compel oblige "
    "require make let cause lead believe consider say report think know understand suppose commit go accuse decline "
    "struggle stand fall dare hesitate afford mean plan prepare help suffice wait bother live survive return grow "
    "rise arrest charge sentence convict detain accelerate plunge soar fear call able ready likely set poised"
)
TOWARDS_OTHERS = words(
    "support back welcome oppose reject block foil thwart criticize criticise condemn denounce counter resist "
    "dismiss see view watch discuss understand know describe praise mock prevent stop undermine frustrate hinder "
    "hamper question doubt monitor study examine reveal expose uncover detect suspect recognize recognise "
    "acknowledge endorse applaud deny repel defeat fear investigate face meet hit derail complicate sabotage veto "
    "ban spoil scuttle torpedo encourage urge call decry slam blast rebuff spurn counteract parry contain rebut"
)
DOCUMENTS = words(
    "resolution bill law legislation motion amendment treaty accord deal draft decree petition ruling call request "
    "permission authorization authorisation decision right"
)
LABELLING = words(
    "call label brand term describe characterize characterise portray depict dismiss denounce condemn decry see view "
    "interpret read regard perceive criticize criticise paint dub consider slam present"
)
FORESEEING = words(
    "threaten risk stand likely bound set have much little more nothing poised afford lot something everything willing "
    "ready prepared"
)
OBJECT_CONTROL = words(
    "antagonize antagonise provoke goad accuse advise allow ask beg cause charge coax command compel convince dare "
    "direct drive enable encourage expect forbid force get impel incite induce instruct invite lead let motivate "
    "oblige order permit persuade press pressure prod prompt push request require spur suspect teach tell tempt "
    "train urge warn blame criticize criticise condemn convict help"
)
PREVENTING = words("prevent stop keep bar deter dissuade discourage block ban restrain prohibit hinder")
WISHED_BY_OTHERS = words(
    "want expect ask urge allow force make let help like prefer wish need enable permit get cause tell order require "
    "push press encourage persuade convince call"
)
AGENT_NOUNS = words(
    "authority government official leader leadership side president minister ministry military force hacker diplomat "
    "spokesman spokeswoman spokesperson state regime army intelligence service delegation elite administration "
    "strategist policymaker ambassador envoy general commander party parliament lawmaker negotiator representative "
    "agent operative spy planner decision-maker ruler establishment federation premier chief head team media navy "
    "troop power country nation cabinet propagandist company firm giant agency defense defence security oligarch "
    "mercenary contractor bomber warplane jet fleet troll broadcaster network group bloc union commission unit "
    "personnel soldier submarine ship vessel aircraft plane fighter brigade operator proxy actor militia lobbyist "
    "lobby aide adviser advisor corporation"
)
NOT_OF_IT = words(
    "opposition dissident exiled independent ordinary liberal former ex anti-war anti-kremlin banned jailed "
    "imprisoned late"
)
COUNTRY_NOUNS = words("country nation")
