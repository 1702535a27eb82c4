"""The handout in large print."""

from foraldraskolan.layout.grid import LARGE
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.media import handout
from foraldraskolan.media.medium import Medium
from foraldraskolan.problems import message

MEDIUM = Medium(
    "handout_large",
    message("Papper att läsa hemma, i stor stil"),
    handout.arrange,
    lambda form, _: lay_out_sheet(form, LARGE),
    file="handout-large",
    format="large",
    of="handout",
)
