"""The foot of a slide: its number, its module with the drawing for it, and whether its meeting is an example."""

from dataclasses import replace

from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.colours import GREY, INK, WHITE
from foraldraskolan.layout.page import Placed, Sketch
from foraldraskolan.layout.slides.slide import HEIGHT, MARGIN, ROOM, WIDTH, Slide
from foraldraskolan.layout.text import Column, beside_the_form, literal, stacked
from foraldraskolan.layout.theme import style
from foraldraskolan.typeset.glyphs import ARTIFACT

_LOOK = style(16, 22, 600, GREY, wrap="whole")
_TOP = HEIGHT - 36
_DRAWING = 40.0
_GAP = 10.0


def foot(number: int, slide: Slide, example: Prose, tag: str, *, dark: bool) -> list[Placed]:
    """Return the foot of the slide with this number, as its ground needs it."""
    colour = WHITE if dark else GREY
    look = replace(_LOOK, text=replace(_LOOK.text, colour=colour))
    bold = replace(_LOOK, text=replace(_LOOK.text, colour=WHITE if dark else INK, weight=700))
    line = literal(str(number), look, Column(0, 100, tag), ARTIFACT, SOURCE)[0].items[0]
    end = WIDTH - MARGIN - line.item.width
    last = replace(line, x=end, y=_TOP + line.y)
    said = beside_the_form(example, bold, Column(MARGIN, ROOM - 100, tag))
    items = stacked(said, y=_TOP)
    if slide.runner is None:
        return [*items, last]
    room = end - _GAP - MARGIN - max((each.item.width for strip in said for each in strip.items), default=0) - 24
    drawing = slide.runner.drawing
    if drawing is not None:
        room -= _DRAWING + _GAP
    titles = beside_the_form(slide.runner.title, look, Column(0, room, tag))
    (title,) = titles[0].items
    x = end - 2 * _GAP - title.item.width
    if title.item.width <= room:
        items.append(replace(title, x=x, y=_TOP + title.y))
        x -= _DRAWING + _GAP
    else:
        x = end - 2 * _GAP - _DRAWING
    if drawing is not None:
        sketch = Sketch(_DRAWING, drawing)
        items.append(Placed(x, _TOP + (_LOOK.leading - sketch.height) / 2, sketch))
    return [*items, last]
