"""A language as pages, catalogs and people name it."""

import re
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale

from foraldraskolan.record import record
from foraldraskolan.scripts import SCRIPTS, Direction, Script, letter_script

SOURCE = "sv"  # every module is written in Swedish


@cache
def locale_of(tag: str) -> Locale:
    """Return the CLDR locale that dates and numbers of a language follow.

    Raises UnknownLocaleError for a language that CLDR has not, ValueError for what is no tag.
    """
    try:
        return Locale.parse(tag, "-")
    except UnknownLocaleError:
        alias = get_global("language_aliases").get(tag)  # to CLDR, Dari is the Persian of Afghanistan
        if alias is None:
            raise
        return Locale.parse(alias)


def as_written(tag: str) -> str:
    """Return a tag as BCP 47 writes it: zh-Hant for ZH_hant. Raises ValueError for what is no tag."""
    language, territory, script, variant, *_ = parse_locale(tag.replace("_", "-"), "-")
    return "-".join(filter(None, (language, script, territory, (variant or "").lower())))


def is_same(one: str, other: str) -> bool:
    """Tell whether two tags name one language, written alike: ar is ar-Arab, and prs is fa-AF."""
    return _identity(one) == _identity(other)


def _identity(tag: str) -> tuple[str | None, ...]:
    language, territory, _, variant, *_ = parse_locale(tag, "-")
    alias = get_global("language_aliases").get(language, "")
    of_alias = parse_locale(alias)[1] if alias else None
    return locale_of(tag).language, script_of(tag).code, territory or of_alias, variant


@cache
def script_of(tag: str) -> Script:
    """Return the script that a language is written in: the one that its tag names, or else the likely one of CLDR."""
    # The locale may be that of the language alone, or of another tag, where CLDR has none of its own.
    locale = locale_of(tag)
    language, territory, script, *_ = parse_locale(tag, "-")
    likely = get_global("likely_subtags")
    found = filter(None, map(likely.get, (f"{language}_{territory}", language, locale.language)))
    code = script or locale.script or next((whole.split("_")[1] for whole in found), "Latn")
    return SCRIPTS.get(code) or Script(code)


def direction_of(tag: str) -> Direction:
    """Return the direction that a language's script is read in, which is never the user's to choose."""
    return script_of(tag).direction


@cache
def culture_of(tag: str) -> str:
    """Return a language's tag with a territory, the likely one of CLDR if it names none: office programs know no other.

    It is sv-SE for sv.
    """
    language, territory, script, *_ = parse_locale(tag, "-")
    likely = get_global("likely_subtags")
    found = next(filter(None, map(likely.get, (f"{language}_{script}", language))), "")
    territory = territory or found.rpartition("_")[2]
    return "-".join(filter(None, (language, script, territory)))


def has_own_dates(tag: str) -> bool:
    """Tell whether CLDR has the names of a language's months and weekdays, in the script that it is written in."""
    locale = locale_of(tag)
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    written = {letter_script(each) for name in names for each in name} - {None}
    return not any(re.search("M[0-9]", name) for name in names) and written <= {script_of(tag).code, None}


class Patterns(NamedTuple):
    """How a language writes dates with their weekday and without, and times of day, in CLDR's letters (UTS 35, 4)."""

    weekday: str
    day: str
    clock: str


_DIGITS = "y-MM-dd"  # where CLDR has no words
_UNTRANSLATED = "y MMMM d, EEEE"  # the date of a language that CLDR has no date of
_LEADING = re.compile(r"E+(?:'[^']*'|[^'dMLyG])*")  # a weekday with all that stands between it and the date
_TRAILING = re.compile(r"[,،၊]?\s*\(?E+\)?$")
_CLOCK = re.compile("H+.*m+")  # without the word for hours that some languages have there: it stands in the sentence
_SWEDISH_CLOCK = "HH.mm"  # as Swedish agencies write, though CLDR has a colon


@cache
def _patterns(tag: str, own: str) -> Patterns:
    locale = locale_of(tag)
    clock = _CLOCK.search(locale.datetime_skeletons["Hm"].pattern)
    hours = clock[0] if clock and tag != SOURCE else _SWEDISH_CLOCK
    if not has_own_dates(tag):
        return Patterns(own or _DIGITS, own or _DIGITS, hours)
    full = locale.date_formats["full"].pattern.replace("cccc", "EEEE")  # when it is, not what it is called
    day = own or locale.date_formats["long"].pattern
    if own or full == _UNTRANSLATED:
        model = full if full != _UNTRANSLATED else locale.datetime_skeletons["yMMMEd"].pattern.replace("E", "EEEE")
        before, after = _LEADING.match(model), _TRAILING.search(model)
        full = (before[0] if before else "") + day + (after[0] if after and not before else "")
    return Patterns(full, day, hours)


@record
class Language:
    """A language of the material: BCP 47 tag, its own name, its Swedish name, its date where CLDR's is not wanted."""

    tag: str
    native: str
    swedish: str
    date: str = ""  # a pattern of CLDR's letters, without the weekday

    @property
    def patterns(self) -> Patterns:
        """Return how the language writes dates and times: as CLDR says, but for a date of its own."""
        return _patterns(self.tag, self.date)

    @property
    def locale(self) -> Locale:
        """Return the CLDR locale of the language."""
        return locale_of(self.tag)

    @property
    def direction(self) -> Direction:
        """Return the direction that the language is read in."""
        return direction_of(self.tag)
