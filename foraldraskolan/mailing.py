"""A mailout: letters and messages to the families of a list, on all cores, all of them or none.

The list is sorted by language and class and cut into batches, each made by one process: it writes the files of each
family itself and hands back a part of the print run, so that memory holds a few batches at a time.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Literal, get_args

from foraldraskolan.build import Kit, arranged, arranged_by, metadata_of
from foraldraskolan.content.assemble import assemble_nothing
from foraldraskolan.content.plan import Plan
from foraldraskolan.coverage import expect_glyphs, glyph_problems
from foraldraskolan.document.blocks import Prose, Window
from foraldraskolan.document.document import Document
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.walk import plain
from foraldraskolan.files import private_folder, private_opener, write_private
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.page import Page
from foraldraskolan.letters import letter
from foraldraskolan.mail.merge import merge
from foraldraskolan.mail.message import Attachment, draft
from foraldraskolan.mail.recipients import Recipient
from foraldraskolan.media import cover, mailout
from foraldraskolan.media.medium import Words
from foraldraskolan.pdf.run import PART_LETTERS, Letter, Part, PrintRun, Roots, make_part
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.problems import Place, Problem, ProblemsFound, raise_found
from foraldraskolan.series import Lesson, lessons
from foraldraskolan.translation.status import Provenance
from foraldraskolan.workers import in_order, pool

Output = Literal["print", "families", "messages"]
OUTPUTS: tuple[Output, ...] = get_args(Output)
LETTERS = "letters.pdf"
_AHEAD = 2  # batches that wait for each core: more would fill the memory, fewer leave a core idle


@dataclass(frozen=True, slots=True)
class Order:
    """What to make for the families: one file to print, a file a family, unsent messages.

    `names` puts names into the files' names, `attach` the letter into each message; `weekly` adds the lessons.
    """

    outputs: frozenset[Output]
    window: Window = "right"
    names: bool = False
    attach: bool = False
    weekly: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Letters in one language that are made in one go; `first` is the number of the first among all, counted from 1."""

    number: int
    first: int
    language: str
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """What was made for one letter: its number, the row it comes from, its language and how many messages."""

    number: int
    row: int
    language: str
    group: str
    messages: int


@dataclass(frozen=True, slots=True)
class Mailing:
    """What was made for a list: each letter, in the order of the print run, and the rows that could not be set."""

    sent: tuple[Sent, ...]
    unset: tuple[Problem, ...]


def unprintable(recipients: Sequence[Recipient], list_file: Path) -> dict[int, list[Problem]]:
    """Return the problems of each row in which something stands that no font has."""
    found: dict[int, list[Problem]] = {}
    for recipient in recipients:
        texts = (*(person.name for person in recipient.people), recipient.child, recipient.group, *recipient.address)
        place = Place(list_file, recipient.row)
        wrong = glyph_problems(Prose((Text(text),), SOURCE, place=place) for text in texts)
        if wrong:
            found.setdefault(recipient.row, []).extend(wrong)
    return found


def batches(recipients: Sequence[Recipient], plan: Plan) -> list[Batch]:
    """Return the recipients sorted by language (those of the plan first), class and child, in batches."""
    order = {tag: index for index, tag in enumerate(plan.families)}

    def key(each: Recipient) -> tuple[int, str, list[tuple[int, str]], str, int]:
        return order.get(each.language, len(order)), each.language, _natural(each.group), each.child, each.row

    by_language: dict[str, list[Recipient]] = {}
    for each in sorted(recipients, key=key):
        by_language.setdefault(each.language, []).append(each)
    made: list[Batch] = []
    first = 1
    for tag, theirs in by_language.items():
        for start in range(0, len(theirs), PART_LETTERS):
            some = tuple(theirs[start : start + PART_LETTERS])
            made.append(Batch(len(made) + 1, first, tag, some))
            first += len(some)
    return made


def _natural(text: str) -> list[tuple[int, str]]:
    """Return what sorts 8B before 10A."""
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.findall(r"\d+|\D+", text)]


def make_mailing(
    order: Order,
    plan: Plan,
    kit: Kit,
    recipients: Sequence[Recipient],
    list_file: Path,
    folder: Path,
    progress: Callable[[int], None] = lambda _: None,
    *,
    skip_unset: bool = False,
) -> Mailing:
    """Make everything for the families in a folder that is not there yet; `progress` hears how many letters are done.

    A row that cannot be set is left out if `skip_unset`, else nothing is made. Raises ProblemsFound.
    """
    work = batches(recipients, plan)
    desk = _Desk(order, plan, kit, list_file, Path(), Roots.of(len(work) + 1))
    sent: list[Sent] = []
    unset: list[Problem] = []
    with private_folder(folder) as beside, ExitStack() as open_files:
        desk = replace(desk, folder=beside)
        run = _print_run(beside, len(work) + 1, open_files) if "print" in order.outputs else None
        cores = min(os.cpu_count() or 1, len(work))
        with pool(cores, _start, desk) as executor:
            parts = in_order(executor, _work, work, cores * _AHEAD)
            for batch, done in zip(work, parts, strict=True):
                sent.extend(done.sent)
                unset.extend(done.unset)
                if run is not None and done.part is not None:
                    run.add(done.part)
                progress(len(batch.recipients))
        raise_found([] if skip_unset else unset)
        if run is not None:
            document, pages = _cover(sent, plan, kit)
            title = plain(document.title.inlines)
            run.add(make_part(len(work) + 1, title, [Letter(document, pages, "")], desk.roots), front=True)
            run.close(metadata_of(document, kit))
    return Mailing(tuple(sent), tuple(unset))


def _print_run(folder: Path, parts: int, open_files: ExitStack) -> PrintRun:
    return PrintRun(open_files.enter_context(open(folder / LETTERS, "xb", opener=private_opener)), parts)


@dataclass(frozen=True, slots=True)
class _Done:
    """What a process hands back for a batch."""

    sent: tuple[Sent, ...]
    unset: tuple[Problem, ...]
    part: Part | None


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What all letters in one language have in common."""

    document: Document
    words: Words
    trust: Provenance


@dataclass(frozen=True)
class _Desk:
    """What a process makes letters from, and the folder that it writes them in."""

    order: Order
    plan: Plan
    kit: Kit
    list_file: Path
    folder: Path
    roots: Roots

    @cached_property
    def _prepared(self) -> dict[str, _Prepared]:
        return {}

    @cached_property
    def lessons(self) -> list[Lesson]:
        """Return the weekly lessons in every language that there are letters in."""
        return lessons(self.plan, self.kit) if self.order.weekly else []

    def prepared(self, tag: str) -> _Prepared:
        """Return the letter to everybody in a language, made once."""
        if tag not in self._prepared:
            document, words, trust = arranged("mailout", self.plan, tag, self.kit)
            expect_glyphs(document)
            self._prepared[tag] = _Prepared(document, words, trust)
        return self._prepared[tag]

    def merged(self, recipient: Recipient, window: Window | None) -> Document:
        """Return the letter to one family."""
        common = self.prepared(recipient.language)
        return merge(
            common.document, recipient, lambda names: common.words.labels("greeting_named", name=names), window
        )

    def file_name(self, number: int, recipient: Recipient) -> str:
        """Return the name of a family's files without its ending; names of people are in it only if they are wanted."""
        name = f"{number:05d}-{recipient.language}"
        if self.order.names:
            people = [recipient.child, *(person.name for person in recipient.people)]
            name += "".join(f"-{word}" for word in re.findall(r"\w+", " ".join(people)))[:80]
        return name


_desk: _Desk | None = None


def _start(desk: _Desk) -> None:
    """Give a worker process its desk once."""
    global _desk
    _desk = desk


def _work(batch: Batch) -> _Done:
    if _desk is None:
        raise AssertionError("a worker has its desk before its first batch")
    return _made(batch, _desk)


def _made(batch: Batch, desk: _Desk) -> _Done:
    letters: list[Letter] = []
    sent: list[Sent] = []
    unset: list[Problem] = []
    for number, recipient in enumerate(batch.recipients, start=batch.first):
        try:
            document = desk.merged(recipient, desk.order.window)
            pages = mailout.lay_out(document, desk.prepared(batch.language).words)
        except ProblemsFound as found:
            unset.extend(replace(problem, place=Place(desk.list_file, recipient.row)) for problem in found.problems)
            continue
        if "print" in desk.order.outputs:
            letters.append(Letter(document, pages, recipient.group))
        messages = _write_files(number, recipient, document, pages, desk)
        sent.append(Sent(number, recipient.row, recipient.language, recipient.group, messages))
    language = desk.kit.languages[batch.language]
    title = f"{language.swedish} ({language.native})"
    part = make_part(batch.number, title, letters, desk.roots) if letters else None
    return _Done(tuple(sent), tuple(unset), part)


def _write_files(number: int, recipient: Recipient, document: Document, pages: list[Page], desk: _Desk) -> int:
    """Write the files of one family and return how many messages are among them."""
    order, name = desk.order, desk.file_name(number, recipient)
    data = b""
    if "families" in order.outputs or ("messages" in order.outputs and order.attach):
        data = write_pdf(document, pages, metadata_of(document, desk.kit))
    if "families" in order.outputs:
        _write(desk.folder / "letters" / f"{name}.pdf", data)
    if "messages" not in order.outputs:
        return 0
    attachment = Attachment(f"mailout-{recipient.language}.pdf", data) if order.attach else None
    people = [person for person in recipient.people if person.email]
    for index, person in enumerate(people, start=1):
        ending = f"-{index}.eml" if len(people) > 1 else ".eml"
        # Each guardian has a message alone: not everybody may know the other's address.
        own = replace(recipient, people=(person,) if person.name else recipient.people)
        common = desk.prepared(recipient.language)
        said = letter(desk.merged(own, None), common.trust)
        to = ((person.name, person.email),)
        mail = draft(said.subject, recipient.language, said.text, said.html, to, attachment=attachment)
        _write(desk.folder / "messages" / f"{name}{ending}", mail)
        for lesson in desk.lessons:
            weekly = lesson.letters[recipient.language]
            mail = draft(weekly.subject, recipient.language, weekly.text, weekly.html, to)
            folder = f"{lesson.number:02d}-{lesson.day.isoformat()}"
            _write(desk.folder / "series" / folder / f"{name}{ending}", mail)
    return len(people)


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private(file, data)


def _cover(sent: Sequence[Sent], plan: Plan, kit: Kit) -> tuple[Document, list[Page]]:
    """Return the sheet that says how many letters there are in each language and class."""
    found = Counter((each.language, each.group) for each in sent)
    counts = [(tag, group, count) for (tag, group), count in found.items()]
    arrange = partial(cover.arrange, counts=counts, languages=kit.languages)
    document, words, _ = arranged_by(arrange, assemble_nothing(plan), plan.notes, kit)
    return document, cover.lay_out(document, words)
