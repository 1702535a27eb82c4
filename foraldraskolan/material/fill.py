"""Every Field of a Document -> the Value that it stands for, written as the text's language writes it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from babel.dates import format_date, format_time
from babel.numbers import format_decimal, format_percent

from foraldraskolan.document.inlines import Field, Foreign, Inline, Text, Value
from foraldraskolan.document.meaning import Document
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import fill_fields, rewrite
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.material.library import Library
from foraldraskolan.material.phone import phone_value
from foraldraskolan.material.records import Unit
from foraldraskolan.problems import Problem, message, raise_found

# CLDR puts these around the per cent sign in Arabic; a Value is an isolate and needs none.
_WITHOUT_MARKS = str.maketrans("", "", "\u061c\u200e\u200f")


def fill(document: Document, library: Library, languages: Mapping[str, Language]) -> Document:
    """Return the document with every field filled; raise ProblemsFound for each field that nothing fills.

    A text that is never translated (its source is empty) is filled in the document's language, any other in its own.
    `languages` has a Language for every tag in the document.
    """
    problems: list[Problem] = []

    def filled(prose: Prose) -> Prose:
        language = languages[prose.language] if prose.source else document.language

        def value(inline: Inline) -> Inline:
            if not isinstance(inline, Field):
                return inline
            found = field_value(inline, document.meeting, library, language)
            if found is None:
                what = message("Fältet {{{kind}:{key}}} går inte att fylla.", kind=inline.kind, key=inline.key)
                problems.append(Problem(what, place=prose.place))
            return found or inline

        inlines = fill_fields(prose.inlines, value)
        return prose if inlines == prose.inlines else replace(prose, inlines=inlines, language=language.tag)

    blocks = rewrite(document.blocks, filled)
    title = filled(document.title)
    raise_found(problems)
    return replace(document, title=title, blocks=blocks)


def field_value(field: Field, meeting: Meeting, library: Library, language: Language) -> Value | Text | Foreign | None:
    """Return what a field stands for in a language, or None if there is nothing that it names."""
    match field.kind:
        case "phone":
            contact = library.contacts.get(field.key)
            return phone_value(contact.phone) if contact and contact.phone else None
        case "fact":
            return _fact(field.key, library, language)
        case "meeting":
            return _meeting(field.key, meeting, language)
        case "label":
            return None


def _fact(key: str, library: Library, language: Language) -> Value | None:
    fact = library.facts.get(key)
    if fact is not None:
        return Value(number_text(fact.value, fact.unit, language))
    id, _, label = key.partition("/")
    series = library.series.get(id)
    for point in series.points if series else ():
        if series and point.label.source == label and point.value is not None:
            return Value(number_text(point.value, series.unit, language))
    return None


def number_text(value: int | float, unit: Unit, language: Language) -> str:
    """Return a figure as the language writes it, always with the digits 0-9; a percentage is given as 12.5."""
    exact = Decimal(str(value))
    match unit:
        case "percent":
            text = format_percent(
                exact / 100, locale=language.locale, decimal_quantization=False, numbering_system="latn"
            )
        case "count" | "none":
            text = format_decimal(exact, locale=language.locale, decimal_quantization=False, numbering_system="latn")
        case "year" | "age":
            text = str(value)
    return text.translate(_WITHOUT_MARKS)


def date_text(day: date, language: Language) -> str:
    """Return a date with its weekday, as the language says when something is, with the digits 0-9."""
    return format_date(day, language.patterns.weekday, locale=language.locale)


def day_text(day: date, language: Language) -> str:
    """Return a date as the language writes it in full: day, month's name and year, with the digits 0-9."""
    return format_date(day, language.patterns.day, locale=language.locale)


def clock_text(clock: time, language: Language) -> str:
    """Return a time of the day of 24 hours as the language writes it, with the digits 0-9: 18.00 in Swedish."""
    return format_time(clock, language.patterns.clock, locale=language.locale)


def _meeting(key: str, meeting: Meeting, language: Language) -> Value | Text | Foreign | None:
    match key:
        case "date":
            return Value(date_text(meeting.date, language))
        case "start":
            return Value(clock_text(meeting.start, language))
        case "end":
            end = datetime.combine(meeting.date, meeting.start) + timedelta(minutes=meeting.minutes)
            return Value(clock_text(end.time(), language))
        case "title":
            return _typed(meeting.title, language)
        case "place":
            return _typed(meeting.place, language)
        case "host":
            return _typed(meeting.host, language)
    return None


def _typed(text: str, language: Language) -> Text | Foreign:
    """Return what the user typed, which is Swedish in every language, and may be long enough to break."""
    return Text(text) if language.tag == SOURCE else Foreign(SOURCE, (Text(text),))
