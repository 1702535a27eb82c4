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
    Look,
    Marker,
    Note,
    Paragraph,
    Reference,
    Role,
)
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Cells, below, plain, top
from foraldraskolan.language import direction_of, script_of
from foraldraskolan.layout.colours import GREY, INK, MIST, RED, ROSE, TEAL, WHITE
from foraldraskolan.record import record
from foraldraskolan.scripts import Direction
from foraldraskolan.web.alike import fonts_of, opening, sites, size_of
from foraldraskolan.web.hypertext import Hypertext, InlineLook, spoken

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
_LANGUAGE = _Style(15, 20, 6)
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
    "language": _LANGUAGE,
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
    letter = _Letter(language.tag)
    blocks = list(top(form))
    end = opening(blocks)
    align, own = _START[language.direction], spoken(language.tag)
    ground = f"margin:0;padding:0;background-color:{WHITE};color:{INK};"
    return f"""<!DOCTYPE html>
<html {own}>
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light" />
<meta name="supported-color-schemes" content="light" />
<title>{escape(plain(form.title.inlines))}</title>
</head>
<body {own} style="{ground}">
<table {_TABLE} style="{ground}"><tr><td {own} align="center" style="{ground}">
<!--[if mso]><table role="presentation" width="{_WIDTH}"><tr><td><![endif]-->
<table {_TABLE} {own} style="max-width:{_WIDTH}px;margin:0 auto;{_NARROW}">
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


def _css(style: _Style, tag: str) -> str:
    script = script_of(tag)
    larger = size_of(tag)
    # Lines stand further apart here than on paper, and need only half of what a script does there.
    size, leading = round(style.size * larger), round(style.leading * larger * (1 + script.leading) / 2)
    weight = "bold" if style.bold else "normal"
    type = f"font-family:{fonts_of(tag)};font-size:{size}px;line-height:{leading}px;font-weight:{weight};"
    return f"{type}color:{style.colour};"


@record
class _Letter(Hypertext):
    """Sets the blocks of a letter in one language; what matters most in them has the colour of their `edge`.

    `colour` is that of the text around.
    """

    tag: str
    edge: str = TEAL
    colour: str = INK

    @property
    def start(self) -> str:
        """Return the side on which a line of the letter begins."""
        return _START[direction_of(self.tag)]

    def heading(self, heading: Heading, at: Address) -> str:
        """Return a heading with room above it if it is not the letter's own."""
        if heading.level == 1:
            return self.text("h1", heading.text, _TITLE)
        return self.text(f"h{heading.level}", heading.text, _HEADINGS.get(heading.level, _HEADING), above=10)

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a paragraph."""
        text, role = paragraph.text, paragraph.role
        style = _ROLES.get(role, _BODY)
        if role in ("label", "phone"):
            style = replace(style, colour=self.edge)
        return self.text("p", text, style, own_side=role in ("body", "lead"))

    def list(self, marker: Marker, items: Iterable[str]) -> str:
        """Return a list, with what stands for boxes to tick in its items."""
        match marker:
            case "number":
                return self._list("ol", items)
            case "bullet":
                return self._list("ul", items)
            case "tick" | "field":
                return self._list("ul", [f"☐ {item}" for item in items], marks=False)
            case _:
                assert_never(marker)

    def _list(self, name: str, items: Iterable[str], *, marks: bool = True) -> str:
        """Return a list; its marks stand in a margin, because Word knows no padding there."""
        rows = "".join(f'<li style="margin:0 0 {_ITEM.below}px;">{item}</li>' for item in items)
        kind = "" if marks else "list-style-type:none;"
        margin = f"margin:0 0 {_BODY.below}px;margin-{self.start}:{24 if marks else 0}px;padding:0;{kind}"
        css = f"{margin}text-align:{self.start};{_css(_ITEM, self.tag)}"
        return f'<{name} {spoken(self.tag)} style="{css}">{rows}</{name}>'

    def table(self, head: Cells, rows: Iterable[Cells]) -> str:
        """Return a table of data, a line below each row."""
        heads = "".join(self.cell('th scope="col"', cell, _NAME) for _, cell in head)
        below = "".join(f"<tr>{''.join(self.cell('td', cell, _ITEM) for _, cell in row)}</tr>" for row in rows)
        css = f"margin:0 0 {_BODY.below}px;border-collapse:collapse;{_WHOLE}"
        return f'<table {spoken(self.tag)} width="100%" style="{css}"><tr>{heads}</tr>{below}</table>'

    def cell(self, name: str, prose: Prose, style: _Style) -> str:
        """Return a cell of data."""
        end = _END[direction_of(self.tag)]
        line = f"padding:6px 0;padding-{end}:12px;border-bottom:1px solid {GREY};vertical-align:top;"
        css = f"{line}text-align:{self.start};{_css(style, self.tag)}"
        return f'<{name} style="{css}">{self.within(prose)}</{name.split()[0]}>'

    def pairs(self, rows: Iterable[Cells]) -> str:
        """Return rows as a list."""
        return self.list("bullet", [": ".join(self.within(cell) for _, cell in row) for row in rows])

    def checks(self, checks: Checks) -> str:
        """Return what there is to tick off as a list: a box for each time, below what they are called."""
        boxes = "☐ " * (len(checks.head) - 1)
        head = " ".join(map(self.within, checks.head))
        return self._list("ul", [head, *(f"{boxes}{self.within(item)}" for item in checks.items)], marks=False)

    def figure(self, figure: Figure) -> str:
        """Return what stands in for a figure: mail clients show no drawing that they need not fetch."""
        if figure.word is None:
            return self.text("p", figure.alt, _BODY)
        if isinstance(figure.art, Code | Logo):
            return self.text("p", figure.word, _NAME if isinstance(figure.art, Logo) else _BODY)
        return self.list("bullet", [f"{self.within(figure.word)}: {self.within(figure.alt)}"])

    def note(self, note: Note) -> str:
        """Return a source that is none of a list."""
        small, own = replace(self, colour=GREY), direction_of(note.text.language)
        return self.list("bullet", [small.link(self.within(note.text), note.url, own, self.tag)])

    def reference(self, reference: Reference) -> str:
        """Return a line of contents, which leads nowhere in a message."""
        said = (self.within(each) for each in (reference.text, reference.about) if each)
        return self.list("bullet", ["<br />".join(said)])

    def box(self, box: Box, at: Address) -> str:
        """Return a box; of sources the sites alone."""
        blocks = list(below(box, at))
        match box.look:
            case "card" | "urgent card" | "say" | "ask" | "own" | "act" | "remember" | "phrase" | "stale" | "occasion":
                return self.ground(blocks, box.look)
            case "sources":
                compared = [
                    self.text("p", each.text, _SMALL, above=8) for _, each in blocks if isinstance(each, Paragraph)
                ]
                small = replace(self, colour=GREY)
                found = sites(each for _, each in blocks if isinstance(each, Note))
                links = (small.link(escape(site), url, "ltr", self.tag) for site, url in found.items())
                line = f'<p {spoken(self.tag)} style="{self.place(_SMALL)}">{" · ".join(links)}</p>'
                return "\n".join([*compared, line])
            case _:
                return replace(self, edge=TEAL).blocks(blocks)

    def place(self, style: _Style, tag: str = "", *, above: int = 0, side: str = "") -> str:
        """Return the whole style of an element of text."""
        own = _css(style, tag or self.tag)
        return f"margin:{above}px 0 {style.below}px;text-align:{side or self.start};{own}"

    def text(self, name: str, prose: Prose, style: _Style, *, above: int = 0, own_side: bool = False) -> str:
        """Return a text as an element of this name; with `own_side` it stands at the start of its own language."""
        direction = direction_of(prose.language)
        css = self.place(style, prose.language, above=above, side=_START[direction] if own_side else "")
        inside = replace(self, colour=style.colour).inlines(prose.inlines, prose.language)
        return f'<{name} {spoken(prose.language)} style="{css}">{inside}</{name}>'

    def ground(self, blocks: Iterable[tuple[Address, FormBlock]], look: Look) -> str:
        """Return blocks on a ground of their own, with a bar at its start edge and a gap below."""
        edge, ground = (RED, ROSE) if look in ("act", "urgent card") else (TEAL, MIST)
        below = 12 if look.endswith("card") else 0  # the last block of a callout brings its own space below it
        css = f"padding:12px 14px {below}px;background-color:{ground};border-{self.start}:4px solid {edge};"
        inside = replace(self, edge=edge).blocks(blocks)
        cell = f'<td align="{self.start}" style="{css}">\n{inside}\n</td>'
        gap = '<tr><td height="12" style="height:12px;font-size:1px;line-height:12px;"></td></tr>'
        return f"<table {_TABLE} {spoken(self.tag)}><tr>{cell}</tr>{gap}</table>"

    def dress(self, look: InlineLook, tag: str) -> str:
        """Return the style of an inline; a link in plain text has a colour of its own."""
        whole, shade = "white-space:nowrap;", TEAL if self.colour == INK else self.colour
        link = f"color:{shade};text-decoration:underline;"
        match look:
            case "whole":
                return f' style="{whole}"'
            case "link":
                return f' style="{link}"'
            case "call":
                return f' style="{link}{whole}"'
            case "emphasis":
                return "" if script_of(tag).italic else ' style="font-style:normal;font-weight:600;"'
            case _:
                assert_never(look)
