"""What makes Swedish hard: abbreviations and passive verbs, found by patterns that would rather miss one than cry wolf.

An abbreviation in capitals (two to five) is explained where it stands if the explanation is behind it, as in
"CAN (…)", "CAN, som är …", "CAN är …", "CAN arbetar med …", "SBU, myndigheten som …", "BUP, barn- …" (after a comma:
som, en, ett, alltså, det vill säga, a word and som, or a word with the same first letter); or before it, as in
"hjärt-lungräddning (HLR)" and "myndigheten SBU". One in small letters, such as t.ex. and ca, is better written out.
"""

import re
from collections.abc import Iterator

from foraldraskolan.record import record

_CAPITALS = re.compile(r"(?<!\w)[A-ZÅÄÖ]{2,5}(?!\w)")
_SMALL = re.compile(
    r"(?<![\w./@-])(?:"
    r"(?:[a-zåäö]{1,2}\.){2,3}"  # bl.a. d.v.s. fr.o.
    r"(?:[a-zåäö]{1,2}\.)?"  # fr.o.m.
    r"|t\.? ?ex\b\.?|bl a\b|m m\b|m fl\b|d v s\b|o s v\b|p g a\b|s k\b|fr o m\b|t o m\b|e\.?d\b\.?"
    r"|(?:ca|dvs|osv|mfl|pga|kl|nr|tel|resp|ev|inkl|exkl|jfr)\b\.?"
    r")(?![\w-])"
)
_BEHIND = re.compile(
    r"(?::s)?(?: \(| (?:är|betyder|står för|heter|arbetar med)\b"
    r"|, (?:som|en|ett|alltså|det vill säga)\b|, \w+ som\b)"
)
_BEFORE = re.compile(r"\w{3,}(?:en|et) $")

# Verbs that end in -s without being passive (andas, hoppas), and what changes by itself or does to each other.
_DEPONENTS = re.compile(
    r"\w*(?:and|behöv|envis|fann|fatt|finn|funn|handsk|hopp|hör|kram|kräk|kän|känn|lyck|låts|min|minn|märk|möt|ret|sakn"
    r"|saml|skil|skilj|skäm|svett|syn|träff|triv|umgå|umgåt|umgick|utveckl|vist|åldr|ändr)(?:s|as|ades|ats|its|des|tes|ts)"
)
_NO_VERBS = frozenset(
    [
        "allas",
        "andras",
        "anhörigas",
        "bådas",
        "deras",
        "diabetes",
        "mammas",
        "mångas",
        "närståendes",
        "pappas",
        "parentes",
        "protes",
        "sjukas",
        "ungas",
        "varandras",
        "vuxnas",
        "väntas",
        "väntades",
    ]
)
_NOUN = re.compile(r"\w*(?:(?<![äåg])gas|plats|sats|krets)")
_PREFIX = (
    "(?:an|av|be|bort|er|fram|från|för|före|ge|genom|hem|igen|ihop|in|inne|miss|mot|ned|ner|om|på|sam|till|under|upp"
    "|ut|vidare|åter|över)?"
)
# The present of common verbs of the second and fourth conjugation; those in -as are told by their ending.
_PRESENT = re.compile(
    f"{_PREFIX}(?:används|vänds|köps|säljs|göms|görs|ges|tas|skrivs|läggs|läses|sägs|ställs|sätts|förs|hålls|bjuds|reds"
    "|byggs|döms|mäts|fylls|följs|bryts|stängs|sprids|styrs|sänds|hjälps|stöds|höjs|sänks|begärs|nämns|dras|ses|fås"
    "|döljs|stäms|röks|äts|dricks|slängs)"
)
_ENDING = re.compile(r"\w{2,}(?:(?<![aeor]n)as|ades|[dt]{1,2}es)")
_SUPINE = re.compile(r"\w{2,}[ailnprkstv]ts")
_HAVE = frozenset(("har", "hade", "ha"))
_NEAR = 3  # words between har and its supine
_EXPLAINED = re.compile(r"\b(?:det vill säga|alltså)\b")
_TOKEN = re.compile(r"[\w-]+|[^\w\s]")


@record
class Abbreviation:
    """An abbreviation in a text; one in small letters is never explained."""

    word: str
    small: bool
    explained: bool


def abbreviations(text: str) -> Iterator[Abbreviation]:
    """Yield every abbreviation in a text, those in capitals first."""
    for match in _CAPITALS.finditer(text):
        yield Abbreviation(match[0], small=False, explained=_explained(text, match))
    for match in _SMALL.finditer(text):
        yield Abbreviation(match[0], small=True, explained=False)


def _explained(text: str, match: re.Match[str]) -> bool:
    before, behind = text[: match.start()], text[match.end() :]
    if before.endswith("(") and behind.startswith(")"):
        return True
    initial = re.match(r", (\w)", behind)
    if initial and initial[1].lower() == match[0][0].lower():
        return True
    return bool(_BEHIND.match(behind) or _BEFORE.search(before))


def passive_chain(sentence: str) -> list[str]:
    """Return the verbs of a sentence that are passive by their -s, if there are two or more.

    What explains a word (åtalas, det vill säga ställas inför domstol) is not counted with what it explains.
    """
    longest = max(map(_passives, _EXPLAINED.split(sentence)), key=len)
    return longest if len(longest) > 1 else []


def _passives(part: str) -> list[str]:
    found: list[str] = []
    tokens = _TOKEN.findall(part)
    for index, token in enumerate(tokens):
        supine = _SUPINE.fullmatch(token) and _HAVE & set(tokens[max(index - _NEAR, 0) : index])
        passive = _PRESENT.fullmatch(token) or _ENDING.fullmatch(token) or supine
        if passive and token.islower() and not _never_passive(token):
            found.append(token)
    return found


def _never_passive(word: str) -> bool:
    return word in _NO_VERBS or bool(_DEPONENTS.fullmatch(word) or _NOUN.fullmatch(word))
