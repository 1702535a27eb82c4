"""Files that somebody else wrote, as bytes and as text: whole files of a bounded size, in UTF-8."""

import os
import stat
from pathlib import Path

from foraldraskolan.faults import is_fault, unreadable_because
from foraldraskolan.limits import TEXT_BYTES
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = b"\xef\xbb\xbf"
_PIECE = 100_000  # bytes read at once: a reading of all that is allowed would take its memory at once


def read_bytes(path: Path, most: int = TEXT_BYTES) -> bytes:
    """Return a file's bytes; raise ProblemsFound if it is missing, no regular file, or longer than `most` bytes.

    A pipe or a device is never opened: it may have no end, or wait for ever.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _found(path, message("Det här är en mapp, ingen fil."), message("Skriv vilken fil i mappen."))
        if not stat.S_ISREG(mode):
            raise _found(path, message("Det här är ingen vanlig fil."), message("Spara innehållet i en fil på disken."))
        with path.open("rb") as file:
            read = bytearray()
            while len(read) <= most and (more := file.read(_PIECE)):
                read += more
            data = bytes(read)
    except FileNotFoundError:
        raise _found(path, message("Filen finns inte.")) from None
    except OSError as error:
        if is_fault(error):
            raise
        what = message("Filen går inte att läsa.")
        raise _found(path, what, unreadable_because(error)) from None
    except ValueError:  # a name that no file system has: a NUL, or half a character
        raise _found(path, message("Filen finns inte.")) from None
    if len(data) > most:
        what = message("Filen är för stor: den har mer än {most} byte.", most=most)
        raise _found(path, what, message("Är det rätt fil? Dela den annars i flera."))
    return data


def read_utf8(path: Path) -> str:
    """Return a file's text with line ends as newlines; raise ProblemsFound if it is none in UTF-8.

    A byte order mark at its beginning says no more than that, and is left out.
    """
    data = read_bytes(path)
    hint = message("Spara den som UTF-8 i textredigeraren.")
    if data.startswith(_UTF_16) or b"\0" in data[:4]:
        raise _found(path, message("Filen är sparad som UTF-16, inte som UTF-8."), hint)
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        what = message("Filen är inte sparad som UTF-8.")
        raise _found(path, what, hint, data.count(b"\n", 0, error.start) + 1) from None
    if "\r" in text and "\n" not in text:
        hint = message("Spara den med radslut för Windows (CRLF) eller Unix (LF).")
        raise _found(path, message("Filens rader slutar som på gamla Mac-datorer (CR)."), hint, 1)
    return text


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a file really lies inside a folder, wherever links lead; one that leads to itself leads nowhere."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _found(path: Path, what: Message, hint: Message | None = None, line: int | None = None) -> ProblemsFound:
    return ProblemsFound([Problem(what, hint, Place(path, line))])
