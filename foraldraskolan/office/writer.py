"""write_pptx: every page a slide that can be edited, with what its speaker says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from itertools import count

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.slide import Slide

from foraldraskolan.document.form import Form
from foraldraskolan.document.logo import Raster
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.page import Page, Placed
from foraldraskolan.office.charts import chart, frame_of_chart
from foraldraskolan.office.drawingml import NAMESPACES, around, group, named, painted, transform
from foraldraskolan.office.frames import framed, paragraphs
from foraldraskolan.office.notes import notes_of
from foraldraskolan.office.package import repacked
from foraldraskolan.office.parts import (
    ChartPart,
    FigurePart,
    Ornament,
    Part,
    TablePart,
    TextPart,
    frame_of,
    ground_of,
    style_of,
)
from foraldraskolan.office.png import png
from foraldraskolan.office.reading import parts_of
from foraldraskolan.office.tables import table
from foraldraskolan.office.template import BODY, GROUP, Layout, deck_of
from foraldraskolan.office.text import Screen, page_number
from foraldraskolan.typeset.glyphs import Line, Mark, TextStyle


def write_pptx(form: Form, pages: Sequence[Page], notes: Form, metadata: Metadata) -> bytes:
    """Return a form's pages as a presentation; `notes` is the form of what is said to each of its slides."""
    read = [parts_of(page, number, form) for number, page in enumerate(pages, start=1)]
    screens = [Screen(page.width, form.language.direction, _styles(page), lambda url: url) for page in pages]
    titles: dict[tuple[Placed, ...], list[Layout]] = {}
    for page, parts, screen in zip(pages, read, screens, strict=True):
        titles.setdefault(ground_of(page), []).append(_layout(ground_of(page), parts, screen))
    layouts = {ground: Counter(each).most_common(1)[0][0] for ground, each in titles.items()}
    deck = deck_of([*layouts.values()], pages[0].width, pages[0].height, form.language)
    of_ground = dict(zip(layouts, deck.slide_layouts, strict=True))
    said = notes_of(notes, pages)
    for number, (page, parts) in enumerate(zip(pages, read, strict=True)):
        slide = deck.slides.add_slide(of_ground[ground_of(page)])
        _Writer(slide, page, form, metadata.made).write(parts)
        if number in said:
            _add_notes(slide, said[number])
    core = deck.core_properties
    core.title, core.subject, core.language = metadata.title, metadata.subject, metadata.language
    core.author = core.last_modified_by = core.keywords = core.comments = ""
    core.revision = 1
    core.created = core.modified = metadata.made.replace(tzinfo=None)
    out = BytesIO()
    deck.save(out)
    return repacked(out.getvalue(), metadata.made)


def _styles(page: Page) -> Mapping[Mark, TextStyle]:
    lines = (each.item for each in page.items if isinstance(each.item, Line))
    return {run.mark: run.style for line in lines for run in line.runs}


def _layout(ground: tuple[Placed, ...], parts: Sequence[Part], screen: Screen) -> Layout:
    """Return the layout that a slide with a ground would have alone: titles begin where its own does."""
    title = next(part for part in parts if isinstance(part, TextPart) and part.kind == "title")
    frame, style = framed(title.words, screen).frame, style_of(title.words[0].lines[0])
    start = frame.left if screen.direction == "ltr" else screen.width - frame.right
    return Layout(ground, round(start), round(frame.top), style)


class _Writer:
    """Writes the shapes of one slide, each with a number of its own."""

    def __init__(self, slide: Slide, page: Page, form: Form, made: datetime) -> None:
        self.slide, self.form, self.made = slide, form, made
        self.numbers: Iterator[int] = count(2)
        self.screen = Screen(page.width, form.language.direction, _styles(page), self._link_to)
        self.holds_text = False  # whether the layout's place for text is taken
        self.title = ""

    def write(self, parts: Sequence[Part]) -> None:
        """Put parts on the slide in their order, which is that of reading and of painting."""
        shapes = "".join(map(self._shape, parts))
        tree = self.slide.shapes._spTree
        tree.getparent().replace(tree, parse_xml(f"<p:spTree {NAMESPACES}>{GROUP}{shapes}</p:spTree>"))

    def _shape(self, part: Part) -> str:
        match part:
            case TextPart():
                return self._text(part)
            case TablePart():
                return table(part, named(next(self.numbers), "Tabell", self.title), self.screen)
            case ChartPart(figure):
                return self._chart(part, plain(figure.alt.inlines))
            case FigurePart(alt, items):
                frame = around(map(frame_of, items))
                number = self.numbers
                return group(number, frame, [painted(each, number, self._embed) for each in items], plain(alt.inlines))
            case Ornament((only,)):
                return painted(only, self.numbers, self._embed)
            case Ornament(items):
                frame = around(map(frame_of, items))
                return group(self.numbers, frame, [painted(each, self.numbers, self._embed) for each in items])

    def _text(self, part: TextPart) -> str:
        set = framed(part.words, self.screen, at_end=part.kind in ("foot", "number"))
        inside = paragraphs(part.words, set.settings, self.screen)
        holder, name = "", "Text"
        match part.kind:
            case "title":
                holder, name = '<p:ph type="title"/>', "Rubrik"
                self.title = " ".join(plain(words.prose.inlines).strip() for words in part.words)
            case "example":
                holder, name = '<p:ph type="ftr" sz="quarter" idx="11"/>', "Sidfot"
            case "number":
                holder, name = '<p:ph type="sldNum" sz="quarter" idx="12"/>', "Nummer"
                (words,) = part.words
                before, number = _parted(plain(words.prose.inlines))
                style = style_of(words.lines[0])
                inside = page_number(before, number, words.prose.language, set.settings[0], style)
            case "foot":
                name = "Sidfot"
            case _ if not self.holds_text:
                holder, self.holds_text = '<p:ph type="body" idx="1"/>', True
        box = "" if holder else ' txBox="1"'
        locks = '<a:spLocks noGrp="1"/>' if holder else ""
        called = named(next(self.numbers), name)
        return (
            f"<p:sp><p:nvSpPr>{called}<p:cNvSpPr{box}>{locks}</p:cNvSpPr><p:nvPr>{holder}</p:nvPr></p:nvSpPr>"
            f'<p:spPr>{transform(set.frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f"<p:txBody>{BODY}<a:lstStyle/>{inside}</p:txBody></p:sp>"
        )

    def _chart(self, part: ChartPart, alt: str) -> str:
        rtl = self.form.language.direction == "rtl"
        key = chart(part, self.title, self.form.language.tag, rtl, self.slide.part, self.made)
        called = named(next(self.numbers), "Diagram", alt)
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{called}<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
            f"{transform(frame_of_chart(part), 'p:xfrm')}<a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
            f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{key}"/>'
            "</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _embed(self, raster: Raster) -> str:
        return str(self.slide.part.get_or_add_image_part(BytesIO(png(raster)))[1])

    def _link_to(self, url: str) -> str:
        return self.slide.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def _parted(text: str) -> tuple[str, int]:
    """Return what stands before the number that ends a text, and the number."""
    words = text.rstrip("0123456789")
    return words, int(text[len(words) :])


def _add_notes(slide: Slide, paragraphs: str) -> None:
    """Put what is said to a slide below it."""
    pane = slide.notes_slide.notes_text_frame
    if pane is None:
        raise AssertionError("the notes' master has a pane")
    body = pane._txBody
    for old in list(body.p_lst):
        body.remove(old)
    body.extend(parse_xml(f"<a:r {NAMESPACES}>{paragraphs}</a:r>"))
