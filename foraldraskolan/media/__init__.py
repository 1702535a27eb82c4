"""One small module per medium, one Protocol, one dict: a new medium is a file and a line here."""

from collections.abc import Mapping

from foraldraskolan.media import checklist, handout, mailout, presentation, staff
from foraldraskolan.media.medium import Medium

MEDIA: Mapping[str, Medium] = {
    "presentation": presentation,
    "handout": handout,
    "mailout": mailout,
    "checklist": checklist,
    "staff": staff,
}
