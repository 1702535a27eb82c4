"""Changed source into the old catalogs: what was translated stays, and what changed says so.

A changed text is looked for only where its old wording stood. Fuzzy matching over a whole file would put the
translation of "Före besöket" on a new "Efter besöket" somewhere else, and nobody would see it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

from foraldraskolan.translation.catalog import Catalog, Entry, SourceText, united
from foraldraskolan.translation.plurals import plural_forms
from foraldraskolan.translation.po import is_written, write_po
from foraldraskolan.translation.review import REVIEW_FILE, read_review, rename_places
from foraldraskolan.translation.translatable import SHARED, by_catalog
from foraldraskolan.translation.translations import read_catalogs

Texts = Mapping[str, Sequence[SourceText]]  # of each domain, all that stands there in its order


_WHOLE = 12  # characters: what is shorter stands in a longer text by chance
_ALIKE = 0.6  # the least similarity (0 to 1) at which a text is the old one reworded


def update(catalogs: Mapping[str, Catalog], texts: Texts) -> dict[str, Catalog]:
    """Return a language's catalogs with exactly these texts, each once, and everything that was ever translated.

    A text is translated as it was, or as it was when it was last in use, in whichever catalog; else, stale, as the
    wording that it replaced in one of its domains. A catalog that is new has no language and no file yet.
    """
    in_use = [entry for catalog in catalogs.values() for entry in catalog.entries.values()]
    ever = united((*in_use, *(entry for catalog in catalogs.values() for entry in catalog.obsolete.values())))
    placed = by_catalog(texts)
    new = {text.source for sources in placed.values() for text in sources}
    reworded = _reworded(catalogs, texts, ever.keys())
    # An old wording that went on to the new one and had no translation of its own leaves nothing behind.
    moved_on = {old for old in reworded.values() if ever[old].stale or not ever[old].text}
    kept = {
        source: replace(entry, comments=(), files=())
        for source, entry in ever.items()
        if source not in new and source not in moved_on and (entry.text or entry.notes)
    }
    found: dict[str, Catalog] = {}
    for domain in dict.fromkeys((*placed, *catalogs)):
        catalog = catalogs.get(domain, Catalog(""))
        entries = {
            text.source: replace(_entry(text.source, ever, reworded), comments=text.comments, files=text.files)
            for text in placed.get(domain, ())
        }
        obsolete = {source: kept.pop(source) for source in (*catalog.obsolete, *catalog.entries) if source in kept}
        found[domain] = replace(catalog, entries=entries, obsolete=obsolete)
    return found


def _entry(source: str, ever: Mapping[str, Entry], reworded: Mapping[str, str]) -> Entry:
    if source in ever:
        return ever[source]
    old = ever.get(reworded.get(source, ""))
    if old is None:
        return Entry(source)
    previous = (old.previous if old.stale else old.source) if old.text else ""
    return replace(old, source=source, stale=bool(old.text), previous=previous)


def _reworded(catalogs: Mapping[str, Catalog], texts: Texts, ever: Container[str]) -> dict[str, str]:
    """Return the old wording of each new one that replaced it in one of its domains."""
    result: dict[str, str] = {}
    shared = catalogs.get(SHARED, Catalog("")).entries.values()
    for domain, sources in texts.items():
        new = [text.source for text in sources]
        still = set(new)
        old = list(catalogs[domain].entries) if domain in catalogs else []
        pairs: dict[str, str] = {}
        for _, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            vanished = [source for source in old[old_start:old_end] if source not in still]
            pairs |= _pairs(vanished, [source for source in new[new_start:new_end] if source not in ever])
        # Where in a domain a shared text stood is not known, only that it did.
        gone = [each.source for each in shared if each.source not in still and domain in _domains(each.files)]
        pairs |= _pairs(gone, [source for source in new if source not in ever and source not in pairs])
        result = pairs | result
    return result


def _domains(files: Iterable[str]) -> set[str]:
    return {PurePosixPath(file).stem for file in files}


def _pairs(vanished: Sequence[str], appeared: Sequence[str]) -> dict[str, str]:
    alike = sorted(_likenesses(vanished, appeared), reverse=True)
    result: dict[str, str] = {}
    for _, old_index, new_index in alike:
        old, new = vanished[-old_index], appeared[-new_index]
        if new not in result and old not in result.values():
            result[new] = old
    return result


def _likenesses(vanished: Sequence[str], appeared: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    # Indices are negative so that of equally alike pairs the first in the text sorts first.
    for old_index, old in enumerate(vanished):
        for new_index, new in enumerate(appeared):
            ratio = SequenceMatcher(None, old, new, autojunk=False).ratio()
            if ratio >= _ALIKE or _grown(old, new):
                yield ratio, -old_index, -new_index


def _grown(old: str, new: str) -> bool:
    """Tell whether a text has been added to, or cut: the whole of one stands in the other."""
    shorter, longer = sorted((old.rstrip(".!?:"), new), key=len)
    return len(shorter) >= _WHOLE and shorter.rstrip(".!?:") in longer


def update_language(translations: Path, tag: str, texts: Texts) -> list[Path]:
    """Bring a language's catalogs up to date with the texts of each domain and return the files that changed.

    Texts of a domain that is no longer there become obsolete. A domain that has another name than before takes its
    catalog, and what was signed in it, with it. Raise ProblemsFound, and write nothing, if any file cannot be read.
    """
    catalogs = read_catalogs(translations, tag)
    names = renamed(catalogs, texts)
    review = translations / tag / REVIEW_FILE
    read_review(review)
    changed = [catalog.file for catalog in _updated(translations, tag, catalogs, texts) if write_po(catalog)]
    if names and rename_places(review, names):
        changed.append(review)
    for old in names:
        catalogs[old].file.unlink()
    return changed


def files_behind(translations: Path, tag: str, catalogs: Mapping[str, Catalog], texts: Texts) -> list[Path]:
    """Return the files of a language's catalogs that update_language would write, and change nothing."""
    return [catalog.file for catalog in _updated(translations, tag, catalogs, texts) if not is_written(catalog)]


def renamed(catalogs: Mapping[str, Catalog], texts: Texts) -> dict[str, str]:
    """Return the new names of domains by their old ones: most texts of either are in the other, which is new."""
    gone = {old: set(each.entries) for old, each in catalogs.items() if old not in texts and old != SHARED}
    come = {new: {text.source for text in sources} for new, sources in texts.items() if new not in catalogs}
    names: dict[str, str] = {}
    for old, before in gone.items():
        for new, after in come.items():
            if 2 * len(before & after) > max(len(before), len(after)) and new not in names.values():
                names[old] = new
                break
    return names


def _updated(translations: Path, tag: str, catalogs: Mapping[str, Catalog], texts: Texts) -> list[Catalog]:
    headers = _common(catalogs.values(), tag)
    names = renamed(catalogs, texts)
    now = {names.get(domain, domain): catalog for domain, catalog in catalogs.items()}
    return [
        replace(
            catalog,
            language=tag,
            file=translations / tag / f"{domain}.po",
            headers=catalog.headers if domain in now else headers,
        )
        for domain, catalog in update(now, texts).items()
    ]


def _common(catalogs: Iterable[Catalog], tag: str) -> tuple[tuple[str, str], ...]:
    """Return the headers of a new catalog: those that all of the language have alike, such as who translates it."""
    first, *others = [catalog.headers for catalog in catalogs] or [()]
    alike = (header for header in first if all(header in each for each in others))
    return tuple({"Plural-Forms": plural_forms(tag), **dict(alike)}.items())
