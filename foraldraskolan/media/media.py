"""All media: a new one is a file and a line here."""

from collections.abc import Mapping

from foraldraskolan.media import (
    checklist,
    handout,
    handout_booklet,
    handout_large,
    interpreter,
    leaflet,
    leaflet_booklet,
    leaflet_large,
    mailout,
    notes,
    presentation,
    staff,
)
from foraldraskolan.media.medium import Format, Medium

# The slowest to make first.
MEDIA: Mapping[str, Medium] = {
    medium.name: medium
    for medium in (
        handout.MEDIUM,
        handout_booklet.MEDIUM,
        handout_large.MEDIUM,
        notes.MEDIUM,
        presentation.MEDIUM,
        leaflet.MEDIUM,
        leaflet_booklet.MEDIUM,
        leaflet_large.MEDIUM,
        checklist.MEDIUM,
        interpreter.MEDIUM,
        mailout.MEDIUM,
        staff.MEDIUM,
    )
}


def in_format(name: str, format: Format) -> Medium:
    """Return a medium in a format; raise KeyError if there is none, as of slides."""
    return formats(name)[format]


def formats(name: str) -> Mapping[Format, Medium]:
    """Return the formats that a medium is made in."""
    return {medium.format: medium for medium in MEDIA.values() if name in (medium.name, medium.of)}
