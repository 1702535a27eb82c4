"""A text in TOML -> its values; what is not TOML, or no sane amount of it, is a problem with its line."""

import json
import re
import tomllib
from datetime import date, time
from pathlib import Path

from foraldraskolan.limits import NESTING, WORD
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message

_ERROR_LINE = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")
_SHORT_CLOCK = re.compile(r"=\s*\d{1,2}[:.]\d\d\s*(?:#.*)?$")
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
        hint = None
        if _SHORT_CLOCK.search(lines[line - 1]):
            hint = message("Skriv klockslag med sekunder: 18:00:00.")
        what = message("Filen följer inte TOML: {error}.", error=_ERROR_LINE.sub("", str(error)))
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
