"""What of a document stands on paper in the hand, and what of that is said once however many modules bring it."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import TypeGuard

from foraldraskolan.document.form import Heading, List, Paragraph
from foraldraskolan.document.meaning import Block, Callout, Contacts, Leaflet, Mail, Question, Rule, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain, proses_below


def printed(blocks: Iterable[Block]) -> list[Block]:
    """Return what is meant for paper in the hand: no slides, nothing for the room or for another paper.

    What is told stands there as plain text. Phrases that follow each other become one callout, and what is to be
    remembered is not drawn.
    """
    kept: list[Block] = []
    for block in chain.from_iterable(map(_on_paper, blocks)):
        last = kept[-1] if kept else None
        if _is_phrase(block) and _is_phrase(last):
            kept[-1] = replace(last, blocks=(*last.blocks, *block.blocks))
        else:
            kept.append(replace(block, drawing=None) if isinstance(block, Callout) else block)
    return kept


def _on_paper(block: Block) -> tuple[Block, ...]:
    """Return what a block is on paper in the hand."""
    match block:
        case Slide() | Question() | Mail() | Leaflet() | Callout("say" | "ask" | "own"):
            return ()
        case Callout("tell", blocks):
            return blocks
        case _:
            return (block,)


class Once:
    """Lets each rule of law and each word on acute danger stand once, however many modules bring it.

    Contacts stand apart from the text, all of them together.
    """

    def __init__(self) -> None:
        self._seen: set[tuple[type, str]] = set()
        self._danger: set[str] = set()

    def of(self, blocks: Iterable[Block]) -> list[Block]:
        """Return the blocks without what stood before, and without the headings that are left with nothing below."""
        kept: list[Block] = []
        emptied = False  # whether something was left out since the last heading
        for block in blocks:
            if isinstance(block, Heading) and emptied:
                _drop_empty_heading(kept, block.level)
            new = self._new(block)
            if new is None:
                emptied = True
                continue
            emptied = emptied and not isinstance(block, Heading)
            kept.append(new)
        if emptied:
            _drop_empty_heading(kept, 0)
        return kept

    def _new(self, block: Block) -> Block | None:
        match block:
            case Rule(name):
                return block if self._is_new(block, name) else None
            case Contacts():
                return None
            case Callout(kind="act"):
                return self._unsaid(block)
            case _:
                return block

    def _unsaid(self, box: Callout) -> Callout:
        """Return the first box whole, of any later one only what the first does not say, which may be nothing.

        What announces a list stands where any of the list does.
        """
        said = {_words(text) for text in proses_below(box)}
        if not self._danger:
            self._danger = said
            return box
        kept = [self._without_danger(block) for block in box.blocks]
        for index, (block, after) in enumerate(zip(box.blocks, kept[1:], strict=False)):
            if isinstance(block, Paragraph) and plain(block.text.inlines).endswith(":"):
                kept[index] = block if after is not None else None
        return replace(box, blocks=tuple(block for block in kept if block is not None))

    def _without_danger(self, block: Block) -> Block | None:
        if isinstance(block, List):
            items = tuple(item for item in block.items if _words(item) not in self._danger)
            return replace(block, items=items) if items else None
        return block if any(_words(text) not in self._danger for text in proses_below(block)) else None

    def _is_new(self, block: Block, text: Prose) -> bool:
        key = type(block), _words(text)
        new = key not in self._seen
        self._seen.add(key)
        return new


def _words(text: Prose) -> str:
    """Return what tells a text apart from others: its author's words, so that every language leaves out the same."""
    return text.source or plain(text.inlines)


def _drop_empty_heading(kept: list[Block], level: int) -> None:
    """Take away a last heading that is no higher than this level."""
    if kept and isinstance(kept[-1], Heading) and kept[-1].level >= level:
        kept.pop()


def _is_phrase(block: Block | None) -> TypeGuard[Callout]:
    return isinstance(block, Callout) and block.kind == "phrase"
