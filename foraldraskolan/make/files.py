"""Files are filled in beside and put in their places: never half a file, never a lost old one."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePath

from foraldraskolan.faults import expect_own_files, not_written
from foraldraskolan.problems import Place, ProblemsFound


def write_all(folder: Path, files: Mapping[str, bytes], gone: Sequence[str] = ()) -> None:
    """Write files below a folder, made if need be; each appears whole, and none before all are on the disk.

    Files that are to be gone are taken away when the new ones are in place. If anything cannot be done, all is as it
    was. Raises ProblemsFound then.
    """
    with written(folder), there(folder):
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


@contextmanager
def written(folder: Path, *, named: bool = True) -> Iterator[None]:
    """Let a folder be written: raise ProblemsFound for whatever the system refuses meanwhile.

    Which file it refuses is not said unless it is `named`: its name may be somebody's.
    """
    expect_own_files()
    try:
        yield
    except OSError as error:
        file = Path(error.filename) if named and error.filename else folder
        raise ProblemsFound([replace(not_written(file, error), place=Place(folder))]) from error


@contextmanager
def there(folder: Path) -> Iterator[None]:
    """Make a folder, and those above it, if need be; if anything is raised, those that are empty are gone again."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):  # something is in it, or it was never made
                each.rmdir()
        raise


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
