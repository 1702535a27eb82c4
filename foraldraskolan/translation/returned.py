"""A reviewer's sheet that has come back: what it changes, and which rows cannot be taken, with their reasons."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from foraldraskolan.characters import without_controls
from foraldraskolan.language import Language
from foraldraskolan.limits import HEADER_ROWS
from foraldraskolan.problems import Place, Problem, ProblemsFound, message
from foraldraskolan.record import record
from foraldraskolan.spreadsheet.workbook import Row, Sheet, Workbook, column_name
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.checking.grammar import Grammar
from foraldraskolan.translation.checks import Findings
from foraldraskolan.translation.sheet import (
    ANSWERS,
    BACK,
    COMMENT,
    TO_AUTHOR,
    Heading,
    as_a_cell,
    back_of,
    digest,
)
from foraldraskolan.translation.typed import cleaned, not_typed

_KEY = re.compile(r"(?P<tag>[a-z0-9-]+)-(?P<source>[0-9a-f]{12})-(?P<text>[0-9a-f]{12})")
_HEADINGS = {heading.casefold(): heading for heading in Heading}
_NEW_SHEET = message("Gör ett nytt blad med translations export, och för över rättningen dit.")
_SORTED = message("Har bara några av kolumnerna sorterats? Ångra det, eller gör ett nytt blad.")

Check = Callable[[str, Entry], Findings]  # of an entry in the catalog of a domain


@record
class Change:
    """What a row changes: the entry of a catalog before and after, what the checks advise, what the author is told."""

    place: Place
    domain: str
    old: Entry
    new: Entry
    advice: tuple[Problem, ...] = ()
    to_author: str = ""

    @property
    def corrected(self) -> bool:
        """Return whether the translation changes, or an old one holds again."""
        return self.new.text != self.old.text or self.new.stale != self.old.stale


@record
class Returned:
    """What a sheet changes, what is wrong in which rows, what was not read, and how many rows say nothing new."""

    changes: tuple[Change, ...]
    bad: tuple[Problem, ...]
    unread: tuple[Problem, ...]
    unchanged: int


@record
class _Table:
    """A sheet of ours, wherever its head stands: the columns by heading, and the rows below."""

    path: Path
    sheet: Sheet
    columns: Mapping[Heading, int]
    rows: tuple[Row, ...]

    def place(self, row: Row | None = None) -> Place:
        """Return where a row stands, or the sheet."""
        return Place(self.path, row.number if row else None, sheet=self.sheet.name or None)

    def cell(self, row: Row, heading: Heading) -> str:
        """Return what a row says under a heading, "" if there is no such column."""
        return row.cell(self.columns[heading]) if heading in self.columns else ""

    def answers(self, row: Row) -> bool:
        """Tell whether a reviewer may have written something in a row."""
        written = any(self.cell(row, heading) for heading in ANSWERS)
        return written or bool(row.notes) or not row.uncalculated.isdisjoint(self.columns.values())


def known_headings(cells: Sequence[str]) -> int:
    """Return how many cells of a row are headings of ours."""
    return sum(cell.strip().casefold() in _HEADINGS for cell in cells)


def read_returned(
    path: Path, book: Workbook, language: Language, catalogs: Mapping[str, Catalog], grammar: Grammar, check: Check
) -> Returned:
    """Return what a sheet says of a language's translations.

    Rows may be sorted, gone or hidden, and columns and sheets new. Raise ProblemsFound if no sheet is ours, or none is
    of the language.
    """
    tables = [table for sheet in book.sheets for table in _tables(path, sheet)]
    if not tables:
        what = message("Här finns inget granskningsblad: kolumnen {column} saknas.", column=Heading.KEY)
        raise ProblemsFound([Problem(what, message("Gör ett med translations export."), Place(path))])
    _expect_language(path, tables, language)
    unread = [problem for table in tables for problem in _unread(table)]
    reader = _Reader(language, catalogs, grammar, check)
    for table in tables:
        for row in table.rows:
            reader.read(table, row)
    return Returned(tuple(reader.changes.values()), tuple(reader.bad), tuple(unread), reader.unchanged)


def _tables(path: Path, sheet: Sheet) -> Iterator[_Table]:
    for at, row in enumerate(sheet.rows[:HEADER_ROWS]):
        headings = [(_HEADINGS.get(cell.casefold()), column) for column, cell in enumerate(row.cells)]
        columns = {heading: column for heading, column in headings if heading}
        if Heading.KEY not in columns or not columns.keys() & set(ANSWERS):
            continue
        found = [heading for heading, _ in headings if heading]
        if twice := [heading for heading in columns if found.count(heading) > 1]:
            what = message("Kolumnen {column} står två gånger.", column=twice[0])
            raise ProblemsFound([Problem(what, place=Place(path, row.number, sheet=sheet.name or None))])
        yield _Table(path, sheet, columns, sheet.rows[at + 1 :])
        return


def _expect_language(path: Path, tables: Iterable[_Table], language: Language) -> None:
    keys = (_KEY.fullmatch(table.cell(row, Heading.KEY).casefold()) for table in tables for row in table.rows)
    tags = {key["tag"] for key in keys if key}
    if tags and language.tag.casefold() not in tags:
        what = message("Bladet är för språket {found}, inte {tag}.", found=min(tags), tag=language.tag)
        raise ProblemsFound([Problem(what, place=Place(path))])


def _unread(table: _Table) -> Iterator[Problem]:
    """Yield what somebody wrote beside the columns of the sheet: it is told, for nobody will see it otherwise."""
    ours = set(table.columns.values())
    beside = {at for row in table.rows for at, cell in enumerate(row.cells) if cell and at not in ours}
    for column in sorted(beside):
        what = message("Kolumn {column} hör inte till bladet och läses inte.", column=column_name(column))
        yield Problem(what, message("Skriv under Kommentar i stället."), table.place())
    for row in table.rows:
        if not table.cell(row, Heading.KEY) and not table.answers(row) and any(row.cell(at) for at in ours):
            yield Problem(message("Raden hör inte till någon text och läses inte."), place=table.place(row))


class _Reader:
    """Takes in rows one by one."""

    def __init__(self, language: Language, catalogs: Mapping[str, Catalog], grammar: Grammar, check: Check) -> None:
        self.changes: dict[str, Change] = {}
        self.bad: list[Problem] = []
        self.unchanged = 0
        self._language, self._grammar, self._check = language, grammar, check
        self._known = {
            digest(entry.source): (domain, entry)
            for domain, catalog in catalogs.items()
            for entry in catalog.entries.values()
        }
        self._texts = {as_a_cell(entry.text): entry.source for _, entry in self._known.values() if entry.text}

    def read(self, table: _Table, row: Row) -> None:
        """Take in what a row changes, or why it cannot be taken."""
        wrong = self._wrong_place(table, row)
        if wrong is not None:
            self.bad.append(replace(wrong, place=table.place(row)))
            return
        found = _KEY.fullmatch(table.cell(row, Heading.KEY).casefold())
        known = self._known.get(found["source"]) if found else None
        if not table.answers(row) or known is None or found is None:
            self.unchanged += bool(table.cell(row, Heading.KEY))
            return
        domain, entry = known
        typed = self._typed(table, row, entry)
        if isinstance(typed, Problem):
            self.bad.append(replace(typed, place=table.place(row)))
            return
        change = self._change(table, row, domain, entry, typed, found["text"])
        moved_on = digest(entry.text) != found["text"]
        back, corrected = table.cell(row, Heading.BACK), table.cell(row, Heading.CORRECTION)
        lost = moved_on and not corrected and back not in ("", back_of(entry.notes))
        if change.new == entry and not lost:
            self.unchanged += 1
        elif moved_on:
            what = message("Översättningen har ändrats sedan bladet gjordes. Nu står det: {text}", text=entry.text)
            self.bad.append(Problem(what, _NEW_SHEET, change.place))
        else:
            self._keep(change)

    def _wrong_place(self, table: _Table, row: Row) -> Problem | None:
        """Return why it is not certain which text a row is about; none if nobody wrote in it."""
        found = _KEY.fullmatch(table.cell(row, Heading.KEY).casefold())
        known = self._known.get(found["source"]) if found else None
        answered = table.answers(row)
        if found is None or found["tag"] != self._language.tag.casefold():
            what = message("Raden saknar sin nyckel, så det syns inte vilken text den hör till.")
            return Problem(what) if answered else None
        if known is None:
            what = message("Den svenska texten har ändrats sedan bladet gjordes.")
            return Problem(what, _NEW_SHEET) if answered else None
        entry = known[1]
        shown = as_a_cell(table.cell(row, Heading.SWEDISH))
        if answered and Heading.SWEDISH in table.columns and shown != as_a_cell(entry.source):
            what = message("Svenskan på raden är en annan än den som nyckeln står för.")
            return Problem(what, _SORTED)
        shown = digest(table.cell(row, Heading.TEXT))
        if Heading.TEXT in table.columns and shown not in (found["text"], digest(entry.text)):
            what = message("Översättningen på raden är ändrad.")
            return Problem(what, message("Skriv hela den nya texten under Rättning, och låt den gamla stå kvar."))
        return None

    def _typed(self, table: _Table, row: Row, entry: Entry) -> str | Problem:
        """Return the translation that a row asks for, or why it is none."""
        answered = {table.columns[heading] for heading in ANSWERS if heading in table.columns}
        if row.uncalculated & answered:
            return Problem(message("Cellen är en formel utan sparat värde."))
        if row.merged & answered:
            return Problem(message("Cellen är sammanfogad med den ovanför."))
        written = table.cell(row, Heading.CORRECTION)
        if not written:
            return entry.text
        if why := not_typed(written, entry):
            return Problem(why, message("Skriv texten på nytt i cellen, som text."))
        text = cleaned(written, self._grammar)
        return entry.text if as_a_cell(text) == as_a_cell(entry.text) else text

    def _change(self, table: _Table, row: Row, domain: str, entry: Entry, text: str, shown: str) -> Change:
        corrected = bool(table.cell(row, Heading.CORRECTION)) and (text != entry.text or entry.stale)
        comments = [table.cell(row, Heading.COMMENT), *(note for _, note in row.notes)]
        to_author, back = table.cell(row, Heading.TO_AUTHOR), table.cell(row, Heading.BACK)
        notes = list(entry.notes)
        stays = not corrected and shown == digest(entry.text)
        if corrected or (back and stays and back != back_of(notes)):
            # What was translated back from another text would be held against this one.
            notes = [note for note in notes if not note.startswith(BACK)]
            notes += _lines(BACK, back) if stays else []
        new = [*(line for each in comments for line in _lines(COMMENT, each)), *_lines(TO_AUTHOR, to_author)]
        notes += [line for line in dict.fromkeys(new) if line not in notes]
        changed = replace(entry, notes=tuple(notes))
        if corrected:
            changed = replace(changed, text=text, stale=False, previous="")
        place = table.place(row)
        what = message("Tillbakaöversättningen gäller den gamla texten och sparas inte: {text}", text=back)
        advice = (Problem(what, place=place),) if back and corrected else ()
        return Change(place, domain, entry, changed, advice, to_author)

    def _keep(self, change: Change) -> None:
        if change.corrected:
            findings = self._check(change.domain, change.new)
            if findings.errors:
                self.bad += [replace(each, place=change.place) for each in findings.errors]
                return
            advice = (replace(each, place=change.place) for each in findings.advice)
            change = replace(change, advice=(*change.advice, *self._of_another(change), *advice))
        before = self.changes.setdefault(change.old.source, change)
        if before.new != change.new:
            what = message("En annan rad säger något annat om samma text: {place}.", place=before.place)
            self.bad.append(Problem(what, place=change.place))

    def _of_another(self, change: Change) -> Iterator[Problem]:
        """Yield a problem if the correction is another text's translation, as when its column was sorted alone."""
        other = self._texts.get(as_a_cell(change.new.text), change.old.source)
        if other != change.old.source:
            what = message("Rättningen är översättningen av en annan text: {text}", text=other)
            yield Problem(what, _SORTED, change.place)


def _lines(mark: str, text: str) -> list[str]:
    lines = (without_controls(line, "\ufffd").strip() for line in text.split("\n"))
    return [f"{mark} {line}" for line in lines if line]
