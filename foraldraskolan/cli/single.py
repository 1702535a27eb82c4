"""foraldraskolan presentation|notes|handout|mailout|checklist: one document."""

from pathlib import Path

from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Problem, ProblemsFound, did_you_mean, message


def build_one(session: Session, medium: str, plan_file: Path | None, language: str, output: Path | None) -> None:
    """Make one document of a plan and say where it lies."""
    from foraldraskolan.build import build
    from foraldraskolan.files import write_all

    kit = session.kit()
    plan = session.plan(plan_file, kit)
    own = {"presentation": plan.presentation, "notes": plan.notes, "staff": plan.notes}
    tag = language or own.get(medium, plan.families[0])
    if tag not in kit.languages:
        what = message("Språket {tag} finns inte.", tag=tag)
        raise ProblemsFound([Problem(what, did_you_mean(tag, kit.languages))])
    made = build(medium, plan, tag, kit)
    name = "checklist-staff" if medium == "staff" else medium
    file = output or Path(f"{name}-{tag}.pdf")
    write_all(file.parent, {file.name: made.data})
    words = message("{file}: {pages} sidor, {size} kB", file=file, pages=made.pages, size=-(-len(made.data) // 1024))
    session.console.print(session.say(words), markup=False)
