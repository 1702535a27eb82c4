"""Which kind of file a list is, by what is in it and not by its name, and why another kind cannot be read."""

import re
import zipfile
import zlib
from pathlib import Path

from foraldraskolan.mail.cells import Workbook, unreadable
from foraldraskolan.problems import Message, ProblemsFound, message

_MOST_BYTES = 200_000_000  # unpacked; ten thousand families take some ten million
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .xls, and of an .xlsx under a password
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|table|\?xml|office:document)", re.IGNORECASE)
_SAVE_AS_XLSX = message("Öppna filen i kalkylprogrammet och spara den som Excel-arbetsbok (.xlsx).")
_NO_SPREADSHEET = message("Filen är inget kalkylblad.")


def read_workbook(path: Path) -> Workbook:
    """Return the sheets of an .xlsx, .ods, CSV or text file; raise ProblemsFound if it is none of them, or damaged."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise unreadable(path, message("Filen finns inte.")) from None
    except OSError as error:
        if path.is_dir():
            raise unreadable(path, message("Det här är en mapp, ingen fil."), message("Skriv listans fil.")) from None
        raise unreadable(path, message("Filen går inte att läsa: {error}.", error=error.strerror)) from None
    # A library for a kind of file is loaded when there is such a file: most runs of the program read no list.
    if data.startswith(b"PK"):
        kind = _kind_of_zip(path)
        if isinstance(kind, Message):
            raise unreadable(path, kind, _SAVE_AS_XLSX)
        if kind == "xlsx":
            from foraldraskolan.mail.xlsx_file import read_xlsx

            return read_xlsx(path)
        from foraldraskolan.mail.ods_file import read_ods

        return read_ods(path)
    if data.startswith(_OLE):
        raise _ole(path, data)
    if data.startswith(b"%PDF") or _MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise unreadable(path, _NO_SPREADSHEET, _SAVE_AS_XLSX)
    from foraldraskolan.mail.csv_file import read_csv

    return read_csv(path, data)


def _kind_of_zip(path: Path) -> str | Message:
    """Return "xlsx" or "ods", or why this zip is neither; raise ProblemsFound if it is damaged or a bomb."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if sum(each.file_size for each in archive.infolist()) > _MOST_BYTES:
                what = message("Filen är för stor: uppackad är den över 200 MB.")
                raise unreadable(path, what, message("Kopiera listans rader till ett nytt kalkylblad och spara det."))
            if any(each.flag_bits & 1 for each in archive.infolist()) or _encrypted(archive, names):
                raise _locked(path)
            mimetype = archive.read("mimetype").strip() if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError):
        hint = message("Öppna den i kalkylprogrammet och spara den på nytt, eller hämta den en gång till.")
        raise unreadable(path, message("Filen är skadad."), hint) from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if "xl/workbook.bin" in names:
        return message("Filen är en binär Excel-arbetsbok (.xlsb).")
    if "word/document.xml" in names or mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return message("Filen är ett textdokument, inget kalkylblad.")
    if any(name.startswith("Index/") or name == "index.apxl" for name in names):
        return message("Filen är sparad i Numbers.")
    return _NO_SPREADSHEET


def _encrypted(archive: zipfile.ZipFile, names: set[str]) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in names and b"encryption-data" in archive.read(manifest)


def _locked(path: Path) -> ProblemsFound:
    hint = message("Öppna filen i kalkylprogrammet, ta bort lösenordet och spara den.")
    return unreadable(path, message("Filen är skyddad med lösenord."), hint)


def _ole(path: Path, data: bytes) -> ProblemsFound:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _locked(path)
    return unreadable(path, message("Filen är i ett gammalt format, som .xls."), _SAVE_AS_XLSX)
