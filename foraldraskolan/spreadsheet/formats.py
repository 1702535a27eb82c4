"""Which kind of file a list is, by what is in it and not by its name, and why another kind cannot be read."""

import re
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.inputs import read_bytes
from foraldraskolan.limits import MOST_BYTES
from foraldraskolan.problems import Message, ProblemsFound, message
from foraldraskolan.spreadsheet.row_limits import TooMuch, too_large
from foraldraskolan.spreadsheet.workbook import Workbook, unreadable

if TYPE_CHECKING:
    from foraldraskolan.spreadsheet.archive import Archive
    from foraldraskolan.spreadsheet.csv_file import Headers

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of an .xlsx under a password
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|table|\?xml|office:document)", re.IGNORECASE)
_SAVE_AS_XLSX = message("Öppna filen i kalkylprogrammet och spara den som Excel-arbetsbok (.xlsx).")
_NO_SPREADSHEET = message("Filen är inget kalkylblad.")


def read_workbook(path: Path, known: "Headers") -> Workbook:
    """Return the sheets of an .xlsx, .ods, CSV or text file; raise ProblemsFound if it is none of them, or damaged.

    `known` counts the headers in a row: of the delimiters that a file of text may have, the one that gives most is its.
    """
    data = read_bytes(path, MOST_BYTES)
    # What reads a kind of file is loaded when there is such a file: most runs of the program read no list.
    if data.startswith(_ZIP):
        try:
            return _spreadsheet(path, data)
        except TooMuch:
            raise too_large(path) from None
        except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, NotImplementedError, EOFError, OSError):
            hint = message("Öppna den i kalkylprogrammet och spara den på nytt, eller hämta den en gång till.")
            raise unreadable(path, message("Filen är skadad."), hint) from None
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _locked(path)
        raise unreadable(path, message("Filen är i ett gammalt format, som .xls."), _SAVE_AS_XLSX)
    if data.startswith(b"%PDF") or _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise unreadable(path, _NO_SPREADSHEET, _SAVE_AS_XLSX)
    from foraldraskolan.spreadsheet.csv_file import read_csv

    return read_csv(path, data, known)


def _spreadsheet(path: Path, data: bytes) -> Workbook:
    from foraldraskolan.spreadsheet.archive import Archive

    archive = Archive(data)
    if archive.encrypted or b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise _locked(path)
    kind = _kind(archive)
    if isinstance(kind, Message):
        raise unreadable(path, kind, _SAVE_AS_XLSX)
    if kind == "xlsx":
        from foraldraskolan.spreadsheet.xlsx_file import read_xlsx

        return read_xlsx(path, archive)
    from foraldraskolan.spreadsheet.ods_file import read_ods

    return read_ods(path, archive)


def _kind(archive: "Archive") -> str | Message:
    """Return "xlsx" or "ods", or why this archive is neither."""
    from foraldraskolan.spreadsheet.package import is_workbook

    names = archive.names
    mimetype = archive.read("mimetype").strip()
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if is_workbook(archive):
        return "xlsx"
    if "xl/workbook.bin" in names:
        return message("Filen är en binär Excel-arbetsbok (.xlsb).")
    if "word/document.xml" in names or mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return message("Filen är ett textdokument, inget kalkylblad.")
    if any(name.startswith("index/") or name == "index.apxl" for name in names):
        return message("Filen är sparad i Numbers.")
    return _NO_SPREADSHEET


def _locked(path: Path) -> ProblemsFound:
    hint = message("Öppna filen i kalkylprogrammet, ta bort lösenordet och spara den.")
    return unreadable(path, message("Filen är skyddad med lösenord."), hint)
