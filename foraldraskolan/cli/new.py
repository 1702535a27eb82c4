"""foraldraskolan new: asks about the meeting and writes its plan."""

import datetime
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.prompt import Prompt

from foraldraskolan.cli.answers import NO, YES
from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.material.library import Library
    from foraldraskolan.material.plan import Plan

_QUESTIONS: Mapping[str, Message] = {
    "title": message("Vad heter mötet?"),
    "audience": message("För vem: parents, pupils eller staff?"),
    "date": message("Vilken dag (år-månad-dag)?"),
    "start": message("När börjar det (timmar:minuter)?"),
    "minutes": message("Hur många minuter är mötet?"),
    "place": message("Var är mötet?"),
    "host": message("Vem bjuder in?"),
    "interpreted": message("Tolkas mötet: ja, nej, eller språken i tur och ordning, som ar,so?"),
    "modules": message("Vilka delar, med komma emellan? Tomt svar: programmet väljer"),
    "presentation": message("Språket på bilderna?"),
    "notes": message("Språket i talarstödet?"),
    "families": message("Familjernas språk, med komma emellan?"),
    "copies": message("Antal papper per språk, som ar=6,so=4? Tomt svar: vet inte"),
    "contact": message("En lokal kontakt: namn, nummer, tider? Tomt svar: ingen"),
}
_PAST = message("Dagen har redan varit. Stämmer det?")
_THURSDAY = 3
_TIME = ("start", "minutes", "modules")  # what is asked again when the meeting has too much in it


def new_plan(session: Session, file: Path, given: Mapping[str, str | None], *, force: bool) -> None:
    """Write a plan from the options, asking on a terminal for the rest; raise ProblemsFound for what is wrong.

    Of what is `given`, None is no answer, and what is no question's is none either.
    """
    from foraldraskolan.make.files import write_all
    from foraldraskolan.material.library import read_library
    from foraldraskolan.material.plan_file import plan_text

    if file.exists() and not force:
        what = message("{file} finns redan.", file=file)
        raise ProblemsFound([Problem(what, message("Välj ett annat namn, eller lägg till --force."))])
    library = read_library(session.project.materials)
    defaults = _defaults(session)
    if sys.stdin is not None and sys.stdin.isatty():
        plan = _asked(session, library, given, defaults)
    else:
        missing = [name for name in ("title", "place", "host") if not given.get(name)]
        raise_found([Problem(message("--{option} saknas.", option=name)) for name in missing])
        plan = _plan(session, library, {**defaults, **_present(given)})
        _expect_time(plan, library)
        if plan.meeting.date < datetime.date.today():
            list_problems([Problem(message("Dagen har redan varit."), place=Place(Path("--date")))], session.catalog)
    write_all(file.parent, {file.name: plan_text(plan).encode("utf-8")})
    session.tell(message("Planen ligger i {file}.", file=file))
    session.tell(message("Gör materialet: foraldraskolan build {file}", file=file))


def _present(given: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name in _QUESTIONS if (value := given.get(name)) is not None}


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
            answers[name] = _answer(session, _QUESTIONS[name], defaults[name])
        while wrong := [each for each in _wrong(session, library, {**harmless, **answers}) if _key(each) == name]:
            _tell(session, wrong)
            answers[name] = _answer(session, _QUESTIONS[name], defaults[name])
    while True:
        try:
            plan = _plan(session, library, answers)
            _expect_time(plan, library)
        except ProblemsFound as found:
            wrong_answers = {_key(each) for each in found.problems} & _QUESTIONS.keys()
            if not wrong_answers:
                raise  # no answer would mend it
            _tell(session, found.problems)
            again = _TIME if wrong_answers & {*_TIME} else tuple(wrong_answers)
        else:
            if plan.meeting.date >= datetime.date.today() or _agreed(session, _PAST):
                return plan
            again = ("date",)
        answers |= {
            name: _answer(session, _QUESTIONS[name], answers[name] if name != "modules" else "") for name in again
        }


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
    from foraldraskolan.material.agenda import agenda

    try:
        agenda(plan, library)
    except ProblemsFound as found:
        raise ProblemsFound([_of_option(problem) for problem in found.problems]) from None


def _agreed(session: Session, question: Message) -> bool:
    """Ask until the answer is yes or no."""
    while True:
        word = _answer(session, question, session.say(message("nej"))).lower()
        if word in (*YES, *NO):
            return word in YES


def _answer(session: Session, question: Message, default: str) -> str:
    try:
        answer = Prompt.ask(session.say(question), default=default or None, show_default=bool(default))
    except EOFError:
        what = message("Svaren tog slut innan planen var klar. Inget är skrivet.")
        raise ProblemsFound(
            [Problem(what, message("Svara på alla frågor, eller ge svaren som --title och så vidare."))]
        ) from None
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
    from foraldraskolan.material.plan import plan_of
    from foraldraskolan.material.toml import TomlFile
    from foraldraskolan.translation.languages import read_languages

    languages = read_languages(session.project.translations)
    try:
        return plan_of(TomlFile(_values(answers), Path("plan.toml")), library, languages)
    except ProblemsFound as found:
        # There is no file yet: only the key says something to the user.
        raise ProblemsFound([_of_option(problem) for problem in found.problems]) from None


def _of_option(problem: Problem) -> Problem:
    key = _key(problem)
    if key == "interpreted":
        problem = Problem(problem.message, message("Svara ja, nej eller språken i tur och ordning, som ar,so."))
    return Problem(problem.message, problem.hint, Place(Path(f"--{key}" if key else "plan")))


def _values(answers: Mapping[str, str]) -> dict[str, object]:
    """Return the answers as the values of a plan file; what is no number or date stays text, and is refused as such."""

    def parts(name: str) -> list[str]:
        return [part.strip() for part in answers[name].split(",") if part.strip()]

    values: dict[str, object] = {name: answers[name] for name in ("title", "audience", "place", "host")}
    values["date"] = _read(answers["date"], datetime.date.fromisoformat)
    values["start"] = _read(answers["start"].replace(".", ":"), _clock)
    values["minutes"] = _read(answers["minutes"], int)
    word = answers["interpreted"].lower()
    values["interpreted"] = True if word in YES else False if word in NO else parts("interpreted")
    if parts("modules"):
        values["modules"] = parts("modules")
    values["languages"] = {
        "presentation": answers["presentation"],
        "notes": answers["notes"],
        "families": parts("families"),
    }
    values["copies"] = _copies(parts("copies"))
    contact = parts("contact")
    if contact:
        named = {"name": contact[0], "phone": ", ".join(contact[1:2]), "hours": ", ".join(contact[2:])}
        values["contacts"] = [{key: value for key, value in named.items() if value}]
    return values


def _copies(parts: Sequence[str]) -> object:
    counts = [(tag.strip(), count.strip()) for tag, _, count in (part.partition("=") for part in parts)]
    copies = {tag: _read(count, int) for tag, count in counts}
    # Two numbers for one language: which is meant, only the user knows.
    return copies if len(copies) == len(counts) else ", ".join(parts)


def _clock(written: str) -> datetime.time:
    return datetime.datetime.strptime(written, "%H:%M:%S" if written.count(":") > 1 else "%H:%M").time()


def _read(value: str, kind: Callable[[str], object]) -> object:
    try:
        return kind(value)
    except ValueError:
        return value
