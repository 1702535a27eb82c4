"""What the computer refuses: no memory, no more open files, a full disk. Nobody's mistake, but the user's to mend."""

import errno
import os

from foraldraskolan.problems import Message, Problem, ProblemsFound, message

_MEMORY = Problem(
    message("Datorns minne räcker inte."),
    message("Stäng andra program och försök igen, eller dela upp listan i flera."),
)
_PROCESSES = Problem(
    message("Datorn låter inte programmet starta fler processer."),
    message("Stäng andra program, eller höj gränsen (ulimit -u)."),
)
_DISK = Problem(message("Disken är full."), message("Gör plats på disken och försök igen."))
_FILES = Problem(
    message("Datorn låter inte programmet öppna fler filer."),
    message("Stäng andra program, eller höj gränsen (ulimit -n)."),
)
_BY_NUMBER = {
    errno.ENOMEM: _MEMORY,
    errno.EMFILE: _FILES,
    errno.ENFILE: _FILES,
    errno.EAGAIN: _PROCESSES,
    errno.ENOSPC: _DISK,
    errno.EDQUOT: _DISK,
    errno.EFBIG: Problem(
        message("Datorn låter inte programmet skriva så stora filer."),
        message("Välj en mapp på en annan disk, eller höj gränsen (ulimit -f)."),
    ),
    errno.EIO: Problem(message("Disken svarar inte."), message("Prova en annan disk eller mapp.")),
}
_REFUSALS = {
    errno.EACCES: message("Du får inte läsa eller skriva här."),
    errno.EPERM: message("Du får inte läsa eller skriva här."),
    errno.EROFS: message("Disken går bara att läsa."),
    errno.ENAMETOOLONG: message("Namnet är för långt."),
    errno.ELOOP: message("Genvägen leder tillbaka till sig själv."),
    errno.ENOTDIR: message("En del av sökvägen är en fil och ingen mapp."),
    errno.EISDIR: message("Det är en mapp och ingen fil."),
    errno.EEXIST: message("Det finns redan något annat med det namnet."),
    errno.ENOENT: message("Mappen finns inte."),
    errno.EBUSY: message("Filen används av ett annat program."),
    errno.ETXTBSY: message("Filen används av ett annat program."),
}


def fault(error: BaseException) -> Problem | None:
    """Return what the computer refused when it raised this error, None if the error says nothing of the kind."""
    match error:
        case MemoryError():
            return _MEMORY
        case RecursionError():
            return Problem(
                message("Något är lagrat inuti sig självt för många gånger."),
                message("Sök efter många parenteser eller tecken i rad i filen du ändrade senast."),
            )
        case OSError(errno=number) if number in _BY_NUMBER:
            return _BY_NUMBER[number]
        case OSError(errno=number) if number in _REFUSALS and number != errno.ENOENT:
            return Problem(_REFUSALS[number], message("Välj en annan mapp, eller be den som sköter datorn."))
        # Python says these in words alone.
        case RuntimeError() if "new thread" in str(error):
            return _PROCESSES
        case ImportError() if "allocate" in str(error) or "map segment" in str(error):
            return _MEMORY
        case FileNotFoundError() if "temporary directory" in str(error):
            return Problem(
                message("Det finns ingen mapp för tillfälliga filer."),
                message("Låt miljövariabeln TMPDIR vara en mapp som du får skriva i."),
            )
    return None


def is_fault(error: BaseException) -> bool:
    """Say whether an error is the whole computer's, and not that of the one file that was asked for."""
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in _BY_NUMBER)


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


def reason(error: OSError) -> Message:
    """Return why one file cannot be read or written."""
    return _REFUSALS.get(error.errno or 0, message("Datorn säger: {reason}.", reason=error.strerror or error.errno))
