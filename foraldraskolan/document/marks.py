"""Source marks: [^2] stands behind what the second source of an article says.

A mark is data beside a text and no part of it: no translator sees one, and in every language they come after the text.
"""

import re

from foraldraskolan.document.inlines import Inline, SourceMark, Text

# A mark is none after a backslash, in a field or in the address of a link.
_RUN = re.compile(r"\\[^\n]|\{[^{}]*\}|\]\([^()\s]*\)|(?P<marks>(?: ?\[\^[0-9]{1,9}\])+)(?P<after> ?)")
_NUMBER = re.compile(r"[0-9]+")


def split_marks(source: str) -> tuple[str, tuple[int, ...]]:
    """Return a text as its author wrote it but without its source marks, and their numbers, each once, in order."""
    if "[^" not in source:
        return source, ()
    numbers: list[int] = []

    def left(run: re.Match[str]) -> str:
        marks = run["marks"]
        if marks is None:
            return run[0]
        numbers.extend(map(int, _NUMBER.findall(marks)))
        before, behind = source[: run.start()], source[run.end() : run.end() + 1]
        inside = before and not before.endswith("\n") and behind
        return " " if inside and (run["after"] or (marks[0] == " " and behind.isalnum())) else ""

    text = _RUN.sub(left, source)
    if numbers:
        text = text.removeprefix("\\\n").removesuffix("\\\n")
    return text, tuple(dict.fromkeys(numbers))


def with_marks(inlines: tuple[Inline, ...], numbers: tuple[int, ...]) -> tuple[Inline, ...]:
    """Return the inlines of a text with source marks after them, set apart so that two numbers never become one."""
    marks = [part for number in numbers for part in (Text(" "), SourceMark(number))]
    return (*inlines, *marks[1:])


def marks_of(inlines: tuple[Inline, ...]) -> tuple[int, ...]:
    """Return the numbers of the source marks that come after a text."""
    return tuple(inline.number for inline in inlines if isinstance(inline, SourceMark))


def without_marks(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the inlines of a text without its source marks and the space between two of them."""
    around = zip((None, *inlines), inlines, (*inlines[1:], None), strict=False)
    return tuple(inline for before, inline, after in around if not _is_part_of_marks(before, inline, after))


def _is_part_of_marks(before: Inline | None, inline: Inline, after: Inline | None) -> bool:
    space = isinstance(inline, Text) and inline.text.isspace()
    between = space and isinstance(before, SourceMark) and isinstance(after, SourceMark)
    return between or isinstance(inline, SourceMark)
