"""The master of a deck and its layouts, in our colours, so that a slide which somebody adds looks like the others."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from foraldraskolan.language import Language, culture_of
from foraldraskolan.layout.colours import GOLD, GREY, INK, MIST, RED, ROSE, RUST, SAND, TEAL, WHITE
from foraldraskolan.layout.page import Placed, Rect
from foraldraskolan.layout.theme import SCREEN
from foraldraskolan.office.drawingml import (
    NAMESPACES,
    Frame,
    colour,
    emu,
    fill,
    named,
    painted,
    preset,
    transform,
    xml,
)
from foraldraskolan.office.parts import frame_of
from foraldraskolan.office.text import NUMBER
from foraldraskolan.record import record
from foraldraskolan.typeset.glyphs import TextStyle

# On every Windows and macOS, with Arabic, and narrower than the type that pages are laid out with: what is set has
# room. Segoe UI and Calibri are not on every Mac, Helvetica not on Windows.
FONT = "Arial"
_THEME = {
    "dk1": INK, "lt1": WHITE, "dk2": TEAL, "lt2": SAND, "accent1": TEAL, "accent2": RUST, "accent3": GOLD,
    "accent4": RED, "accent5": GREY, "accent6": MIST, "hlink": TEAL, "folHlink": GREY,
}  # fmt: skip
_NAMES = {TEAL: "Mörk", SAND: "Fråga", ROSE: "Akut fara", "": "Ljus"}
GROUP = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
# Text stands where it is laid out, in a frame that it may outgrow.
BODY = '<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    'officeDocument/2006/extended-properties"><Application>Föräldraskolan</Application></Properties>'
)
_PRINTER, _THUMBNAIL = RELATIONSHIP_TYPE.PRINTER_SETTINGS, RELATIONSHIP_TYPE.THUMBNAIL
# What tells the places for a foot and a number from others, on the master and on its layouts.
_MASTER, _LAYOUT = (2, 3), (11, 12)
_LOWEST = 430.0  # heads may hide what is lower
_LEADING, _BELOW, _LEAST = 1.2, 20.0, 130.0  # of a title, below it, and what text has there at least


@record
class Layout:
    """What slides have in common: their ground, how far from their start and top titles begin, how those are set."""

    ground: tuple[Placed, ...]
    start: float
    top: float
    style: TextStyle

    @property
    def colour(self) -> str:
        """The colour of the ground, "" if it has none of its own."""
        rects = [each.item for each in self.ground if isinstance(each.item, Rect)]
        return next((rect.fill for rect in rects if rect.width > rect.height), "")


def deck_of(layouts: Sequence[Layout], width: float, height: float, language: Language) -> Deck:
    """Return a deck without slides, this many points wide and high, with these layouts."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(emu(width)), Emu(emu(height))
    package, master = deck.part.package, deck.slide_master
    for part, kind in ((deck.part, _PRINTER), (package, _THUMBNAIL)):
        part.drop_rel(next(key for key, each in part._rels.items() if each.reltype == kind))
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES).blob = _APP.encode("utf-8")
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _themed(theme.blob)
    for unused in list(deck.slide_layouts)[len(layouts) :]:
        deck.slide_layouts.remove(unused)
    rtl = language.direction == "rtl"
    page = _Page(width, height, culture_of(language.tag), rtl)
    _replace(master.element, page.master(layouts[0]))
    taken: set[str] = set()
    for made, layout in zip(deck.slide_layouts, layouts, strict=True):
        name = _NAMES.get(layout.colour, "Bild")
        while name in taken:
            name += " 2"
        taken.add(name)
        _replace(made.element, page.layout(layout, name))
        made.element.attrib.pop("type", None)
    if rtl:
        deck.element.set("rtl", "1")
    return deck


def _themed(theme: bytes) -> bytes:
    """Return a theme with our colours and fonts."""
    root = parse_xml(theme)
    root.set("name", "Föräldraskolan")
    colours = "".join(f'<a:{slot}><a:srgbClr val="{code[1:]}"/></a:{slot}>' for slot, code in _THEME.items())
    fonts = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>'
    for name, inside in (
        ("clrScheme", colours),
        ("fontScheme", f"<a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont>"),
    ):
        old = next(root.iter(f"{_A}{name}"))
        new = parse_xml(f'<a:{name} {NAMESPACES} name="Föräldraskolan">{inside}</a:{name}>')
        old.getparent().replace(old, new)
    return serialize_part_xml(root)


def _replace(element: BaseOxmlElement, parts: Sequence[str]) -> None:
    """Put parts of a master or a layout in the place of those of their names."""
    for part in parts:
        new = parse_xml(part)
        old = element.find(new.tag)
        element.replace(old, new)


@record
class _Page:
    """How pages of a deck are: their size, the language that is written on them, and how it is read."""

    width: float
    height: float
    culture: str
    rtl: bool

    def master(self, layout: Layout) -> tuple[str, str]:
        """Return what stands on the master, and the styles of all texts."""
        body = replace(SCREEN.item.text, colour=INK)
        side = f'algn="{"r" if self.rtl else "l"}" rtl="{int(self.rtl)}"'
        title = f"<a:lvl1pPr {side}><a:buNone/>{_type(layout.style)}</a:lvl1pPr>"
        levels = "".join(self._level(number, body) for number in range(1, 10))
        other = f"<a:lvl1pPr {side}>{_type(body)}</a:lvl1pPr>"
        styles = (
            f"<p:txStyles {NAMESPACES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
            f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
        )
        return self._tree(layout, body, _MASTER), styles

    def layout(self, layout: Layout, name: str) -> tuple[str]:
        """Return what stands on a layout."""
        numbers = count(20)
        edges = "".join(
            painted(each, numbers) for each in layout.ground if frame_of(each).area < self.width * self.height
        )
        ground = f"<p:bg><p:bgPr>{fill(layout.colour)}<a:effectLst/></p:bgPr></p:bg>" if layout.colour else ""
        body = replace(SCREEN.item.text, colour=WHITE if layout.style.colour == WHITE else INK)
        return (self._tree(layout, body, _LAYOUT, f' name="{name}"', ground, edges),)

    def _tree(
        self, layout: Layout, body: TextStyle, keys: tuple[int, int], name: str = "", ground: str = "", edges: str = ""
    ) -> str:
        """Return the places of a page: for a title, for text below it, for its foot and its number."""
        high = 2 * layout.style.size * _LEADING  # two lines
        top, room = min(layout.top, _LOWEST - high - _LEAST), self.width - 2 * layout.start
        title = Frame(layout.start, top, room, high)
        below = Frame(layout.start, title.bottom + _BELOW, room, _LOWEST - title.bottom - _BELOW)
        low = self.height - 40
        start, end = Frame(layout.start, low, 500, 24), Frame(self.width - layout.start - 200, low, 200, 24)
        if self.rtl:
            start, end = (each._replace(left=self.width - each.right) for each in (start, end))
        small = TextStyle(14, 600, colour=WHITE if layout.style.colour == WHITE else GREY)
        near, far = ("r", "l") if self.rtl else ("l", "r")
        levels = "".join(
            f"<a:lvl{level}pPr>{_type(replace(body, size=size))}</a:lvl{level}pPr>"
            for level, size in enumerate((body.size, 24, 24), start=1)
        )
        first = f"<a:lvl1pPr>{_type(layout.style)}</a:lvl1pPr>"
        foot, number = keys
        places = (
            self._place(2, "Rubrik", 'type="title"', title, first, "Rubrik"),
            self._place(3, "Text", 'type="body" idx="1"', below, levels, "Text"),
            self._place(4, "Sidfot", f'type="ftr" sz="quarter" idx="{foot}"', start, _small(small, near), ""),
            self._place(5, "Nummer", f'type="sldNum" sz="quarter" idx="{number}"', end, _small(small, far), None),
        )
        return f"<p:cSld {NAMESPACES}{name}>{ground}<p:spTree>{GROUP}{edges}{''.join(places)}</p:spTree></p:cSld>"

    def _place(self, number: int, name: str, kind: str, frame: Frame, levels: str, text: str | None) -> str:
        """Return a placeholder that says what it is for, or has the number of its slide."""
        field = f'<a:fld id="{NUMBER}" type="slidenum"><a:rPr lang="{self.culture}"/><a:t>‹#›</a:t></a:fld>'
        words = f'<a:r><a:rPr lang="{self.culture}"/><a:t>{text}</a:t></a:r>' if text else ""
        inside = field if text is None else words
        return xml(f"""<p:sp>
            <p:nvSpPr>
                {named(number, name)}
                <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
                <p:nvPr><p:ph {kind}/></p:nvPr>
            </p:nvSpPr>
            <p:spPr>{transform(frame)}{preset("rect")}</p:spPr>
            <p:txBody>
                {BODY}
                <a:lstStyle>{levels}</a:lstStyle>
                <a:p>{inside}<a:endParaRPr lang="{self.culture}"/></a:p>
            </p:txBody>
        </p:sp>""")

    def _level(self, number: int, body: TextStyle) -> str:
        """Return how text of a level stands, each further in than the last."""
        indent = emu(SCREEN.indent)
        size = body if number == 1 else replace(body, size=24)
        side = f'algn="{"r" if self.rtl else "l"}" rtl="{int(self.rtl)}"'
        return (
            f'<a:lvl{number}pPr marL="{indent * number}" indent="{-indent}" {side}>'
            f'<a:lnSpc><a:spcPct val="110000"/></a:lnSpc><a:spcBef><a:spcPts val="1100"/></a:spcBef>'
            f'<a:buClr>{colour(TEAL)}</a:buClr><a:buFont typeface="{FONT}"/><a:buChar char="•"/>{_type(size)}'
            f"</a:lvl{number}pPr>"
        )


def _type(style: TextStyle) -> str:
    """Return how text is set unless it says otherwise, in the fonts of the theme."""
    face = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
    size, bold = int(style.size * 2) * 50, int(style.weight >= 600)
    return f'<a:defRPr sz="{size}" b="{bold}" kern="1200">{fill(style.colour)}{face}</a:defRPr>'


def _small(style: TextStyle, side: str) -> str:
    return f'<a:lvl1pPr marL="0" indent="0" algn="{side}"><a:buNone/>{_type(style)}</a:lvl1pPr>'
