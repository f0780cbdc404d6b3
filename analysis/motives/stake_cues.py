"""Closed classes of the words of gain, loss, fear, cause, need and priority; lemmas in small letters."""

from .cues import by_preposition, words

GAIN_VERBS = words("benefit profit gain prosper thrive")
GET_VERBS = words("gain win get reap secure obtain derive enjoy draw acquire earn")
GIVE_VERBS = words("give guarantee ensure hand grant provide offer bring earn win buy afford deliver")
SERVE_VERBS = words(
    "benefit help serve favor favour suit aid strengthen boost advantage reward embolden please empower enrich"
)
ALWAYS_SERVE = words("benefit serve favor favour suit advantage")
LOSE_VERBS = words("lose suffer forfeit sacrifice")
HARM_VERBS = words(
    "hurt harm damage weaken threaten undermine affect cost endanger jeopardize jeopardise imperil cripple ruin "
    "devastate destabilize destabilise alienate discredit deprive rob strip expose bankrupt isolate embarrass "
    "humiliate"
)
ESCAPE_VERBS = words("extricate disentangle extract")
WELCOME_VERBS = words("welcome applaud relish cheer savor savour")
GAIN_ADJECTIVES = words(
    "favorable favourable beneficial advantageous useful helpful good profitable convenient lucrative attractive "
    "welcome valuable positive ideal perfect desirable"
)
HARM_ADJECTIVES = words(
    "harmful dangerous costly disastrous bad unfavorable unfavourable detrimental catastrophic painful risky "
    "unacceptable intolerable fatal damaging worrying worrisome threatening mild unwelcome humiliating "
    "embarrassing"
)
GAIN_NOUNS = words(
    "gain win victory benefit boon advantage opportunity gift triumph success windfall boost dividend leverage "
    "prize reward victor winner beneficiary payoff relief coup bonanza godsend"
)
WINNERS = words("victor winner beneficiary loser")
HARM_NOUNS = words(
    "disaster catastrophe blow setback threat danger risk loss harm damage defeat nightmare problem burden "
    "liability pain humiliation embarrassment failure headache loser challenge"
)
EFFECT_NOUNS = words("cost impact effect consequence price repercussion fallout")
VALUES = words("value merit benefit advantage worth usefulness")
FOLLIES = words("folly futility peril danger risk cost threat")
SEE_VERBS = words("see recognize recognise know understand realize realise perceive")
REGARD_VERBS = words("see view regard consider treat perceive deem")
AFFECTED = words("for to on against upon")
STANDINGS = words(
    "image position influence standing prestige reputation security economy status power credibility success "
    "leverage role clout authority popularity legitimacy"
)
GAINED = STANDINGS | words(
    "foothold access ground say seat upper-hand edge accomplice time room cover chance partner ally "
    "concession recognition"
)
RISES = words(
    "rise grow improve strengthen increase recover expand solidify boost enhance consolidate secure soar restore cement"
)
FALLS = words(
    "deteriorate fall decline suffer weaken shrink erode diminish collapse worsen wane damage undermine tarnish"
)
FEAR_VERBS = words("fear dread worry dislike hate resent loathe mistrust distrust abhor")
REFUSED_VERBS = words(
    "accept mind afford tolerate allow let permit abide stand countenance stomach relinquish abandon agree surrender"
)
FEAR_NOUNS = words(
    "fear worry anxiety concern distaste wariness aversion resentment apprehension dread paranoia suspicion "
    "unease alarm"
)
FEAR_ADJECTIVES = words(
    "afraid fearful wary worried concerned nervous alarmed uncomfortable uneasy apprehensive suspicious leery mindful"
)
FORMULA = words("deep deeply grave gravely serious seriously utmost strong strongly")
CAUSE_PASSIVE = words(
    "drive motivate prompt spur inspire propel explain guide animate fuel underpin shape dictate determine govern"
)
CAUSE_ACTIVE = words("drive motivate prompt spur inspire propel explain induce underlie")
ORIGIN_VERBS = by_preposition("stem:from arise:from derive:from spring:from flow:from root:in ground:in")
REASON_NOUNS = words("reason motive motivation cause explanation rationale logic driver")
RESPONSES = words("response reaction retaliation revenge")
FEELINGS = FEAR_NOUNS | words(
    "desire desperation necessity need loyalty solidarity self-interest ambition frustration anger"
)
STATES = words(
    "sanction isolate shun cut corner squeeze weaken press pressure encircle threaten humiliate ostracize "
    "ostracise exclude starve strap unable desperate short face lack need deprive hit hurt alarm embolden "
    "encourage frustrate anger bog"
)
STATIVE = words("be have lose fail suffer remain become face seem appear win")
FORCE_VERBS = words("force compel oblige constrain")
NEED_NOUNS = words("need necessity dependence dependency reliance imperative desperation")
NECESSARY = words("necessary essential imperative important vital crucial indispensable")
PRIORITY_ADJECTIVES = words(
    "important urgent vital crucial critical essential key central paramount pressing significant indispensable"
)
PRIORITY_NOUNS = words(
    "priority importance preoccupation focus urgency significance imperative matter question issue concern"
)
MATTERS = words("matter question issue")
ATTACH_VERBS = words("attach assign place put give")
INSTRUMENT_NOUNS = words(
    "tool lever card pawn chip leverage instrument weapon trump asset buffer counterweight pretext excuse "
    "distraction shield proxy vehicle stepping-stone bridgehead foothold counterbalance smokescreen bulwark "
    "springboard outpost lifeline"
)
