"""All that is wrong with the material and its plans, at once: what cannot be read hides only what depends on it."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

from foraldraskolan.document.meaning import Document
from foraldraskolan.editor.ages import asked, too_old
from foraldraskolan.editor.completeness import unfinished
from foraldraskolan.editor.minutes import unkept_minutes
from foraldraskolan.editor.reading_time import slow_handouts
from foraldraskolan.editor.rules import edited, unused_modules
from foraldraskolan.editor.slides import repeated_titles, too_many_slides
from foraldraskolan.editor.sources import ill_sourced
from foraldraskolan.editor.spelling import misspelled, swedish_texts
from foraldraskolan.editor.style import read_style
from foraldraskolan.language import Language
from foraldraskolan.material.assemble import assemble, assemble_staff
from foraldraskolan.material.freshness import grown_old
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.problems import Message, Problem, collect
from foraldraskolan.record import record


@record
class Checked:
    """The library, None if it cannot be read, what is wrong with it, what is too old, and what somebody must ask."""

    library: Library | None
    problems: list[Problem]
    old: list[Problem]
    asked: list[Message]


def check_material(materials: Path, languages: Mapping[str, Language] | None, day: date) -> Checked:
    """Return a material with all that is wrong; its age is judged at `day`, and without languages no plan is read."""
    problems: list[Problem] = []
    library = collect(problems, lambda: read_library(materials))
    style = collect(problems, lambda: read_style(materials))
    if library is None:
        return Checked(None, problems, [], [])
    files = sorted((materials / "plans").glob("*.toml")) if languages is not None else []
    meetings: list[tuple[Plan, Document]] = []
    for file in files:
        plan = collect(problems, partial(read_plan, file, library, languages or {}))
        meeting = collect(problems, partial(assemble, plan, library)) if plan is not None else None
        if plan is not None and meeting is not None:
            meetings.append((plan, meeting))
    old, ask = grown_old(library, day), list[Message]()
    if style is not None:
        old += too_old(library, style, day)
        ask += asked(library, style, day)
        problems += edited(library, style)
        problems += ill_sourced(library)
        problems += misspelled(swedish_texts(library), style)
        problems += unfinished(library, style)
        problems += slow_handouts(meetings, style)
        for module in library.modules.values():
            problems += unkept_minutes(module, style)
            problems += too_many_slides(module)
        problems += repeated_titles(meeting for _, meeting in meetings)
        if len(meetings) == len(files):
            packs = [paper for plan, meeting in meetings for paper in (meeting, assemble_staff(plan, library))]
            problems += unused_modules(library, packs)
    return Checked(library, problems, old, ask)
