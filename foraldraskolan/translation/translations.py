"""Everything that is translated into one language: its catalogs and its sign-offs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from unicodedata import normalize

from babel.core import get_global, parse_locale

from foraldraskolan.document.marks import split_marks
from foraldraskolan.document.prose import SignOff, State
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Message, Place, Problem, ProblemsFound, collect, message, raise_found
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import Catalog, Entry, united, worth
from foraldraskolan.translation.po import read_po
from foraldraskolan.translation.review import REVIEW_FILE, Review, read_review
from foraldraskolan.translation.stale import why_not_shown

_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}
INTERFACE = "interface"  # the program's own sentences: for those who run it, never on a page

_NOTHING = Entry(""), Place(Path())


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

    @cached_property
    def sound(self) -> set[tuple[str, str]]:
        """Return the sources, each with its domain, whose translation has been found fit for a page."""
        return set()

    def state(self, domain: str, source: str) -> State:
        """Return how far the translation of a source can be trusted, on a page, in a count and in a check alike."""
        found = self.find(domain, source)
        return found.state if found else "missing"

    def find(self, domain: str, source: str) -> Translation | None:
        """Return the translation of a source that a page shows in a domain, None if it stays Swedish.

        It is the same in every domain, in whichever catalog it stands; who has signed it is not.
        """
        entry, place = self.entries.get(source, _NOTHING)
        if not entry.text or source in self.hidden:
            return None
        if entry.stale:
            return Translation(entry, "stale", None, place)
        sign_off = self.review.sign_off(domain, source, entry.text)
        return Translation(entry, "reviewed" if sign_off else "draft", sign_off, place)

    @cached_property
    def entries(self) -> Mapping[str, tuple[Entry, Place]]:
        """Return the entry of each source, translated or not, and its place; the best in catalogs that have copies."""
        found: dict[str, tuple[Entry, Place]] = {}
        for _, catalog in sorted(self.catalogs.items()):
            for entry in catalog.entries.values():
                if entry.source not in found or worth(entry) > worth(found[entry.source][0]):
                    found[entry.source] = entry, catalog.place(entry.source)
        return found

    @cached_property
    def hidden(self) -> Mapping[str, Message]:
        """Return why an old translation is on no page, by the source of each that is not."""
        old = (entry for entry, _ in self.entries.values() if entry.stale)
        found = ((entry.source, why_not_shown(entry, self.entries, self.vital)) for entry in old)
        return {source: why for source, why in found if why is not None}


def in_use(catalogs: Iterable[Catalog]) -> frozenset[str]:
    """Return every source that is in use in any of a language's catalogs."""
    return frozenset(source for catalog in catalogs for source in catalog.entries)


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
    if catalog.language == tag:
        return catalog
    if _is_named(tag, catalog.language):
        return replace(catalog, language=tag, headers=(*catalog.headers, ("Language", catalog.language)))
    found = catalog.language or "–"
    what = message("Filen säger att språket är {found}, men ligger i mappen {tag}.", found=found, tag=tag)
    raise ProblemsFound([Problem(what, place=Place(path, 1, "Language"))])


def _is_named(tag: str, written: str) -> bool:
    """Return whether programs name a language so: with its country, or its script as gettext does (sr@latin).

    ar_SE is Arabic as it is read in Sweden, and Dari is CLDR's Persian of Afghanistan.
    """
    name, _, script = written.partition("@")
    try:
        found = parse_locale("-".join(filter(None, (name.replace("_", "-"), _SCRIPTS.get(script, script)))), "-")[:3]
    except ValueError:
        return False
    names = (tag, get_global("language_aliases").get(tag, tag).replace("_", "-"))
    wanted = (parse_locale(each, "-")[:3] for each in names)
    return any(
        (found[0], found[2]) == (language, own_script) and territory in (None, found[1])
        for language, territory, own_script in wanted
    )


def identified(catalog: Catalog) -> Catalog:
    """Return the catalog with every source as a text is known by: composed (Unicode NFC) and without source marks.

    A file that a translator has had for long, or that another program wrote, may have both. Of entries that become
    one the best is kept; an entry that was stale for its marks alone is not.
    """
    entries, obsolete = (united(map(_identified, each.values())) for each in (catalog.entries, catalog.obsolete))
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
