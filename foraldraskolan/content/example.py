"""What the example invents: a plan that still says any of it is an example, whoever copied it and changed the rest."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from foraldraskolan.content.collect import collect
from foraldraskolan.content.toml import read_toml
from foraldraskolan.problems import message

EXAMPLE = Path("plans") / "example.toml"
IS_EXAMPLE = message("Det här är ett exempel. Mötet finns inte: dela inte ut något av det.")
Invented = Mapping[str, frozenset[str]]  # by key of a plan: a school, whoever asks parents there, and their number


def read_invented(materials: Path) -> Invented:
    """Return what the example plan of the material invents; nothing if there is none, or it cannot be read."""
    # A broken plan is told by whoever reads it to make something of it.
    file = collect([], lambda: read_toml(materials / EXAMPLE))
    values = file.root.values if file is not None else {}
    contacts = values.get("contacts")
    listed = [each for each in contacts if isinstance(each, dict)] if isinstance(contacts, list) else []
    return {
        "place": _said([values.get("place")]),
        "host": _said([values.get("host")]),
        "contacts": _said(each.get(key) for each in listed for key in ("name", "phone")),
    }


def still_invented(place: str, host: str, contacts: Iterable[tuple[str, str]], invented: Invented) -> tuple[str, ...]:
    """Return the keys of a plan under which something invented stands; a contact is its name and its number."""
    texts = {"place": [place], "host": [host], "contacts": [text for contact in contacts for text in contact]}
    return tuple(key for key, said in texts.items() if _said(said) & invented.get(key, frozenset()))


def _said(values: Iterable[object]) -> frozenset[str]:
    return frozenset(_without_looks(values))


def _without_looks(values: Iterable[object]) -> Iterator[str]:
    """Yield the texts among some values as they are the same however they are written: letters and digits, small."""
    for value in values:
        plain = "".join(filter(str.isalnum, value)).casefold() if isinstance(value, str) else ""
        if plain:
            yield plain
