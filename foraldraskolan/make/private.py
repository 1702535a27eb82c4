"""A new folder of personal data: closed to everybody but its owner, there when it is whole, gone if anything fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foraldraskolan.make.files import there, written
from foraldraskolan.make.workers import held_back
from foraldraskolan.problems import Place, Problem, ProblemsFound, message

# What a folder of personal data is watched by: a process that outlives its parent, however that ends, and clears up.
# On Windows, Ctrl-C reaches it too.
_GUARD = """
import shutil, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
sys.stdin.buffer.read()
shutil.rmtree(sys.argv[1], ignore_errors=True)
"""


def _guard(beside: Path) -> "subprocess.Popen[bytes]":
    """Start what watches a folder just made; if it does not start, the folder is gone again."""
    try:
        return subprocess.Popen(  # noqa: S603  # our own words, run by the Python that runs us
            [sys.executable, "-I", "-S", "-c", _GUARD, str(beside)], stdin=subprocess.PIPE, start_new_session=True
        )
    except BaseException:
        beside.rmdir()
        raise


@contextmanager
def private_folder(folder: Path) -> Iterator[Path]:
    """Yield a folder to fill, which becomes this one when all is written; only its owner may read it.

    If anything goes wrong, be it a kill, nothing is left of it. Raises ProblemsFound if the folder has files already
    or cannot be written; which file in it is not said, since its name may be somebody's.
    """
    expect_new_folder(folder)
    beside = _beside(folder)
    with written(folder, named=False), there(folder.parent):
        with held_back():
            _make_alone(beside, folder)
            guard = _guard(beside)
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


def expect_new_folder(folder: Path) -> None:
    """Raise ProblemsFound if a folder of letters has files already, or is being filled at this moment.

    Letters of an earlier list among the new ones would reach somebody.
    """
    if _beside(folder).exists():  # asked first: it becomes the folder itself
        raise _being_filled(folder)
    with written(folder, named=False):
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    if taken:
        what = message("{folder} finns redan och är ingen tom mapp.", folder=folder)
        hint = message("Välj en annan mapp med -o, eller ta bort den.")
        raise ProblemsFound([Problem(what, hint, Place(folder))])


def _beside(folder: Path) -> Path:
    """Return where a folder is filled: one name for each, so that two cannot fill it at once."""
    return folder.parent / f".making-{folder.name}"


def _make_alone(beside: Path, folder: Path) -> None:
    """Make the folder that another is filled in, for its owner only; raise ProblemsFound if somebody has made it."""
    try:
        beside.mkdir(mode=0o700)
    except FileExistsError:
        raise _being_filled(folder) from None


def _being_filled(folder: Path) -> ProblemsFound:
    what = message("Brev görs redan i {folder}, av ett program som inte är klart.", folder=folder)
    hint = message(
        "Vänta tills det är klart, eller välj en annan mapp med -o. Är inget i gång, ta bort {beside}.",
        beside=_beside(folder),
    )
    return ProblemsFound([Problem(what, hint, Place(folder))])


def write_private(file: Path, data: bytes) -> None:
    """Write a file that only its owner may read, in a folder that is made if need be."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(file, "xb", opener=private_opener) as stream:
        stream.write(data)


def private_opener(path: str, flags: int) -> int:
    """Open a file for nobody but its owner; an opener of `open`."""
    return os.open(path, flags, 0o600)
