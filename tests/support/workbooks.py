"""Workbooks in XML written by hand, as odd as their formats allow."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = ("office", "table", "text", "style")
_NAMESPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES)


def relations(related: Mapping[str, str], base: str = RELATIONS) -> str:
    """Return a part of relationships: targets by kinds, the ids being r1, r2 and so on."""
    each = "".join(
        f'<Relationship Id="r{number}" Type="{kind if ":" in kind else f"{base}/{kind}"}" Target="{target}"/>'
        for number, (target, kind) in enumerate(related.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{each}</Relationships>'


def write_parts(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write an archive of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def workbook(rows: str, after: str = "", **parts: str) -> dict[str, str | bytes]:
    """Return the parts of the least workbook whose only sheet holds these rows, in XML."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    sheets = '<sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets>'
    related = {"worksheets/sheet1.xml": "worksheet"} | {f"{name}.xml": name for name in parts}
    return {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relations(related),
        "xl/worksheets/sheet1.xml": sheet,
        **{f"xl/{name}.xml": part for name, part in parts.items()},
    }


def text_cell(text: str, place: str = "") -> str:
    """Return a cell of a workbook with its text in itself."""
    return f'<c{f" r={chr(34)}{place}{chr(34)}" if place else ""} t="inlineStr"><is><t>{text}</t></is></c>'


def write_document(path: Path, rows: str, before: str = "", name: str = "table") -> Path:
    """Write the least OpenDocument spreadsheet whose only sheet holds these rows, in XML."""
    sheet = f'<table:{name} table:name="Blad1">{rows}</table:{name}>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    document = f"{before}<office:document-content {_NAMESPACES}>{body}</office:document-content>"
    return write_parts(path, {"mimetype": _ODS, "content.xml": document})


def document_cell(text: str, attributes: str = "", inside: str = "") -> str:
    """Return a cell of a document with a paragraph."""
    return f"<table:table-cell {attributes}>{inside}<text:p>{text}</text:p></table:table-cell>"


def document_row(*cells: str, attributes: str = "") -> str:
    """Return a row of a document."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"
