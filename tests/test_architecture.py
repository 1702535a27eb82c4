"""Who may import whom, and which third party has which door."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from foraldraskolan.media.media import MEDIA

PACKAGE = Path(__file__).parents[1] / "foraldraskolan"
# What anybody may import.
LEAVES = {
    "characters", "problems", "language", "isolates", "limits", "faults", "inputs", "toml_syntax", "project", "scripts",
    "record",
}  # fmt: skip
# Every part of the program, a folder or a file, and what it imports of the others, beside the leaves.
MAY: dict[str, set[str]] = {
    **{leaf: set() for leaf in LEAVES},
    "document": set(),
    "typeset": set(),
    "spreadsheet": set(),
    "class_list": {"spreadsheet"},
    "material": {"document"},
    "editor": {"document", "material"},
    "translation": {"document", "material", "spreadsheet"},
    "layout": {"document", "typeset"},
    "media": {"document", "layout"},
    "pdf": {"document", "layout", "typeset"},
    "web": {"document", "layout"},
    "office": {"document", "layout", "typeset"},
    "make": {
        "class_list", "document", "layout", "material", "media", "office", "pdf", "translation", "typeset", "web",
    },
    "cli": {
        "class_list", "document", "editor", "layout", "make", "material", "media", "spreadsheet", "translation",
    },
    "__main__": {"cli"},
    "__init__": set(),
}  # fmt: skip
# A library of whose names some are promised to nobody has one file.
FILE_DOORS = {"reportlab": {"foraldraskolan.pdf.objects"}}
DOORS = {
    "uharfbuzz": {"typeset", "pdf"},
    "markdown_it": {"material"},
    "PIL": {"material"},
    "gflanguages": {"translation"},
    "hunspell": {"editor"},
    "icu4py": {"typeset"},
    "pyphen": {"typeset"},
    "segno": {"layout"},
    "pptx": {"office"},
    "xlsxwriter": {"spreadsheet"},
    "typer": {"cli"},
    "rich": {"cli"},
}


def imports(file: Path) -> Iterator[str]:
    """Yield every module that a file imports, for its types too, or a module's name with the name imported from it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


FILES = {".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts): file for file in PACKAGE.rglob("*.py")}
MODULES = {name.removesuffix(".__init__"): set(imports(file)) for name, file in FILES.items()}
# Each of our modules, and which of ours it imports.
OURS = {
    name: {each if each in MODULES else each.rpartition(".")[0] for each in found} & MODULES.keys()
    for name, found in MODULES.items()
}


def part(module: str) -> str:
    """Return the part of the program that a module of ours is in: a folder of the package, or a file of its own."""
    return module.split(".")[1] if "." in module else "__init__"


def test_every_part_is_in_the_table() -> None:
    """No folder and no file of the package stands outside the rules, and no rule is for one that is not there."""
    assert MAY.keys() == {part(module) for module in OURS}
    assert all(MAY[leaf] <= LEAVES for leaf in LEAVES)


def test_the_arrows_are_those_of_the_table() -> None:
    """A part imports what the table says, no less and no more."""
    found: dict[str, set[str]] = {name: set() for name in MAY}
    for module, targets in OURS.items():
        found[part(module)] |= {part(each) for each in targets} - {part(module), "__init__"} - LEAVES
    assert found == {name: may - LEAVES for name, may in MAY.items()}


def test_nothing_goes_round() -> None:
    """No module comes back to itself by what it imports, and no part does, so each can be read after the other."""
    parts: dict[str, set[str]] = {name: set() for name in MAY}
    for module, targets in OURS.items():
        parts[part(module)] |= {part(each) for each in targets} - {part(module)}
    for graph in (OURS, parts):
        tuple(TopologicalSorter(graph).static_order())  # raises CycleError with the way round


def test_third_parties_have_one_door() -> None:
    """Each library is known to one part of the program, or to one file."""
    users: dict[str, set[str]] = {top: set() for top in (*DOORS, *FILE_DOORS)}
    for module, found in MODULES.items():
        for top in {each.split(".")[0] for each in found} & users.keys():
            users[top].add(module)
    assert {top: set(map(part, users[top])) for top in DOORS} == DOORS
    assert {top: users[top] for top in FILE_DOORS} == FILE_DOORS


def test_media_do_not_know_each_other() -> None:
    """A medium shares code with another through the modules that are no medium.

    All arrange a form; one that is made of a plan is a file with its name that the list of media has a line for. One in
    another format knows the one that it is a format of.
    """
    named = {module.rpartition(".")[2]: module for module in FILES if part(module) == "media"}
    texts = {name: FILES[module].read_text(encoding="utf-8") for name, module in named.items()}
    media = {name for name, text in texts.items() if "\ndef arrange(" in text}
    assert len(media) > 7
    assert {name for name, text in texts.items() if "\nMEDIUM = " in text} == {*MEDIA}
    of = {(name, medium.of) for name, medium in MEDIA.items() if medium.of}
    assert {*MEDIA} - {name for name, _ in of} < media
    media |= {*MEDIA}
    assert {(name, other) for name in media for other in media if named[other] in OURS[named[name]]} == of


def test_renderers_know_no_meaning() -> None:
    """What sets, paints and writes a form never asks what a thing in it means."""
    renderers = [module for module in OURS if part(module) in ("layout", "pdf", "web", "office")]
    assert [module for module in renderers if "foraldraskolan.document.meaning" in OURS[module]] == []
    assert any("foraldraskolan.document.form" in OURS[module] for module in renderers)


def test_files_are_small() -> None:
    """A module is one job: none is longer than 450 lines."""
    long = [str(file) for file in PACKAGE.rglob("*.py") if len(file.read_text(encoding="utf-8").splitlines()) > 450]
    assert long == []
