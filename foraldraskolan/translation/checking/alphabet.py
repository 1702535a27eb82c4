"""The letters that a language is written with, by CLDR's exemplar characters."""

from functools import cache
from importlib.resources import files

from babel.core import parse_locale
from gflanguages import LanguageProto, parse, text_format

from foraldraskolan.language import script_of


@cache
def alphabet(tag: str) -> frozenset[str]:
    """Return a language's letters in small form, none if they are not known.

    In Latin script they are those of borrowed words too. In other scripts CLDR's auxiliary letters are mostly those of
    neighbours, which a keyboard brings in: Persian ی in Arabic, Russian ы in Ukrainian.
    """
    script = script_of(tag).code
    # One file a language: all of them take a second to read.
    file = files("gflanguages.data") / "languages" / f"{parse_locale(tag, '-')[0]}_{script}.textproto"
    if not file.is_file():
        return frozenset()
    letters = text_format.Parse(file.read_text(encoding="utf-8"), LanguageProto()).exemplar_chars
    sets = (letters.base, letters.auxiliary if script == "Latn" else "")
    return frozenset(letter.lower() for written in sets for part in written.split() for letter in _letters(part))


def _letters(part: str) -> set[str]:
    """Return the characters of a span as ሀ-ሆ, or of letters written together as {ch}."""
    if len(part) == 3 and part[1] == "-":
        return {chr(code) for code in range(ord(part[0]), ord(part[2]) + 1)}
    return set(parse(part))
