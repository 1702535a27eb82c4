"""The languages of the material: one table each in languages.toml, and one folder each beside it."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.localedata import exists

from foraldraskolan.language import SOURCE, Language, as_written, is_same, locale_of
from foraldraskolan.problems import Message, Place, Problem, did_you_mean, message, raise_found
from foraldraskolan.translation.tables import check_table, toml_values

LANGUAGES_FILE = "languages.toml"
_KINDS = {"native": str, "swedish": str}
_MAY = {"date": str}


def read_languages(translations: Path) -> dict[str, Language]:
    """Return the languages by tag in the order of languages.toml; raise ProblemsFound with all that is wrong there."""
    file = translations / LANGUAGES_FILE
    tables = toml_values(file)
    problems: list[Problem] = []
    languages: dict[str, Language] = {}
    for tag, table in tables.items():
        place = Place(file, key=tag)
        wrong = check_table(table, _KINDS, place, _MAY)
        if not wrong and isinstance(table, dict):
            wrong = tag_problems(tag, languages, place)
            if not wrong:
                languages[tag] = Language(tag, **table)
            wrong += _missing_folder(translations, tag) + _half_date(table, place)
        problems += wrong
    if SOURCE not in tables:
        problems.append(Problem(message("Nyckeln {key} saknas.", key=SOURCE), place=Place(file)))
    folders = sorted(each.name for each in translations.iterdir() if each.is_dir() and not each.name.startswith("."))
    problems += [_missing_table(translations / name, tables) for name in folders if name not in tables]
    raise_found(problems)
    return languages


def tag_problems(tag: str, others: Iterable[str], place: Place | None) -> list[Problem]:
    """Return what is wrong with a language's tag, beside the tags of others, which are right."""
    try:
        right = as_written(tag)
        _ = locale_of(right)
    except (UnknownLocaleError, ValueError):
        what = message("{tag} är ingen språktagg som programmet kan.", tag=tag)
        return [Problem(what, _meant(tag), place)]
    same = next((other for other in others if is_same(right, other)), None)
    if same is not None:
        what = message("{tag} är samma språk som {same}, som redan finns.", tag=tag, same=same)
        return [Problem(what, message("Behåll bara {same}.", same=same), place)]
    if tag != right:
        what = message("Språktaggen {tag} skrivs {right}.", tag=tag, right=right)
        return [Problem(what, message("Rätta den, och namnet på språkets mapp."), place)]
    return []


def _meant(tag: str) -> Message:
    """Return the hint for what is no tag: the language that its first part is, or that is called nearly so."""
    known = Locale(SOURCE).languages
    names = {name.casefold(): code for speech in ("en", SOURCE) for code, name in Locale(speech).languages.items()}
    first = re.split("[-_]", tag)[0].lower()
    near = get_close_matches(tag.casefold(), [name for name, code in names.items() if exists(code)], n=1)
    code = first if first in known else names.get(tag.casefold()) or (names[near[0]] if near else None)
    if code is None:
        return message("Språktaggar är korta, som ar eller so.")
    called = known.get(code, code)
    if not exists(code):
        return message("CLDR säger inte hur datum och tal skrivs på {language}.", language=called)
    return message("Menade du {tag} ({language})?", tag=code.replace("_", "-"), language=called)


def _half_date(table: dict[str, str], place: Place) -> list[Problem]:
    pattern = table.get("date", "dMy")
    if set("dMy") <= set(pattern):
        return []
    what = message("{key} har fel värde: {value}.", key="date", value=pattern)
    return [Problem(what, message("Ett datum har dag, månad och år, som d MMMM y."), place)]


def _missing_folder(translations: Path, tag: str) -> list[Problem]:
    if tag == SOURCE or (translations / tag).is_dir():
        return []
    what = message("Mappen för språket {tag} saknas.", tag=tag)
    return [Problem(what, message("Skapa mappen."), Place(translations / tag))]


def _missing_table(folder: Path, known: dict[str, object]) -> Problem:
    what = message("Mappen {name} hör inte till något språk i {file}.", name=folder.name, file=LANGUAGES_FILE)
    return Problem(what, did_you_mean(folder.name, known), Place(folder))
