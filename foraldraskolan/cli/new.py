"""foraldraskolan new: asks about the meeting and writes its plan."""

import datetime
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.prompt import Prompt

from foraldraskolan.cli.answers import NO, YES
from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.content.library import Library
    from foraldraskolan.content.plan import Plan

_QUESTIONS: Mapping[str, Message] = {
    "title": message("Vad heter mötet?"),
    "audience": message("För vem: parents, pupils eller staff?"),
    "date": message("Vilken dag (år-månad-dag)?"),
    "start": message("När börjar det (timmar:minuter)?"),
    "minutes": message("Hur många minuter är mötet?"),
    "place": message("Var är mötet?"),
    "host": message("Vem bjuder in?"),
    "interpreted": message("Tolkas mötet (ja eller nej)?"),
    "modules": message("Vilka delar, med komma emellan? Tomt svar: programmet väljer"),
    "presentation": message("Språket på bilderna?"),
    "notes": message("Språket i talarstödet?"),
    "families": message("Familjernas språk, med komma emellan?"),
    "copies": message("Antal papper per språk, som ar=6,so=4? Tomt svar: vet inte"),
    "contact": message("En lokal kontakt: namn, nummer, tider? Tomt svar: ingen"),
}
_THURSDAY = 3
_TIME = ("start", "minutes", "modules")  # what is asked again when the meeting has too much in it


def new_plan(session: Session, file: Path, given: Mapping[str, str | None], *, force: bool) -> None:
    """Write a plan from the options, asking on a terminal for the rest; raise ProblemsFound for what is wrong."""
    from foraldraskolan.content.library import read_library
    from foraldraskolan.content.plan_file import plan_text
    from foraldraskolan.files import write_all

    if file.exists() and not force:
        what = message("{file} finns redan.", file=file)
        raise ProblemsFound([Problem(what, message("Välj ett annat namn, eller lägg till --force."))])
    library = read_library(session.project.materials)
    defaults = _defaults(session)
    if sys.stdin.isatty():
        plan = _asked(session, library, given, defaults)
    else:
        missing = [name for name in ("title", "place", "host") if not given.get(name)]
        raise_found([Problem(message("--{option} saknas.", option=name)) for name in missing])
        plan = _plan(session, library, {**defaults, **_present(given)})
        _expect_time(plan, library)
    write_all(file.parent, {file.name: plan_text(plan).encode("utf-8")})
    session.console.print(session.say(message("Planen ligger i {file}.", file=file)), markup=False)
    session.console.print(session.say(message("Gör materialet: foraldraskolan build {file}", file=file)), markup=False)


def _present(given: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in given.items() if value is not None}


def _defaults(session: Session) -> dict[str, str]:
    from foraldraskolan.translation.languages import read_languages

    today = datetime.date.today()
    day = today + datetime.timedelta((_THURSDAY - today.weekday()) % 7 or 7)
    return {
        "title": session.say(message("Föräldramöte")),
        "audience": "parents",
        "date": day.isoformat(),
        "start": "18:00",
        "minutes": "60",
        "place": "",
        "host": "",
        "interpreted": session.say(message("nej")),
        "modules": "",
        "presentation": "sv",
        "notes": "sv",
        "families": ",".join(read_languages(session.project.translations)),
        "copies": "",
        "contact": "",
    }


def _asked(
    session: Session, library: "Library", given: Mapping[str, str | None], defaults: Mapping[str, str]
) -> "Plan":
    """Ask for every answer that no option gives; ask again, with the reason, until each is right and all fit."""
    answers = _present(given)
    # What is not answered yet is filled with something harmless, so that each answer is judged by itself.
    harmless = {**defaults, "title": "–", "place": "–", "host": "–"}
    for name in _QUESTIONS:
        if name not in answers:
            answers[name] = _ask(session, name, defaults[name])
        while wrong := [each for each in _wrong(session, library, {**harmless, **answers}) if _key(each) == name]:
            _tell(session, wrong)
            answers[name] = _ask(session, name, defaults[name])
    while True:
        try:
            plan = _plan(session, library, answers)
            _expect_time(plan, library)
            return plan
        except ProblemsFound as found:
            _tell(session, found.problems)
        answers |= {name: _ask(session, name, answers[name] if name != "modules" else "") for name in _TIME}


def _wrong(session: Session, library: "Library", answers: Mapping[str, str]) -> Sequence[Problem]:
    try:
        _plan(session, library, answers)
    except ProblemsFound as found:
        return found.problems
    return ()


def _tell(session: Session, problems: Sequence[Problem]) -> None:
    # The question stands right above: no need to say where.
    list_problems([Problem(each.message, each.hint) for each in problems], session.catalog)


def _expect_time(plan: "Plan", library: "Library") -> None:
    """Raise ProblemsFound if the modules do not fit: a plan that is written can be built."""
    from foraldraskolan.content.agenda import agenda

    try:
        agenda(plan, library)
    except ProblemsFound as found:
        raise ProblemsFound([_of_option(problem) for problem in found.problems]) from None


def _ask(session: Session, name: str, default: str) -> str:
    question = session.say(_QUESTIONS[name])
    answer = Prompt.ask(question, default=default or None, show_default=bool(default))
    return (answer or "").strip()


def _key(problem: Problem) -> str:
    """Return the question that a problem belongs to."""
    if problem.place is None:
        return ""
    key = problem.place.key or str(problem.place.file).removeprefix("--")
    first, _, rest = key.partition(".")
    name = rest if first == "languages" else first
    return {"contacts": "contact"}.get(name.partition("[")[0], name.partition("[")[0])


def _plan(session: Session, library: "Library", answers: Mapping[str, str]) -> "Plan":
    """Return the plan of these answers, read as a plan file is; raise ProblemsFound with the key of each wrong one."""
    import tempfile

    from foraldraskolan.content.plan import read_plan
    from foraldraskolan.translation.languages import read_languages

    languages = read_languages(session.project.translations)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.toml"
        file.write_text(_toml(answers), encoding="utf-8")
        try:
            plan = read_plan(file, library, languages)
        except ProblemsFound as found:
            # The file is ours and gone in a moment: only the key says something to the user.
            raise ProblemsFound([_of_option(problem) for problem in found.problems]) from None
    return plan


def _of_option(problem: Problem) -> Problem:
    key = _key(problem)
    if key == "interpreted":
        problem = Problem(message("Svara ja eller nej."))
    return Problem(problem.message, problem.hint, Place(Path(f"--{key}" if key else "plan")))


def _toml(answers: Mapping[str, str]) -> str:
    """Return the answers as a plan file; an answer that is no number or date is written as text, and refused there."""
    import json

    def text(name: str) -> str:
        return json.dumps(answers[name], ensure_ascii=False)

    def parts(name: str) -> list[str]:
        return [part.strip() for part in answers[name].split(",") if part.strip()]

    start = answers["start"].replace(".", ":")
    start = start + ":00" if start.count(":") == 1 else start
    lines = [f"{name} = {text(name)}" for name in ("title", "audience", "place", "host")]
    lines.append(f"date = {_bare(answers['date'], datetime.date.fromisoformat)}")
    lines.append(f"start = {_bare(start, datetime.time.fromisoformat)}")
    lines.append(f"minutes = {_bare(answers['minutes'], int)}")
    word = answers["interpreted"].lower()
    lines.append(f"interpreted = {'true' if word in YES else 'false' if word in NO else text('interpreted')}")
    if parts("modules"):
        lines.append(f"modules = {json.dumps(parts('modules'), ensure_ascii=False)}")
    lines += ["[languages]", f"presentation = {text('presentation')}", f"notes = {text('notes')}"]
    lines += [f"families = {json.dumps(parts('families'), ensure_ascii=False)}", "bilingual = false", "[copies]"]
    for copy in parts("copies"):
        tag, _, count = copy.partition("=")
        lines.append(f"{json.dumps(tag.strip())} = {_bare(count.strip(), int)}")
    contact = parts("contact")
    if contact:
        keys = ("name", "phone", "hours")
        named = zip(keys, (*contact[:2], ", ".join(contact[2:])), strict=False)
        lines += [
            "[[contacts]]",
            *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in named if value),
        ]
    return "\n".join(lines) + "\n"


def _bare(value: str, kind: object) -> str:
    import json

    try:
        kind(value)  # type: ignore[operator]  # int, or fromisoformat of a date or a time
    except ValueError:
        return json.dumps(value, ensure_ascii=False)
    return value
