"""Who has read and signed which translation, and whether it is still that text."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path

from foraldraskolan.problems import Place, Problem, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.translation.tables import check_table, toml_values

REVIEW_FILE = "review.toml"
_KINDS: Mapping[str, type] = {"by": str, "translator": str, "date": date, "texts": list}
_SIGNATURE = re.compile(r"[0-9a-f]{16}")


@record
class SignOff:
    """A reading: who read, who had translated, and the day."""

    by: str
    translator: str
    date: date


@record
class Review:
    """The newest sign-off of each signed text, by signature."""

    signed: Mapping[str, SignOff] = field(default_factory=dict)

    def sign_off(self, source: str, text: str) -> SignOff | None:
        """Return who signed exactly this translation of exactly this source."""
        return self.signed.get(signature(source, text))


def signature(source: str, text: str) -> str:
    """Return the 16 hexadecimal digits that stand for this translation of this source and for no other."""
    return hashlib.sha256(f"{source}\0{text}".encode()).hexdigest()[:16]


def read_review(path: Path) -> Review:
    """Return the sign-offs in a review.toml, none if there is no file; raise ProblemsFound with all that is wrong."""
    if not path.exists():
        return Review()
    tables = toml_values(path)
    problems = [
        Problem(message("Nyckeln {key} finns inte här.", key=key), place=Place(path))
        for key in tables
        if key != "signed"
    ]
    rows = tables.get("signed", [])
    if not isinstance(rows, list):
        rows = []
        problems.append(Problem(message("Skriv [[signed]] med två hakparenteser."), place=Place(path)))
    signed: dict[str, SignOff] = {}
    for index, row in enumerate(rows):
        place = Place(path, key=f"signed[{index}]")
        wrong = check_table(row, _KINDS, place) or _wrong_people(row, place) + _wrong_texts(row["texts"], place)
        problems += wrong
        if wrong:
            continue
        sign_off = SignOff(row["by"], row["translator"], row["date"])
        for text in row["texts"]:
            if text not in signed or signed[text].date <= sign_off.date:
                signed[text] = sign_off
    raise_found(problems)
    return Review(signed)


def _wrong_people(row: Mapping[str, str], place: Place) -> list[Problem]:
    if _same_name(row["by"], row["translator"]):
        what = message("{name} kan inte granska sin egen översättning.", name=row["by"])
        return [Problem(what, message("Låt någon annan läsa och skriva under."), place)]
    return []


def _same_name(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _wrong_texts(texts: list[object], place: Place) -> list[Problem]:
    return [
        Problem(message("{value} är ingen underskrift av en text.", value=text), place=place)
        for text in texts
        if not (isinstance(text, str) and _SIGNATURE.fullmatch(text))
    ]
