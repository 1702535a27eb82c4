"""Names of people: whether two of them, however they are spelt, may be one person's."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import permutations

_ADDRESS = re.compile(r"<([^<>]*)>|\(([^()]*)\)")
_MANY = 4  # words of a name that may be written as one, in any order
_BETWEEN = ";"  # stands between the names of several people
# Letters that Unicode does not take apart, and those that are written as two where they are missing.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "œ": "oe", "æ": "ae"})
_ALIKE = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ph", "f"), ("w", "v"), ("ck", "k"), ("c", "k"), ("z", "s"))
# Letters that keyboards of Arabic, Persian, Urdu and Kurdish have each their own of, and those written for one another.
_ARABIC = str.maketrans({**dict.fromkeys("ةہھەۀۃ", "ه"), **dict.fromkeys("ىیېےێئ", "ي"), "ک": "ك", "ٱ": "ا", "ء": ""})
# How the three vowels of Arabic are written in Latin letters: Mohammed is Muhammad.
_VOWELS = (("ou", "u"), ("o", "u"), ("e", "a"))
_DOUBLE = re.compile(r"(.)\1+")
_NOBODY = {"", "full name", "automatically generated", "unknown", "okand", "none", "nobody", "ingen", "x", "n a"}


def is_name(name: str) -> bool:
    """Tell whether this is somebody's name: at least two letters, and not what programs write for nobody."""
    return len("".join(_words(name))) > 1 and " ".join(_written(name)) not in _NOBODY


def people(names: str) -> list[str]:
    """Return the names of several people, as `joined` wrote them."""
    return [name.strip() for name in names.split(_BETWEEN) if is_name(name)]


def joined(names: Iterable[str]) -> str:
    """Return several names as one text, each once."""
    return f"{_BETWEEN} ".join(dict.fromkeys(names))


def named(header: str) -> str:
    """Return the name in a header such as `Asha Nur <asha@example.org>`, its address where that is all, "" for none."""
    address = _ADDRESS.search(header)
    name = " ".join(_ADDRESS.sub(" ", header).split())
    found = name or ((address[1] or address[2] or "") if address else "")
    return found if is_name(found) else ""


def same_person(one: str, other: str) -> bool:
    """Tell whether two names may be one person's; of several people, whether any of them may be.

    Case, accents, spaces, doubled letters, the order of names and initials tell nobody apart, and who is called by one
    name may be anybody of that name: it is better to ask for a whole name than to believe that two people have read.
    Nothing is told of a name in one script and a name in another.
    """
    return any(_alike(_words(each), _words(its)) for each in one.split(_BETWEEN) for its in other.split(_BETWEEN))


def _alike(one: list[str], other: list[str]) -> bool:
    fewer, more = sorted((one, other), key=len)
    if not fewer:
        return False
    if len(more) <= _MANY and _squeezed("".join(fewer)) in map(_run_together, permutations(more)):
        return True  # AshaNur
    if len(fewer) == 1 and 1 < len(fewer[0]) <= len(more) and set(fewer[0]) == {word[0] for word in more}:
        return True  # AN
    return _each_has_its_own(fewer, more)


def _each_has_its_own(fewer: list[str], more: list[str]) -> bool:
    """Tell whether every word of a name is another word of the longer one, or its initial."""
    if not fewer:
        return True
    first, *others = fewer
    return any(
        (first == word or (min(len(first), len(word)) == 1 and first[0] == word[0]))
        and _each_has_its_own(others, more[:index] + more[index + 1 :])
        for index, word in enumerate(more)
    )


def _words(name: str) -> list[str]:
    return [_sounded(word) for word in _written(name)]


def _written(name: str) -> list[str]:
    """Return the words of a name in small letters without accents, without what stands in brackets."""
    bare = _ADDRESS.sub(" ", name) if re.search(r"\w", _ADDRESS.sub(" ", name)) else name
    letters = unicodedata.normalize("NFKD", bare).casefold().translate(_LETTERS | _ARABIC)
    shown = "".join(each for each in letters if unicodedata.category(each) not in ("Mn", "Cf", "Lm"))
    return re.findall(r"[^\W\d_]+", shown.replace("\u2019", "").replace("'", ""))


def _sounded(word: str) -> str:
    for written, heard in (*_ALIKE, *_VOWELS):
        word = word.replace(written, heard)
    return _squeezed(word)


def _run_together(words: Iterable[str]) -> str:
    return _squeezed("".join(words))


def _squeezed(word: str) -> str:
    return _DOUBLE.sub(r"\1", word)
