"""Changed source into the old catalogs: what was translated stays, and what changed says so.

A changed text is looked for only where its old wording stood. Fuzzy matching over a whole file would put the
translation of "Före besöket" on a new "Efter besöket" somewhere else, and nobody would see it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from foraldraskolan.translation.catalog import Catalog, Entry, SourceText, best
from foraldraskolan.translation.plurals import plural_forms
from foraldraskolan.translation.po import is_written, write_po
from foraldraskolan.translation.translations import read_catalogs

_ALIKE = 0.6  # the least similarity (0 to 1) at which a text is the old one reworded


def update(catalog: Catalog, texts: Sequence[SourceText], elsewhere: Mapping[str, Entry] | None = None) -> Catalog:
    """Return the catalog with exactly these texts, in their order, and everything that was ever translated.

    A text is translated as it was; else as it was when it was last in use; else as `elsewhere` (what is translated,
    and not stale, in the language's other catalogs) has it; else, stale, as the wording that it replaced.
    """
    own = best((*catalog.entries.values(), *catalog.obsolete.values()))
    known = {**(elsewhere or {}), **own}
    new = [text.source for text in texts]
    reworded = _reworded(list(catalog.entries), new, known)
    entries: dict[str, Entry] = {}
    for text in texts:
        if text.source in known:
            entry = known[text.source]
        elif text.source in reworded:
            entry = _stale(catalog.entries[reworded[text.source]], text.source)
        else:
            entry = Entry(text.source)
        entries[text.source] = replace(entry, comments=text.comments, files=text.files)
    gone = {**catalog.obsolete, **catalog.entries}
    # A stale text that went on to the new wording left nothing of its own behind.
    moved_on = {old for old in reworded.values() if catalog.entries[old].stale}
    obsolete = {
        source: replace(entry, comments=(), files=())
        for source, entry in gone.items()
        if entry.text and source not in entries and source not in moved_on
    }
    return replace(catalog, entries=entries, obsolete=obsolete)


def _stale(old: Entry, source: str) -> Entry:
    if not old.text:
        return Entry(source, notes=old.notes)
    return replace(old, source=source, stale=True, previous=old.previous if old.stale else old.source)


def _reworded(old: Sequence[str], new: Sequence[str], known: Mapping[str, Entry]) -> dict[str, str]:
    """Return the old wording of each new one that replaced it."""
    result: dict[str, str] = {}
    still = set(new)
    for _, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        vanished = [source for source in old[old_start:old_end] if source not in still]
        appeared = [source for source in new[new_start:new_end] if source not in known]
        result |= _pairs(vanished, appeared)
    return result


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
            if ratio >= _ALIKE:
                yield ratio, -old_index, -new_index


def update_language(translations: Path, tag: str, texts: Mapping[str, Sequence[SourceText]]) -> list[Path]:
    """Bring a language's catalogs up to date with the texts of each domain and return the files that changed.

    Texts of a domain that is no longer there become obsolete. Raise ProblemsFound, and write nothing, if any catalog
    cannot be read.
    """
    return [catalog.file for catalog in _updated(translations, tag, texts) if write_po(catalog)]


def files_behind(translations: Path, tag: str, texts: Mapping[str, Sequence[SourceText]]) -> list[Path]:
    """Return the files that update_language would change, and change nothing."""
    return [catalog.file for catalog in _updated(translations, tag, texts) if not is_written(catalog)]


def _updated(translations: Path, tag: str, texts: Mapping[str, Sequence[SourceText]]) -> list[Catalog]:
    catalogs = read_catalogs(translations, tag)
    known = {
        source: entry
        for each in catalogs.values()
        for source, entry in (*each.obsolete.items(), *each.entries.items())
        if entry.text and not entry.stale
    }
    return [
        update(catalogs.get(domain) or _new(translations, tag, domain), texts.get(domain, ()), known)
        for domain in dict.fromkeys((*texts, *catalogs))
    ]


def _new(translations: Path, tag: str, domain: str) -> Catalog:
    headers = (("Plural-Forms", plural_forms(tag)),)
    return Catalog(tag, file=translations / tag / f"{domain}.po", headers=headers)
