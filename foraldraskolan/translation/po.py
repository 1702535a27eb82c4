"""Catalogs as PO files, the form that translators' programs read and write.

Babel reads PO too, but merges entries that stand twice, cuts the last letter of a text without its closing quote and
forgets the previous source: all silently, and each a wrong text on paper. So the form is read strictly here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path

from foraldraskolan.inputs import read_utf8
from foraldraskolan.problems import Message, Place, Problem, message, raise_found
from foraldraskolan.translation.catalog import Catalog, Entry

_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
_FIELD = re.compile(r"^([^\s:]+):[ \t]*(.*)$", re.MULTILINE)
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"\s*')
_STRINGS = re.compile(rf"(?:{_STRING.pattern})+")  # what stands in several is one text
# gettext can write what is not ASCII as the bytes of UTF-8, each by its number.
_ESCAPE = re.compile(r"(?P<bytes>(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{2}))+)|\\(?P<one>.)")
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|([0-7]{1,3}))")
_UNESCAPED = {
    "n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\",
}  # fmt: skip
_ESCAPED = str.maketrans({character: f"\\{letter}" for letter, character in _UNESCAPED.items()})
# gettext sets off a file name that has a space in it with first strong isolate and pop directional isolate.
_FILE = re.compile("\u2068([^\u2069]*)\u2069|(\\S+)")
_LINE_NUMBER = re.compile(r":\d+$")
_KEYWORDS = ("msgid", "msgstr")
_COMMENTS = ("#.", "#:", "#,")  # of the program that wrote the file; all others are a translator's
_STICKY = "#="  # flags that newer programs of gettext keep apart
_OURS = ("Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")  # the headers that are always written


def read_po(path: Path) -> Catalog:
    """Return the catalog in a PO file; raise ProblemsFound with each line that is wrong."""
    return parse_po(read_utf8(path), path)


def parse_po(text: str, path: Path) -> Catalog:
    """Return the catalog that a PO file's text holds; raise ProblemsFound with each line that is wrong."""
    reader = _Reader(path)
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if line := line.strip():
            reader.read(number, line)
    reader.finish()
    raise_found(reader.problems)
    header = reader.entries.pop("", Entry(""))
    headers = [(name, value.strip()) for name, value in _FIELD.findall(header.text)]
    others = tuple((name, value) for name, value in headers if name not in _OURS)
    return Catalog(dict(headers).get("Language", ""), reader.entries, reader.obsolete, header.notes, path, others)


@dataclass
class _Reader:
    """The state of reading line by line: the entry that is open, and the part of it that strings belong to."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    obsolete: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._open()

    def _open(self) -> None:
        self.comments: defaultdict[str, list[str]] = defaultdict(list)
        self.texts: dict[str, str] = {}
        self.part = ""
        self.line = 0
        self.is_obsolete = False

    def read(self, number: int, line: str) -> None:
        """Take in one line."""
        mark, content = line[:2], line[2:].strip()
        if not line.startswith("#"):
            self._read_content(number, line)
        elif mark == "#~":
            if content.startswith("#") and not content.startswith("#|"):
                self.read(number, content)
            else:
                self._read_content(number, content, obsolete=True)
        elif mark == "#|":
            self._read_content(number, line)
        else:
            self._close_if_complete()
            if mark == _STICKY:
                self.comments["#,"].append(content)
            elif mark in _COMMENTS:
                self.comments[mark].append(content)
            else:
                self.comments["#"].append(line[1:].removeprefix(" "))

    def _read_content(self, number: int, line: str, *, obsolete: bool = False) -> None:
        previous = line.startswith(("#|", "|"))
        if previous:
            line = line.lstrip("#|").strip()
        if line.startswith('"'):
            self._append(number, line)
            return
        keyword, quote, rest = line.partition('"')
        keyword, *others = keyword.split(None, 1) or [""]
        if keyword not in _KEYWORDS:
            self._report(number, message("Raden går inte att läsa: {line}", line=line), _hint_for(keyword))
            self.part = ""
            return
        part = "previous" if previous else keyword
        if part != "msgstr":
            self._close_if_complete()
        if part in self.texts or (part == "msgstr" and "msgid" not in self.texts):
            self._report(number, message("Här väntades inte {keyword}.", keyword=keyword))
        if part == "msgid":
            self.line = number
        self.part = part
        self.is_obsolete = obsolete
        self.texts[part] = ""
        self._append(number, "".join(others) + quote + rest)

    def _append(self, number: int, quoted: str) -> None:
        if not _STRINGS.fullmatch(quoted):
            self._report(number, message("Texten ska stå mellan två citattecken: {line}", line=quoted))
        elif not self.part:
            self._report(number, message("Texten hör inte till någon msgid eller msgstr: {line}", line=quoted))
        else:
            try:
                text = "".join(_STRING.findall(quoted))
                self.texts[self.part] += _ESCAPE.sub(_unescaped, text) if "\\" in text else text
            except KeyError as error:
                self._report(number, message("\\{letter} betyder ingenting här.", letter=error.args[0]))
            except ValueError:
                self._report(number, message("Talen efter \\ är inga tecken i UTF-8: {line}", line=quoted))

    def _close_if_complete(self) -> None:
        if "msgstr" in self.texts:
            self._close()

    def finish(self) -> None:
        """Take in the last entry."""
        if self.texts:
            self._close()

    def _close(self) -> None:
        text = self.texts
        source = text.get("msgid", "")
        known = self.obsolete if self.is_obsolete else self.entries
        if "msgid" not in text or "msgstr" not in text:
            self._report(self.line or None, message("Texten saknar msgid eller msgstr."))
        elif source in known:
            first = known[source].line
            self._report(self.line, message("Samma msgid står redan på rad {line}.", line=first))
        else:
            known[source] = self._entry(source, text)
        self._open()

    def _entry(self, source: str, text: dict[str, str]) -> Entry:
        comments = self.comments
        flags = [flag for line in comments.get("#,", ()) for each in line.split(",") if (flag := each.strip())]
        stale = "fuzzy" in flags and bool(source) and bool(text["msgstr"])
        return Entry(
            source,
            text["msgstr"],
            stale,
            text.get("previous", "") if stale else "",
            tuple(comments.get("#.", ())),
            tuple(dict.fromkeys(chain.from_iterable(map(_files, comments.get("#:", ()))))),
            tuple(comments.get("#", ())),
            tuple([flag for flag in flags if flag != "fuzzy"]),
            self.line,
        )

    def _report(self, line: int | None, what: Message, hint: Message | None = None) -> None:
        self.problems.append(Problem(what, hint, Place(self.path, line)))


@lru_cache  # one text after the other stands in the same file
def _files(line: str) -> list[str]:
    """Return the files that a comment names, without the numbers of their lines."""
    return [isolated or _LINE_NUMBER.sub("", plain) for isolated, plain in _FILE.findall(line)]


def _unescaped(escape: re.Match[str]) -> str:
    """Return what an escape stands for; raise KeyError if it is nothing, ValueError if its bytes are not UTF-8."""
    if escape["bytes"] is None:
        return _UNESCAPED[escape["one"]]
    found = _BYTE.findall(escape["bytes"])
    return bytes(int(hexadecimal, 16) if hexadecimal else int(octal, 8) for hexadecimal, octal in found).decode()


def _hint_for(keyword: str) -> Message | None:
    if keyword in {"msgctxt", "msgid_plural"} or keyword.startswith("msgstr["):
        return message("Materialet använder varken msgctxt eller pluralformer.")
    return None


def po_bytes(catalog: Catalog) -> bytes:
    """Return the catalog as a PO file in UTF-8: the same catalog gives the same bytes."""
    header = "".join(f"{_comment('#', note)}\n" for note in catalog.notes) + _HEADER.format(
        language=catalog.said_language
    )
    others = ((name, value) for name, value in catalog.headers if name not in _OURS)
    header += "".join(f'"{name}: {value.translate(_ESCAPED)}\\n"\n' for name, value in others)
    current = ["\n".join(_lines(entry)) + "\n" for entry in catalog.entries.values()]
    obsolete = ["\n".join(_obsolete_lines(entry)) + "\n" for entry in catalog.obsolete.values()]
    return "\n".join([header, *current, *obsolete]).encode()


def is_written(catalog: Catalog) -> bool:
    """Say whether the catalog's file already says the same."""
    return catalog.file.exists() and po_bytes(read_po(catalog.file)) == po_bytes(catalog)


def write_po(catalog: Catalog) -> bool:
    """Write the catalog to its file unless the file already says the same, and return whether it was written."""
    if is_written(catalog):
        return False
    catalog.file.parent.mkdir(parents=True, exist_ok=True)
    # Somebody's translations are in the old file: it is whole until the new one is.
    unfinished = catalog.file.with_name(catalog.file.name + ".tmp")
    unfinished.write_bytes(po_bytes(catalog))
    unfinished.replace(catalog.file)
    return True


def _lines(entry: Entry) -> Iterator[str]:
    yield from (_comment("#", note) for note in entry.notes)
    yield from (_comment("#.", comment) for comment in entry.comments)
    yield from (_comment("#:", f"\u2068{file}\u2069" if " " in file else file) for file in entry.files)
    if flags := (*(("fuzzy",) if entry.stale else ()), *entry.flags):
        yield _comment("#,", ", ".join(flags))
    if entry.previous:
        yield from (f"#| {line}" for line in _strings("msgid", entry.previous))
    yield from _strings("msgid", entry.source)
    yield from _strings("msgstr", entry.text)


def _obsolete_lines(entry: Entry) -> Iterator[str]:
    for line in _lines(entry):
        if line.startswith("#|"):
            yield "#~" + line[1:]
        else:
            yield line if line.startswith("#") else f"#~ {line}"


def _comment(mark: str, text: str) -> str:
    return f"{mark} {text}".rstrip()


def _strings(keyword: str, text: str) -> Iterator[str]:
    if "\n" not in text[:-1]:
        yield f'{keyword} "{text.translate(_ESCAPED)}"'
        return
    yield f'{keyword} ""'
    yield from (f'"{line.translate(_ESCAPED)}"' for line in re.findall(r"[^\n]*\n|[^\n]+", text))
