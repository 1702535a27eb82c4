"""Whether the material is small enough to be translated, and read by somebody who checks each word of it."""

from collections.abc import Iterator

from foraldraskolan.editor.style import Style
from foraldraskolan.problems import Count, Problem, message


def too_much_to_translate(words: int, style: Style) -> Iterator[Problem]:
    """Yield a problem if there are more words to translate than there may be."""
    if words > style.words_to_translate:
        what = message(
            "Det är {count} ord att översätta; det får vara högst {limit}.",
            count=Count(words),
            limit=Count(style.words_to_translate),
        )
        yield Problem(what, message("Ta bort det som sägs två gånger, och det som ingen skulle sakna."), style.place)
