"""No field is left on a page, and each is written as its language writes it."""

import datetime as dt
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.characters import forbidden
from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.inlines import Field, Foreign, Inline, Strong, Text, Value
from foraldraskolan.document.meaning import Document, Section
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain, proses, rewrite, rewrite_inlines
from foraldraskolan.language import Language
from foraldraskolan.material.assemble import SWEDISH, assemble, assemble_letter, assemble_staff
from foraldraskolan.material.fill import clock_text, date_text, day_text, fill, number_text
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import read_plan
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.translation.languages import read_languages

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
LIBRARY = read_library(GOOD)
PLAN = read_plan(GOOD / "plans" / "example.toml", LIBRARY, ("sv", "ar"))
# How a Thursday, its date and five past nine are written: by CLDR, but what languages.toml says otherwise.
DATES = {
    "sv": ("torsdag 3 december 2026", "3 december 2026", "09.05"),
    "en": ("Thursday, 3 December 2026", "3 December 2026", "09:05"),
    "ar": ("الخميس، 3 ديسمبر (12) 2026", "3 ديسمبر (12) 2026", "09:05"),
    "so": ("Khamiis, 3 Diseembar 2026", "3 Diseembar 2026", "09:05"),
    "uk": ("четвер, 3 грудня 2026\u202fр.", "3 грудня 2026\u202fр.", "09:05"),
    "fa": ("پنجشنبه 3 دسامبر 2026", "3 دسامبر 2026", "9:05"),
    "prs": ("پنجشنبه 3 دسمبر 2026", "3 دسمبر 2026", "09:05"),
    "ckb": ("پێنجشەممە، 3ی کانونی یەکەمی 2026", "3ی کانونی یەکەمی 2026", "09:05"),
    "ti": ("ሓሙስ፣ 3 ታሕሳስ 2026", "3 ታሕሳስ 2026", "09:05"),
    "fi": ("torstaina 3. joulukuuta 2026", "3. joulukuuta 2026", "9.05"),  # on Thursday, of December
    "es": ("jueves, 3 de diciembre de 2026", "3 de diciembre de 2026", "9:05"),
    "pl": ("czwartek, 3 grudnia 2026", "3 grudnia 2026", "09:05"),
    "tr": ("3 Aralık 2026 Perşembe", "3 Aralık 2026", "09:05"),
    "bs": ("četvrtak, 3. decembar 2026.", "3. decembar 2026.", "09:05"),
    "hr": ("četvrtak, 3. prosinca 2026.", "3. prosinca 2026.", "09:05"),
    "sr-Latn": ("četvrtak, 3. decembar 2026.", "3. decembar 2026.", "09:05"),
    "ru": ("четверг, 3 декабря 2026\u202fг.", "3 декабря 2026\u202fг.", "09:05"),
    "ur": ("جمعرات، 3 دسمبر، 2026", "3 دسمبر، 2026", "09:05"),
    "he": ("יום חמישי, 3 בדצמבר 2026", "3 בדצמבר 2026", "9:05"),
    "sq": ("e enjte, 3 dhjetor 2026", "3 dhjetor 2026", "09:05"),
    "hu": ("2026. december 3., csütörtök", "2026. december 3.", "9:05"),
    "da": ("torsdag den 3. december 2026", "3. december 2026", "09.05"),
    "am": ("ሐሙስ 3 ዲሴምበር 2026", "3 ዲሴምበር 2026", "09:05"),
    "th": ("วันพฤหัสบดีที่ 3 ธันวาคม ค.ศ. 2026", "3 ธันวาคม ค.ศ. 2026", "09:05"),
    "zh": ("2026年12月3日星期四", "2026年12月3日", "09:05"),
    "ku-Arab": ("2026-12-03", "2026-12-03", "09:05"),  # CLDR has no words of it
    "dv": ("2026-12-03", "2026-12-03", "09:05"),
    "bg": ("четвъртък, 3 декември 2026\u202fг.", "3 декември 2026\u202fг.", "09:05"),
}
LANGUAGES = {tag: Language(tag, tag, tag) for tag in DATES} | read_languages(Project.default().translations)
tags = st.sampled_from(sorted(LANGUAGES))


def in_language(document: Document, tag: str) -> Document:
    """Return the document as if it were translated: every text that can be is of the language."""
    blocks = rewrite(document.blocks, lambda prose: replace(prose, language=tag) if prose.source else prose)
    return replace(document, language=LANGUAGES[tag], blocks=blocks)


def fields(document: Document) -> list[Inline]:
    """Return every field of a document."""
    found: list[Inline] = []

    def note(inline: Inline) -> Inline:
        if isinstance(inline, Field):
            found.append(inline)
        return inline

    for _, prose in proses(document):
        rewrite_inlines(prose.inlines, note)
    return found


@given(tags)
def test_no_field_is_left(tag: str) -> None:
    """Every document of the good project has fields, and none once it is filled, in any language."""
    for document in (assemble(PLAN, LIBRARY), assemble_letter(PLAN, LIBRARY, "invitation")):
        document = in_language(document, tag)
        assert fields(document)
        assert not fields(fill(document, LIBRARY, LANGUAGES))


@given(tags)
def test_filling_twice_is_filling_once(tag: str) -> None:
    """A filled document, and one without fields, stays as it is."""
    filled = fill(in_language(assemble(PLAN, LIBRARY), tag), LIBRARY, LANGUAGES)
    assert fill(filled, LIBRARY, LANGUAGES) == filled
    staff = assemble_staff(PLAN, LIBRARY)
    assert fill(staff, LIBRARY, LANGUAGES) == staff


@given(tags, st.dates(), st.times(), st.decimals(0, 10**6, places=2).map(float))
def test_digits_are_those_of_phones(tag: str, day: date, clock: time, value: float) -> None:
    """Dates, times and figures have the digits 0-9 and no hidden characters, in every language."""
    language = LANGUAGES[tag]
    for text in (
        date_text(day, language),
        clock_text(clock, language),
        number_text(value, "percent", language),
        number_text(value, "count", language),
    ):
        assert all(character in "0123456789" for character in text if character.isdigit())
        assert not forbidden(text)


def test_a_field_that_nothing_fills_is_a_problem() -> None:
    """A field of a translation that names nothing stops the build; it is never printed."""
    lost = Prose((Field("phone", "hlepline"), Field("label", "page")), "sv", "{phone:hlepline}{page}")
    section = assemble_staff(PLAN, LIBRARY).blocks[0]
    assert isinstance(section, Section)
    document = replace(assemble_staff(PLAN, LIBRARY), blocks=(replace(section, blocks=(Paragraph(lost),)),))
    with pytest.raises(ProblemsFound) as found:
        fill(document, LIBRARY, LANGUAGES)
    assert str(found.value) == "Fältet {phone:hlepline} går inte att fylla.; Fältet {label:page} går inte att fylla."


def filled(tag: str, *inlines: Inline) -> tuple[Inline, ...]:
    """Return the inlines of one text of this language, filled for the good project's meeting."""
    document = replace(
        assemble_staff(PLAN, LIBRARY), language=LANGUAGES[tag], blocks=(Paragraph(Prose(inlines, tag, "text")),)
    )
    (paragraph,) = fill(document, LIBRARY, LANGUAGES).blocks
    assert isinstance(paragraph, Paragraph)
    return paragraph.text.inlines


@pytest.mark.parametrize(
    ("tag", "kind", "key", "text"),
    [
        *((tag, "meeting", "date", weekday) for tag, (weekday, _, _) in DATES.items()),
        ("sv", "meeting", "start", "18.00"),
        ("sv", "meeting", "end", "18.30"),
        ("ar", "meeting", "end", "18:30"),
        ("sv", "fact", "share", "12,5\u00a0%"),
        ("ar", "fact", "share", "12.5%"),
        ("tr", "fact", "share", "%12,5"),
        ("sv", "fact", "pupils", "10\u00a0400"),
        ("en", "fact", "pupils", "10,400"),
        ("en", "fact", "survey-year", "2023"),
        ("so", "fact", "trend/Senare", "12.5%"),
    ],
)
def test_how_a_field_is_written(tag: str, kind: str, key: str, text: str) -> None:
    """Dates, times and figures follow the language of their text."""
    field = Field("meeting", key) if kind == "meeting" else Field("fact", key)
    assert filled(tag, field) == (Value(text),)


@pytest.mark.parametrize("tag", DATES)
def test_dates_and_times_are_those_of_the_language(tag: str) -> None:
    """Words, order and signs are CLDR's; the day has 24 hours, and a word for hours stands in the sentence."""
    day, language = date(2026, 12, 3), LANGUAGES[tag]
    assert (date_text(day, language), day_text(day, language), clock_text(time(9, 5), language)) == DATES[tag]


@pytest.mark.parametrize(
    ("date", "weekday"),
    [("d/M/y", "3/12/2026 Perşembe"), ("y-MM-dd", "2026-12-03 Perşembe"), ("", "3 Aralık 2026 Perşembe")],
)
def test_a_date_of_ones_own_has_the_weekday_where_the_language_has_it(date: str, weekday: str) -> None:
    """What languages.toml says is day, month and year."""
    assert date_text(dt.date(2026, 12, 3), Language("tr", "Türkçe", "turkiska", date)) == weekday


@pytest.mark.parametrize(
    ("inlines", "text"),
    [
        ((Text("З "), Field("meeting", "date"), Text(". Так.")), "З четвер, 3 грудня 2026\u202fр. Так."),
        ((Strong((Field("meeting", "date"), Text("."))),), "четвер, 3 грудня 2026\u202fр."),
        ((Field("meeting", "date"), Text(", так.")), "четвер, 3 грудня 2026\u202fр., так."),
        ((Field("meeting", "start"), Text(".")), "18:00."),
    ],
)
def test_a_sentence_has_one_full_stop(inlines: tuple[Inline, ...], text: str) -> None:
    """That of a date's last word is also the sentence's."""
    assert plain(filled("uk", *inlines)) == text


def test_phones_are_the_same_everywhere() -> None:
    """A number is written as the contact says and dialled from abroad too; a short number is dialled as it is."""
    for tag in ("sv", "ar"):
        assert filled(tag, Field("phone", "helpline")) == (Value("020-12 34 56", "tel:+4620123456"),)
        assert filled(tag, Field("phone", "emergency")) == (Value("112", "tel:112"),)


def test_what_the_user_typed_is_swedish() -> None:
    """The meeting's own words keep their language inside another."""
    assert filled("sv", Field("meeting", "place")) == (Text("Aulan"),)
    assert filled("ar", Text("في "), Field("meeting", "place")) == (Text("في "), Foreign("sv", (Text("Aulan"),)))


def test_a_text_that_missed_translation_is_filled_in_swedish() -> None:
    """In an Arabic letter, the Swedish text that stands in for a missing one has a Swedish date."""
    letter = replace(assemble_letter(PLAN, LIBRARY, "invitation"), language=LANGUAGES["ar"])
    texts = [plain(prose.inlines) for _, prose in proses(fill(letter, LIBRARY, LANGUAGES))]
    assert "Välkommen till Möte 8B den torsdag 3 december 2026 klockan 18.00 till 18.30." in texts


def test_a_charts_figures_follow_the_document() -> None:
    """The figures of a chart belong to no translation; they are written in the document's language."""
    document = fill(in_language(assemble(PLAN, LIBRARY), "tr"), LIBRARY, LANGUAGES)
    assert [
        prose.language for _, prose in proses(document) if plain(prose.inlines) == "%12,5" and not prose.source
    ] == ["tr"]
    assert SWEDISH.tag == assemble(PLAN, LIBRARY).language.tag
