"""foraldraskolan presentation|notes|handout|mailout|checklist: one document."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from foraldraskolan.cli.session import Session
from foraldraskolan.language import Language
from foraldraskolan.problems import Problem, ProblemsFound, did_you_mean, message


def build_one(session: Session, medium: str, plan_file: Path | None, language: str, output: Path | None) -> None:
    """Make one document of a plan and say where it lies; raise ProblemsFound for a file of another kind."""
    from foraldraskolan.cli.build import report
    from foraldraskolan.make.files import write_all
    from foraldraskolan.make.jobs import Job, Made
    from foraldraskolan.make.pack import built

    if output is not None and not output.is_dir():
        _expect_ending(output, medium)
    content, plan = session.order(plan_file)
    own = {"presentation": plan.presentation, "notes": plan.notes, "staff": plan.notes}
    tag = language or own.get(medium, plan.families[0])
    expect_language(tag, content.languages)
    name = "checklist-staff" if medium == "staff" else medium
    usual = f"{name}-{tag}.pdf"
    file = output or Path(usual)
    if file.is_dir():
        file /= usual
    job = Job(medium, tag, file.name)
    made = built(job, plan, content)
    write_all(file.parent, {file.name: made.data})
    report(session, [Made(job, len(made.data), made.pages, made.trust)], file.parent, content)


def expect_language(tag: str, languages: Mapping[str, Language]) -> None:
    """Raise ProblemsFound if there is no such language; who writes its name is told its tag."""
    if tag in languages:
        return
    names = {name.casefold(): each for each in languages.values() for name in (each.tag, each.swedish, each.native)}
    near = get_close_matches(tag.casefold(), names, n=1)
    hint = did_you_mean(tag, languages)
    if near:
        meant = names[near[0]]
        hint = message("Menade du {tag} ({language})?", tag=meant.tag, language=meant.swedish)
    raise ProblemsFound([Problem(message("Språket {tag} finns inte.", tag=tag), hint)])


def _expect_ending(file: Path, medium: str) -> None:
    from foraldraskolan.make.jobs import endings

    if file.suffix not in endings(medium):
        what = message("{file} ska sluta på {endings}.", file=file, endings=", ".join(endings(medium)))
        raise ProblemsFound(
            [Problem(what, message("Skriv {name}, eller en mapp som finns.", name=file.with_suffix(".pdf")))]
        )
