"""A folder that is made anew holds what its owner put there and exactly what is made now, whatever was there before."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.make import renewal
from foraldraskolan.make.renewal import LIST, Purpose, renew
from foraldraskolan.problems import Place, ProblemsFound

NAMES = ("README.txt", "handout-ar.pdf", "handout-å so.pdf", "01-2026-12-03/intro-ar.txt", "01-2026-12-03/intro-so.txt")
OWNERS = ("anteckningar.docx", "01-2026-12-03/foto.jpg", ".dold")
DATA = st.sampled_from([b"", b"ett", b"tv\xc3\xa5", b"%PDF-1.7 tre"])
MEETING = Purpose("pack", "Möte 8B", "2026-12-03")
ORDERS = st.dictionaries(st.sampled_from(NAMES), DATA)
# What may happen to a file between two orders: its owner changes or removes it; a file of the owner's own comes.
BETWEEN = st.dictionaries(
    st.sampled_from(NAMES), st.one_of(st.none(), st.sampled_from([b"redigerad", b"ifylld"])), max_size=2
)


@pytest.fixture(scope="module", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """Let nothing be waited for until it lies on a disk that keeps it when the power goes: no test turns it off."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder but the program's own list."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != LIST}


def put(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write or remove files as their owner does, who keeps no empty folder either."""
    for name, data in changes.items():
        file = folder / name
        if data is None:
            file.unlink(missing_ok=True)
            if file.parent != folder and file.parent.exists() and not any(file.parent.iterdir()):
                file.parent.rmdir()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.sampled_from(OWNERS), DATA), st.lists(st.tuples(BETWEEN, ORDERS), min_size=1, max_size=4))
def test_a_folder_is_its_owners_and_what_is_made_now(
    owned: dict[str, bytes], orders: Sequence[tuple[dict[str, bytes | None], dict[str, bytes]]]
) -> None:
    """After any orders it holds the owner's files, untouched, and the last order's; one that cannot be changes nothing.

    What the program made, and nobody changed, is the only thing that goes away; what was changed is told each time.
    """
    with TemporaryDirectory() as name:
        folder = Path(name) / "möte å"
        folder.mkdir()
        put(folder, owned)
        ours: dict[str, bytes] = {}
        for changes, order in orders:
            put(folder, changes)
            before = files(folder)
            untouched = {each for each, data in ours.items() if before.get(each) == data}
            theirs = {each: data for each, data in before.items() if each not in untouched}
            in_the_way = {each for each in order if each in theirs and theirs[each] != order[each]}
            if in_the_way:
                with pytest.raises(ProblemsFound) as found:
                    renew(folder, order, MEETING)
                named = {
                    problem.place.file.relative_to(folder).as_posix()
                    for problem in found.value.problems
                    if problem.place
                }
                assert named == in_the_way
                assert files(folder) == before
                continue
            kept = renew(folder, order, MEETING)
            assert files(folder) == theirs | order
            assert set(kept) == {each for each in ours if each in theirs and each not in order}
            ours = {each: ours[each] for each in kept} | order
        assert all(any(path.iterdir()) for path in folder.rglob("*") if path.is_dir())


@settings(max_examples=120, deadline=None)
@given(ORDERS, ORDERS, st.integers(0, 14))
def test_a_fault_anywhere_leaves_the_old_or_the_new(
    first: dict[str, bytes], second: dict[str, bytes], after: int
) -> None:
    """If a step fails all is as it was; if the program dies there no file is lost, and the next order is whole."""
    for dies in (False, True):
        with TemporaryDirectory() as name:
            folder = Path(name) / "ut"
            renew(folder, first, MEETING)
            with pytest.MonkeyPatch.context() as patch:
                _fail(patch, after, dies=dies)
                with suppress(ProblemsFound, Died):
                    renew(folder, second, MEETING)
            left = files(folder)
            if not dies:
                assert left in (first, second)
            assert all(data in (first.get(each), second.get(each)) for each, data in left.items())
            assert first.keys() & second.keys() <= left.keys()
            assert first.keys() <= left.keys() or second.items() <= left.items()  # nothing goes before the new is there
            renew(folder, second, MEETING)
            assert files(folder) == second


class Died(BaseException):
    """The program is killed: nothing of it runs any more."""


def _fail(patch: pytest.MonkeyPatch, after: int, *, dies: bool) -> None:
    """Let the system refuse one step after so many, or kill the program there."""
    count = 0

    def once(step: Callable[..., None]) -> Callable[..., None]:
        def stepped(*arguments: object, **named: object) -> None:
            nonlocal count
            count += 1
            if dies and count > after:
                raise Died  # and nothing is put back either
            if count == after + 1:
                raise PermissionError(13, "no", str(arguments[0]))
            step(*arguments, **named)

        return stepped

    patch.setattr(os, "replace", once(os.replace))
    patch.setattr(os, "link", once(os.link))
    patch.setattr(Path, "unlink", once(Path.unlink))


@pytest.mark.skipif(sys.platform == "win32", reason="no folder can be held there")
def test_a_folder_is_made_by_one_program_at_a_time(tmp_path: Path) -> None:
    """While another is at it nothing is read or written, and it is told; when that one ends, the folder is free."""
    renew(tmp_path, {"a": b"1"}, MEETING)
    with renewal._held(tmp_path):
        with pytest.raises(ProblemsFound) as found:
            renew(tmp_path, {"a": b"2", "b": b"2"}, MEETING)
        assert "görs just nu av ett annat program" in str(found.value)
        assert files(tmp_path) == {"a": b"1"}
    renew(tmp_path, {"b": b"2"}, MEETING)
    assert files(tmp_path) == {"b": b"2"}


def test_the_same_order_writes_the_same_list(tmp_path: Path) -> None:
    """The list says nothing of when or where it was written."""
    order = {name: name.encode() for name in NAMES}
    for folder, ordered in (("a", order), ("b", dict(reversed(order.items())))):
        renew(tmp_path / folder, ordered, MEETING)
        renew(tmp_path / folder, ordered, MEETING)
    assert (tmp_path / "a" / LIST).read_bytes() == (tmp_path / "b" / LIST).read_bytes()


@pytest.mark.parametrize(
    "other",
    [
        Purpose("pack", "Möte 8A", "2026-12-03"),
        Purpose("pack", "Möte 8B", "2026-12-04"),
        Purpose("series", "Möte 8B", "2026-12-03"),
    ],
)
def test_another_meetings_folder_is_refused(other: Purpose, tmp_path: Path) -> None:
    """A folder of another meeting, day or kind stays as it is, list and all."""
    renew(tmp_path, {"README.txt": b"ett"}, MEETING)
    before = (tmp_path / LIST).read_bytes()
    with pytest.raises(ProblemsFound):
        renew(tmp_path, {"README.txt": b"tv\xc3\xa5"}, other)
    assert (files(tmp_path), (tmp_path / LIST).read_bytes()) == ({"README.txt": b"ett"}, before)


def listed(files: object, version: int = 1) -> bytes:
    """Return the list of a folder for the meeting that names these files."""
    said = {"format": version, "kind": "pack", "title": "Möte 8B", "date": "2026-12-03", "files": files}
    return json.dumps(said).encode()


OUTSIDE = ("../granne.txt", "/etc/hosts", "a/../../granne.txt", "C:\\granne.txt", "..\\granne.txt", "", ".", LIST)
BROKEN = (b"", b"{", b"[]", b'"x"', b"\xff", b'{"format": 1}', b"[" * 100_000, listed({"a": 3}), listed({}, version=2))


@pytest.mark.parametrize("said", [*BROKEN, *(listed({name: []}) for name in OUTSIDE)])
def test_a_list_that_says_nothing_understood_stops(said: bytes, tmp_path: Path) -> None:
    """A broken list, one of a later program, one that leads out of the folder: nothing is touched."""
    folder = tmp_path / "ut"
    folder.mkdir()
    (folder / LIST).write_bytes(said)
    (tmp_path / "granne.txt").write_bytes(b"granne")
    with pytest.raises(ProblemsFound) as found:
        renew(folder, {"README.txt": b"ett"}, MEETING)
    assert found.value.problems[0].hint is not None
    assert files(tmp_path) == {"granne.txt": b"granne", f"ut/{LIST}": said}


def test_a_link_is_its_owners(tmp_path: Path) -> None:
    """Neither a link in a file's place nor a folder that leads elsewhere is followed."""
    folder, elsewhere = tmp_path / "ut", tmp_path / "annat"
    order = {"a.txt": b"ett", "b/c.txt": b"ett"}
    renew(folder, order, MEETING)
    (folder / "b").rename(elsewhere)
    (elsewhere / "a.txt").write_bytes(b"ett")
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(elsewhere / "a.txt")
    (folder / "b").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(ProblemsFound) as found:
        renew(folder, order, MEETING)
    assert len(found.value.problems) == 2
    assert set(renew(folder, {}, MEETING)) == {"a.txt", "b/c.txt"}
    assert files(elsewhere) == {"a.txt": b"ett", "c.txt": b"ett"}


def test_a_link_to_itself_is_its_owners(tmp_path: Path) -> None:
    """A link that leads nowhere is in the way, and stays."""
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(ProblemsFound) as found:
        renew(tmp_path, {"a.txt": b"ett"}, MEETING)
    assert [problem.place for problem in found.value.problems] == [Place(tmp_path / "a.txt")]
    assert os.readlink(tmp_path / "a.txt") == "a.txt"


def test_the_list_is_the_programs_own(tmp_path: Path) -> None:
    """What the folder is for and the hash of each file, in words that a person can read."""
    renew(tmp_path, {"a.txt": b"ett"}, MEETING)
    assert (tmp_path / LIST).read_text(encoding="utf-8") == (
        '{\n "format": 1,\n "kind": "pack",\n "title": "Möte 8B",\n "date": "2026-12-03",\n "files": {\n  "a.txt": [\n'
        f'   "{renewal._hash(b"ett")}"\n  ]\n }}\n}}\n'
    )
