"""What a speaker says to each slide, as paragraphs for the pane below it."""

from collections.abc import Iterator, Mapping, Sequence

from foraldraskolan.document.form import Box, Figure, Form, FormBlock, Heading, List, Paragraph
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import below, proses_below, top
from foraldraskolan.language import direction_of
from foraldraskolan.layout.colours import INK
from foraldraskolan.layout.page import Page
from foraldraskolan.office.text import BULLETS, Bullet, Screen, Setting, paragraph
from foraldraskolan.typeset.glyphs import TextStyle

_PLAIN, _BOLD = TextStyle(12, colour=INK), TextStyle(12, 700, colour=INK)
_LEADING, _BEFORE, _INDENT = 15.0, 4.0, 14.0


def notes_of(notes: Form, pages: Sequence[Page]) -> Mapping[int, str]:
    """Return the paragraphs of each page's notes by its index; a slide of several pages has them below the first.

    `notes` has a box for each of the slides, in their order; the questions to a module come after its last one.
    """
    boxes: list[list[FormBlock]] = []
    for _, block in top(notes):
        if isinstance(block, Box) and block.look == "speaker note":
            # All but the slide that it stands beside, and its title.
            boxes.append([each for _, each in below(block, ()) if not isinstance(each, Heading | Figure)])
        elif isinstance(block, Box) and block.look == "questions":
            boxes[-1].append(block)
    first: dict[int, int] = {}
    for index, page in enumerate(pages):
        first.setdefault(page.block, index)
    found = {}
    for place, blocks in zip(sorted(first.values()), boxes, strict=True):
        said = "".join(each for block in blocks for each in _paragraphs(block))
        if said:
            found[place] = said
    return found


def _paragraphs(block: FormBlock) -> Iterator[str]:
    """Yield the texts of a block, what they are called in bold."""
    match block:
        case List(marker, items):
            yield from (_paragraph(item, _PLAIN, Bullet(BULLETS[marker], _INDENT)) for item in items)
        case Box():
            yield from (each for _, child in below(block, ()) for each in _paragraphs(child))
        case _:
            heads = isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role in ("label", "title"))
            style = _BOLD if heads else _PLAIN
            yield from (_paragraph(text, style, Bullet()) for text in proses_below(block))


def _paragraph(text: Prose, style: TextStyle, bullet: Bullet) -> str:
    direction = direction_of(text.language)
    setting = Setting("l" if direction == "ltr" else "r", _LEADING, _BEFORE, bullet)
    # Nothing in the pane is a link: it is read, not clicked.
    return paragraph(text, (), setting, style, Screen(0, direction, {}, lambda _: ""))
