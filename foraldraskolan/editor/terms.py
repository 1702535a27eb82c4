"""Whether what a term is, for who interprets, is told in a few words, and no figure without its source."""

from collections.abc import Iterator

from foraldraskolan.editor.figures import is_figure
from foraldraskolan.editor.readability import readable, words
from foraldraskolan.editor.style import Style
from foraldraskolan.material.library import Library
from foraldraskolan.problems import Problem, message


def long_explanations(library: Library, style: Style) -> Iterator[Problem]:
    """Yield a problem for each explanation of a term with more words than it may have: it is read at a glance."""
    for each in library.terms.values():
        count = len(words(readable(each.explained.inlines)))
        if count > style.explained_words:
            what = message(
                "Förklaringen har {count} ord; den får ha högst {limit}.", count=count, limit=style.explained_words
            )
            yield Problem(what, message("Säg bara det som behövs för att hitta ordet."), each.place)


def unsourced_explanations(library: Library) -> Iterator[Problem]:
    """Yield a problem for each explanation of a term that has a figure and no source."""
    for each in library.terms.values():
        if is_figure(readable(each.explained.inlines)) and not each.sources:
            what = message("Här står en siffra utan källa.")
            yield Problem(what, message("Skriv källans id i sources."), each.place)
