"""The presentation: 16:9 slides for the back row of an assembly hall, one thought a slide."""

from dataclasses import replace
from itertools import pairwise

from foraldraskolan.document.blocks import Block, Chart, Contacts, Heading, Prose, Slide, Table
from foraldraskolan.document.document import Address, Document
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.blocks import lay_out as lay_out_block
from foraldraskolan.layout.callouts import with_sign
from foraldraskolan.layout.cards import contacts
from foraldraskolan.layout.inside import is_too_wide, off_page, too_wide
from foraldraskolan.layout.page import Box, Page, Placed, Strip, compose
from foraldraskolan.layout.text import Column, height, literal, prose_strips, stacked
from foraldraskolan.layout.theme import (
    GOLD,
    GREY,
    INK,
    MIST,
    RED,
    ROSE,
    RUST,
    SAND,
    SCREEN,
    TEAL,
    WHITE,
    Style,
    Theme,
    enlarged,
    style,
)
from foraldraskolan.media.deck import deck
from foraldraskolan.media.medium import Words
from foraldraskolan.problems import Message, Problem, message, raise_found
from foraldraskolan.typeset.glyphs import ARTIFACT

FILLABLE = False
WIDTH, HEIGHT = 960.0, 540.0
_MARGIN = 60.0
_TOP = 48.0
_LOWEST = HEIGHT - 54  # below stands only the slide's number
_BELOW_TITLE = 36.0
_SEEN = HEIGHT * 0.82  # heads may hide what is lower: text is as large as it can be above
_SIZES = (1.36, 1.22, 1.1, 1.0, 0.93, 0.86)  # 24 points are the least
_NUMBER = style(14, 18, 600, GREY)
_DARK = ("title", "section", "closing")
_ALONE = (*_DARK, "ask")  # what stands alone in the middle has one size


def arrange(document: Document, words: Words) -> Document:
    """Return the deck as a document, slides that are too full split where their text says that they may be."""
    slides = [part for card in deck(document, words) for part in split(card.slide, document.language.tag)]
    return Document(words.labels("title"), document.language, document.meeting, tuple(slides))


def split(slide: Slide, tag: str) -> list[Slide]:
    """Return a slide as it is if it fits, otherwise in parts if it may be split; an agenda may be between its rows."""
    match slide:
        case Slide(kind="agenda", blocks=(Table() as table,)):
            return _agenda(slide, table, tag)
        case Slide(splits=()):
            return [slide]
    if overflow(slide, tag) <= 0:
        return [slide]
    bounds = [0, *slide.splits, len(slide.blocks)]
    return [replace(slide, blocks=slide.blocks[start:end], splits=()) for start, end in pairwise(bounds)]


def _agenda(slide: Slide, table: Table, tag: str) -> list[Slide]:
    """Return an agenda on as few slides as hold it, about as long each."""
    count = len(table.rows)
    for slides in range(1, count + 1):
        size = -(-count // slides)
        parts = [table.rows[start : start + size] for start in range(0, count, size)]
        made = [replace(slide, blocks=(replace(table, rows=rows),)) for rows in parts]
        if all(overflow(each, tag) <= 0 for each in made):
            return made
    return [slide]


def overflow(slide: Slide, tag: str) -> float:
    """Return by how many points a slide's content is higher than its room."""
    _, bottom = _content(slide, (), tag, _factor(slide, tag))
    return bottom - _LOWEST


def lay_out(document: Document, words: Words) -> list[Page]:
    """Return one page a slide; raise ProblemsFound with every slide that is too full, and by how much."""
    tag = document.language.tag
    factors = _factors(document)
    problems: list[Problem] = []
    pages: list[Page] = []
    for index, (slide, factor) in enumerate(zip(document.blocks, factors, strict=True)):
        if not isinstance(slide, Slide):
            raise AssertionError("a presentation is made of slides")
        content, bottom = _content(slide, (index,), tag, factor)
        problems += too_wide(content, document)
        if bottom > _LOWEST:
            what = message(
                "Bilden är {points} punkter för hög ({language}).",
                points=round(bottom - _LOWEST),
                language=document.language.swedish,
            )
            problems.append(Problem(what, _hint(slide, tag), slide.title.place))
        page = Page(WIDTH, HEIGHT)
        ground = [*_ground(slide), *_example(words.example, slide, tag), *_number(index + 1, slide, tag)]
        compose(page, [*ground, *content], document.language.direction)
        pages.append(page)
    raise_found(problems or off_page(pages, document))
    return pages


def _hint(slide: Slide, tag: str) -> Message:
    """Return what makes a slide fit that is too full: a line of --- helps only between blocks that its author wrote."""
    match slide:
        case Slide(blocks=(Chart(),)):
            return message("Ta bort staplar i facts.toml, eller skriv talen i en tabell: den står bara på papperet.")
        case Slide(blocks=(Contacts(),)):
            return message("Korta kontakternas namn.")
        case Slide(kind="agenda"):
            return message("Välj färre delar till mötet, eller korta deras titlar.")
        case Slide(kind="points"):
            tables = [replace(slide, blocks=(each,)) for each in slide.blocks if isinstance(each, Table)]
            if any(overflow(table, tag) > 0 for table in tables):
                return message("Ta bort rader i tabellen, eller gör två av den med --- på en egen rad emellan.")
            return message("Korta texten, eller skriv --- på en egen rad där bilden får delas i två.")
        case _:
            return message("Korta texten.")


def _factors(document: Document) -> list[float]:
    """Return the size of each slide; those of points have one, so that the type does not jump from slide to slide."""
    tag = document.language.tag
    slides = [slide for slide in document.blocks if isinstance(slide, Slide)]
    factors = [_factor(slide, tag) for slide in slides]
    points = [factor for slide, factor in zip(slides, factors, strict=True) if _is_points(slide)]
    largest = max(min(points, default=1.0), 1.0)
    return [min(factor, largest) for factor in factors]


def _is_points(slide: Slide) -> bool:
    inside = any(isinstance(each, Chart | Contacts | Table) for each in slide.blocks)
    return slide.kind in ("points", "act") and not inside


def _factor(slide: Slide, tag: str) -> float:
    """Return the largest size at which a slide can be seen from the back row, or else the smallest there is."""
    if slide.kind in _ALONE:
        return 1.0
    theme = _theme(slide).in_language(tag)
    column = Column(_MARGIN, WIDTH - 2 * _MARGIN, tag)
    top = _TOP + height(_titled(slide, (), theme, column)) + _BELOW_TITLE
    for factor in _SIZES:
        parts = _parts(slide, (), enlarged(theme, factor), column)
        if top + height(parts) <= (_SEEN if factor > 1 else _LOWEST) and not is_too_wide(parts):
            return factor
    return _SIZES[-1]


def _content(slide: Slide, at: Address, tag: str, factor: float) -> tuple[list[Placed], float]:
    """Return a slide's items at a size, and the height that they reach down to."""
    theme = _theme(slide).in_language(tag)
    column = Column(_MARGIN, WIDTH - 2 * _MARGIN, tag)
    if slide.kind in _DARK:
        return _in_the_middle(slide, at, theme, column)
    if slide.kind == "ask":
        return _in_the_middle(slide, at, theme, column.inset(40, 40))
    title = _titled(slide, at, theme, column)
    y = _TOP + height(title)
    rule = Placed(_MARGIN, y + 12, Box(64, 5, RED if slide.kind == "act" else GOLD, radius=2.5))
    top = y + _BELOW_TITLE
    parts = _parts(slide, at, enlarged(theme, factor), column)
    return [*stacked(title, y=_TOP), rule, *stacked(parts, y=top)], top + height(parts)


def _titled(slide: Slide, at: Address, theme: Theme, column: Column) -> list[Strip]:
    """Return a slide's title, behind the sign for acute danger where that is what it is about."""
    if slide.kind != "act":
        return prose_strips(slide.title, (*at, 0), theme.heading2, column)
    side = theme.heading2.text.size
    return with_sign(prose_strips(slide.title, (*at, 0), theme.heading2, column.inset(side * 1.4)), column, side)


def _parts(slide: Slide, at: Address, theme: Theme, column: Column) -> list[Strip]:
    return [
        strip
        for number, block in enumerate(slide.blocks, start=1)
        for strip in _block(block, (*at, number), theme, column)
    ]


def _block(block: Block, at: Address, theme: Theme, column: Column) -> list[Strip]:
    if isinstance(block, Contacts):
        return contacts(block, at, theme, column, across=2)
    return lay_out_block(block, at, theme, column)


def _in_the_middle(slide: Slide, at: Address, theme: Theme, column: Column) -> tuple[list[Placed], float]:
    """Set title and text as one group a little above the middle: what stands alone is read first."""
    parts: list[Strip] = []
    if slide.title.inlines:
        parts.extend(prose_strips(slide.title, (*at, 0), theme.heading2, column))
    for number, block in enumerate(slide.blocks, start=1):
        if isinstance(block, Heading):
            parts.extend(prose_strips(block.text, (*at, number, 0), theme.title, column))
        else:
            parts.extend(lay_out_block(block, (*at, number), theme, column))
    total = height(parts)
    top = max(_TOP, (_LOWEST - total) * 0.44)
    return stacked(parts, y=top), top + total


def _theme(slide: Slide) -> Theme:
    """Return the screen's theme on the ground of this kind of slide."""
    if slide.kind == "ask":
        label = style(26, 34, 700, RUST)
        large = style(40, 52, 700, INK, 16, "balanced")
        return replace(SCREEN, heading2=label, body=large, lead=style(30, 40, 400, INK, 16))
    if slide.kind == "act":
        return replace(SCREEN, heading2=style(48, 58, 700, RED, wrap="balanced"))
    if slide.kind == "agenda":
        return replace(SCREEN, item=style(28, 34, before=11, wrap="balanced"), cell=0.18)
    if slide.kind in _DARK:
        title = style(50, 60, 700, WHITE, wrap="balanced")
        lead = Style(SCREEN.subtitle.text, SCREEN.subtitle.leading, 16, "balanced")
        body = SCREEN.meeting
        return replace(SCREEN, heading2=title, lead=lead, body=body)
    return SCREEN


def _ground(slide: Slide) -> list[Placed]:
    """Return what lies behind a slide: its ground and an accent at its start edge."""
    if slide.kind in _DARK:
        return [Placed(0, 0, Box(WIDTH, HEIGHT, TEAL)), Placed(0, 0, Box(14, HEIGHT, GOLD))]
    if slide.kind == "ask":
        return [Placed(0, 0, Box(WIDTH, HEIGHT, SAND)), Placed(0, 0, Box(14, HEIGHT, RUST))]
    if slide.kind == "act":
        return [Placed(0, 0, Box(WIDTH, HEIGHT, ROSE)), Placed(0, 0, Box(28, HEIGHT, RED))]
    return [Placed(0, 0, Box(14, HEIGHT, TEAL)), Placed(WIDTH - 10, 0, Box(10, HEIGHT, MIST))]


def _number(number: int, slide: Slide, tag: str) -> list[Placed]:
    colour = WHITE if slide.kind in _DARK else GREY
    look = replace(_NUMBER, text=replace(_NUMBER.text, colour=colour))
    line = literal(str(number), look, Column(0, 100, tag), ARTIFACT, SOURCE)[0].items[0]
    return [Placed(WIDTH - _MARGIN - line.item.width, HEIGHT - 34 + line.y, line.item)]


def _example(said: Prose, slide: Slide, tag: str) -> list[Placed]:
    """Return what says at the foot of a slide that its meeting is an example, nothing if it is none."""
    look = replace(_NUMBER, text=replace(_NUMBER.text, colour=WHITE if slide.kind in _DARK else INK, weight=700))
    return stacked(prose_strips(said, (), look, Column(_MARGIN, WIDTH - 3 * _MARGIN, tag), ARTIFACT), y=HEIGHT - 34)
