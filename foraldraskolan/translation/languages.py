"""The languages of the material: one table each in languages.toml, and one folder each beside it."""

from pathlib import Path

from babel import UnknownLocaleError

from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Place, Problem, did_you_mean, message, raise_found
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
            languages[tag] = Language(tag, **table)
            wrong = _unknown_tag(languages[tag], file) + _missing_folder(translations, tag) + _half_date(table, place)
        problems += wrong
    if SOURCE not in tables:
        problems.append(Problem(message("Nyckeln {key} saknas.", key=SOURCE), place=Place(file)))
    folders = sorted(each.name for each in translations.iterdir() if each.is_dir() and not each.name.startswith("."))
    problems += [_missing_table(translations / name, tables) for name in folders if name not in tables]
    raise_found(problems)
    return languages


def _unknown_tag(language: Language, file: Path) -> list[Problem]:
    try:
        _ = language.locale
    except (UnknownLocaleError, ValueError):
        what = message("{tag} är ingen språktagg som programmet kan.", tag=language.tag)
        return [Problem(what, message("Språktaggar är korta, som ar eller so."), Place(file, key=language.tag))]
    return []


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
