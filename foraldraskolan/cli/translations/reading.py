"""What the commands of translators read: the Swedish texts of every domain, and what is translated of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from foraldraskolan.cli.session import Session
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Problem, did_you_mean, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.translation.translations import Translations
    from foraldraskolan.translation.update import Texts


def read_texts(session: Session) -> "Texts":
    """Return every Swedish text by domain."""
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.translatable import translatable

    return translatable(read_library(session.project.materials), session.project.materials)


def read_translated(session: Session, language: Language, texts: "Texts") -> "Translations":
    """Return what is translated into a language."""
    from foraldraskolan.translation.translatable import vital
    from foraldraskolan.translation.translations import read_translations

    return read_translations(session.project.translations, language, lambda: vital(texts))


def foreign_languages(session: Session, tag: str = "") -> list[Language]:
    """Return the languages that are translated into, or the one with this tag; raise ProblemsFound if it is none."""
    from foraldraskolan.cli.single import expect_language
    from foraldraskolan.translation.languages import read_languages

    languages = {key: each for key, each in read_languages(session.project.translations).items() if key != SOURCE}
    if tag == SOURCE:
        what = message("Svenskan är originalet: där finns ingen översättning.")
        raise_found([Problem(what, did_you_mean(tag, languages))])
    if tag:
        expect_language(tag, languages)
    return [languages[tag]] if tag else list(languages.values())


def of_domains(texts: "Texts", names: Sequence[str]) -> "Texts":
    """Return the texts of the domains of these names, of all without any; raise ProblemsFound for unknown names."""
    raise_found(
        [
            Problem(message("Delen {name} finns inte.", name=name), did_you_mean(name, texts))
            for name in names
            if name not in texts
        ]
    )
    return {name: texts[name] for name in dict.fromkeys(names)} if names else texts
