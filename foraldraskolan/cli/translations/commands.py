"""The commands of translators and reviewers and their options, declared in the interface's language."""

from gettext import NullTranslations
from pathlib import Path
from typing import Annotated

import typer

from foraldraskolan.cli.session import session_of


def make_translations_app(catalog: NullTranslations) -> typer.Typer:
    """Return the commands below `translations`, their help in the catalog's language."""
    _ = catalog.gettext
    app = typer.Typer(help=_("Det som översättare behöver."), no_args_is_help=True, rich_markup_mode=None)

    @app.command(help=_("För in ändringar i den svenska texten i alla översättningar."))
    def update(context: typer.Context) -> None:
        from foraldraskolan.cli.translations.update import update_catalogs

        update_catalogs(session_of(context))

    @app.command(help=_("Visa hur långt varje del är översatt."))
    def status(context: typer.Context) -> None:
        from foraldraskolan.cli.translations.status import show_status

        show_status(session_of(context))

    @app.command(help=_("Lägg till ett språk, och säg vad det saknar."))
    def add(
        context: typer.Context,
        tag: Annotated[str, typer.Argument(help=_("Språkets tagg, som fi, fa eller sr-Latn."), metavar="TAGG")],
        native: Annotated[str, typer.Option(help=_("Språkets eget namn, om CLDR:s inte passar."))] = "",
        swedish: Annotated[str, typer.Option(help=_("Språkets svenska namn, om CLDR:s inte passar."))] = "",
    ) -> None:
        from foraldraskolan.cli.translations.add import add_and_tell

        add_and_tell(session_of(context), tag, native, swedish)

    @app.command(help=_("Kontrollera översättningarna. Fel ska rättas, råd vägas."))
    def check(
        context: typer.Context,
        parts: Annotated[list[str] | None, typer.Argument(help=_("Delar, som signs."), metavar=_("[DEL]..."))] = None,
        language: Annotated[str, typer.Option("-l", "--language", help=_("Språket, som ar eller so."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("Skriv för ett annat program."))] = False,
    ) -> None:
        from foraldraskolan.cli.translations.check import check_translations_of

        raise typer.Exit(check_translations_of(session_of(context), parts or (), language, as_json=as_json))

    @app.command(help=_("Skriv ett blad för en granskare: alla texter, det farligaste först."))
    def export(
        context: typer.Context,
        language: Annotated[str, typer.Option("-l", "--language", help=_("Språket, som ar eller so."))],
        parts: Annotated[list[str] | None, typer.Argument(help=_("Delar, som signs."), metavar=_("[DEL]..."))] = None,
        output: Annotated[Path | None, typer.Option("-o", "--output", help=_("Filen att skriva, .xlsx."))] = None,
        blind: Annotated[
            bool, typer.Option("--blind", help=_("Utan svenskan, för den som översätter tillbaka."))
        ] = False,
    ) -> None:
        from foraldraskolan.cli.translations.export import export_sheet

        export_sheet(session_of(context), parts or (), language, output, blind=blind)

    @app.command(name="import", help=_("För in ett blad som en granskare har fyllt i: .xlsx, .ods eller CSV."))
    def import_(
        context: typer.Context,
        file: Annotated[Path, typer.Argument(help=_("Bladet."))],
        language: Annotated[str, typer.Option("-l", "--language", help=_("Språket, som ar eller so."))],
        yes: Annotated[bool, typer.Option("--yes", help=_("Fråga inte."))] = False,
        skip_bad: Annotated[bool, typer.Option("--skip-bad", help=_("Hoppa över rader som är fel."))] = False,
    ) -> None:
        from foraldraskolan.cli.translations.import_sheet import import_sheet

        import_sheet(session_of(context), file, language, yes=yes, skip_bad=skip_bad)

    return app
