"""The commands and their options, declared in the interface's language; each command's work is in its own file."""

import datetime
from gettext import NullTranslations
from pathlib import Path
from typing import Annotated, Any

import typer

from foraldraskolan.cli.choices import Asked, FileNames, Output, PaperFormat, Series, Side
from foraldraskolan.cli.session import session, session_of
from foraldraskolan.cli.translations.commands import make_translations_app


def make_app(catalog: NullTranslations) -> typer.Typer:
    """Return the command line, its help in the catalog's language."""
    _ = catalog.gettext
    app = typer.Typer(
        name="foraldraskolan",
        help=_("Gör allt till ett föräldramöte om droger: bilder, talarstöd, papper, brev och checklistor."),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    def version(wanted: bool) -> None:
        if wanted:
            from foraldraskolan import __version__

            typer.echo(__version__)
            raise typer.Exit

    @app.callback()
    def root(
        context: typer.Context,
        materials: Annotated[Path | None, typer.Option(help=_("Mapp med eget material."))] = None,
        translations: Annotated[Path | None, typer.Option(help=_("Mapp med egna översättningar."))] = None,
        interface: Annotated[str, typer.Option(help=_("Språket som programmet talar: sv eller en."))] = "",
        show_version: Annotated[
            bool, typer.Option("--version", help=_("Visa programmets version."), callback=version, is_eager=True)
        ] = False,
    ) -> None:
        if interface not in ("", "sv", "en"):
            raise typer.BadParameter(_("Programmet talar sv eller en."), param_hint="--interface")
        context.obj = session(materials, translations, catalog)

    plan_argument: Any = typer.Argument(
        help=_("Planfilen. Utan den används exemplet."), exists=True, dir_okay=False, metavar="PLAN"
    )

    language_option: Any = typer.Option("-l", "--language", help=_("Språket, som ar eller so."))
    output_option: Any = typer.Option("-o", "--output", help=_("Filen att skriva."))

    @app.command(help=_("Gör hela materialet till ett möte."))
    def build(
        context: typer.Context,
        plan: Annotated[Path | None, plan_argument] = None,
        output: Annotated[Path | None, typer.Option("-o", "--output", help=_("Mappen att lägga filerna i."))] = None,
        require_reviewed: Annotated[
            bool, typer.Option("--require-reviewed", help=_("Vägra allt som inte är granskat."))
        ] = False,
        format: Annotated[
            list[PaperFormat] | None,
            typer.Option(
                "--format",
                help=_("Gör också papperen som häfte (booklet) eller i stor stil (large). Får anges flera gånger."),
            ),
        ] = None,
    ) -> None:
        from foraldraskolan.cli.build import build_pack

        wanted = [each.value for each in format or ()]
        build_pack(session_of(context), plan, output, wanted, require_reviewed=require_reviewed)

    def single(medium: str, about: str) -> None:
        @app.command(medium, help=about)
        def command(
            context: typer.Context,
            plan: Annotated[Path | None, plan_argument] = None,
            language: Annotated[str, language_option] = "",
            output: Annotated[Path | None, output_option] = None,
        ) -> None:
            from foraldraskolan.cli.single import build_one

            build_one(session_of(context), medium, plan, language, output)

    single("presentation", _("Gör bara bilderna."))
    single("notes", _("Gör bara talarstödet."))
    single("interpreter", _("Gör bara papperet till tolken."))

    def paper(medium: str, about: str) -> None:
        @app.command(medium, help=about)
        def command(
            context: typer.Context,
            plan: Annotated[Path | None, plan_argument] = None,
            language: Annotated[str, language_option] = "",
            output: Annotated[Path | None, output_option] = None,
            format: Annotated[
                PaperFormat, typer.Option("--format", help=_("A4, A5-häfte att vika, eller stor stil."))
            ] = PaperFormat.A4,
        ) -> None:
            from foraldraskolan.cli.single import build_one

            build_one(session_of(context), medium, plan, language, output, format.value)

    paper("leaflet", _("Gör bara bladet till kylskåpet."))
    paper("handout", _("Gör bara papperet att läsa hemma."))

    @app.command(help=_("Gör bara checklistan."))
    def checklist(
        context: typer.Context,
        plan: Annotated[Path | None, plan_argument] = None,
        language: Annotated[str, language_option] = "",
        output: Annotated[Path | None, output_option] = None,
        staff: Annotated[bool, typer.Option("--staff", help=_("Checklistan för dig som håller mötet."))] = False,
    ) -> None:
        from foraldraskolan.cli.single import build_one

        build_one(session_of(context), "staff" if staff else "checklist", plan, language, output)

    @app.command(help=_("Gör inbjudan, breven till en klasslista eller en serie korta brev."))
    def mailout(
        context: typer.Context,
        plan: Annotated[
            Path | None,
            typer.Argument(
                help=_("Planfilen. En lista och en serie behöver en; annars används exemplet."),
                exists=True,
                dir_okay=False,
                metavar="PLAN",
            ),
        ] = None,
        language: Annotated[str, language_option] = "",
        output: Annotated[
            Path | None, typer.Option("-o", "--output", help=_("Filen att skriva, eller mappen för en lista."))
        ] = None,
        recipients: Annotated[
            Path | None, typer.Option("--recipients", help=_("Klasslistan: Excel, LibreOffice eller CSV."))
        ] = None,
        series: Annotated[
            Series | None, typer.Option("--series", help=_("Ett kort brev i veckan om varje del."))
        ] = None,
        make: Annotated[
            list[Output] | None,
            typer.Option("--make", help=_("En fil att skriva ut, en per familj eller e-post. Får anges flera gånger.")),
        ] = None,
        sheet: Annotated[
            list[str] | None, typer.Option("--sheet", help=_("Bladet i listan att läsa. Får anges flera gånger."))
        ] = None,
        window: Annotated[
            Side | None,
            typer.Option("--window", help=_("Sidan där kuvertet har sitt fönster."), show_default="right"),
        ] = None,
        file_names: Annotated[
            FileNames | None,
            typer.Option("--file-names", help=_("Vad filerna till varje familj heter."), show_default="numbers"),
        ] = None,
        attach: Annotated[bool, typer.Option("--attach", help=_("Bifoga brevet i e-posten."))] = False,
        skip_bad: Annotated[bool, typer.Option("--skip-bad", help=_("Hoppa över rader som är fel."))] = False,
        protect: Annotated[
            str, typer.Option("--protect", help=_("Rader som ska skyddas, som 5,9-12 eller 8B:5."))
        ] = "",
        not_protected: Annotated[
            str, typer.Option("--not-protected", help=_("Rader som inte är skyddade, om programmet undrar."))
        ] = "",
        fall_back: Annotated[
            bool, typer.Option("--fall-back", help=_("Svenskt brev där språket i listan inte går att förstå."))
        ] = False,
        yes: Annotated[bool, typer.Option("--yes", help=_("Fråga inte."))] = False,
    ) -> None:
        from foraldraskolan.cli.mailout import mail_list, make_mailout

        asked = Asked(
            tuple(make or ()),
            window,
            file_names,
            language,
            tuple(sheet or ()),
            protect,
            not_protected,
            attach=attach,
            weekly=series == "weekly",
            skip_bad=skip_bad,
            fall_back=fall_back,
            yes=yes,
        )
        if recipients is None:
            make_mailout(session_of(context), plan, output, asked)
        else:
            mail_list(session_of(context), plan, output, recipients, asked)

    @app.command(help=_("Fråga om mötet och skriv en plan."))
    def new(
        context: typer.Context,
        plan: Annotated[Path, typer.Argument(help=_("Filen att skriva planen i."))],
        title: Annotated[str | None, typer.Option(help=_("Mötets namn."))] = None,
        audience: Annotated[str | None, typer.Option(help=_("parents, pupils eller staff."))] = None,
        date: Annotated[str | None, typer.Option(help=_("Dagen, som 2026-12-03."))] = None,
        start: Annotated[str | None, typer.Option(help=_("När mötet börjar, som 18:00."))] = None,
        minutes: Annotated[str | None, typer.Option(help=_("Hur många minuter mötet är."))] = None,
        place: Annotated[str | None, typer.Option(help=_("Var mötet är."))] = None,
        host: Annotated[str | None, typer.Option(help=_("Vem som bjuder in."))] = None,
        interpreted: Annotated[
            str | None, typer.Option(help=_("Tolkas mötet? ja, nej eller språken i tur och ordning, som ar,so."))
        ] = None,
        modules: Annotated[str | None, typer.Option(help=_("Delarna, med komma emellan."))] = None,
        presentation: Annotated[str | None, typer.Option(help=_("Språket på bilderna."))] = None,
        notes: Annotated[str | None, typer.Option(help=_("Språket i talarstödet."))] = None,
        families: Annotated[str | None, typer.Option(help=_("Familjernas språk, med komma emellan."))] = None,
        copies: Annotated[str | None, typer.Option(help=_("Antal papper per språk, som ar=6,so=4."))] = None,
        contact: Annotated[str | None, typer.Option(help=_("En lokal kontakt: namn, nummer, tider."))] = None,
        force: Annotated[bool, typer.Option("--force", help=_("Skriv över en plan som finns."))] = False,
    ) -> None:
        from foraldraskolan.cli.new import new_plan

        # Each option answers the question of its name.
        new_plan(session_of(context), plan, context.params, force=force)

    @app.command(help=_("Visa vilka delar som finns."))
    def modules(context: typer.Context) -> None:
        from foraldraskolan.cli.listings import list_modules

        list_modules(session_of(context))

    @app.command(help=_("Visa språken, och hur långt de är översatta."))
    def languages(context: typer.Context) -> None:
        from foraldraskolan.cli.listings import list_languages

        list_languages(session_of(context))

    @app.command(help=_("Visa en del, eller svar på frågor som föräldrar ställer."))
    def show(
        context: typer.Context,
        words: Annotated[
            list[str], typer.Argument(help=_("Delens namn, som signs, eller ord i frågan."), metavar=_("DEL|ORD"))
        ],
        language: Annotated[str, typer.Option("-l", "--language", help=_("Språket, som ar eller so."))] = "sv",
    ) -> None:
        from foraldraskolan.cli.show import show as show_texts

        show_texts(session_of(context), words, language)

    @app.command(help=_("Kontrollera material, planer och översättningar."))
    def check(
        context: typer.Context,
        plan: Annotated[Path | None, typer.Argument(help=_("En egen plan att kontrollera också."))] = None,
        date: Annotated[
            datetime.datetime | None, typer.Option(formats=["%Y-%m-%d"], help=_("Dagen att räkna från."))
        ] = None,
        advice: Annotated[bool, typer.Option("--advice", help=_("Visa också ordlistans råd."))] = False,
        glyphs: Annotated[bool, typer.Option("--glyphs", help=_("Leta också efter tecken utan typsnitt."))] = False,
    ) -> None:
        from foraldraskolan.cli.check import check_all

        day = date.date() if date else datetime.date.today()
        raise typer.Exit(check_all(session_of(context), plan, day, advice=advice, glyphs=glyphs))

    app.add_typer(make_translations_app(catalog), name="translations")
    return app
