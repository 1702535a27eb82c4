"""What of a document stands on paper in the hand, and what of that is said once however many modules bring it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeGuard

from foraldraskolan.document.form import Heading, Paragraph
from foraldraskolan.document.meaning import Block, Callout, Contacts, Leaflet, Mail, Rule, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend, plain


def printed(blocks: Iterable[Block]) -> list[Block]:
    """Return what is meant for paper in the hand: no slides, nothing for the room or for another paper.

    Phrases that follow each other become one callout, and what is to be remembered is not drawn.
    """
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Slide | Mail | Leaflet) or (isinstance(block, Callout) and block.kind in ("say", "ask")):
            continue
        last = kept[-1] if kept else None
        if _is_phrase(block) and _is_phrase(last):
            kept[-1] = replace(last, blocks=(*last.blocks, *block.blocks))
        else:
            kept.append(replace(block, drawing=None) if isinstance(block, Callout) else block)
    return kept


class Once:
    """Lets each rule of law, each contact and each word on acute danger stand once, however many modules bring it."""

    def __init__(self) -> None:
        self._seen: set[tuple[type, str]] = set()

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
            case Contacts(cards):
                left = tuple(card for card in cards if self._is_new(card, card.name))
                return replace(block, cards=left) if left else None
            case Callout(kind="act"):
                return self._unsaid(block)
            case _:
                return block

    def _unsaid(self, box: Callout) -> Callout | None:
        """Return the box with its first words, the call, and all that was not said before, None if that is nothing.

        A list of which anything is new is whole: reasons to call that are left out could be taken for no reasons.
        """
        new = [self._are_new(box, block) for block in box.blocks]
        for index, block in enumerate(box.blocks[:-1]):
            # What announces a list stands where the list does.
            if isinstance(block, Paragraph) and plain(block.text.inlines).endswith(":"):
                new[index] = new[index + 1]
        kept = tuple(block for index, block in enumerate(box.blocks) if index == 0 or new[index])
        return replace(box, blocks=kept) if any(new) else None

    def _are_new(self, box: Callout, block: Block) -> bool:
        """Tell whether any of a block's texts is new, having seen them all."""
        new = [self._is_new(box, node) for _, node in descend(block) if isinstance(node, Prose)]
        return any(new)

    def _is_new(self, block: Block, text: Prose) -> bool:
        # The author's words tell texts apart, so that every language leaves out the same.
        key = type(block), text.source or plain(text.inlines)
        new = key not in self._seen
        self._seen.add(key)
        return new


def _drop_empty_heading(kept: list[Block], level: int) -> None:
    """Take away a last heading that is no higher than this level."""
    if kept and isinstance(kept[-1], Heading) and kept[-1].level >= level:
        kept.pop()


def _is_phrase(block: Block | None) -> TypeGuard[Callout]:
    return isinstance(block, Callout) and block.kind == "phrase"
