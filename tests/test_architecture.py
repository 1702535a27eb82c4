"""Who may import whom, and which third party has which door."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "foraldraskolan"
LEAVES = {"problems", "language", "isolates"}
# What each package may import of ours, beside itself and the leaves.
MAY = {
    "problems": set(),
    "language": set(),
    "isolates": set(),
    "document": set(),
    "typeset": set(),
    "content": {"document"},
    "translation": {"document"},
    "mail": {"document"},
    "layout": {"document", "typeset"},
    "media": {"document", "layout", "typeset"},
    "pdf": {"document", "layout", "typeset"},
    "mailing": {
        "build", "content", "coverage", "document", "files", "layout", "letters", "mail", "media", "pdf", "series",
        "translation", "typeset", "workers",
    },
    "cli": {
        "build", "content", "contents", "coverage", "document", "files", "interface", "mail", "mailing", "pack",
        "project", "series", "texts", "translation",
    },
}  # fmt: skip
DOORS = {
    "reportlab": {"pdf"},
    "svglib": {"pdf"},
    "uharfbuzz": {"typeset", "pdf"},
    "markdown_it": {"content"},
    "icalendar": {"mail"},
    "icu4py": {"typeset"},
    "pyphen": {"typeset"},
    "typer": {"cli"},
    "rich": {"cli"},
}


def imports(file: Path) -> Iterator[str]:
    """Yield every module that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def parts() -> Iterator[tuple[str, str, str]]:
    """Yield (file, the part of the package it belongs to, a module that it imports)."""
    for file in PACKAGE.rglob("*.py"):
        relative = file.relative_to(PACKAGE)
        part = relative.parts[0].removesuffix(".py")
        for module in imports(file):
            yield str(relative), part, module


def test_the_arrows_point_one_way() -> None:
    """No package imports what comes after it in the line of arrows."""
    wrong = []
    for file, part, module in parts():
        if module.startswith("foraldraskolan.") and part in MAY:
            target = module.split(".")[1]
            if target not in MAY[part] | LEAVES | {part}:
                wrong.append(f"{file} imports {module}")
    assert wrong == []


def test_third_parties_have_one_door() -> None:
    """Each library is known to one part of the program."""
    wrong = []
    for file, part, module in parts():
        top = module.split(".")[0]
        if top in DOORS and part not in DOORS[top]:
            wrong.append(f"{file} imports {module}")
    assert wrong == []


def test_media_do_not_know_each_other() -> None:
    """A medium shares code with another through the modules that are no medium."""
    media = {"handout", "lesson", "mailout", "notes"}
    wrong = [
        f"{file} imports {module}"
        for file, part, module in parts()
        if part == "media" and not file.endswith("__init__.py") and module.split(".")[-1] in media
    ]
    assert wrong == []


def test_files_are_small() -> None:
    """A module is one job: none is longer than 450 lines."""
    long = [str(file) for file in PACKAGE.rglob("*.py") if len(file.read_text(encoding="utf-8").splitlines()) > 450]
    assert long == []
