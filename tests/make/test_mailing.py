"""A mailout gives every family its own letter and its own messages, tells nobody else's, and leaves nothing behind."""

import errno
import multiprocessing
import os
import re
import signal
import stat
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32, default
from gettext import NullTranslations
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.recipients import Fallback, Person, Recipient, read_recipients
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.families import Families, stacks
from foraldraskolan.make.mailing import LETTERS, LOG, Output, Wanted, file_name, make_mailing
from foraldraskolan.make.private import private_folder
from foraldraskolan.pdf.run import PART_LETTERS
from foraldraskolan.problems import Problem, ProblemsFound, message
from tests.support.copied import pdfium, words
from tests.support.families import HOSTILE, LIST, NAMES, families, mailed
from tests.support.orders import content, plan
from tests.support.pdf_reader import TaggedPdf
from tests.support.reading import squeezed
from tests.support.verapdf_run import broken_rules

ALL = Wanted(frozenset(get_args(Output)), attach=True)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a mailout to every kind of name in every language."""
    folder = tmp_path_factory.mktemp("mailout") / "med å och mellanslag"
    mailed(folder, ALL, families())
    return folder


def test_verapdf_passes_every_file(made: Path) -> None:
    """The real veraPDF finds no broken rule in the print run and in any family's letter."""
    assert broken_rules([made / LETTERS, *sorted((made / "letters").iterdir())]) == []


def test_every_letter_is_in_the_run_in_order(made: Path) -> None:
    """The print run has a cover, then each family's page by language and class; its file is the same page."""
    run = TaggedPdf((made / LETTERS).read_bytes())
    order = [each for stack in stacks(families(), plan("example")) for each in stack.recipients]
    cover = len(run.pdf.pages) - len(order)
    assert cover > 0
    assert [each.language for each in order] == sorted(
        (each.language for each in order), key=plan("example").families.index
    )
    alone = sorted((made / "letters").iterdir())
    assert [file.name for file in alone] == [f"{n:05d}-{each.language}.pdf" for n, each in enumerate(order, start=1)]
    copied = pdfium((made / LETTERS).read_bytes())[cover:]
    for file, page, each in zip(alone, copied, order, strict=True):
        if each.language != "ar":  # pdfium copies lines from the right otherwise in a file that begins in Swedish
            assert words(pdfium(file.read_bytes())[0]) == words(page)


@given(st.permutations(["", "7A", "7B", "8 a", "8B", "10A", "F-klass"]))
def test_classes_come_in_their_order(groups: list[str]) -> None:
    """Letters are handed out class by class, 8B before 10A, whatever order they have in the list."""
    some = [Recipient(row, (Person("Ek"),), "", group, "sv") for row, group in enumerate(groups, start=2)]
    (stack,) = stacks(some, plan("example"))
    assert [each.group for each in stack.recipients] == ["", "F-klass", "7A", "7B", "8 a", "8B", "10A"]


def test_what_is_in_the_list_is_on_the_letter_and_does_nothing(made: Path) -> None:
    """A hostile name is read by the tags of its letter as it was written."""
    order = [each for stack in stacks(families(), plan("example")) for each in stack.recipients]
    run = TaggedPdf((made / LETTERS).read_bytes())
    said = {squeezed(unit.text) for unit in run.units()}
    addresses = [line for each in order for line in each.address]
    assert {squeezed(line) for line in (*HOSTILE, *addresses)} <= said
    links = {str(note.A.URI) for page in run.pdf.pages for note in page.get("/Annots", []) if "/A" in note}
    assert {link for link in links if not link.startswith("tel:")} == {plan("example").meeting.link}


def test_each_guardian_gets_a_message_alone(made: Path) -> None:
    """There is a draft for each address, to it alone and with no other header, in the family's language, its letter
    attached."""
    everybody = {person.email: (person, each) for each in families() for person in each.people}
    drafts = [file.read_bytes() for file in sorted((made / "messages").iterdir())]
    assert len(drafts) == len(everybody)
    for data in drafts:
        mail = message_from_bytes(data, policy=default)
        raw = message_from_bytes(data, policy=compat32)
        assert set(mail.keys()) == {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type", "Content-Language"}
        (address,) = mail["To"].addresses
        person, recipient = everybody.pop(address.addr_spec)
        assert mail["Content-Language"] == recipient.language
        shown = str(make_header(decode_header(raw["To"]))).replace("= ?", "=?")
        assert "".join(person.name.split()) in "".join(shown.replace('"', "").replace("\\", "").split()) or any(
            mark in person.name for mark in '\\"'
        )
        text = mail.get_body(("plain",))
        html = mail.get_body(("html",))
        assert text is not None
        assert html is not None
        assert "<script>" not in html.get_content()
        (attached,) = mail.iter_attachments()
        assert attached.get_filename() == f"mailout-{recipient.language}.pdf"
        assert attached.get_content().startswith(b"%PDF")
        others = set(everybody) - {each.email for each in recipient.people}
        assert not any(other.encode() in data for other in list(others)[:20])
    assert everybody == {}


def test_nothing_is_said_of_anybody_outside_the_letters(made: Path) -> None:
    """No name, child or address is in the log, in what is to be pasted, in a file's name or in what a PDF says of
    itself."""
    own = {"meeting", "date", *re.findall(r"\w+", plan("example").meeting.link)}  # what is no name, and the plan's
    names = {word for name in NAMES for word in re.findall(r"[^\W\d_]{4,}", name)} - own
    told = [(made / LOG).read_text(encoding="utf-8")]
    told += [file.read_text(encoding="utf-8") for file in (made / "paste").iterdir()]
    told += [str(file.relative_to(made)) for file in made.rglob("*")]
    for file in [made / LETTERS, *(made / "letters").iterdir()]:
        with pikepdf.open(file) as pdf:
            told.append(str(pdf.docinfo) + str(pdf.open_metadata()))
            told += [str(item.title) for item in pdf.open_outline().root]
    for text in told:
        assert "Hemlig" not in text
        assert "Skyddsgatan" not in text
        assert "@example.org" not in text
        assert not names & set(re.findall(r"\w+", text)), text[:200]


def test_nothing_made_tells_where_a_protected_child_lives(tmp_path: Path) -> None:
    """No letter, message or log of a list has the address, the town or the class of who is protected there."""
    file = ROOT / "tests" / "data" / "lists" / "p09-rad-per-vh.csv"
    listed = Families.of(file, read_recipients(file, content("example").languages, "sv"))
    make_mailing(ALL, Editions(plan("example"), content("example")), listed, tmp_path / "ut", NullTranslations())
    made = [path for path in (tmp_path / "ut").rglob("*") if path.is_file()]
    texts = [" ".join(pdfium(path.read_bytes())) for path in made if path.suffix == ".pdf"]
    texts += [path.read_text(encoding="utf-8") for path in made if path.suffix != ".pdf"]
    told = " ".join(squeezed(text) for text in texts)
    assert squeezed("Byvägen 3") in told
    assert squeezed("Hemliga gatan") not in told
    assert "Orten" not in told
    log = (tmp_path / "ut" / LOG).read_text(encoding="utf-8")
    assert "Rad 3, 5 är en vårdnadshavare till eleven ovanför, och läses ihop med den." in log


def test_a_doubt_stops_a_mailout(tmp_path: Path) -> None:
    """While it is not known who is protected nothing is made, whatever is to be left out."""
    doubt = Problem(message("Rad {rows} står under en rubrik om skydd.", rows=2))
    with pytest.raises(ProblemsFound) as found:
        _make(tmp_path / "ut", Families(LIST, tuple(families(4)), (), (), skip_bad=True, doubts=(doubt,)))
    assert found.value.problems == (doubt,)
    assert list(tmp_path.iterdir()) == []


def test_the_log_says_what_became_of_each_row(made: Path) -> None:
    """Every row of the list has a line."""
    log = (made / LOG).read_text(encoding="utf-8").splitlines()
    assert [line for line in log if line.startswith("Rad ")] == [
        line
        for each in sorted(families(), key=lambda each: each.row)
        for line in log
        if line.startswith(f"Rad {each.row}: Brev ")
    ]


def test_the_cover_counts_the_letters(made: Path) -> None:
    """The first page counts the letters of each language, of each of its classes, and all of them."""
    counts = Counter((each.language, each.group) for each in families())
    pages = pdfium((made / LETTERS).read_bytes())
    cover = words(" ".join(pages[: len(pages) - len(families())]))
    assert cover.count(str(len(families()))) == 2  # in the lead and as the sum
    for (tag, group), count in counts.items():
        at = [index for index, word in enumerate(cover) if word == group]
        assert any(cover[index + 1] == str(count) for index in at)
        start = cover.index(content("example").languages[tag].swedish, cover.index("Brev"))
        assert str(sum(each for (other, _), each in counts.items() if other == tag)) in cover[start : start + 4]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights than owner, group and others")
def test_only_the_owner_may_read(made: Path) -> None:
    """Folders and files are closed to everybody but their owner."""
    for path in [made, *made.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_names_are_in_file_names_if_they_are_wanted(tmp_path: Path) -> None:
    """Letters of any script stand in a file's name; what could lead elsewhere does not."""
    some = families(44)
    mailed(tmp_path / "ut", Wanted(frozenset(["families"]), names=True), some)
    names = [file.name for file in sorted((tmp_path / "ut" / "letters").iterdir())]
    assert len(names) == len(some)
    assert any("محمد" in name for name in names)
    assert any("राजेश-कुमार" in name for name in names)
    plain = ["".join(each for each in name if unicodedata.category(each)[0] != "M") for name in names]
    assert all(re.fullmatch(r"\d{5}-[^\W_]+(-[^\W_]+)*\.pdf", name) for name in plain)


def test_no_name_is_too_long_for_a_file() -> None:
    """Letters of four bytes each make a name that every system takes, and none is cut in two."""
    name = file_name(1, Recipient(2, (Person("𞤀𞤁" * 60),), "𞤂" * 120, "", "sv"), named=True)
    assert len(f"{name}-10.eml".encode()) <= 255
    assert re.fullmatch("00001-sv-𞤂+", name)


def test_one_core_or_two_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many processes work, and in which order they are done, changes no byte."""
    some = families(PART_LETTERS + 9)
    for cores in (1, 2):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        mailed(tmp_path / str(cores), Wanted(frozenset(["print"])), some)
    one, two = ({file.name: file.read_bytes() for file in (tmp_path / c).iterdir() if file.is_file()} for c in "12")
    assert one == two


@pytest.mark.skipif(sys.platform != "linux", reason="there is no other way elsewhere")
def test_processes_that_start_anew_make_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was given all it has, as on Windows and macOS, makes the same bytes as one that was forked."""
    order = Wanted(frozenset(get_args(Output)), attach=True, weekly=True)
    mailed(tmp_path / "fork", order, families(8))
    monkeypatch.setattr("foraldraskolan.make.workers.get_context", lambda _: multiprocessing.get_context("spawn"))
    mailed(tmp_path / "spawn", order, families(8))
    forked, spawned = (
        {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
        for folder in (tmp_path / "fork", tmp_path / "spawn")
    )
    assert forked == spawned


def test_a_bad_row_stops_all_or_is_left_out(tmp_path: Path) -> None:
    """Nothing is made while a row is bad; with skip_bad the others get letters, and the log says which did not."""
    bad = Problem(message("Raden är fel."))
    long = Recipient(7, (Person("A" * 60),), "", "", "sv", tuple(f"Rad {index} " + "lång " * 12 for index in range(9)))
    listed = Families(LIST, (*families(4), long), (bad,), ())
    with pytest.raises(ProblemsFound) as found:
        _make(tmp_path / "ut", listed)
    assert found.value.problems == (bad,)
    with pytest.raises(ProblemsFound) as found:
        _make(tmp_path / "ut", Families(LIST, listed.recipients, (), ()))
    assert [problem.place and problem.place.line for problem in found.value.problems] == [7]
    assert list(tmp_path.iterdir()) == []
    _make(tmp_path / "ut", Families(LIST, listed.recipients, (bad,), (), skip_bad=True))
    log = (tmp_path / "ut" / LOG).read_text(encoding="utf-8")
    assert "Rad 7: Inget brev. Adressen är längre än kuvertets fönster." in log
    assert "Inget brev. Raden är fel." in log
    assert len(pdfium((tmp_path / "ut" / LETTERS).read_bytes())) == 5


def test_a_mailout_of_no_letter_is_none(tmp_path: Path) -> None:
    """If every row that is left cannot be set, that is told, and nothing is made."""
    long = Recipient(7, (Person("Ek"),), "", "", "sv", tuple(f"Rad {index}" for index in range(9)))
    with pytest.raises(ProblemsFound):
        _make(tmp_path / "ut", Families(LIST, (long,), (), (), skip_bad=True))
    assert list(tmp_path.iterdir()) == []


def test_the_log_does_not_repeat_what_a_row_says(tmp_path: Path) -> None:
    """What stands where a language should may be a note about somebody."""
    fallback = Fallback(
        RowId("", 2), "mamma Hemlig talar kurdiska", message("Programmet förstår inte vilket språk det är.")
    )
    _make(tmp_path / "ut", Families(LIST, tuple(families(1)), (), (fallback,)))
    log = (tmp_path / "ut" / LOG).read_text(encoding="utf-8")
    assert "Rad 2: Brev 1, svenska, 0 utkast. Programmet förstår inte vilket språk det är." in log
    assert "Hemlig" not in log


def test_an_address_stops_no_message(tmp_path: Path) -> None:
    """A family whose address is too long for a window gets its message all the same when nothing is printed."""
    home = tuple(f"Rad {index} " + "lång " * 12 for index in range(9))
    long = Recipient(7, (Person("Anna", "anna@example.org"),), "", "", "sv", home)
    made = mailed(tmp_path / "ut", Wanted(frozenset(["messages"])), [long])
    assert made.unset == ()
    assert len(list((tmp_path / "ut" / "messages").iterdir())) == 1
    with pytest.raises(ProblemsFound):
        mailed(tmp_path / "med", Wanted(frozenset(["messages"]), attach=True), [long])


def _make(folder: Path, listed: Families) -> None:
    make_mailing(
        Wanted(frozenset(["print"])), Editions(plan("example"), content("example")), listed, folder, NullTranslations()
    )


def test_an_old_mailout_is_never_mixed_with_a_new_one(tmp_path: Path) -> None:
    """A folder that has anything in it is refused, and stays as it was."""
    (tmp_path / "old.pdf").write_bytes(b"old")
    with pytest.raises(ProblemsFound):
        mailed(tmp_path, Wanted(frozenset(["print"])), families(4))
    assert [file.name for file in tmp_path.iterdir()] == ["old.pdf"]


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "Disken är full"), (errno.EACCES, "går inte att skriva")])
def test_what_cannot_be_written_is_told_without_its_name(number: int, said: str, tmp_path: Path) -> None:
    """A full disk is told as one; the file's name, which may be a family's, is not."""
    with pytest.raises(ProblemsFound) as found, private_folder(tmp_path / "ut") as beside:
        raise OSError(number, os.strerror(number), str(beside / "00001-sv-Anna-Svensson.eml"))
    told = found.value.problems[0].message.text(NullTranslations())
    assert said in told
    assert str(tmp_path / "ut") in told
    assert "Anna" not in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "said"), [(errno.EMFILE, "ulimit -n"), (errno.ENOMEM, "minne"), (errno.EFBIG, "ulimit -f")]
)
def test_a_watch_that_cannot_start_leaves_nothing(
    number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the whole computer refuses is told as that, and the folder is not left as if letters were being made."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(ProblemsFound) as found, private_folder(tmp_path / "ut"):
        pass
    (problem,) = found.value.problems
    assert problem.hint is not None
    assert said in problem.message.text(NullTranslations()) + problem.hint.text(NullTranslations())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else's folder is a problem of the user's, no bug of ours."""
    (tmp_path / "ut").mkdir()
    monkeypatch.setattr(Path, "iterdir", lambda _: os.scandir("/dev/null/nowhere"))
    with pytest.raises(ProblemsFound), private_folder(tmp_path / "ut"):
        pass


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    """A fault in the middle takes everything away that was written."""
    with pytest.raises(RuntimeError), private_folder(tmp_path / "ut") as beside:
        (beside / "a.pdf").write_bytes(b"names")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("kill", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_kill_leaves_nothing(kill: signal.Signals, tmp_path: Path) -> None:
    """However the program ends in the middle, no file is left and no process stays."""
    script = [sys.executable, str(ROOT / "tests" / "support" / "mail_many.py"), str(tmp_path / "ut")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(script, env=environment, stdout=subprocess.PIPE, start_new_session=True, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "a batch is done\n"
        assert [path.name.startswith(".making-") for path in tmp_path.iterdir()] == [True]
        run.send_signal(kill)
        run.stdout.read()  # ends when the last process that has it open is gone: the program and its workers
    _wait_until_empty(tmp_path)
    assert list(tmp_path.iterdir()) == []


def _wait_until_empty(folder: Path) -> None:
    for _ in range(100):
        if not any(folder.iterdir()):
            return
        time.sleep(0.1)
