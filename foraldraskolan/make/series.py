"""The weekly series: plan -> a short lesson as a letter for every week, and a calendar for whoever sends them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.walk import plain
from foraldraskolan.make.calendar import Reminder, calendar
from foraldraskolan.make.document import Content, arranged_by
from foraldraskolan.make.letters import FORMS, Letter, letter
from foraldraskolan.make.renewal import Purpose, renew
from foraldraskolan.material.assemble import assemble_lesson
from foraldraskolan.material.plan import Plan
from foraldraskolan.material.weekly import sending_days
from foraldraskolan.material.with_lessons import with_lessons
from foraldraskolan.media import lesson


@dataclass(frozen=True, slots=True)
class Lesson:
    """One letter of a series of `count`, numbered from 1: when it goes out, and what it says by language."""

    number: int
    count: int
    day: date
    module: str
    letters: Mapping[str, Letter]

    @property
    def folder(self) -> str:
        """Return the name of the folder that the lesson's files lie in: its number and its day."""
        return f"{self.number:02d}-{self.day.isoformat()}"


def lessons(plan: Plan, content: Content) -> list[Lesson]:
    """Return the weekly letters in every language of the families; raise ProblemsFound with all that stops them.

    A module without a short lesson is left out; content.series says which.
    """
    modules, _ = with_lessons(plan, content.library)
    count = len(modules)
    days = sending_days(plan.weekly, plan.meeting.date, count)
    made: list[Lesson] = []
    for number, (module, day) in enumerate(zip(modules, days, strict=True), start=1):
        source = assemble_lesson(plan, content.library, module.id)
        arrange = partial(lesson.arrange, number=number, count=count)
        letters: dict[str, Letter] = {}
        for tag in plan.families:
            document, _, trust = arranged_by(arrange, source, tag, content)
            letters[tag] = letter(document, trust)
        made.append(Lesson(number, count, day, module.id, letters))
    return made


def lesson_files(plan: Plan, series: Sequence[Lesson], content: Content) -> dict[str, bytes]:
    """Return the lessons in every language, as drafts and to paste, and the calendar, by their names."""
    files = {"calendar.ics": sending_calendar(plan, series, content)}
    for each in series:
        for tag, said in each.letters.items():
            name = f"{each.folder}/{each.module}-{tag}"
            files |= {f"{name}{ending}": form(said) for ending, form in FORMS.items()}
    return files


def write_series(plan: Plan, series: Sequence[Lesson], content: Content, folder: Path) -> tuple[str, ...]:
    """Write the files of a series in a folder, in place of an earlier series of the meeting.

    Return the names of those that stay because they were changed since; raise ProblemsFound as `renewal.renew` does.
    """
    return renew(folder, lesson_files(plan, series, content), Purpose.of("series", plan.meeting))


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
