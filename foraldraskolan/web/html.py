"""An arranged letter -> a whole HTML document that stands in mail clients and pastes into school platforms.

One column of at most 600 px. Outlook for Windows sets HTML with Word, and others keep no <style>: all looks stand in
the elements, right and left are written out, tables carry what Word cannot, and dir="ltr" is the isolate that each of
them knows. There is nothing to fetch. It is XML as well, so that a reader of either kind can check it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from typing import assert_never

from foraldraskolan.document.form import (
    Box,
    Checks,
    Code,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Look,
    Note,
    Paragraph,
    Role,
    Table,
)
from foraldraskolan.document.inlines import (
    Emphasis,
    Field,
    Foreign,
    Inline,
    LineBreak,
    Link,
    SourceMark,
    Strong,
    Text,
    Value,
)
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import below, plain, top
from foraldraskolan.isolates import own_direction, pieces
from foraldraskolan.language import Language, direction_of, script_of
from foraldraskolan.layout.colours import GREY, INK, MIST, RED, ROSE, TEAL, WHITE
from foraldraskolan.record import record
from foraldraskolan.scripts import Direction
from foraldraskolan.web.alike import is_linked, sites

# What each system brings; Word takes the first that it knows, and Times if the first is no name of a family.
_FONTS = "'Segoe UI', -apple-system, Roboto, Helvetica, Arial, sans-serif"
_FONTS_OF = {"Arab": "'Segoe UI', 'Geeza Pro', 'Noto Naskh Arabic', 'Noto Sans Arabic', Tahoma, Arial, sans-serif"}
_SIZES = {"Arab": 1.125}  # of those fonts: their letters are smaller
_START: dict[Direction, str] = {"ltr": "left", "rtl": "right"}
_END: dict[Direction, str] = {"ltr": "right", "rtl": "left"}
_TABLE = 'role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"'
_WIDTH = 600
# A long address in a table widens it beyond the screen unless it may break anywhere; older clients know other names.
_NARROW = "word-wrap:break-word;word-break:break-word;overflow-wrap:anywhere;"
_WHOLE = "word-break:normal;overflow-wrap:break-word;"  # a column of data is as wide as its longest word


@record
class _Style:
    """How a kind of text is set: size and leading in px, the space below it, its colour, and whether it is bold."""

    size: int
    leading: int
    below: int
    colour: str = INK
    bold: bool = False


_TITLE = _Style(24, 30, 4, TEAL, bold=True)
_SUBTITLE = _Style(16, 22, 4)
_HEADINGS = {2: _Style(19, 25, 8, TEAL, bold=True)}
_HEADING = _Style(16, 22, 6, bold=True)
_LEAD = _Style(18, 26, 16)
_BODY = _Style(16, 24, 14)
_ITEM = _Style(16, 24, 6)
_LABEL = _Style(15, 20, 4, TEAL, bold=True)
_NAME = _Style(16, 22, 0, bold=True)
_PHONE = _Style(21, 30, 2, TEAL, bold=True)
_DETAIL = _Style(15, 21, 0)
_SMALL = _Style(14, 20, 2, GREY)
_NOTE = _Style(14, 20, 14, GREY)
_EXAMPLE = _Style(18, 26, 4, RED, bold=True)
_ROLES: Mapping[Role, _Style] = {
    "lead": _LEAD,
    "label": _LABEL,
    "title": _LABEL,
    "subtitle": _SUBTITLE,
    "meeting": _SMALL,
    "example": _EXAMPLE,
    "note": _NOTE,
    "name": _NAME,
    "phone": _PHONE,
    "about": _DETAIL,
    "hours": _DETAIL,
    "detail": _DETAIL,
    "url": _DETAIL,
}  # any other is a body


def html(form: Form) -> str:
    """Return a form as a whole HTML document of the same words, in its order.

    It opens with a masthead, perhaps below who it is from.
    """
    language = form.language
    letter = _Letter(language)
    blocks = [block for _, block in top(form)]
    mastheads = [index for index, block in enumerate(blocks, 1) if isinstance(block, Box) and block.look == "masthead"]
    end = next(iter(mastheads), 1)
    align, spoken = _START[language.direction], _spoken(language.tag)
    ground = f"margin:0;padding:0;background-color:{WHITE};color:{INK};"
    return f"""<!DOCTYPE html>
<html {spoken}>
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light" />
<meta name="supported-color-schemes" content="light" />
<title>{escape(plain(form.title.inlines))}</title>
</head>
<body {spoken} style="{ground}">
<table {_TABLE} style="{ground}"><tr><td {spoken} align="center" style="{ground}">
<!--[if mso]><table role="presentation" width="{_WIDTH}"><tr><td><![endif]-->
<table {_TABLE} {spoken} style="max-width:{_WIDTH}px;margin:0 auto;{_NARROW}">
<tr><td align="{align}" style="padding:18px 20px 14px;background-color:{MIST};border-bottom:3px solid {TEAL};">
{letter.blocks(blocks[:end])}
</td></tr>
<tr><td align="{align}" style="padding:20px 20px 24px;background-color:{WHITE};">
{letter.blocks(blocks[end:])}
</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
"""


def _spoken(tag: str) -> str:
    return f'lang="{escape(tag)}" dir="{direction_of(tag)}"'


def _css(style: _Style, tag: str) -> str:
    script = script_of(tag)
    larger, fonts = _SIZES.get(script.code, 1.0), _FONTS_OF.get(script.code, _FONTS)
    # Lines stand further apart here than on paper, and need only half of what a script does there.
    size, leading = round(style.size * larger), round(style.leading * larger * (1 + script.leading) / 2)
    weight = "bold" if style.bold else "normal"
    type = f"font-family:{fonts};font-size:{size}px;line-height:{leading}px;font-weight:{weight};"
    return f"{type}color:{style.colour};"


class _Letter:
    """Sets the blocks of a letter in one language."""

    def __init__(self, language: Language) -> None:
        self.tag = language.tag
        self.start = _START[language.direction]
        self.end = _END[language.direction]

    def blocks(self, blocks: Iterable[FormBlock], edge: str = TEAL) -> str:
        """Return blocks one below the other; what matters most in them has the colour of their edge."""
        return "\n".join(self.block(block, edge) for block in blocks)

    def block(self, block: FormBlock, edge: str = TEAL) -> str:
        """Return one block."""
        match block:
            case Heading(1, text):
                return self.text("h1", text, _TITLE)
            case Heading(level, text):
                return self.text(f"h{level}", text, _HEADINGS.get(level, _HEADING), above=10)
            case Paragraph(text, ("label" | "phone") as role):
                return self.text("p", text, replace(_ROLES[role], colour=edge))
            case Paragraph(text, role):
                return self.text("p", text, _ROLES.get(role, _BODY), own_side=role in ("body", "lead"))
            case List("number", items):
                return self.list("ol", map(self.within, items))
            case List("bullet", items):
                return self.list("ul", map(self.within, items))
            case List(_, items):
                return self.list("ul", [f"☐ {self.within(item)}" for item in items], marks=False)
            case Table((), rows):
                return self.list("ul", [": ".join(map(self.within, row)) for row in rows])
            case Table(head, rows):
                return self.table(head, rows)
            case Checks(head, items):
                boxes = "☐ " * (len(head) - 1)
                lines = [" ".join(map(self.within, head)), *(f"{boxes}{self.within(item)}" for item in items)]
                return self.list("ul", lines, marks=False)
            case Figure(Code() | Logo(), _, Prose() as word):
                return self.text("p", word, _BODY)
            case Figure(_, alt, word):
                return (
                    self.list("ul", [f"{self.within(word)}: {self.within(alt)}"])
                    if word
                    else self.text("p", alt, _BODY)
                )
            case Note(_, text, url):
                return self.list("ul", [_linked(self.within(text), url, direction_of(text.language), GREY)])
            case Box():
                return self.box(block)
            case _:
                assert_never(block)

    def box(self, box: Box) -> str:
        """Return a box with its look."""
        blocks = [block for _, block in below(box, ())]
        match box.look:
            case "card" | "urgent card" | "say" | "ask" | "act" | "remember" | "phrase" | "stale" | "occasion":
                return self.ground(blocks, box.look)
            case "sources":
                compared = [
                    self.text("p", each.text, _SMALL, above=8) for each in blocks if isinstance(each, Paragraph)
                ]
                notes = (each for each in blocks if isinstance(each, Note))
                links = (_linked(escape(site), url, "ltr", GREY) for site, url in sites(notes).items())
                line = f'<p {_spoken(self.tag)} style="{self.place(_SMALL)}">{" · ".join(links)}</p>'
                return "\n".join([*compared, line])
            case _:
                return self.blocks(blocks)

    def place(self, style: _Style, tag: str = "", *, above: int = 0, side: str = "") -> str:
        """Return the whole style of an element of text."""
        own = _css(style, tag or self.tag)
        return f"margin:{above}px 0 {style.below}px;text-align:{side or self.start};{own}"

    def text(self, name: str, prose: Prose, style: _Style, *, above: int = 0, own_side: bool = False) -> str:
        """Return a text as an element of this name; with `own_side` it stands at the start of its own language."""
        direction = direction_of(prose.language)
        css = self.place(style, prose.language, above=above, side=_START[direction] if own_side else "")
        inside = _inlines(prose.inlines, prose.language, style.colour)
        return f'<{name} {_spoken(prose.language)} style="{css}">{inside}</{name}>'

    def within(self, prose: Prose) -> str:
        """Return a text inside an element that is in the letter's language."""
        return _inline(Foreign(prose.language, prose.inlines), self.tag, INK)

    def list(self, name: str, items: Iterable[str], *, marks: bool = True) -> str:
        """Return a list; its marks stand in a margin, because Word knows no padding there."""
        rows = "".join(f'<li style="margin:0 0 {_ITEM.below}px;">{item}</li>' for item in items)
        kind = "" if marks else "list-style-type:none;"
        margin = f"margin:0 0 {_BODY.below}px;margin-{self.start}:{24 if marks else 0}px;padding:0;{kind}"
        css = f"{margin}text-align:{self.start};{_css(_ITEM, self.tag)}"
        return f'<{name} {_spoken(self.tag)} style="{css}">{rows}</{name}>'

    def table(self, head: tuple[Prose, ...], rows: tuple[tuple[Prose, ...], ...]) -> str:
        """Return a table of data, a line below each row."""
        heads = "".join(self.cell('th scope="col"', cell, _NAME) for cell in head)
        below = "".join(f"<tr>{''.join(self.cell('td', cell, _ITEM) for cell in row)}</tr>" for row in rows)
        css = f"margin:0 0 {_BODY.below}px;border-collapse:collapse;{_WHOLE}"
        return f'<table {_spoken(self.tag)} width="100%" style="{css}"><tr>{heads}</tr>{below}</table>'

    def cell(self, name: str, prose: Prose, style: _Style) -> str:
        """Return a cell of data."""
        line = f"padding:6px 0;padding-{self.end}:12px;border-bottom:1px solid {GREY};vertical-align:top;"
        css = f"{line}text-align:{self.start};{_css(style, self.tag)}"
        return f'<{name} style="{css}">{self.within(prose)}</{name.split()[0]}>'

    def ground(self, blocks: Iterable[FormBlock], look: Look) -> str:
        """Return blocks on a ground of their own, with a bar at its start edge and a gap below."""
        edge, ground = (RED, ROSE) if look in ("act", "urgent card") else (TEAL, MIST)
        below = 12 if look.endswith("card") else 0  # the last block of a callout brings its own space below it
        css = f"padding:12px 14px {below}px;background-color:{ground};border-{self.start}:4px solid {edge};"
        cell = f'<td align="{self.start}" style="{css}">\n{self.blocks(blocks, edge)}\n</td>'
        gap = '<tr><td height="12" style="height:12px;font-size:1px;line-height:12px;"></td></tr>'
        return f"<table {_TABLE} {_spoken(self.tag)}><tr>{cell}</tr>{gap}</table>"


def _inlines(inlines: tuple[Inline, ...], tag: str, colour: str) -> str:
    return "".join(_inline(inline, tag, colour) for inline in inlines)


def _inline(inline: Inline, tag: str, colour: str) -> str:
    """Return an inline that stands in text of this language and colour."""
    direction = direction_of(tag)
    match inline:
        case Text(text):
            return "".join(_isolate(part) if alone else escape(part) for part, alone in pieces(text, direction))
        case Value(text, url):
            if is_linked(url):
                return _linked(escape(text), url, own_direction(text), TEAL if colour == INK else colour)
            return _isolate(text)
        case Strong(below):
            return f"<strong>{_inlines(below, tag, colour)}</strong>"
        case Emphasis(below):
            style = "" if script_of(tag).italic else ' style="font-style:normal;font-weight:600;"'
            return f"<em{style}>{_inlines(below, tag, colour)}</em>"
        case Link(url, below):
            shade = TEAL if colour == INK else colour
            inside = _inlines(below, tag, shade)
            return _linked(inside, url, direction, shade) if is_linked(url) else inside
        case Foreign(other, below):
            inside = _inlines(below, other, colour)
            return inside if other == tag else f"<span {_spoken(other)}>{inside}</span>"
        case SourceMark():
            return ""
        case LineBreak():
            return "<br />"
        case Field():
            raise AssertionError(f"a field is left: {inline}")
        case _:
            assert_never(inline)


def _isolate(text: str) -> str:
    """Return a text that keeps its own direction; a time or a price does not break, a date in words may."""
    whole = "" if any(map(str.isalpha, text)) else ' style="white-space:nowrap;"'
    return f'<span dir="{own_direction(text)}"{whole}>{escape(text)}</span>'


def _linked(inside: str, url: str, direction: Direction, colour: str) -> str:
    """Return what leads to an address, underlined; a number to call does not break."""
    if not is_linked(url):
        return f'<span dir="{direction}">{inside}</span>'
    whole = "white-space:nowrap;" if url.startswith("tel:") else ""
    style = f"color:{colour};text-decoration:underline;{whole}"
    return f'<a href="{escape(url)}" dir="{direction}" style="{style}">{inside}</a>'
