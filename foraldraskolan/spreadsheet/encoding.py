"""In which encoding a text was saved, when the file does not say it; a guess is taken only if no other will do."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, iterdecode
from collections import Counter
from operator import mul

from foraldraskolan.record import record

_BOMS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_CHUNK = 65_536  # bytes
# What Windows, a Mac and "CSV (MS-DOS)" write; the same byte is å in one and another letter in the next.
_OLD = ("cp1252", "mac_roman", "cp850")
# What is written in other countries: never the answer, but where it reads as well, nobody can tell.
_FOREIGN = ("cp1250", "cp1254", "iso8859-2", "mac_latin2", "cp437", "cp865")
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_LONGEST_WORD = 100  # bytes
_SWEDISH = "åäöÅÄÖéÉüÜ"
_OF_HEADERS = {
    "vårdnadshavare", "vårdnadshavares", "vårdnadshavaren", "vårdnadshavarens", "förälder", "förälders", "föräldrar",
    "föräldern", "målsman", "språk", "modersmål", "hemspråk", "tolkspråk", "kontaktspråk", "förnamn", "årskurs",
    "född", "födelsedatum", "födelsenummer", "övrigt", "anmärkning", "läsår", "läsåret",
}  # fmt: skip
_USUAL = _SWEDISH + "šžŠŽ"
_BETWEEN = re.compile(r"[’‘”“–—…•\xa0]|(?<=\w)´(?=\w)")  # marks that may stand between letters
_RARE, _ODD_CASE, _NO_LETTER = 1, 3, 5  # what a character costs a guess
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_UTF8 = re.compile("[^\x00-\x7f\udc80-\udcff]")


@record
class Encoding:
    """An encoding, "" if nobody can tell which; `odd` finds the rows in another one, if there are any.

    It looks for them in text that was decoded with the error handler surrogateescape.
    """

    name: str
    odd: re.Pattern[str] | None = None


def encoding_of(data: bytes) -> Encoding:
    """Return the encoding: by the byte order mark, else UTF-16 by its zeros, else UTF-8 if it is, else an old one."""
    for bom, name in _BOMS.items():
        if data.startswith(bom):
            return Encoding(name)
    start = data[:8192]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 10 > len(start) // 2 and min(even, odd) * 10 < max(even, odd):
        return Encoding("utf-16-le" if odd > even else "utf-16-be")
    if _is_utf8(data):
        return Encoding("utf-8")
    sound = data.decode("utf-8", "ignore")
    if sound.isascii():
        return Encoding(_old(data))
    # Some rows are in UTF-8 and some are not: the fewer are the odd ones.
    letters = len(sound) - len(sound.encode("ascii", "ignore"))
    others = len(data) - len(sound.encode())
    return Encoding("utf-8", _NOT_UTF8 if letters >= others else _UTF8)


def _is_utf8(data: bytes) -> bool:
    chunks = (data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK))
    try:
        return all(True for _ in iterdecode(chunks, "utf-8"))
    except UnicodeDecodeError:
        return False


def _old(data: bytes) -> str:
    """Return the old encoding that gives words of a Swedish list, or "" if another one may be meant."""
    words = Counter(word[:_LONGEST_WORD] for word in _WORD.findall(data) if not word.isascii())
    readings = {name: [word.decode(name, "replace") for word in words] for name in (*_OLD, *_FOREIGN)}
    # A word of a header says which it is: no other reading has it too, but those that have all the rest of it alike.
    proven = {name for name, read in readings.items() if any(word.casefold() in _OF_HEADERS for word in read)}
    readings = {name: read for name, read in readings.items() if name in (proven or readings)}
    costs = {name: sum(map(mul, map(_cost, read), words.values())) for name, read in readings.items()}
    best = min((name for name in _OLD if name in readings), key=costs.__getitem__, default="")
    if not best:
        return ""
    least = costs[best]
    swedish = sum(
        count * sum(map(word.count, _SWEDISH)) for word, count in zip(readings[best], words.values(), strict=True)
    )
    clear = all(
        costs[name] >= max(2 * least, least + _ODD_CASE) if name in _OLD else costs[name] > least
        for name, read in readings.items()
        if read != readings[best]  # one that gives the same text is no other
    )
    sound = bool(proven) and all(_cost(word) < _ODD_CASE for word in readings[best])
    return best if clear and (sound or 0 < swedish >= 2 * least) else ""


def _cost(word: str) -> int:
    """Return how unlike a word of a list in Sweden something is, 0 for one that is."""
    parts = _BETWEEN.split(word)
    cost = _RARE * ((parts[0] == "") != (parts[-1] == ""))
    for part in parts:
        letters = sum(map(str.isalpha, part))
        cost += _NO_LETTER * (len(part) - letters)
        cost += _RARE * sum(letter.isalpha() and not letter.isascii() and letter not in _USUAL for letter in part)
        cost += _ODD_CASE * (letters > 1 and not (part.islower() or part.isupper() or part.istitle()))
    return cost
