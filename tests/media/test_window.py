"""The window of an envelope shows the address of a letter, whole and alone."""

import pytest

from foraldraskolan.class_list.recipients import Person, Recipient
from foraldraskolan.document.form import Window
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.layout.page import Page
from foraldraskolan.layout.theme import MM
from foraldraskolan.make.merge import merge
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.typeset.glyphs import Line
from tests.support.orders import content, edition, plan

TAGS = ["sv", "en", "ar", "so"]
# From, to, from the top and to, in mm on a sheet that lies at the left of its envelope.
SHOWN: dict[Window, tuple[float, float, float, float]] = {"right": (105, 205, 45, 80), "left": (20, 110, 45, 90)}
SLIDES = 10  # mm that a sheet has room to slide to the right in DL and E65
ALONE = Recipient(2, (Person("Åsa Öberg"),), "", "8B", "sv", ("Storgatan 1", "541 30 Skövde"))
CROWDED = Recipient(
    2,
    (Person("Abd al-Rahman ibn Muhammad al-Baghdadi al-Sudani"), Person("Umm Kulthum bint Abd al-Latif al-Sudani")),
    "",
    "8B",
    "sv",
    ("c/o Föreningen Arabiska Kvinnors Kulturcentrum", "Hjortvägen 112 C, lgh 1203", "541 34 Skövde"),
)


def page(tag: str, window: Window, recipient: Recipient) -> Page:
    """Return the only page of a letter to somebody."""
    made = edition("mailout", plan("example"), tag, content("example"))
    form, words = made.form, made.words
    merged = merge(form, recipient, lambda names: words.labels("greeting_named", name=names), window)
    (only,) = lay_out_letter(merged)
    return only


@pytest.mark.parametrize("window", ["right", "left"])
@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("recipient", [ALONE, CROWDED], ids=["alone", "crowded"])
def test_the_window_shows_the_address_alone(tag: str, window: Window, recipient: Recipient) -> None:
    """Every line of the address is inside the window and no other line is, wherever the sheet lies in its envelope."""
    start, end, top, bottom = (each * MM for each in SHOWN[window])
    slid = start - SLIDES * MM, end - SLIDES * MM
    for placed in page(tag, window, recipient).items:
        match placed.item:
            case Line(width, runs) as line:
                left, right = placed.x, placed.x + width
                high = max(run.style.size for run in runs)
                is_address = all(run.mark[0][:1] == (1,) for run in runs)
                if is_address:
                    assert start <= left
                    assert right <= slid[1]
                    assert top <= placed.y - high
                    assert placed.y <= bottom
                else:
                    beside = right <= slid[0] or left >= end
                    above_or_below = placed.y <= top or placed.y - 0.75 * high >= bottom
                    assert beside or above_or_below, line


def test_a_long_address_is_set_smaller() -> None:
    """What does not fit is set smaller; what does not fit even so is refused, and not named."""

    def sizes(recipient: Recipient) -> set[float]:
        lines = [placed.item for placed in page("sv", "right", recipient).items if isinstance(placed.item, Line)]
        return {run.style.size for line in lines for run in line.runs if run.mark[0][:1] == (1,)}

    assert max(sizes(CROWDED)) < max(sizes(ALONE))
    endless = Recipient(2, CROWDED.people, "", "8B", "sv", CROWDED.address * 2)
    with pytest.raises(ProblemsFound) as found:
        page("sv", "right", endless)
    assert "Hjortvägen" not in str(found.value.problems)
