"""What every command gets: where the material lies, and the language to speak."""

from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from foraldraskolan.problems import Message, Place, Problem, message, raise_found
from foraldraskolan.project import Project

if TYPE_CHECKING:
    from foraldraskolan.build import Kit
    from foraldraskolan.content.plan import Plan


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the program."""

    project: Project
    catalog: NullTranslations

    def say(self, words: Message) -> str:
        """Return a sentence in the interface's language."""
        return words.text(self.catalog)

    @property
    def console(self) -> Console:
        """Return standard output as a terminal or a pipe."""
        return Console(highlight=False, soft_wrap=True)

    def kit(self) -> "Kit":
        """Read the material; raise ProblemsFound with all that is wrong in it."""
        from foraldraskolan.build import Kit

        return Kit.read(self.project)

    def plan(self, file: Path | None, kit: "Kit") -> "Plan":
        """Read a plan, or the example plan; raise ProblemsFound with all that is wrong in it."""
        from foraldraskolan.content.plan import read_plan

        return read_plan(file or self.project.example_plan, kit.library, kit.languages)


def session(materials: Path | None, translations: Path | None, catalog: NullTranslations) -> Session:
    """Return the session for the folders asked for; raise ProblemsFound if one is missing."""
    default = Project.default()
    project = Project(materials or default.materials, translations or default.translations)
    raise_found([*_wrong(project.materials, "modules"), *_wrong(project.translations, "languages.toml")])
    return Session(project, catalog)


def _wrong(folder: Path, needed: str) -> list[Problem]:
    if not folder.is_dir():
        return [Problem(message("Mappen {folder} finns inte.", folder=folder), None, Place(folder))]
    if not (folder / needed).exists():
        what = message("Här finns inget {needed}, så det är inte rätt mapp.", needed=needed)
        return [Problem(what, None, Place(folder))]
    return []
