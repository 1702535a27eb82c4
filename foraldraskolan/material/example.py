"""What the example invents: a plan that still says any of it is an example, whoever copied it and changed the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from foraldraskolan.material.phone import phone_value
from foraldraskolan.material.toml import read_toml
from foraldraskolan.problems import collect, message
from foraldraskolan.project import EXAMPLE
from foraldraskolan.record import record

IS_EXAMPLE = message("Det här är ett exempel. Mötet finns inte: dela inte ut något av det.")


@record
class Invented:
    """What the example makes up, by key of a plan, and the school's name: what place and host have in common.

    Who writes another room at that school, or another sender there, has still not said where the meeting is.
    """

    texts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    school: frozenset[str] = frozenset()


def read_invented(materials: Path) -> Invented:
    """Return what the example plan of the material invents; nothing if there is none, or it cannot be read."""
    # A broken plan is told by whoever reads it to make something of it.
    file = collect([], lambda: read_toml(materials / EXAMPLE))
    values = file.root.values if file is not None else {}
    place, host, school, link, contacts = (values.get(key) for key in ("place", "host", "school", "link", "contacts"))
    name = school.get("name") if isinstance(school, dict) else None
    listed = [each for each in contacts if isinstance(each, dict)] if isinstance(contacts, list) else []
    said = [(each.get("name"), each.get("phone")) for each in listed]
    return Invented(_texts(place, host, name, link, said), _parts(place) & _parts(host))


def still_invented(
    place: str, host: str, school: str, link: str, contacts: Iterable[tuple[str, str]], invented: Invented
) -> tuple[str, ...]:
    """Return the keys of a plan under which something invented stands; a contact is its name and its number."""
    texts = _texts(place, host, school, link, contacts)
    return tuple(
        key
        for key, said in texts.items()
        if said & invented.texts.get(key, frozenset()) or any(name in text for name in invented.school for text in said)
    )


def _texts(
    place: object, host: object, school: object, link: object, contacts: Iterable[tuple[object, object]]
) -> dict[str, frozenset[str]]:
    called = [text for name, phone in contacts for text in (_plain(name), _dialled(phone))]
    said = {
        "place": [_plain(place)],
        "host": [_plain(host)],
        "school": [_plain(school)],
        "link": [_plain(link)],
        "contacts": called,
    }
    return {key: frozenset(filter(None, texts)) for key, texts in said.items()}


def _parts(text: object) -> frozenset[str]:
    """Return what stands between the commas of a text."""
    return frozenset(filter(None, map(_plain, text.split(",")))) if isinstance(text, str) else frozenset()


def _plain(text: object) -> str:
    """Return a text as it is the same however it is written: letters and digits, small; "" for what is no text."""
    return "".join(filter(str.isalnum, text)).casefold() if isinstance(text, str) else ""


def _dialled(phone: object) -> str:
    """Return what a number dials, however it is written."""
    return phone_value(phone).url if isinstance(phone, str) else ""
