"""A language is understood however it is written, and never guessed at."""

from gettext import NullTranslations
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.texts.languages import LanguageNames, LanguageReader
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.spellings import AMBIGUOUS, NOT, SPELLINGS
from foraldraskolan.cli.interface import interface
from foraldraskolan.problems import Message

AVAILABLE = ("sv", "en", "ar", "so", "kmr", "ckb", "fa", "prs", "ti", "bs", "uk", "pl", "th", "vi", "zh")
TONGUES = LanguageReader(AVAILABLE)
WRITTEN = {
    "ar": ["arabiska", "Arabiska (Syrien)", "العربية", "عربي", "ar", "AR", "ara", "Arabic", "ARABISKA", "ar-SY",
           "syrisk arabiska", "arabiska, svenska", "arabiska/kurdiska", "Arabiska.",
           "arabiska\n(tolk)", "MLARA", "Sudanarabiska", "Arabiska (Sudan)", "Behöver tolk arabiska", "Arabiska - tolk",
           "ML ARA", "Modersmål arabiska", "Modersmål: ARA", "Svenska som andraspråk (arabiska)", "arabiska>svenska",
           "Arabiska, tolk ja", "Arabiska 1S", "Libanesiska", "Arabisk", "Arabiska, ej svenska", "talar arabiska hemma",
           "Arabiska (ingen tolk)", "Arabiska, lite svenska", "Arabiska (förstår svenska)", "Mother tongue: Arabic"],
    "so": ["som", "so", "somali", "Soomaali", "somaliska", "af Soomaali", "SOM", "Tolk: somaliska", "Språk: som"],
    "ckb": ["kurdiska (sorani)", "sorani", "کوردی سۆرانی", "Kurdish (Sorani)", "ckb", "kurdiska - sorani"],
    "kmr": ["nordkurdiska/kurmanji", "kurmancî", "kmr", "Kurdiska [Kurmanji]", "ku-Latn"],
    "prs": ["dari", "Dari (persiska)", "prs", "fa-AF", "fa_AF", "دری", "persiska från Afghanistan",
            "Farsi (Afghanistan)"],
    "fa": ["farsi/persiska", "persiska", "فارسی", "فارسي", "fas", "per", "Persian"],
    "ti": ["tigrinja/tigrinska/ትግርኛ", "tigrinja", "tir"],
    "bs": ["bosniska", "BKS", "bosanski", "bosniska/kroatiska/serbiska"],
    "en": ["engelska", "English", "eng", "en-GB"],
    "sv": ["sv-SE", "Svenska", "swe", "finska och svenska"],
    "zh": ["kinesiska", "zh-Hans", "中文", "mandarin"],
}  # fmt: skip


@pytest.mark.parametrize(("written", "tag"), [(each, tag) for tag, all in WRITTEN.items() for each in all])
def test_a_language_however_it_is_written(written: str, tag: str) -> None:
    """School spellings, Swedish, English and own names, and codes of ISO 639 give the tag that there is."""
    assert TONGUES.understand(written) == tag


@pytest.mark.parametrize("tag", AVAILABLE)
def test_every_language_by_its_names(tag: str) -> None:
    """CLDR's names of each language in Swedish, English and itself, and its tag, are understood."""
    names = [tag]
    if tag not in ("kmr", "prs"):  # which CLDR has no names of under these tags
        names += [Locale(each).languages[tag] for each in {"sv", "en", tag}]
    assert {TONGUES.understand(form) for name in names for form in (name, name.upper(), f" {name} ")} == {tag}


NEGATED = "Cellen säger vilket språk det inte är. Skriv bara språket som brevet ska vara på."
WHO_SPEAKS = "Cellen säger vem i familjen som talar språket. Skriv varje vårdnadshavares språk för sig."


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("kurdiska", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("Kurdish", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("kurdiska (Irak)", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("SE", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("finska", "Det finns inget brev på det språket."),
        ("fi", "Det finns inget brev på det språket."),
        ("ej svenska", NEGATED),
        ("Inte arabiska", NEGATED),
        ("Engelska ej, arabiska", NEGATED),
        ("Inte engelska eller arabiska", NEGATED),
        ("Arabiska, svenska ej", NEGATED),
        ("Arabiska, inte", NEGATED),
        ("lite svenska", NEGATED),
        ("annat än svenska", NEGATED),
        ("somaliska?", "Menade du {near}?"),
        ("arabska", "Menade du {near}?"),
        ("arabiskaa", "Menade du {near}?"),
        ("aribiska", "Menade du {near}?"),
        ("arab.", "Menade du {near}?"),
        ("icke-arabiska", NEGATED),
        ("Arabiska och så vidare", "Menade du {near}?"),
        ("Arabiska (kurdiska)", "Menade du {near}?"),
        ("so-arabiska", "Menade du {near}?"),
        ("Kuba arabiska", "Menade du {near}?"),
        ("arabiska svenska", "Menade du {near}?"),
        ("mamma arabiska, pappa svenska", WHO_SPEAKS),
        ("Svenska (pappa: arabiska)", WHO_SPEAKS),
        ("Mamma: arabiska", WHO_SPEAKS),
        ("SVA", "Svenska som andraspråk säger inte vilket språk familjen talar."),
        ("Sv2", "Svenska som andraspråk säger inte vilket språk familjen talar."),
        ("Somalia", "Ett land säger inte vilket språk familjen talar."),
        ("Irak", "Ett land säger inte vilket språk familjen talar."),
        ("Irakiska", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("Ja", "Programmet förstår inte vilket språk det är."),
        ("Nej", "Programmet förstår inte vilket språk det är."),
        ("af-maay", "Det finns inget brev på det språket."),
        ("8B", "Programmet förstår inte vilket språk det är."),
        ("", "Språket är inte ifyllt."),
        ("–", "Språket är inte ifyllt."),
    ],
)
def test_what_is_not_understood_is_said(written: str, why: str) -> None:
    """An ambiguous word, a language without letters and a word that is none each have their reason."""
    told = TONGUES.understand(written)
    assert isinstance(told, Message) and told.msgid == why


@given(written=st.text(), available=st.sets(st.sampled_from(AVAILABLE)))
def test_only_what_there_is(written: str, available: set[str]) -> None:
    """Whatever is written, the answer is an available tag or a reason."""
    told = LanguageReader(available).understand(written)
    assert isinstance(told, Message) or told in available


NAMES = sorted({name.title() for spellings in SPELLINGS.values() for name in spellings.split(", ")} | {
    Locale(locale).languages[tag].title() for locale in ("sv", "en") for tag in AVAILABLE if tag not in ("kmr", "prs")
})  # fmt: skip
KNOWN = {normalised(name) for name in (*NAMES, *AVAILABLE)}
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


@given(name=st.sampled_from(NAMES), at=st.integers(0), letter=st.sampled_from(LETTERS), change=st.sampled_from("+-~<"))
def test_a_letter_wrong_is_asked_about(name: str, at: int, letter: str, change: str) -> None:
    """A name with a letter more, less, other or out of place is that language or a question; never another language.

    What it has become may be another name, spelled right.
    """
    meant = TONGUES.understand(name)
    at %= len(name)
    changed = {
        "+": name[:at] + letter + name[at:],
        "-": name[:at] + name[at + 1 :],
        "~": name[:at] + letter + name[at + 1 :],
        "<": name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
    }[change]
    told = TONGUES.understand(changed)
    assert (
        isinstance(told, Message)
        or told == meant
        or normalised(changed) in {normalised(each) for each in (*NAMES, *AVAILABLE)}
    )


@given(
    no=st.sampled_from(sorted(NOT)), name=st.sampled_from(NAMES), other=st.sampled_from(["", *NAMES]),
    between=st.sampled_from([", ", " och ", "/", " eller ", "; ", " "]), after=st.booleans(),
    beside=st.sampled_from(["", "talar", "tolk"]),
)  # fmt: skip
def test_a_language_that_is_denied_is_never_given(
    no: str, name: str, other: str, between: str, after: bool, beside: str
) -> None:
    """With a no before or after a name, it is not the answer; one that stands apart before that may be."""
    denied = f"{name} {no}" if after else f"{no} {beside} {name}"
    for written in (denied, f"{denied}{between}{other}", f"{other}{between}{denied}"):
        told = TONGUES.understand(written)
        assert isinstance(told, Message) or told == TONGUES.understand(other)


@given(name=st.sampled_from(NAMES), words=st.text(LETTERS + " ", min_size=1, max_size=20))
def test_what_is_not_understood_beside_a_name_is_asked_about(name: str, words: str) -> None:
    """Words beside a name are understood, or asked about: the answer is that language or another that is named."""
    told = TONGUES.understand(f"{name} {words}")
    assert isinstance(told, Message) or told in (TONGUES.understand(name), TONGUES.understand(words), "sv")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_asked_for_is_understood(language: str) -> None:
    """Every name in a question, in the interface's language, is a language when it is written into the list."""
    catalog = NullTranslations() if language == "sv" else interface("en", Path("translations"))
    for tag in {tag for tags in AMBIGUOUS.values() for tag in tags}:
        name = LanguageNames((tag,)).text(catalog)
        assert LanguageReader((tag,)).understand(name) == tag, name
    assert LanguageNames(("ar", "ckb")).text(catalog) == {"sv": "arabiska, sorani", "en": "Arabic, Sorani"}[language]
