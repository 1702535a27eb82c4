"""A language is understood however it is written, and never guessed at."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.mail.tongues import Tongues
from foraldraskolan.problems import Message

AVAILABLE = ("sv", "en", "ar", "so", "kmr", "ckb", "fa", "prs", "ti", "bs", "uk", "pl", "th", "vi", "zh")
TONGUES = Tongues(AVAILABLE)
WRITTEN = {
    "ar": ["arabiska", "Arabiska (Syrien)", "العربية", "عربي", "ar", "AR", "ara", "Arabic", "ARABISKA", "ar-SY",
           "syrisk arabiska", "arabiska, svenska", "arabiska/kurdiska", "Arabiska.",
           "arabiska\n(tolk)"],
    "so": ["som", "so", "somali", "Soomaali", "somaliska", "af Soomaali"],
    "ckb": ["kurdiska (sorani)", "sorani", "کوردی سۆرانی", "Kurdish (Sorani)", "ckb", "kurdiska - sorani"],
    "kmr": ["nordkurdiska/kurmanji", "kurmancî", "kmr", "Kurdiska [Kurmanji]", "ku-Latn"],
    "prs": ["dari", "Dari (persiska)", "prs", "fa-AF", "fa_AF", "دری"],
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


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("kurdiska", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("Kurdish", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("kurdiska (Irak)", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("SE", "Ordet säger inte vilket språk det är. Skriv ett av: {names}."),
        ("finska", "Det finns inget brev på det språket."),
        ("fi", "Det finns inget brev på det språket."),
        ("ej svenska", "Programmet förstår inte vilket språk det är."),
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
    told = Tongues(available).understand(written)
    assert isinstance(told, Message) or told in available
