"""All media: a new one is a file and a line here."""

from collections.abc import Mapping

from foraldraskolan.media import checklist, handout, leaflet, mailout, notes, presentation, staff
from foraldraskolan.media.medium import Medium

# The slowest to make first.
MEDIA: Mapping[str, Medium] = {
    medium.name: medium
    for medium in (
        handout.MEDIUM,
        notes.MEDIUM,
        presentation.MEDIUM,
        leaflet.MEDIUM,
        checklist.MEDIUM,
        mailout.MEDIUM,
        staff.MEDIUM,
    )
}
