"""E-mail addresses as they stand in a cell."""

import re

_BETWEEN = re.compile(r"[;,\s]+")
# What mail servers take in practice of RFC 5321: a local part in ASCII, and a domain of labels with a top domain.
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.IGNORECASE)
_LONGEST = 254


def addresses(cell: str) -> tuple[str, ...]:
    """Return the addresses in a cell; several are apart by semicolon, comma, space or line break."""
    return tuple(each for each in _BETWEEN.split(cell) if each.strip("-–—"))


def is_address(text: str) -> bool:
    """Return whether a text is an address that mail can be sent to; the domain may be in any script (IDNA)."""
    local, at, domain = text.rpartition("@")
    if not at or len(text) > _LONGEST or len(local) > 64 or not _LOCAL.fullmatch(local):
        return False
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    return _DOMAIN.fullmatch(ascii_domain) is not None
