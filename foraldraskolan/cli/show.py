"""foraldraskolan show: on the terminal a module, or the questions of parents that have some words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, assert_never, get_args
from unicodedata import normalize

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from foraldraskolan.cli.session import Session
from foraldraskolan.cli.single import expect_language
from foraldraskolan.document.form import (
    Box,
    Checks,
    Code,
    Figure,
    FormBlock,
    Heading,
    List,
    Look,
    Marker,
    Note,
    Paragraph,
    Reference,
    SlideLook,
    Table,
)
from foraldraskolan.document.logo import Logo
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import below, plain, proses_below
from foraldraskolan.problems import Message, Problem, ProblemsFound, did_you_mean, message

if TYPE_CHECKING:
    from foraldraskolan.document.meaning import Block, Section
    from foraldraskolan.make.document import Content
    from foraldraskolan.media.words import Words

_MARKERS: Mapping[Marker, str] = {"bullet": "• ", "number": "{number}. ", "tick": "[ ] ", "field": "[ ] "}
_NAMES: Mapping[Look, Message] = {
    **dict.fromkeys(get_args(SlideLook), message("Bild")),
    "mail": message("Brev"),
    "column": message("Blad till kylskåpet"),
}
_FLAT = (
    "section",
    "contacts",
    "numbers",
    "contents",
    "law",
    "pictures",
    "chart",
)  # what stands no further in than its first line


def show(session: Session, asked: Sequence[str], tag: str) -> None:
    """Print the module that is asked for, or else every question that has all the words, in a language.

    Raise ProblemsFound if there is neither.
    """
    from foraldraskolan.make.document import Content
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.languages import read_languages

    library, languages = read_library(session.project.materials), read_languages(session.project.translations)
    content = Content(session.project, library, languages, None)
    expect_language(tag, languages)
    if len(asked) == 1 and asked[0] in library.modules:
        _show_module(session, asked[0], tag, content)
        return
    found = [module.id for module in library.modules.values() if any(_has(block, asked) for block in module.blocks)]
    if not found:
        what = message("Ingen del heter {words}, och ingen fråga har de orden.", words=" ".join(asked))
        raise ProblemsFound([Problem(what, did_you_mean(asked[0], library.modules))])
    for module in found:
        _show_questions(session, module, asked, tag, content)


def _has(block: "Block", asked: Sequence[str]) -> bool:
    """Tell whether a block is a question that has all these words, or what begins so, in its text or its answer."""
    from foraldraskolan.document.meaning import Question

    if not isinstance(block, Question):
        return False
    said = _alike(" ".join(plain(prose.inlines) for prose in proses_below(block)))
    return all(_alike(word) in said for word in asked)


def _alike(text: str) -> str:
    return normalize("NFC", text).casefold()


def _show_module(session: Session, module: str, tag: str, content: "Content") -> None:
    """Print a module's texts, each block with what it is."""
    from foraldraskolan.media.arranging import without_marks
    from foraldraskolan.media.lowering import lower

    section, words = _section(module, tag, content)
    for line in _block(lower(without_marks(section), words), "", session):
        _print(line, session.console)


def _show_questions(session: Session, module: str, asked: Sequence[str], tag: str, content: "Content") -> None:
    """Print the questions of a module that have these words in Swedish: answer, module and sources below each."""
    from foraldraskolan.media.arranging import SourceIndex
    from foraldraskolan.media.lowering import lower

    section, words = _section(module, tag, content)
    swedish = content.library.modules[module].blocks
    # A translation has the same blocks in the same order, and what is added to them comes last.
    for written, block in zip(swedish, section.blocks, strict=False):
        if not _has(written, asked):
            continue
        index = SourceIndex()
        box = lower(index.use(block, section, 0), words)
        for line in _block(box, "", session):
            _print(line, session.console)
        _print(Text(f"  {plain(section.title.inlines)} ({module})", style="cyan"), session.console)
        for source in index.listed(words):
            for _, each in below(source, ()):
                for line in _block(each, "  ", session):
                    _print(line, session.console)
        _print(Text(), session.console)


def _section(module: str, tag: str, content: "Content") -> "tuple[Section, Words]":
    """Return a module in a language, as the section of a document, and the fixed words of the language."""
    from foraldraskolan.document.meaning import Section
    from foraldraskolan.make.document import translated
    from foraldraskolan.material.assemble import assemble_module

    document, words = translated(assemble_module(content.library, module), tag, content)
    (section,) = (block for block in document.blocks if isinstance(block, Section))
    return section, words


def _print(line: Text, console: Console) -> None:
    """Print a line, on a terminal folded between words and below its own indent."""
    text = line.plain.lstrip(" ")
    indent = len(line.plain) - len(text)
    if console.is_terminal and text:
        console.print(Padding.indent(Text(text, style=line.style), indent), soft_wrap=False)
    else:
        console.print(line)


def _block(block: FormBlock, indent: str, session: Session) -> Iterator[Text]:
    match block:
        case Heading(_, text):
            yield Text(indent + plain(text.inlines), style="bold")
        case Paragraph(text, role):
            style = {"title": "bold", "name": "bold", "label": "cyan"}.get(role, "")
            yield Text(indent + plain(text.inlines), style=style)
        case List(marker, items):
            for number, item in enumerate(items, start=1):
                yield Text(indent + _MARKERS[marker].format(number=number) + plain(item.inlines))
        case Table(head, rows):
            for row in (head, *rows) if head else rows:
                yield Text(indent + (" | " if head else ": ").join(plain(cell.inlines) for cell in row))
        case Checks(head, items):
            yield Text(indent + " ".join(plain(text.inlines) for text in head))
            for item in items:
                yield Text(indent + "[ ] " * (len(head) - 1) + plain(item.inlines))
        case Figure(Code() | Logo(), _, Prose() as word):
            yield Text(indent + plain(word.inlines))
        case Figure(_, alt, word):
            yield Text(f"{indent}{plain(word.inlines)}: {plain(alt.inlines)}" if word else indent + plain(alt.inlines))
        case Note(points, text):
            label = f"{plain(points.inlines)}. " if points else ""
            yield Text(f"{indent}{label}{plain(text.inlines)}")
        case Reference(text, about):
            yield Text(indent + plain(text.inlines))
            yield from [Text(indent + plain(about.inlines))] if about else []
        case Box():
            yield from _box(block, indent, session)
        case _:
            assert_never(block)


def _box(box: Box, indent: str, session: Session) -> Iterator[Text]:
    """Yield the lines of a box: what it is called, and below it, further in, what belongs to that."""
    first, *rest = (block for _, block in below(box, ()))
    name = session.say(_NAMES[box.look]) if box.look in _NAMES else ""
    if box.look == "section":
        yield Text(plain(first.text.inlines), style="bold underline")
        rest = [block for each in rest for block in (Paragraph(NOTHING), each)]
    elif name and isinstance(first, Heading):
        yield Text(f"{indent}{name}: {plain(first.text.inlines)}", style="cyan")
    elif name:
        yield Text(indent + name, style="cyan")
        rest = [first, *rest]
    else:
        yield from _block(first, indent, session)
    inside = "" if box.look in _FLAT else "  "
    for block in rest:
        yield from _block(block, indent + inside, session)
