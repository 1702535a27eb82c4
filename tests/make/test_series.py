"""The weekly series: a lesson a week, numbered, in every language, with a calendar for whoever sends them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

from foraldraskolan.make.series import lessons, sending_calendar, series_orders
from foraldraskolan.material.agenda import modules_with_lesson
from foraldraskolan.material.weekly import Weekly
from tests.support.calendars import events
from tests.support.letters import Sent, letter, series, weekly
from tests.support.orders import content, plan
from tests.support.samples import told

SERIES = weekly("example")
KIT = content("example")


def test_every_lesson_has_its_number_and_day() -> None:
    """The lessons are those of the plan's modules, in its order, counted from 1, on the days that it says."""
    made = series("example")
    assert [each.module for each in made] == list(SERIES.modules or ())
    assert [(each.number, each.count) for each in made] == [(number, len(made)) for number in range(1, len(made) + 1)]
    assert made[0].day == date(2026, 12, 3)
    assert all(one.day < after.day for one, after in pairwise(made))
    assert not {each.day for each in made} & {date(2026, 12, 24), date(2026, 12, 31)}
    wanted = series_orders(SERIES, made)
    assert all({order.language for order in wanted if order.lesson == each} == set(SERIES.families) for each in made)


def test_a_lesson_is_the_modules_own_text() -> None:
    """A letter has the module's title as its subject, its number, the number to call, whom to ask, and the sources."""
    swedish = letter(Sent("example", "help", "sv"))
    assert swedish.subject == "Exempel: Här får du hjälp"
    opening = "svenska\nHär får du hjälp\nBrev 15 av 15\nExempel: mötet finns inte. Dela inte ut.\n\n"
    assert swedish.text.startswith(f"{opening}Hej! Den här veckan handlar det om hjälp.\n\n")
    ending = (
        "Har du frågor? Kontakta Elevhälsan, Exempelskolan.\n\n"
        "Elevhälsan, Exempelskolan: 0500-12 34 56\nvardagar 8–16\n\n"
        "Uppgifterna jämfördes med källorna 23 november 2026.\ngovernment.se · can.se · socialtstod.stockholm\n"
    )
    assert swedish.text.endswith(ending)
    assert "tel:112" in swedish.html and "tel:1177" in swedish.html


def test_a_translated_lesson_says_how_far_it_can_be_trusted() -> None:
    """A draft says so in the reader's language, the Swedish text needs no such line."""
    swedish, english, arabic = (letter(Sent("example", "help", tag)).text for tag in ("sv", "en", "ar"))
    assert "Ingen har granskat" not in swedish
    assert "No one has reviewed it yet." in english
    assert "لم يراجعها أي شخص بعد." in arabic


def test_a_source_stands_once() -> None:
    """Each site is named once in a letter, and no mark of a source is left in it."""
    for lesson in series("example"):
        for tag in SERIES.families:
            text = letter(Sent("example", lesson.module, tag)).text
            named = text.rstrip("\n").split("\n")[-1].split(" · ")
            assert len(named) == len(set(named))
            assert not set("⁰¹²³⁴⁵⁶⁷⁸⁹") & set(text)


def test_a_module_without_a_lesson_is_left_out_and_named() -> None:
    """What has nothing to send is a notice, with its file and what to write, and the rest is counted without it."""
    order = replace(plan("stress"), modules=("short", "hard"))
    material = content("stress")
    kept, notices = modules_with_lesson(order, material.library)
    assert [module.id for module in kept] == ["hard"]
    assert [told(notice) for notice in notices] == ["Modulen short har inget kort brev och är inte med i serien."]
    assert notices[0].place == material.library.modules["short"].place and notices[0].hint
    assert [(each.number, each.count) for each in lessons(order, material.library)] == [(1, 1)]


def test_without_modules_the_series_is_the_meetings() -> None:
    """A plan that leaves the modules to the program sends the lessons of those that fit the meeting."""
    kept, _ = modules_with_lesson(replace(SERIES, modules=None), KIT.library)
    assert kept and all("parents" in module.audience for module in kept)


def test_the_calendar_is_the_senders() -> None:
    """Every lesson is a day in Swedish; an id stays when the day moves, and is another plan's or module's never."""
    made = series("example")
    data = sending_calendar(SERIES, made, KIT)
    days = events(data)
    assert [each.day for each in days] == [each.day for each in made]
    assert days[-1].summary == "Exempel: Skicka brev 15 av 15: Här får du hjälp"
    assert {each.stamp for each in days} == {datetime(2026, 12, 3, tzinfo=UTC)}
    moved = replace(SERIES, weekly=Weekly(date(2027, 1, 7)), families=("sv",))
    later = events(sending_calendar(moved, lessons(moved, KIT.library), KIT))
    assert [each.uid for each in later] == [each.uid for each in days]
    other = replace(SERIES, meeting=replace(SERIES.meeting, title="7A"))
    others = events(sending_calendar(other, made, KIT))
    assert len({each.uid for each in (*days, *others)}) == 2 * len(made)


def test_the_moment_that_is_asked_for() -> None:
    """SOURCE_DATE_EPOCH dates the calendar where it is given."""
    asked = replace(KIT, made=datetime(2026, 1, 1, tzinfo=UTC))
    data = sending_calendar(SERIES, series("example"), asked)
    assert data.count(b"DTSTAMP:20260101T000000Z") == len(series("example"))
