"""The weekly series: plan -> a short lesson as a letter for every week, and a calendar for whoever sends them."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.walk import plain
from foraldraskolan.make.calendar import Reminder, calendar
from foraldraskolan.make.conductor import Folder, Progress, make_folder
from foraldraskolan.make.document import Content
from foraldraskolan.make.forms import endings
from foraldraskolan.make.orders import Lesson, Order
from foraldraskolan.material.agenda import modules_with_lesson
from foraldraskolan.material.library import Library
from foraldraskolan.material.plan import Plan
from foraldraskolan.material.weekly import sending_days

CALENDAR = "calendar.ics"


def lessons(plan: Plan, library: Library) -> list[Lesson]:
    """Return the lessons of a plan; a module without one is left out, and modules_with_lesson says which."""
    modules, _ = modules_with_lesson(plan, library)
    days = sending_days(plan.weekly, plan.meeting.date, len(modules))
    numbered = enumerate(zip(modules, days, strict=True), start=1)
    return [Lesson(number, len(modules), day, module.id) for number, (module, day) in numbered]


def series_orders(plan: Plan, series: Sequence[Lesson]) -> list[Order]:
    """Return an order for each lesson in every language of the families, as a draft and to paste."""
    return [
        Order("lesson", tag, f"{lesson.folder}/{lesson.module}-{tag}{form}", lesson=lesson)
        for lesson in series
        for tag in plan.families
        for form in endings("lesson")
    ]


def make_series(plan: Plan, content: Content, folder: Path, progress: Progress = lambda _: None) -> Folder:
    """Make a series and its calendar in a folder, in place of an earlier series of the meeting.

    Raises ProblemsFound with the problems of all letters.
    """
    series = lessons(plan, content.library)
    dates = {CALENDAR: sending_calendar(plan, series, content)}
    return make_folder("series", series_orders(plan, series), plan, content, folder, lambda _: dates, progress)


def sending_calendar(plan: Plan, series: Sequence[Lesson], content: Content) -> bytes:
    """Return the days on which the lessons go out as an iCalendar file for the sender, in Swedish."""
    meeting = plan.meeting
    reminders: list[Reminder] = []
    for each in series:
        # A letter keeps its id when its day is moved, and a calendar that has it moves it too.
        id = uuid5(NAMESPACE_URL, f"{meeting.title}/{meeting.host}/{meeting.date}/{each.module}")
        title = plain(content.library.modules[each.module].title.inlines)
        what = f"Skicka brev {each.number} av {each.count}: {title}"
        what = LABELS["example_titled"].replace("{title}", what) if meeting.example else what
        reminders.append(Reminder(str(id), each.day, what))
    return calendar(reminders, content.made or datetime.combine(meeting.date, time(), UTC))
