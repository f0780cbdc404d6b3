"""Forms that page furniture is made of: dates, names of persons and agencies, networks. Regular expressions, verbose.

In verbose mode a blank in a pattern means nothing; ``\\s`` stands for a blank of the text.
"""

MONTH = r"""(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?
    |Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?!\w)"""
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?(?!\w)"
NUMERIC_DATE = r"(?:\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?!\w)"
YEAR = r"(?:19|20)\d\d(?!\w)"
PIECE_OF_DATE = rf"""(?:
    {WEEKDAY} | {MONTH} | {NUMERIC_DATE} | {YEAR} | \d{{1,2}}(?:st|nd|rd|th)?(?!\w)
  | \d{{1,2}}[:.h]\d\d(?::\d\d)?(?!\d) | [ap]\.?m\.?(?!\w) | [+-]\d\d:?\d\d(?!\d)
  | \d+\s(?:hour|day|week|month|year)s?\sago
  | (?:GMT|UTC|BST|EST|EDT|ET|PT|PST|PDT|CET|CEST|MSK|IST|KST|JST|ICT|at|on)(?!\w)
)"""
HAS_WHOLE_DATE = rf"(?=.{{6,120}}\Z)(?=.*(?:{NUMERIC_DATE}|\b{MONTH}.{{0,12}}\b{YEAR}|\b{YEAR}.{{0,12}}\b{MONTH}))"
DATE_LABEL = r"""(?:(?:first|last|originally)\s)?
    (?:date|published|posted|updated|modified|issued|created|(?:release|publication)\sdate|last\supdate)"""

_CAPITAL = "[A-ZÀ-ÖØ-ÞĂĄĆČĐĘĞİŁŃŐŒŘŚŞŠŻŽ]"
_NAME_WORD = rf"(?!{WEEKDAY}|{MONTH}\s+\d){_CAPITAL}[\w’'-]*\.?"
NAME = rf"(?:{_NAME_WORD}(?:\s+(?:{_NAME_WORD}|van|von|der|den|de|da|di|al|bin|el|la)){{1,4}})"
NAMES = rf"(?:{NAME}(?:(?:,\s+and|,|\s+and|\s*&)\s+{NAME}){{0,5}})"
ROLE = r"""(?:director|fellow|reporter|correspondent|analyst|professor|journalist|editor|researcher|columnist|associate
    |manager|lecturer|author|contributor|writer|scholar|expert|candidate|student)s?\b"""
AGENCY = r"""(?:AP|AFP|UPI|EPA|EFE|ANSA|DPA|PAP|PTI|ANI|IANS|CNN|BBC|RFE/RL|VOA|RT|(?:ITAR-)?TASS|Interfax|Sputnik
    |RIA(?:\sNovosti)?|Xinhua|Yonhap|KCNA|Kyodo|Jiji|VNA|VOV|(?:Thomson\s)?(?:Reuters|REUTERS)|Bloomberg|Anadolu|Ukrinform
    |Associated\sPress|Agence\sFrance-Presse|Getty(?:\sImages)?|Shutterstock|Wikimedia(?:\sCommons)?)(?!\w)"""
NETWORK = r"""(?:facebook|twitter|pinterest|linkedin|whatsapp|telegram|viber|zalo|reddit|tumblr|messenger|instagram
    |youtube|flipboard|pocket|google\s?\+|e-?mail|sms|print|copy\slink)(?!\w)"""
MATERIAL = r"""(?:texts?|images?|articles?|contents?|photo(?:graph)?s?|pictures?|publications?|materials?|stor(?:y|ies)
    |reports?|works?|website|information)(?!\w)"""

PLACE_IN_CAPITALS = rf"{_CAPITAL}(?:{_CAPITAL}|[ .’'/-]){{2,30}}"
PLACE_NAME = rf"(?:{PLACE_IN_CAPITALS}|{_CAPITAL}\w{{2,20}}(?:\s{_CAPITAL}\w{{2,20}}){{0,2}})"
REGION = r"(?:,\s+[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?)"
DASH = r"[-–—―]{1,2}"
LINK_TARGET = r"""\((?:[^()\s]|\([^()\s]{0,200}\)){1,2000}(?:\s+"[^"\n]{0,300}")?\)"""
