"""A form of slides to pages: one that is too full becomes several, or is told."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from foraldraskolan.document.form import Box, Form, Heading, Paragraph, Table
from foraldraskolan.document.walk import Address, below, top
from foraldraskolan.layout.inside import off_page, too_wide
from foraldraskolan.layout.page import Page, compose
from foraldraskolan.layout.slides.agenda import shares
from foraldraskolan.layout.slides.foot import foot
from foraldraskolan.layout.slides.kinds import KINDS
from foraldraskolan.layout.slides.slide import HEIGHT, LOWEST, WIDTH, Laid, Slide
from foraldraskolan.problems import Message, Problem, message, raise_found


def lay_out_slides(form: Form) -> list[Page]:
    """Return the pages of a form of slides; raise ProblemsFound with every one that is too full, and by how much."""
    tag = form.language.tag
    problems: list[Problem] = []
    pages: list[Page] = []
    for index, slide in [(at[0], slide) for at, box in top(form) for slide in _slides(box, at, tag)]:
        laid = _laid(slide, tag)
        problems += too_wide(laid.items, form)
        if laid.bottom > LOWEST:
            what = message(
                "Bilden är {points} punkter för hög ({language}).",
                points=round(laid.bottom - LOWEST),
                language=form.language.swedish,
            )
            place = slide.title[1].text.place if slide.title else None
            problems.append(Problem(what, _hint(slide, tag), place))
        page = Page(WIDTH, HEIGHT, block=index)
        below_it = foot(len(pages) + 1, slide, form.foot.example, tag, dark=KINDS[slide.look].dark)
        compose(page, [*laid.items, *below_it], form.language.direction)
        pages.append(page)
    raise_found(problems or off_page(pages, form))
    return pages


def _laid(slide: Slide, tag: str) -> Laid:
    kind = KINDS[slide.look]
    return kind.set(slide, kind.theme.in_language(tag), tag)


def _fits(slide: Slide, tag: str) -> bool:
    return _laid(slide, tag).bottom <= LOWEST


def _slides(box: Box, at: Address, tag: str) -> Iterator[Slide]:
    """Yield a slide as it is if it fits, else in parts where it may be split, the question it asks on a page alone."""
    inside = list(below(box, at))
    first = inside[0][1] if inside else None
    section = inside.pop(0) if isinstance(first, Paragraph) and first.role == "section" else None
    first = inside[0][1] if inside else None
    # The title of the document stands with what is below it.
    title = inside.pop(0) if isinstance(first, Heading) and first.level > 1 else None
    whole = Slide(box.look, section, title, tuple(inside), box.runner)
    before = (section is not None) + (title is not None)
    if box.look == "agenda slide":
        yield from shares(whole, lambda each: _fits(each, tag))
        return
    parts = [whole]
    if box.splits and not _fits(replace(whole, blocks=whole.content), tag):
        ends = [0, *(index - before for index in box.splits), len(inside)]
        parts = [replace(whole, blocks=tuple(inside[start:end]), goes_on=start > 0) for start, end in pairwise(ends)]
    for part in parts:
        yield from _apart(part, tag)


def _apart(slide: Slide, tag: str) -> Iterator[Slide]:
    """Yield a slide, the question of one that is too full on the next page, what it asks about shown there again.

    Beside what to do in danger nothing is asked, nor is that shown again beside a question.
    """
    laid, danger = _laid(slide, tag), slide.look == "call slide"
    if slide.question is None or (not danger and laid.bottom <= LOWEST and not laid.crowded):
        yield slide
        return
    yield replace(slide, blocks=slide.content)
    again = () if danger else slide.figures
    yield replace(slide, look="ask slide", blocks=(*again, slide.question), goes_on=True)


def _hint(slide: Slide, tag: str) -> Message:
    """Return what makes a slide fit that is too full: a line of --- helps only between blocks that its author wrote."""
    looks = [block.look for _, block in slide.blocks if isinstance(block, Box)]
    if "chart" in looks:
        return message("Ta bort staplar i facts.toml, eller skriv talen i en tabell: den står bara på papperet.")
    if "contacts" in looks:
        return message("Korta kontakternas namn.")
    if slide.look == "agenda slide":
        return message("Välj färre delar till mötet, eller korta deras titlar.")
    if slide.look == "points slide":
        tables = [replace(slide, blocks=(each,)) for each in slide.blocks if isinstance(each[1], Table)]
        if not all(_fits(table, tag) for table in tables):
            return message("Ta bort rader i tabellen, eller gör två av den med --- på en egen rad emellan.")
        return message("Korta texten, eller skriv --- på en egen rad där bilden får delas i två.")
    return message("Korta texten.")
