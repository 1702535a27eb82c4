"""The table of what sets which look of a slide, in which type, on which ground."""

from collections.abc import Mapping
from dataclasses import replace

from foraldraskolan.document.form import Look
from foraldraskolan.layout.slides.agenda import AGENDA, set_agenda
from foraldraskolan.layout.slides.call import CALL, set_call
from foraldraskolan.layout.slides.dark import DARK, set_dark
from foraldraskolan.layout.slides.myth import MYTH, set_myth
from foraldraskolan.layout.slides.phone import PHONE, set_phone
from foraldraskolan.layout.slides.pictures import set_number, set_pictures
from foraldraskolan.layout.slides.points import set_points
from foraldraskolan.layout.slides.question import ALONE, set_question
from foraldraskolan.layout.slides.slide import POINTS, Set
from foraldraskolan.layout.theme import Theme, style
from foraldraskolan.record import record

_BESIDE = replace(POINTS, body=style(30, 38, before=10, wrap="balanced"), item=style(30, 38, before=10))


@record
class Kind:
    """How slides of one look are set: by what, in which theme, white on dark or not."""

    set: Set
    theme: Theme
    dark: bool = False


KINDS: Mapping[Look, Kind] = {
    "title slide": Kind(set_dark, DARK, dark=True),
    "agenda slide": Kind(set_agenda, AGENDA),
    "section slide": Kind(set_dark, DARK, dark=True),
    "points slide": Kind(set_points, POINTS),
    "picture slide": Kind(set_pictures, _BESIDE),
    "number slide": Kind(set_number, _BESIDE),
    "call slide": Kind(set_call, CALL),
    "phone slide": Kind(set_phone, PHONE),
    "myth slide": Kind(set_myth, MYTH),
    "ask slide": Kind(set_question, ALONE),
    "closing slide": Kind(set_dark, DARK, dark=True),
}
