"""Who has read and signed which translation where, and whether it is still that text.

A sign-off is for one place, the domain in which the text was read among its neighbours: the same sentence in another
module is signed there, by whoever has read it there.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from foraldraskolan.document.prose import SignOff
from foraldraskolan.material.markdown import fold
from foraldraskolan.problems import Place, Problem, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.toml_syntax import shown
from foraldraskolan.translation.names import is_name, people, same_person
from foraldraskolan.translation.tables import check_table, toml_values

REVIEW_FILE = "review.toml"
_KINDS: Mapping[str, type] = {"place": str, "by": str, "translator": str, "date": date, "texts": list}
_MAY: Mapping[str, type] = {"typo": bool}
_SIGNATURE = re.compile(r"[0-9a-f]{16}-[0-9a-f]{16}")
_FIRST = date(2000, 1, 1)  # no translation of this material is older
_ZONES = timedelta(days=1)  # somewhere it is tomorrow already

Signed = tuple[str, str]  # a domain and a signature


@record
class Review:
    """The newest sign-off of each text that was signed in a domain, and where it is written."""

    signed: Mapping[Signed, SignOff] = field(default_factory=dict)
    places: Mapping[Signed, Place] = field(default_factory=dict, compare=False)

    def sign_off(self, domain: str, source: str, text: str) -> SignOff | None:
        """Return who signed exactly this translation of exactly this source in a domain."""
        return self.signed.get((domain, signature(source, text))) if self.signed else None


@lru_cache(8192)
def signature(source: str, text: str) -> str:
    """Return what stands for this translation of this source and for no other: a digest of each.

    What no page shows is no part of it: how letters are composed and how much white space parts two words.
    """
    return f"{digest(source)}-{digest(text)}"


def digest(text: str) -> str:
    """Return the 16 hexadecimal digits that stand for a text as it is shown."""
    return hashlib.sha256(fold(normalize("NFC", text)).encode()).hexdigest()[:16]


def sign_off_toml(domain: str, sign_off: SignOff, signatures: Iterable[str]) -> str:
    """Return what to add to a review.toml for these texts of a domain."""
    rows = "".join(f"    {shown(each)},\n" for each in signatures)
    typo = "typo = true\n" if sign_off.typo else ""
    return (
        f"[[signed]]\nplace = {shown(domain)}\nby = {shown(sign_off.by)}\ntranslator = {shown(sign_off.translator)}\n"
        f"date = {sign_off.date.isoformat()}\n{typo}texts = [\n{rows}]\n"
    )


def rename_places(path: Path, names: Mapping[str, str]) -> bool:
    """Give domains their new names in a review.toml, and return whether any was signed; all else stays as written."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    after = before
    for old, new in names.items():
        after = re.sub(rf"(?m)^(\s*place\s*=\s*)([\"']){re.escape(old)}\2", rf"\g<1>{shown(new)}", after)
    if after == before:
        return False
    _write(path, after)
    return True


def add_to_review(path: Path, rows: Iterable[str]) -> None:
    """Add sign-offs, as sign_off_toml writes them, to a review.toml; what stands there stays as it is written.

    Raise ProblemsFound, and leave the file alone, if what stands there cannot be read.
    """
    read_review(path)
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else ""
    _write(path, "\n".join([*([before] if before else ()), *rows]))


def _write(path: Path, text: str) -> None:
    """Write a review.toml; somebody's sign-offs are in the old one, so it is whole until the new one can be read."""
    unfinished = path.with_name(path.name + ".tmp")
    unfinished.write_text(text, encoding="utf-8")
    read_review(unfinished)
    unfinished.replace(path)


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
    signed: dict[Signed, SignOff] = {}
    places: dict[Signed, Place] = {}
    for index, row in enumerate(rows):
        place = Place(path, key=f"signed[{index}]")
        wrong = check_table(row, _KINDS, place, _MAY)
        wrong = wrong or [*wrong_people(row["by"], row["translator"], place), *wrong_date(row["date"], place)]
        wrong += [] if wrong else _wrong_texts(row["texts"], place)
        problems += wrong
        if wrong:
            continue
        sign_off = SignOff(row["by"], row["translator"], row["date"], row.get("typo", False))
        for text in row["texts"]:
            key = row["place"], text
            if key not in signed or signed[key].date <= sign_off.date:
                signed[key], places[key] = sign_off, place
    raise_found(problems)
    return Review(signed, places)


def wrong_name(name: str, place: Place | None) -> list[Problem]:
    """Return what is wrong with the name of somebody who answers for a text: it is nobody's."""
    if is_name(name):
        return []
    what = message("{name} är inget namn.", name=shown(name))
    return [Problem(what, message("Skriv för- och efternamn."), place)]


def wrong_people(by: str, translator: str, place: Place | None) -> list[Problem]:
    """Return what is wrong with who has read and who has translated: nobody, or one and the same."""
    problems = [*wrong_name(by, place), *([] if people(translator) else wrong_name(translator, place))]
    if not problems and same_person(by, translator):
        what = message("{name} kan inte granska sin egen översättning ({translator}).", name=by, translator=translator)
        hint = message("Låt någon annan läsa och skriva under. Är det två personer, så skriv ut båda namnen helt.")
        problems.append(Problem(what, hint, place))
    return problems


def wrong_date(day: date, place: Place | None) -> list[Problem]:
    """Return what is wrong with a day on which a text was read: it is to come, or before there was a text."""
    if day > date.today() + _ZONES:
        return [Problem(message("{date} har inte varit än.", date=day), None, place)]
    if day < _FIRST:
        return [Problem(message("{date} är före allt som finns att granska.", date=day), None, place)]
    return []


def _wrong_texts(texts: list[object], place: Place) -> list[Problem]:
    return [
        Problem(message("{value} är ingen underskrift av en text.", value=text), place=place)
        for text in texts
        if not (isinstance(text, str) and _SIGNATURE.fullmatch(text))
    ]
