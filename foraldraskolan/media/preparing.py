"""What is printed, brought and checked before a meeting, as the staff's check list opens with it."""

from collections.abc import Iterator
from dataclasses import replace

from foraldraskolan.document.form import FormBlock, Heading, List, Paragraph
from foraldraskolan.document.inlines import Foreign, Inline, Text
from foraldraskolan.document.meaning import ContactCard, Interpreting, Paper, Preparation
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.media.words import Words


def preparing(preparation: Preparation, words: Words) -> Iterator[FormBlock]:
    """Yield what to print, to bring, whom to book and what to check, each under its heading if there is any."""
    label = words.labels
    interpreters = preparation.interpreting.papers if preparation.interpreting else ()
    if preparation.papers or interpreters:
        yield Heading(2, label("staff_print"))
        yield from _papers(preparation.papers, interpreters, words)
    yield Heading(2, label("staff_bring"))
    brought = (
        label("staff_bring_slides", file=preparation.slides),
        label("staff_bring_notes", file=preparation.notes),
        label("staff_bring_papers"),
        label("staff_bring_pens"),
    )
    yield List("tick", brought)
    if preparation.interpreting:
        yield Heading(2, label("staff_interpreters"))
        yield from _interpreters(preparation.interpreting, words)
    if preparation.locally:
        yield Heading(2, label("staff_locally"))
        yield List("tick", preparation.locally)
    if preparation.numbers:
        yield Heading(2, label("staff_numbers"))
        yield Paragraph(label("staff_numbers_lead"))
        yield List("tick", tuple(_number(card, words) for card in preparation.numbers))


def _interpreters(interpreting: Interpreting, words: Words) -> Iterator[FormBlock]:
    """Yield how much time they take, and a line for each to book, or for one where nobody knows the languages."""
    label, (minutes, alone) = words.labels, (str(interpreting.minutes), str(interpreting.alone))
    yield Paragraph(label("takes_interpreted", minutes=minutes, alone=alone))
    for language in interpreting.languages:
        yield Paragraph(label("staff_interpreter", language=_name(language)), "line")
    if not interpreting.languages:
        yield Paragraph(label("staff_interpreter_any"), "line")


def _papers(papers: tuple[Paper, ...], interpreters: tuple[Paper, ...], words: Words) -> Iterator[FormBlock]:
    label = words.labels
    counted = [(paper.copies, paper.copies * paper.sheets) for paper in papers if paper.copies is not None]
    if counted:
        copies, sheets = map(sum, zip(*counted, strict=True))
        yield Paragraph(label("staff_sheets", copies=str(copies), sheets=str(sheets)))
    theirs = (label("staff_paper_interpreter", file=each.file, language=_name(each.language)) for each in interpreters)
    yield List("tick", (*(_paper(paper, words) for paper in papers), *theirs))


def _paper(paper: Paper, words: Words) -> Prose:
    if paper.copies is None:
        return words.labels("staff_paper", file=paper.file, language=_name(paper.language))
    copies = str(paper.copies)
    return words.labels("staff_copies", file=paper.file, language=_name(paper.language), copies=copies)


def _name(language: Language) -> Inline:
    """Return what the staff calls a language, whatever theirs is: as at the foot of its sheets."""
    return Foreign(SOURCE, (Text(language.swedish),))


def _number(card: ContactCard, words: Words) -> Prose:
    number = replace(card.phone or card.name, language=card.name.language)
    if card.checked is None:
        return words.labels("staff_number_own", name=card.name, number=number)
    return words.labels("staff_number", name=card.name, number=number, date=words.day(card.checked))
