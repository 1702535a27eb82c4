"""Files written beside and renamed: never half a file, never a lost old one."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePath

from foraldraskolan.faults import expect_own_files, not_written
from foraldraskolan.problems import Place, Problem, ProblemsFound, message


def write_all(folder: Path, files: Mapping[str, bytes], gone: Sequence[str] = ()) -> None:
    """Write files below a folder, made if need be; each appears whole, and none before all are on the disk.

    Files that are to be gone are taken away when the new ones are in place. If anything cannot be done, all is as it
    was. Raises ProblemsFound then.
    """
    expect_own_files()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as beside:
            new, old = Path(beside) / "new", Path(beside) / "old"
            for name, data in files.items():
                _write(new / name, data)
            changed: list[str] = []
            try:
                for name in (*files, *gone):
                    (folder / name).parent.mkdir(parents=True, exist_ok=True)
                    _keep(folder / name, old / name)
                    changed.append(name)
                    if name in files:
                        os.replace(new / name, folder / name)
                    else:
                        (folder / name).unlink()
            except BaseException:
                for name in changed:
                    _put_back(old / name, folder / name)
                raise
        _drop_empty(folder, gone)
    except OSError as error:
        raise _found(folder, error, error.filename) from error


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, made if need be, while what is in it is read and made anew; the system ends it with the program.

    Raises ProblemsFound if another program holds it. On Windows, and on disks that know no locks, nothing is held.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _found(folder, error, error.filename) from error
    if sys.platform == "win32":
        yield
        return
    import fcntl

    folder_itself = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder_itself, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            what = message("{folder} görs just nu av ett annat program.", folder=folder)
            hint = message("Vänta tills det är klart, och försök igen.")
            raise ProblemsFound([Problem(what, hint, Place(folder))]) from None
        except OSError:
            pass
        yield
    finally:
        os.close(folder_itself)


def _drop_empty(folder: Path, gone: Sequence[str]) -> None:
    """Take away the folders that files were in, as far as nothing is left in them."""
    for above in {parent for name in gone for parent in PurePath(name).parents[:-1]}:
        with suppress(OSError):  # something is left
            (folder / above).rmdir()


def _keep(file: Path, kept: Path) -> None:
    """Keep what a file holds under another name, if there is one: it is not gone before the new one is there."""
    if not file.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, kept)
    except OSError:  # a disk without hard links
        shutil.copy2(file, kept)


def _put_back(kept: Path, file: Path) -> None:
    if kept.exists():
        os.replace(kept, file)
    else:
        file.unlink(missing_ok=True)


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
    # Here, because a single document is written without all that starts processes.
    from foraldraskolan.make.workers import held_back

    expect_own_files()
    expect_new_folder(folder)
    beside = _beside(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
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
    except OSError as error:
        raise _found(folder, error) from error


def expect_new_folder(folder: Path) -> None:
    """Raise ProblemsFound if a folder of letters has files already, or is being filled at this moment.

    Letters of an earlier list among the new ones would reach somebody.
    """
    if _beside(folder).exists():  # asked first: it becomes the folder itself
        raise _being_filled(folder)
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise _found(folder, error) from error
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


def _found(folder: Path, error: OSError, file: str | None = None) -> ProblemsFound:
    return ProblemsFound([replace(not_written(Path(file) if file else folder, error), place=Place(folder))])


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
