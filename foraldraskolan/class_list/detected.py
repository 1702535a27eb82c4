"""How a class list was understood, for its owner to see: its columns, and what of it gets no letter."""

from collections.abc import Iterator
from dataclasses import field

from foraldraskolan.class_list.children import ChildRows, ClassList
from foraldraskolan.class_list.columns import PROTECTION, WHEREABOUTS, Column, Kind
from foraldraskolan.class_list.left_out import LeftOut, Why
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.class_list.texts.languages import LanguageReader
from foraldraskolan.class_list.texts.marks import may_be_shown
from foraldraskolan.problems import Message, message
from foraldraskolan.record import record

_PREVIEWED = 5


@record
class DetectedSheet:
    """How a sheet was understood: where its header stands, what each column holds, the first rows.

    The preview holds rows and the cells of `columns`; nothing that tells where people live is in it if that is
    protected, or may be, and no row that is wrong.
    """

    name: str
    header_row: int
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]
    hidden_rows: int
    preview: tuple[tuple[RowId, tuple[str, ...]], ...] = field(repr=False)


@record
class Detected:
    """How the file was understood.

    Row numbers are Excel's. `encoding` and `delimiter` are "" but for text files. `unread` names the sheets that are no
    lists, or were not chosen. `protected` counts the households that are, by what says so: a column's title or an
    option. `left_out` are the rows below a header that get no letter of their own, and the e-mail that is not used.
    """

    format: str
    encoding: str
    delimiter: str
    sheets: tuple[DetectedSheet, ...]
    unread: tuple[str, ...]
    protected: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]

    @property
    def gets_nothing(self) -> Iterator[Message]:
        """Yield what of the list gets no letter or message though nothing is wrong with it, and why."""
        if self.unread:
            yield message("Blad som inte läses: {names}.", names=", ".join(self.unread))
        if hidden := sum(sheet.hidden_rows for sheet in self.sheets):
            yield message("Dolda rader får inga brev: {count}. Ta bort filtret om de ska med.", count=hidden)
        rows: dict[Why, list[RowId]] = {}
        for left_out in self.left_out:
            rows.setdefault(left_out.why, []).append(left_out.row)
        yield from (why.about(own) for why, own in rows.items())

    @property
    def without_address(self) -> Message | None:
        """Return how many families get their letter without address and class, and what says so; None if none does."""
        if not self.protected:
            return None
        count = sum(count for _, count in self.protected)
        by = ", ".join(f"{' '.join(by.split())} ({count})" for by, count in self.protected)  # a title may be in lines
        return message("Skyddade familjer får brev utan adress och klass: {count}. Det säger {by}.", count=count, by=by)


def detected_sheet(
    class_list: ClassList, able: list[ChildRows], withheld: frozenset[RowId], languages: LanguageReader
) -> DetectedSheet:
    """Return how a sheet was understood, with the first of the children who get letters."""
    header = class_list.header
    hidden = sum(row.hidden for row in header.rows_below)
    preview = tuple(
        (child.at, tuple(_previewed(child, child.at in withheld, languages))) for child in able[:_PREVIEWED]
    )
    return DetectedSheet(header.sheet.name, header.row.number, header.columns, header.ignored, hidden, preview)


def _previewed(child: ChildRows, withheld: bool, languages: LanguageReader) -> Iterator[str]:
    """Yield the cells of a child's first row: of what is protected only that it is, and never a number of the child."""
    for column in child.header.columns:
        text = child.rows[0].cell(column.index)
        if column.kind in PROTECTION:
            yield text if may_be_shown(text) else "…"
        elif column.kind is Kind.LANGUAGE and withheld:
            yield text if isinstance(languages.understand(text), str) else ""
        else:
            yield "" if column.kind in (WHEREABOUTS if withheld else (Kind.IDENTITY,)) else text
