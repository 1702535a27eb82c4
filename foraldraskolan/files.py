"""Files written beside and renamed: never half a file, never a lost old one."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from foraldraskolan.faults import expect_own_files
from foraldraskolan.problems import Place, Problem, ProblemsFound, message


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, made if need be; each appears whole, and none before all are on the disk.

    Raises ProblemsFound if the folder or a file cannot be written.
    """
    expect_own_files()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as beside:
            for name, data in files.items():
                _write(Path(beside) / name, data)
            for name in files:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(Path(beside) / name, folder / name)
    except OSError as error:
        raise _not_written(folder, error, error.filename) from error


# What a folder of personal data is watched by: a process that outlives its parent, however that ends, and clears up.
# On Windows, Ctrl-C reaches it too.
_GUARD = """
import shutil, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.stdin.buffer.read()
shutil.rmtree(sys.argv[1], ignore_errors=True)
"""


@contextmanager
def private_folder(folder: Path) -> Iterator[Path]:
    """Yield a folder to fill, which becomes this one when all is written; only its owner may read it.

    If anything goes wrong, be it a kill, nothing is left of it. Raises ProblemsFound if the folder has files already
    or cannot be written; which file in it is not said, since its name may be somebody's.
    """
    # Here, because a single document is written without all that starts processes.
    from foraldraskolan.workers import held_back

    expect_own_files()
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            what = message("{folder} finns redan och är ingen tom mapp.", folder=folder)
            hint = message("Välj en annan mapp med -o, eller ta bort den.")
            # Letters of an earlier list among the new ones would reach somebody.
            raise ProblemsFound([Problem(what, hint, Place(folder))])
        folder.parent.mkdir(parents=True, exist_ok=True)
        with held_back():
            beside = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))  # for its owner only
            guard = subprocess.Popen(  # noqa: S603  # our own words, run by the Python that runs us
                [sys.executable, "-I", "-S", "-c", _GUARD, str(beside)], stdin=subprocess.PIPE, start_new_session=True
            )
        try:
            yield beside
            if folder.exists():
                folder.rmdir()
            beside.rename(folder)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        finally:
            guard.communicate()
    except OSError as error:
        raise _not_written(folder, error) from error


def write_private(file: Path, data: bytes) -> None:
    """Write a file that only its owner may read, in a folder that is made if need be."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(file, "xb", opener=private_opener) as stream:
        stream.write(data)


def private_opener(path: str, flags: int) -> int:
    """Open a file for nobody but its owner; an opener of `open`."""
    return os.open(path, flags, 0o600)


def _not_written(folder: Path, error: OSError, file: str | None = None) -> ProblemsFound:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        what = message("Disken är full, så {file} går inte att skriva.", file=folder)
        hint = message("Gör plats på disken, eller välj en annan mapp med -o.")
    else:
        what = message("{file} går inte att skriva: {reason}.", file=file or folder, reason=error.strerror or "")
        hint = message("Är filen öppen i ett annat program, eller är mappen skrivskyddad?")
    return ProblemsFound([Problem(what, hint, Place(folder))])


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
