"""Items to words by HarfBuzz: one glyph for every cluster of characters."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as hb

from foraldraskolan.typeset.fonts import Face
from foraldraskolan.typeset.glyphs import Word

_WORDS = re.compile("[^ ]+| ")
_MOST = 16384  # words of one typeface that are remembered: a language has few, a class list has names

_NON_JOINER, _JOINER = "\u200c", "\u200d"


class Typeface(NamedTuple):
    """What words are shaped with, but for their characters."""

    face: Face
    script: str
    language: str
    rtl: bool


def shape(text: str, typeface: Typeface) -> list[Word]:
    """Shape a text of one face, script, language and direction to its words and the single spaces between them."""
    texts = _WORDS.findall(text)
    words = _shaped(typeface)
    try:
        return [words[each] for each in texts]
    except KeyError:
        if len(words) + len(texts) > _MOST:
            words.clear()
        missing = [each for each in dict.fromkeys(texts) if each not in words]
        words.update(zip(missing, shape_words(missing, typeface), strict=True))
        return [words[each] for each in texts]


@lru_cache(maxsize=256)  # faces are few, each in a weight or two
def _shaped(typeface: Typeface) -> dict[str, Word]:
    """Return the words of a typeface that have been shaped: most of a text are."""
    return {}


def shape_words(texts: list[str], typeface: Typeface) -> list[Word]:
    """Shape many words in one call, which costs more than a word: spaces between them keep them apart.

    A mark or a joiner at the beginning of one would belong to the space.
    """
    if any(category(text[0])[0] in "MC" for text in texts):
        return [shape_word(text, typeface) for text in texts]
    glyphs = _glyphs(" ".join(texts), typeface)
    return list(_parted(glyphs, texts, typeface))


def shape_word(text: str, typeface: Typeface) -> Word:
    """Shape a text in one go."""
    (word,) = _parted(_glyphs(text, typeface), [text], typeface)
    return word


@lru_cache(maxsize=4096)  # prefixes stand before stressed words and links again and again
def shape_part(text: str, before: str, after: str, typeface: Typeface) -> Word:
    """Shape a part of a word as it looks in the whole: letters join over a change of style as they do without one.

    A mark that is parted from its letter is shaped alone.
    """
    whole = shape_word(before + text + after, typeface)
    texts = whole.texts[::-1] if typeface.rtl else whole.texts
    starts = [*accumulate(map(len, texts), initial=0)]
    if not {len(before), len(before) + len(text)} <= {*starts}:
        return shape_word(text, typeface)
    return whole.part(starts.index(len(before)), starts.index(len(before) + len(text)))


class _Glyphs(NamedTuple):
    """Glyphs in visual order: ids, the characters that their clusters start with, advances, offsets."""

    ids: Sequence[int]
    starts: Sequence[int]
    advances: Sequence[int]
    offsets: Mapping[int, tuple[int, int]]


def _glyphs(text: str, typeface: Typeface) -> _Glyphs:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if typeface.rtl else "ltr"
    buffer.script = typeface.script
    buffer.language = typeface.language
    # A letter and its marks are one glyph, or else readers of PDF copy the marks elsewhere.
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    hb.shape(typeface.face.hb_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    return _Glyphs(
        [info.codepoint for info in infos],
        [info.cluster for info in infos],
        [position.x_advance for position in positions],
        {
            index: (position.x_offset, position.y_offset)
            for index, position in enumerate(positions)
            if position.x_offset or position.y_offset
        },
    )


def _parted(glyphs: _Glyphs, texts: list[str], typeface: Typeface) -> Iterator[Word]:
    """Yield the word of each text, out of the glyphs of all with spaces between them."""
    # In the order of the text, clusters start further and further on.
    rising = glyphs.starts[::-1] if typeface.rtl else glyphs.starts
    count = len(rising)
    first = start = 0
    for text in texts:
        last = bisect_right(rising, start + len(text) - 1, first)
        part = slice(count - last, count - first) if typeface.rtl else slice(first, last)
        offsets = {at - part.start: glyphs.offsets[at] for at in range(part.start, part.stop) if at in glyphs.offsets}
        starts = [each - start for each in glyphs.starts[part]]
        yield _word(text, _Glyphs(glyphs.ids[part], starts, glyphs.advances[part], offsets), typeface)
        first, start = last + 1, start + len(text) + 1


def _word(text: str, glyphs: _Glyphs, typeface: Typeface) -> Word:
    rtl = typeface.rtl
    if rtl and (_NON_JOINER in text or _JOINER in text):
        glyphs = glyphs._replace(starts=[_joined(start, text) for start in glyphs.starts])
    if glyphs.offsets or len(set(glyphs.starts)) < len(glyphs.starts):
        glyphs = _composed(typeface.face, glyphs)
    if len(glyphs.ids) == len(text):
        texts = tuple(text)[::-1] if rtl else tuple(text)
    else:  # a ligature stands for several characters
        starts = sorted(glyphs.starts)
        clusters = [text[start:end] for start, end in pairwise([*starts, len(text)])]
        texts = tuple(reversed(clusters) if rtl else clusters)
    advances = tuple(glyphs.advances)
    return Word(text, tuple(glyphs.ids), texts, advances, sum(advances), rtl)


def _joined(start: int, text: str) -> int:
    """Return the letter that a joiner belongs to: alone it would be lost in copied text."""
    while start and text[start] in (_NON_JOINER, _JOINER):
        start -= 1
    return start


def _composed(face: Face, glyphs: _Glyphs) -> _Glyphs:
    """Make the glyphs of each cluster one glyph that stands where its pen is.

    Noto's Arabic faces build a letter from its skeleton and its dots. Readers of PDF would copy the dots as characters
    of their own; one composed glyph a letter is copied as the letter. What is moved off the pen would be a piece of
    text of its own to them.
    """
    ids: list[int] = []
    starts: list[int] = []
    advances: list[int] = []
    index = 0
    while index < len(glyphs.ids):
        end = index + 1
        while end < len(glyphs.ids) and glyphs.starts[end] == glyphs.starts[index]:
            end += 1
        if end == index + 1 and index not in glyphs.offsets:
            ids.append(glyphs.ids[index])
        else:
            ids.append(face.compose(_parts(glyphs, index, end)))
        starts.append(glyphs.starts[index])
        advances.append(sum(glyphs.advances[index:end]))
        index = end
    return _Glyphs(ids, starts, advances, {})


def _parts(glyphs: _Glyphs, start: int, end: int) -> tuple[tuple[int, int, int], ...]:
    pen = 0
    parts: list[tuple[int, int, int]] = []
    for index in range(start, end):
        dx, dy = glyphs.offsets.get(index, (0, 0))
        parts.append((glyphs.ids[index], pen + dx, dy))
        if glyphs.advances[index]:
            parts.insert(0, parts.pop())  # what moves the pen is the base
        pen += glyphs.advances[index]
    return tuple(parts)
