"""foraldraskolan translations update: the Swedish texts into every catalog."""

from foraldraskolan.cli.session import Session
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Problem, ProblemsFound, message, raise_found


def update_catalogs(session: Session) -> None:
    """Bring every catalog up to date with the Swedish texts and name the files that changed."""
    from foraldraskolan.material.library import read_library
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.translatable import translatable
    from foraldraskolan.translation.translations import read_catalogs
    from foraldraskolan.translation.update import update_language

    materials, folder = session.project.materials, session.project.translations
    texts = translatable(read_library(materials), materials)
    tags = [tag for tag in read_languages(folder) if tag != SOURCE]
    problems: list[Problem] = []
    for tag in tags:
        # All are read before any is written: half an update is hard to see.
        try:
            read_catalogs(folder, tag)
        except ProblemsFound as found:
            problems += found.problems
    raise_found(problems)
    changed = [file for tag in tags for file in update_language(folder, tag, texts)]
    for file in changed:
        session.console.print(str(file), markup=False)
    if not changed:
        session.tell(message("Alla översättningar är redan i takt med den svenska texten."))
