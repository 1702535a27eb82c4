"""What the computer refuses is the user's to mend: told in words with exit 1, and never called our fault."""

import errno
import os
import subprocess
import sys
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.cli.errors import handled
from foraldraskolan.faults import expect_own_files
from foraldraskolan.make.files import write_all
from foraldraskolan.make.private import private_folder
from foraldraskolan.make.workers import on_all_cores
from foraldraskolan.problems import ProblemsFound

FOLDERS = "Material och översättningar ur den här mappen."
PROGRAM = [sys.executable, "-m", "foraldraskolan", "--interface", "sv"]


def _deep(depth: int = 0) -> int:
    return _deep(depth + 1)


def _raise(error: BaseException) -> None:
    raise error


REFUSALS = [
    *((OSError(number, os.strerror(number)), 1) for number in (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)),
    *((OSError(number, os.strerror(number)), 1) for number in (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS)),
    (OSError(errno.EFBIG, os.strerror(errno.EFBIG)), 1),
    (PermissionError(errno.EACCES, "Permission denied"), 1),
    (MemoryError(), 1),
    (RuntimeError("can't start new thread"), 1),
    (ImportError("libicu.so: failed to map segment from shared object"), 1),
    (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']"), 1),
    (FileNotFoundError(errno.ENOENT, "No such file or directory"), 3),
    (RuntimeError("generator raised StopIteration"), 3),
    (ImportError("cannot import name 'x'"), 3),
    (ValueError("x"), 3),
    (OSError("x"), 3),
]


@pytest.mark.parametrize(("error", "code"), REFUSALS, ids=lambda each: repr(each)[:50])
def test_what_the_computer_refuses_leaves_with_1(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int
) -> None:
    """It is told with what to do; any other exception is our own."""
    assert handled(lambda: _raise(error), NullTranslations()) == code
    told = capsys.readouterr().err
    assert ("fel i programmet" in told) is (code == 3)
    assert ("→" in told) is (code == 1)


def test_what_lies_inside_itself_for_ever_leaves_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """Python gives up on depth in an exception of its own."""
    assert handled(_deep, NullTranslations()) == 1
    assert "för många gånger" in capsys.readouterr().err


def test_the_traceback_is_there_for_who_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORALDRASKOLAN_DEBUG=1 shows where the computer refused."""
    assert handled(lambda: _raise(MemoryError()), NullTranslations()) == 1
    assert "Traceback" not in capsys.readouterr().err
    monkeypatch.setenv("FORALDRASKOLAN_DEBUG", "1")
    assert handled(lambda: _raise(MemoryError()), NullTranslations()) == 1
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_computer_that_opens_few_files_is_told(tmp_path: Path) -> None:
    """A build that may not open the files it needs ends in words and leaves nothing."""
    import resource

    limited = subprocess.run(
        [*PROGRAM, "build", "-o", str(tmp_path / "ut")],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (6, 6)),
        capture_output=True,
        encoding="utf-8",
    )
    assert limited.returncode == 1
    assert "Datorn låter inte programmet öppna fler filer." in limited.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
def test_a_full_disk_below_standard_output_is_told() -> None:
    """Nothing is lost in silence."""
    with open("/dev/full", "w") as full:
        told = subprocess.run([*PROGRAM, "languages"], stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert (told.returncode, told.stderr.splitlines()[:2]) == (1, [FOLDERS, "  Disken är full."])


def test_who_stops_reading_has_read_enough() -> None:
    """`show signs | head -1` is no failure."""
    with subprocess.Popen([*PROGRAM, "show", "signs"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as showing:
        assert showing.stdout is not None and showing.stderr is not None
        showing.stdout.close()
        assert showing.stderr.read().decode("utf-8").splitlines() == [FOLDERS]
    assert showing.returncode == 0


def test_no_shared_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes share memory through the system; without it there is a word about it, and no traceback."""

    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr("multiprocessing.context.BaseContext.Event", refuse)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    with pytest.raises(ProblemsFound) as found, on_all_cores(print, range(2), 2):
        pass
    assert "delade minnet saknas" in str(found.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such masks")
@pytest.mark.parametrize(("mask", "works"), [(0o022, True), (0o077, True), (0o777, False), (0o277, False)])
def test_files_that_nobody_may_open_are_told(tmp_path: Path, mask: int, works: bool) -> None:
    """A mask that takes the owner's own rights away is told before anything is written."""
    before = os.umask(mask)
    try:
        if works:
            expect_own_files()
        else:
            told = pytest.raises(ProblemsFound, match=f"umask {mask:03o}")
            with told:
                expect_own_files()
            with told:
                write_all(tmp_path / "ut", {"a": b""})
            with told, private_folder(tmp_path / "ut"):
                pass
            assert not (tmp_path / "ut").exists()
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
