"""What is wrong with a cell: it cannot be used as what its column says that it is."""

import re

from foraldraskolan.characters import hidden_character
from foraldraskolan.class_list.columns import ADDRESS, PEOPLE, PROTECTION, Column, Kind
from foraldraskolan.class_list.header import Header
from foraldraskolan.class_list.texts.email import is_address
from foraldraskolan.class_list.texts.marks import is_yes_and_more
from foraldraskolan.class_list.texts.names import people
from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.class_list.texts.values import is_reference, value_of
from foraldraskolan.limits import LONGEST_LINE
from foraldraskolan.problems import Problem, message
from foraldraskolan.spreadsheet.workbook import Row

NO_ANSWERS = {"ja", "nej", "j", "n", "yes", "no", "sant", "falskt", "true", "false", "x"}  # to what is asked in words
_LINE_BREAK = hidden_character("\n", breaks=False)
_BREAKS_ALLOWED = (*ADDRESS, Kind.EMAIL, Kind.LANGUAGE, Kind.NAME)  # a line break is a new line, or a comma
# Excel's errors in Swedish and English, LibreOffice's, and the fence of a number wider than its column.
_ERROR = re.compile(r"#[A-ZÅÄÖ]+(?:/[A-Z0-9]+)?[!?]|#N/A|#DIVISION/0!|#{3,}|(?:Err|Fel):\d{3}")
# What betrays that a value stands in another's column.
_STREET = re.compile(
    r"(?:[^\W\d][\w.:’'-]* ){0,3}[\w-]*(?:gatan|gata|v[äa]gen|v[äa]g|gr[äa]nd|gr[äa]nden|stigen|stig"
    r"|torget|torg|all[ée]n|backen|backe|plan|plats|parken|kajen|brinken|leden|ringen|g[åa]rden|lunden|[äa]ngen|liden|slingan|str[åa]ket"
    r"|street|road|lane|[gv]\.),? \d+.*",
    re.IGNORECASE | re.DOTALL,
)
_CLASS = re.compile(r"\d{1,2} ?[a-z]{1,2}", re.IGNORECASE)
_SWEDISH_POSTCODE = re.compile(r"(?:SE?-)?\d{3} ?\d{2}(?:[.,]0)?", re.IGNORECASE)
_POSTCODE_AND_TOWN = re.compile(r"(?:SE?-)?\d{3} ?\d{2} +[^\W\d_].*", re.IGNORECASE | re.DOTALL)
_LONG_NUMBER = re.compile(rf"[\d\s+()./-]{{6,}}|{_SWEDISH_POSTCODE.pattern}", re.IGNORECASE)
_FORMULA = Problem(
    message("Cellen är en formel utan sparat värde."),
    message("Öppna listan i kalkylprogrammet och spara den på nytt, eller skriv värdet i stället."),
)
_REFERENCE = Problem(message("Här står bara var värdet finns, som ”se ovan”."), message("Skriv värdet på varje rad."))
_SHOWS_ERROR = Problem(
    message("Cellen visar ett fel från kalkylprogrammet."), message("Skriv värdet i stället för formeln.")
)
_BREAK = Problem(message("Här är en radbrytning."), message("Skriv allt på en rad i cellen."))
_TOO_LONG = Problem(
    message("Cellen har över {longest} tecken på en rad.", longest=LONGEST_LINE),
    message("Står något annat här än det som rubriken säger? Korta texten."),
)
_MISPLACED = Problem(
    message("Det som står här hör inte till den här rubriken."), message("Står värdena i rätt kolumn?")
)
_TWO_PEOPLE = Problem(
    message("Här står kanske två vårdnadshavare i en cell."),
    message("Skriv dem på var sin rad i cellen, med för- och efternamn, eller i var sin kolumn."),
)


def cell_problem(header: Header, column: Column, row: Row) -> Problem | None:
    """Return what is wrong with a row's cell in a column, without its place, or None."""
    kind, text = column.kind, row.cell(column.index)
    if kind in PROTECTION:  # whatever else stands there protects
        return _MISPLACED if _is_anothers(header, column, text) else None
    if is_reference(text):
        return _REFERENCE
    if column.index in row.uncalculated:
        return _FORMULA
    if _ERROR.fullmatch(text):
        return _SHOWS_ERROR
    hidden = hidden_character(text, breaks=kind in _BREAKS_ALLOWED)
    if hidden == _LINE_BREAK:
        return _BREAK
    if hidden:
        what = message("Här står ett osynligt tecken: {name}.", name=hidden)
        return Problem(what, message("Skriv om hela cellen för hand."))
    if kind is not Kind.EMAIL and max(map(len, text.split("\n"))) > LONGEST_LINE:
        return _TOO_LONG
    if value_of(text, kind) and _is_anothers(header, column, text):
        return _MISPLACED
    return _TWO_PEOPLE if kind is Kind.NAME and people(text) is None else None


def _is_anothers(header: Header, column: Column, text: str) -> bool:
    """Return whether a value is plainly of another column: one cell too few or too many moves them all."""
    kind, words = column.kind, normalised(text)
    if is_address(text) and kind is not Kind.EMAIL:
        return kind not in PROTECTION or "post" not in normalised(column.title)
    is_answer = words in NO_ANSWERS
    is_word_of_answer = is_answer and len(words) > 1  # a letter may be an initial, or a class
    has_digit = any(map(str.isdecimal, text))
    match kind:
        case _ if kind in PEOPLE:
            return is_word_of_answer or is_yes_and_more(text) or _matches(text, _LONG_NUMBER, _STREET, _CLASS)
        case Kind.GROUP:
            return is_word_of_answer or _matches(text, _STREET, _LONG_NUMBER)
        case Kind.IDENTITY:
            return not has_digit
        case Kind.LANGUAGE:
            shifted = is_answer and header.has(Kind.PROTECTED)
            return shifted or _matches(text, _STREET, _SWEDISH_POSTCODE, _POSTCODE_AND_TOWN)
        case Kind.POSTCODE:
            has_town = any(each.kind is Kind.CITY and each.guardian == column.guardian for each in header.columns)
            wordy = has_town if _matches(text, _POSTCODE_AND_TOWN) else re.search(r"[^\W\d_]{4,}", text) is not None
            return not has_digit or wordy or is_answer
        case Kind.CITY:
            return is_answer or not any(map(str.isalpha, text)) or _matches(text, _LONG_NUMBER)
        case Kind.STREET:
            return is_answer or _matches(text, _SWEDISH_POSTCODE)
        case Kind.PROTECTED:
            return _matches(text, _SWEDISH_POSTCODE) and "adress" not in normalised(column.title)
    return False


def _matches(text: str, *patterns: re.Pattern[str]) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)
