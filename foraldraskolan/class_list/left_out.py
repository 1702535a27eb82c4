"""What of a list gets no letter or message of its own, though nothing is wrong with it, and why."""

from collections.abc import Iterable
from enum import Enum

from foraldraskolan.class_list.rows import RowId, rows_text
from foraldraskolan.problems import Message, message
from foraldraskolan.record import record


class Why(Enum):
    """Why a row is no recipient of its own, or an e-mail address of it is not used; each message lacks its {rows}."""

    HEADER = message("Rad {rows} är rubrikerna en gång till, och får inget brev.")
    NOTE = message("Rad {rows} är en rubrik eller en sidfot, och får inget brev.")
    GUARDIAN = message("Rad {rows} är en vårdnadshavare till eleven ovanför, och läses ihop med den.")
    REMARK = message("Rad {rows} säger mer om eleven ovanför, och läses ihop med den.")
    EMAIL_WRONG = message("E-post på rad {rows} är fel skriven och används inte. Brevet på papper görs.")
    EMAIL_OF_PUPIL = message("E-post på rad {rows} är elevens egen och används inte.")
    EMAIL_OF_WHOM = message(
        "E-post på rad {rows} används inte: det går inte att säga vems den är. "
        "Skriv den i en kolumn som E-post 1 eller E-post 2."
    )

    def about(self, rows: Iterable[RowId]) -> Message:
        """Return what is said of rows that this is so of."""
        return self.value.having(rows=rows_text(rows))


@record
class LeftOut:
    """A row that is no recipient of its own, or has an e-mail address that is not used, and why."""

    row: RowId
    why: Why
