"""E-mail addresses as they stand in a cell, with the names beside them."""

import re
from collections.abc import Iterator, Sequence

from foraldraskolan.class_list.texts.normalised import normalised
from foraldraskolan.record import record

# What mail servers take in practice of RFC 5321: a local part in ASCII, and a domain of labels with a top domain.
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", re.IGNORECASE)
_LONGEST = 254

_TOKEN = re.compile(
    r"""(?P<quoted>"[^"\n]*"|“[^”\n]*”|”[^”\n]*”) | (?P<angled><[^<>\n]*>) | (?P<aside>\([^()\n]*\)) | (?P<end>[;,|\n])
        | (?P<word>(?:[^\s;,|<>()"“”@]+,(?=\S))*[^\s;,|<>()"“”]+) | (?P<half>[<>()"“”])""",
    re.VERBOSE,
)
# From the beginning of a word: anywhere else would be tried in vain for each letter of a long one.
_LAST_FIRST = re.compile(
    r"""(?<![^\s;,|<>()"@]) ([^\s;,|<>()"@]+(?:[ ][^\s;,|<>()"@]+){0,3}),[ ]([^;,|<>()"@\n]+)(?=<)""", re.VERBOSE
)
_BEFORE, _AFTER = "'`´‘’[*", "'`´‘’]*:."  # what stands around an address and is no part of it at its ends
_BETWEEN = {"och", "samt", "eller", "and", "or", "&", "+", "/", "-", "–", "—"}
_DASHES = ("-", "–", "—", ":")
# Words as `normalised` gives them.
_SAYS_NO = {
    "saknas", "saknar", "ingen", "inget", "inga", "ej", "inte", "nej", "no", "none", "not", "null", "nil", "nan", "na",
    "n", "okand", "okant", "unknown", "missing", "avliden", "0", "x",
}  # fmt: skip
# What may stand beside a no, or before an address, and names nobody.
_FILLERS = {
    "e", "post", "epost", "mejl", "mail", "email", "adress", "mejladress", "mailadress", "epostadress", "address",
    "uppgift", "uppgifter", "har", "finns", "angiven", "angivet", "ifylld", "ifyllt", "kand", "kant", "a", "given",
}  # fmt: skip
ROLES = {
    "mamma", "pappa", "mor", "far", "mother", "father", "vardnadshavare", "vh", "vh1", "vh2", "foralder", "malsman",
    "hem", "hemma", "jobb", "arbete", "privat", "familjen", "home", "work",
}  # fmt: skip


@record
class Mailbox:
    """An address that mail can be sent to, and the name that stands beside it, or ""."""

    name: str
    address: str


def mailboxes(cell: str) -> tuple[tuple[Mailbox, ...], int]:
    """Return the mailboxes in a cell in order, each address once, and how many pieces of it are neither one nor a no.

    A mailbox is written as in a letter's head (RFC 5322: `Eva Ek <eva@exempel.se>`), as a bare address or a `mailto:`,
    or with a name before it or brackets after it; several are apart by semicolon, comma, slash, line break, space or
    "och". What says that there is none, as "saknas" or a dash, is no mailbox and no bad piece. Of a piece that is not
    understood to its end nothing serves: what is left of "eva ek@exempel.se" is somebody else's address. A name is
    what somebody wrote, so that it may also be a word such as "mamma".
    """
    found: dict[str, Mailbox] = {}
    bad = 0
    for piece in _pieces(cell):
        read = _read(piece)
        bad += read is None
        for mailbox in read or ():
            known = found.get(mailbox.address.casefold())
            if known is None or (mailbox.name and not known.name):
                found[mailbox.address.casefold()] = mailbox
    return tuple(found.values()), bad


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


@record
class _Token:
    kind: str  # "word" or words in quotes, "angled" or "bare" address, "aside" in brackets, "bad"
    text: str


def _pieces(cell: str) -> list[list[_Token]]:
    """Return the tokens between separators."""
    pieces: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(_LAST_FIRST.sub(r'"\1, \2"', cell)):
        if match.lastgroup == "end":
            pieces.append([])
        else:
            pieces[-1].extend(_tokens(str(match.lastgroup), match[0]))
    return pieces


def _tokens(group: str, text: str) -> Iterator[_Token]:
    inner = text[1:-1].strip()
    match group:
        case "angled":
            yield _address("angled", inner)
        case "aside":
            yield _address("angled", inner) if "@" in inner else _Token("aside", inner)
        case "quoted":
            yield _address("bare", inner) if "@" in inner else _Token("word", inner)
        case "half":
            yield _Token("bad", text)  # what was cut off with its other half may be the address's end
        case _:
            # A slash stands between addresses; within one it is a letter of it, or an "or" that only a reader knows.
            parts = text.split("/")
            for part in parts if "@" not in text or all("@" in each for each in parts) else [text]:
                yield _address("bare", part) if "@" in part else _Token("word", part)


def _address(kind: str, text: str) -> _Token:
    text = text.lstrip(_BEFORE).rstrip(_AFTER)
    if text[:7].casefold() == "mailto:":
        text = text[7:].partition("?")[0]
    return _Token(kind if "/" not in text and is_address(text) else "bad", text)


def _read(piece: Sequence[_Token]) -> list[Mailbox] | None:
    """Return the mailboxes of a piece, or None if there is more in it than them."""
    found: list[Mailbox] = []
    words: list[str] = []  # before the next address
    before = _Token("", "")
    for token in piece:
        match token.kind:
            case "bad":
                return None
            case "word":
                words += [token.text] if token.text else []
            case "aside" if before.kind in ("bare", "angled") and not found[-1].name:
                found[-1] = Mailbox(_name([token.text]), found[-1].address)
            case "aside":
                words.append(f"({token.text})")
            case "angled" if before.kind == "bare":
                # An address for a name, and another one: which is meant is not ours to guess.
                if before.text.casefold() != token.text.casefold():
                    return None
            case _:
                if token.kind == "bare" and not _introduces(words, alone=not found):
                    return None
                found.append(Mailbox(_name(words), token.text))
                words = []
        before = token
    return None if words and not _says_no(words) else found


def _introduces(words: Sequence[str], alone: bool) -> bool:
    """Return whether words before a bare address are surely none of its letters.

    Those between two addresses may belong to either.
    """
    names = [word for word in words if word.casefold() not in _BETWEEN]
    if not names or set(normalised(" ".join(names)).split()) <= ROLES | _FILLERS:
        return True
    whole = len(names) > 1 and all(word[0].isupper() for word in names)
    return alone and (whole or words[-1].endswith(_DASHES))


def _says_no(words: Sequence[str]) -> bool:
    said = set(normalised(" ".join(words)).split())
    return not said or (bool(said & _SAYS_NO) and said <= _SAYS_NO | _FILLERS)


def _name(words: Sequence[str]) -> str:
    """Return a name of words, or "" if they name nobody."""
    while words and words[0].casefold() in _BETWEEN:
        words = words[1:]
    name = " ".join(words).strip(" '`´‘’:.,-–—*")
    return "" if set(normalised(name).split()) <= _SAYS_NO | _FILLERS else name
