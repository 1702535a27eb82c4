"""What a translators' command is about: the languages and the parts of the material that were asked for."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from foraldraskolan.cli.session import Session
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Problem, did_you_mean, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.translation.catalog import SourceText


def source_texts(session: Session) -> "dict[str, tuple[SourceText, ...]]":
    """Return the Swedish texts of each domain; raise ProblemsFound if the material cannot be read."""
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.translatable import translatable

    materials = session.project.materials
    return translatable(read_library(materials), materials)


def translated_languages(session: Session, tag: str = "") -> list[Language]:
    """Return the language with a tag, all but Swedish if it is ""; raise ProblemsFound if there is none of that tag."""
    from foraldraskolan.translation.languages import read_languages

    found = {each.tag: each for each in read_languages(session.project.translations).values() if each.tag != SOURCE}
    if not tag:
        return list(found.values())
    wanted = next((each for each in found.values() if each.tag.casefold() == tag.casefold()), None)
    if wanted is None:
        raise_found([Problem(message("Språket {tag} finns inte.", tag=tag), did_you_mean(tag, found))])
    return [wanted] if wanted else []


def expect_domains(domains: Sequence[str], texts: "Mapping[str, Collection[SourceText]]") -> None:
    """Raise ProblemsFound with each domain asked for that the material has not."""
    what = message("Delen {name} finns inte.")
    raise_found([Problem(what.having(name=each), did_you_mean(each, texts)) for each in domains if each not in texts])
