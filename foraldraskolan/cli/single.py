"""foraldraskolan presentation|notes|interpreter|leaflet|handout|mailout|checklist: one document."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.build import report
from foraldraskolan.cli.session import Session
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Problem, ProblemsFound, did_you_mean, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foraldraskolan.media.medium import Format


def build_one(
    session: Session, name: str, plan_file: Path | None, language: str, output: Path | None, format: "Format" = "a4"
) -> None:
    """Make one document of a plan and say where it lies; raise ProblemsFound for a file of another kind."""
    from foraldraskolan.make.conductor import make_file
    from foraldraskolan.make.orders import is_bilingual, languages_of, order_of
    from foraldraskolan.media.media import in_format

    medium = in_format(name, format)
    if output is not None and not output.is_dir():
        _expect_ending(output, medium.name)
    content, plan = session.order(plan_file)
    tag = language or _first(languages_of(medium, plan))
    expect_language(tag, content.languages)
    if medium.languages == "interpreters" and tag == SOURCE:
        what = message("Papperet till tolken är på svenska och ett språk till.")
        raise ProblemsFound([Problem(what, message("Skriv det språket efter --language."))])
    order = order_of(medium.name, tag, bilingual=is_bilingual(medium, tag, plan))
    folder = output or Path()
    if not folder.is_dir():
        order, folder = replace(order, file=folder.name), folder.parent
    report(session, [make_file(order, plan, content, folder)], folder, content)


def _first(tags: "Sequence[str]") -> str:
    """Return the first language that a plan wants a paper in; raise ProblemsFound if it wants it in none."""
    if tags:
        return tags[0]
    what = message("Mötet tolkas inte till något språk.")
    hint = message("Välj ett språk med --language, eller skriv interpreted = true i planen.")
    raise ProblemsFound([Problem(what, hint)])


def expect_language(tag: str, languages: Mapping[str, Language]) -> None:
    """Raise ProblemsFound if there is no such language; who writes its name is told its tag."""
    if tag in languages:
        return
    names = {name.casefold(): each for each in languages.values() for name in (each.tag, each.swedish, each.native)}
    near = get_close_matches(tag.casefold(), names, n=1)
    hint = did_you_mean(tag, languages)
    if near:
        meant = names[near[0]]
        hint = message("Menade du {tag} ({language})?", tag=meant.tag, language=meant.swedish)
    raise ProblemsFound([Problem(message("Språket {tag} finns inte.", tag=tag), hint)])


def _expect_ending(file: Path, medium: str) -> None:
    from foraldraskolan.make.forms import endings

    if file.suffix not in endings(medium):
        what = message("{file} ska sluta på {endings}.", file=file, endings=", ".join(endings(medium)))
        raise ProblemsFound(
            [Problem(what, message("Skriv {name}, eller en mapp som finns.", name=file.with_suffix(".pdf")))]
        )
