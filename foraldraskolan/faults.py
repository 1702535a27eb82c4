"""What the computer refuses: no memory, no more open files, a full disk. Nobody's mistake, but the user's to mend."""

import errno
import os
import sys
from pathlib import Path

from foraldraskolan.problems import Message, Problem, ProblemsFound, message
from foraldraskolan.record import record

_ANOTHER_FOLDER = message("Välj en annan mapp med -o.")
_ASK = message("Välj en annan mapp, eller be den som sköter datorn.")


@record
class _Refusal:
    """Why the system refuses something, and what to do about it.

    `unwritten` and `instead` are said of one {file} that it does not let be written. `everywhere` says that the whole
    computer has the trouble, and no other file is any help.
    """

    what: Message
    hint: Message = _ASK
    unwritten: Message | None = None
    instead: Message = _ANOTHER_FOLDER
    everywhere: bool = False


_MEMORY = _Refusal(
    message("Datorns minne räcker inte."),
    message("Stäng andra program och försök igen, eller dela upp listan i flera."),
    everywhere=True,
)
_PROCESSES = _Refusal(
    message("Datorn låter inte programmet starta fler processer."),
    message("Stäng andra program, eller höj gränsen (ulimit -u)."),
    everywhere=True,
)
_FILES = _Refusal(
    message("Datorn låter inte programmet öppna fler filer."),
    message("Stäng andra program, eller höj gränsen (ulimit -n)."),
    everywhere=True,
)
_FULL = _Refusal(
    message("Disken är full."),
    message("Gör plats på disken och försök igen."),
    message("Disken är full, så {file} går inte att skriva."),
    message("Gör plats på disken, eller välj en annan mapp med -o."),
    everywhere=True,
)
_NO_RIGHT = _Refusal(
    message("Du får inte läsa eller skriva här."),
    unwritten=message("{file} går inte att skriva: du har inte rätt till det."),
)
_IN_USE = _Refusal(
    message("Filen används av ett annat program."),
    unwritten=message("{file} går inte att skriva: ett annat program använder den."),
    instead=message("Stäng filen där, eller välj en annan mapp med -o."),
)
_FILE_FOR_FOLDER = message("{file} går inte att skriva: där en mapp behövs ligger en fil.")
_BY_NUMBER = {
    errno.ENOMEM: _MEMORY,
    errno.EMFILE: _FILES,
    errno.ENFILE: _FILES,
    errno.EAGAIN: _PROCESSES,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _Refusal(
        message("Datorn låter inte programmet skriva så stora filer."),
        message("Välj en mapp på en annan disk, eller höj gränsen (ulimit -f)."),
        everywhere=True,
    ),
    errno.EIO: _Refusal(message("Disken svarar inte."), message("Prova en annan disk eller mapp."), everywhere=True),
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EBUSY: _IN_USE,
    errno.ETXTBSY: _IN_USE,
    errno.EROFS: _Refusal(
        message("Disken går bara att läsa."), unwritten=message("{file} går inte att skriva: disken går bara att läsa.")
    ),
    errno.ENAMETOOLONG: _Refusal(
        message("Namnet är för långt."), unwritten=message("{file} går inte att skriva: namnet är för långt.")
    ),
    errno.ENOTDIR: _Refusal(message("En del av sökvägen är en fil och ingen mapp."), unwritten=_FILE_FOR_FOLDER),
    errno.EEXIST: _Refusal(message("Det finns redan något annat med det namnet."), unwritten=_FILE_FOR_FOLDER),
    errno.EISDIR: _Refusal(
        message("Det är en mapp och ingen fil."), unwritten=message("{file} går inte att skriva: där ligger en mapp.")
    ),
    errno.ELOOP: _Refusal(message("Genvägen leder tillbaka till sig själv.")),
    errno.ENOENT: _Refusal(message("Mappen finns inte.")),
}


def fault(error: BaseException) -> Problem | None:
    """Return what the computer refused when it raised this error, None if the error says nothing of the kind."""
    match error:
        case MemoryError():
            return _problem(_MEMORY)
        case RecursionError():
            return Problem(
                message("Något är lagrat inuti sig självt för många gånger."),
                message("Sök efter många parenteser eller tecken i rad i filen du ändrade senast."),
            )
        case OSError(errno=number) if number in _BY_NUMBER and number != errno.ENOENT:
            return _problem(_BY_NUMBER[number])
        # Python says these in words alone.
        case RuntimeError() if "new thread" in str(error):
            return _problem(_PROCESSES)
        case ImportError() if "allocate" in str(error) or "map segment" in str(error):
            return _problem(_MEMORY)
        case FileNotFoundError() if "temporary directory" in str(error):
            return Problem(
                message("Det finns ingen mapp för tillfälliga filer."),
                message("Låt miljövariabeln TMPDIR vara en mapp som du får skriva i."),
            )
    return None


def _problem(refusal: _Refusal) -> Problem:
    return Problem(refusal.what, refusal.hint)


def is_fault(error: BaseException) -> bool:
    """Say whether an error is the whole computer's, and not that of the one file that was asked for."""
    return isinstance(error, MemoryError) or (
        isinstance(error, OSError) and error.errno in _BY_NUMBER and _BY_NUMBER[error.errno].everywhere
    )


def expect_own_files() -> None:
    """Raise ProblemsFound if the system is set to make files that not even their owner may read and write."""
    mask = os.umask(0o077)  # it can only be read by setting it
    os.umask(mask)
    if mask & 0o700:
        what = message(
            "Datorn är inställd så att du inte får läsa eller skriva dina egna nya filer (umask {mask}).",
            mask=f"{mask:03o}",
        )
        raise ProblemsFound([Problem(what, message("Kör umask 022 i samma fönster och försök igen."))])


def unreadable_because(error: OSError) -> Message:
    """Return why one file cannot be read."""
    refusal = _BY_NUMBER.get(error.errno or 0)
    return refusal.what if refusal else message("Datorn säger: {reason}.", reason=error.strerror or error.errno)


def not_written(file: Path, error: OSError) -> Problem:
    """Return why the system does not let a file or folder be written, and what to do about it."""
    number = error.errno
    if number == errno.EACCES and sys.platform == "win32":
        number = errno.EBUSY  # Windows denies access to a file that another program has open
    refusal = _BY_NUMBER.get(number or 0)
    if refusal and refusal.unwritten:
        return Problem(refusal.unwritten.having(file=file), refusal.instead)
    what = message("{file} går inte att skriva (fel {number}).", file=file, number=number)
    return fault(error) or Problem(what, _ANOTHER_FOLDER)
