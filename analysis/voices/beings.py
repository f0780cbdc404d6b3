"""Closed classes of nouns for who can speak: offices and titles, bodies, states, reports, collectives, outsiders."""

from .cues import words

MEASURES = words(
    """
    agreement calendar circumstance constitution convention custom formula interest law logic need plan principle
    procedure protocol provision rule schedule scenario script standard taste term timetable tradition treaty want wish
    """
)
REPORTS = words(
    """
    ad analysis dispatch editorial estimate exclusive interview investigation letter media memo minister ministry
    newspaper opinion paper police poll report review spokesman spokesperson spokeswoman state study survey watchdog
    """
)
OUTSIDERS = words(
    """
    academic activist ally analyst analysis author blogger campaigner citizen civilian columnist commentator critic
    dissident economist emigre enemy ex exile exiled expert foe former historian intellectual journalist media migrant
    neighbor neighbour newspaper observer opponent opposition partner people poet poll pollster professor protester
    public rebel refugee researcher resident rival scholar scientist survey tank victim villager voter watcher website
    writer
    """
)
OFFICES = words(
    """
    adviser advisor advocate ambassador analyst attorney author candidate captain chair chairman chairperson chairwoman
    chancellor chief co-author colonel commander commissioner congressman congresswoman coordinator deputy diplomat
    director economist editor envoy expert executive founder general governor head historian journalist judge king
    lawmaker lawyer leader manager marshal mayor minister monarch negotiator nominee officer official operative
    organizer owner patriarch pope premier president prince professor prosecutor queen representative republican
    researcher rep scholar scientist secretary sen senator sheriff source speaker spokesman spokesperson spokeswoman
    strategist surgeon teacher veteran writer
    """
)
TITLES = words(
    """
    assistant candidate capt cmdr col comrade conservative dame democrat democratic dr first foreign former gen gov hon
    interior late lord lt maj md miss mr mrs ms phd prime prof rep retired rev reverend saint sen sens reps sgt sheikh
    sir st under vice
    """
)
BODIES = words(
    """
    administration agency alliance assembly association bank bureau cabinet campaign center centre church coalition
    command commission committee company conference congress council court daily department embassy foundation fund
    government group herald house institute institution journal league magazine media ministry movement navy network
    news office organisation organization paper parliament party police post press senate service society state station
    tass times tribune union university
    """
)
STATES = words(
    """
    afghanistan africa america ankara argentina asia australia austria baghdad baku beijing belarus belgium berlin
    brazil britain brussels bulgaria cairo canada canberra china crimea cuba damascus delhi denmark doha egypt england
    estonia europe finland france gaza georgia germany greece hanoi hungary india indonesia iran iraq ireland islamabad
    israel italy japan jerusalem kabul kazakhstan kiev korea kremlin kuwait kyiv latvia lebanon libya lithuania london
    madrid malaysia mexico minsk moscow nato netherlands nigeria norway ottawa pakistan palestine paris pentagon
    philippines poland portugal prague pyongyang qatar riyadh romania rome russia seoul serbia singapore slovakia spain
    stockholm sweden switzerland sydney syria taipei taiwan tehran thailand tokyo turkey u.k. u.n. u.s. ukraine un us
    uk eu usa venezuela vienna vietnam warsaw washington yemen
    """
)
COLLECTIVES = words(
    """
    analyst aide activist adviser advisor advocate ally authority citizen commentator critic diplomat economist expert
    insider investigator lawmaker many observer official opinion opponent other people politician pollster professor
    researcher scholar scientist skeptic some source specialist strategist supporter voter watcher
    """
)
PEOPLE = words(
    """
    army aunt board body boss boy brother bunch chapter child city club coach colleague community company contender
    corporation country couple crew critic crowd daughter elite family father federation firm folk force friend gang
    girl grandmother guard guy hawk husband individual jury kid leadership male man member military militia mother
    municipality nation pair panel parent patient plaintiff public regime respondent resident rest side sister son
    spouse staff students student suspect syndicate team tribe troop uncle wife winner witness woman world youth
    """
)
DOCUMENTS = words(
    """
    ad advertisement bill book brief commercial complaint declaration document email essay lawsuit message petition
    post query question request resolution speech spot statement story suit text tweet video
    """
)
SPEAKING = COLLECTIVES | OFFICES | REPORTS | BODIES | STATES | OUTSIDERS | PEOPLE | DOCUMENTS
NON_STATE = words(
    """
    academy center centre chronicle club college endowment forum foundation gazette guardian herald institute
    institution journal lab laboratory library museum newspaper observer school tank think-tank times tribune
    university weekly
    """
)
STATE_BODIES = words(
    """
    administration army cabinet consulate defence defense embassy federal government kremlin military ministry
    parliament presidential
    """
)
PRONOUNS = words("he she they it who that which i we you this these those one")
DAYS = words(
    """
    april august december evening february friday january july june march may monday month morning night november
    october saturday september sunday thursday tuesday wednesday week weekend
    """
)
