"""What every command gets: where the material lies, and the language to speak."""

from collections.abc import Sequence
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import typer

from foraldraskolan.cli.errors import aside, folded, list_problems
from foraldraskolan.problems import Message, Place, Problem, message, raise_found
from foraldraskolan.project import HOLDS, Part, Project, is_part
from foraldraskolan.record import record

if TYPE_CHECKING:
    from rich.console import Console

    from foraldraskolan.make.document import Content
    from foraldraskolan.material.plan import Plan


@record
class Session:
    """One run of the program."""

    project: Project
    catalog: NullTranslations

    def say(self, words: Message) -> str:
        """Return a sentence in the interface's language."""
        return words.text(self.catalog)

    def tell(self, words: Message) -> None:
        """Say something on standard output, folded between words on a terminal."""
        console = self.console
        for line in folded(self.say(words), console, ""):
            console.print(line, markup=False)

    def pause(self) -> None:
        """Leave a line empty for the eye; a pipe needs none."""
        if self.console.is_terminal:
            self.console.print()

    @property
    def console(self) -> "Console":
        """Return standard output as a terminal or a pipe."""
        from rich.console import Console

        return Console(highlight=False, soft_wrap=True)

    def order(self, file: Path | None) -> "tuple[Content, Plan]":
        """Read what a plan, or the example plan, is made from, and the plan, and say so if it is an example.

        What the program does not choose for want of a translation is told, too. Raise ProblemsFound with all that is
        wrong in the plan or in the material that it takes.
        """
        from foraldraskolan.make.document import Content
        from foraldraskolan.material.agenda import left_out_untranslated
        from foraldraskolan.material.plan import named_modules, plan_of
        from foraldraskolan.material.toml import read_toml
        from foraldraskolan.translation.choice import knowing_translations

        path = file or self.project.example_plan
        values = read_toml(path)
        content = Content.read(self.project, named_modules(values))
        plan = plan_of(values, content.library, content.languages)
        plan = knowing_translations(plan, content.library, content.translations)
        self._tell_example(path, plan.invented(content.library))
        list_problems(left_out_untranslated(plan, content.library), self.catalog)
        return content, plan

    def _tell_example(self, plan: Path, invented: Sequence[str]) -> None:
        """Say on standard error that a plan is an example, and which of its keys make it one; nothing if none does."""
        if invented:
            what = message(
                "Planen är ett exempel, och det står på allt som görs. Påhittat: {keys}.", keys=", ".join(invented)
            )
            hint = message("Byt ut det mot mötets egna uppgifter, i en kopia: example.toml ska stå kvar som den är.")
            list_problems([Problem(what, hint, Place(plan))], self.catalog)

    def tell_folders(self) -> None:
        """Say on standard error which folders everything is made from: what is edited elsewhere has no effect."""
        here = Path.cwd()
        for part in get_args(Part):
            namesake = here / part
            if namesake.is_dir() and namesake != getattr(self.project, part) and not is_part(part, namesake):
                what = message(
                    "Mappen {part} här används inte: i den finns inget {needed}.", part=part, needed=HOLDS[part]
                )
                aside(what, self.catalog)
        materials, translations = self._called("materials"), self._called("translations")
        if materials == translations:
            aside(message("Material och översättningar ur {folder}.", folder=materials), self.catalog)
        else:
            what = message(
                "Material ur {materials}, översättningar ur {translations}.",
                materials=materials,
                translations=translations,
            )
            aside(what, self.catalog)

    def _called(self, part: Part) -> str:
        """Return what the folder of a part is called in a sentence."""
        folder: Path = getattr(self.project, part)
        if folder == Path.cwd() / part:
            return self.say(message("den här mappen"))
        return self.say(message("programmet")) if folder == getattr(Project.default(), part) else str(folder)


def session(materials: Path | None, translations: Path | None, catalog: NullTranslations) -> Session:
    """Return the session for the folders asked for; raise ProblemsFound if one is none."""
    found = Project.at(Path.cwd())
    raise_found([*_wrong("materials", materials), *_wrong("translations", translations)])
    return Session(Project(materials or found.materials, translations or found.translations), catalog)


def _wrong(part: Part, folder: Path | None) -> list[Problem]:
    if folder is None or is_part(part, folder):
        return []
    if not folder.is_dir():
        return [Problem(message("Mappen {folder} finns inte.", folder=folder), None, Place(folder))]
    what = message("Här finns inget {needed}, så det är inte rätt mapp.", needed=HOLDS[part])
    return [Problem(what, None, Place(folder))]


def session_of(context: typer.Context) -> Session:
    """Return the session of a command, having said what it is made from."""
    found = context.obj
    if not isinstance(found, Session):
        raise AssertionError("the root callback makes the session")
    found.tell_folders()
    return found
