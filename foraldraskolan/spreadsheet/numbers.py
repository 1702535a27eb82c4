"""How a spreadsheet shows a number: as a day, a time, a count of digits."""

import re
from datetime import datetime, time, timedelta
from math import isfinite

from foraldraskolan.record import record

_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}  # the numbers of built-in formats of dates
# What a format shows as it is written: texts, marked letters, colours, currencies; hours that count on are no such.
_AS_WRITTEN = re.compile(r'"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_MOST_DAYS = 2_958_466  # the day after 9999-12-31


@record
class Style:
    """How a cell shows its number: as a day or a time, as time that has passed, or with so many digits at least."""

    moment: bool = False
    passed: bool = False
    digits: int = 0


def style_of(number: str, code: str) -> Style:
    """Return the style of a format by its number, and its code if the workbook says one."""
    code = _AS_WRITTEN.sub("", code.split(";")[0]).casefold()
    if not code:
        return Style(moment=number.isdecimal() and int(number[:4]) in _DATES)
    if re.search("[dmyhs]", code):
        return Style(moment="[" not in code, passed="[" in code)
    zeros = code.replace(" ", "")
    return Style(digits=len(zeros) if set(zeros) == {"0"} else 0)


def shown_number(value: str, style: Style, from_1904: bool) -> str:
    """Return a number as its reader sees it, near enough: 8.0 as 8, a day as 2026-11-03.

    Raises ValueError if it is no number.
    """
    number = float(value)
    if not isfinite(number):
        raise ValueError("not a number")
    if style.moment:
        return _moment(number, from_1904)
    if style.passed:
        return str(timedelta(days=number))
    if not number.is_integer():
        return f"{number:.15g}".replace(".", ",")
    return str(int(number)).zfill(style.digits) if abs(number) < 1e15 else f"{number:.15g}"


def _moment(days: float, from_1904: bool) -> str:
    if not 0 <= days < _MOST_DAYS:
        return "#####"  # as Excel
    if from_1904:
        days += 1462
    elif 1 <= days < 60:
        days += 1  # Excel counts a 29 February 1900
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(days * 86_400))
    if days < 1:
        return moment.time().isoformat()
    return moment.date().isoformat() if moment.time() == time() else moment.isoformat()
