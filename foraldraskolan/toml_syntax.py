"""A text in TOML -> its values; what is not TOML, or no sane amount of it, is a problem with its line."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path

from foraldraskolan.limits import NESTING, WORD
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message

_ERROR_LINE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")
_SHORT_CLOCK = re.compile(r"=\s*\d{1,2}[:.]\d\d\s*(?:#.*)?$")
_TWICE = message("Nyckeln eller tabellen står redan i filen.")
_NO_TIME = message("Dagen eller klockslaget finns inte.")
_FORM = message("Filen är skriven i TOML: nyckel = värde, med texter inom citattecken.")
_BACKSLASH = message("Här står ett \\ som inte betyder något.")
_CHARACTER = message("Här står ett tecken som inte får stå i TOML.")
# What Python's reader says, by how it begins; a later Python may say it in another way.
_REASONS: Mapping[str, Message] = {
    "Invalid statement": message("Raden är varken en nyckel med sitt värde eller en rubrik inom hakparenteser."),
    "Expected newline or end of document": message("Efter värdet står något mer på raden."),
    "Expected ']": message("Rubrikens hakparentes stängs inte."),
    "Expected '='": message("Efter nyckeln saknas ett =."),
    "Invalid initial character for a key": message("Här väntades en nyckel."),
    "Unclosed array": message("Listan stängs inte med en hakparentes."),
    "Unclosed inline table": message("Tabellen stängs inte med en klammer."),
    **dict.fromkeys(("Unterminated string", 'Expected "'), message("Texten saknar sitt sista citattecken.")),
    "Invalid date or datetime": _NO_TIME,
    "Invalid value": message("Värdet går inte att läsa."),
    **dict.fromkeys(("Cannot declare", "Cannot overwrite", "Cannot redefine", "Cannot mutate", "Duplicate"), _TWICE),
    **dict.fromkeys(("Unescaped", "Invalid hex value", "Escaped character"), _BACKSLASH),
    **dict.fromkeys(("Found invalid character", "Illegal character"), _CHARACTER),
}
# A string that is never closed goes on to the end of the text, so that every character is looked at once.
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"""|\Z)'
    r"|'''.*?(?:'''|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*"
    r"|[\[\]{}\n]"
    r"|[^\s\"'#\[\]{},=]+",
    re.DOTALL,
)


def parse_toml(text: str, path: Path) -> dict[str, object]:
    """Return the values of a TOML text; raise ProblemsFound if it is not TOML.

    Brackets, numbers and keys beyond all use are refused first: Python's reader gives up on them in ways of its own.
    """
    _expect_sane(text, path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = _ERROR_LINE.search(str(error))
        lines = text.split("\n")
        line = int(match[1]) if match and match[1] else len(lines)
        reason = _ERROR_LINE.sub("", str(error))
        found = (said for start, said in _REASONS.items() if reason.startswith(start))
        what = next(found, None) or message("Filen följer inte TOML: {error}.", error=reason)
        hint = None if what in (_TWICE, _NO_TIME) else _FORM
        if _SHORT_CLOCK.search(lines[line - 1]):
            hint = message("Skriv klockslag med sekunder: 18:00:00.")
        raise ProblemsFound([Problem(what, hint, Place(path, line))]) from None


def shown(value: object) -> str:
    """Return a value as TOML writes it, whatever language the user reads."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, dict | list) and value:
        return "{ … }" if isinstance(value, dict) else "[ … ]"
    return json.dumps(value, ensure_ascii=False)


def _expect_sane(text: str, path: Path) -> None:
    line, depth, dots = 1, 0, 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        bare = token[0] not in "\"'#\n"
        if token in "[{":
            depth += 1
        elif token in "]}":
            depth = max(depth - 1, 0)
        elif bare and len(token) > WORD:
            what = message("Här står ett tal eller en nyckel med {count} tecken.", count=len(token))
            raise _insane(path, line, what, message("Högst {most} är tillåtna.", most=WORD))
        elif bare and (token.startswith(".") or token.endswith(".")):
            dots += 1  # between the parts of a key, as in "a"."b" and a . b
        elif token == "\n":
            dots = 0
        if max(depth, dots) > NESTING:
            what = message("Här ligger för mycket inuti vartannat.")
            raise _insane(path, line, what, message("Högst {most} nivåer är tillåtna.", most=NESTING))
        line += token.count("\n")


def _insane(path: Path, line: int, what: Message, hint: Message) -> ProblemsFound:
    return ProblemsFound([Problem(what, hint, Place(path, line))])
