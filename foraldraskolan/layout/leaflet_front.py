"""The front of the leaflet, part by part: each is one strip as wide as the page's text."""

from dataclasses import replace

from foraldraskolan.document.form import Box, Code, Figure, Heading, List, Paragraph
from foraldraskolan.document.linedrawing import LineDrawing
from foraldraskolan.document.walk import Address, below
from foraldraskolan.layout.blocks import lay_out
from foraldraskolan.layout.colours import INK, RED, TEAL
from foraldraskolan.layout.numbers_between import row_between
from foraldraskolan.layout.opening import language
from foraldraskolan.layout.page import Placed, Rect, Sketch, Strip
from foraldraskolan.layout.qr import side, symbol
from foraldraskolan.layout.text import Column, at_end, centred, height, prose_strips, stacked
from foraldraskolan.layout.theme import MM, Theme, resized

RULE = 0.6  # between two of a kind
_BAND = 2.2  # below the titles
_DRAWING = 23 * MM
_BESIDE = 29 * MM  # from a drawing's start to the words beside it
_START, _END = 66 / 180, 71 / 180  # of the frame: the number's width, where the reasons to call begin
_EDGE, _OUTLINE = 7.0, 2.0  # of that frame
_NUMBER = 92.0  # in the widest frame
_NUMBER_BETWEEN = 58.0  # between two languages
_WIDEST = 180 * MM
_TITLES = (24.0, 21.0)  # smaller only if that saves a line
_ROW = 10.2 * MM
_TO_WRITE = 13 * MM  # a row, for a hand
_LINE = 62 * MM  # to write a number on
_GAP = 10.0
_APART = 6.0  # what to do if unsure, below when to call


def masthead(box: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return the titles above a rule, the language at the end of the first, then that it is an example."""
    names = language(box, at, column)
    wide = max((line.items[0].item.width for line in names), default=0.0)
    titles, example = list[Strip](), list[Strip]()
    if column.fold is not None:  # above the titles of both
        wide, titles = 0.0, [Strip(height(names), ())]
    for here, block in below(box, at):
        match block:
            case Heading():
                beside = column.inset(0, wide + _GAP) if wide else column
                titled = _TITLES if column.fold is None else (theme.title.text.size,)
                sizes = [prose_strips(block, here, resized(theme.title, size), beside) for size in titled]
                titles += sorted(sizes, key=len)[0]  # the larger if it takes as many lines
            case Paragraph(role="language"):
                pass  # it is beside the title
            case Paragraph(role="example"):
                label = theme.label if column.fold is None else theme.card_name
                example += prose_strips(block, here, label, column.inset(_GAP, _GAP))
            case _:
                look = theme.subtitle if block.role == "subtitle" else theme.meeting
                titles += prose_strips(block, here, look, column)
    tall = height(titles) + 6
    items = [*stacked(names), *stacked(titles), Placed(column.x, tall, Rect(column.width, _BAND, TEAL))]
    tall += _BAND
    if example:
        framed = height(example) + 8
        items.append(Placed(column.x, tall + 8, Rect(column.width, framed, stroke=INK, thickness=2)))
        items += stacked(example, y=tall + 12)
        tall += 8 + framed
    return Strip(tall, tuple(items))


def call(box: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return danger in a frame: the number to call as large as a hand, beside it when to call, last what if unsure.

    Between two languages the number is in the middle.
    """
    if column.fold is not None:
        return _call_between(box, at, theme, column)
    inner = column.inset(_EDGE + 4 * MM, 4 * MM)
    start, end = replace(inner, width=_START * column.width), inner.inset(_END * column.width - _EDGE - 4 * MM)
    red = replace(theme.label, text=replace(theme.label.text, colour=RED))
    size = _NUMBER * min(column.width / _WIDEST, 1)
    number = resized(theme.phone, size)
    number = replace(number, text=replace(number.text, colour=RED), leading=size * 0.84, before=2)
    reasons = replace(theme, item=theme.body)
    first, second, third = list[Strip](), list[Strip](), list[Strip]()
    for here, block in below(box, at):
        match block:
            case Heading():
                first += prose_strips(block, here, red, start)
            case Paragraph(role="phone"):
                first += prose_strips(block, here, number, start)
            case Paragraph(role="lead"):
                look = replace(theme.card_name, leading=theme.item.leading, wrap="balanced")
                third += prose_strips(block, here, look, inner)
            case List() | Paragraph():
                second += lay_out(block, here, reasons, end)
            case _:
                raise AssertionError("a call is of text")
    high = max(height(first), height(second))
    tall = high + (height(third) + _APART if third else 0) + 2 * _GAP
    left, right = ((high - height(each)) / 2 + _GAP for each in (first, second))
    frame = Placed(column.x, 0, Rect(column.width, tall, stroke=RED, thickness=_OUTLINE, radius=2 * MM))
    edge = Placed(column.x, 0, Rect(_EDGE, tall, RED, radius=_EDGE / 2))
    last = stacked(third, y=_GAP + high + _APART)
    return Strip(tall, (frame, edge, *stacked(first, y=left), *stacked(second, y=right), *last))


def _call_between(box: Box, at: Address, theme: Theme, column: Column) -> Strip:
    inner = column.inset(_EDGE + _GAP, _EDGE + _GAP)
    number = resized(theme.phone, _NUMBER_BETWEEN)
    number = replace(number, text=replace(number.text, colour=RED), leading=_NUMBER_BETWEEN * 0.84, before=2)
    lines = list(below(box, at))
    phones = (each for each in lines if isinstance(each[1], Paragraph) and each[1].role == "phone")
    called = [centred(line, column) for here, each in phones for line in prose_strips(each, here, number, column)]
    sides = inner.parted(max((line.items[0].item.width for line in called), default=0.0) + 2 * _GAP)
    heavy = replace(theme.card_name, text=replace(theme.card_name.text, weight=700))
    reasons = replace(theme, item=replace(heavy, text=replace(heavy.text, weight=500), before=2))
    beside, rest = list[Strip](), list[Strip]()
    for here, block in lines:
        match block:
            case Heading():
                red = replace(theme.label, text=replace(theme.label.text, colour=RED))
                beside += prose_strips(block, here, red, sides)
            case Paragraph(role="phone"):
                pass  # it is between them
            case Paragraph(role="lead"):
                rest += prose_strips(block, here, replace(heavy, before=_APART), inner)
            case Paragraph():
                beside += prose_strips(block, here, heavy, sides)
            case _:
                rest += lay_out(block, here, reasons, inner)
    high = max(height(called), height(beside))
    rest = [replace(rest[0], before=3), *rest[1:]] if rest else []
    tall = high + sum(each.before + each.height for each in rest) + 2 * _GAP
    edge = Rect(_EDGE, tall, RED, radius=_EDGE / 2)
    frame = Placed(column.x, 0, Rect(column.width, tall, stroke=RED, thickness=_OUTLINE, radius=2 * MM))
    edges = [Placed(x, 0, edge) for x in (column.x, column.x + column.width - _EDGE)]
    said = stacked(beside, y=(high - height(beside)) / 2 + _GAP)
    middle = stacked(called, y=(high - height(called)) / 2 + _GAP)
    return Strip(tall, (frame, *edges, *said, *middle, *stacked(rest, y=_GAP + high + 3)))


def reminder(box: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return what is to be remembered beside its drawing, a rule below; two languages at both sides of the drawing."""
    sides = column.inset(_BESIDE) if column.fold is None else column.parted(_DRAWING + 2 * _GAP)
    words, sketches = list[Strip](), list[tuple[Address, Sketch]]()
    for here, block in below(box, at):
        match block:
            case Figure(LineDrawing() as drawing):
                sketches.append((here, Sketch(_DRAWING, drawing)))
            case _:
                lead = replace(theme.lead if column.fold is None else theme.phrase, wrap="balanced")
                words += lay_out(block, here, replace(theme, body=lead), sides)
    tall = max(height(words) + 4, *(sketch.height for _, sketch in sketches), 0)
    start = column.x if column.fold is None else column.x + (column.width - _DRAWING) / 2
    drawn = [Placed(start, (tall - sketch.height) / 2, sketch, (here, "figure")) for here, sketch in sketches]
    rule = Placed(column.x, tall, Rect(column.width, RULE, TEAL))
    return Strip(tall + RULE, (*drawn, *stacked(words, y=(tall - height(words)) / 2), rule))


def number_row(card: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return whom to call, the number large at the end; where there is none a line to write one on."""
    if column.fold is not None:
        return row_between(card, at, theme, column)
    lines = list(below(card, at))
    phones = [
        line for here, each in lines if each.role == "phone" for line in prose_strips(each, here, theme.phone, column)
    ]
    wide = max((line.items[0].item.width for line in phones), default=_LINE)
    beside = column.inset(0, wide + _GAP)
    words = list[Strip]()
    for here, each in lines:
        if each.role in ("hours", "detail"):
            words = _one_after_another(words, prose_strips(each, here, theme.aside, beside), beside)
        elif each.role != "phone":
            words += prose_strips(each, here, theme.card_name if each.role == "name" else theme.aside, beside)
    tall = max(_ROW if phones else _TO_WRITE, height(words) + 3, height(phones) + 2)
    said = stacked(words, y=(tall - height(words)) / 2)
    # On the baseline of the last line: a reader that copies lines would else put it between two of them.
    last = said[-1].y - stacked(phones)[-1].y if phones else 0
    numbers = stacked([at_end(line, column) for line in phones], y=last)
    blank = [] if phones else [Placed(column.x + column.width - _LINE, tall - 6, Rect(_LINE, 1, INK))]
    rule = Placed(column.x, tall, Rect(column.width, RULE, TEAL))
    return Strip(tall + RULE, (*said, *numbers, *blank, rule))


def _one_after_another(before: list[Strip], after: list[Strip], column: Column) -> list[Strip]:
    """Return lines, the first of the later ones beside the last of those before if there is room for it."""
    if not before or len(after) != 1:
        return [*before, *after]
    (*above, last), (line,) = before, after
    end = max(placed.x + placed.item.width for placed in last.items)
    start = end + _GAP - column.x
    if start + sum(placed.item.width for placed in line.items) > column.width:
        return [*before, *after]
    (base, *_), moved = (
        (placed.y for placed in last.items),
        [replace(placed, x=placed.x + start) for placed in line.items],
    )
    return [*above, replace(last, items=(*last.items, *(replace(placed, y=base) for placed in moved)))]


def colophon(box: Box, at: Address, theme: Theme, column: Column) -> Strip:
    """Return where the whole paper is, when it was compared and how far to trust it; a QR code at the end."""
    inside = list(below(box, at))
    codes = [block.art for _, block in inside if isinstance(block, Figure) and isinstance(block.art, Code)]
    wide = max((side(each.address) for each in codes), default=0.0)
    beside = column.whole.inset(0, wide + _GAP if wide else 0)
    if column.fold is not None:
        beside = beside.parted(_GAP)
    art, words = list[Placed](), list[Strip]()
    for here, block in inside:
        match block:
            case Figure(Code(address)):
                art.append(Placed(column.x + column.width - wide, 0, symbol(address, wide), (here, "figure")))
                _, *after = below(block, here)
                words += [line for there, word in after for line in prose_strips(word, there, theme.number, beside)]
            case _:
                words += prose_strips(block, here, theme.small, beside)
    tall = max(height(words), wide)
    return Strip(tall, (*stacked(words, y=(tall - height(words)) / 2), *art))
