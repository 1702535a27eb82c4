"""write_pdf: paint each page, note each mark, write the tree that they belong to."""

from collections.abc import Sequence
from itertools import pairwise

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

from foraldraskolan.document.document import Document
from foraldraskolan.layout.page import Box, Dot, Miniature, Page, Shape, Sketch, Tick
from foraldraskolan.pdf.annotations import Annotations
from foraldraskolan.pdf.canvas import TaggedCanvas
from foraldraskolan.pdf.metadata import Information, Metadata, xmp
from foraldraskolan.pdf.objects import Literal, Raw, stream
from foraldraskolan.pdf.outline import Outline, entries
from foraldraskolan.pdf.structure import structure
from foraldraskolan.pdf.tags import TagWriter
from foraldraskolan.typeset.glyphs import Line

_SAME_BASELINE = 3  # points: a reader takes lines this close for one

rl_config.useA85 = 0  # ASCII85 makes a file a quarter larger, for mail systems of the 1980s


def write_pdf(document: Document, pages: Sequence[Page], metadata: Metadata, *, fillable: bool = False) -> bytes:
    """Return a document's pages as tagged PDF; `fillable` makes its tick boxes form fields.

    Raises AssertionError if the pages and the document do not hold the same nodes: that is our own bug.
    """
    tree = structure(document, fillable)
    canvas = TaggedCanvas(document.language.direction == "rtl")
    file = canvas.document
    references: list[str] = []
    annotations = Annotations(file, tree, references, first_key=len(pages))  # the keys before are the pages'
    for number, page in enumerate(pages):
        canvas.begin(page.width, page.height)
        _paint(canvas, page)
        extra = {"StructParents": number, "Tabs": pdfdoc.PDFName("S")}
        touchable = annotations.of_page(page, number, fillable)
        if touchable:
            extra["Annots"] = Literal(f"[{' '.join(touchable)}]")
        references.append(canvas.end(extra))
    tags = TagWriter(file, references, canvas.painted, annotations.attached)
    tags.write(tree)
    stray = canvas.painted.keys() - tags.used
    if stray:
        raise AssertionError(f"on the pages but not in the document: {sorted(stray)}")
    _catalog(file, document, metadata, annotations.fields)
    bookmarks = entries(tree, canvas.painted)
    if bookmarks:
        file.Outlines = file.outline = file.Catalog.Outlines = Outline(file, references, bookmarks)
    return canvas.save()


def _paint(canvas: TaggedCanvas, page: Page) -> None:
    lines = [placed for placed in page.items if isinstance(placed.item, Line)]
    beside = {id(one) for one, after in pairwise(lines) if abs(after.y - one.y) < _SAME_BASELINE}
    for placed in page.items:
        x, y, item = placed.x, placed.y, placed.item
        match item:
            case Line():
                canvas.line(x, y, item, beside=id(placed) in beside)
            case Box():
                canvas.box(x, y, item, placed.mark)
            case Shape():
                canvas.shape(x, y, item, placed.mark)
            case Dot():
                canvas.dot(x, y, item, placed.mark)
            case Tick():
                canvas.tick(x, y, item)
            case Sketch():
                canvas.sketch(x, y, item, placed.mark)
            case Miniature(width, small):
                with canvas.picture(x, y, width / small.width, small.height, placed.mark):
                    _paint(canvas, small)


def _catalog(file: pdfdoc.PDFDocument, document: Document, metadata: Metadata, fields: list[str]) -> None:
    """Fill the catalog with what PDF/UA-1 asks for (7.1, 7.2) and how the pages are read."""
    catalog = file.Catalog
    direction = "R2L" if document.language.direction == "rtl" else "L2R"
    catalog.Lang = pdfdoc.PDFString(metadata.language)
    catalog.StructTreeRoot = pdfdoc.PDFObjectReference("StructTreeRoot")
    catalog.MarkInfo = Raw(lambda: "<< /Marked true >>")
    catalog.ViewerPreferences = Raw(lambda: f"<< /DisplayDocTitle true /Direction /{direction} >>")
    catalog.PageLabels = Raw(lambda: "<< /Nums [0 << /S /D >>] >>")
    stream(file, xmp(metadata), "Metadata", {"Type": "/Metadata", "Subtype": "/XML"}, plain=True)
    catalog.Metadata = pdfdoc.PDFObjectReference("Metadata")
    if fields:
        catalog.AcroForm = Raw(lambda: f"<< /Fields [{' '.join(fields)}] >>")
    file.info = Information(metadata)
