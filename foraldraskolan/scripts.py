"""The facts of each script that pages are set by; language.py says which script a language is written in."""

import unicodedata
from functools import lru_cache
from typing import Literal

from foraldraskolan.record import record

Direction = Literal["ltr", "rtl"]


@record
class Script:
    """A script by its ISO 15924 code; what is not said is as in Latin."""

    code: str
    word: str = ""  # that the Unicode names of its letters begin with
    typeface: str = ""  # of typeset/fonts.py, none if we have none
    direction: Direction = "ltr"
    leading: float = 1.0  # how much further apart its lines stand, in type as large as that of a letter
    size: float = 1.0  # how much larger it is set to look as large
    italic: bool = False  # whether a stressed word may be slanted


# Leading is what keeps the words of a language apart from those of the lines above and below; a test measures it.
_ALL = (
    Script("Latn", "LATIN", "NotoSans", italic=True),
    Script("Cyrl", "CYRILLIC", "NotoSans", italic=True),
    Script("Grek", "GREEK", "NotoSans", italic=True),
    Script("Arab", "ARABIC", "NotoNaskhArabic", "rtl", leading=1.22, size=1.15),
    Script("Ethi", "ETHIOPIC", "NotoSansEthiopic", leading=1.1),
    Script("Armn", "ARMENIAN", "NotoSansArmenian"),
    Script("Beng", "BENGALI", "NotoSansBengali", leading=1.1),
    Script("Deva", "DEVANAGARI", "NotoSansDevanagari", leading=1.1),
    Script("Geor", "GEORGIAN", "NotoSansGeorgian"),
    Script("Gujr", "GUJARATI", "NotoSansGujarati", leading=1.1),
    Script("Guru", "GURMUKHI", "NotoSansGurmukhi", leading=1.1),
    Script("Hebr", "HEBREW", "NotoSansHebrew", "rtl"),
    Script("Khmr", "KHMER", "NotoSansKhmer", leading=1.22),
    Script("Knda", "KANNADA", "NotoSansKannada", leading=1.22),
    Script("Laoo", "LAO", "NotoSansLao", leading=1.22),
    Script("Mlym", "MALAYALAM", "NotoSansMalayalam", leading=1.1),
    Script("Mymr", "MYANMAR", "NotoSansMyanmar", leading=1.22),
    Script("Orya", "ORIYA", "NotoSansOriya", leading=1.1),
    Script("Sinh", "SINHALA", "NotoSansSinhala", leading=1.1),
    Script("Taml", "TAMIL", "NotoSansTamil", leading=1.1),
    Script("Telu", "TELUGU", "NotoSansTelugu", leading=1.1),
    Script("Thai", "THAI", "NotoSansThai", leading=1.1),
    Script("Adlm", "ADLAM", direction="rtl"),
    Script("Nkoo", "NKO", direction="rtl"),
    Script("Rohg", "HANIFI", direction="rtl"),
    Script("Syrc", "SYRIAC", direction="rtl"),
    Script("Thaa", "THAANA", direction="rtl"),
)
SCRIPTS = {script.code: script for script in _ALL}
_BY_WORD = {script.word: script.code for script in _ALL}


@lru_cache(maxsize=4096)
def letter_script(character: str) -> str | None:
    """Return the code of a letter's script, or None for what all scripts share and for scripts that we know not."""
    if not character.isalpha():
        return None
    return _BY_WORD.get(unicodedata.name(character, "").partition(" ")[0])
