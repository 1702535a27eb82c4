"""A language as pages, catalogs and people name it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from babel import Locale

Direction = Literal["ltr", "rtl"]
SOURCE = "sv"  # every module is written in Swedish

# CLDR knows Dari as Persian of Afghanistan; Babel has no locale of its own for the tag.
_LOCALES = {"prs": "fa_AF"}


@dataclass(frozen=True)
class Language:
    """A language of the material: BCP 47 tag, its own name, its Swedish name."""

    tag: str
    native: str
    swedish: str

    @cached_property
    def locale(self) -> Locale:
        """Return the CLDR locale that dates and numbers follow."""
        return Locale.parse(_LOCALES.get(self.tag, self.tag.replace("-", "_")))

    @property
    def direction(self) -> Direction:
        """Return the direction that the language's script is read in, which is never the user's to choose."""
        return "rtl" if self.locale.text_direction == "rtl" else "ltr"
