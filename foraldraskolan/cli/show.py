"""foraldraskolan show: a module on the terminal."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import get_args

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from foraldraskolan.cli.session import Session
from foraldraskolan.cli.single import expect_language
from foraldraskolan.document.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Chart,
    Checklist,
    Contacts,
    Heading,
    Mail,
    NumberedList,
    Paragraph,
    Pictures,
    Rule,
    Section,
    Slide,
    Table,
)
from foraldraskolan.document.document import Document
from foraldraskolan.document.walk import plain
from foraldraskolan.problems import Problem, ProblemsFound, did_you_mean, message


def show_module(session: Session, module: str, tag: str) -> None:
    """Print a module's texts in a language, each block with what it is."""
    from foraldraskolan.material.assemble import assemble_module
    from foraldraskolan.material.fill import fill
    from foraldraskolan.material.library import read_library
    from foraldraskolan.material.markdown import parse_inlines
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.messages import vital
    from foraldraskolan.translation.translatable import translatable
    from foraldraskolan.translation.translate import translate, translate_labels
    from foraldraskolan.translation.translations import read_translations

    library = read_library(session.project.materials)
    languages = read_languages(session.project.translations)
    if module not in library.modules:
        what = message("Delen {name} finns inte.", name=module)
        raise ProblemsFound([Problem(what, did_you_mean(module, library.modules))])
    expect_language(tag, languages)
    texts = partial(translatable, library, session.project.materials)
    translations = read_translations(session.project.translations, languages[tag], lambda: vital(texts()))
    translated = translate(assemble_module(library, module), translations, parse_inlines)
    labels = translate_labels(translations, partial(parse_inlines, label=True))
    words = {kind: plain(labels(kind).inlines) for kind in (*get_args(CalloutKind), "chart_gap")}
    words |= {"slide": session.say(message("Bild")), "mail": session.say(message("Brev"))}
    for line in _lines(fill(translated, library, languages), words):
        _print(line, session.console)


def _print(line: Text, console: Console) -> None:
    """Print a line, on a terminal folded between words and below its own indent."""
    text = line.plain.lstrip(" ")
    indent = len(line.plain) - len(text)
    if console.is_terminal and text:
        console.print(Padding.indent(Text(text, style=line.style), indent), soft_wrap=False)
    else:
        console.print(line)


def _lines(document: Document, words: Mapping[str, str]) -> Iterator[Text]:
    for section in document.blocks:
        if isinstance(section, Section):
            yield Text(plain(section.title.inlines), style="bold underline")
            for block in section.blocks:
                yield Text()
                yield from _block(block, "", words)


def _block(block: Block, indent: str, words: Mapping[str, str]) -> Iterator[Text]:
    match block:
        case Heading(_, text):
            yield Text(indent + plain(text.inlines), style="bold")
        case Paragraph(text):
            yield Text(indent + plain(text.inlines))
        case BulletList(items):
            yield from (Text(f"{indent}• {plain(item.inlines)}") for item in items)
        case NumberedList(items):
            yield from (Text(f"{indent}{n}. {plain(item.inlines)}") for n, item in enumerate(items, start=1))
        case Checklist(items):
            yield from (Text(f"{indent}[ ] {plain(item.inlines)}") for item in items)
        case Table(head, rows):
            for row in (head, *rows):
                yield Text(indent + " | ".join(plain(cell.inlines) for cell in row))
        case Chart():
            yield Text(indent + plain(block.title.inlines), style="bold")
            for bar in block.bars:
                value = words["chart_gap"] if bar.value is None else plain(bar.text.inlines)
                yield Text(f"{indent}{plain(bar.label.inlines)}: {value}")
        case Contacts(cards):
            for card in cards:
                yield Text(f"{indent}{plain(card.name.inlines)}", style="bold")
                proses = (card.about, card.phone, card.hours, card.languages, card.price, card.url)
                yield from (Text(f"{indent}  {plain(each.inlines)}") for each in proses if each and each.inlines)
        case Rule(name, text):
            yield Text(indent + plain(name.inlines), style="bold")
            yield Text(indent + plain(text.inlines))
        case Pictures(pictures):
            yield from (Text(f"{indent}{plain(each.label.inlines)}: {plain(each.alt.inlines)}") for each in pictures)
        case Slide():
            yield Text(f"{indent}{words['slide']}: {plain(block.title.inlines)}", style="cyan")
            for inner in block.blocks:
                yield from _block(inner, indent + "  ", words)
        case Callout() | Mail():
            kind = block.kind if isinstance(block, Callout) else "mail"
            yield Text(f"{indent}{words[kind]}", style="cyan")
            for inner in block.blocks:
                yield from _block(inner, indent + "  ", words)
        case _:
            pass
