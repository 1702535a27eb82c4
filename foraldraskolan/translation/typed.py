"""What a spreadsheet makes of a text that somebody types: days, errors, other quotation marks."""

import re

from foraldraskolan.problems import Message, message
from foraldraskolan.translation.catalog import Entry
from foraldraskolan.translation.checking.grammar import Grammar
from foraldraskolan.translation.sheet import as_a_cell

_ERROR = re.compile(r"#[A-ZÅÄÖ/0-9]+[?!]?|Err:\d+|SANT|FALSKT")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:]+)?|\d\d:\d\d:\d\d|#+|-?\d+,\d+")
_FORMULA = re.compile(r"[=@]|[+-](?=\w+\()")
_IN_WORD = re.compile(r"(?<=\w)['’ʼ‘`´](?=\w)")
_AFTER_WORD = re.compile(r"(?<=\w)[’ʼ](?!\w)")


def not_typed(written: str, entry: Entry) -> Message | None:
    """Return why a cell does not hold what somebody typed into it, None if it may."""
    alike = (as_a_cell(entry.source), as_a_cell(entry.text))
    if written in alike:
        return None
    if _ERROR.fullmatch(written):
        return message("Cellen visar ett fel från kalkylprogrammet: {text}", text=written)
    if _DAY.fullmatch(written):
        return message("Kalkylprogrammet har gjort om texten till ett datum eller ett tal: {text}", text=written)
    if _FORMULA.match(written):
        return message("Texten börjar som en formel: {text}", text=written)
    if "\n" in written and "\n" not in entry.source:
        return message("Här är en radbrytning.")
    return None


def cleaned(written: str, grammar: Grammar) -> str:
    """Return a text as the language writes it: its own apostrophe in words, its own marks for those of typewriters.

    What a spreadsheet puts before a text to keep it one (') goes.
    """
    text = as_a_cell(written)
    if text.startswith("'") and text.count("'") - len(_IN_WORD.findall(text)) == 1:
        text = text[1:].lstrip()
    if grammar.apostrophe:
        text = _IN_WORD.sub(grammar.apostrophe, text)
        if grammar.apostrophe == "'" and "‘" not in text:
            text = _AFTER_WORD.sub("'", text)
    if grammar.quotes and text.count('"') % 2 == 0:
        for mark in grammar.quotes[0] * (text.count('"') // 2):
            text = text.replace('"', mark, 1)
    return text
