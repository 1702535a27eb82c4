"""Two wordings of a Swedish text, word by word: what stayed, what went and what came."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from foraldraskolan.record import record

Change = Literal["same", "gone", "come"]


@record
class Run:
    """Words that follow each other and have had the same fate."""

    change: Change
    words: str


def runs(old: str, new: str) -> Iterator[Run]:
    """Yield the words of both wordings in order; what went stands before what came in its place."""
    before, after = old.split(), new.split()
    for kind, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Run("same", " ".join(before[start:end]))
            continue
        if end > start:
            yield Run("gone", " ".join(before[start:end]))
        if new_end > new_start:
            yield Run("come", " ".join(after[new_start:new_end]))
