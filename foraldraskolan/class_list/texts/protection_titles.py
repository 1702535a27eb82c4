"""Which columns say that a family's whereabouts are protected, and which may say so, by their titles.

Skyddade personuppgifter: who lives with a threat may be found by a letter, so what is not understood counts as
protected, or is asked about, and never as "no".
"""

from difflib import SequenceMatcher
from functools import cache

from foraldraskolan.class_list.texts.normalised import normalised, says
from foraldraskolan.class_list.texts.remarks import WORDS, denies, forbids_disclosure, is_s_marked, within_one_edit

# Parts of words, as `normalised` writes them without spaces; a title with any of them is about protection.
_STEMS = (
    "skydd", "skyd", "sekret", "sekr", "kvarskr", "sparr", "hemlig", "konfidenti", "fingerad", "protect",
    "confidential", "secret", "secrecy", "besoksforbud", "kontaktforbud", "hotbild", "undisclosed", "withheld",
    "formedlingsu", "formedlingsa",
)  # fmt: skip
_threatens = says(r"\b(?:hot(?:ad|ade|as|et|ar)?|threat\w*)\b")
_NEAR = 0.78  # of SequenceMatcher: what only resembles such a word is asked about
_SHORT = {"s", "sk", "sp", "pu", "spu", "ski", "skm", "sm"}  # a column of this name may be about protection
_INNOCENT = {"sparad"}  # a day on which something was saved
_is_near = says(
    r"\bsarskild (?:post)?adress|\bfamiljehem|\bhvb\b|\blvu\b|\bsocialtjanst|\bvald(?:et)?\b|\bfara\b|\bflagg|\bflag\b"
    r"|\balert|\bvarning|\bcourt\b|\brestrict|\bsafeguard|\bcustody|\bomstandighet|\bkanslig|\bsensitive|\bdolj|\bdold"
    r"|\bhide|\bhidden|\bumgange|\bvardnadstvist"
)
_discloses = says(
    r"\b(?:lamnas? ut|(?:far |adress\w* |uppgift\w* )utlamnas?|disclose\w*|share\w*|directory|(?:un)?listed)\b"
    r"|\bfar (?:spridas|delas|visas|synas)\b|public|publish|offentlig|samtyck|medgiv|consent"
)
# Of what else is said at school that it may be shown.
_shows_pictures = says(r"foto|bild|film|video|photo|picture|media|webb|hemsida|website")
about_whereabouts = says(  # a yes or no below it may say whose address may be used
    r"adress|uppgift|kontakt|address|contact|\bbrev\b|\bpost(?:en)?\b|\bgdpr\b|integritet|privacy|utskick"
    r"|(?:klass|telefon|elev)(?:list|katalog)"
)
# Anything may be written below it, a mark of the writer's own too.
for_remarks = says(
    r"\b(?:anm|anmark\w*|not|noter\w*|notes?|ovr\w*|info\w*|kommentar\w*|comments?|obs\w*|viktig\w*|fritext|meddelande\w*"
    r"|kod\w*|code|\w*markering\w*|markning\w*|mark|flagg\w*|flag|remarks?|other|annat|extra|special|sarskil\w*|ovrig\w*"
    r"|att tanka pa|egenskap\w*|typ|beskrivning|upplysning\w*)\b"
)
# Where guardians work may be where the protected are helped.
for_workplaces = says(r"\barbet|\bjobb|\byrke|employer|\bwork|occupation")
# Columns of crosses that every school has.
for_ordinary_marks = says(
    r"\b(?:fritid|fritis|sim|allerg|\w*kost\b|mat\b|lunch|mellanmal|sva\b|svenska|modersmal|studiehandl|tolk|sprak"
    r"|\w*val\b|tillval|idrott|slojd|musik|hem ?kunskap|buss|skolskjuts|skjuts|skap|nyckel|dator|ipad|chromebook|laptop"
    r"|lan\b|bibliotek|betal|svar|lamnat|kommer|anmal|delta|narva|franva|samtal|utvecklingss|iup\b|np\b|nationella"
    r"|betyg|godkan|syskon|forskol|prio|vaccin|kon\b|pojk|flick|man\b|kvinna|alder|arskurs|ak\b|skola"
    r"|program|inriktning|gemensam|delad"
    r"|\w*rad\b|ombud|\w*vard\b|fadder|hjalp|stod|anpass|atgard|extra anp|glasog|hand|boende hos|bor (?:hos|med)"
    r"|klar|inlamna|inskriv|utskriv|aktiv|forald(?:er|ra)mot|mote|besok|utflykt|resa|lager|friluft|gympa|bad|skidor"
    r"|skridskor|grupp|klass|nr\b|nummer|antal|lopnr|rad\b|id\b|sex\b|gender|swim|lunch|allergies|bus\b|locker|paid"
    r"|attend|present|absent|vegetar|vegan|halal|gluten|laktos|medicin|epipen|astma|sms\b"
    r"|foto|bild|film|video|photo|picture|media|samtycke webb|inloggning|konto"
    r"|account|wifi|vh\d? (?:har )?(?:last|svarat))"
)


@cache
def about_protection(title: str) -> bool:
    """Return whether a column's title is about protection, in any spelling, with one error in it too."""
    letters = normalised(title).replace(" ", "")
    return (
        any(stem in letters for stem in _STEMS)
        or "spär" in title.casefold()
        or _threatens(title)
        or is_s_marked(title)
        or forbids_disclosure(title)
        or any(within_one_edit(letters[:200], word) for word in WORDS)
    )


@cache
def says_the_opposite(title: str) -> bool:
    """Return whether a column's title says whose whereabouts may be told, so that its marks cannot be understood."""
    shown = _discloses(title) and (not _shows_pictures(title) or about_whereabouts(title))
    return denies(title) or (shown and not forbids_disclosure(title))


@cache
def nearly_about_protection(title: str) -> bool:
    """Return whether a column's title resembles one about protection too much to be passed over."""
    words = normalised(title)
    return (
        words in _SHORT
        or _is_near(title)
        or any(
            SequenceMatcher(None, word, known).ratio() >= _NEAR
            for word in words.split()
            if len(word) >= 5 and word not in _INNOCENT
            for known in (*WORDS, "sparrad")
        )
    )
