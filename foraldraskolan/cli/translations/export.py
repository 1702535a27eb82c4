"""foraldraskolan translations export: a sheet for a reviewer who has no program for translations."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.session import Session
from foraldraskolan.cli.translations.reading import foreign_languages, of_domains, read_texts, read_translated
from foraldraskolan.inputs import read_bytes
from foraldraskolan.limits import MOST_BYTES
from foraldraskolan.problems import Place, Problem, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.translation.translations import Translations
    from foraldraskolan.translation.update import Texts


def export_sheet(session: Session, domains: Sequence[str], tag: str, output: Path | None, *, blind: bool) -> None:
    """Write the texts of some parts, or of all, in a language; `blind` without all that is Swedish."""
    from foraldraskolan.make.files import write_all
    from foraldraskolan.translation.glossary import read_glossary
    from foraldraskolan.translation.sheet import counted, items, review_sheet

    (language,) = foreign_languages(session, tag)
    texts = read_texts(session)
    wanted = of_domains(texts, domains)
    translations = read_translated(session, language, texts)
    _expect_up_to_date(session, translations, texts)
    found = items(wanted, translations)
    file = output or Path(f"{'blind' if blind else 'review'}-{language.tag}.xlsx")
    if file.suffix.casefold() != ".xlsx":
        what = message("Bladet skrivs som Excel-arbetsbok.")
        raise_found([Problem(what, message("Ge filen ett namn som slutar på .xlsx."), Place(file))])
    made = review_sheet(found, language, read_glossary(session.project.translations), blind=blind)
    if file.exists() and read_bytes(file, MOST_BYTES) != made:
        what = message("Filen finns redan, och någon kan ha fyllt i den.")
        raise_found([Problem(what, message("Välj ett annat namn med -o, eller flytta filen."), Place(file))])
    write_all(file.absolute().parent, {file.name: made})
    session.tell(counted(found))
    session.console.print(str(file), markup=False)


def _expect_up_to_date(session: Session, translations: "Translations", texts: "Texts") -> None:
    """Raise ProblemsFound if the catalogs are not those of the Swedish texts: what came back would find no place."""
    from foraldraskolan.translation.update import files_behind

    what = message("Filen följer inte den svenska texten som den är nu.")
    hint = message("Kör foraldraskolan translations update.")
    folder, tag = session.project.translations, translations.language.tag
    files = files_behind(folder, tag, translations.catalogs, texts)
    raise_found([Problem(what, hint, Place(file)) for file in files])
