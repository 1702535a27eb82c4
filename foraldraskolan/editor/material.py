"""All that is wrong with the material and its plans, at once: what cannot be read hides only what depends on it."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from foraldraskolan.document.meaning import Document
from foraldraskolan.editor.completeness import unfinished
from foraldraskolan.editor.minutes import unkept_minutes
from foraldraskolan.editor.plan_times import PlanTimes, plan_times, without_questions
from foraldraskolan.editor.reading_time import slow_handouts
from foraldraskolan.editor.repeats import repeated_sentences
from foraldraskolan.editor.rules import edited, unused_modules
from foraldraskolan.editor.slides import repeated_titles, too_many_slides
from foraldraskolan.editor.sources import ill_sourced
from foraldraskolan.editor.spelling import misspelled, swedish_texts
from foraldraskolan.editor.style import Style, read_style
from foraldraskolan.editor.terms import long_explanations, unsourced_explanations
from foraldraskolan.language import Language
from foraldraskolan.material.assemble import assemble, assemble_staff
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.plan import Plan, read_plan
from foraldraskolan.problems import Problem, collect
from foraldraskolan.record import record


@record
class Checked:
    """The library and the style, None for what cannot be read; all that is wrong; how plans spend their time."""

    library: Library | None
    style: Style | None
    problems: list[Problem]
    times: tuple[PlanTimes, ...] = ()


def check_material(
    materials: Path,
    languages: Mapping[str, Language] | None,
    own: Iterable[Path] = (),
    knowing: Callable[[Plan, Library], Plan] = lambda plan, _: plan,
) -> Checked:
    """Return what is found in a material and its plans, and `own` plans; without languages no plan can be read.

    `knowing` returns a plan that knows what is translated.
    """
    problems: list[Problem] = []
    library = collect(problems, lambda: read_library(materials))
    style = collect(problems, lambda: read_style(materials))
    if library is None:
        return Checked(None, style, problems)
    ready = sorted((materials / "plans").glob("*.toml"))
    more = [file for file in own if file.resolve() not in {each.resolve() for each in ready}]
    files = [*ready, *more] if languages is not None else []
    meetings: list[tuple[Plan, Document]] = []
    for file in files:
        plan = collect(problems, partial(read_plan, file, library, languages or {}))
        plan = knowing(plan, library) if plan is not None else None
        meeting = collect(problems, partial(assemble, plan, library)) if plan is not None else None
        if plan is not None and meeting is not None:
            meetings.append((plan, meeting))
    if style is None:
        return Checked(library, None, problems)
    times = tuple(plan_times(plan, meeting, style) for plan, meeting in meetings)
    problems += edited(library, style)
    problems += ill_sourced(library)
    problems += [*long_explanations(library, style), *unsourced_explanations(library)]
    problems += misspelled(swedish_texts(library), style)
    problems += repeated_sentences(library, style)
    problems += unfinished(library, style)
    problems += slow_handouts(meetings, style)
    for (plan, _), spent in zip(meetings, times, strict=True):
        problems += without_questions(plan, spent)
    for module in library.modules.values():
        problems += unkept_minutes(module, style)
        problems += too_many_slides(module)
    problems += repeated_titles(meeting for _, meeting in meetings)
    if len(meetings) == len(files):
        packs = [paper for plan, meeting in meetings for paper in (meeting, assemble_staff(plan, library))]
        problems += unused_modules(library, packs)
    return Checked(library, style, problems, times)
