"""What waits for somebody to read and sign it, and which sign-offs have ended because their text has changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from foraldraskolan.document.prose import SignOff, State
from foraldraskolan.problems import Message, Place, Problem, message
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.importance import Importance, importance, rank
from foraldraskolan.translation.review import digest
from foraldraskolan.translation.translations import Translations

Texts = Mapping[str, Sequence[SourceText]]

_ALIKE = 0.6  # the least similarity (0 to 1) at which a text is one that was signed, reworded


@record
class Awaiting:
    """A text of a domain that nobody has signed as it is now, why it matters, and who signed what it was before."""

    domain: str
    text: SourceText
    translation: str
    state: State
    importance: Importance
    place: Place | None
    was: SignOff | None


def awaiting(translations: Translations, texts: Texts) -> list[Awaiting]:
    """Return every draft, and every text whose sign-off has ended, the gravest first."""
    ended = ended_sign_offs(translations, texts)
    found = [
        _awaiting(domain, text, translations, ended.get((domain, text.source)))
        for domain, sources in texts.items()
        for text in sources
        if translations.state(domain, text.source) == "draft" or (domain, text.source) in ended
    ]
    return sorted(found, key=lambda each: rank(each.importance))


def _awaiting(domain: str, text: SourceText, translations: Translations, was: SignOff | None) -> Awaiting:
    state = translations.state(domain, text.source)
    entry, place = translations.entries.get(text.source, (None, None))
    said = entry.text if entry else ""
    return Awaiting(domain, text, said, state, importance(domain, text), place, was)


def ended_sign_offs(translations: Translations, texts: Texts) -> dict[tuple[str, str], SignOff]:
    """Return who last signed a text that has changed since, by its domain and its source as it is now."""
    if not translations.review.signed:
        return {}
    known = _Known(translations, texts)
    ended: dict[tuple[str, str], SignOff] = {}
    for (domain, signature), sign_off in translations.review.signed.items():
        source = known.now(domain, *signature.split("-"))
        if source is None or translations.state(domain, source) == "reviewed":
            continue
        key = domain, source
        if key not in ended or ended[key].date <= sign_off.date:
            ended[key] = sign_off
    return ended


def ended_problems(translations: Translations, texts: Texts) -> list[Problem]:
    """Return a problem for each sign-off that has ended, where the text stands that changed since."""
    hint = message("Låt någon läsa texten på nytt och signera den.")
    return [
        Problem(was_signed(domain, sign_off), hint, translations.entries.get(source, (None, None))[1])
        for (domain, source), sign_off in ended_sign_offs(translations, texts).items()
    ]


def was_signed(domain: str, sign_off: SignOff) -> Message:
    """Return who signed a text of a domain, and that it has changed since."""
    return message(
        "Texten i {place} signerades av {name} den {date}, men har ändrats sedan dess.",
        place=domain,
        name=sign_off.by,
        date=sign_off.date,
    )


def fitting_nothing(translations: Translations, texts: Texts) -> list[Problem]:
    """Return a problem for each signature of a text that never was, or of a domain that never had it."""
    known = _Known(translations, texts)
    return [
        Problem(
            message("Underskriften {signature} hör inte till någon text i {place}.", signature=signature, place=domain),
            message("Skriv inte i filen för hand. Använd foraldraskolan translations sign."),
            translations.review.places.get((domain, signature)),
        )
        for domain, signature in translations.review.signed
        if not known.ever(domain, signature.split("-")[0])
    ]


@dataclass(frozen=True)
class _Known:
    """What digests stand for: the sources that there are or were."""

    translations: Translations
    texts: Texts

    def ever(self, domain: str, source: str) -> bool:
        """Tell whether the digest of a source is one of a text that stands, or may have stood, in a domain."""
        return source in self._sources and (domain in self.texts or domain in self.translations.catalogs)

    def now(self, domain: str, source: str, text: str) -> str | None:
        """Return the present source, in a domain, of what had these digests when it was signed, None if it is gone."""
        here = self._here(domain)
        found = here.get(source) or here.get(text)
        if found is not None or source not in self._sources:
            return found
        old = self._sources[source]
        unsigned = [each.source for each in self.texts.get(domain, ()) if self._is_unsigned(domain, each.source)]
        alike = {each: SequenceMatcher(None, old, each, autojunk=False).ratio() for each in unsigned}
        best = max(alike, key=alike.__getitem__, default=None)
        return best if best is not None and alike[best] >= _ALIKE else None

    def _is_unsigned(self, domain: str, source: str) -> bool:
        return self.translations.state(domain, source) != "reviewed"

    def _here(self, domain: str) -> Mapping[str, str]:
        """Return the present sources of a domain by their digests, those of what they were and of what they became."""
        if domain not in self._domains:
            self._domains[domain] = dict(self._digests(domain))
        return self._domains[domain]

    def _digests(self, domain: str) -> Iterator[tuple[str, str]]:
        sources = [text.source for text in self.texts.get(domain, ())]
        entries = [
            entry for each in sources for entry, _ in [self.translations.entries.get(each, (None, None))] if entry
        ]
        yield from ((digest(entry.text), entry.source) for entry in entries if entry.text)
        yield from ((digest(entry.previous), entry.source) for entry in entries if entry.previous)
        yield from ((digest(each), each) for each in sources)  # the last of equals counts: its own words

    @cached_property
    def _domains(self) -> dict[str, Mapping[str, str]]:
        return {}

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        every = {text.source for sources in self.texts.values() for text in sources}
        for catalog in self.translations.catalogs.values():
            for entry in (*catalog.entries.values(), *catalog.obsolete.values()):
                every |= {entry.source, entry.previous}
        return {digest(source): source for source in every if source}
