"""Each language that the material may be in has fonts for its whole alphabet, and each font is the one we know."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import pytest

from foraldraskolan.layout.theme import LETTERS, SCREEN, SHEET, Style
from foraldraskolan.typeset.fonts import FAMILIES, Face, Family, face, family_for, missing

ALPHABETS: dict[str, str] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "alphabets.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("tag", ALPHABETS)
def test_fonts_have_the_alphabet(tag: str) -> None:
    """No letter, mark or sign of a language is without a glyph, in upright as in italic text."""
    letters = ALPHABETS[tag].replace(" ", "")
    assert missing(letters) == []
    for family in FAMILIES:
        italic = face(family, 400, True).characters
        upright = face(family, 400, False).characters
        assert {each for each in letters if each in upright} <= italic


def test_what_no_font_has_is_told_once() -> None:
    """A character that no font has is found, each once, in the order of the text."""
    assert missing("a漢b字漢") == ["漢", "字"]


def test_digits_are_the_same_in_every_script() -> None:
    """A phone number looks the same whatever script stands around it."""
    assert {family_for("4", script) for script in ("Latn", "Arab", "Ethi", "Cyrl")} == {FAMILIES[0]}


def test_a_family_without_italic_stresses_by_weight() -> None:
    """Arabic and Ethiopic letters are never slanted: they are set heavier."""
    for family in FAMILIES:
        stressed = face(family, 400, True)
        assert (family.italic is not None and stressed.weight == 400) or stressed.weight > 400


@dataclass(frozen=True, slots=True)
class Need:
    """What the house needs of a typeface: its version, its OpenType scripts, the features of substitution and place."""

    version: str
    scripts: str
    substitutes: str = ""
    places: str = ""


# Letters that join, stack or change places need their features: without them a word is drawn as other letters.
_INDIC = "akhn blwf rphf"
NEEDS = {
    "NotoSans": Need("2.015", "latn cyrl grek", "ccmp", "kern mark mkmk"),
    "NotoNaskhArabic": Need("2.021", "arab", "ccmp init medi fina rlig", "mark mkmk"),
    "NotoSansEthiopic": Need("2.102", "ethi", "", "mark"),
    "NotoSansArmenian": Need("2.008", "armn", "liga", "kern mark"),
    "NotoSansBengali": Need("3.011", "bng2", f"{_INDIC} half cjct nukt init", "abvm blwm mark"),
    "NotoSansDevanagari": Need("2.007", "dev2", f"{_INDIC} half cjct nukt", "abvm blwm mark"),
    "NotoSansGeorgian": Need("2.005", "geor", "", "kern"),
    "NotoSansGujarati": Need("2.106", "gjr2", f"{_INDIC} half cjct nukt", "abvm blwm mark"),
    "NotoSansGurmukhi": Need("2.004", "gur2", "blwf nukt pstf", "abvm mark"),
    "NotoSansHebrew": Need("3.001", "hebr", "ccmp", "kern mark"),
    "NotoSansKannada": Need("2.006", "knd2", f"{_INDIC} half nukt", "abvm mark"),
    "NotoSansKhmer": Need("2.004", "khmr", "pref blwf abvf pstf pres blws abvs psts", "abvm blwm mark"),
    "NotoSansLao": Need("2.003", "lao", "ccmp", "mark mkmk"),
    "NotoSansMalayalam": Need("2.104", "mlm2", "akhn pref pstf psts", "abvm blwm mark"),
    "NotoSansMyanmar": Need("2.107", "mym2", "blwf blws abvs ccmp", "mark mkmk"),
    "NotoSansOriya": Need("2.007", "ory2", f"{_INDIC} cjct nukt pstf", "abvm blwm mark"),
    "NotoSansSinhala": Need("3.000", "sinh", "akhn rphf vatu pstf", "abvm mark"),
    "NotoSansTamil": Need("2.004", "tml2", "akhn psts haln", "abvm mark"),
    "NotoSansTelugu": Need("2.005", "tel2", _INDIC, "abvm blwm mark"),
    "NotoSansThai": Need("2.002", "thai", "ccmp", "mark mkmk"),
}
_FAMILY, _VERSION, _LICENCE, _FULL_FAMILY = 1, 5, 13, 16  # names of a font (OpenType, name)
_WEIGHT, _STYLES = "wght", (SHEET, *LETTERS, SCREEN)
_LIGHTEST, _HEAVIEST = 400, 700


def lacking(used: Face, family: Family, need: Need) -> Iterator[str]:
    """Yield what a font file lacks of what is needed, each in words."""
    font = used.hb_face
    names = {int(each.name_id): font.get_name(each.name_id) or "" for each in font.list_names()}
    called = names.get(_FULL_FAMILY) or names[_FAMILY]
    if called.replace(" ", "") != family.name:
        yield f"it is called {called}"
    if not re.match(rf"Version {re.escape(need.version)}\b", names[_VERSION]):
        yield f"it is {names[_VERSION]}, not {need.version}: its widths may be others"
    if "SIL Open Font License" not in names.get(_LICENCE, ""):
        yield "it does not say that it may be embedded"
    if font.upem != 1000:
        yield f"it has {font.upem} units an em: widths in PDF are thousandths"
    axis = {each.tag: (each.min_value, each.max_value) for each in font.axis_infos}.get(_WEIGHT, (0, 0))
    if not axis[0] <= _LIGHTEST < _HEAVIEST <= axis[1]:
        yield f"it has the weights {axis[0]:g} to {axis[1]:g}"
    for table, features in (("GSUB", need.substitutes), ("GPOS", need.places)):
        scripts = [each.strip() for each in font.get_table_script_tags(table)]
        for script in need.scripts.split():
            if script not in scripts:
                if features:
                    yield f"{table} does not know {script}"
                continue
            found = font.get_language_feature_tags(table, scripts.index(script))
            yield from (f"{table} has no {each} for {script}" for each in features.split() if each not in found)


FILES = [(family, italic) for family in FAMILIES for italic in (False, True) if not italic or family.italic]


@pytest.mark.parametrize(("family", "italic"), FILES, ids=lambda value: getattr(value, "name", value))
def test_a_font_is_what_we_need(family: Family, italic: bool) -> None:
    """Whoever raises a version reads here what it no longer has, before it is on a page."""
    assert list(lacking(face(family, 400, italic), family, NEEDS[family.name])) == []


def test_the_table_has_a_row_for_each() -> None:
    """No typeface is used that the table does not know, and none is listed that is not used."""
    assert NEEDS.keys() == {family.name for family in FAMILIES}


def test_what_a_font_lacks_is_said() -> None:
    """Each need that is not met is one line."""
    latin, arabic = FAMILIES[0], NEEDS["NotoNaskhArabic"]
    assert list(lacking(face(latin, 400, False), replace(latin, name="Naskh"), arabic)) == [
        "it is called Noto Sans",
        "it is Version 2.015, not 2.021: its widths may be others",
        "GSUB does not know arab",
        "GPOS does not know arab",
    ]


def test_pages_use_the_weights_that_fonts_have() -> None:
    """No style is lighter or heavier than what every typeface has, nor is what a family stresses."""
    looks = [getattr(theme, name) for theme in _STYLES for name in theme.__slots__]
    weights = {look.text.weight for look in looks if isinstance(look, Style)}
    weights |= {face(family, weight, True).weight for family in FAMILIES for weight in weights}
    assert weights and min(weights) >= _LIGHTEST and max(weights) <= _HEAVIEST


def test_fonts_are_pinned() -> None:
    """Two computers set the same pages: the version of each package is the one that the project names, and no other."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in {family.package.replace("_", "-") for family in FAMILIES}:
        assert f"{name}=={version(name)}" in project["dependencies"]
