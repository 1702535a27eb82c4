"""The letters and digits of a translation."""

import unicodedata
from collections.abc import Iterator

from foraldraskolan.characters import direction_marks
from foraldraskolan.language import SOURCE, script_of
from foraldraskolan.problems import Message, message
from foraldraskolan.scripts import SCRIPTS, letter_script
from foraldraskolan.translation.checking.alphabet import alphabet
from foraldraskolan.translation.checking.pair import Pair, words

_FORMS = ("<initial>", "<medial>", "<final>", "<isolated>")
_ALIKE = frozenset({"Latn", "Cyrl", "Grek", "Armn"})  # scripts with letters that look the same


def digits(pair: Pair) -> Iterator[Message]:
    """Find digits other than 0–9, which nobody can dial or compare with the source."""
    for character in dict.fromkeys(pair.text):
        if character.isdecimal() and not character.isascii():
            yield message("Skriv siffran {digit} med 0–9.", digit=character)


def controls(pair: Pair) -> Iterator[Message]:
    """Find hidden characters that change the direction of what follows; zero width non-joiner is a letter's form."""
    for name in direction_marks(pair.text):
        yield message("Här står ett osynligt tecken: {name}.", name=name)


def presentation_forms(pair: Pair) -> Iterator[Message]:
    """Find letters stored as shapes, which come from PDF files and can neither be searched nor read aloud."""
    for character in dict.fromkeys(pair.text):
        if unicodedata.decomposition(character).startswith(_FORMS):
            yield message(
                "{character} är en bokstavsform, skriv {letter}.",
                character=f"U+{ord(character):04X}",
                letter=unicodedata.normalize("NFKC", character),
            )


def composed(pair: Pair) -> Iterator[Message]:
    """Find letters in parts (not Unicode NFC), which no search finds."""
    if not unicodedata.is_normalized("NFC", pair.text):
        yield message("Bokstäver är skrivna i delar. Skriv dem sammansatta (Unicode NFC).")


def script(pair: Pair) -> Iterator[Message]:
    """Find words without one letter of the language's script; a name in Latin letters stands as {sv:…}."""
    own = script_of(pair.language.tag).code
    found = {letter_script(character) for word in words(pair.text) for character in word}
    if own in SCRIPTS and own != script_of(SOURCE).code and found and own not in found:
        yield message("Här finns ingen bokstav på {language}.", language=pair.language.swedish)


def mixed_scripts(pair: Pair) -> Iterator[Message]:
    """Find words with letters of two scripts that look alike: a Cyrillic а in a Latin word."""
    for word in dict.fromkeys(words(pair.text)):
        if word.isascii():
            continue
        found = {letter_script(letter) for letter in word} & _ALIKE
        if len(found) > 1:
            yield message("Ordet {word} har bokstäver ur två alfabet.", word=word)


def strange_letters(pair: Pair) -> Iterator[Message]:
    """Find letters of the language's script that the language is not written with."""
    own = script_of(pair.language.tag).code
    if pair.text.isascii():
        return
    strange = [
        letter
        for letter in dict.fromkeys("".join(words(unicodedata.normalize("NFKC", pair.text))).lower())
        if letter_script(letter) == own and letter not in alphabet(pair.language.tag)
    ]
    if strange and alphabet(pair.language.tag):
        shown = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in strange)
        yield message("{language} skrivs inte med {letters}.", language=pair.language.swedish, letters=shown)
