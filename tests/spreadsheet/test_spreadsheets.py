"""Spreadsheets are read as their reader sees them: odd ones too, to the last column, notes and merges included."""

import tracemalloc
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.class_list.columns import recognised
from foraldraskolan.class_list.recipients import read_recipients
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.spreadsheet import markup
from foraldraskolan.spreadsheet.formats import read_workbook
from foraldraskolan.spreadsheet.workbook import Row
from tests.support.workbooks import (
    MAIN,
    RELATIONS,
    STRICT,
    STRICT_RELATIONS,
    document_cell,
    document_row,
    relations,
    text_cell,
    workbook,
    write_document,
    write_parts,
)

Parts = dict[str, str | bytes]
ROWS, COLUMNS = 'table:number-rows-repeated="{}"', 'table:number-columns-repeated="{}"'
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="000\\ 00"/>'
    '<numFmt numFmtId="165" formatCode="[$-41D]d\\ mmm\\ yyyy;@"/>'
    '<numFmt numFmtId="166" formatCode="0&quot; st&quot;"/>'
    '<numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/><xf numFmtId="166"/>'
    '<xf numFmtId="167"/></cellXfs></styleSheet>'
)
STRINGS = (
    f'<sst xmlns="{MAIN}"><si><t>Eva Ek</t></si><si><r><t>Åsa </t></r><r><rPr><b/></rPr><t>Öberg</t></r></si>'
    '<si><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si><si><t>a_x000D_&#10;b</t></si></sst>'
)


def rows(path: Path) -> tuple[Row, ...]:
    """Return the rows of a file's first sheet."""
    return read_workbook(path, recognised).sheets[0].rows


def told(path: Path) -> list[tuple[str, int | None]]:
    """Return what is said of a file that is not read, and of which row."""
    with pytest.raises(ProblemsFound) as found:
        read_workbook(path, recognised)
    return [
        (each.message.text(NullTranslations()), each.place.line if each.place else None)
        for each in found.value.problems
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c t="s"><v>0</v></c>', "Eva Ek"),
        ('<c t="s" s=""><v>0</v></c>', "Eva Ek"),
        ('<c t="s"><v>1</v></c>', "Åsa Öberg"),
        ('<c t="s"><v>2</v></c>', "山田"),
        ('<c t="s"><v>3</v></c>', "a\nb"),
        ('<c t="inlineStr"><is><r><t>Åsa </t></r><r><t xml:space="preserve"> Öberg</t></r></is></c>', "Åsa Öberg"),
        ('<c t="inlineStr"><is><t>Åsa <!-- x -->Öberg<?x y?></t></is></c>', "Åsa Öberg"),
        ("<c><v>75310</v></c>", "75310"),
        ("<c><v>8.0</v></c>", "8"),
        ("<c><v>7.531E4</v></c>", "75310"),
        ("<c><v>78.459999999999994</v></c>", "78,46"),
        ('<c s=""><v>1</v></c>', "1"),
        ('<c s="1"><v>1234</v></c>', "01234"),
        ('<c s="2"><v>46329</v></c>', "2026-11-03"),
        ('<c s="3"><v>46329.75</v></c>', "2026-11-03T18:00:00"),
        ('<c s="3"><v>1</v></c>', "1900-01-01"),
        ('<c s="3"><v>-1</v></c>', "#####"),
        ('<c s="4"><v>3</v></c>', "3"),
        ('<c s="5"><v>1.5</v></c>', "1 day, 12:00:00"),
        ('<c t="d"><v>2026-11-03T00:00:00</v></c>', "2026-11-03"),
        ('<c t="b"><v>1</v></c>', "SANT"),
        ('<c t="b"><v>0</v></c>', "FALSKT"),
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c t="str"><f>A1</f><v>Eva</v></c>', "Eva"),
        ("<c><f>1+1</f><v>2</v></c>", "2"),
        ('<c t="inlineStr"><is><t>="01234"</t></is></c>', "01234"),
        ('<c t="inlineStr"><is><t>&lt;b&gt; &amp; &#229;</t></is></c>', "<b> & å"),
    ],
)
def test_what_a_cell_of_excel_shows(cell: str, shown: str, tmp_path: Path) -> None:
    """Texts, numbers, days and formulas give what their reader sees, however the file says it."""
    path = write_parts(tmp_path / "list", workbook(f"<row>{cell}</row>", styles=STYLES, sharedStrings=STRINGS))
    assert [row.cells for row in rows(path)] == [(shown,)]


def test_days_may_be_counted_from_1904(tmp_path: Path) -> None:
    """A workbook of an old Mac says so, and its days are later by four years and a day."""
    parts = workbook('<row><c s="3"><v>44867</v></c></row>', styles=STYLES)
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    assert rows(write_parts(tmp_path / "list", parts))[0].cells == ("2026-11-03",)


ELEV = f"<row>{text_cell('Elev')}{text_cell('Klass')}</row>"
EVA = f"<row>{text_cell('Eva')}{text_cell('8B')}</row>"


def _replaced(old: str, new: str) -> Parts:
    return {name: str(part).replace(old, new) for name, part in workbook(ELEV + EVA).items()}


def _moved(names: dict[str, str]) -> Parts:
    return {names.get(name, name): part for name, part in workbook(ELEV + EVA).items()}


def _prefixed() -> Parts:
    parts = workbook(ELEV + EVA)
    sheet = str(parts["xl/worksheets/sheet1.xml"]).replace("</", "\0").replace("<", "<x:").replace("\0", "</x:")
    return parts | {"xl/worksheets/sheet1.xml": sheet.replace("xmlns=", "xmlns:x=")}


def _strict() -> Parts:
    return {
        name: str(part).replace(MAIN, STRICT).replace(RELATIONS, STRICT_RELATIONS)
        for name, part in workbook(ELEV + EVA).items()
    }


def _elsewhere() -> Parts:
    root = relations({"/book/main.xml": "officeDocument"})
    moved = {"xl/workbook.xml": "book/main.xml", "xl/_rels/workbook.xml.rels": "book/_rels/main.xml.rels",
             "xl/worksheets/sheet1.xml": "book/worksheets/sheet1.xml"}  # fmt: skip
    return _moved(moved) | {"_rels/.rels": root}


ODD = {
    "plain": workbook(ELEV + EVA),
    "strict": _strict(),
    "prefixed": _prefixed(),
    "elsewhere": _elsewhere(),
    "absolute target": _replaced('Target="worksheets', 'Target="/xl/worksheets'),
    "target with dots": _replaced('Target="worksheets', 'Target="../xl/./worksheets'),
    "capitals": _moved({"xl/worksheets/sheet1.xml": "xl/Worksheets/Sheet1.XML"}),
    "backslashes": _moved({"xl/worksheets/sheet1.xml": "xl\\worksheets\\sheet1.xml"}),
    "empty cells and rows": workbook(
        f'<row/><row r="4" s="1"/>{ELEV}<row><c/><c r="XFD6"/></row>{EVA}<row r="1048576"/>'
    ),
    "utf-16": {
        name: str(part).encode("utf-16") if "sheet1" in name else part for name, part in workbook(ELEV + EVA).items()
    },
    "unknown elements": _replaced("<sheetData>", '<x:y xmlns:x="z"><x:c/></x:y><dimension ref="A1"/><sheetData>'),
}


@pytest.mark.parametrize("kind", ODD)
def test_odd_but_valid(kind: str, tmp_path: Path) -> None:
    """However a program writes the same sheet, strictly or oddly, it is the same list."""
    assert [row.cells for row in rows(write_parts(tmp_path / "list", ODD[kind]))] == [("Elev", "Klass"), ("Eva", "8B")]


def test_cells_stand_where_they_say(tmp_path: Path) -> None:
    """A cell with a place stands there, one without after the one before it, whatever is empty between."""
    made = workbook(f'<row r="3">{text_cell("a", "B3")}{text_cell("b")}<c r="E3"/>{text_cell("c")}</row>')
    assert rows(write_parts(tmp_path / "list", made)) == (Row(3, ("", "a", "b", "", "", "c")),)


@pytest.mark.parametrize(
    "sheet",
    [
        '<row><c t="s"><v>0</v></c></row>',  # there are no strings
        "<row><c><v>abc</v></c></row>",
        "<row><c><v>1e999</v></c></row>",
        '<row><c s="9"><v>1</v></c></row>',
        f'<row r="2">{text_cell("a")}</row><row r="1"/>',
        f'<row r="9999999">{text_cell("a")}</row>',
        f"<row>{text_cell('a', 'A1')}{text_cell('b', 'A1')}</row>",
        f"<row>{text_cell('a', 'AAAA1')}</row>",
        "<row><c>",
        "<row>&x;</row>",
    ],
)
def test_what_cannot_be_right_is_damage(sheet: str, tmp_path: Path) -> None:
    """A sheet that says what no sheet can is not guessed at."""
    assert told(write_parts(tmp_path / "list", workbook(sheet))) == [("Filen är skadad.", None)]


def test_only_sheets_that_show(tmp_path: Path) -> None:
    """Hidden sheets, and charts on sheets of their own, are no lists."""
    parts = workbook(ELEV + EVA)
    sheets = '<sheet name="a" state="hidden" r:id="r1"/><sheet name="b" r:id="r1"/><sheet name="c" r:id="r2"/>'
    sheets += '<sheet name="d" state="veryHidden" r:id="r1"/>'
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{sheets}</sheets></workbook>'
    parts["xl/_rels/workbook.xml.rels"] = relations({"worksheets/sheet1.xml": "worksheet", "c.xml": "chartsheet"})
    path = write_parts(tmp_path / "list", parts)
    hidden = {sheet.name: sheet.hidden for sheet in read_workbook(path, recognised).sheets}
    assert hidden == {"a": True, "b": False, "d": True}
    assert len(read_recipients(path, ("sv",), "sv").recipients) == 1


THREADED = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"


def test_comments_on_cells_of_excel(tmp_path: Path) -> None:
    """Notes and answered comments come with their rows, also on cells and rows where nothing else stands."""
    parts = workbook(ELEV + EVA)
    note = '<comment ref="{}" authorId="0"><text><r><t>{} </t></r><r><t>{}</t></r></text></comment>'
    notes = note.format("A2", "Skyddad", "adress") + note.format("D2", "Ring", "först") + note.format("B5", "x", "y")
    threaded = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    parts |= {
        "xl/worksheets/_rels/sheet1.xml.rels": relations({"../c1.xml": "comments", "../t1.xml": THREADED}),
        "xl/c1.xml": f'<comments xmlns="{MAIN}"><commentList>\n {notes}\n</commentList></comments>',
        "xl/t1.xml": f'<ThreadedComments xmlns="{threaded}"><threadedComment ref="B2"><text>Sekretess</text>'
        "</threadedComment></ThreadedComments>",
    }
    assert [(row.number, row.cells, row.notes) for row in rows(write_parts(tmp_path / "list", parts))] == [
        (1, ("Elev", "Klass"), ()),
        (2, ("Eva", "8B"), ((0, "Skyddad adress"), (3, "Ring först"), (1, "Sekretess"))),
        (5, (), ((1, "x y"),)),
    ]


def test_merged_cells_of_excel(tmp_path: Path) -> None:
    """A cell merged downwards says the same in each of its rows; one merged to the side says it once."""
    made = workbook(
        f'<row r="1">{text_cell("Kim", "A1")}{text_cell("Ja", "B1")}{text_cell("Jo", "C1")}</row>'
        f'<row r="2">{text_cell("Bo", "C2")}</row><row r="4">{text_cell("dold", "B4")}{text_cell("Al", "C4")}</row>'
        f'<row r="5">{text_cell("Rubrik", "A5")}{text_cell("dold", "B5")}</row>',
        '<mergeCells><mergeCell ref="A1:A4"/><mergeCell ref="B1:B4"/><mergeCell ref="A5:D5"/>'
        '<mergeCell ref="F1:F1048576"/></mergeCells>',
    )
    found = [(row.number, row.cells, set(row.merged) - {5}) for row in rows(write_parts(tmp_path / "list", made))]
    assert found == [
        (1, ("Kim", "Ja", "Jo"), set()),
        (2, ("Kim", "Ja", "Bo"), {0, 1}),
        (4, ("Kim", "Ja", "Al"), {0, 1}),
        (5, ("Rubrik", ""), set()),
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (document_cell("Åsa <!-- x -->Öberg"), "Åsa Öberg"),
        (document_cell("Åsa <?x y?>Öberg<!-- x -->"), "Åsa Öberg"),
        (document_cell("Åsa<text:s text:c='3'/><text:span>Öb<text:span>e</text:span>rg</text:span>"), "Åsa Öberg"),
        (document_cell("Väg 1<text:line-break/>lgh 2"), "Väg 1\nlgh 2"),
        (document_cell("Väg 1</text:p><text:p>lgh 2"), "Väg 1\nlgh 2"),
        (document_cell("<text:ruby>山<text:ruby-text>ヤマ</text:ruby-text></text:ruby>"), "山"),
        ('<table:table-cell office:value-type="float" office:value="8.0"/>', "8"),
        ('<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', "SANT"),
        ('<table:table-cell office:value-type="string" office:string-value="Ja"/>', "Ja"),
        (document_cell("", 'office:value="7"'), ""),
        ("<table:covered-table-cell><text:p>dold</text:p></table:covered-table-cell>", ""),
    ],
)  # fmt: skip
def test_what_a_cell_of_calc_shows(cell: str, shown: str, tmp_path: Path) -> None:
    """A cell's text is whole, whatever stands between its letters; one without a paragraph shows its value."""
    path = write_document(tmp_path / "list", document_row(document_cell("Elev"), cell))
    assert rows(path)[0].cells == (("Elev", shown) if shown else ("Elev",))


def test_comments_and_merged_cells_of_calc(tmp_path: Path) -> None:
    """A comment is no text of its cell but comes with the row; what is covered says what covers it."""
    note = "<dc:date xmlns:dc='d'>2026</dc:date><text:p>Skyddad</text:p><text:p>adress</text:p>"
    note = f"<office:annotation>{note}</office:annotation>"
    covered = "<table:covered-table-cell/>"
    path = write_document(
        tmp_path / "list",
        document_row(
            document_cell("Kim", 'table:number-rows-spanned="2"', note),
            document_cell("x", 'table:number-columns-spanned="2"'), covered, document_cell("Jo"),
        )
        + document_row(covered, document_cell(""), document_cell(""), document_cell("Bo"))
        + document_row(f"<table:table-cell>{note}</table:table-cell>")
        + document_row(document_cell("Al", COLUMNS.format(2)), attributes=ROWS.format(2)),
    )  # fmt: skip
    said = ((0, "Skyddad\nadress"),)
    assert rows(path) == (
        Row(1, ("Kim", "x", "", "Jo"), notes=said),
        Row(2, ("Kim", "", "", "Bo"), merged=frozenset({0})),
        Row(3, (), notes=said),
        Row(4, ("Al", "Al")),
        Row(5, ("Al", "Al")),
    )


@pytest.mark.parametrize("name", ["taXle", "database-range"])
def test_a_row_outside_of_any_sheet_is_damage(name: str, tmp_path: Path) -> None:
    """A document whose rows stand in no sheet is no list, and no fault of the program."""
    path = write_document(tmp_path / "list", document_row(document_cell("Elev")), name=name)
    assert told(path) == [("Filen är skadad.", None)]


def test_a_document_type_is_damage(tmp_path: Path) -> None:
    """No spreadsheet has one, and entities grow by it."""
    path = write_document(tmp_path / "list", document_row(document_cell("Elev")), before="<!DOCTYPE x>")
    assert told(path) == [("Filen är skadad.", None)]


FULL = document_cell("x")


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        (document_row(FULL, attributes=ROWS.format(1_048_576)), ("Listan har över 20 000 rader.", 1)),
        (document_row(FULL) + document_row(FULL, attributes=ROWS.format(20_000)), ("Listan har över 20 000 rader.", 2)),
        (document_row(document_cell("x", COLUMNS.format(1_001))), ("Raden har över 1 000 celler.", 1)),
        (document_row(f"<table:table-cell {COLUMNS.format(1_000)}/>", FULL), ("Raden har över 1 000 celler.", 1)),
        (document_row(document_cell("x" * 32_768)), ("En cell på raden har över 32 767 tecken.", 1)),
        (document_row(document_cell("x" * 32_000), attributes=ROWS.format(1_000)), ("Listan är för stor.", 1)),
        (
            document_row(document_cell("x", COLUMNS.format(1_000)), attributes=ROWS.format(2_001)),
            ("Listan är för stor.", 1),
        ),
        (document_row(FULL, attributes=ROWS.format(0)), ("Filen är skadad.", None)),
        (document_row(FULL, attributes=ROWS.format("9" * 5_000)), ("Filen är skadad.", None)),
    ],
)
def test_the_limits_of_a_list_in_calc(parts: str, what: tuple[str, int | None], tmp_path: Path) -> None:
    """What holds more than a list of people does is refused at once, with the row."""
    assert told(write_document(tmp_path / "list", parts)) == [what]


@pytest.mark.parametrize(
    ("sheet", "what"),
    [
        (f"<row>{text_cell('x')}</row>" * 20_001, ("Listan har över 20 000 rader.", 20_001)),
        (f"<row r='7'>{text_cell('x', 'ALM7')}</row>", ("Raden har över 1 000 celler.", 7)),
        (f"<row>{text_cell('x' * 32_768)}</row>", ("En cell på raden har över 32 767 tecken.", 1)),
        ("<a>" * 100_000, ("Filen är för stor för att vara en lista.", None)),
        (f'<row x="{"x" * 2_000_000}"/>', ("Filen är för stor för att vara en lista.", None)),
    ],
)
def test_the_limits_of_a_list_in_excel(sheet: str, what: tuple[str, int | None], tmp_path: Path) -> None:
    """As in any other format; and no part of the file fills the memory."""
    assert told(write_parts(tmp_path / "list", workbook(sheet))) == [what]


def test_the_last_column_and_row_are_read(tmp_path: Path) -> None:
    """A list of a thousand columns and twenty thousand rows is a list."""
    wide = workbook(f"<row>{text_cell('x', 'ALL1')}</row>" + f"<row>{text_cell('y')}</row>" * 19_999)
    found = rows(write_parts(tmp_path / "list", wide))
    assert found[0].cell(999) == "x" and len(found) == 20_000


def test_a_text_that_is_repeated_is_counted_each_time(tmp_path: Path) -> None:
    """A small file of one long text in many cells is as large as it reads."""
    long = f'<sst xmlns="{MAIN}"><si><t>{"x" * 30_000}</t></si></sst>'
    made = workbook('<row><c t="s"><v>0</v></c></row>' * 700, sharedStrings=long)
    assert told(write_parts(tmp_path / "list", made)) == [("Listan är för stor.", 667)]


def test_a_merged_text_is_counted_in_each_of_its_rows(tmp_path: Path) -> None:
    """A small file of one long text that covers many rows is as large as it reads."""
    long = f"<row>{text_cell('x' * 30_000)}</row>"
    rest = "".join(f'<row r="{number}">{text_cell("y", f"B{number}")}</row>' for number in range(2, 800))
    merged = '<mergeCells><mergeCell ref="A1:A799"/></mergeCells>'
    assert told(write_parts(tmp_path / "list", workbook(long + rest, merged))) == [("Listan är för stor.", 666)]


def test_no_part_has_more_elements_than_a_list_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements without end, however small, are refused."""
    monkeypatch.setattr(markup, "MOST_TAGS", 1_000)
    made = workbook(ELEV + "<c/>" * 1_000)
    assert told(write_parts(tmp_path / "list", made)) == [("Filen är för stor för att vara en lista.", None)]


def test_a_sheet_within_a_sheet_is_damage(tmp_path: Path) -> None:
    """Whose rows the inner ones are cannot be told."""
    inner = f'<table:table table:name="b">{document_row(document_cell("Elev"))}</table:table>'
    path = write_document(tmp_path / "list", document_row(f"<table:table-cell>{inner}</table:table-cell>"))
    assert told(path) == [("Filen är skadad.", None)]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_text_without_end_takes_no_memory(kind: str, tmp_path: Path) -> None:
    """A text that is longer than any cell is not kept to its end."""
    path, text = tmp_path / "list", "x" * 8_000_000
    if kind == "xlsx":
        write_parts(path, workbook(f"<row>{text_cell(text)}</row>"))
    else:
        write_document(path, document_row(document_cell(text)))
    tracemalloc.start()
    try:
        assert told(path) == [("En cell på raden har över 32 767 tecken.", 1)]
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_empty_cells_take_no_memory(kind: str, tmp_path: Path) -> None:
    """Cells and rows that only have a colour or a frame hold nothing, and are not kept."""
    path = tmp_path / "list"
    if kind == "xlsx":
        cells = '<c s="1"/>' * 16_000
        write_parts(path, workbook(ELEV + '<row s="1"/>' * 10_000 + f"<row>{cells}</row>" * 3))
    else:
        empty = document_row("<table:table-cell/>" * 16_000) * 3 + document_row() * 10_000
        write_document(path, document_row(document_cell("Elev"), document_cell("Klass")) + empty)
    tracemalloc.start()
    try:
        assert len(rows(path)) == 1
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
