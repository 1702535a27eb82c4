"""Where one process makes the letters of its batches: it writes each family's files and hands back a part to print."""

import gc
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from foraldraskolan.class_list.recipients import Recipient
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.document.form import Form, Window
from foraldraskolan.layout.coverage import expect_glyphs
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.layout.page import Page
from foraldraskolan.make.document import Content, arranged, metadata_of
from foraldraskolan.make.files import write_private
from foraldraskolan.make.letters import letter
from foraldraskolan.make.mailing_order import Batch, Order
from foraldraskolan.make.merge import merge
from foraldraskolan.make.series import Lesson, lessons
from foraldraskolan.make.workers import expect_time
from foraldraskolan.material.plan import Plan
from foraldraskolan.media.words import Words
from foraldraskolan.pdf.run import Part, Printed, Roots, make_part
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.problems import Problem, ProblemsFound
from foraldraskolan.translation.status import Provenance
from foraldraskolan.web.message import Attachment, draft

SERIES = "series"
_LONGEST_NAME = 160  # bytes of names in a file's name, which no system lets be longer than 255


@dataclass(frozen=True, slots=True)
class Sent:
    """What was made for one letter: its number, the row it comes from, its language, its class, how many messages."""

    number: int
    row: RowId
    language: str
    group: str
    messages: int


@dataclass(frozen=True, slots=True)
class Done:
    """What a process hands back for a batch."""

    sent: tuple[Sent, ...]
    unset: tuple[Problem, ...]
    part: Part | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What all letters in one language have in common."""

    document: Form
    words: Words
    trust: Provenance


@dataclass(frozen=True)
class Desk:
    """What a process makes letters from, and the folder that it writes them in."""

    order: Order
    plan: Plan
    content: Content
    list_file: Path
    folder: Path
    numbers: tuple[int, ...] = ()  # the first object number of each batch's part, of the cover, and of the run itself

    @property
    def roots(self) -> Roots:
        """Return what the print run has above its parts."""
        return Roots.of(self.numbers[-1])

    @cached_property
    def _prepared(self) -> dict[str, Prepared]:
        return {}

    @cached_property
    def lessons(self) -> list[Lesson]:
        """Return the weekly lessons in every language that there are letters in."""
        return lessons(self.plan, self.content) if self.order.weekly else []

    def prepared(self, tag: str) -> Prepared:
        """Return the letter to everybody in a language, made once."""
        if tag not in self._prepared:
            document, words, trust = arranged("mailout", self.plan, tag, self.content)
            expect_glyphs(document)
            self._prepared[tag] = Prepared(document, words, trust)
        return self._prepared[tag]

    def merged(self, recipient: Recipient, window: Window | None) -> Form:
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
            # Letters with their marks and digits; whatever else stands in a list may lead elsewhere in a path.
            shown = "".join(char if unicodedata.category(char)[0] in "LMN" else " " for char in " ".join(people))
            words = "".join(f"-{word}" for word in shown.split())
            name += words.encode("utf-8")[:_LONGEST_NAME].decode("utf-8", "ignore")
        return name


_desk: Desk | None = None


def start(desk: Desk) -> None:
    """Give a worker process its desk once."""
    global _desk
    _desk = desk
    # A batch makes many objects that all live until it is done: looking for what is not needed finds nothing.
    gc.freeze()
    gc.disable()


def work(batch: Batch) -> Done:
    """Make the letters of a batch at the desk of this process."""
    if _desk is None:
        raise AssertionError("a worker has its desk before its first batch")
    done = _made(batch, _desk)
    gc.collect()
    return done


def _made(batch: Batch, desk: Desk) -> Done:
    letters: list[Printed] = []
    sent: list[Sent] = []
    unset: list[Problem] = []
    for number, recipient in enumerate(batch.recipients, start=batch.first):
        expect_time()
        try:
            document = desk.merged(recipient, desk.order.window)
            pages = lay_out_letter(document) if desk.order.on_pages else []
            messages = _write_files(number, recipient, document, pages, desk)
        except ProblemsFound as found:
            unset.extend(replace(problem, place=recipient.place(desk.list_file)) for problem in found.problems)
            continue
        if "print" in desk.order.outputs:
            letters.append(Printed(document, pages, recipient.group))
        sent.append(Sent(number, recipient.at, recipient.language, recipient.group, messages))
    language = desk.content.languages[batch.language]
    title = f"{language.swedish} ({language.native})"
    part = make_part(desk.numbers[batch.number], title, letters, desk.roots) if letters else None
    return Done(tuple(sent), tuple(unset), part)


def _write_files(number: int, recipient: Recipient, document: Form, pages: list[Page], desk: Desk) -> int:
    """Write the files of one family and return how many messages are among them."""
    order, name = desk.order, desk.file_name(number, recipient)
    data = b""
    if "families" in order.outputs or ("messages" in order.outputs and order.attach):
        data = write_pdf(document, pages, metadata_of(document, desk.content))
    if "families" in order.outputs:
        write_private(desk.folder / "letters" / f"{name}.pdf", data)
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
        write_private(desk.folder / "messages" / f"{name}{ending}", mail)
        for lesson in desk.lessons:
            weekly = lesson.letters[recipient.language]
            mail = draft(weekly.subject, recipient.language, weekly.text, weekly.html, to)
            write_private(desk.folder / SERIES / lesson.folder / f"{name}{ending}", mail)
    return len(people)
