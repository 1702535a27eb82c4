"""A language is set as its script is, which CLDR knows; no language is named in the code."""

import ast
import re
import unicodedata
from collections import Counter
from contextlib import suppress
from dataclasses import astuple
from functools import cache

import pytest
import uharfbuzz as hb
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.localedata import locale_identifiers

from foraldraskolan.language import direction_of, locale_of, script_of
from foraldraskolan.layout.theme import LETTERS, SHEET
from foraldraskolan.scripts import SCRIPTS, letter_script
from foraldraskolan.typeset.fonts import FAMILIES, Family, face, missing
from foraldraskolan.typeset.glyphs import Span, TextStyle
from foraldraskolan.typeset.paragraph import typeset
from tests.test_architecture import FILES

TAGS = [name.replace("_", "-") for name in locale_identifiers()]
TYPEFACES = {code: family for family in FAMILIES for code in family.scripts}


@cache
def words(tag: str) -> frozenset[str]:
    """Return words of a language as CLDR writes them: the names of countries and of languages."""
    locale = Locale.parse(tag, sep="-")
    names = [*locale.territories.values(), *locale.languages.values()]
    return frozenset(word for name in names for word in name.split() if not word.isascii() or word.isalpha())


def script_of_words(tag: str) -> str | None:
    """Return the script that most letters of a language's words are of."""
    found = Counter(letter_script(each) for word in words(tag) for each in word)
    del found[None]
    return found.most_common(1)[0][0]


def test_a_language_is_read_as_cldr_says() -> None:
    """Each of CLDR's thousand languages and regions has the direction of its script."""
    wrong = [tag for tag in TAGS if (direction_of(tag) == "rtl") != (Locale.parse(tag, "-").text_direction == "rtl")]
    assert len(TAGS) > 1000
    assert wrong == []


def has_locale(tag: str) -> bool:
    """Tell whether a tag is one that a language of the material may have."""
    with suppress(UnknownLocaleError):
        return locale_of(tag) is not None
    return False


def test_what_cldr_finds_likely_is_the_script() -> None:
    """Every language, with a region or a script or alone, that CLDR knows the likely script of."""
    likely = {name.replace("_", "-"): whole.split("_")[1] for name, whole in get_global("likely_subtags").items()}
    known = {tag: code for tag, code in likely.items() if tag.partition("-")[0] in TAGS and has_locale(tag)}
    assert len(known) > 300
    assert {tag: script_of(tag).code for tag in known} == known


# Major languages of every script that we have a typeface for, and those of Sweden's schools beside them.
WRITTEN = {
    "Arab": ("ar", "fa", "fa-AF", "ps", "ur", "ckb", "ug", "sd", "uz-Arab", "pa-Arab"),
    "Armn": ("hy",), "Beng": ("bn",), "Cyrl": ("uk", "ru", "sr", "bg", "mk", "mn", "tg", "ky"),
    "Deva": ("hi", "ne", "mr"), "Ethi": ("am", "ti", "ti-ER"), "Geor": ("ka",), "Grek": ("el",), "Gujr": ("gu",),
    "Guru": ("pa",), "Hebr": ("he",), "Khmr": ("km",), "Knda": ("kn",), "Laoo": ("lo",),
    "Latn": ("sv", "en", "so", "fi", "pl", "tr", "vi", "sq", "sr-Latn", "sw"), "Mlym": ("ml",), "Mymr": ("my",),
    "Orya": ("or",), "Sinh": ("si",), "Taml": ("ta",), "Telu": ("te",), "Thai": ("th",),
}  # fmt: skip


def test_every_script_is_tried() -> None:
    """The languages below are of every script that we have a typeface for."""
    assert WRITTEN.keys() == TYPEFACES.keys()


@pytest.mark.parametrize(("code", "tag"), [(code, tag) for code, tags in WRITTEN.items() for tag in tags])
def test_a_language_is_written_in_its_script(code: str, tag: str) -> None:
    """The script that CLDR finds likely is the one that CLDR writes the language's words in; fonts have them all."""
    assert script_of(tag).code == code == script_of_words(tag)
    assert missing(sorted(set("".join(words(tag))))) == []


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("prs", "Arab"),  # an alias: Persian of Afghanistan
        ("iw", "Hebr"),
        ("sv-simple", "Latn"),
        ("pa-PK", "Arab"),
        ("ku-IQ", "Arab"),
        ("az-Arab", "Arab"),
        ("tg-Arab", "Arab"),  # CLDR has no words of it
        ("ku-Cyrl", "Cyrl"),
        ("az-IR", "Arab"),
        ("sh", "Latn"),
        ("uz-AF", "Arab"),
        ("ckb-IR", "Arab"),
        ("syr", "Syrc"),
        ("dv", "Thaa"),
        ("ja", "Jpan"),
        ("chr", "Cher"),
    ],
)
def test_a_region_or_an_alias_may_decide(tag: str, code: str) -> None:
    """A region may write another script than the language's first, and a script may be one that we have no facts of."""
    assert script_of(tag).code == code


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=lambda script: script.code)
def test_a_row_says_what_unicode_and_the_typeface_say(script: object) -> None:
    """Codes are those of ISO 15924; letters whose names begin with the script's word are in its typeface."""
    code, word, typeface, direction, *_ = astuple(script)  # type: ignore[call-overload]
    assert code in Locale("en").scripts
    if typeface:
        family = TYPEFACES[code]
        assert family.name == typeface
        own = [each for each in face(family, 400, False).characters if letter_script(each) == code]
        assert len(own) > 25
    letters = [chr(point) for point in range(0x41, 0x1FFFF) if letter_script(chr(point)) == code]
    assert letters, word
    assert {unicodedata.bidirectional(letter) in ("R", "AL") for letter in letters} == {direction == "rtl"}


def extent(word: str, family: Family, code: str) -> tuple[int, int]:
    """Return how far a word reaches below and above its baseline, in thousandths of the size it is set in."""
    font = face(family, 400, False).hb_font
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.script = code
    hb.shape(font, buffer)
    low = high = 0
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found = font.get_glyph_extents(info.codepoint)
        if found is not None and found.height:
            top = found.y_bearing + position.y_offset
            low, high = min(low, top + found.height), max(high, top)
    return low, high


@pytest.mark.parametrize(("code", "tag"), [(code, tag) for code, tags in WRITTEN.items() for tag in tags])
def test_no_word_touches_the_next_line(code: str, tag: str) -> None:
    """The lowest word of a line and the highest of the next are apart in the running text of sheets."""
    family = TYPEFACES[code]
    extents = [extent(word, family, code) for word in words(tag)]
    tallest = (max(high for _, high in extents) - min(low for low, _ in extents)) / 1000 * family.scale
    for theme in (SHEET, *LETTERS):
        for look in (theme.in_language(tag).body, theme.in_language(tag).item):
            assert tallest * look.text.size < look.leading


def test_languages_of_a_script_are_set_alike() -> None:
    """Pashto, Dari and Uighur are set as Arabic is, Amharic as Tigrinya, all languages in Latin letters as Swedish."""
    for tags in WRITTEN.values():
        looks = {tag: SHEET.in_language(tag) for tag in tags}
        first = looks[tags[0]]
        for name in first.__slots__:
            assert {getattr(look, name) for look in looks.values()} == {getattr(first, name)}, name


# A sentence with the script's own punctuation, with joiners where it has them.
SENTENCES = {
    "Arab": "اب\u200cپ، ا؛ ب؟ «ب» (ا).",
    "Hebr": "אב, ג? „ד” (ה)!",
    "Ethi": "ሰላም፣ ሰላም። «ሰላም» ሰላም?",
    "Cyrl": "Так, «ні» (але)?",
}


@pytest.mark.parametrize(("code", "tag"), [(code, tag) for code in SENTENCES for tag in WRITTEN[code]])
def test_punctuation_is_of_the_script(code: str, tag: str) -> None:
    """What stands between a script's letters is set in their typeface if it has it; joiners stay with their letter."""
    rtl = direction_of(tag) == "rtl"
    (line,) = typeset([Span(SENTENCES[code], TextStyle(11), tag, ((), ""))], 500, rtl=rtl)
    assert "".join("".join(run.texts[::-1] if run.rtl else run.texts) for run in line.runs) == SENTENCES[code]
    own = face(TYPEFACES[code], 400, False)
    for run in line.runs:
        for text in run.texts:
            assert (run.face is own) == (text[0] in own.characters)
            assert text[0] != "\u200c"


@pytest.mark.parametrize("tag", ["sv", "en", "uk", "am"])
def test_a_joiner_stays_with_its_letter_in_any_language(tag: str) -> None:
    """A Persian name in a Swedish sentence has its joiner in the run of its letters."""
    (line,) = typeset([Span("Hej می\u200cرود!", TextStyle(11), tag, ((), ""))], 500)
    (run,) = (run for run in line.runs if run.face.name.startswith("NotoNaskh"))
    assert "".join(run.texts[::-1]) == "می\u200cرود"


# Words of other vocabularies that are tags as well: keys of the material and of JSON, names of Markdown, XML and SVG,
# Swedish, an answer, letters that stand for one.
OTHER_WORDS = {
    "all",
    "is",
    "ae",
    "th",
    "id",
    "sq",
    "ask",
    "alt",
    "hr",
    "cy",
    "ett",
    "ha",
    "har",
    "in",
    "ja",
    "new",
    "no",
}
# Swedish, which all is written in, and English, which the program speaks beside it.
SPOKEN = {"sv", "en"}


def is_tag(text: str) -> bool:
    """Tell whether a text is the tag of a language, alone or with a script or region.

    Of the thousands with three letters only those are meant that are not written in Latin ones, and CLDR's aliases.
    """
    language, _, rest = text.replace("_", "-").partition("-")
    aliases = get_global("language_aliases")
    if language not in {*Locale("en").languages, *aliases, *get_global("likely_subtags")}:
        return False
    if rest:
        return re.fullmatch("[A-Z][a-z]{3}(-[A-Z]{2})?|[A-Z]{2}", rest) is not None
    likely = get_global("likely_subtags").get(language, "_Latn")
    return len(text) == 2 or (len(text) == 3 and (text in aliases or "_Latn" not in likely))


def test_no_language_is_named_in_the_code() -> None:
    """What is true of a script stands in its row, what is true of a language in CLDR or languages.toml.

    Only the list reader names languages: it knows what people call them. The names in XML of what a spreadsheet is made
    of are tags by chance.
    """
    assert all(map(is_tag, ("ar", "ti", "prs", "ckb", "fa-AF", "fa_AF", "sr-Latn", "uz-Arab-AF", "kmr")))
    assert not any(map(is_tag, ("arabiska", "a", "act", "Ar", "", "left-to-right")))
    named = [
        f"{name}:{node.lineno}: {node.value}"
        for name, file in FILES.items()
        if not name.startswith(("foraldraskolan.class_list.", "foraldraskolan.spreadsheet."))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_tag(node.value)
        if node.value not in OTHER_WORDS | SPOKEN
    ]
    assert named == []
