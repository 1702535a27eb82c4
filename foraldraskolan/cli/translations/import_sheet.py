"""foraldraskolan translations import: what a reviewer wrote in a sheet, into the catalogs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems, printable
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.translations.asking import agreed
from foraldraskolan.cli.translations.diff import marked
from foraldraskolan.cli.translations.reading import foreign_languages, read_texts
from foraldraskolan.problems import Problem, ProblemsFound, message

if TYPE_CHECKING:
    from foraldraskolan.translation.catalog import Catalog, Entry
    from foraldraskolan.translation.returned import Change


def import_sheet(session: Session, file: Path, tag: str, *, yes: bool, skip_bad: bool) -> None:
    """Show what a sheet changes, ask, and write it; nothing is written if a row is wrong, unless those are skipped."""
    from foraldraskolan.spreadsheet.formats import read_workbook
    from foraldraskolan.translation.checked import checker
    from foraldraskolan.translation.checking.grammar import Grammar, read_grammars
    from foraldraskolan.translation.returned import known_headings, read_returned
    from foraldraskolan.translation.translations import read_catalogs

    (language,) = foreign_languages(session, tag)
    folder = session.project.translations
    catalogs = read_catalogs(folder, language.tag)
    check = checker(folder, language, catalogs, read_texts(session))
    grammar = read_grammars(folder).get(language.tag, Grammar())
    returned = read_returned(file, read_workbook(file, known_headings), language, catalogs, grammar, check)
    list_problems(returned.unread, session.catalog)
    list_problems([problem for change in returned.changes for problem in change.advice], session.catalog)
    list_problems(returned.bad, session.catalog)
    if returned.bad and not skip_bad:
        rows = {each.place and (each.place.sheet, each.place.line) for each in returned.bad}
        what = message("{count} rader i bladet är fel. Inget är skrivet.", count=len(rows))
        hint = message("Rätta bladet, eller lägg till --skip-bad: då hoppas raderna över.")
        raise ProblemsFound([Problem(what, hint)])
    for change in returned.changes:
        _show(session, change)
    session.tell(
        message(
            "{texts} texter ändras, {noted} får anteckningar, {unchanged} rader säger inget nytt.",
            texts=sum(each.corrected for each in returned.changes),
            noted=sum(not each.corrected for each in returned.changes),
            unchanged=returned.unchanged,
        )
    )
    if not returned.changes:
        return
    if not yes and not agreed(session, message("Ska det föras in? Skriv ja eller nej")):
        session.tell(message("Inget är skrivet."))
        return
    for each in _write(folder, catalogs, returned.changes):
        session.console.print(str(each), markup=False)
    session.tell(message("Det som är ändrat är utkast tills någon annan har läst och skrivit under det."))


def _show(session: Session, change: "Change") -> None:
    """Show what a row changes, word by word."""
    from rich.text import Text

    from foraldraskolan.translation.wording import runs

    console = session.console
    where = printable(f"{change.domain}.po, {change.place.line}: {change.old.source}")
    console.print(Text(where, style="bold"), soft_wrap=False)
    if change.corrected:
        console.print(Text("  ").append_text(marked(runs(change.old.text, change.new.text))), soft_wrap=False)
    for note in change.new.notes:
        if note not in change.old.notes:
            console.print(Text(f"  # {printable(note)}"), soft_wrap=False)
    if change.to_author:
        session.tell(
            message("Till den som skrev {file}: {text}", file=", ".join(change.old.files), text=change.to_author)
        )


def _write(folder: Path, catalogs: "Mapping[str, Catalog]", changes: "Iterable[Change]") -> list[Path]:
    """Write the catalogs that change, all or none, and return their files."""
    from foraldraskolan.make.files import write_all
    from foraldraskolan.translation.po import po_bytes

    changed: dict[str, dict[str, Entry]] = {}
    for each in changes:
        changed.setdefault(each.domain, {})[each.old.source] = each.new
    files: dict[str, bytes] = {}
    for domain, entries in changed.items():
        catalog = replace(catalogs[domain], entries={**catalogs[domain].entries, **entries})
        files[catalog.file.relative_to(folder).as_posix()] = po_bytes(catalog)
    write_all(folder, files)
    return [folder / name for name in files]
