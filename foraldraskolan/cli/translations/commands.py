"""The commands of translators and reviewers and their options, declared in the interface's language."""

from gettext import NullTranslations
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

    @app.command(help=_("Kontrollera översättningarna. Fel ska rättas, råd vägas."))
    def check(
        context: typer.Context,
        parts: Annotated[list[str] | None, typer.Argument(help=_("Delar, som signs."), metavar=_("[DEL]..."))] = None,
        language: Annotated[str, typer.Option("-l", "--language", help=_("Språket, som ar eller so."))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=_("Skriv för ett annat program."))] = False,
    ) -> None:
        from foraldraskolan.cli.translations.check import check_translations_of

        raise typer.Exit(check_translations_of(session_of(context), parts or (), language, as_json=as_json))

    return app
