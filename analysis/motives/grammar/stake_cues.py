"""Closed classes of the words of gain, loss, fear, cause, need and priority; lemmas in small letters."""

from .cues import by_preposition, words

GAIN_VERBS = words("benefit profit gain prosper thrive")
AMOUNTS = words("little much nothing lot more something everything most")
GET_VERBS = words("gain win get reap secure obtain derive enjoy draw acquire earn receive")
GIVE_VERBS = words("give guarantee ensure hand grant provide offer bring earn win buy afford deliver spare save")
SERVE_VERBS = words(
    "benefit help serve favor favour suit aid strengthen boost advantage reward embolden please empower enrich "
    "enhance cement burnish bolster raise elevate restore extend expand consolidate solidify reinforce improve "
    "increase shore advance further broaden deepen entrench legitimize legitimise vindicate validate rehabilitate "
    "gratify delight"
)
ALWAYS_SERVE = words("benefit serve favor favour suit advantage")
ALLOW_VERBS = words("allow enable permit let free empower position entitle equip")
NEWS_WORTH = words("good bad welcome great terrible excellent positive unwelcome")
LOSE_VERBS = words("lose suffer forfeit sacrifice")
HARM_VERBS = words(
    "hurt harm damage weaken threaten undermine affect cost endanger jeopardize jeopardise imperil cripple ruin "
    "devastate destabilize destabilise alienate discredit deprive rob strip expose bankrupt isolate embarrass "
    "humiliate tarnish taint dent diminish erode dim stain sully besmirch blemish bruise reduce lessen curtail limit "
    "restrict constrain shrink compromise shake disadvantage marginalize marginalise sideline encircle contain drain "
    "exhaust strain overstretch overextend burden entangle ensnare embroil bleed cut wreck destroy upset spoil "
    "complicate hamper frustrate punish antagonize antagonise provoke squeeze choke strangle"
)
ESCAPE_VERBS = words("extricate disentangle extract")
WELCOME_VERBS = words("welcome applaud relish cheer savor savour")
GAIN_ADJECTIVES = words(
    "favorable favourable beneficial advantageous useful helpful good profitable convenient lucrative attractive "
    "welcome valuable positive ideal perfect desirable invaluable worthwhile expedient opportune fortunate handy "
    "instrumental preferable"
)
HARM_ADJECTIVES = words(
    "harmful dangerous costly disastrous bad unfavorable unfavourable detrimental catastrophic painful risky "
    "unacceptable intolerable fatal damaging worrying worrisome threatening mild unwelcome humiliating embarrassing "
    "troubling alarming unsettling ruinous devastating destabilizing destabilising disadvantageous inconvenient "
    "awkward undesirable calamitous unthinkable inconceivable"
)
GAIN_NOUNS = words(
    "gain win victory benefit boon advantage opportunity gift triumph success windfall boost dividend leverage prize "
    "reward victor winner beneficiary payoff relief coup bonanza godsend upside bargain blessing incentive "
    "vindication"
)
WINNERS = words("victor winner beneficiary loser")
HARM_NOUNS = words(
    "disaster catastrophe blow setback threat danger risk loss harm damage defeat nightmare problem burden liability "
    "pain humiliation embarrassment failure headache loser challenge downside drawback hazard injury insult affront "
    "provocation disadvantage detriment calamity fiasco debacle irritant thorn"
)
GOOD_ENDS = words("benefit advantage favor favour gain profit liking")
BAD_ENDS = words("detriment cost disadvantage harm loss peril expense disfavor disfavour")
RISK_VERBS = words("risk")
ATTENTION_NOUNS = words("mind agenda list radar")
LOSSES = words(
    "loss end collapse demise elimination erosion defeat destruction downfall fall decline weakening isolation "
    "humiliation failure encirclement"
)
MEANING_VERBS = words("mean spell bring signify entail amount constitute represent be threaten cause risk")
EFFECT_NOUNS = words("cost impact effect consequence price repercussion fallout")
VALUES = words("value merit benefit advantage worth usefulness")
FOLLIES = words("folly futility peril danger risk cost threat")
SEE_VERBS = words("see recognize recognise know understand realize realise perceive")
REGARD_VERBS = words("see view regard consider treat perceive deem find judge reckon count conceive")
CALCULATE_VERBS = words("calculate reckon gamble wager")
SEEN_AS_OWN = words("alternative guarantor guarantee client ally partner protector birthright backyard territory part")
SEEN_AS_FOE = words(
    "foe enemy adversary rival attempt effort bid campaign scheme conspiracy plot ploy encroachment "
    "aggression intrusion interference violation"
)
AFFECTED = words("for to on against upon")
STANDINGS = words(
    "image position influence standing prestige reputation security economy status power credibility success "
    "leverage role clout authority popularity legitimacy brand credential relevance hold grip dominance stature "
    "reach foothold presence profile respectability advantage deterrent supply access future flank survival"
)
GAINED = STANDINGS | words(
    "foothold access ground say seat upper-hand edge accomplice time room cover chance partner ally concession "
    "recognition control voice outlet corridor launchpad springboard bargaining-chip goodwill market way means "
    "excuse pretext reason incentive motive hand base dominance sway platform deniability channel"
)
RISES = words(
    "rise grow improve strengthen increase recover expand solidify boost enhance consolidate secure soar restore cement"
)
FALLS = words(
    "deteriorate fall decline suffer weaken shrink erode diminish collapse worsen wane damage undermine tarnish"
)
FEAR_VERBS = words(
    "fear dread worry dislike hate resent loathe mistrust distrust abhor fret despise detest bemoan bristle chafe"
)
FRIGHTEN_VERBS = words(
    "worry alarm frighten scare concern unsettle unnerve irk anger infuriate annoy irritate enrage rankle rattle "
    "spook trouble bother perturb disturb haunt terrify frustrate incense displease upset gall dismay"
)
FEEL_OBJECTS = words("pressure threat vulnerability insecurity sense need urge squeeze danger")
FEEL_STATES = words(
    "leave threaten encircle surround corner isolate humiliate betray slight ignore exclude squeeze pressure besiege "
    "sideline marginalize marginalise snub provoke compel oblige entitle vulnerable insecure unsafe uneasy obliged"
)
STOKE_VERBS = words(
    "feed fuel strengthen heighten stoke deepen raise exacerbate reinforce sharpen aggravate revive awaken arouse "
    "intensify increase inflame stir amplify compound confirm add play trigger prompt evoke provoke allay ease "
    "assuage calm soothe address"
)
REFUSED_VERBS = words(
    "accept mind afford tolerate allow let permit abide stand countenance stomach relinquish abandon agree surrender "
    "brook condone forgive cede yield forsake forgo renounce sacrifice risk jeopardize jeopardise endanger swallow "
    "acquiesce desert forfeit concede"
)
SIMPLY_REFUSED = words("accept tolerate countenance condone brook abide")
GIVING_UP = words("give back bow drop cede yield part let compromise budge walk stand")
FEAR_NOUNS = words(
    "fear worry anxiety concern distaste wariness aversion resentment apprehension dread paranoia suspicion unease "
    "alarm insecurity vulnerability nervousness mistrust distrust hostility phobia misgiving grievance disquiet "
    "trepidation displeasure"
)
SENSED = words(
    "vulnerability insecurity threat encirclement isolation danger humiliation grievance injustice betrayal siege "
    "weakness exclusion victimhood"
)
FEAR_ADJECTIVES = words(
    "afraid fearful wary worried concerned nervous alarmed uncomfortable uneasy apprehensive suspicious leery "
    "mindful unhappy angry annoyed irritated frustrated displeased dissatisfied upset unsettled unnerved perturbed "
    "disturbed troubled frightened scared terrified spooked rattled jittery resentful distrustful mistrustful "
    "incensed furious infuriated chary weary paranoid preoccupied"
)
FORMULA = words("deep deeply grave gravely serious seriously utmost strong strongly")
CAUSE_PASSIVE = words(
    "drive motivate prompt spur inspire propel explain guide animate fuel underpin shape dictate determine govern "
    "inform actuate impel consume haunt preoccupy embolden encourage attract lure tempt"
)
CAUSE_ACTIVE = words("drive motivate prompt spur inspire propel explain induce underlie underpin animate guide impel")
ORIGIN_VERBS = by_preposition("stem:from arise:from derive:from spring:from flow:from root:in ground:in originate:in")
GROUND_VERBS = by_preposition("base:on,upon predicate:on found:on,upon premise:on rest:on,upon build:on")
CONVICTIONS = words(
    "conviction belief fear assumption idea calculation desire interest view hope premise perception notion concern "
    "expectation need principle wish understanding"
)
REASON_NOUNS = words(
    "reason motive motivation cause explanation rationale logic driver factor motivator impetus impulse"
)
FACTORS = words("factor driver motivator impetus impulse")
MINDED = words(
    "anticipate expect believe convince calculate reckon assume persuade confident certain sure wager bet gamble "
    "foresee suspect"
)
THINKING = words(
    "thinking calculus calculation decision policy strategy approach mind motive motivation behavior behaviour "
    "action conduct stance position support interest campaign move"
)
CORES = words("heart core root center centre bottom forefront base basis crux")
RESPONSES = words("response reaction retaliation revenge")
BELIEVE_VERBS = words(
    "believe think assess conclude feel know reckon judge calculate decide realize realise understand recognize "
    "recognise sense insist"
)
RELIEVE_VERBS = words("alleviate ease relieve mitigate lessen lighten offset remedy overcome soften reduce plug fill")
LACKS = words(
    "shortage lack scarcity shortfall deficit pressure burden isolation strain dearth need pain bottleneck gap "
    "vulnerability dependence predicament plight squeeze"
)
FEELINGS = FEAR_NOUNS | words(
    "desire desperation necessity need loyalty solidarity self-interest ambition frustration anger"
)
STATES = words(
    "sanction isolate shun cut corner squeeze weaken press pressure encircle threaten humiliate ostracize ostracise "
    "exclude starve strap unable desperate short face lack need deprive hit hurt alarm embolden encourage frustrate "
    "anger bog irk stung rattle spook incense infuriate"
)
STATIVE = words(
    "be have lose fail suffer remain become face seem appear win fall rise grow shrink drop decline collapse die"
)
FORCE_VERBS = words("force compel oblige constrain")
NEED_NOUNS = words("need necessity dependence dependency reliance imperative desperation")
NEED_ADJECTIVES = words("dependent reliant")
NECESSARY = words("necessary essential imperative important vital crucial indispensable")
PRIORITY_ADJECTIVES = words(
    "important urgent vital crucial critical essential key central paramount pressing significant indispensable "
    "existential sacrosanct non-negotiable strategic sacred imperative irreplaceable decisive"
)
PRIORITY_NOUNS = words(
    "priority importance preoccupation focus urgency significance imperative matter question issue concern necessity "
    "linchpin cornerstone red-line lifeblood obsession must"
)
MATTERS = words("matter question issue")
ATTACH_VERBS = words("attach assign place put give")
INSTRUMENT_NOUNS = words(
    "tool lever card pawn chip leverage instrument weapon trump asset buffer counterweight pretext excuse "
    "distraction shield proxy vehicle stepping-stone bridgehead foothold counterbalance smokescreen bulwark "
    "springboard outpost lifeline gateway bridge backyard sphere launchpad market source cushion deterrent conduit "
    "foil showcase bastion trophy prize counter hedge"
)
