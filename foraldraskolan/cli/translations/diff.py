"""foraldraskolan translations diff: what has changed in the Swedish since it was translated, word by word."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import aside, printable
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.translations.json_out import print_json, where
from foraldraskolan.cli.translations.reading import foreign_languages, of_domains, read_texts, read_translated
from foraldraskolan.problems import Message, Place, message
from foraldraskolan.record import record

if TYPE_CHECKING:
    from rich.text import Text

    from foraldraskolan.language import Language
    from foraldraskolan.translation.catalog import Entry
    from foraldraskolan.translation.translations import Translations
    from foraldraskolan.translation.update import Texts
    from foraldraskolan.translation.wording import Run

# Signs that are there without colour, too.
_LOOKS = {"same": ("", "", ""), "gone": ("[-", "-]", "red strike"), "come": ("{+", "+}", "green bold")}


@record
class Old:
    """A stale translation, the domains where its text stands, its place, and why no page shows it, None if some do."""

    domains: tuple[str, ...]
    entry: "Entry"
    place: Place
    why: Message | None


def old_texts(translations: "Translations", texts: "Texts") -> list[Old]:
    """Return every stale translation of the texts of some domains, once each, in their order."""
    domains: dict[str, list[str]] = {}
    for domain, sources in texts.items():
        for text in sources:
            domains.setdefault(text.source, []).append(domain)
    known = (
        (source, there, *translations.entries[source])
        for source, there in domains.items()
        if source in translations.entries
    )
    return [
        Old(tuple(there), entry, place, translations.hidden.get(source))
        for source, there, entry, place in known
        if entry.stale
    ]


def show_diff(session: Session, modules: Sequence[str], tag: str, *, as_json: bool) -> None:
    """Show every old translation below the Swedish that it was made of and the Swedish as it is."""
    from foraldraskolan.translation.update import files_behind

    every, languages = read_texts(session), foreign_languages(session, tag)
    texts = of_domains(every, modules)
    translated = [(language, read_translated(session, language, every)) for language in languages]
    folder = session.project.translations
    if any(files_behind(folder, each.tag, translations.catalogs, every) for each, translations in translated):
        aside(message("Svenskan har ändrats: kör foraldraskolan translations update först."), session.catalog)
    found = [(language, old) for language, translations in translated for old in old_texts(translations, texts)]
    if as_json:
        print_json(session, {"stale": [_as_json(session, language, old) for language, old in found]})
        return
    for language, old in found:
        show_old(session, language, old)
    if not found:
        session.tell(message("Ingen översättning är äldre än den svenska texten."))


def show_old(session: Session, language: "Language", old: Old) -> None:
    """Show one old translation, with the change in the Swedish word by word."""
    from rich.text import Text

    from foraldraskolan.translation.wording import runs

    console = session.console
    console.print(
        Text(f"{old.place} ({language.tag}, {', '.join(old.domains)})", style="bold"), soft_wrap=not console.is_terminal
    )
    swedish = marked(runs(old.entry.previous, old.entry.source)) if old.entry.previous else Text(old.entry.source)
    console.print(Text("  sv  ").append_text(swedish), soft_wrap=not console.is_terminal)
    console.print(Text(f"  {language.tag:3} {printable(old.entry.text)}"), soft_wrap=not console.is_terminal)
    if old.why is not None:
        session.tell(message("  Visas inte: {why}", why=old.why))
    session.pause()


def marked(words: "Iterable[Run]") -> "Text":
    """Return a change word by word, in colours and with signs: [-gone-] {+come+}."""
    from rich.text import Text

    text = Text()
    for each in words:
        before, after, style = _LOOKS[each.change]
        text.append(" " if text else "").append(f"{before}{printable(each.words)}{after}", style or None)
    return text


def _as_json(session: Session, language: "Language", old: Old) -> dict[str, object]:
    from foraldraskolan.translation.wording import runs

    entry = old.entry
    return {
        "language": language.tag,
        "modules": list(old.domains),
        **where(old.place),
        "old": entry.previous or None,
        "new": entry.source,
        "words": [[each.change, each.words] for each in runs(entry.previous, entry.source)] if entry.previous else None,
        "translation": entry.text,
        "shown": old.why is None,
        "why": session.say(old.why) if old.why else None,
    }
