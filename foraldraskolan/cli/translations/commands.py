"""The commands of translators and reviewers and their options, declared in the interface's language."""

import datetime
from gettext import NullTranslations
from pathlib import Path
from typing import Annotated, Any

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

    module_argument: Any = typer.Argument(help=_("Delarna, som signs, contacts eller labels."), metavar=_("DEL…"))
    language_option: Any = typer.Option("-l", "--language", help=_("Språket, som ar eller so."))
    date_option: Any = typer.Option(formats=["%Y-%m-%d"], help=_("Dagen; utan den i dag."), show_default=False)
    yes_option: Any = typer.Option("--yes", help=_("Fråga inte."))

    some_modules: Any = typer.Argument(help=_("Delarna; utan dem alla."), metavar=_("[DEL]…"))
    one_language: Any = typer.Option("-l", "--language", help=_("Bara det språket."), show_default=False)
    json_option: Any = typer.Option("--json", help=_("Skriv JSON för andra program."))
    plan_argument: Any = typer.Argument(
        help=_("En plan: visa dess papper, och vad i dem som inte är översatt."),
        exists=True,
        dir_okay=False,
        metavar="PLAN",
    )

    @app.command(help=_("Visa hur långt varje del är översatt och granskad."))
    def status(
        context: typer.Context,
        plan: Annotated[Path | None, plan_argument] = None,
        language: Annotated[str, one_language] = "",
        as_json: Annotated[bool, json_option] = False,
    ) -> None:
        from foraldraskolan.cli.translations.status import show_status

        show_status(session_of(context), plan, language, as_json=as_json)

    @app.command(help=_("Visa vad som väntar på att någon läser och signerar, det viktigaste först."))
    def unsigned(
        context: typer.Context,
        modules: Annotated[list[str] | None, some_modules] = None,
        language: Annotated[str, one_language] = "",
        as_json: Annotated[bool, json_option] = False,
    ) -> None:
        from foraldraskolan.cli.translations.unsigned import show_unsigned

        show_unsigned(session_of(context), modules or (), language, as_json=as_json)

    @app.command(help=_("Visa ord för ord vad som ändrats i svenskan sedan den översattes."))
    def diff(
        context: typer.Context,
        modules: Annotated[list[str] | None, some_modules] = None,
        language: Annotated[str, one_language] = "",
        as_json: Annotated[bool, json_option] = False,
    ) -> None:
        from foraldraskolan.cli.translations.diff import show_diff

        show_diff(session_of(context), modules or (), language, as_json=as_json)

    @app.command(help=_("Signera översättningar som du har läst och som någon annan har gjort."))
    def sign(
        context: typer.Context,
        modules: Annotated[list[str], module_argument],
        language: Annotated[str, language_option],
        reviewer: Annotated[str, typer.Option(help=_("Den som har läst, med för- och efternamn."))],
        translator: Annotated[
            str, typer.Option(help=_("Den som har översatt, om det inte står i filerna."), show_default=False)
        ] = "",
        date: Annotated[datetime.datetime | None, date_option] = None,
        ready: Annotated[
            bool,
            typer.Option("--ready", help=_("Signera det som går, och lämna det som saknas, är gammalt eller fel.")),
        ] = False,
        yes: Annotated[bool, yes_option] = False,
    ) -> None:
        from foraldraskolan.cli.translations.sign import Asked, sign_texts

        asked = Asked(reviewer, translator, _day(date), ready, yes)
        raise typer.Exit(sign_texts(session_of(context), modules, language, asked))

    @app.command("typo-only", help=_("Säg att bara ett skrivfel är rättat i svenskan, så att översättningen håller."))
    def typo_only(
        context: typer.Context,
        modules: Annotated[list[str], module_argument],
        language: Annotated[str, language_option],
        by: Annotated[str, typer.Option(help=_("Den som säger det, med för- och efternamn."))],
        text: Annotated[str, typer.Option(help=_("Bara texter med de orden."), show_default=False)] = "",
        date: Annotated[datetime.datetime | None, date_option] = None,
        yes: Annotated[bool, yes_option] = False,
    ) -> None:
        from foraldraskolan.cli.translations.typo_only import vouch

        raise typer.Exit(vouch(session_of(context), modules, language, by, _day(date), text, yes=yes))

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
        parts: Annotated[list[str] | None, some_modules] = None,
        language: Annotated[str, one_language] = "",
        as_json: Annotated[bool, json_option] = False,
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


def _day(asked: datetime.datetime | None) -> datetime.date:
    return asked.date() if asked else datetime.date.today()
