"""foraldraskolan modules and languages: what there is."""

from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.problems import message


def list_modules(session: Session) -> None:
    """Show every module: for whom, how long, how it is chosen, when it was checked and until when that holds."""
    from foraldraskolan.document.walk import plain
    from foraldraskolan.material.freshness import valid_until
    from foraldraskolan.material.library import read_library

    heads = (message("Del"), message("Rubrik"), message("För"), message("Minuter"), message("Prioritet"))
    library = read_library(session.project.materials)
    rows = [
        (
            module.id,
            plain(module.title.inlines),
            ", ".join(module.audience),
            module.minutes,
            module.priority,
            module.checked,
            valid_until(module.checked, module.valid_months),
        )
        for module in sorted(library.modules.values(), key=lambda each: (each.priority, each.id))
    ]
    print_table(session, (*heads, message("Kontrollerad"), message("Gäller till")), rows)


def list_languages(session: Session) -> None:
    """Show every language and how many of its texts are in each state."""
    from foraldraskolan.cli.translations.status import counts_by_language

    heads = (message("Tagg"), message("Språk"), message("Eget namn"), message("Granskade"), message("Utkast"))
    rows = [
        # The source language is not translated, so nothing is counted.
        (language.tag, language.swedish, language.native, *(counts or "––––"))
        for language, counts in counts_by_language(session)
    ]
    print_table(session, (*heads, message("Föråldrade"), message("Saknas")), rows)
