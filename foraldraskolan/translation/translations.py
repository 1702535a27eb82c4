"""Everything that is translated into one language: its catalogs and its sign-offs."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from unicodedata import normalize

from foraldraskolan.document.marks import split_marks
from foraldraskolan.document.prose import State
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Place, Problem, ProblemsFound, collect, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import Catalog, Entry, best
from foraldraskolan.translation.po import read_po
from foraldraskolan.translation.review import REVIEW_FILE, Review, SignOff, read_review
from foraldraskolan.translation.stale import why_not_shown

INTERFACE = "interface"  # the program's own sentences: for those who run it, never on a page


@record
class Translation:
    """A translation that was found: the entry, how far it can be trusted, who signed it, and where it stands."""

    entry: Entry
    state: State
    sign_off: SignOff | None
    place: Place


@dataclass(frozen=True)
class Translations:
    """The catalogs of one language by domain, who signed their texts, and for which no old translation ever stands."""

    language: Language
    catalogs: Mapping[str, Catalog] = field(default_factory=dict)
    review: Review = field(default_factory=Review)
    vital: frozenset[str] = frozenset()

    def state(self, domain: str, source: str) -> State:
        """Return how far the translation of a source can be trusted, on a page, in a count and in a check alike."""
        found = self.find(domain, source)
        return found.state if found else "missing"

    def find(self, domain: str, source: str) -> Translation | None:
        """Return the translation of a source that a page shows, None if it stays Swedish.

        One that is not stale comes before one that is, and the own domain's before another's.
        """
        found = self._found.get(source, {})
        return min(
            found.values(), key=lambda each: (each.state == "stale", each is not found.get(domain)), default=None
        )

    @cached_property
    def _found(self) -> Mapping[str, Mapping[str, Translation]]:
        """Return every translation that may be shown, by source and domain."""
        found: dict[str, dict[str, Translation]] = {}
        for domain, catalog in sorted(self.catalogs.items()):
            for entry in catalog.entries.values():
                translation = self._translation(catalog, entry)
                if translation is not None:
                    found.setdefault(entry.source, {})[domain] = translation
        return found

    def _translation(self, catalog: Catalog, entry: Entry) -> Translation | None:
        if not entry.text:
            return None
        place = catalog.place(entry.source)
        if entry.stale:
            shown = why_not_shown(entry, catalog.entries, self.vital) is None
            return Translation(entry, "stale", None, place) if shown else None
        sign_off = self.review.sign_off(entry.source, entry.text)
        return Translation(entry, "reviewed" if sign_off else "draft", sign_off, place)


def read_translations(folder: Path, language: Language, vital: Callable[[], frozenset[str]]) -> Translations:
    """Return all that is translated into a language; raise ProblemsFound with what is wrong in any of its files.

    `vital` gives the sources for which no old translation ever stands; it is called only if there is an old one.
    """
    if language.tag == SOURCE:
        return Translations(language)
    problems: list[Problem] = []
    catalogs = collect(problems, lambda: read_catalogs(folder, language.tag)) or {}
    review = collect(problems, lambda: read_review(folder / language.tag / REVIEW_FILE)) or Review()
    raise_found(problems)
    old = any(entry.stale for catalog in catalogs.values() for entry in catalog.entries.values())
    return Translations(language, catalogs, review, vital() if old else frozenset())


def read_catalogs(folder: Path, tag: str) -> dict[str, Catalog]:
    """Return a language's catalogs by domain; raise ProblemsFound with what is wrong in any of them."""
    problems: list[Problem] = []
    paths = [path for path in sorted((folder / tag).glob("*.po")) if path.stem != INTERFACE]
    catalogs = {path.stem: collect(problems, partial(_read_catalog, path, tag)) for path in paths}
    raise_found(problems)
    return {domain: catalog for domain, catalog in catalogs.items() if catalog is not None}


def _read_catalog(path: Path, tag: str) -> Catalog:
    catalog = identified(read_po(path))
    # Programs add the country: ar_SE is Arabic as it is read in Sweden.
    if re.fullmatch(rf"{tag}([_-]([A-Z]{{2}}|[0-9]{{3}}))?", catalog.language):
        return replace(catalog, language=tag)
    found = catalog.language or "–"
    what = message("Filen säger att språket är {found}, men ligger i mappen {tag}.", found=found, tag=tag)
    raise ProblemsFound([Problem(what, place=Place(path, 1, "Language"))])


def identified(catalog: Catalog) -> Catalog:
    """Return the catalog with every source as a text is known by: composed (Unicode NFC) and without source marks.

    A file that a translator has had for long, or that another program wrote, may have both. Of entries that become
    one the best is kept; an entry that was stale for its marks alone is not.
    """
    entries, obsolete = (best(map(_identified, each.values())) for each in (catalog.entries, catalog.obsolete))
    return replace(catalog, entries=entries, obsolete=obsolete)


def _known_by(source: str) -> str:
    return split_marks(normalize("NFC", source))[0]


def _identified(entry: Entry) -> Entry:
    source, text = _known_by(entry.source), split_marks(entry.text)[0]
    if (source, text) == (entry.source, entry.text) and not entry.stale:
        return entry  # as nearly every one is
    previous = _known_by(entry.previous)
    stale = entry.stale and source != previous
    return replace(entry, source=source, text=text, stale=stale, previous=previous if stale else "")
