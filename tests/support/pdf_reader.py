"""A reader of tagged PDF: what a program that follows the structure tree is given, and what is painted outside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Any
from unicodedata import bidirectional

import pikepdf

_PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "INLINE IMAGE"}
_INLINE = {"Link", "Span", "Lbl", "Form"}


@dataclass(frozen=True)
class Piece:
    """Text that is painted at once, in the order it stands from left to right.

    `run` is the same for neighbours that a reader joins: of one baseline, font and actual text.
    """

    run: tuple[float, str, int]
    text: str

    def runs_left(self, direction: str) -> bool:
        """Return whether it is read from right to left: what has no direction goes with its paragraph.

        Neutral characters that have an actual text are in the order of the text already.
        """
        kinds = {bidirectional(each) for each in self.text}
        neutral = not kinds & {"L", "EN", "AN"} and not self.run[2]
        return bool(kinds & {"R", "AL"}) or (direction == "rtl" and neutral)


@dataclass
class MarkedPage:
    """The pieces of text on one page by MCID, in the order they are painted, and what is wrong with its marks."""

    text: dict[int, list[Piece]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Unit:
    """One element of text: its role, the language that holds there, its text; of a figure, its alternative text."""

    role: str
    language: str
    text: str


class TaggedPdf:
    """A tagged PDF file, read once."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self._unicode: dict[Any, dict[int, str]] = {}
        self.pages = [self._marked(page) for page in self.pdf.pages]
        self._numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}

    def units(self) -> list[Unit]:
        """Return the text of the structure tree, element by element in its order."""
        root = self.pdf.Root
        return list(self._units(root.StructTreeRoot.K, str(root.Lang)))

    def outline(self) -> list[str]:
        """Return the titles of all bookmarks, from top to bottom."""
        return list(_titles(self.pdf.open_outline().root))

    def fonts(self) -> dict[str, pikepdf.Object]:
        """Return the file's fonts by base name and resource."""
        found: dict[str, pikepdf.Object] = {}
        for page in self.pdf.pages:
            for name, font in page.Resources.get("/Font", {}).items():
                found[f"{name} {font.BaseFont}"] = font
        return found

    def elements(self) -> Iterator[tuple[pikepdf.Object, str, str]]:
        """Yield every element with its role and the language around it."""
        yield from self._elements(self.pdf.Root.StructTreeRoot.K, str(self.pdf.Root.Lang))

    def _elements(self, element: Any, outer: str) -> Iterator[tuple[pikepdf.Object, str, str]]:
        yield element, str(element.S)[1:], outer
        inner = str(element.get("/Lang", outer))
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self._elements(kid, inner)

    def _units(self, element: Any, outer: str) -> Iterator[Unit]:
        language = str(element.get("/Lang", outer))
        role = str(element.S)[1:]
        if role == "Figure":
            yield Unit(role, language, str(element.get("/Alt", "")))
        elif _is_inline(element):
            direction = "rtl" if language in _RTL else "ltr"
            text = "".join(self._leaves(element, element.get("/Pg"), direction))
            yield Unit(role, language, text)
        else:
            for kid in kids(element):
                yield from self._units(kid, language)

    def _leaves(self, element: Any, page: Any, direction: str) -> Iterator[str]:
        page = element.get("/Pg", page)
        if "/Lang" in element:
            direction = "rtl" if str(element.Lang) in _RTL else "ltr"
        for kid in kids(element):
            if isinstance(kid, int):
                yield self._piece(page, kid, direction)
            elif kid.get("/Type") == "/MCR":
                yield self._piece(kid.get("/Pg", page), int(kid.MCID), direction)
            elif "/S" in kid:
                yield from self._leaves(kid, page, direction)

    def _piece(self, page: Any, mcid: int, direction: str) -> str:
        pieces = self.pages[self._numbers[page.objgen]].text.get(mcid, [])
        groups = groupby(pieces, lambda piece: (piece.run, piece.runs_left(direction)))
        texts = (("".join(piece.text for piece in group), left) for (_, left), group in groups)
        return "".join(text[::-1] if left else text for text, left in texts)

    def _marked(self, page: pikepdf.Page) -> MarkedPage:
        result = MarkedPage()
        stack: list[str | int] = []
        fonts: Any = page.Resources.get("/Font", {})
        codes: dict[int, str] = {}
        shown: list[str] = []
        font, baseline = "", 0.0
        for number, instruction in enumerate(pikepdf.parse_content_stream(page)):
            operator, operands = str(instruction.operator), list(instruction.operands)
            marks = [each for each in stack if each != "Span"]
            if operator in _PAINTING and not marks:
                result.wrong.append(f"{operator} outside marked content")
            if operator in ("BDC", "BMC"):
                stack.append(_mark(operands))
                if marks and stack[-1] != "Span":
                    result.wrong.append(f"{stack[-1]} inside {marks[-1]}")
            elif operator == "EMC":
                if stack:
                    stack.pop()
                else:
                    result.wrong.append("EMC without BMC or BDC")
            elif operator == "Tf":
                font = str(operands[0])
                codes = self._to_unicode(fonts[font])
            elif operator == "Tm":
                baseline = float(operands[5])
            elif operator == "BT":
                shown = []
            elif operator == "TJ":
                data = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                shown.extend(codes[int.from_bytes(data[at : at + 2], "big")] for at in range(0, len(data), 2))
            elif operator == "ET" and marks and isinstance(marks[-1], int):
                alone = number if stack[-1] == "Span" else 0  # its /ActualText is its own
                result.text.setdefault(marks[-1], []).append(Piece((baseline, font, alone), "".join(shown)))
        if stack:
            result.wrong.append(f"{stack} never closed")
        return result

    def _to_unicode(self, font: Any) -> dict[int, str]:
        if font.objgen not in self._unicode:
            cmap = font.ToUnicode.read_bytes().decode("ascii")
            pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", cmap, re.MULTILINE)
            self._unicode[font.objgen] = {
                int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs
            }
        return self._unicode[font.objgen]


_RTL = {"ar", "fa", "prs", "ckb", "ur", "he"}


def _mark(operands: list[Any]) -> str | int:
    """Return the MCID of marked content, or its tag where it has none."""
    properties = operands[1] if len(operands) > 1 else {}
    return int(properties["/MCID"]) if "/MCID" in properties else str(operands[0])[1:]


def kids(element: Any) -> list[Any]:
    """Return what is directly in an element: elements, marked content, annotations."""
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_inline(element: Any) -> bool:
    return all(
        isinstance(kid, int)
        or kid.get("/Type") in ("/MCR", "/OBJR")
        or (str(kid.get("/S", ""))[1:] in _INLINE and _is_inline(kid))
        for kid in kids(element)
    )


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)
