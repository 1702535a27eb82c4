"""Texts as paragraphs of DrawingML (ISO/IEC 29500-1, 21.1.2): every run with its language, size and colour."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import Literal, NamedTuple, assert_never

from foraldraskolan.characters import SOFT_HYPHEN
from foraldraskolan.document.form import Marker
from foraldraskolan.document.inlines import (
    Emphasis,
    Field,
    Foreign,
    Gloss,
    Inline,
    LineBreak,
    Link,
    SourceMark,
    Strong,
    Text,
    Value,
)
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, addressed
from foraldraskolan.isolates import isolates_among, must_override, own_direction
from foraldraskolan.language import SOURCE, culture_of, direction_of, script_of
from foraldraskolan.office.drawingml import colour, fill
from foraldraskolan.record import record
from foraldraskolan.scripts import Direction
from foraldraskolan.typeset.glyphs import Mark, TextStyle

# LRI, RLI and PDI of UAX #9. A program that knows no isolates keeps what stands between two LRM or RLM in order.
_OPEN = {"ltr": "\u2066\u200e", "rtl": "\u2067\u200f"}
_CLOSE = {"ltr": "\u200e\u2069", "rtl": "\u200f\u2069"}
_ATOM = "\u2028"
_OTHER = 0.95  # of its size is what an office font needs in a script that is set larger on paper: it is large by itself
_BOLD = 600  # a weight from which a word is bold: an office font has two
_NATURAL = 1.2  # how far apart lines stand that are set as one high, in sizes of their type
# What makes a link keep the colour of its text; the theme's would be that of a title on its own ground.
_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
NUMBER = "{5B8F3C52-61D3-4C0E-9F0B-6D1F6A2C7E11}"  # of the field with a slide's number
Side = Literal["l", "ctr", "r"]


BulletKind = Literal["dot", "number", "box", "none"]
BULLETS: Mapping[Marker, BulletKind] = {"bullet": "dot", "number": "number", "tick": "box", "field": "box"}


@record
class Bullet:
    """What stands before a paragraph, `indent` points from its text: a dot, a number, a box to tick, or nothing."""

    kind: BulletKind = "none"
    indent: float = 0
    colour: str = ""
    size: float = 1.0  # of the text's

    def xml(self) -> str:
        """Return it as properties of a paragraph, in the order of the schema."""
        if self.kind == "none":
            return "<a:buNone/>"
        look = f"<a:buClr>{colour(self.colour)}</a:buClr>" if self.colour else ""
        look += f'<a:buSzPct val="{round(min(max(self.size, 0.25), 4) * 100000)}"/>'
        match self.kind:
            case "dot":
                return look + '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
            case "box":
                return look + '<a:buFont typeface="Wingdings" charset="2"/><a:buChar char="o"/>'
            case "number":
                return look + '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'


@record
class Setting:
    """How a paragraph stands: its side, the distance between its lines and the space above it in points, its bullet."""

    side: Side
    leading: float
    before: float = 0
    bullet: Bullet = Bullet()
    struck: bool = False


@record
class _Run:
    """Text of one look and language, and whether a line ends behind it."""

    text: str
    at: Address
    language: str
    url: str = ""
    raised: bool = False
    ends: bool = False


@record
class Screen:
    """What the texts of a slide share: its width in points, how it is read, the styles of its texts by their marks.

    `link_to` returns the key of the slide's relationship to an address, "" where nothing is a link.
    """

    width: float
    direction: Direction
    styles: Mapping[Mark, TextStyle]
    link_to: Callable[[str], str]


def paragraph(prose: Prose, at: Address, setting: Setting, style: TextStyle, screen: Screen) -> str:
    """Return a text as a paragraph; `style` is that of what has none on the screen."""
    around = direction_of(prose.language)
    runs = _stripped([run for run in _runs(prose.inlines, at, prose.language, around) if run.text or run.ends])
    struck = ' strike="sngStrike"' if setting.struck else ""
    inside = "".join(_run(run, screen.styles.get((run.at, ""), style), screen.link_to, struck) for run in runs)
    return f"<a:p>{properties(setting, around, style)}{inside}</a:p>"


def _stripped(runs: Sequence[_Run]) -> Sequence[_Run]:
    """Return runs without the spaces that would stand at an edge of their frame."""
    if not runs:
        return runs
    first, *rest = (replace(runs[0], text=runs[0].text.lstrip(" ")), *runs[1:])
    *most, last = (first, *rest)
    return [*most, replace(last, text=last.text.rstrip(" "))]


def properties(setting: Setting, direction: Direction, style: TextStyle) -> str:
    """Return the properties of a paragraph of a direction, whose type is as large as a style's."""
    bullet = setting.bullet
    indent = round(bullet.indent * 12700)
    spacing = round(setting.leading / (style.size * _NATURAL) * 100) * 1000
    return (
        f'<a:pPr marL="{indent}" indent="{-indent}" algn="{setting.side}" rtl="{int(direction == "rtl")}">'
        f'<a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(max(setting.before, 0) * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{bullet.xml()}</a:pPr>'
    )


def page_number(before: str, number: int, tag: str, setting: Setting, style: TextStyle) -> str:
    """Return what stands at the foot of a slide: words, and the number that changes with its place."""
    look = _look(style, tag)
    words = f"<a:r><a:rPr {look}</a:rPr><a:t>{escape(before, quote=False)}</a:t></a:r>" if before else ""
    field = f'<a:fld id="{NUMBER}" type="slidenum"><a:rPr {look}</a:rPr>'
    set = properties(setting, direction_of(tag), style)
    return f"<a:p>{set}{words}{field}<a:t>{number}</a:t></a:fld></a:p>"


def _run(run: _Run, style: TextStyle, link_to: Callable[[str], str], struck: str) -> str:
    raised = ' baseline="30000"' if run.raised else ""
    key = link_to(run.url) if run.url else ""
    link = f'<a:hlinkClick r:id="{key}">{_OWN_COLOUR}</a:hlinkClick>' if key else ""
    look = f"<a:rPr{raised}{struck} {_look(style, run.language)}{link}</a:rPr>"
    seen = run.text.replace(SOFT_HYPHEN, "")  # not all programs hide them
    text = f"<a:r>{look}<a:t>{escape(seen, quote=False)}</a:t></a:r>" if run.text else ""
    return text + ("<a:br/>" if run.ends else "")


def _look(style: TextStyle, tag: str) -> str:
    """Return the attributes of a run and its colour; sizes are whole or half points, rounded down to have room."""
    slant = ' i="1"' if style.italic else ""
    size = style.size * (_OTHER if script_of(tag).size > 1 else 1)
    bold = int(style.weight >= _BOLD)
    return f'lang="{culture_of(tag)}" sz="{int(size * 2) * 50}" b="{bold}"{slant}>{fill(style.colour)}'


def _runs(inlines: tuple[Inline, ...], at: Address, tag: str, around: Direction) -> list[_Run]:
    """Return the runs of inlines; what keeps its own direction stands between marks of it."""
    leaves = [*_leaves(inlines, at, tag, around)]
    parts = [(leaf.run.text if leaf.kind != "apart" else _ATOM, leaf.kind == "value") for leaf in leaves]
    edges = [edge for isolate in (isolates_among(parts) if around == "rtl" else ()) for edge in isolate]
    runs: list[_Run] = []
    for number, (start, end) in enumerate(pairwise([0, *edges, sum(len(text) for text, _ in parts)])):
        group = [*_between(leaves, start, end)]
        if number % 2:
            runs += _isolated([leaf.run for leaf in group], "ltr", around)
            continue
        for leaf in group:
            own = own_direction(leaf.run.text) if leaf.kind == "value" else around
            runs += _isolated([leaf.run], own, around)
    return runs


class _Leaf(NamedTuple):
    """A run and what it is to those around it: a value is an isolate by itself, what is apart is no text of theirs."""

    run: _Run
    kind: Literal["text", "value", "apart"] = "text"


def _leaves(inlines: tuple[Inline, ...], at: Address, tag: str, around: Direction) -> Iterator[_Leaf]:
    for here, inline in addressed(inlines, at):
        match inline:
            case Text(text):
                yield _Leaf(_Run(text, here, tag))
            case Value(text, url):
                # A number to call is no link: a click while the slide is shown would begin to ring.
                yield _Leaf(_Run(text.replace(" ", "\u00a0"), here, tag, url if _is_page(url) else ""), "value")
            case Strong(below) | Emphasis(below):
                yield from _leaves(below, here, tag, around)
            case Link(url, below):
                for run in _runs(below, here, tag, around):
                    yield _Leaf(replace(run, url=url) if _is_page(url) else run, "apart")
            case Foreign(other, below):
                own = direction_of(other)
                yield from (_Leaf(run, "apart") for run in _isolated(_runs(below, here, other, own), own, around))
            case Gloss(below):
                yield _Leaf(_Run("", here, tag, ends=True), "apart")
                yield from (_Leaf(run, "apart") for run in _runs((Foreign(SOURCE, below),), here, tag, around))
            case SourceMark(number):
                yield _Leaf(_Run(str(number), here, tag, raised=True), "apart")
            case LineBreak():
                yield _Leaf(_Run("", here, tag, ends=True), "apart")
            case Field():
                raise AssertionError(f"a field is left: {inline}")
            case _:
                assert_never(inline)


def _between(leaves: Iterable[_Leaf], start: int, end: int) -> Iterator[_Leaf]:
    """Yield what stands in [start, end) of leaves, counted in characters; what is apart counts as one."""
    at = 0
    for leaf in leaves:
        length = 1 if leaf.kind == "apart" else len(leaf.run.text)
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            whole = leaf.kind == "apart" or last - first == length
            yield leaf if whole else leaf._replace(run=replace(leaf.run, text=leaf.run.text[first:last]))
        at += length


def _is_page(url: str) -> bool:
    return url.startswith("https://")


def _isolated(runs: Sequence[_Run], own: Direction, around: Direction) -> list[_Run]:
    """Return what keeps its own direction in a text of another; digits alone have nothing to turn around."""
    if own == around or not runs or "".join(run.text for run in runs).isdecimal():
        return [*runs]
    before, after = ("\u202d", "\u202c") if must_override("".join(run.text for run in runs)) else ("", "")  # LRO, PDF
    opened = [replace(runs[0], text=_OPEN[own] + before + runs[0].text), *runs[1:]]
    return [*opened[:-1], replace(opened[-1], text=opened[-1].text + after + _CLOSE[own])]
