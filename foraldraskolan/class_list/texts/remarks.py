"""What a free text says of a family's whereabouts: that they are protected, that they may be, or nothing."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from foraldraskolan.class_list.texts.marks import says_no
from foraldraskolan.class_list.texts.normalised import normalised, says


class Certainty(StrEnum):
    """How sure a text is that somebody is protected."""

    SURELY = "surely"
    PERHAPS = "perhaps"
    NONE = "none"


# As `normalised` writes words.
WORDS = ("skyddad", "skyddade", "sekretess", "kvarskriven", "konfidentiell", "protected", "confidential")
is_s_marked = says(r"\bs ?(?:mark|m)(?:t|ning|erad|ering)?\b")  # S-märkt, S-märkning
_NEGATION = r"(?:ej|inte|icke|inga|inget|ingen|utan|aldrig|not|no|non)"
# That somebody is not protected.
denies = says(rf"\b{_NEGATION} (?:\w+ )?(?:skyd|sekr|kvarskr|sparr|hemlig|protect|confid|secret)|\boskyd|\bunprotect")
_DISCLOSE = r"(?:lamna|uppge|roja|sprid|vidarebefordra|disclose|share|give out|utlamna)"
# That something is not to be told to others.
forbids_disclosure = says(rf"\b{_NEGATION}\b(?: \w+){{0,3}} {_DISCLOSE}|\b{_DISCLOSE}\w* (?:ut )?{_NEGATION}\b")

_surely_protects = says(
    r"skydda[dt]|skyddsmark|skyddskod|sekretess|\bsekr\b|kvarskr|sparrmark|identitetsskydd|adress?skydd|fingera"
    r"|\bprotected\b|\bconfidential\b"
    # The tax agency forwards the letters of those whose address it tells nobody.
    r"|formedlingsuppdrag|formedlingsadress|(?:formedl\w* (?:via|av|genom)|\bvia) skatteverket|skatteverkets formedl"
)
_perhaps_protects = says(
    r"skyd|sekr\w|\bsparr|hemlig|konfidenti|\bhot(?:ad|ade|as|bild|bilden|et|ar)?\b|\w+forbud|tystnadsplikt|\bsecre[tc]"
    r"|forfol|\bgomd|jour(?:en|ens|er)?\b|vistelseort|\b(?:ingen|inga|inget) (?:post|brev)\b|\bsk uppg|\bsk pers"
    r"|\bskicka (?:inte|ej|inga|inget|aldrig)\b|\bwithheld\b|\bthreat|formedl|\banonym|\bstalk|misshand|\bvaldsam"
    r"|\bfarlig|\bhedersrel|\bkidnapp|\bbortfor|\begenmaktig|\brymt\b|\bpolis(?:anmal\w*|skydd)|\babus(?:e|ive)\b"
)
# What parts a child from others: who may not know, fetch or be written to; children who are placed live where their
# parents may not come.
sets_apart = says(
    r"\bumgange|\bvardnadstvist|\bvardnadsmal|\b(?:far|ska|skall|tas|bor) (?:absolut )?(?:inte|ej|aldrig|icke)\b"
    r"|\b(?:inte|ej|aldrig|icke) (?:veta|kontakt|ring|traffa|hamta|beratta|prata|fa|till|med|hem|synas)"
    r"|\b(?:kontakta|ring|maila|mejla|hamta|skriv) (?:inte|ej|aldrig|icke)\b|\bingen kontakt\b"
    r"|\b(?:endast|enbart|bara)\b"
    r"|\bvia (?:skolan|rektor|soc|kurator)|\brektor|\bkurator|\bse (?:parm|separat|anm|not|akt|journal|mapp)|utskick"
    r"|\bdolj|\bdold|kanslig|\bgdpr\b|\bavsandare|\bkuvert|klasslist|adresslist|\bfraga (?:forst|rektor|mentor)"
    r"|\b(?:do|must|may|should) not\b|\bno contact\b|\bnot to (?:the )?(?:father|mother|dad|mum|mom)\b|\brestraining\b"
    r"|\bcustody|\bcourt\b|\bdomestic\b|\bchild protection|\bin care\b|\blooked after|\brefuge\b|safeguard|\bshelter\b"
    r"|\binjunction|\bsensitive|\bask (?:the )?(?:office|head|principal)"
    r"|\bsoc\b|\bsocial(?:t|sekr|jour| services| worker)|\bfamiljehem|\bfosterhem|\bjourhem|\bstodboende"
    r"|\bfoster (?:care|home|famil|parent|child)|\bhvb\b|\blv[um]\b|\bsol placer"
    r"|\bplacerad (?:hos|utanfor|enligt|av)\b|\bplacerad i (?:hem|jour|famil|annan|ett)"
)
# The tax agency forwards the letters of those who are protected.
is_forwarded = says(r"skatteverk|formedl")
# Who has a child in care, and is no parent.
names_institution = says(
    r"familjehem|fosterhem|jourhem|\bhvb\b|\bsoc\b|\bsocial(?:tjanst|sekr|jour|forvaltning)|kvinnojour|skatteverk|\bstodboende"
    r"|\bsocial (?:services|worker)|\bfoster (?:care|home|famil|parent)"
)
_AUTHOR = re.compile(r"^[^\n:]{1,40}:\n")  # what Excel writes before a comment
_HARMLESS = {
    "ring", "ringa", "efter", "fore", "kl", "klockan", "morgon", "formiddag", "eftermiddag", "kvall", "dagtid",
    "vardagar", "helger", "ett", "tva", "tre", "fyra", "fem", "sex", "sju", "atta", "nio", "tio", "elva", "tolv",
    "mellan", "och", "eller", "telefon", "telefonnummer", "mobil", "mobilnummer", "nummer", "tel", "arbete", "jobb",
    "ny", "nytt", "nya", "e", "post", "epost", "mejl", "mail", "mejladress", "stavas", "rattad", "rattat", "andrad",
    "andrat", "uppdaterad", "uppdaterat", "allergi", "allergisk", "mot", "tal", "notter", "jordnot", "jordnotter",
    "gluten", "glutenfri", "laktos", "laktosfri", "mjolk", "agg", "fisk", "skaldjur", "vegetarian", "vegan",
    "vegetarisk", "halal", "flask", "flaskkott", "ater", "astma", "epipen", "glasogon", "fritids", "buss", "simmar",
    "call", "after", "before", "phone", "mobile", "number", "new", "allergy", "allergic", "nuts", "lunch",
}  # fmt: skip
_HELD = re.compile(r"\bvåld(?!ner)|\bfly[rt]t? från\b", re.IGNORECASE)  # without its ring it is another word
# Half of a word that is spelled with one error stands as it should: text with none of these says nothing.
_WORTH_READING = re.compile(
    r"sky|ddad|sekr|etess|kvars|kriv|konfid|ntiell|prot|ected|confid|ential|s[ -]?m[äa]rk|fingera|sp[äa]rr|heml|hot"
    r"|f[öo]rbud|l[äa]mna|uppg|r[öo]j|sprid|disclos|share|give out|secre|v[åa]ld|f[öo]rf[öo]l|g[öo]md|jour|vistelse"
    r"|post|brev|skicka|withheld|threat|f[öo]rmedl|skattev|anonym|stalk|misshand|farlig|heder|kidnap|bortf|m[äa]ktig"
    r"|rymt|poli|abus|tystnad|fly|sk[ .]+pers",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)
def protection_in(text: str) -> Certainty:
    """Return whether a free text says that somebody is protected; a "not" before such a word leaves it unclear."""
    if not _WORTH_READING.search(text if text.isascii() else unicodedata.normalize("NFKC", text)):
        return Certainty.NONE
    if says_no(text):
        return Certainty.NONE
    if denies(text):
        return Certainty.PERHAPS
    if (
        _surely_protects(text)
        or is_s_marked(text)
        or any(len(word) >= 6 and within_one_edit(word, known) for word in normalised(text).split() for known in WORDS)
    ):
        return Certainty.SURELY
    if _perhaps_protects(text) or forbids_disclosure(text) or _HELD.search(text):
        return Certainty.PERHAPS
    return Certainty.NONE


def may_say_protected(text: str) -> bool:
    """Return whether a free text says, or may say, that somebody is protected."""
    return protection_in(text) is not Certainty.NONE


def is_harmless(comment: str) -> bool:
    """Return whether every word of a comment on a cell is known to be about something else, as food or a time."""
    return all(word in _HARMLESS or word.isdecimal() for word in normalised(_AUTHOR.sub("", comment)).split())


def within_one_edit(letters: str, word: str) -> bool:
    """Return whether a word, or what one error makes of it, stands in the letters."""
    return any(
        _one_edit(letters[start : start + length], word)
        for length in (len(word) - 1, len(word), len(word) + 1)
        for start in range(max(0, len(letters) - length) + 1)
    )


def _one_edit(text: str, word: str) -> bool:
    """Return whether a letter too many, too few, wrong or changed with the next is all that differs."""
    at = next((index for index, (one, other) in enumerate(zip(text, word, strict=False)) if one != other), None)
    if at is None:
        return abs(len(text) - len(word)) <= 1
    return (
        text[at + 1 :] == word[at + 1 :]
        or text[at:] == word[at + 1 :]
        or text[at + 1 :] == word[at:]
        or (text[at : at + 2] == word[at : at + 2][::-1] and text[at + 2 :] == word[at + 2 :])
    )
