"""Whether every word of the material is Swedish: one of a dictionary's, or of those that style.toml lists.

The dictionary is hunspell-sv, which Hunspell reads: it knows the forms of a word, and words that are made of others.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import files
from itertools import pairwise
from pathlib import Path
from sys import getfilesystemencoding

from foraldraskolan.document.prose import Prose
from foraldraskolan.editor.passages import article_passages, record_passages
from foraldraskolan.editor.readability import FIELD, readable, words
from foraldraskolan.editor.style import Style
from foraldraskolan.material.library import Library
from foraldraskolan.problems import Place, Problem, message

_ALPHABET = str.maketrans("åäö", "{|}")  # behind z, in the order of the Swedish alphabet


def swedish_texts(library: Library) -> Iterator[Prose]:
    """Yield every Swedish text of the material, names among them."""
    for article in (*library.modules.values(), *library.letters.values()):
        yield from (passage.prose for passage in article_passages(article))
    for records in record_passages(library):
        yield from (passage.prose for passages in records for passage in passages)
    for contact in library.contacts.values():
        yield from (name for name in (contact.name, contact.short) if name is not None)


def misspelled(texts: Iterable[Prose], style: Style) -> list[Problem]:
    """Return a problem for each word that is listed nowhere, where it stands, and what is wrong with our own list."""
    try:
        knows = _dictionary()
    except ImportError:
        hint = message("Installera programmet igen, så följer den med: pip install .")
        return [Problem(message("Ordlistan för svenska saknas, så ingen stavning är kontrollerad."), hint)]
    places: dict[str, list[Place | None]] = {}
    for text in texts:
        for word in dict.fromkeys(filter(_is_spelled, words(readable(text.inlines)))):
            places.setdefault(word, []).append(text.place)
    needed: set[str] = set()
    problems: list[Problem] = []
    for word in (each for each in places if not knows(each) and each not in style.abbreviations):
        if listed := style.vocabulary.listed(word):
            needed.add(listed)
            continue
        what = message("Ordet {word} står inte i någon ordlista.", word=word)
        hint = message("Är det rätt stavat, så skriv det bland words i style.toml.")
        problems += (Problem(what, hint, place) for place in places[word])
    return [*problems, *_wrong_list(style, needed)]


def _wrong_list(style: Style, needed: set[str]) -> Iterator[Problem]:
    """Yield a problem for each listed word that no text needs, and if the list is not in the order of the alphabet."""
    listed = style.vocabulary.words
    for word in listed:
        if word not in needed:
            what = message(
                "Ordet {word} behöver inte listas: ingen text har det, eller så kan ordlistan det.", word=word
            )
            yield Problem(what, message("Ta bort det ur words i style.toml."), style.vocabulary.place)
    for word, after in pairwise(listed):
        if alphabetical(word) > alphabetical(after):
            what = message("Ordet {word} står inte i bokstavsordning bland words.", word=after)
            yield Problem(what, message("Skriv det före {word}.", word=word), style.vocabulary.place)


def alphabetical(word: str) -> str:
    """Return what sorts words as a Swedish dictionary does."""
    return word.casefold().translate(_ALPHABET)


def _is_spelled(word: str) -> bool:
    return word != FIELD and not word[0].isdecimal()


@cache
def _dictionary() -> Callable[[str], bool]:
    """Return what says whether a word is Swedish; raise ImportError without Hunspell or the dictionary."""
    from hunspell import Hunspell  # only `check` reads with it

    path = next(Path(each.locate()) for each in files("hunspell-sv") or () if each.name == "sv_SE.aff")
    spell: Callable[[str], bool] = Hunspell(
        path.stem, hunspell_data_dir=str(path.parent), system_encoding=getfilesystemencoding()
    ).spell
    return spell
