"""Trees as outlines, one line a node: what a medium shows, in which order, numbered how; what a PDF says of itself."""

import re
from collections.abc import Iterator

import pikepdf

from foraldraskolan.document.form import Box, Figure, Form, FormBlock, Heading, List, Miniatures, Paragraph, Reference
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import below, plain, top
from foraldraskolan.pdf.structure import Element
from tests.support.pdf_reader import TaggedPdf, kids

_ATTRIBUTE = re.compile(r"/(\w+) /(\w+)")


def arrangement(form: Form) -> str:
    """Return one line a block and a text, indented by depth; a text in another language or state says so."""
    return "\n".join(line for _, block in top(form) for line in _lines(block, 0, form.language.tag))


def _lines(block: FormBlock, depth: int, tag: str) -> Iterator[str]:
    yield f"{'  ' * depth}{_kind(block)}"
    for _, child in below(block, ()):
        if isinstance(child, Prose):
            state = "" if child.state == "source" else f" ({child.state})"
            language = "" if child.language == tag else f" [{child.language}]"
            yield f"{'  ' * (depth + 1)}“{plain(child.inlines)}”{language}{state}"
        else:
            yield from _lines(child, depth + 1, tag)


def _kind(block: FormBlock) -> str:
    match block:
        case Box(look):
            return f"Box {look}"
        case Paragraph(_, role):
            return f"Paragraph {role}"
        case List(marker):
            return f"List {marker}"
        case Heading(level):
            return f"Heading {level}"
        case Reference(heading=heading):
            return f"Reference {heading}"
        case Figure(Miniatures(pages)):
            return f"Figure {', '.join(map(str, pages))}"
        case _:
            return type(block).__name__


def structure_outline(element: Element) -> str:
    """Return a structure tree: of each element its role, attributes, language, alternative text and where it leads."""
    return "\n".join(_elements(element, 0))


def _elements(element: Element, depth: int) -> Iterator[str]:
    alt = element.alt if element.role in ("Figure", "Link") else ""
    yield _element(depth, element.role, element.attributes, element.language, alt, element.url)
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _elements(kid, depth + 1)


def _element(depth: int, role: str, attributes: str, language: str, alt: str, url: str) -> str:
    # /O says only whose attribute it is.
    parts = [role, *(f"{name}={value}" for name, value in _ATTRIBUTE.findall(attributes) if name != "O")]
    parts += [f"[{language}]"] * bool(language) + [f'"{alt}"'] * bool(alt) + [f"-> {url}"] * bool(url)
    return "  " * depth + " ".join(parts)


def tree_outline(read: TaggedPdf) -> str:
    """Return the structure tree of a file as `structure_outline` returns the tree that it was written from."""
    return "\n".join(_tagged(read, read.pdf.Root.StructTreeRoot.K, 0))


def _tagged(read: TaggedPdf, element: pikepdf.Object, depth: int) -> Iterator[str]:
    attributes = element.get("/A", {})
    said = " ".join(f"{name} {attributes[name]}" for name in attributes)
    touched = [kid.Obj for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]
    links = {
        (str(each.Contents), decoded(str(each.A.URI)) if "/A" in each else "")
        for each in touched
        if each.Subtype == "/Link"
    }
    assert len(links) <= 1
    alt, url = next(iter(links), (str(element.get("/Alt", "")), ""))
    yield _element(depth, str(element.S)[1:], said, str(element.get("/Lang", "")), alt, url)
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _tagged(read, kid, depth + 1)


def decoded(url: str) -> str:
    """Return an address as its author wrote it, without what keeps its parentheses apart from the file's."""
    return url.replace("%28", "(").replace("%29", ")").replace("%5C", "\\")
