"""An arranged document as an outline: what a medium shows, in which order, numbered how."""

from collections.abc import Iterator

from foraldraskolan.document.blocks import Block, Callout, Heading, Numbered, Prose, Slide, SpeakerNote
from foraldraskolan.document.document import Document
from foraldraskolan.document.walk import children, plain


def arrangement(document: Document) -> str:
    """Return one line a block and a text, indented by depth; a text in another language or state says so."""
    return "\n".join(line for block in document.blocks for line in _lines(block, 0, document.language.tag))


def _lines(block: Block, depth: int, tag: str) -> Iterator[str]:
    inner, number = (block.block, f"{block.number} ") if isinstance(block, Numbered) else (block, "")
    said = ""
    if isinstance(inner, Heading):
        said = f" {inner.level}"
    elif isinstance(inner, Callout | Slide):
        said = f" {inner.kind}"
    elif isinstance(inner, SpeakerNote):
        said = f" {', '.join(map(str, inner.slides))}"
    yield f"{'  ' * depth}{number}{type(inner).__name__}{said}"
    for child in children(inner):
        if isinstance(child, Prose):
            state = "" if child.state == "source" else f" ({child.state})"
            language = "" if child.language == tag else f" [{child.language}]"
            yield f"{'  ' * (depth + 1)}“{plain(child.inlines)}”{language}{state}"
        else:
            yield from _lines(child, depth + 1, tag)  # type: ignore[arg-type]  # bars and sources have texts too
