"""How the meeting of each plan spends its time, and whether enough of it is left for questions."""

from collections.abc import Iterator
from math import ceil
from pathlib import Path

from foraldraskolan.document.meaning import Document, Section
from foraldraskolan.document.screen import shown
from foraldraskolan.editor.minutes import minutes_of_others, words_said
from foraldraskolan.editor.style import Style
from foraldraskolan.material.agenda import kept_for_questions, with_questions
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Problem, message
from foraldraskolan.record import record

_AROUND = 4  # slides: the title, the agenda, the numbers, the closing


@record
class PlanTimes:
    """How a plan spends its minutes, those of interpreters too.

    Of the `length` of the meeting the modules take `modules`; in those what is written is `said`, and the room answers
    or the speaker tells of their own for `others`. So many `slides` are shown, and `left` is for questions at the end.
    """

    file: Path
    length: int
    modules: int
    said: int
    others: int
    slides: int
    left: int


def plan_times(plan: Plan, meeting: Document, style: Style) -> PlanTimes:
    """Return how a plan's meeting spends its time."""
    turns = plan.meeting.turns
    sections = [block for block in meeting.blocks if isinstance(block, Section)]
    minutes = sum(section.minutes for section in sections)
    words = sum(words_said(section.blocks) for section in sections)
    seen: set[str] = set()
    slides = sum(max(len(shown(section, seen, turns)), 1) for section in sections if not section.welcomes)
    return PlanTimes(
        plan.place.file,
        plan.meeting.minutes,
        minutes,
        ceil(words * turns / style.spoken_words),
        sum(minutes_of_others(section.blocks) for section in sections) * turns,
        slides + _AROUND,
        plan.meeting.minutes - minutes,
    )


def without_questions(plan: Plan, times: PlanTimes) -> Iterator[Problem]:
    """Yield a problem if the modules of a plan leave too little time for questions."""
    kept = kept_for_questions(plan.meeting.minutes)
    if times.left < kept:
        what = message(
            "Modulerna tar {minutes} av mötets {length} minuter; {kept} ska vara kvar till frågor.",
            minutes=times.modules,
            length=times.length,
            kept=kept,
        )
        hint = message(
            "Gör mötet {minutes} minuter långt, eller ta bort en modul.", minutes=with_questions(times.modules)
        )
        yield Problem(what, hint, plan.place)
