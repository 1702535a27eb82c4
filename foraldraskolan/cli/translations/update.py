"""foraldraskolan translations update: the Swedish texts into every catalog."""

from dataclasses import replace
from functools import partial

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Problem, collect, message, raise_found


def update_catalogs(session: Session) -> None:
    """Bring every catalog up to date with the Swedish texts, name what changed, and tell which copies differed."""
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.checks import unlike_copies
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.translatable import translatable
    from foraldraskolan.translation.translations import read_catalogs
    from foraldraskolan.translation.update import update_language

    materials, folder = session.project.materials, session.project.translations
    texts = translatable(read_library(materials), materials)
    tags = [tag for tag in read_languages(folder) if tag != SOURCE]
    problems: list[Problem] = []
    unlike: list[Problem] = []
    hint = message("En av dem gäller nu överallt. De andra orden står som anmärkning vid den.")
    for tag in tags:
        # All are read before any is written: half an update is hard to see.
        catalogs = collect(problems, partial(read_catalogs, folder, tag)) or {}
        unlike += [replace(each, hint=hint) for each in unlike_copies(catalogs.values())]
    raise_found(problems)
    list_problems(unlike, session.catalog)
    changed = [file for tag in tags for file in update_language(folder, tag, texts)]
    for file in changed:
        session.console.print(str(file), markup=False)
    if not changed:
        session.tell(message("Alla översättningar är redan i takt med den svenska texten."))
