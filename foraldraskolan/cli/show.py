"""foraldraskolan show: a module on the terminal."""

from collections.abc import Iterator, Mapping
from typing import assert_never, get_args

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
from foraldraskolan.document.walk import below, plain
from foraldraskolan.problems import Message, Problem, ProblemsFound, did_you_mean, message

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


def show_module(session: Session, module: str, tag: str) -> None:
    """Print a module's texts in a language, each block with what it is."""
    from foraldraskolan.make.document import Content, translated
    from foraldraskolan.material.assemble import assemble_module
    from foraldraskolan.material.library import read_library
    from foraldraskolan.media.arranging import without_marks
    from foraldraskolan.media.lowering import lower
    from foraldraskolan.translation.languages import read_languages

    library, languages = read_library(session.project.materials), read_languages(session.project.translations)
    if module not in library.modules:
        what = message("Delen {name} finns inte.", name=module)
        raise ProblemsFound([Problem(what, did_you_mean(module, library.modules))])
    expect_language(tag, languages)
    content = Content(session.project, library, languages, None)
    document, words = translated(assemble_module(library, module), tag, content)
    for section in document.blocks:
        for line in _block(lower(without_marks(section), words), "", session):
            _print(line, session.console)


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
