"""A folder that is made again and again: what an earlier order left in it goes away, and nothing else does.

The folder's own list says what the program made there. A file that is not in the list, or no longer what the list says,
is its owner's: it is neither written over nor taken away.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Literal

from foraldraskolan.document.meeting import Meeting
from foraldraskolan.faults import not_written
from foraldraskolan.make.files import there, write_all, written
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message, raise_found
from foraldraskolan.record import record

LIST = ".foraldraskolan.json"
_FORMAT = 1  # of the list; a program that does not know it touches nothing
Kind = Literal["pack", "series"]
Hashes = Mapping[str, Sequence[str]]  # SHA-256 of all that a file may hold and still be ours, by its name


@record
class Purpose:
    """What a folder is for: one meeting, by its name and day, and what is made for it."""

    kind: Kind
    title: str
    date: str

    @classmethod
    def of(cls, kind: Kind, meeting: Meeting) -> "Purpose":
        """Return what a folder of this meeting is for."""
        return cls(kind, meeting.title, meeting.date.isoformat())


def expect_same(folder: Path, purpose: Purpose) -> None:
    """Raise ProblemsFound if a folder was made for something else, or its list says nothing that is understood."""
    _read(folder, purpose)


def renew(folder: Path, files: Mapping[str, bytes], purpose: Purpose) -> tuple[str, ...]:
    """Write files below a folder, and take away what the program made there before and does not make now.

    Return the names of those that were changed since, which stay. Raises ProblemsFound, with nothing changed, if a file
    that somebody else made or changed is in the way, or the folder is for something else.
    """
    with _held(folder):
        return _renew(folder, files, purpose)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder, made if need be, while what is in it is read and made anew; the system ends it with the program.

    Raises ProblemsFound if another program holds it. On Windows, and on disks that know no locks, nothing is held.
    """
    with written(folder), there(folder):
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


def _renew(folder: Path, files: Mapping[str, bytes], purpose: Purpose) -> tuple[str, ...]:
    before = _read(folder, purpose)
    raise_found([problem for name, data in files.items() for problem in _in_the_way(folder, name, data, before)])
    old = [name for name in before if name not in files and (folder / name).exists()]
    gone = [name for name in old if _is_ours(folder, name, before)]
    kept = [name for name in old if name not in gone]
    # What is kept stays in the list: each time the folder is made, whoever hands it out hears of it.
    now = {name: [_hash(data)] for name, data in files.items()} | {name: before[name] for name in kept}
    # While files are put in their places, any of them may be the old or the new one, however that ends.
    either = {name: sorted({*before.get(name, ()), *now.get(name, ())}) for name in (*before, *now)}
    write_all(folder, {LIST: _list(purpose, either), **files}, gone)
    if either != now:
        write_all(folder, {LIST: _list(purpose, now)})
    return tuple(kept)


def _in_the_way(folder: Path, name: str, data: bytes, before: Hashes) -> list[Problem]:
    """Return a problem if somebody else's file is where one is to be written; what is the same is in nobody's way."""
    file = folder / name
    missing = not (file.exists() or file.is_symlink())
    if missing or _is_ours(folder, name, {name: [*before.get(name, ()), _hash(data)]}):
        return []
    if name in before:
        what = message("Filen är ändrad sedan mappen gjordes.")
        return [Problem(what, message("Spara den någon annanstans, eller ta bort den: då görs en ny."), Place(file))]
    what = message("Filen finns redan, och det är inte programmet som har gjort den.")
    return [Problem(what, message("Flytta eller ta bort den, eller välj en annan mapp med -o."), Place(file))]


def _is_ours(folder: Path, name: str, hashes: Hashes) -> bool:
    """Tell whether a file is in its own place in the folder, and holds what the program wrote."""
    file = folder / name
    inside = Path(os.path.realpath(file)) == Path(os.path.realpath(folder), name)  # no link leads elsewhere
    try:
        return inside and file.is_file() and _hash(file.read_bytes()) in hashes.get(name, ())
    except OSError:
        return False  # what cannot be read is somebody's


def _read(folder: Path, purpose: Purpose) -> Hashes:
    """Return what the list of a folder says was made there, nothing if it has none."""
    file = folder / LIST
    try:
        written = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise ProblemsFound([not_written(file, error)]) from error
    try:
        said = json.loads(written)
        found = Purpose(said["kind"], said["title"], said["date"])
        hashes = {name: list(map(str, each)) for name, each in said["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _unknown(file) from None
    if said.get("format") != _FORMAT or not all(map(_is_below, hashes)):
        raise _unknown(file)
    if found != purpose:
        raise ProblemsFound([Problem(_other(found, purpose), message("Välj en annan mapp med -o."), Place(folder))])
    return hashes


def _other(found: Purpose, wanted: Purpose) -> Message:
    if found.kind == wanted.kind:
        return message("Mappen är till ett annat möte: {title}, {date}.", title=found.title, date=found.date)
    if found.kind == "series":
        return message("I mappen ligger en brevserie.")
    return message("I mappen ligger materialet till ett möte.")


def _is_below(name: str) -> bool:
    """Tell whether a name leads to a place below its folder, on every system."""
    paths: tuple[PurePath, ...] = (PurePosixPath(name), PureWindowsPath(name))
    return not any(path.anchor or ".." in path.parts for path in paths) and name not in ("", ".", LIST)


def _unknown(file: Path) -> ProblemsFound:
    what = message("Programmet förstår inte sin egen lista över vad som är gjort i mappen.")
    return ProblemsFound([Problem(what, message("Välj en annan mapp med -o."), Place(file))])


def _list(purpose: Purpose, hashes: Hashes) -> bytes:
    said = {"format": _FORMAT, "kind": purpose.kind, "title": purpose.title, "date": purpose.date}
    listed = {name: list(hashes[name]) for name in sorted(hashes)}
    return (json.dumps({**said, "files": listed}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
