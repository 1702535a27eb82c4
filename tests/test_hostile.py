"""Whatever a file of ours is turned into, reading it gives a result or problems with places, and no other exception."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.cli.interface import interface
from foraldraskolan.cli.merged import merged
from foraldraskolan.editor.completeness import unfinished
from foraldraskolan.editor.rules import edited
from foraldraskolan.editor.style import Style, read_style
from foraldraskolan.material.assemble import assemble
from foraldraskolan.material.fill import fill
from foraldraskolan.material.freshness import grown_old
from foraldraskolan.material.library import Library, read_library
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.material.module import read_letter, read_module
from foraldraskolan.material.plan import read_plan
from foraldraskolan.problems import Problem, ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.translation.checking.grammar import read_grammars
from foraldraskolan.translation.checks import Known, check_catalog
from foraldraskolan.translation.glossary import read_glossary
from foraldraskolan.translation.languages import read_languages
from foraldraskolan.translation.po import read_po
from foraldraskolan.translation.review import read_review
from foraldraskolan.translation.translatable import translatable, vital

CATALOGS = (NullTranslations(), interface("en", Project.default().translations))
REVIEW = '[[signed]]\nby = "Asha"\ntranslator = "Hodan"\ndate = 2026-12-01\ntexts = [\n    "0123456789abcdef",\n]\n'
ODD = [
    *"[]{}()=\"'#\\*_`|.,;:<>!&+-~",
    *(
        "\0",
        "\r",
        "\n",
        "\t",
        "    ",
        "\x1b[31m",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\u0301" * 50,
        "😀",
        "\U0010ffff",
        "مرحبا",
    ),
    *(
        "[[",
        ']"',
        '"""',
        "'''",
        "\\u0000",
        "\\ud800",
        "0x" + "f" * 90,
        "9" * 90,
        "9" * 4400,
        "1e400",
        "nan",
        "[]",
        "{a=1}",
    ),
    *("9999-12-31", "0001-01-01", "9999-99-99", "2026-12-03T18:00:00Z", "18:00", "true", "[" * 60, "{a=" * 60),
    *(":::", "::: slide", "::: act", "::: contacts", "::: chart x", "---", "+++", "> ", "- ", "1. ", "# ", "#### "),
    *("[^1]", "[^0]", "[^" + "9" * 400, "{phone:x}", "{fact:x}", "{meeting:x}", "{sv:ord}", "{}", "[a](b)", "![a](b)"),
    *("*" * 300 + "a", "a" * 6000, "|a|b|", "|---|---|", "<b>", "&#x0;", "```", "```` ```"),
    *(
        'msgid ""',
        'msgid "a"',
        'msgstr ""',
        '"\\x"',
        '"\\r"',
        "#~ msgid",
        "#| msgid",
        "#, fuzzy",
        'msgctxt "a"',
        '"a""b"',
    ),
]
RAW = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x85", b"\xff\xfe"]
# A change: what is done, where in the file (as a part of it), and with what.
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["insert", "replace", "line", "delete", "twice", "swap", "cut", "many"]),
        st.floats(0, 1),
        st.floats(0, 1),
        st.sampled_from([*(each.encode() for each in ODD), *RAW]) | st.binary(max_size=3),
    ),
    min_size=1,
    max_size=4,
)


def changed(data: bytes, change: tuple[str, float, float, bytes]) -> bytes:
    """Return a file's bytes after one change."""
    kind, start, other, odd = change
    at = int(start * len(data))
    lines = data.split(b"\n")
    line, second = int(start * (len(lines) - 1)), int(other * (len(lines) - 1))
    match kind:
        case "insert":
            return data[:at] + odd + data[at:]
        case "replace":
            return data[:at] + odd + data[at + len(odd) :]
        case "cut":
            return data[:at]
        case "many":
            return data[:at] + data[at : at + 20] * 200 + data[at:]
        case "line":
            lines.insert(line, odd)
        case "delete":
            del lines[line]
        case "twice":
            lines.insert(second, lines[line])
        case "swap":
            lines[line], lines[second] = lines[second], lines[line]
    return b"\n".join(lines)


class Copy:
    """A copy of the material and its translations, to be spoiled file by file."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder / "materials", folder / "translations")
        shutil.copytree(Project.default().materials, self.project.materials)
        shutil.copytree(Project.default().translations, self.project.translations)
        (self.project.translations / "ar" / "review.toml").write_text(REVIEW, encoding="utf-8")
        self.library = read_library(self.project.materials)
        self.languages = read_languages(self.project.translations)
        self.known = Known(read_glossary(self.project.translations), read_grammars(self.project.translations))
        self.vital = vital(translatable(self.library, self.project.materials))
        style = read_style(self.project.materials)
        assert style is not None
        self.style: Style = style
        self.readers = self._readers()

    def _readers(self) -> list[tuple[Path, Callable[[Path], object]]]:
        """Return some files of every kind, each with what reads it and all that is made of it before it is set."""
        materials, translations = self.project.materials, self.project.translations
        records = [materials / f"{name}.toml" for name in ("contacts", "facts", "laws", "pictures", "sources")]
        return [
            *(
                (materials / "plans" / f"{name}.toml", self.plan)
                for name in ("example", "parents-90", "mailout-series")
            ),
            *((materials / "modules" / f"{name}.md", self.module) for name in ("acute", "common", "nicotine", "signs")),
            (materials / "letters" / "invitation.md", lambda file: read_letter(file, self.library)),
            *((file, lambda _: self.judged(read_library(materials))) for file in records),
            (materials / "style.toml", lambda _: read_style(materials)),
            *((translations / name, self.catalog) for name in ("ar/acute.po", "so/labels.po", "en/contacts.po")),
            (translations / "ar" / "review.toml", read_review),
            (translations / "languages.toml", lambda _: read_languages(translations)),
            (translations / "grammar.toml", lambda _: read_grammars(translations)),
            (translations / "glossary.csv", lambda _: read_glossary(translations)),
            (translations / "false_friends.csv", lambda _: read_glossary(translations)),
        ]

    def plan(self, file: Path) -> object:
        """Read a plan, and put the meeting together."""
        return fill(assemble(read_plan(file, self.library, self.languages), self.library), self.library, self.languages)

    def module(self, file: Path) -> object:
        """Read a module, and judge it as an editor does."""
        module = read_module(file, self.library)
        return self.judged(replace(self.library, modules={module.id: module}))

    def judged(self, library: Library) -> object:
        """Judge a library as `check` does."""
        return edited(library, self.style), unfinished(library, self.style), grown_old(library, date(2026, 12, 1))

    def catalog(self, file: Path) -> object:
        """Read a catalog, and compare each translation with its source."""
        catalog, language = read_po(file), self.languages[file.parent.name]
        return check_catalog(catalog, language, parse_inlines, self.known, self.vital, catalog.entries)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """Copy the material once."""
    return Copy(tmp_path_factory.mktemp("copy"))


@settings(max_examples=150)
@given(st.data())
def test_a_spoiled_file_is_read_or_told(copy: Copy, data: st.DataObject) -> None:
    """Every problem has a place in the project and words in both languages."""
    file, read = data.draw(st.sampled_from(copy.readers), label="file")
    whole = file.read_bytes()
    spoiled = whole
    for change in data.draw(CHANGES, label="changes"):
        spoiled = changed(spoiled, change)
    problems: tuple[Problem, ...] = ()
    file.write_bytes(spoiled)
    try:
        read(file)
    except ProblemsFound as found:
        problems = found.problems
    finally:
        file.write_bytes(whole)
    for each in merged(problems):
        assert each.problem.place is not None
        assert each.problem.place.file.is_relative_to(copy.project.materials.parent)
        for catalog in CATALOGS:
            assert each.where(catalog) and each.problem.message.text(catalog)
            assert each.problem.hint is None or each.problem.hint.text(catalog)


# Each of these once took minutes, or more memory than there is: what is beyond the limits is refused before it is taken
# apart, and all else is read in one pass.
LONG = {
    "stars": "*" * 2000 + "ord" + "*" * 2000,
    "brackets": "[" * 4900,
    "links": "[a](" * 1200,
    "braces": "{" * 4900,
    "cell-borders": ("|" * 4900 + "\n") * 200,
    "table": "|a|b|\n|---|---|\n" + "|c|d|\n" * 4900,
    "quotes": (">" * 4900 + "\n") * 200,
    "lists": ("- " * 2400 + "\n") * 200,
    "steps": "\n".join(" " * (2 * depth) + "- a" for depth in range(2000)),
    "fences": "\n".join("`" * (3 + number % 200) for number in range(4900)),
    "boxes": "::: act\n" * 4900,
    "box-title": "::: act" + " " * 4900 + "a",
    "one-paragraph": ("ord " * 1000 + "\n") * 240,
    "paragraphs": ("ord " * 1000 + "\n\n") * 240,
    "unknown-contacts": "::: contacts\n" + "".join(f"- a{number}\n" for number in range(4900)) + ":::",
    "unknown-facts": "".join("".join(f"{{fact:a{number}}} " for number in range(400)) + "\n\n" for _ in range(40)),
    "hidden": "\u202e\n" * 250_000,
    "megabytes": "a\n" * 2_500_000,
}


@pytest.mark.parametrize("name", LONG)
def test_no_text_takes_for_ever(copy: Copy, name: str) -> None:
    """A module of hundreds of thousands of characters is read or told as one of a few is."""
    file = copy.project.materials / "modules" / "signs.md"
    whole = file.read_text(encoding="utf-8")
    head = whole[: whole.index("+++", 3)]
    file.write_text(f"{head}+++\n{LONG[name]}\n", encoding="utf-8", newline="")
    try:
        with pytest.raises(ProblemsFound) as found:
            read_module(file, copy.library)
        assert merged(found.value.problems)[0].problem.place
    finally:
        file.write_text(whole, encoding="utf-8", newline="")


def test_no_plan_takes_for_ever(copy: Copy) -> None:
    """Thousands of contacts and modules are one problem each, and so is a title of a hundred thousand letters."""
    plan = copy.project.materials / "plans" / "example.toml"
    whole = plan.read_text(encoding="utf-8")
    title = next(line for line in whole.split("\n") if line.startswith("title"))
    contacts = "".join(f'[[contacts]]\nname = "A{number}"\nphone = "0500-{number}"\n' for number in range(10_000))
    keys = "".join(f"[[unknown{number}]]\na = 1\n" for number in range(10_000))
    file = copy.project.materials / "plans" / "long.toml"
    for spoiled, told in [
        (whole + contacts, ["contacts"]),
        (
            whole.replace("modules = [", "modules = [" + "".join(f'"a{number}",' for number in range(10_000))),
            ["modules"],
        ),
        (whole.replace(title, f'title = "{"a" * 100_000}"'), ["title"]),
        (whole + keys, [None]),
    ]:
        file.write_text(spoiled, encoding="utf-8")
        with pytest.raises(ProblemsFound) as found:
            read_plan(file, copy.library, copy.languages)
        assert [problem.place and problem.place.key for problem in found.value.problems] == told
    file.unlink()
