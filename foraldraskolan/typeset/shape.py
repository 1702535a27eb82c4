"""Items to glyphs by HarfBuzz: one glyph for every cluster of characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import uharfbuzz as hb

from foraldraskolan.typeset.fonts import Face

_WORDS = re.compile("[^ ]+| +")

_NON_JOINER, _JOINER = "\u200c", "\u200d"


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs in the order of the text: ids, first characters (counted from the text's start), advances, few offsets."""

    ids: list[int]
    starts: Sequence[int]
    advances: list[int]
    offsets: dict[int, tuple[int, int]]


def shape(text: str, face: Face, script: str, language: str, rtl: bool) -> Shaped:
    """Shape a text of one face, script, language and direction, word by word.

    No face of ours shapes across a space (a test says so), and a language has few words: most are shaped already.
    """
    ids: list[int] = []
    advances: list[int] = []
    offsets: dict[int, tuple[int, int]] = {}
    texts = _WORDS.findall(text)
    words = [shape_word(each, face, script, language, rtl) for each in texts]
    for word in words:
        if word.offsets:
            first = len(ids)
            offsets.update((first + index, moved) for index, moved in word.offsets.items())
        ids += word.ids
        advances += word.advances
    if len(ids) == len(text):  # each glyph starts further on than the one before: they start one by one
        return Shaped(ids, range(len(text)), advances, offsets)
    places = accumulate(map(len, texts), initial=0)
    starts = [at + start for word, at in zip(words, places, strict=False) for start in word.starts]
    return Shaped(ids, starts, advances, offsets)


@lru_cache(maxsize=16384)
def shape_word(text: str, face: Face, script: str, language: str, rtl: bool) -> Shaped:
    """Shape a text in one go; what it returns is shared and never changed."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script
    buffer.language = language
    # A right-to-left letter and its marks are one glyph, or else readers of PDF copy the marks elsewhere. In what runs
    # left to right, marks keep clusters of their own, so that each can be copied as the character it is.
    levels = hb.BufferClusterLevel
    buffer.cluster_level = levels.MONOTONE_GRAPHEMES if rtl else levels.MONOTONE_CHARACTERS
    hb.shape(face.hb_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = [info.cluster for info in infos]
    if rtl and (_NON_JOINER in text or _JOINER in text):
        starts = [_joined(start, text) for start in starts]
    ids = [info.codepoint for info in infos]
    advances = [position.x_advance for position in positions]
    offsets = {
        index: (position.x_offset, position.y_offset)
        for index, position in enumerate(positions)
        if position.x_offset or position.y_offset
    }
    if len(set(starts)) < len(starts):
        ids, starts, advances, offsets = _composed(face, ids, starts, advances, offsets)
    if rtl:
        last = len(ids) - 1
        ids, starts, advances = ids[::-1], starts[::-1], advances[::-1]
        offsets = {last - index: offset for index, offset in offsets.items()}
    return Shaped(ids, starts, advances, offsets)


def _joined(start: int, text: str) -> int:
    """Return the letter that a joiner belongs to: alone it would be lost in copied text."""
    while start and text[start] in (_NON_JOINER, _JOINER):
        start -= 1
    return start


def _composed(
    face: Face, ids: list[int], starts: list[int], advances: list[int], offsets: dict[int, tuple[int, int]]
) -> tuple[list[int], list[int], list[int], dict[int, tuple[int, int]]]:
    """Make the glyphs of each cluster one glyph.

    Noto's Arabic faces build a letter from its skeleton and its dots. Readers of PDF would copy the dots as characters
    of their own; one composed glyph a letter is copied as the letter.
    """
    new_ids: list[int] = []
    new_starts: list[int] = []
    new_advances: list[int] = []
    new_offsets: dict[int, tuple[int, int]] = {}
    index = 0
    while index < len(ids):
        end = index + 1
        while end < len(ids) and starts[end] == starts[index]:
            end += 1
        if end == index + 1:
            if index in offsets:
                new_offsets[len(new_ids)] = offsets[index]
            new_ids.append(ids[index])
        else:
            new_ids.append(face.compose(_parts(ids, advances, offsets, index, end)))
        new_starts.append(starts[index])
        new_advances.append(sum(advances[index:end]))
        index = end
    return new_ids, new_starts, new_advances, new_offsets


def _parts(
    ids: list[int], advances: list[int], offsets: dict[int, tuple[int, int]], start: int, end: int
) -> tuple[tuple[int, int, int], ...]:
    pen = 0
    parts: list[tuple[int, int, int]] = []
    for index in range(start, end):
        dx, dy = offsets.get(index, (0, 0))
        parts.append((ids[index], pen + dx, dy))
        if advances[index]:
            parts.insert(0, parts.pop())  # what moves the pen is the base
        pen += advances[index]
    return tuple(parts)
