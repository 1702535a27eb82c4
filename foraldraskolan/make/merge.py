"""One family's letter: whom it goes to, and how it greets them."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from babel.lists import format_list

from foraldraskolan.document.form import Box, Form, Look, Paragraph, Window
from foraldraskolan.document.inlines import Foreign, Inline, Text
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import filled
from foraldraskolan.language import SOURCE, Language, direction_of

if TYPE_CHECKING:
    from foraldraskolan.class_list.recipients import Recipient

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


_WINDOWS: Mapping[Window, Look] = {"right": "right window", "left": "left window"}


def merge(letter: Form, recipient: "Recipient", greeting: Callable[[Prose], Prose], window: Window | None) -> Form:
    """Return a letter as it goes to one family; `greeting` sets names into the language's salutation.

    Without a window there is no address: a message has one of its own. Whatever stands in the list is text and
    nothing else: it never becomes a field, a mark or an address to follow.
    """
    language = letter.language
    names = [person.name for person in recipient.people if person.name]
    if names:
        letter = filled(letter, "salutation", (Paragraph(greeting(listed(names, language)), "plain"),))
    lines = list(_address(recipient, names)) if window is not None else []
    if window is None or not lines:
        return letter
    texts = (Paragraph(Prose((Text(line),), _language_of(line, language)), "plain") for line in lines)
    return filled(letter, "address", (Box(_WINDOWS[window], tuple(texts)),))


def _address(recipient: "Recipient", names: list[str]) -> Iterator[str]:
    """Yield the lines of an address; a letter that no postman carries says whose child is to take it home."""
    yield from names
    if recipient.address:
        if not names:
            yield f"Vårdnadshavare för {recipient.child}" if recipient.child else "Vårdnadshavare"
        yield from recipient.address
        return
    child = ", ".join(filter(None, (recipient.child, recipient.group)))
    if child:
        yield child if names else f"Vårdnadshavare för {child}"


def listed(names: list[str], language: Language) -> Prose:
    """Return names as a language lists them, with its word for and, each an isolate of its own."""
    places = [chr(0xE000 + index) for index in range(len(names))]  # private characters, which no name may hold
    inlines: list[Inline] = []
    for piece in re.split("([\ue000-\uf8ff])", format_list(places, locale=language.locale)):
        if piece in places:
            name = names[places.index(piece)]
            inlines.append(Foreign(_language_of(name, language), (Text(name),)))
        elif piece:
            inlines.append(Text(piece))
    return Prose(tuple(inlines), language.tag)


def _language_of(text: str, language: Language) -> str:
    """Return the letter's language for a text in its script, Swedish for any other: names are of no language."""
    rtl = _RTL.search(text) is not None
    return language.tag if rtl == (direction_of(language.tag) == "rtl") else SOURCE
