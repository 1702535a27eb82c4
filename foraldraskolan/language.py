"""A language as pages, catalogs and people name it."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale

Direction = Literal["ltr", "rtl"]
SOURCE = "sv"  # every module is written in Swedish

# CLDR knows Dari as Persian of Afghanistan; Babel has no locale of its own for the tag.
_LOCALES = {"prs": "fa_AF"}


@cache
def locale_of(tag: str) -> Locale:
    """Return the CLDR locale that dates and numbers of a language follow."""
    return Locale.parse(_LOCALES.get(tag, tag.replace("-", "_")))


@cache
def direction_of(tag: str) -> Direction:
    """Return the direction that a language's script is read in, which is never the user's to choose."""
    return "rtl" if locale_of(tag).text_direction == "rtl" else "ltr"


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the material: BCP 47 tag, its own name, its Swedish name."""

    tag: str
    native: str
    swedish: str

    @property
    def locale(self) -> Locale:
        """Return the CLDR locale of the language."""
        return locale_of(self.tag)

    @property
    def direction(self) -> Direction:
        """Return the direction that the language is read in."""
        return direction_of(self.tag)
