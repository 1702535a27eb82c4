"""Only whole files of a bounded size are read, and every other one is refused in words."""

import errno
import os
import socket
import sys
from collections.abc import Callable
from functools import partial
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.inputs import is_inside, read_bytes, read_utf8
from foraldraskolan.limits import TEXT_BYTES
from foraldraskolan.material.drawings import parse_drawing
from foraldraskolan.problems import Place, ProblemsFound, message
from foraldraskolan.spreadsheet.formats import read_workbook

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def refused(path: Path) -> str:
    """Return the place and the words that a file is refused with."""
    with pytest.raises(ProblemsFound) as found:
        read_utf8(path)
    (problem,) = found.value.problems
    assert problem.place is not None and problem.place.file == path
    return str(problem.place).removeprefix(f"{path.parent}{os.sep}") + " " + problem.message.text(NullTranslations())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a\nb\xff\n", "a:2 Filen är inte sparad som UTF-8."),
        (b"\xed\xa0\x80", "a:1 Filen är inte sparad som UTF-8."),
        ("\ufeffå".encode("utf-16-le"), "a Filen är sparad som UTF-16, inte som UTF-8."),
        ("\ufeffå".encode("utf-16-be"), "a Filen är sparad som UTF-16, inte som UTF-8."),
        ("ab".encode("utf-16-le"), "a Filen är sparad som UTF-16, inte som UTF-8."),
        (b"a\rb\r", "a:1 Filens rader slutar som på gamla Mac-datorer (CR)."),
        (b"a" * (TEXT_BYTES + 1), "a Filen är för stor: den har mer än 1000000 byte."),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    """The words say what the file is, and where it stops being text."""
    file = tmp_path / "a"
    file.write_bytes(data)
    assert refused(file) == said


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"a" * TEXT_BYTES, b"\xef\xbb\xbfa\r\nb\n"])
def test_what_is_text_is_read(tmp_path: Path, data: bytes) -> None:
    """A byte order mark and the line ends of Windows are no part of the text."""
    file = tmp_path / "a"
    file.write_bytes(data)
    assert read_utf8(file) == data.decode("utf-8-sig").replace("\r\n", "\n")


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file, a folder, and names that no file can have."""
    assert refused(tmp_path / "a") == "a Filen finns inte."
    assert refused(tmp_path).endswith("Det här är en mapp, ingen fil.")
    assert refused(tmp_path / "a\0b").endswith("Filen finns inte.")
    assert refused(tmp_path / "\ud800").endswith("Filen finns inte.")
    assert refused(tmp_path / ("a" * 5000)).endswith("Filen går inte att läsa.")


@POSIX
def test_what_has_no_end_is_never_opened(tmp_path: Path) -> None:
    """A pipe, a socket and a device are refused; to open one could wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    said = "Det här är ingen vanlig fil."
    assert refused(tmp_path / "pipe") == f"pipe {said}"
    assert refused(Path("/dev/zero")) == f"zero {said}"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "socket"))
        assert refused(tmp_path / "socket") == f"socket {said}"


@POSIX
def test_a_link_is_where_it_leads(tmp_path: Path) -> None:
    """What lies in a folder by its name may lie elsewhere, and the other way round; nobody follows a link for ever."""
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "out").touch()
    (folder / "a").touch()
    for name, target in {"b": "a", "c": "../out", "d": "d", "e": "f", "f": "e", "g": "missing"}.items():
        (folder / name).symlink_to(target)
    (tmp_path / "h").symlink_to("in/a")
    assert [name for name in "abcdefg" if is_inside(folder / name, folder)] == list("abdefg")
    assert is_inside(tmp_path / "h", folder)
    assert not is_inside(folder / ".." / "out", folder)


@POSIX
def test_a_long_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    """A file of a terabyte, which takes no room on the disk, is refused as one of a megabyte is."""
    with (tmp_path / "a").open("wb") as file:
        file.truncate(2**40)
    assert refused(tmp_path / "a").startswith("a Filen är för stor")


@pytest.mark.parametrize("read", [read_bytes, partial(read_workbook, known=len), parse_drawing])
def test_the_systems_limits_are_not_the_files_fault(
    read: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more open files is nothing that the user can mend in this file; what may not be read, is, in our words."""
    (tmp_path / "a").touch()

    def raising(number: int) -> None:
        def no(*_: object, **__: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(Path, "open", no)

    raising(errno.EMFILE)
    with pytest.raises(OSError, match="Too many open files"):
        read(tmp_path / "a")
    raising(errno.EACCES)
    with pytest.raises(ProblemsFound) as found:
        read(tmp_path / "a")
    (problem,) = found.value.problems
    assert problem.message == message("Filen går inte att läsa.")
    assert problem.hint == message("Du får inte läsa eller skriva här.")
    assert problem.place == Place(tmp_path / "a")
