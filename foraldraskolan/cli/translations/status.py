"""foraldraskolan translations status: how far every language is translated, and what of a meeting's papers is not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import aside, list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.tables import print_table
from foraldraskolan.cli.translations.json_out import print_json, where
from foraldraskolan.cli.translations.reading import foreign_languages, read_texts, read_translated
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Count, message

if TYPE_CHECKING:
    from foraldraskolan.document.prose import State
    from foraldraskolan.make.orders import Order
    from foraldraskolan.translation.status import Provenance, Tally, Unsigned
    from foraldraskolan.translation.translations import Translations
    from foraldraskolan.translation.update import Texts

_STATES: "tuple[State, ...]" = ("reviewed", "draft", "stale", "missing")


def show_status(session: Session, plan: Path | None, tag: str, *, as_json: bool) -> None:
    """Show how far each module is translated into each language; with a plan, how far each of its documents is."""
    if plan is not None:
        documents = list(_documents(session, plan, tag))
        if as_json:
            print_json(session, {"documents": [_document_json(order, trust) for order, trust in documents]})
        else:
            _show_documents(session, documents)
        return
    texts = read_texts(session)
    found = [(each, read_translated(session, each, texts)) for each in foreign_languages(session, tag)]
    if as_json:
        print_json(session, {"languages": [_language_json(language, each, texts) for language, each in found]})
    else:
        _show_languages(session, found, texts)


def _show_languages(session: Session, found: "Sequence[tuple[Language, Translations]]", texts: "Texts") -> None:
    from foraldraskolan.translation.awaiting import ended_problems
    from foraldraskolan.translation.status import status, whole

    headings = (message("Språk"), message("Del"), message("Granskade"), message("Utkast"), message("Föråldrade"))
    more = (message("Saknas"), message("Ord"), message("Klart %"))
    totals = [(language, whole(translations, texts)) for language, translations in found]
    all_modules = session.say(message("allt"))
    rows = [
        (language.swedish, domain, *_cells(tally))
        for (language, total), (_, translations) in zip(totals, found, strict=True)
        for domain, tally in {**status(translations, texts), all_modules: total}.items()
    ]
    print_table(session, (*headings, *more), rows)
    for language, total in totals:
        aside(
            message(
                "{language}: {left} av {every} ord att översätta. {translated} % är översatt, {reviewed} % granskat.",
                language=language.swedish,
                left=Count(total.words.get("stale", 0) + total.words.get("missing", 0)),
                every=Count(sum(total.words.values())),
                translated=total.translated,
                reviewed=total.reviewed,
            ),
            session.catalog,
        )
    list_problems([each for _, known in found for each in ended_problems(known, texts)], session.catalog)


def _cells(tally: "Tally") -> tuple[int, ...]:
    states = (tally.texts.get(state, 0) for state in _STATES)
    return (*states, sum(tally.words.values()), tally.translated)


def _documents(session: Session, file: Path, tag: str) -> "Iterator[tuple[Order, Provenance]]":
    """Yield how far each document of a plan can be trusted that is translated.

    With a tag, the families' documents are those in that language, whether the plan has it or not.
    """
    from foraldraskolan.make.edition import Editions
    from foraldraskolan.make.pack import pack_orders

    content, plan = session.order(file)
    tags = [each.tag for each in foreign_languages(session, tag)]
    plan = replace(plan, families=(tag,)) if tag else plan
    editions = Editions(plan, content)
    seen: set[tuple[str, str]] = set()
    for order in pack_orders(plan):
        key = order.medium, order.language
        if order.language in tags and key not in seen:
            seen.add(key)
            yield order, editions.of(order).trust


def _show_documents(session: Session, documents: "Sequence[tuple[Order, Provenance]]") -> None:
    headings = (message("Fil"), message("Granskade"), message("Utkast"), message("Föråldrade"), message("Saknas"))
    rows = [(order.file, *(trust.states.get(state, 0) for state in _STATES)) for order, trust in documents]
    print_table(session, headings, rows)
    for state, said in (("missing", message("på svenska")), ("stale", message("äldre än svenskan"))):
        shown: dict[tuple[str, str], list[str]] = {}
        for order, trust in documents:
            for text in trust.unsigned:
                if text.state == state:
                    shown.setdefault((order.language, text.source), []).append(order.medium)
        what = session.say(said)
        print_table(
            session,
            (message("Språk"), message("Hur"), message("Text"), message("Var")),
            [(language, what, text, ", ".join(dict.fromkeys(media))) for (language, text), media in shown.items()],
        ) if shown else None


def counts_by_language(session: Session) -> Iterator[tuple[Language, tuple[int, ...]]]:
    """Yield each language with how many of its texts are in each state, nothing for the source language."""
    from foraldraskolan.translation.languages import read_languages
    from foraldraskolan.translation.status import whole

    texts = read_texts(session)
    for language in read_languages(session.project.translations).values():
        if language.tag == SOURCE:
            yield language, ()
        else:
            tally = whole(read_translated(session, language, texts), texts)
            yield language, tuple(tally.texts.get(state, 0) for state in _STATES)


def _language_json(language: Language, translations: "Translations", texts: "Texts") -> dict[str, object]:
    from foraldraskolan.translation.awaiting import ended_sign_offs
    from foraldraskolan.translation.status import status, whole

    ended = ended_sign_offs(translations, texts).items()
    return {
        "language": language.tag,
        "name": language.swedish,
        **_tally_json(whole(translations, texts)),
        "modules": [{"module": each, **_tally_json(tally)} for each, tally in status(translations, texts).items()],
        "ended": [
            {
                "module": domain,
                "source": source,
                "by": sign_off.by,
                "date": sign_off.date,
                **where(translations.entries[source][1] if source in translations.entries else None),
            }
            for (domain, source), sign_off in ended
        ],
    }


def _tally_json(tally: "Tally") -> dict[str, object]:
    return {
        "texts": _all_states(tally.texts),
        "words": _all_states(tally.words),
        "percent": {"translated": tally.translated, "reviewed": tally.reviewed},
    }


def _all_states(counts: "Mapping[State, int]") -> dict[str, int]:
    return {**{state: counts.get(state, 0) for state in _STATES}, "all": sum(counts.values())}


def _document_json(order: "Order", trust: "Provenance") -> dict[str, object]:
    def of(state: "State") -> list[dict[str, object]]:
        return [_text_json(text) for text in trust.unsigned if text.state == state]

    return {
        "file": order.file,
        "medium": order.medium,
        "language": order.language,
        "texts": _all_states(trust.states),
        "swedish": of("missing"),
        "stale": of("stale"),
    }


def _text_json(text: "Unsigned") -> dict[str, object]:
    return {"module": text.domain, "source": text.source, **where(text.place)}
