"""The program's own sentences, found in its source code: `python -m tests.support.interface` brings English up to date.

What is new comes in without English, for somebody to write.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import foraldraskolan
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import Catalog, SourceText
from foraldraskolan.translation.po import read_po, write_po
from foraldraskolan.translation.translations import INTERFACE
from foraldraskolan.translation.update import update

_KEYWORDS = ("message", "_")


def extract_messages(package: Path) -> tuple[SourceText, ...]:
    """Return every sentence in a message("...") or _("...") of a package, in the order of files and lines.

    Raise ValueError where the sentence is not written out, because then no translator would ever see it.
    """
    files: dict[str, list[str]] = {}
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package.parent).as_posix()
        for call in _calls(ast.parse(path.read_text("utf-8"), name)):
            sentence = call.args[0] if call.args else None
            if not (isinstance(sentence, ast.Constant) and isinstance(sentence.value, str)):
                raise ValueError(f"{name}:{call.lineno}: the text is not written out")
            files.setdefault(sentence.value, []).append(name)
    return tuple(SourceText(sentence, files=tuple(dict.fromkeys(names))) for sentence, names in files.items())


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _keyword(node.func) in _KEYWORDS]
    yield from sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _keyword(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def update_interface(package: Path, translations: Path, tag: str) -> bool:
    """Bring a language's catalog of the program's sentences up to date, and return whether its file changed."""
    file = translations / tag / f"{INTERFACE}.po"
    old = read_po(file) if file.exists() else Catalog(tag, file=file)
    return write_po(update({INTERFACE: old}, {INTERFACE: extract_messages(package)})[INTERFACE])


if __name__ == "__main__":
    update_interface(Path(foraldraskolan.__file__).parent, Project.default().translations, "en")
