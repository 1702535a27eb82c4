"""foraldraskolan presentation|notes|handout|mailout|checklist: one document."""

from pathlib import Path

from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Problem, ProblemsFound, did_you_mean, message


def build_one(session: Session, medium: str, plan_file: Path | None, language: str, output: Path | None) -> None:
    """Make one document of a plan and say where it lies."""
    from foraldraskolan.cli.build import report
    from foraldraskolan.files import write_all
    from foraldraskolan.jobs import Job, Made
    from foraldraskolan.pack import built

    kit = session.kit()
    plan = session.plan(plan_file, kit)
    own = {"presentation": plan.presentation, "notes": plan.notes, "staff": plan.notes}
    tag = language or own.get(medium, plan.families[0])
    if tag not in kit.languages:
        what = message("Språket {tag} finns inte.", tag=tag)
        raise ProblemsFound([Problem(what, did_you_mean(tag, kit.languages))])
    name = "checklist-staff" if medium == "staff" else medium
    usual = f"{name}-{tag}.pdf"
    file = output or Path(usual)
    if file.is_dir():
        file /= usual
    job = Job(medium, tag, file.name)
    made = built(job, plan, kit)
    write_all(file.parent, {file.name: made.data})
    report(session, [Made(job, len(made.data), made.pages, made.trust)], file.parent, kit)
