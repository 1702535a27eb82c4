"""Texts of TOML files and of users as Prose."""

from foraldraskolan.document.inlines import Field, Inline, LineBreak, SourceMark
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import SOURCE
from foraldraskolan.material.markdown import parse_prose
from foraldraskolan.material.toml import TomlTable
from foraldraskolan.problems import collect, message


def prose(table: TomlTable, key: str) -> Prose:
    """Return a key's text as translatable Prose; fields, source marks and line breaks are problems."""
    source = table.lines(key)
    return _parsed(table, key, source) if source else Prose((), SOURCE, place=table.place(key))


def proses(table: TomlTable, key: str) -> tuple[Prose, ...]:
    """Return a key's list of texts as translatable Prose, none if the key is absent; problems are those of `prose`."""
    return tuple(_parsed(table, f"{key}[{index}]", text) for index, text in enumerate(table.texts(key, ())))


def _parsed(table: TomlTable, key: str, source: str) -> Prose:
    place = table.place(key)
    parsed = collect(table.file.problems, lambda: parse_prose(source, SOURCE, place)) or Prose((), SOURCE, place=place)
    if any(isinstance(inline, Field | SourceMark | LineBreak) for inline in parsed.inlines):
        table.report(key, message("Här kan varken fält, källor eller radbrytningar stå."))
    return parsed


def optional_prose(table: TomlTable, key: str) -> Prose | None:
    """Return a key's text as translatable Prose, or None if the key is absent."""
    table.known.add(key)
    return prose(table, key) if key in table.values else None


def untranslated(*inlines: Inline) -> Prose:
    """Return a text that is never translated, such as a phone number or a name that a user typed."""
    return Prose(inlines, SOURCE)
