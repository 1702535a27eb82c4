"""foraldraskolan build: the whole pack."""

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Problem, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.build import Kit
    from foraldraskolan.content.plan import Plan
    from foraldraskolan.pack import Made


def build_pack(session: Session, plan_file: Path | None, output: Path | None, *, require_reviewed: bool) -> None:
    """Make every file of a plan's pack, with a progress bar on a terminal, and say what was made."""
    from foraldraskolan.pack import jobs, make_pack

    kit = session.kit()
    plan = session.plan(plan_file, kit)
    if require_reviewed:
        _expect_reviewed(plan, kit)
    folder = output or Path(f"{plan.meeting.date:%Y-%m-%d}-{_slug(plan.meeting.title)}")
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(session.say(message("Gör materialet")), total=len(jobs(plan)))
        made = make_pack(plan, kit, folder, session.catalog, lambda _: progress.advance(task))
    _report(session, made, kit)
    session.console.print(
        session.say(message("{count} filer i {folder}", count=len(made) + 1, folder=folder)), markup=False
    )


def _expect_reviewed(plan: "Plan", kit: "Kit") -> None:
    from foraldraskolan.build import translated
    from foraldraskolan.pack import jobs

    problems: list[Problem] = []
    for job in jobs(plan):
        _, _, trust = translated(job.medium, plan, job.language, kit)
        if trust.least not in ("source", "reviewed"):
            count = sum(trust.states.values()) - trust.states.get("reviewed", 0)
            what = message("{file}: {count} texter är inte granskade.", file=job.file, count=count)
            problems.append(Problem(what, message("Bygg utan --require-reviewed, eller be någon granska.")))
    raise_found(problems)


def _report(session: Session, made: "list[Made]", kit: "Kit") -> None:
    from foraldraskolan.contents import trust_in_words

    headings = (message("Fil"), message("Språk"), message("Sidor"), message("kB"), message("Översättning"))
    table = Table(*(session.say(heading) for heading in headings), box=None, pad_edge=False)
    for each in made:
        language = kit.languages[each.job.language]
        trust = " ".join(session.say(words) for words in trust_in_words(each.trust)) or "–"
        table.add_row(each.job.file, language.swedish, str(each.pages), str(-(-each.size // 1024)), trust)
    session.console.print(table)


def _slug(title: str) -> str:
    """Return a title as a folder's name: letters, digits and hyphens, no accents."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "mote"
