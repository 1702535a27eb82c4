"""The leaflet in large print, on as many pages as it needs."""

from foraldraskolan.layout.grid import LARGE_LEAFLET
from foraldraskolan.layout.leaflet_pages import lay_out_leaflet_on
from foraldraskolan.media import leaflet
from foraldraskolan.media.medium import Medium
from foraldraskolan.problems import message

MEDIUM = Medium(
    "leaflet_large",
    message("Blad till kylskåpet, i stor stil"),
    leaflet.arrange,
    lambda form, _: lay_out_leaflet_on(form, LARGE_LEAFLET),
    source="leaflet",
    parents_only=True,
    file="leaflet-large",
    format="large",
    of="leaflet",
)
