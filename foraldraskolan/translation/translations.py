"""Everything that is translated into one language: its catalogs and its sign-offs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from foraldraskolan.document.blocks import State
from foraldraskolan.language import SOURCE, Language
from foraldraskolan.problems import Place, Problem, ProblemsFound, message, raise_found
from foraldraskolan.translation.catalog import Catalog, Entry, identified
from foraldraskolan.translation.po import read_po
from foraldraskolan.translation.review import REVIEW_FILE, Review, SignOff, read_review

INTERFACE = "interface"  # the program's own sentences: for those who run it, never on a page


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation that was found: the entry, how far it can be trusted, who signed it, and where it stands."""

    entry: Entry
    state: State
    sign_off: SignOff | None
    place: Place


@dataclass(frozen=True, slots=True)
class Translations:
    """The catalogs of one language by domain, and who signed their texts."""

    language: Language
    catalogs: Mapping[str, Catalog] = field(default_factory=dict)
    review: Review = field(default_factory=Review)

    def find(self, domain: str, source: str) -> Translation | None:
        """Return the best translation of a source: one that is not stale before one that is, the own domain's first."""
        others = (catalog for name, catalog in sorted(self.catalogs.items()) if name != domain)
        own = self.catalogs.get(domain)
        found = [
            translation
            for catalog in (*((own,) if own else ()), *others)
            if (translation := self.translation(catalog, source)) is not None
        ]
        return min(found, key=lambda each: each.state == "stale", default=None)

    def translation(self, catalog: Catalog, source: str) -> Translation | None:
        """Return what one catalog says about a source, None if it says nothing."""
        entry = catalog.entries.get(source)
        if entry is None or not entry.text:
            return None
        if entry.stale:
            return Translation(entry, "stale", None, catalog.place(source))
        sign_off = self.review.sign_off(source, entry.text)
        return Translation(entry, "reviewed" if sign_off else "draft", sign_off, catalog.place(source))


def read_translations(folder: Path, language: Language) -> Translations:
    """Return all that is translated into a language; raise ProblemsFound with what is wrong in any of its files."""
    if language.tag == SOURCE:
        return Translations(language)
    problems: list[Problem] = []
    catalogs: dict[str, Catalog] = {}
    review = Review()
    try:
        catalogs = read_catalogs(folder, language.tag)
    except ProblemsFound as found:
        problems += found.problems
    try:
        review = read_review(folder / language.tag / REVIEW_FILE)
    except ProblemsFound as found:
        problems += found.problems
    raise_found(problems)
    return Translations(language, catalogs, review)


def read_catalogs(folder: Path, tag: str) -> dict[str, Catalog]:
    """Return a language's catalogs by domain; raise ProblemsFound with what is wrong in any of them."""
    problems: list[Problem] = []
    catalogs: dict[str, Catalog] = {}
    for path in sorted((folder / tag).glob("*.po")):
        if path.stem == INTERFACE:
            continue
        try:
            catalogs[path.stem] = _read_catalog(path, tag)
        except ProblemsFound as found:
            problems += found.problems
    raise_found(problems)
    return catalogs


def _read_catalog(path: Path, tag: str) -> Catalog:
    catalog = identified(read_po(path))
    if catalog.language == tag:
        return catalog
    found = catalog.language or "–"
    what = message("Filen säger att språket är {found}, men ligger i mappen {tag}.", found=found, tag=tag)
    raise ProblemsFound([Problem(what, place=Place(path, 1, "Language"))])
