"""A presentation as a program reads it that edits it: what stands on each slide, in the order of its shapes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pptx import Presentation

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_FOOT = ("ftr", "sldNum", "foot")
_CONTROLS = re.compile("[\u200e\u200f\u2066-\u2069]")


@dataclass(frozen=True)
class SlideShape:
    """A shape that stands on a slide by itself: what it is, its name's number, what stands in for it, its texts."""

    kind: str  # "sp", "grpSp" or "graphicFrame"
    element: Any
    alt: str
    decorative: bool
    place: str  # of the layout that it fills: "title", "body", "ftr", "sldNum", or "foot" or ""
    texts: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Tell whether an element of this name is in it."""
        return any(each.tag.endswith("}" + name) for each in self.element.iter())

    @property
    def paragraphs(self) -> list[Any]:
        """Its paragraphs, as XML."""
        return list(self.element.iter(f"{_A}p"))


class SlideDeck:
    """A presentation that python-pptx opens."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.deck = Presentation(BytesIO(data))

    @cached_property
    def slides(self) -> list[list[SlideShape]]:
        """The shapes of each slide in reading order."""
        return [
            [self._shape(element, slide) for element in slide.shapes._spTree.iter_shape_elms()]
            for slide in self.deck.slides
        ]

    @cached_property
    def notes(self) -> list[list[str]]:
        """The paragraphs below each slide."""
        return [
            _paragraphs(slide.notes_slide.notes_text_frame._txBody) if slide.has_notes_slide else []
            for slide in self.deck.slides
        ]

    def parts(self) -> dict[str, bytes]:
        """Return every file of the package."""
        with ZipFile(BytesIO(self.data)) as package:
            return {name: package.read(name) for name in package.namelist()}

    def _shape(self, element: Any, slide: Any) -> SlideShape:
        named = next(element.iter(f"{_P}cNvPr"))
        own = element.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        place = own.get("type") if own is not None else "foot" if named.get("name").startswith("Sidfot") else ""
        texts = _paragraphs(element)
        for chart in element.iter(f"{_C}chart"):
            key = chart.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
            texts = _of_chart(slide.part.related_part(key)._element)
        decorative = any(each.get("val") == "1" for each in named.iter(_DECORATIVE))
        return SlideShape(element.tag.split("}")[1], element, named.get("descr", ""), decorative, place, tuple(texts))


def said_on(slide: list[SlideShape]) -> list[str]:
    """Return what a slide says: its texts and what stands in for its pictures and charts, without its foot."""
    said = []
    for shape in slide:
        if shape.place not in _FOOT and not shape.decorative:
            is_table = next(shape.element.iter(f"{_A}tbl"), None) is not None
            said += [*([shape.alt] if shape.alt and not is_table else []), *shape.texts]
    return said


def without_controls(text: str) -> str:
    """Return a text without what keeps its parts in their direction, and with plain spaces."""
    return _CONTROLS.sub("", text).replace("\u00a0", " ")


def _paragraphs(element: Any) -> list[str]:
    found, number = [], 0
    for paragraph in element.iter(f"{_A}p"):
        text = "".join(_said(paragraph))
        number = number + 1 if next(paragraph.iter(f"{_A}buAutoNum"), None) is not None else 0
        found += [f"{number}."] if number else []
        found += [text] if text else []
    return found


def _said(paragraph: Any) -> Iterator[str]:
    for each in paragraph.iter(f"{_A}t", f"{_A}br"):
        yield each.text or "" if each.tag.endswith("}t") else " "


def _of_chart(chart: Any) -> list[str]:
    """Return the names of a chart's bars and their values as they are shown."""
    names = [value.text for value in next(chart.iter(f"{_C}cat")).iter(f"{_C}v")]
    unit = next(chart.iter(f"{_C}numFmt")).get("formatCode").removeprefix("General").strip('"')
    shown = {}
    for point in next(chart.iter(f"{_C}val")).iter(f"{_C}pt"):
        shown[int(point.get("idx"))] = f"{float(point[0].text):g}".replace(".", ",") + unit
    for label in chart.iter(f"{_C}dLbl"):
        shown[int(label[0].get("val"))] = "".join(text.text for text in label.iter(f"{_A}t"))
    rows = ((name, shown[index]) if index in shown else name.split(": ") for index, name in enumerate(names))
    return [text for row in rows for text in row]
