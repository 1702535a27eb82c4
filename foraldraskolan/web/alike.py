"""What the page in HTML and plain text decide alike: links, sites."""

from collections.abc import Iterable

from foraldraskolan.document.form import Note

_SCHEMES = ("https://", "mailto:", "tel:")


def is_linked(url: str) -> bool:
    """Tell whether a letter links to an address: one that is safe to follow, or a number to call."""
    return url.startswith(_SCHEMES)


def sites(notes: Iterable[Note]) -> dict[str, str]:
    """Return the sites that sources stand on, as people say them, with the address of the first source on each."""
    found: dict[str, str] = {}
    for note in notes:
        found.setdefault(note.site, note.url)
    return found
