"""foraldraskolan mailout as a teacher runs it: what it says of the list, what it asks, what it leaves."""

import stat
import sys
from pathlib import Path

import pytest

from foraldraskolan.cli import run
from foraldraskolan.make.private import private_folder

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "tests" / "data" / "own.toml"
WITHOUT_PLAN = ["--interface", "sv", "mailout"]
SV = [*WITHOUT_PLAN, str(PLAN)]
GOOD = """Klasslista 8B;;;;
Elev;Klass;Vårdnadshavare 1;Språk;E-post
Ali Hassan;8B;محمد الأحمد;arabiska;m@example.org
Linda Öberg;8B;Åsa Öberg;Svenska;asa@example.org
Li Wei;8B;Li Ming;kinesiska;
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Return a class list that can be used, one language apart."""
    file = tmp_path / "klasslista å.csv"
    file.write_text(GOOD, encoding="utf-8-sig")
    return file


def test_a_list_becomes_letters(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how it read the list, shows its first rows and who gets another language, and makes everything."""
    folder = tmp_path / "ut med mellanslag"
    assert run([*SV, "--recipients", str(listed), "--yes", "-o", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "utf-8" in told
    assert "semikolon" in told
    assert "Rubrikerna står på rad 2" in told
    assert "Elev\televens namn\tAli Hassan\tLinda Öberg\tLi Wei" in told
    assert "arabiska\t1\t1\tutkast" in told
    assert "svenska\t2\t1\toriginal" in told
    assert "Rad 5, kinesiska: Det finns inget brev på det språket. Brevet blir på svenska." in told
    assert "3 brev och 2 utkast till e-post" in told
    assert {path.name for path in folder.iterdir()} == {"letters.pdf", "log.txt", "messages", "paste"}
    assert {path.name for path in (folder / "messages").iterdir()} == {"00002-sv.eml", "00003-ar.eml"}


def test_a_bad_list_makes_nothing(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every bad row is told at once by its number and column, without what stands in it; then nothing is made."""
    text = listed.read_text(encoding="utf-8-sig").replace("محمد", "hem\x07lig").replace("Li Ming", "李明")
    listed.write_text(text, encoding="utf-8")
    folder = tmp_path / "ut"
    assert run([*SV, "--recipients", str(listed), "--yes", "-o", str(folder)]) == 1
    told = capsys.readouterr().err
    assert f"{listed}:3:Vårdnadshavare" in told
    assert f"{listed}:5" in told
    assert "2 rader i listan är fel. Inget är skrivet." in told
    assert "hemlig" not in told
    assert "李" not in told
    assert not folder.exists()
    assert run([*SV, "--recipients", str(listed), "--yes", "--skip-bad", "-o", str(folder)]) == 0
    assert "1 brev och 1 utkast" in capsys.readouterr().out
    assert "hemlig" not in (folder / "log.txt").read_text(encoding="utf-8")


def test_nobody_to_ask_means_no(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a person at the terminal and without --yes nothing is made."""
    assert run([*SV, "--recipients", str(listed), "-o", str(tmp_path / "ut")]) == 1
    assert "--yes" in capsys.readouterr().err
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(("answer", "made"), [("ja", True), ("nej", False)])
def test_a_person_is_asked(
    answer: str, made: bool, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a person answers is done, after an answer that is neither yes nor no the question comes again."""
    answers = iter(["kanske", answer])
    monkeypatch.setattr("foraldraskolan.cli.mailout.Prompt.ask", lambda *_: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert run([*SV, "--recipients", str(listed), "-o", str(tmp_path / "ut")]) == 0
    assert (tmp_path / "ut").exists() == made


def test_what_is_asked_for_is_made(listed: Path, tmp_path: Path) -> None:
    """A file a family with the names in its name, and the weekly lessons in the languages that are read."""
    folder = tmp_path / "ut"
    options = ["--make", "families", "--file-names", "names", "--series", "weekly", "--window", "left"]
    assert run([*SV, "--recipients", str(listed), "--yes", *options, "-o", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {"letters", "log.txt", "paste", "series"}
    assert "00003-ar-Ali-Hassan-محمد-الأحمد.pdf" in {path.name for path in (folder / "letters").iterdir()}
    lessons = {path.name for path in (folder / "series").iterdir()}
    assert "calendar.ics" in lessons
    assert "01-2026-12-10" in lessons
    assert {path.suffix for path in (folder / "series" / "01-2026-12-10").iterdir()} == {".eml", ".html", ".txt"}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700 or sys.platform == "win32"


def test_a_series_without_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lessons of the plan's modules are there to paste, with the calendar of the days that they go out."""
    folder = tmp_path / "serie"
    assert run([*SV, "--series", "weekly", "-o", str(folder)]) == 0
    assert (folder / "calendar.ics").exists()
    assert len(list(folder.glob("01-*/intro-ar.*"))) == 3
    assert "1\t2026-12-10\tintro\t" in capsys.readouterr().out


def test_wrong_words_are_wrong_usage(listed: Path) -> None:
    """What an option cannot be is refused before anything is read."""
    for option in (["--make", "allt"], ["--window", "mitten"], ["--series", "daily"], ["--file-names", "x"]):
        assert run([*SV, "--recipients", str(listed), *option]) == 2


LIST_ONLY = (
    ["--make", "messages"],
    ["--window", "right"],
    ["--file-names", "numbers"],
    ["--sheet", "8A"],
    ["--attach"],
    ["--skip-bad"],
)


@pytest.mark.parametrize("series", [[], ["--series", "weekly"]])
def test_what_is_for_a_list_needs_one(
    series: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a list each of its options is refused by name, all at once, even if it says what goes without saying."""
    monkeypatch.chdir(tmp_path)
    for options in LIST_ONLY:
        assert run([*SV, *series, *options]) == 1
        assert f"{options[0]} är för brev till en klasslista." in capsys.readouterr().err
    assert run([*SV, *series, *(word for options in LIST_ONLY for word in options)]) == 1
    assert f"{len(LIST_ONLY)} problem." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--language", "ar"], "Ta bort --language."),
        (["--make", "families", "--attach"], "Lägg till --make messages"),
        (["--make", "messages", "--window", "left"], "Lägg till --make print"),
        (["--make", "print", "--file-names", "names"], "Lägg till --make families"),
        (["-o", "brev.pdf"], "Skriv en mapp efter -o"),
        (["--series", "weekly", "-o", "brev.docx"], "Skriv en mapp efter -o"),
    ],
)
def test_what_would_do_nothing_for_a_list_is_refused(
    options: list[str],
    said: str,
    listed: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An option that changes nothing is told, before anything is made: somebody would wait for it."""
    monkeypatch.chdir(tmp_path)
    assert run([*SV, "--recipients", str(listed), "--yes", *options]) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [listed]


def test_a_series_has_all_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody waits for one language of a series, nor for a series in a file."""
    monkeypatch.chdir(tmp_path)
    assert run([*SV, "--series", "weekly", "-l", "ar"]) == 1
    assert "En serie görs på alla familjernas språk." in capsys.readouterr().err
    assert run([*SV, "--series", "weekly", "-o", "serie.pdf"]) == 1
    assert list(tmp_path.iterdir()) == []


def test_no_family_is_invited_without_a_plan(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Letters to families, and a series, need a plan; the example is nobody's meeting."""
    monkeypatch.chdir(tmp_path)
    for options in (["--recipients", str(listed), "--yes"], ["--series", "weekly"]):
        assert run([*WITHOUT_PLAN, *options]) == 1
        told = capsys.readouterr().err
        assert f"{options[0]} behöver en plan" in told
        assert "foraldraskolan new plan.toml" in told
    assert list(tmp_path.iterdir()) == [listed]


def test_the_question_names_what_is_agreed_to(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The meeting, when, where, by whom, how many letters, the protected, what is left out: asked or not."""
    head = "Elev;Vårdnadshavare 1;Språk;E-post;Skyddad;Telefon\n"
    rows = f"{head}A;Ek;svenska;;ja;1\nB;Al;arabiska;;\nC;Bo;arabiska;fel;;\n"
    listed.write_text(rows, encoding="utf-8")
    options = ["--recipients", str(listed), "--skip-bad", "-o", str(tmp_path / "ut")]
    assert run([*SV, *options]) == 1
    asked = capsys.readouterr()
    assert "--yes" in asked.err
    assert run([*SV, *options, "--yes"]) == 0
    told = capsys.readouterr().out
    facts = (
        "Möte\tMöte 7A\nNär\ttorsdag 3 december 2026 kl. 18.00\nVar\tBjörkens matsal\nAvsändare\tBjörkens elevhälsa\n"
        "Antal brev\tsvenska 1, arabiska 1\nSkyddade\t"
        "Skyddade familjer får brev utan adress och klass: 1. Det säger Skyddad (1).\n"
        "Utelämnat\tE-post på rad 4 är fel skriven och används inte. Brevet på papper görs. Rader som är fel: 3. "
        "Kolumner som inte används: Telefon.\n"
    )
    assert asked.out.endswith(facts)
    assert told.startswith(asked.out)
    assert run(["--interface", "en", *SV[2:], *options, "-o", str(tmp_path / "en")]) == 1
    assert "When\tThursday, 3 December 2026, 18:00\n" in capsys.readouterr().out


def test_the_sender_that_is_agreed_to_is_the_one_on_the_letters(
    listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The school, where the plan names one, and not who signs for it."""
    plan = tmp_path / "plan.toml"
    school = '[school]\nname = "Ekskolan"\nunit = "Elevhälsan"\n\n[languages]'
    plan.write_text(PLAN.read_text(encoding="utf-8").replace("[languages]", school), encoding="utf-8")
    listed.write_text("Elev;Vårdnadshavare 1;Språk\nA;Ek;svenska\n", encoding="utf-8")
    assert run([*WITHOUT_PLAN, str(plan), "--recipients", str(listed), "-o", str(tmp_path / "ut")]) == 1
    assert "\nAvsändare\tEkskolan, Elevhälsan\n" in capsys.readouterr().out


def test_a_day_that_has_been_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever writes to families about a day that is over hears it, for a list and for a series; an example too."""
    plan = tmp_path / "plan.toml"
    text = (
        PLAN.read_text(encoding="utf-8")
        .replace("2026-12-03", "2020-02-29")
        .replace("Björkens matsal", "Exempelskolan, aulan")
    )
    plan.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run([*WITHOUT_PLAN, str(plan), "--series", "weekly"]) == 0
    told = capsys.readouterr()
    assert "Möte\tMöte 7A (exempel)\n" in told.out
    assert "När\tlördag 29 februari 2020 kl. 18.00 (den dagen har redan varit)\n" in told.out
    assert "Planen är ett exempel, och det står på allt som görs. Påhittat: place." in told.err


def test_a_second_mailout_to_a_folder_is_refused_before_it_works(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """While letters are made in a folder, and when it has some, nobody else's list is read for it."""
    options = ["--recipients", str(listed), "--yes", "-o", str(tmp_path / "ut")]
    monkeypatch.setattr(
        "foraldraskolan.class_list.recipients.read_recipients", lambda *_: pytest.fail("the list is read")
    )
    with private_folder(tmp_path / "ut") as beside:
        assert run([*SV, *options]) == 1
        told = capsys.readouterr().err
        assert "Brev görs redan i" in told and str(beside) in told
        (beside / "letters.pdf").write_bytes(b"brev")
    assert run([*SV, *options]) == 1
    assert "är ingen tom mapp" in capsys.readouterr().err
    assert (tmp_path / "ut" / "letters.pdf").read_bytes() == b"brev"


def test_who_gets_no_message_is_counted(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Families without e-mail are counted, letters are not where none are made, and nobody to write to is a problem."""
    options = ["--recipients", str(listed), "--make", "messages", "--yes"]
    assert run([*SV, *options, "-o", str(tmp_path / "ut")]) == 0
    told = capsys.readouterr().out
    assert "Familjer utan e-postadress, som inte får något utkast: 1." in told
    assert "0 brev och 2 utkast till e-post" in told
    assert "0 brev, 2 utkast" in (tmp_path / "ut" / "log.txt").read_text(encoding="utf-8")
    # Two letters of one family, of which one has the e-mail address, are one family that is reached.
    two = "Elev;Förälder 1;Förälder 2;Språk 1;Språk 2;E-post 2\nA;Ek;Al;so;ar;a@x.se\n"
    listed.write_text(two, encoding="utf-8")
    assert run([*SV, *options, "-o", str(tmp_path / "ut3")]) == 0
    assert "utan e-postadress" not in capsys.readouterr().out
    listed.write_text("Elev;Språk\nAli;arabiska\n", encoding="utf-8")
    assert run([*SV, *options, "-o", str(tmp_path / "ut2")]) == 1
    assert "Ingen i listan har en e-postadress" in capsys.readouterr().err
    assert not (tmp_path / "ut2").exists()


def test_rows_of_one_reason_are_told_together(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list without a column for languages says so once, not for each of ten thousand rows."""
    listed.write_text("Elev;Klass\nA;8B\nB;8B\n;\nC;8B\n", encoding="utf-8")
    assert run([*SV, "--recipients", str(listed), "--make", "print", "--yes", "-o", str(tmp_path / "ut")]) == 0
    assert "Rad 2–3, 5: Listan har ingen kolumn för språk." in capsys.readouterr().out


def test_a_letter_that_cannot_be_set_is_told(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What only setting it shows is told too, when its row is left out."""
    address = "\n".join(f"Rad {index}" for index in range(9))
    listed.write_text(f'Elev;Förälder;Adress\nA;Ek;"{address}"\nB;Al;Väg 1\n', encoding="utf-8")
    options = ["--recipients", str(listed), "--make", "print", "--yes", "--skip-bad"]
    assert run([*SV, *options, "-o", str(tmp_path / "ut")]) == 0
    assert f"{listed}:2\n  Adressen är längre än kuvertets fönster." in capsys.readouterr().err


def test_a_list_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is missing, or no list, is told with what to do."""
    assert run([*SV, "--recipients", str(tmp_path / "saknas.xlsx"), "--yes"]) == 1
    assert "Filen finns inte." in capsys.readouterr().err
    (tmp_path / "bild.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    assert run([*SV, "--recipients", str(tmp_path / "bild.xlsx"), "--yes"]) == 1
    assert "→" in capsys.readouterr().err


DOUBTFUL = """Elev;Klass;Förälder;Adress
Ali *;8B;Amina Ali;Hemliga gatan 7
Elsa;8B;Eva Ek;Byvägen 3
Elever med skyddade personuppgifter:;;;
Kim;8B;Jo Lind;Dolda gatan 9
"""


def test_a_doubt_stops_all(listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who may be protected is asked about by row; neither --yes nor --skip-bad answers, --protect does."""
    listed.write_text(DOUBTFUL, encoding="utf-8")
    options = [*SV, "--recipients", str(listed), "--make", "print", "--yes", "--skip-bad", "-o", str(tmp_path / "ut")]
    assert run(options) == 1
    told = capsys.readouterr()
    assert "Ett tecken vid namnet på rad 2 kan betyda skydd." in told.err
    assert "Skriv --protect 5 om de ska skyddas, annars --not-protected 5." in told.err
    assert "gatan" not in told.err + told.out
    assert not (tmp_path / "ut").exists()
    assert run([*options, "--protect", "2,5"]) == 0
    assert "gatan" not in capsys.readouterr().out
    assert (tmp_path / "ut" / "letters.pdf").exists()


def test_a_doubt_is_asked_about(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person at the terminal settles each doubt: all rows, none, or some; what is no answer is asked again."""
    listed.write_text(DOUBTFUL, encoding="utf-8")
    answers = iter(["kanske", "nej", "5", "nej"])
    monkeypatch.setattr("rich.prompt.Prompt.ask", lambda *_: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert run([*SV, "--recipients", str(listed), "-o", str(tmp_path / "ut")]) == 0
    told = capsys.readouterr().out
    assert "Hemliga gatan 7" in told
    assert "Dolda" not in told
    assert "--protect (1)" in told


def test_sheets_are_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every list of a workbook is read, or the sheets that are named; a name that is not there is told."""
    file = ROOT / "tests" / "data" / "lists" / "x01-klasser-som-blad.xlsx"
    options = [*SV, "--recipients", str(file), "--make", "print", "--yes"]
    assert run([*options, "-o", str(tmp_path / "alla")]) == 0
    assert "4 brev" in capsys.readouterr().out
    assert "Rad 8B:3: Brev" in (tmp_path / "alla" / "log.txt").read_text(encoding="utf-8")
    assert run([*options, "--sheet", "8A", "--sheet", "8C", "-o", str(tmp_path / "två")]) == 0
    told = capsys.readouterr().out
    assert "2 brev" in told
    assert "Blad som inte läses: 8B." in told
    assert run([*options, "--sheet", "8b2", "-o", str(tmp_path / "inget")]) == 1
    assert "Filen har inget blad som heter 8b2." in capsys.readouterr().err


def test_a_file_without_sheets_has_none_to_choose(
    listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A CSV is one list: to choose a sheet in it is a mistake, and no list of sheets could help."""
    assert run([*SV, "--recipients", str(listed), "--yes", "--sheet", "8A", "-o", str(tmp_path / "ut")]) == 1
    assert "  Filen har inga blad.\n  → Ta bort --sheet.\n" in capsys.readouterr().err


def test_a_language_that_is_not_understood_is_asked_about(
    listed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody gets a Swedish letter because a language is misspelt, unless somebody has said so."""
    listed.write_text(GOOD.replace("arabiska", "aribiska"), encoding="utf-8")
    folder = tmp_path / "ut"
    asked = [*SV, "--recipients", str(listed), "--yes", "-o", str(folder)]
    assert run(asked) == 1
    told = capsys.readouterr()
    assert "Menade du arabiska?" in told.out
    assert "Språket går inte att förstå på rad 3. Inget är skrivet." in told.err
    assert not folder.exists()
    assert run([*asked, "--fall-back"]) == 0
    assert "svenska 3" in capsys.readouterr().out
