"""foraldraskolan build: the whole pack."""

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.progress import progressing
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.cli.trust import tell_mostly_swedish, trusted
from foraldraskolan.problems import Place, Problem, ProblemsFound, message

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from foraldraskolan.document.meeting import Meeting
    from foraldraskolan.make.conductor import Made
    from foraldraskolan.make.document import Content

_OF_FILES = (".pdf", ".html", ".txt", ".eml", ".docx", ".odt", ".pptx", ".zip")


def build_pack(
    session: Session,
    plan_file: Path | None,
    output: Path | None,
    wanted: "Collection[str]",
    *,
    require_reviewed: bool,
) -> None:
    """Make every file of a plan's pack, with a progress bar on a terminal, and say what was made."""
    from foraldraskolan.make.pack import make_pack, pack_orders

    content, plan = session.order(plan_file)
    folder = folder_for(plan.meeting, output)
    with progressing(session, message("Gör materialet"), len(pack_orders(plan, wanted))) as progress:
        pack = make_pack(plan, content, folder, session.catalog, progress, reviewed=require_reviewed, wanted=wanted)
    report(session, pack.made, folder, content)
    tell_kept(session, pack.kept, folder)
    if session.console.is_terminal:
        session.tell(message("{count} filer i {folder}", count=len(pack.made) + 1, folder=folder))


def report(session: Session, made: "Sequence[Made]", folder: Path, content: "Content") -> None:
    """Say what was made, one row a file; in a pipe with its whole path."""
    heads = (message("Fil"), message("Språk"), message("Sidor"), message("kB"), message("Översättning"))
    whole = not session.console.is_terminal
    rows = [
        (
            folder / each.order.file if whole else each.order.file,
            ", ".join(content.languages[tag].swedish for tag in each.order.languages),
            each.pages or "–",
            -(-len(each.data) // 1024),
            trusted(session, each.trust),
        )
        for each in made
    ]
    print_table(session, heads, rows)
    papers = ((content.languages[each.order.language], each.order.file, each.trust) for each in made)
    tell_mostly_swedish(session, papers)


def tell_kept(session: Session, kept: "Sequence[str]", folder: Path) -> None:
    """Say on standard error which files of an earlier order are still there, because somebody changed them."""
    hint = message("Ta bort den om den inte ska delas ut.")
    what = message("Filen görs inte längre, men är kvar: den är ändrad sedan mappen gjordes.")
    list_problems([Problem(what, hint, Place(folder / name)) for name in kept], session.catalog)


def folder_for(meeting: "Meeting", output: Path | None, ending: str = "") -> Path:
    """Return the folder that is asked for, or else one called by its meeting; raise ProblemsFound if it is a file's."""
    if output is None:
        return Path(f"{meeting.date:%Y-%m-%d}-{slug(meeting.title)}{ending}")
    if output.suffix.lower() in _OF_FILES:
        what = message("Här görs flera filer, men {output} heter som en fil.", output=output)
        raise ProblemsFound([Problem(what, message("Skriv en mapp efter -o, till exempel {name}.", name=output.stem))])
    return output


def slug(title: str) -> str:
    """Return a title as a folder's name: letters, digits and hyphens, no accents."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "mote"
