"""write_pdf: paint each page, note each mark, write the tree that they belong to."""

from collections.abc import Sequence

from foraldraskolan.document.form import Form
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.layout.page import Page
from foraldraskolan.pdf.file import whole
from foraldraskolan.pdf.metadata import information, xmp
from foraldraskolan.pdf.objects import Objects, add, stream, text_string
from foraldraskolan.pdf.outline import add_outline
from foraldraskolan.pdf.painter import Painter
from foraldraskolan.pdf.srgb import NAME, srgb_profile
from foraldraskolan.pdf.structure import structure


def write_pdf(form: Form, pages: Sequence[Page], metadata: Metadata) -> bytes:
    """Return a form's pages as tagged PDF.

    Raises AssertionError if the pages and the form do not hold the same nodes: that is our own bug.
    """
    painter = Painter(rtl=form.language.direction == "rtl")
    file = painter.file
    kids: list[str] = []
    top = add(
        file,
        lambda: f"<< /Type /StructTreeRoot /K {kids[0]} /ParentTree << /Nums [{painter.tags.parent_tree()}] >> >>",
        "StructTreeRoot",
    )
    painting = painter.paint(structure(form), pages, top)
    kids.append(painting.root)
    digest = painter.close()
    parts = [
        f"/Pages {painter.page_tree} /StructTreeRoot {top}",
        catalog(file, metadata, form.language.direction),
    ]
    if painting.bookmarks:
        parts.append(f"/Outlines {add_outline(file, painting.bookmarks)}")
    if painting.fields:
        parts.append(f"/AcroForm << /Fields [{' '.join(painting.fields)}] >>")
    root = add(file, f"<< /Type /Catalog {' '.join(parts)} >>", "Catalog")
    info = add(file, information(metadata), "Information")
    return whole(file, root, info, digest)


def catalog(file: Objects, metadata: Metadata, direction: str) -> str:
    """Return the entries of a catalog that PDF/UA-1 (7.1, 7.2) and PDF/A-2a (6.2.3) ask for, and how pages are read."""
    said = stream(file, xmp(metadata), "Metadata", {"Type": "/Metadata", "Subtype": "/XML"}, plain=True)
    profile = stream(file, srgb_profile(), "sRGB", {"N": "3"})
    intent = f"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({NAME}) /Info {text_string(NAME)} "
    reading = "R2L" if direction == "rtl" else "L2R"
    return (
        f"/Lang ({metadata.language}) /MarkInfo << /Marked true >> /Metadata {said} "
        f"/OutputIntents [{intent}/DestOutputProfile {profile} >>] "
        f"/ViewerPreferences << /DisplayDocTitle true /Direction /{reading} >> /PageLabels << /Nums [0 << /S /D >>] >>"
    )
