"""Marks in a column: a cross, a tick, a letter, "ja"; and what is a known no, which alone protects nobody."""

import re
import unicodedata

_ZERO = re.compile(r"0+(?:[.,]0*)?|\[ ?_? ?\]")  # or a box without a cross
_NO = {
    "", "nej", "n", "no", "false", "falskt", "falsk", "ej", "inte", "ingen", "inga", "inget", "null", "nan",
    "none", "n/a", "na", "nil", "ej skyddad", "inte skyddad", "icke skyddad", "oskyddad", "inget skydd", "ej sekretess",
    "ingen sekretess", "ingen markering", "inga skyddade uppgifter", "inga skyddade personuppgifter", "not protected",
    "unprotected", "☐", "□", "-", "–", "—", "−", "‑", "‐", "--",
}  # fmt: skip
_AROUND = " .,:;()[]'\"\n"
_YES_AND_MORE = re.compile(r"(?:ja|yes|sant|true|skyddad|sekretess|protected)\s*[(,;:!–-]")  # "Ja (Skatteverket)"
_YES = {"ja", "j", "x", "yes", "y", "1", "true", "sant", "s", "skyddad", "sekretess", "protected"}
# Sekretess, skyddad, spärr, personuppgifter, kvarskriven, hot; and what they are short with.
_SHORT = {"s", "sk", "skr", "sp", "pu", "spu", "ski", "skm", "sm", "ks", "kv", "km", "h", "hl", "p u", "s k", "s-m"}


def says_no(mark: str) -> bool:
    """Return whether a mark in a column about protection is a known no; anything else protects."""
    text = " ".join(unicodedata.normalize("NFKC", mark).casefold().split())
    return text in _NO or text.strip(_AROUND) in _NO - {""} or _ZERO.fullmatch(text) is not None


def is_mark(text: str) -> bool:
    """Return whether a text is a mark, as a cross, a tick, a letter or "ja", or begins as one."""
    bare = _bare(text)
    if text == "" or says_no(text):
        return False
    return bare in _YES or not any(each.isalnum() for each in bare) or is_yes_and_more(text)


def is_word_of_yes(text: str) -> bool:
    """Return whether a text is a mark that is no single letter or digit, which may be another thing in many columns."""
    return is_mark(text) and (len(_bare(text)) != 1 or not _bare(text).isalnum() or _bare(text) == "x")


def is_yes_and_more(text: str) -> bool:
    """Return whether a text begins with yes and says more, as "Ja (Skatteverket)"."""
    return _YES_AND_MORE.match(_bare(text)) is not None


def is_code(text: str) -> bool:
    """Return whether a remark is a mark, or short for something that may be protection."""
    return is_mark(text) or (_bare(text) in _SHORT and not says_no(text))


def may_be_shown(mark: str) -> bool:
    """Return whether a mark is so short and well known that it tells nothing of where somebody lives."""
    bare = _bare(mark)
    return says_no(mark) or bare in _YES or (len(bare) <= 1 and not bare.isalnum())


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).strip(_AROUND)
