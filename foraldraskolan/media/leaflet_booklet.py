"""The leaflet as a booklet: one sheet, folded in the middle."""

from foraldraskolan.layout.booklet import lay_out_booklet
from foraldraskolan.layout.grid import LEAFLET_BOOKLET
from foraldraskolan.layout.leaflet_pages import lay_out_leaflet_on
from foraldraskolan.media import leaflet
from foraldraskolan.media.medium import Medium
from foraldraskolan.problems import message

MEDIUM = Medium(
    "leaflet_booklet",
    message("Blad till kylskåpet, som häfte"),
    leaflet.arrange,
    lambda form, _: lay_out_booklet(form, lambda inside: lay_out_leaflet_on(inside, LEAFLET_BOOKLET)),
    source="leaflet",
    parents_only=True,
    file="leaflet-booklet",
    format="booklet",
    of="leaflet",
)
