"""A new language: its table in languages.toml, with the names that CLDR has, and a catalog of every domain."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import mkdtemp

from babel import Locale
from babel.core import get_global, parse_locale

from foraldraskolan.characters import hidden_character
from foraldraskolan.language import SOURCE, Language, as_written, locale_of, script_of
from foraldraskolan.problems import Problem, ProblemsFound, did_you_mean, message, raise_found
from foraldraskolan.scripts import letter_script
from foraldraskolan.toml_syntax import shown
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.languages import LANGUAGES_FILE, tag_problems
from foraldraskolan.translation.translations import read_catalogs
from foraldraskolan.translation.update import update_language


def new_language(asked: str, known: Mapping[str, Language], native: str, swedish: str) -> Language:
    """Return the language of a tag in any case, called as is said here, or else as in CLDR.

    Raises ProblemsFound for what is no tag, a language that is there already, and names that CLDR has not.
    """
    try:
        tag = as_written(asked)
    except ValueError:
        tag = asked
    if tag in known:
        raise ProblemsFound([Problem(message("Språket {tag} finns redan.", tag=tag))])
    raise_found(tag_problems(tag, known, None))
    shorter = get_global("language_aliases").get(tag)
    if shorter is not None and shorter.isalpha():
        what = message("Språktaggen {tag} skrivs {right}.", tag=tag, right=shorter)
        raise ProblemsFound([Problem(what, did_you_mean(shorter, [shorter]))])
    names = {"native": native or _native(tag), "swedish": swedish or _swedish(tag)}
    raise_found([each for key, name in names.items() for each in _name_problems(key, name, tag, known)])
    return Language(tag, **names)


def _native(tag: str) -> str:
    locale = locale_of(tag)
    name = locale.languages.get(str(locale)) or locale.get_display_name() or ""
    # A locale that has no words of its own has those of the language in another script.
    written = any(letter_script(each) in (script_of(tag).code, None) for each in name)
    return name if written and not parse_locale(tag, "-")[3] else ""


def _swedish(tag: str) -> str:
    locale = locale_of(tag)
    name = Locale(SOURCE).languages.get(str(locale)) or locale.get_display_name(SOURCE) or ""
    return "" if parse_locale(tag, "-")[3] else name


def _name_problems(key: str, name: str, tag: str, known: Mapping[str, Language]) -> list[Problem]:
    """Return what is wrong with a name that a language is to have."""
    hint = message("Skriv namnet med --{option}.", option=key)
    if not name.strip():
        return [Problem(message("CLDR har inget namn på {tag} att skriva som {key}.", tag=tag, key=key), hint)]
    if hidden := hidden_character(name, breaks=False):
        return [Problem(message("Namnet har ett tecken som inte syns: {character}.", character=hidden), hint)]
    same = [each.tag for each in known.values() if getattr(each, key).casefold() == name.casefold()]
    return [Problem(message("Språket {tag} heter redan {name}.", tag=each, name=name), hint) for each in same]


def add_language(translations: Path, language: Language, texts: Mapping[str, Sequence[SourceText]]) -> None:
    """Give a language its folder with a catalog of each domain, and its table; all is there, or nothing is.

    A folder of that name that no language has keeps what is translated in it. Raises ProblemsFound for a catalog there
    that cannot be read.
    """
    folder, file = translations / language.tag, translations / LANGUAGES_FILE
    if folder.exists():
        read_catalogs(translations, language.tag)
        update_language(translations, language.tag, texts)
        _append(file, language)
        return
    making = Path(mkdtemp(prefix=".adding-", dir=translations))
    made = making / language.tag
    try:
        made.mkdir()
        update_language(making, language.tag, texts)
        made.rename(folder)
        try:
            _append(file, language)
        except BaseException:
            folder.rename(made)
            raise
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _append(file: Path, language: Language) -> None:
    before = file.read_text(encoding="utf-8").rstrip("\n")
    table = f"[{language.tag}]\nnative = {shown(language.native)}\nswedish = {shown(language.swedish)}\n"
    unfinished = file.with_name(f".{file.name}.tmp")
    try:
        unfinished.write_text(f"{before}\n\n{table}", encoding="utf-8")
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
