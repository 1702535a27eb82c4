"""What a language lacks on pages: a typeface, glyphs of its letters, and the words that dates are written with."""

from collections.abc import Collection, Iterator

from foraldraskolan.language import has_own_dates, script_of
from foraldraskolan.problems import Place, Problem, message
from foraldraskolan.scripts import no_typeface
from foraldraskolan.typeset.fonts import missing
from foraldraskolan.typeset.syllables import knows_syllables


def lacking(tag: str, alphabet: Collection[str], place: Place | None) -> Iterator[Problem]:
    """Yield what is missing for pages in a language to be right, or made at all; its alphabet is in small letters."""
    script = script_of(tag)
    if not script.typeface:
        yield no_typeface(script.name, place)
    elif letters := missing(sorted({*(small := "".join(alphabet)), *small.upper()})):
        what = message("Inget typsnitt har bokstäverna {letters}.", letters=" ".join(letters))
        yield Problem(what, message("Lägg till ett typsnitt som har dem."), place)
    if not has_own_dates(tag):
        what = message(
            "CLDR har inte språkets namn på månader och veckodagar med skriften {script}.", script=script.name
        )
        yield Problem(what, message("Datum skrivs med siffror, som 2026-12-03."), place)


def is_hyphenated(tag: str) -> bool:
    """Tell whether long words of a language are divided where it hyphenates them, and not only at their signs."""
    return knows_syllables(tag)
