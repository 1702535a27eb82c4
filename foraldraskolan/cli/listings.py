"""foraldraskolan modules and languages: what there is."""

from rich.table import Table

from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Message, message


def list_modules(session: Session) -> None:
    """Show every module: for whom, how long, how it is chosen, until when it is valid."""
    from foraldraskolan.content.freshness import valid_until
    from foraldraskolan.content.library import read_library
    from foraldraskolan.document.walk import plain

    headings = (message("Del"), message("Rubrik"), message("För"), message("Minuter"), message("Prioritet"))
    table = _table(session, *headings, message("Gäller till"))
    library = read_library(session.project.materials)
    for module in sorted(library.modules.values(), key=lambda each: (each.priority, each.id)):
        until = valid_until(module.checked, module.valid_months)
        row = (
            module.id,
            plain(module.title.inlines),
            ", ".join(module.audience),
            module.minutes,
            module.priority,
            until,
        )
        table.add_row(*(str(cell) for cell in row))
    session.console.print(table)


def list_languages(session: Session) -> None:
    """Show every language and how many of its texts are in each state."""
    from foraldraskolan.cli.translations import counts_by_language

    headings = (message("Tagg"), message("Språk"), message("Eget namn"), message("Granskade"), message("Utkast"))
    table = _table(session, *headings, message("Föråldrade"), message("Saknas"))
    for language, counts in counts_by_language(session):
        totals = [str(sum(values)) for values in zip(*counts, strict=True)]
        numbers = totals or ["–"] * 4
        table.add_row(language.tag, language.swedish, language.native, *numbers)
    session.console.print(table)


def _table(session: Session, *headings: Message) -> Table:
    return Table(*(session.say(heading) for heading in headings), box=None, pad_edge=False)
