"""What of a list gets no letter or message of its own, though nothing is wrong with it, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from foraldraskolan.class_list.rows import RowId, written
from foraldraskolan.problems import Message, message


class Why(StrEnum):
    """Why a row is no recipient of its own, or an e-mail address of it is not used."""

    HEADER = "header"
    NOTE = "note"
    GUARDIAN = "guardian"
    REMARK = "remark"
    EMAIL_WRONG = "e-mail-wrong"
    EMAIL_OF_PUPIL = "e-mail-of-pupil"
    EMAIL_OF_WHOM = "e-mail-of-whom"

    def told(self, rows: Iterable[RowId]) -> Message:
        """Return what is said of rows that this is so of."""
        where = written(rows)
        match self:
            case Why.HEADER:
                return message("Rad {rows} är rubrikerna en gång till, och får inget brev.", rows=where)
            case Why.NOTE:
                return message("Rad {rows} är en rubrik eller en sidfot, och får inget brev.", rows=where)
            case Why.GUARDIAN:
                return message(
                    "Rad {rows} är en vårdnadshavare till eleven ovanför, och läses ihop med den.", rows=where
                )
            case Why.REMARK:
                return message("Rad {rows} säger mer om eleven ovanför, och läses ihop med den.", rows=where)
            case Why.EMAIL_WRONG:
                return message(
                    "E-post på rad {rows} är fel skriven och används inte. Brevet på papper görs.", rows=where
                )
            case Why.EMAIL_OF_PUPIL:
                return message("E-post på rad {rows} är elevens egen och används inte.", rows=where)
            case Why.EMAIL_OF_WHOM:
                return message(
                    "E-post på rad {rows} används inte: det går inte att säga vems den är. "
                    "Skriv den i en kolumn som E-post 1 eller E-post 2.",
                    rows=where,
                )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no recipient of its own, or has an e-mail address that is not used, and why."""

    row: RowId
    why: Why
