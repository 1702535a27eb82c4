"""A form -> a page for the phone: one HTML file with its style, its drawings and the numbers to call always near.

There is nothing to fetch, nothing to run and nothing that follows its reader, and the page forbids it. It is made for
WCAG 2.2, level AA, from 320 px up, light and dark, and it prints. It is XML as well, so that a reader of either kind
can check it.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from foraldraskolan.document.form import (
    Bars,
    Box,
    Checks,
    Code,
    Figure,
    Form,
    FormBlock,
    Heading,
    Marker,
    Note,
    Paragraph,
    Reference,
    Table,
)
from foraldraskolan.document.inlines import Foreign, Strong
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, Cells, below, cells, descend, headings, plain, top
from foraldraskolan.language import SOURCE, direction_of, script_of
from foraldraskolan.layout.colours import GOLD, GREY, INK, MIST, RED, ROSE, RUST, SAND, TEAL, WHITE
from foraldraskolan.record import record
from foraldraskolan.web.alike import fonts_of, opening, size_of
from foraldraskolan.web.hypertext import Hypertext, InlineLook, spoken
from foraldraskolan.web.svg import bar, svg

_LIGHT = {
    "ink": INK, "ground": WHITE, "band": TEAL, "title": TEAL, "ask": RUST, "grey": GREY, "line": GREY,
    "red": RED, "alarm": RED, "rose": ROSE, "mist": MIST, "sand": SAND, "focus": RUST,
}  # fmt: skip
_DARK = {
    "ink": "#E9EEF0", "ground": "#10181D", "band": "#0B3945", "title": "#8CD0E0", "ask": "#F2A678", "grey": "#B4C0C6",
    "line": "#8A979E", "red": "#FFA3AE", "alarm": "#B4243C", "rose": "#35141B", "mist": "#182A31", "sand": "#23231E",
    "focus": GOLD,
}  # fmt: skip
_PAPER = {
    **dict.fromkeys(_LIGHT, "#000000"),
    **dict.fromkeys(("ground", "band", "alarm", "rose", "mist", "sand"), WHITE),
}


def page(form: Form) -> str:
    """Return a form as a page of the same words, in its order, that stands alone."""
    language = form.language
    blocks = list(top(form))
    writer = _Page(language.tag, _ids(form))
    end = opening(blocks)
    style = _style(language.tag)
    policy = f"default-src 'none'; style-src 'sha256-{_digest(style)}'; base-uri 'none'; form-action 'none'"
    return f"""<!DOCTYPE html>
<html {spoken(language.tag)}>
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="{policy}" />
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
<meta name="color-scheme" content="light dark" />
<meta name="referrer" content="no-referrer" />
<meta name="format-detection" content="telephone=no" />
<title>{escape(plain(form.title.inlines))}</title>
<style>{style}</style>
</head>
<body>
<header>
{writer.blocks(blocks[:end])}
</header>
<main>
{writer.blocks(blocks[end:])}
</main>
{_numbers(form, writer)}
</body>
</html>
"""


def _ids(form: Form) -> dict[Address, str]:
    """Return a name for each heading that the contents lead to, by its address."""
    nodes = (node for _, block in top(form) for _, node in descend(block))
    led = {node.heading for node in nodes if isinstance(node, Reference)}
    return {at: _id(number) for number, at in enumerate(headings(form)) if number in led}


def _id(heading: int) -> str:
    return f"part-{heading}"


def _numbers(form: Form, writer: "_Page") -> str:
    """Return the numbers to call, which stay at the lower edge of the screen."""
    items = "".join(f"<li>{writer.within(number.screen)}</li>" for number in form.foot.numbers)
    return f'<footer><ul role="list">{items}</ul></footer>' if items else ""


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def _style(tag: str) -> str:
    """Return the style sheet of a page in a language."""
    script = script_of(tag)
    leading = (1 + script.leading) / 2  # lines stand further apart here than on paper
    facts = f"font-family:{fonts_of(tag)};--size:{size_of(tag)};--leading:{leading};"
    return "\n".join(
        [
            f":root{{{facts}{_colours(_LIGHT)}}}",
            f"@media (prefers-color-scheme:dark){{:root{{{_colours(_DARK)}}}}}",
            f"@media print{{:root{{{_colours(_PAPER)}}}}}",
            (Path(__file__).parent / "page.css").read_text(encoding="utf-8"),
        ]
    )


def _colours(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


@record
class _Page(Hypertext):
    """Sets the blocks of a page in one language: what a block is, its class says; what it looks like, page.css.

    `ids` are the names of those that something leads to.
    """

    tag: str
    ids: Mapping[Address, str]

    def heading(self, heading: Heading, at: Address) -> str:
        """Return a heading."""
        name, own = f"h{heading.level}", f' id="{self.ids[at]}"' if at in self.ids else ""
        return f"<{name}{own}>{self.within(heading.text)}</{name}>"

    def paragraph(self, paragraph: Paragraph) -> str:
        """Return a paragraph; running text stands at the start of its own language, all else of the page's."""
        text, role = paragraph.text, paragraph.role
        if role in ("body", "lead") and text.language != self.tag:
            return f'<p class="{role}" {spoken(text.language)}>{self.inlines(text.inlines, text.language)}</p>'
        return f'<p class="{role}">{self.within(text)}</p>'

    def list(self, marker: Marker, items: Iterable[str]) -> str:
        """Return a list; a box to tick is drawn."""
        name = "ol" if marker == "number" else "ul"
        kind = ' class="ticks" role="list"' if marker in ("tick", "field") else ""
        return f"<{name}{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{name}>"

    def table(self, head: Cells, rows: Iterable[Cells]) -> str:
        """Return a table of data."""
        heads = "".join(f'<th scope="col">{self.within(cell)}</th>' for _, cell in head)
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{''.join(map(self._row, rows))}</tbody></table>"

    def pairs(self, rows: Iterable[Cells]) -> str:
        """Return rows of names and what belongs to each."""
        return f"<table><tbody>{''.join(map(self._row, rows))}</tbody></table>"

    def _row(self, row: Cells, drawn: str = "") -> str:
        (_, name), *others = row
        values = "".join(f"<td>{drawn}{self.within(cell)}</td>" for _, cell in others)
        return f'<tr><th scope="row">{self.within(name)}</th>{values}</tr>'

    def checks(self, checks: Checks) -> str:
        """Return what there is to tick off as a table, with a box below what each time is called."""
        heads = "".join(f'<th scope="col">{self.within(cell)}</th>' for cell in checks.head)
        boxes = '<td><span class="tick"></span></td>' * (len(checks.head) - 1)
        rows = "".join(f'<tr><th scope="row">{self.within(item)}</th>{boxes}</tr>' for item in checks.items)
        return f'<table class="checks"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'

    def figure(self, figure: Figure) -> str:
        """Return a drawing with its word below; a code is the link that it leads to, a logo the name of its school."""
        word = f"<figcaption>{self.within(figure.word)}</figcaption>" if figure.word else ""
        match figure:
            case Figure(LineDrawing() as art, alt):
                return f"<figure>{svg(art, alt)}{word}</figure>"
            case Figure(Code() | Logo(), _, Prose() as address):
                return f'<p class="body">{self.within(address)}</p>'
            case Figure(_, alt):
                return f'<figure><p class="body">{self.within(alt)}</p>{word}</figure>'

    def reference(self, reference: Reference) -> str:
        """Return a way to a heading, and what stands below it."""
        about = f"<br />{self.within(reference.about)}" if reference.about else ""
        return f'<li><a href="#{_id(reference.heading)}">{self.within(reference.text)}</a>{about}</li>'

    def note(self, note: Note) -> str:
        """Return a source: its points, what it is with a link to it, the site that it is on."""
        tag = note.text.language
        own = "" if tag == self.tag else f" {spoken(tag)}"
        points = self.inline(Strong((Foreign(note.points.language, note.points.inlines),)), tag) if note.points else ""
        link = self.link(self.inlines(note.text.inlines, tag), note.url, direction_of(tag), tag)
        return f'<p class="source"{own}>{points} {link} <span dir="ltr">{escape(note.site)}</span></p>'

    def box(self, box: Box, at: Address) -> str:
        """Return a box."""
        match box.look:
            case "chart":
                return f'<div class="chart">\n{self._chart(below(box, at))}\n</div>'
            case "contents":
                return f'<nav><ul role="list">\n{self.blocks(below(box, at))}\n</ul></nav>'
            case look:
                return f'<div class="{look}">\n{self.blocks(below(box, at))}\n</div>'

    def _chart(self, blocks: Iterable[tuple[Address, FormBlock]]) -> str:
        """Return a chart: each bar stands with its value, what the whole shows is told to who does not see it."""
        bars = Bars((), None)
        parts: list[str] = []
        for at, block in blocks:
            match block:
                case Figure(Bars() as bars, alt):
                    parts.append(f'<p class="unseen">{self.within(alt)}</p>')
                case Table():
                    rows = zip(cells(block, at)[1], bars.values, strict=True)
                    drawn = (self._row(row, bar(value, bars)) for row, value in rows)
                    parts.append(f"<table><tbody>{''.join(drawn)}</tbody></table>")
                case _:
                    parts.append(self.block(block, at))
        return "\n".join(parts)

    def both(self, own: str, swedish: str) -> str:
        """Return a text and its gloss as two parts, which stand beside each other where there is room."""
        return f'<span class="both"><span>{own}</span><span class="gloss" {spoken(SOURCE)}>{swedish}</span></span>'

    def dress(self, look: InlineLook, tag: str) -> str:
        """Return the class of an inline whose look does not follow from its element."""
        if look == "emphasis":
            return "" if script_of(tag).italic else ' class="upright"'
        return "" if look == "link" else f' class="{look}"'
