"""Whatever is ordered, one paper, a pack, a series or a class's letters, is there whole or not at all, and the same."""

import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from gettext import NullTranslations
from multiprocessing import active_children
from pathlib import Path
from typing import get_args

import pytest

from foraldraskolan.cli import run
from foraldraskolan.document.form import Form
from foraldraskolan.document.meaning import Document
from foraldraskolan.layout.page import Page
from foraldraskolan.make.conductor import make, make_file
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.families import Families
from foraldraskolan.make.forms import FORMS, FileForm
from foraldraskolan.make.mailing import Output, Wanted, make_mailing
from foraldraskolan.make.orders import Order, order_of
from foraldraskolan.make.pack import make_pack, pack_orders
from foraldraskolan.make.renewal import LIST
from foraldraskolan.make.series import make_series
from foraldraskolan.material.plan_file import plan_text
from foraldraskolan.media.media import MEDIA
from foraldraskolan.media.medium import Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import Message, ProblemsFound
from tests.support import families
from tests.support.letters import weekly
from tests.support.orders import content, plan

Making = Callable[[Path], object]
EXAMPLE, TINY = plan("example"), plan("tiny")
SMALL = replace(weekly("example"), modules=("help", "alcohol"), families=("sv", "en"))


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let work be shared wherever the tests run, and no file be of another day."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def one(folder: Path) -> None:
    """Make one paper."""
    make_file(order_of("checklist", "sv"), TINY, content("tiny"), folder)


def pack(folder: Path) -> None:
    """Make a pack in eight languages."""
    make_pack(TINY, content("tiny"), folder, NullTranslations())


def series(folder: Path) -> None:
    """Make a weekly series in two."""
    make_series(SMALL, content("example"), folder)


def letters(folder: Path, *outputs: Output) -> None:
    """Make all that there is for a class in four languages, or some of it."""
    listed = Families(families.LIST, tuple(families.families(12)), (), ())
    wanted = Wanted(frozenset(outputs or get_args(Output)))
    make_mailing(wanted, Editions(EXAMPLE, content("example")), listed, folder, NullTranslations())


def run_of_letters(folder: Path) -> None:
    """Make a print run alone, which one process writes while others work."""
    letters(folder, "print")


each_kind = pytest.mark.parametrize("made", [one, pack, series, letters, run_of_letters])
each_of_many = pytest.mark.parametrize("made", [pack, series, letters])
only_forked = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process begins with what a test changed")


@contextmanager
def struck(by: Callable[[], None], mark: Path) -> Iterator[None]:
    """Let something happen once, in whichever process first begins to write a file; `mark` is there when it has."""

    def striking(write: Callable[[Order, Editions], bytes]) -> Callable[[Order, Editions], bytes]:
        def written(order: Order, editions: Editions) -> bytes:
            with suppress(FileExistsError):
                mark.touch(exist_ok=False)
                by()
            return write(order, editions)

        return written

    with pytest.MonkeyPatch.context() as patch:
        for way, form in FORMS.items():
            patch.setitem(FORMS, way, replace(form, write=striking(form.write)))
        yield


def nothing_is_left(folder: Path) -> bool:
    """Return whether no file, no folder and no process is left of an order."""
    return not any(folder.iterdir()) and not active_children()


@only_forked
@pytest.mark.parametrize("made", [one, pack, series, letters])
def test_ctrl_c_leaves_nothing(made: Making, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Interrupted in the middle, by whoever sits there, an order leaves nothing."""
    program, mark = os.getpid(), tmp_path_factory.mktemp("mark") / "struck"
    # Whoever runs the tests in the background has Ctrl-C ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with struck(lambda: os.kill(program, signal.SIGINT), mark), pytest.raises(KeyboardInterrupt):
            made(tmp_path / "ut")
    finally:
        signal.signal(signal.SIGINT, before)
    assert mark.exists() and nothing_is_left(tmp_path)


@only_forked
@each_of_many
def test_a_process_that_is_killed_leaves_nothing(
    made: Making, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A system out of memory ends one of the processes: it is told, and there is nothing."""
    program, mark = os.getpid(), tmp_path_factory.mktemp("mark") / "struck"

    def kill() -> None:
        assert os.getpid() != program
        os.kill(os.getpid(), signal.SIGKILL)

    with struck(kill, mark), pytest.raises(ProblemsFound, match="stoppade en del av programmet"):
        made(tmp_path / "ut")
    assert mark.exists() and nothing_is_left(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@each_kind
def test_a_disk_that_takes_no_more_leaves_nothing(made: Making, tmp_path: Path) -> None:
    """Whichever process writes, what the system refuses is told, and there is nothing."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(ProblemsFound, match="så stora filer"):
            made(tmp_path / "ut")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert nothing_is_left(tmp_path)


@pytest.mark.parametrize(
    ("key", "wrong", "told"), [("title", "möte \U0001f600", 1), ("host", "möte " * 600, 8)], ids=["glyph", "size"]
)
def test_a_pack_with_problems_writes_nothing(key: str, wrong: str, told: int, tmp_path: Path) -> None:
    """When documents cannot be made each problem is told once, no file appears and what lies there stays as it was."""
    (tmp_path / "mine.txt").write_bytes(b"old")
    strange = replace(TINY, meeting=replace(TINY.meeting, **{key: wrong}))
    with pytest.raises(ProblemsFound) as found:
        make_pack(strange, content("tiny"), tmp_path, NullTranslations())
    assert len(set(found.value.problems)) == len(found.value.problems) >= told
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"mine.txt": b"old"}


def _loud(order: Order, editions: Editions) -> bytes:
    return editions.of(order).text.upper().encode("utf-8")


@only_forked
def test_a_new_form_is_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line in the table makes a file of what is written so, in a pack and its list, in a series, and alone."""
    monkeypatch.setitem(FORMS, "loud", FileForm(".loud", _loud, lambda _: Message("Ropad inbjudan")))
    monkeypatch.setitem(MEDIA, "mailout", replace(MEDIA["mailout"], ways=("pages", "text", "loud")))
    monkeypatch.setattr("foraldraskolan.make.forms.SENT", ("text", "loud"))
    pack(tmp_path / "pack")
    series(tmp_path / "series")
    assert run(["mailout", "--language", "ar", "--output", str(tmp_path / "brev.loud")]) == 0
    for folder, count in (("pack", len(TINY.families)), ("series", 4)):
        files = sorted((tmp_path / folder).rglob("*.loud"))
        assert len(files) == count
        for file in files:
            assert file.read_text(encoding="utf-8") == file.with_suffix(".txt").read_text(encoding="utf-8").upper()
    assert "mailout-fa.loud: Ropad inbjudan, " in (tmp_path / "pack" / "README.txt").read_text(encoding="utf-8")
    assert (tmp_path / "brev.loud").read_text(encoding="utf-8")


def test_a_pack_is_whole_and_its_papers_are_those_made_alone(tmp_path: Path) -> None:
    """There is a file for each order, the bytes that it has when made alone, a list, and nothing left over."""
    folder = tmp_path / "pack med å"
    make_pack(EXAMPLE, content("example"), folder, NullTranslations())
    alone = {order.file: make([order], EXAMPLE, content("example"))[0].data for order in pack_orders(EXAMPLE)}
    found = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert found.keys() == alone.keys() | {"README.txt", LIST}
    assert {name: found[name] for name in alone} == alone


EACH_WAY = {(order.medium, order.form): order for order in pack_orders(EXAMPLE)}


@pytest.mark.parametrize("order", EACH_WAY.values(), ids=lambda order: order.file)
def test_the_command_makes_the_packs_file(order: Order, tmp_path: Path) -> None:
    """The command for one document makes the bytes that the pack has; a file is what its ending asks for."""
    command = ["checklist", "--staff"] if order.medium == "staff" else [order.medium, "--language", order.language]
    assert run([*command, "--output", str(tmp_path / order.file)]) == 0
    (made,) = make([order], EXAMPLE, content("example"))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {order.file: made.data}


def test_a_file_in_a_folder_has_its_usual_name(tmp_path: Path) -> None:
    """A folder in place of a file gets the PDF under the name that it has in the pack."""
    assert run(["handout", "--language", "ar", "--output", str(tmp_path)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["handout-ar.pdf"]


def test_progress_counts_every_order() -> None:
    """Whoever waits is told of all that is done, and of nothing twice."""
    orders, told = pack_orders(TINY), list[int]()
    make(orders, TINY, content("tiny"), told.append)
    assert sum(told) == len(orders) and len(told) > 1


@contextmanager
def counted() -> Iterator[Counter[tuple[str, str, str]]]:
    """Yield how often each medium is arranged and laid out in each language from here on in this process."""
    counts: Counter[tuple[str, str, str]] = Counter()

    def counting(medium: Medium) -> Medium:
        def arrange(document: Document, words: Words, shown: Shown | None) -> Form:
            form = medium.arrange(document, words, shown)
            counts["arranged", medium.name, form.language.tag] += 1
            return form

        def lay_out(form: Form, shown: Shown | None) -> list[Page]:
            counts["laid out", medium.name, form.language.tag] += 1
            return medium.lay_out(form, shown)

        return replace(medium, arrange=arrange, lay_out=lay_out)

    with pytest.MonkeyPatch.context() as patch:
        for name, medium in MEDIA.items():
            patch.setitem(MEDIA, name, counting(medium))
        yield counts


@pytest.mark.parametrize("slides", ["sv", "ar"])
def test_nothing_is_arranged_or_laid_out_twice(slides: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one process each medium of a pack is arranged and laid out once in its language, though notes show slides."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    chosen = replace(TINY, presentation=slides)
    with counted() as counts:
        made = {(each.order.medium, each.order.language) for each in make(pack_orders(chosen), chosen, content("tiny"))}
    assert counts == {(what, *each): 1 for each in made for what in ("arranged", "laid out")}
    assert ("notes", "sv") in made and ("presentation", slides) in made


def test_the_letters_to_a_class_are_arranged_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is said of letters before they are made is said of those that are made; each is laid out for its family."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    listed = tmp_path / "lista.csv"
    listed.write_text("Elev;Vårdnadshavare;Språk\nElsa;Anna;svenska\nIda;Eva;svenska\nAli;Sami;arabiska\n", "utf-8")
    own = tmp_path / "plan.toml"
    own.write_text(plan_text(EXAMPLE), "utf-8")
    with counted() as counts:
        assert (
            run(
                [
                    "mailout",
                    str(own),
                    "--recipients",
                    str(listed),
                    "--make",
                    "print",
                    "--yes",
                    "--output",
                    str(tmp_path / "ut"),
                ]
            )
            == 0
        )
    capsys.readouterr()
    # In every language, to know which have a letter at all.
    assert {key: count for key, count in counts.items() if key[0] == "arranged"} == {
        ("arranged", "mailout", tag): 1 for tag in content("example").languages
    }
    assert {key: count for key, count in counts.items() if key[0] == "laid out"} == {
        ("laid out", "mailout", "sv"): 2,
        ("laid out", "mailout", "ar"): 1,
    }
