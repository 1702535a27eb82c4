"""foraldraskolan translations unsigned: what waits for somebody to read it, the gravest first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.cli.translations.json_out import print_json, where
from foraldraskolan.cli.translations.reading import foreign_languages, of_domains, read_texts, read_translated
from foraldraskolan.problems import Message, message

if TYPE_CHECKING:
    from foraldraskolan.language import Language
    from foraldraskolan.translation.awaiting import Awaiting
    from foraldraskolan.translation.importance import Importance

_WHAT: "Mapping[Importance, Message]" = {
    "danger": message("akut fara"),
    "contacts": message("kontakter"),
    "law": message("lag"),
    "leaflet": message("bladet och fasta ord"),
    "signs": message("tecken"),
    "other": message("det andra"),
}


def show_unsigned(session: Session, modules: Sequence[str], tag: str, *, as_json: bool) -> None:
    """Show what nobody has signed: of named modules each text, of all how many; and which sign-offs have ended."""
    from foraldraskolan.translation.awaiting import awaiting, ended_problems

    languages, every = foreign_languages(session, tag), read_texts(session)
    texts = of_domains(every, modules)
    translated = [(each, read_translated(session, each, every)) for each in languages]
    found = [(language, each) for language, known in translated for each in awaiting(known, texts)]
    if as_json:
        print_json(session, {"unsigned": [_as_json(language, each) for language, each in found]})
        return
    if modules:
        _list_texts(session, found)
    else:
        _count(session, found)
    list_problems([each for _, known in translated for each in ended_problems(known, texts)], session.catalog)
    if not found:
        session.tell(message("Allt som är översatt är granskat."))


def _count(session: Session, found: "Sequence[tuple[Language, Awaiting]]") -> None:
    texts: Counter[tuple[str, str, str]] = Counter()
    words: Counter[tuple[str, str, str]] = Counter()
    for language, each in found:
        key = language.swedish, session.say(_WHAT[each.importance]), each.domain
        texts[key] += 1
        words[key] += len(each.text.source.split())
    heads = (message("Språk"), message("Vad"), message("Del"), message("Texter"), message("Ord"))
    print_table(session, heads, [(*key, count, words[key]) for key, count in texts.items()])


def _list_texts(session: Session, found: "Sequence[tuple[Language, Awaiting]]") -> None:
    heads = (message("Språk"), message("Vad"), message("Var"), message("Svenska"), message("Översättning"))
    rows = [
        (language.tag, session.say(_WHAT[each.importance]), _line(each), each.text.source, each.translation)
        for language, each in found
    ]
    print_table(session, heads, rows)


def _line(each: "Awaiting") -> str:
    return f"{each.place.file.name}:{each.place.line}" if each.place else each.domain


def _as_json(language: "Language", each: "Awaiting") -> dict[str, object]:
    was = each.was
    return {
        "language": language.tag,
        "module": each.domain,
        "importance": each.importance,
        "state": each.state,
        "is": list(each.text.comments),
        "source": each.text.source,
        "translation": each.translation,
        **where(each.place),
        "was_signed": {"by": was.by, "date": was.date} if was else None,
    }
