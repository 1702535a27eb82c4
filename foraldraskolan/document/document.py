"""A whole document: what it is called, in which language it is, for which meeting, and its blocks."""

from dataclasses import dataclass

from foraldraskolan.document.blocks import Block, Meeting, Prose
from foraldraskolan.language import Language

Address = tuple[int, ...]  # the child indices that lead to a node; () is the document itself


@dataclass(frozen=True, slots=True)
class Document:
    """Meaning only: no widths, fonts, colours or pages."""

    title: Prose
    language: Language
    meeting: Meeting
    blocks: tuple[Block, ...]
