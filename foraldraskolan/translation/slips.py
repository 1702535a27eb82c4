"""A slip of the pen that was mended in the Swedish: the translation still holds, says somebody by name.

The old translation is then one of the Swedish as it is now, and a note at it says who said so and when. What was signed
where it stands is signed again, by the one who says that only a slip was mended, and review.toml says that it was one:
nobody has read the translation again. What was a draft is a draft again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from foraldraskolan.document.prose import SignOff
from foraldraskolan.problems import Place, Problem
from foraldraskolan.translation.catalog import Catalog, Entry, SourceText
from foraldraskolan.translation.review import sign_off_toml, signature, wrong_people
from foraldraskolan.translation.translations import Translations

_NOTE = "Skrivfel rättat i svenskan, översättningen håller:"  # begins a translator's note


def restamped(translations: Translations, sources: Iterable[str], by: str, day: date) -> list[Catalog]:
    """Return the catalogs that change when these stale texts are translated of the Swedish as it is now."""
    wanted = set(sources)
    changed: list[Catalog] = []
    for catalog in translations.catalogs.values():
        entries = {
            source: _restamped(entry, by, day) if source in wanted and entry.stale else entry
            for source, entry in catalog.entries.items()
        }
        if entries != catalog.entries:
            changed.append(replace(catalog, entries=entries))
    return changed


def _restamped(entry: Entry, by: str, day: date) -> Entry:
    return replace(entry, stale=False, previous="", notes=(*entry.notes, f"{_NOTE} {by}, {day.isoformat()}"))


def wrong_vouchers(
    translations: Translations, sources: Sequence[str], texts: Mapping[str, Sequence[SourceText]], by: str
) -> list[Problem]:
    """Return a problem for each signed text of which this person is the translator, who cannot sign it again."""
    return [
        problem
        for _, source, _, was in _signed(translations, sources, texts)
        for problem in wrong_people(by, was.translator, _place(translations, source))
    ]


def signed_again(
    translations: Translations, sources: Sequence[str], texts: Mapping[str, Sequence[SourceText]], by: str, day: date
) -> list[str]:
    """Return what to add to the language's review.toml: those of the texts that were signed, where they were."""
    found: dict[tuple[str, SignOff], list[str]] = {}
    for domain, source, text, was in _signed(translations, sources, texts):
        key = domain, SignOff(by, was.translator, day, typo=True)
        found.setdefault(key, []).append(signature(source, text))
    return [sign_off_toml(domain, sign_off, signatures) for (domain, sign_off), signatures in found.items()]


def _signed(
    translations: Translations, sources: Sequence[str], texts: Mapping[str, Sequence[SourceText]]
) -> Iterator[tuple[str, str, str, SignOff]]:
    """Yield each of these texts where its old wording was signed: domain, source, translation, who signed."""
    for domain, there in texts.items():
        for source in {text.source for text in there}.intersection(sources):
            entry, _ = translations.entries[source]
            was = translations.review.sign_off(domain, entry.previous, entry.text)
            if was is not None:
                yield domain, source, entry.text, was


def _place(translations: Translations, source: str) -> Place:
    return translations.entries[source][1]
