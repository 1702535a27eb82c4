"""A PO file says the same to every program, and what is wrong in it is told with its line."""

import io
import shutil
import subprocess
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as babel_read_po
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.problems import ProblemsFound
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.po import parse_po, po_bytes, read_po, write_po

FILE = Path("signs.po")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
LINES = st.text(st.characters(categories=["L", "N"], include_characters=" .,!%{}[]"), min_size=1).map(str.strip)
NOTES = st.lists(LINES.filter(bool), max_size=2).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Return an entry as update() makes them."""
    text = draw(st.just("") | TEXTS)
    stale = bool(text) and draw(st.booleans())
    previous = draw(st.just("") | TEXTS) if stale else ""
    files = draw(st.lists(st.sampled_from(["materials/modules/signs.md", "my files/a.md"]), unique=True).map(tuple))
    flags = draw(st.sampled_from([(), ("no-wrap",)]))
    return Entry(draw(TEXTS), text, stale, previous, draw(NOTES), files, draw(NOTES), flags)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Return a catalog; what is no longer in use has neither comments nor files."""
    current = {each.source: each for each in draw(st.lists(entries(), max_size=4))}
    gone = {each.source: Entry(each.source, each.text or "x", notes=each.notes) for each in draw(st.lists(entries()))}
    return Catalog("ar", current, {key: gone[key] for key in gone if key not in current}, draw(NOTES), FILE)


@given(catalogs())
def test_what_is_written_is_read(catalog: Catalog) -> None:
    """Reading what was written gives the same catalog, in the same order."""
    again = parse_po(po_bytes(catalog).decode(), FILE)
    assert again == catalog
    assert list(again.entries) == list(catalog.entries)
    assert list(again.obsolete) == list(catalog.obsolete)


@given(catalogs())
def test_same_content_gives_same_bytes(catalog: Catalog) -> None:
    """Writing what was read gives the same bytes again."""
    written = po_bytes(catalog)
    assert po_bytes(parse_po(written.decode(), FILE)) == written


@given(catalogs())
def test_babel_reads_the_same(catalog: Catalog) -> None:
    """Another program finds the same texts, the same translations and the same stale ones."""
    read = babel_read_po(io.BytesIO(po_bytes(Catalog("ar", catalog.entries))))
    found = {message.id: (message.string, message.fuzzy) for message in read if message.id}
    assert found == {each.source: (each.text, each.stale) for each in catalog.entries.values()}


@given(catalogs())
def test_line_numbers_point_at_the_source(catalog: Catalog) -> None:
    """The line of an entry is the line of its msgid."""
    written = po_bytes(catalog)
    lines = written.decode().split("\n")
    for entry in parse_po(written.decode(), FILE).entries.values():
        assert entry.line is not None
        assert lines[entry.line - 1].startswith("msgid ")


EXAMPLE = Catalog(
    "ar",
    {
        "Ring {phone:larmnumret}.": Entry(
            "Ring {phone:larmnumret}.", "اتصل بـ {phone:larmnumret}.", comments=("akut fara, stycke",),
            files=("materials/modules/signs.md",),
        ),
        'Säg "nej".': Entry('Säg "nej".', "قل لا.", True, "Säg nej.", notes=("osäker",)),
    },
    {"Borta": Entry("Borta", "ذهب")},
)  # fmt: skip

EXAMPLE_TEXT = """\
msgid ""
msgstr ""
"Language: ar\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. akut fara, stycke
#: materials/modules/signs.md
msgid "Ring {phone:larmnumret}."
msgstr "اتصل بـ {phone:larmnumret}."

# osäker
#, fuzzy
#| msgid "Säg nej."
msgid "Säg \\"nej\\"."
msgstr "قل لا."

#~ msgid "Borta"
#~ msgstr "ذهب"
"""


def test_the_form() -> None:
    """The file has no dates, no line numbers and no wrapped lines."""
    assert po_bytes(EXAMPLE).decode() == EXAMPLE_TEXT


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_it(tmp_path: Path) -> None:
    """The gettext tools find nothing wrong with the file."""
    file = tmp_path / "signs.po"
    file.write_bytes(po_bytes(EXAMPLE))
    run = subprocess.run(["msgfmt", "--check-format", "-o", "/dev/null", file], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    "command",
    [
        ["msgcat"],
        ["msgcat", "--no-wrap"],
        ["msgcat", "--escape"],
        ["msgcat", "--indent"],
        ["msgattrib"],
        ["msgmerge", "--previous", "--no-fuzzy-matching", "signs.po"],
    ],
)
def test_what_gettext_writes_of_ours_says_the_same(command: list[str], tmp_path: Path) -> None:
    """Its programs wrap, escape and number anew; nothing is lost there or back, headers and notes neither."""
    headers = (
        ("Last-Translator", "Åsa Öberg <a@b.se>"),
        ("PO-Revision-Date", "2026-11-03 10:00+0100"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
        ("X-Generator", "Weblate 5.8"),
        ("X-Poedit-SearchPath-0", "."),
    )
    long = Entry("Lång text, " * 20, "نص طويل، " * 20, True, "Text\\", notes=("ett", "  indraget", "", "två"))
    ours = replace(EXAMPLE, entries={**EXAMPLE.entries, long.source: long}, headers=headers)
    (tmp_path / "signs.po").write_bytes(po_bytes(ours))
    theirs = subprocess.run([*command, "signs.po"], cwd=tmp_path, check=True, capture_output=True).stdout.decode()
    back = parse_po(theirs, FILE)
    assert back == ours
    assert set(back.headers) == set(headers)
    assert po_bytes(replace(back, headers=headers)) == po_bytes(ours)


def test_files_of_other_programs_are_read() -> None:
    """Wrapped texts, line numbers, Windows line ends, contexts of stale and obsolete texts are all understood."""
    text = (
        '# Ahmed\nmsgid ""\nmsgstr "Language: ar\\nX-Generator: Poedit\\n"\n\n'
        '#: a.md:12 a.md:14 b.md:1\n#, fuzzy, no-wrap\n#| msgid ""\n#| "Före "\n#| "besöket"\n'
        'msgid ""\n"Efter "\n"besöket"\nmsgstr "بعد"\n\n#, fuzzy\n#~| msgid "a"\n#~ msgid "b"\n#~ msgstr "c"\n'
    )
    stale = Entry("Efter besöket", "بعد", True, "Före besöket", (), ("a.md", "b.md"), (), ("no-wrap",))
    gone = Entry("b", "c", True, "a")
    expected = Catalog("ar", {"Efter besöket": stale}, {"b": gone}, ("Ahmed",))
    assert parse_po(text.replace("\n", "\r\n"), FILE) == expected


def test_what_other_programs_say_at_the_top_stays() -> None:
    """Who translated last, with which program and when, is written as it was read, after our own headers."""
    said = (
        'msgstr ""\n"Last-Translator: Asha <asha@example.org>\\n"\n"Language: so\\n"\n"X-Generator: \\"Poedit\\"\\n"\n'
    )
    catalog = parse_po('msgid ""\n' + said, FILE)
    written = po_bytes(catalog).decode()
    assert [line for line in written.splitlines() if "-Translator" in line or "-Generator" in line] == [
        '"Last-Translator: Asha <asha@example.org>\\n"',
        '"X-Generator: \\"Poedit\\"\\n"',
    ]
    assert po_bytes(parse_po(written, FILE)).decode() == written


@given(catalogs(), st.sampled_from(["\r", "\r\n", "\n"]))
def test_line_ends_change_nothing(catalog: Catalog, end: str) -> None:
    """A file of an old Mac or of Windows says the same."""
    assert parse_po(po_bytes(catalog).decode().replace("\n", end), FILE) == catalog


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ('msgid\t"a"\nmsgstr\t"b"\n', Entry("a", "b")),
        ('msgid"a"\nmsgstr"b"\n', Entry("a", "b")),
        ('msgid "a" "b"\nmsgstr "c" "d"\n', Entry("ab", "cd")),
        ('#= no-wrap\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", flags=("no-wrap",))),
        ('#   ett\n#två\n#\nmsgid "a"\nmsgstr "b"\n', Entry("a", "b", notes=("  ett", "två", ""))),
        ('msgid "Sm\\303\\266r"\nmsgstr "\\xd8\\xa8"\n', Entry("Smör", "ب")),
        ('msgid "\\\\303"\nmsgstr "a"\n', Entry("\\303", "a")),
    ],
)
def test_ways_of_writing_a_text(text: str, entry: Entry) -> None:
    """A tab for a space, and letters as the numbers of their bytes, are gettext's."""
    assert list(parse_po(text, FILE).entries.values()) == [entry]


def test_comments_on_what_is_out_of_use() -> None:
    """A translator's note on an obsolete text stays with it, whichever way it is written."""
    text = '#~ # osäker\n#~ #, fuzzy\n#~| msgid "a"\n#~ msgid "b"\n#~ msgstr "c"\n'
    assert parse_po(text, FILE).obsolete == {"b": Entry("b", "c", True, "a", notes=("osäker",))}


def test_what_is_flagged_without_reason_is_not_stale() -> None:
    """Only a translation can be stale, and only a stale one was made from another source."""
    text = '#, fuzzy\n#| msgid "x"\nmsgid "a"\nmsgstr ""\n\n#| msgid "y"\nmsgid "b"\nmsgstr "B"\n'
    assert parse_po(text, FILE).entries == {"a": Entry("a"), "b": Entry("b", "B")}


def test_a_text_of_several_lines_is_written_line_by_line() -> None:
    """A translator sees line breaks where they are."""
    written = po_bytes(Catalog("ar", {"a\\\nb": Entry("a\\\nb", "c\n")})).decode()
    assert written.endswith('\nmsgid ""\n"a\\\\\\n"\n"b"\nmsgstr "c\\n"\n')


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """A file that a Windows editor saved is read as any other."""
    file = tmp_path / "signs.po"
    file.write_bytes(b'\xef\xbb\xbfmsgid "a"\nmsgstr "b"\n')
    assert read_po(file).entries == {"a": Entry("a", "b")}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "signs.po:4: Samma msgid står redan på rad 1."),
        ('msgid "a\nmsgstr "b"\n', 'signs.po:1: Texten ska stå mellan två citattecken: "a'),
        ('msgid "a"b"\nmsgstr "b"\n', 'signs.po:1: Texten ska stå mellan två citattecken: "a"b"'),
        ('msgid "a\\q"\nmsgstr "b"\n', "signs.po:1: \\q betyder ingenting här."),
        ('msgid "\\303"\nmsgstr "b"\n', 'signs.po:1: Talen efter \\ är inga tecken i UTF-8: "\\303"'),
        ('msgid "\\777"\nmsgstr "b"\n', 'signs.po:1: Talen efter \\ är inga tecken i UTF-8: "\\777"'),
        ('msgid "a"\n', "signs.po:1: Texten saknar msgid eller msgstr."),
        ('msgstr "a"\n', "signs.po:1: Här väntades inte msgstr."),
        ('"a"\n', 'signs.po:1: Texten hör inte till någon msgid eller msgstr: "a"'),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 'signs.po:2: Raden går inte att läsa: msgid_plural "b"'),
        ("<<<<<<< HEAD\n", "signs.po:1: Raden går inte att läsa: <<<<<<< HEAD"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, problem: str) -> None:
    """A broken file is refused, never read as something else."""
    with pytest.raises(ProblemsFound) as found:
        parse_po(text, FILE)
    first = found.value.problems[0]
    assert f"{first.place}: {first.message.text(NullTranslations())}" == problem


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    """A file that is not UTF-8 is told with the line of its first wrong byte."""
    file = tmp_path / "signs.po"
    file.write_bytes('msgid "a"\nmsgstr "å"\n'.encode("latin-1"))
    with pytest.raises(ProblemsFound) as found:
        read_po(file)
    assert [problem.place.line for problem in found.value.problems if problem.place] == [2]


def test_a_file_that_says_the_same_is_left_alone(tmp_path: Path) -> None:
    """Another program's way of writing the same catalog is not written over."""
    file = tmp_path / "ar" / "signs.po"
    catalog = Catalog("ar", {"a": Entry("a", "b")}, file=file)
    assert write_po(catalog)
    wrapped = b'msgid ""\nmsgstr "Language: ar\\n"\n\nmsgid ""\n"a"\nmsgstr "b"\n'
    file.write_bytes(wrapped)
    assert not write_po(catalog)
    assert file.read_bytes() == wrapped
    assert [each.name for each in file.parent.iterdir()] == ["signs.po"]
