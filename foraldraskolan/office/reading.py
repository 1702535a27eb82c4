"""A page's items by the blocks of the form that they belong to: the parts of a slide, in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest

from foraldraskolan.characters import SOFT_HYPHEN
from foraldraskolan.document.form import (
    Bars,
    Blank,
    Box,
    Figure,
    Form,
    FormBlock,
    Heading,
    List,
    Note,
    Table,
)
from foraldraskolan.document.inlines import Foreign, Link, Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import Address, below, cells, plain
from foraldraskolan.layout.page import Dot, Page, Placed, Rect, Tick
from foraldraskolan.office.drawingml import Frame, around
from foraldraskolan.office.parts import (
    DEPTH,
    ChartPart,
    FigurePart,
    Ornament,
    Part,
    TablePart,
    TextPart,
    Words,
    frame_of,
    ground_of,
    style_of,
    words_of,
)
from foraldraskolan.typeset.glyphs import ARTIFACT, Line, Mark

_TOUCHING = 2.0  # points


def parts_of(page: Page, number: int, form: Form) -> list[Part]:
    """Return what stands on the page with this number, but for its ground, in the order in which it is painted."""
    return _Reader(page, number, form).read()


class _Reader:
    """Reads one page: every item is taken once, by the block that it belongs to or by what it is."""

    def __init__(self, page: Page, number: int, form: Form) -> None:
        self.items = page.items[len(ground_of(page)) :]
        self.number, self.form = number, form
        self.beside: dict[Address, Address] = {}  # a chart's table, and its bars
        self.blocks: dict[Address, FormBlock] = {}
        self._find((page.block,), form.blocks[page.block])
        self.title = next((block for block in self.blocks.values() if isinstance(block, Heading)), None)
        self.order: dict[int, Part] = {}  # by the place of its first item
        self.taken: set[int] = set()

    def read(self) -> list[Part]:
        """Return the parts in order."""
        mine: dict[Address, list[int]] = {}
        for place, each in enumerate(self.items):
            mark = next((mark for mark in each.marks if mark != ARTIFACT), None)
            if mark is not None:
                mine.setdefault(self._owner(mark), []).append(place)
        for at, block in self.blocks.items():
            places = mine.get(at, [])
            if isinstance(block, Heading) and not places:
                places = self._again(next(iter(below(block, at)))[1])
            if places:
                self._add(at, block, places)
        self._in_order_of_the_form()
        self._strike()
        self._foot()
        self._expect_title()
        self._ornaments()
        return [self.order[place] for place in sorted(self.order)]

    def _in_order_of_the_form(self) -> None:
        """Let the parts stand in the order in which they are read, at the places where any of them is painted."""
        self.order = dict(zip(sorted(self.order), self.order.values(), strict=True))

    def _strike(self) -> None:
        """Take the rules that texts are struck through with: wherever its lines end later, such a text is struck."""
        rules = {place for place, each in enumerate(self.items) if isinstance(each.item, Rect)} - self.taken
        for at, part in self.order.items():
            if isinstance(part, TextPart):
                through = {
                    rule for words in part.words for line in words.lines for rule in rules if self._is_rule(rule, line)
                }
                if through:
                    self.taken |= through
                    self.order[at] = replace(part, words=tuple(replace(words, struck=True) for words in part.words))

    def _is_rule(self, place: int, line: Placed) -> bool:
        """Tell whether what is painted at a place goes through a whole line, at half the height of its letters."""
        rule, size = frame_of(self.items[place]), style_of(line).size
        middle = rule.top + rule.height / 2
        crosses = rule.left <= line.x + 1 and rule.right >= line.x + line.item.width - 1
        return crosses and rule.height < size / 4 and abs(line.y - size * 0.36 - middle) < size / 8

    def _expect_title(self) -> None:
        """Let what is set largest be the title of a slide that shows none."""
        texts = [(place, part) for place, part in self.order.items() if isinstance(part, TextPart)]
        if not any(part.kind == "title" for _, part in texts):
            place, largest = max(texts, key=lambda each: style_of(each[1].words[0].lines[0]).size)
            self.order[place] = replace(largest, kind="title")

    def _find(self, at: Address, block: FormBlock | Blank) -> None:
        """Find the blocks that have no blocks in them; bars with the table beside them are one."""
        if not isinstance(block, Box | Blank):
            self.blocks[at] = block
            return
        inside = list(below(block, at))
        nothing: tuple[Address, FormBlock] = ((), Box("section", ()))
        for (here, each), (there, after) in zip_longest(inside, inside[1:], fillvalue=nothing):
            if isinstance(each, Figure) and isinstance(each.art, Bars) and isinstance(after, Table):
                self.blocks[here] = Box("chart", (each, after))
                self.beside[there] = here
            elif here not in self.beside:
                self._find(here, each)

    def _owner(self, mark: Mark) -> Address:
        at = mark[0]
        while at not in self.blocks and at not in self.beside:
            at = at[:-1]
        return self.beside.get(at, at)

    def _add(self, at: Address, block: FormBlock, places: Sequence[int]) -> None:
        """Add the part, or the parts, that a block is on this page."""
        self.taken.update(places)
        items = [self.items[place] for place in places]
        first = places[0]
        match block:
            case Table():
                self._table(at, block, places)
            case Box(blocks=(Figure() as figure, Table() as table)):
                self.order[first] = ChartPart(figure, table, tuple(items))
            case Figure():
                drawn = tuple(each for each in items if each.mark == (at, "figure"))
                (_, alt), *word = below(block, at)
                self.order[first] = FigurePart(alt, drawn)
                for here, prose in word:
                    words = self._words(here, prose, places)
                    self.order[places[items.index(words.lines[0])]] = TextPart((words,), block=block)
            case List():
                self.order[first] = TextPart(tuple(self._items(at, block, places)), block=block)
            case Note(points, text, url):
                numbers = (Foreign(points.language, points.inlines), Text(" ")) if points else ()
                prose = Prose((*numbers, *text.inlines, Text(" "), Link(url, (Text(block.site),))), text.language)
                lines = tuple(each for each in items if isinstance(each.item, Line))
                self.order[first] = TextPart((Words((), prose, lines),), block=block)
            case _:
                self._texts(at, block, places)

    def _texts(self, at: Address, block: FormBlock, places: Sequence[int]) -> None:
        """Add each text of a block in a frame of its own, after the first what is written to it: the number of a page.

        What else is painted, such as boxes to tick in columns, is nothing that a slide has.
        """
        self.taken.difference_update(place for place in places if not isinstance(self.items[place].item, Line))
        found = [words for here, prose in below(block, at) if (words := self._words(here, prose, places)).lines]
        known = [line for words in found for line in words.lines]
        found[1:1] = [
            Words((), Prose((Text(words_of(each.item)),), self.form.language.tag), (each,))
            for each in (self.items[place] for place in places)
            if isinstance(each.item, Line) and each not in known and each.marks[0][1]
        ]
        kind = "title" if block is self.title else "text"
        for words in found:
            for together in _frames(_by_size(words)):
                self.order[self.items.index(together[0].lines[0])] = TextPart(together, kind, block)
                kind = "text"

    def _words(self, at: Address, prose: Prose, places: Sequence[int]) -> Words:
        """Return a text with those of the items that are its lines."""

        def is_in(mark: Mark) -> bool:
            return mark == ARTIFACT or (mark[0][: len(at)] == at and not mark[1])

        lines: list[Placed] = []
        for each in (self.items[place] for place in places):
            # What stands beside the text, such as a word of it in another language, is said within it.
            is_below = not lines or each.y > lines[-1].y
            if isinstance(each.item, Line) and all(map(is_in, each.marks)) and is_below:
                lines.append(each)
        return Words(at, prose, tuple(lines))

    def _items(self, at: Address, block: List, places: Sequence[int]) -> Iterator[Words]:
        """Yield the items of a list that are on the page, each with its dot, its number or its box."""
        for here, prose in below(block, at):
            words = self._words(here, prose, places)
            if words.lines:
                yield Words(here, prose, words.lines, self._marker(here, words.lines[0], places))

    def _marker(self, at: Address, line: Placed, places: Sequence[int]) -> Placed | None:
        for place in places:
            each = self.items[place]
            if each.marks[0][0] == at and each.marks[0][1]:
                return each
        size = line.item.runs[0].style.size if isinstance(line.item, Line) else 0.0
        near = {}
        for place, each in enumerate(self.items):
            if place not in self.taken and isinstance(each.item, Dot | Tick):
                beside = min(abs(each.x - line.x), abs(each.x + each.item.width - line.x - line.item.width))
                apart = abs(each.y + each.item.height / 2 - (line.y - size / 3))
                if beside < size * 3 and apart < size / 2:
                    near[beside] = place
        if not near:
            return None
        self.taken.add(near[min(near)])
        return self.items[near[min(near)]]

    def _table(self, at: Address, block: Table, places: Sequence[int]) -> None:
        head, rows = cells(block, at)
        found: list[tuple[Words, ...]] = []
        for row in (head, *rows):
            words = tuple(self._words(here, prose, places) for here, prose in row)
            if row is head and head and not any(each.lines for each in words):
                again = [self._again(prose) for _, prose in head]
                self.taken.update(place for each in again for place in each)
                lines = [tuple(self.items[place] for place in each) for each in again]
                words = tuple(Words(*each, line) for each, line in zip(row, lines, strict=True))
            if any(each.lines for each in words):
                found.append(words)
        whole = around(frame_of(line) for row in found for words in row for line in words.lines)
        ground = [
            place
            for place, each in enumerate(self.items)
            if place not in self.taken
            and isinstance(each.item, Rect)
            and each.item.width >= whole.width
            and whole.top - _TOUCHING <= each.y + each.item.height / 2 <= whole.bottom + each.item.height + 12
        ]
        self.taken.update(ground)
        rects = tuple(self.items[place] for place in ground)
        has_head = bool(head) and found[0][0].at == head[0][0]
        self.order[min((*places, *ground))] = TablePart(tuple(found), has_head, rects)

    def _again(self, prose: Prose) -> list[int]:
        """Return the lines without meaning that say a text once more, none if none do."""
        wanted = _squeezed(plain(prose.inlines))
        for start in range(len(self.items)):
            text = ""
            for end in range(start, len(self.items)):
                each = self.items[end]
                if end in self.taken or not isinstance(each.item, Line) or set(each.marks) != {ARTIFACT}:
                    break
                text += _squeezed(words_of(each.item))
                if text == wanted:
                    return [*range(start, end + 1)]
        return []

    def _foot(self) -> None:
        """Add what is written on the page and is no part of the form: that the meeting is an example, the number."""
        example = self.form.foot.example
        places = self._again(example) if example.inlines else []
        if places:
            self.taken.update(places)
            lines = tuple(self.items[place] for place in places)
            self.order[places[0]] = TextPart((Words((), example, lines),), "example")
        for place, each in enumerate(self.items):
            if place in self.taken or not isinstance(each.item, Line):
                continue
            self.taken.add(place)
            text = words_of(each.item).strip()
            prose = Prose((Text(text),), self.form.language.tag)
            kind = "number" if text.endswith(str(self.number)) else "foot"
            self.order[place] = TextPart((Words((), prose, (each,)),), kind)

    def _ornaments(self) -> None:
        """Add what is left, what lies within a shape together with it."""
        below: int | None = None
        for place, each in enumerate(self.items):
            if place in self.taken:
                below = None if place in self.order else below
                continue
            if below is not None and _is_within(frame_of(each), frame_of(self.items[below])):
                found = self.order[below]
                assert isinstance(found, Ornament)
                self.order[below] = Ornament((*found.items, each))
            else:
                below = place
                self.order[place] = Ornament((each,))


def _by_size(words: Words) -> list[Words]:
    """Return a text in parts, one for each size of type that has lines of its own."""
    groups = [tuple(group) for _, group in groupby(words.lines, lambda line: style_of(line).size)]
    if len(groups) == 1:
        return [words]
    parts: list[Words] = []
    for lines in groups:
        shown = {mark[0][len(words.at)] for line in lines for mark in line.marks if mark != ARTIFACT}
        # What is not in this part leaves its place empty, so that an address leads to the same inline.
        inlines = tuple(each if i in shown else Text("") for i, each in enumerate(words.prose.inlines))
        parts.append(replace(words, prose=replace(words.prose, inlines=inlines), lines=lines))
    return parts


def _frames(parts: Sequence[Words]) -> Iterator[tuple[Words, ...]]:
    """Yield parts of a text that may stand in one frame: small type close below large type has no room in it."""
    together: list[Words] = []
    for each in parts:
        if together:
            above, below = together[-1].lines[-1], each.lines[0]
            if below.y - above.y < style_of(above).size * DEPTH + style_of(below).size * (1 - DEPTH):
                yield tuple(together)
                together = []
        together.append(each)
    yield tuple(together)


def _is_within(inner: Frame, outer: Frame) -> bool:
    return (
        outer.left - _TOUCHING <= inner.left
        and outer.top - _TOUCHING <= inner.top
        and inner.right <= outer.right + _TOUCHING
        and inner.bottom <= outer.bottom + _TOUCHING
    )


def _squeezed(text: str) -> str:
    return "".join(text.replace(SOFT_HYPHEN, "").split())
