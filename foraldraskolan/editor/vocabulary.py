"""The words that the material uses, avoids and is careful with, as style.toml lists them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache
from typing import Literal, get_args

from foraldraskolan.material.module import AUDIENCES
from foraldraskolan.material.toml import TomlTable
from foraldraskolan.problems import Place
from foraldraskolan.record import record

# What a text says against itself: its source is old, nobody knows it, nobody has compared it, others are to be asked.
Doubt = Literal["old", "unknown", "unchecked", "ask"]
_GAP = 3  # words that … may stand for


@record
class Avoided:
    """Expressions that some readers do not meet, and what is written for them instead."""

    phrases: tuple[str, ...]
    write: str
    audience: tuple[str, ...] = AUDIENCES


@record
class Vocabulary:
    """Expressions to look for, as `matches` reads them, and words that no dictionary has.

    Of `glosses` there is none, `repeated` are the sentences that may stand in several modules, `words` the names and
    terms of the subject.
    """

    glosses: tuple[str, ...] = ()
    avoided: tuple[Avoided, ...] = ()
    doubts: Mapping[Doubt, tuple[str, ...]] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    place: Place | None = field(default=None, compare=False)

    def listed(self, word: str) -> str | None:
        """Return the one of the words that a word of a text is: at the start of a sentence, or somebody's."""
        small = word[0].lower() + word[1:]
        forms = (each.removesuffix(ending) for each in (word, small) for ending in ("", "s", ":s"))
        return next((form for form in forms if form in self.words), None)


def read_vocabulary(root: TomlTable) -> Vocabulary:
    """Return the vocabulary that the tables and lists of style.toml state; what they lack is empty."""
    doubts = root.table("doubts")
    return Vocabulary(
        root.texts("glosses", (), may_be_empty=True),
        tuple(map(_avoided, root.tables("avoid"))),
        {kind: doubts.texts(kind, (), may_be_empty=True) for kind in get_args(Doubt)},
        root.texts("repeated", (), may_be_empty=True),
        root.texts("words", (), may_be_empty=True),
        root.place("words"),
    )


def _avoided(table: TomlTable) -> Avoided:
    audience = table.texts("audience", AUDIENCES)
    for index, each in enumerate(audience):
        table.expect_known(f"audience[{index}]", each, AUDIENCES)
    return Avoided(table.texts("words"), table.text("write"), audience)


def matches(phrases: tuple[str, ...], text: str) -> Iterator[str]:
    """Yield what a text has of some expressions, as it has it; of two that overlap, the one that begins first.

    Letters may be large or small, * is the beginning or end of a word, and … stands for up to three words.
    """
    return (match[0] for match in _pattern(phrases).finditer(text)) if phrases else iter(())


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_written, phrases)), re.IGNORECASE)


def _written(phrase: str) -> str:
    found = ""
    for word in phrase.split():
        if word == "…":
            found += rf"(?:\s+\S+){{0,{_GAP}}}"
        else:
            found += (r"\s+" if found else "") + re.escape(word).replace(r"\*", r"\w*")
    begins = r"(?<!\w)" if phrase[0].isalnum() or phrase[0] == "*" else ""
    return f"{begins}{found}(?!\\w)"
