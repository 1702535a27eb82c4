"""The facts of each script that pages are set by; language.py says which script a language is written in."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from gettext import NullTranslations
from typing import Literal

from babel import Locale

from foraldraskolan.problems import Place, Problem, message, spoken
from foraldraskolan.record import record

Direction = Literal["ltr", "rtl"]
_ONE = {"Hans": "Hani", "Hant": "Hani"}  # two ways of writing with one script


@record
class ScriptName:
    """What a script is called, to stand in a sentence of the interface."""

    code: str

    def text(self, catalog: NullTranslations) -> str:
        """Return the name that CLDR has in the catalog's language."""
        return str(Locale(spoken(catalog)).scripts.get(self.code, self.code))


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

    @property
    def name(self) -> ScriptName:
        """Return what the script is called."""
        return ScriptName(_ONE.get(self.code, self.code))


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


# Where the Unicode names of a script's letters begin with another word than CLDR calls the script by.
_CALLED = {"CJK": "Hani", "CANADIAN": "Cans", "MEETEI": "Mtei", "LISU": "Lisu"}


def without_typeface(characters: Iterable[str], own: Script) -> dict[str, ScriptName]:
    """Return the letters among the characters that are of a script that we have no typeface of, each with its script.

    In a language whose own script has none, that is the script of them all.
    """
    if not own.typeface:
        return dict.fromkeys(filter(str.isalpha, characters), own.name)
    return {each: name for each in characters if (name := _unset_script(each))}


def no_typeface(script: ScriptName, place: Place | None) -> Problem:
    """Return the problem that a script cannot be set, at the first place where it is asked for."""
    what = message("Inget typsnitt har skriften {script}, så den går inte att trycka.", script=script)
    hint = message("Skriv det på ett annat sätt, eller lägg till ett typsnitt som har skriften.")
    return Problem(what, hint, place)


@lru_cache(maxsize=4096)
def _unset_script(letter: str) -> ScriptName | None:
    if not letter.isalpha():
        return None
    words = unicodedata.name(letter, "").split()
    known = _BY_WORD.get("".join(words[:1]))
    if known:
        return None if SCRIPTS[known].typeface else SCRIPTS[known].name
    code = next(filter(None, (_codes().get(" ".join(words[:count])) for count in (2, 1))), None)
    return ScriptName(code) if code else None


@cache
def _codes() -> dict[str, str]:
    return {name.upper(): code for code, name in Locale("en").scripts.items()} | _CALLED
