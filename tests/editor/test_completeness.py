"""What a lesson for parents must have, and whether the handout can be read in the time of the meeting."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from foraldraskolan.document.form import Box, Paragraph
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import descend
from foraldraskolan.editor.completeness import unfinished
from foraldraskolan.editor.readability import readable, words
from foraldraskolan.editor.reading_time import slow_handouts, words_on_paper
from foraldraskolan.material.assemble import assemble
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import read_plan
from foraldraskolan.problems import Place
from foraldraskolan.project import Project
from tests.support import styles
from tests.support.orders import content, edition
from tests.support.samples import told

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
STYLE = replace(styles.STYLE, substance_headings=("Tecken", "Risker"), place=Place(GOOD / "style.toml"))
PLANS = sorted(Project.default().example_plan.parent.glob("*.toml"))
LETTER = "Du kan tala med ditt barn. " * 14  # 84 words
WHOLE = f"""\
Text.[^1]

::: slide
- Rad
:::

::: say
Prata.
:::

::: ask
Varför?
:::

::: mail
{LETTER}
:::

::: remember
Fråga.
:::

::: leaflet steps
1. Fråga hur det är.
2. Lyssna.
:::

::: question Vad gör jag?
Ring.
:::

::: question Vem svarar?
Vi.
:::
"""
Lesson = Callable[..., list[str]]


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """Return a function that makes a module of this body the only one and tells what it lacks, each with its line."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    front = (GOOD / "modules" / "begin.md").read_text(encoding="utf-8").split("+++")[1]
    for file in (tmp_path / "modules").iterdir():
        file.unlink()

    def lacks(body: str, audience: str = "parents", verb: str = "see", **style: tuple[str, ...] | int) -> list[str]:
        head = front.replace('"begin"', '"page"').replace('verb = "talk"\n', f'verb = "{verb}"\n' if verb else "")
        head = head.replace('["parents", "staff"]', f'["{audience}"]')
        head = head.replace('["handbook", "survey"]', '["handbook"]' if "[^1]" in body else "[]")
        (tmp_path / "modules" / "page.md").write_text(f"+++{head}+++\n{body}", encoding="utf-8")
        first = head.count("\n") + 1
        found = []
        for problem in unfinished(read_library(tmp_path), replace(STYLE, **style)):  # type: ignore[arg-type]
            assert problem.place is not None
            line = problem.place.line if problem.place.file.name == "page.md" else None
            found.append(told(problem) if line is None else f"{line - first}: {told(problem)}")
        return found

    return lacks


def test_a_whole_lesson(lesson: Lesson) -> None:
    """A text, what each medium needs and a source are a lesson; one for others has what to remember."""
    assert lesson(WHOLE) == []
    for audience in ("pupils", "staff"):
        assert lesson("::: remember\nFråga.\n:::\n", audience=audience) == []
        assert lesson("Text.", audience=audience) == ["Modulen har ingen ruta ::: remember."]


def test_a_lesson_without_its_parts(lesson: Lesson) -> None:
    """Each part that is missing is told."""
    assert lesson("## Rubrik\n\n- Punkt\n", verb="") == [
        "Modulen har ingen ruta ::: slide.",
        "Modulen har ingen ruta ::: say.",
        "Modulen har ingen ruta ::: ask.",
        "Modulen har ingen ruta ::: mail.",
        "Modulen har ingen ruta ::: remember.",
        "Modulen har ingen ruta ::: leaflet.",
        "Modulen har ingen text att läsa på papper.",
        "Modulen säger inte vad den lär ut.",
        "Modulen har inga källor.",
        "Föräldrars frågor med svar: 0; det ska vara minst 2.",
    ]


@pytest.mark.parametrize(("count", "right"), [(79, False), (80, True), (120, True), (121, False)])
def test_the_length_of_a_letter(lesson: Lesson, count: int, right: bool) -> None:
    """Eighty to a hundred and twenty words; a source mark is not read, and the problem stands where the text does."""
    body = WHOLE.replace(LETTER, f"{'Ja ' * (count - 1)}nej.[^1]")
    expected = [] if right else [f"16: Texten för utskick har {count} ord; den ska ha 80 till 120."]
    assert lesson(body) == expected


@pytest.mark.parametrize("audience", ["parents", "pupils", "staff"])
def test_one_sentence_to_remember(lesson: Lesson, audience: str) -> None:
    """Everybody remembers one thing: one box with one sentence, which may end in any way."""
    assert lesson(WHOLE.replace("Fråga.", "Fråga: hur är det?"), audience=audience) == []
    assert lesson(WHOLE.replace("Fråga.", "Fråga. Lyssna."), audience=audience) == [
        "20: Det som alla ska minnas är 2 meningar; det ska vara en."
    ]
    assert lesson(WHOLE.replace("Fråga.", "Fråga.\n\nLyssna."), audience=audience) == [
        "20: Det som alla ska minnas är 2 meningar; det ska vara en."
    ]
    assert lesson(f"{WHOLE}\n::: remember\nLyssna.\n:::\n", audience=audience) == [
        "37: Modulen har 2 rutor ::: remember; den ska ha en."
    ]


def test_lines_for_the_leaflet(lesson: Lesson) -> None:
    """A module gives two lines or more, in one box or several, and no box has more than four."""
    four = "".join(f"{number}. Steg\n" for number in range(1, 5))
    steps = "1. Fråga hur det är.\n2. Lyssna.\n"
    phrase = ":::\n\n::: leaflet phrases\n- ”Hej.”\n"
    assert lesson(WHOLE.replace(steps, four + phrase)) == []
    assert lesson(WHOLE.replace(steps, "1. Fråga.\n" + phrase)) == []
    assert lesson(WHOLE.replace(steps, four + "5. Steg\n")) == [
        "24: Rutan till bladet har 5 rader; den får ha högst 4."
    ]
    assert lesson(WHOLE.replace(steps, "1. Fråga.\n")) == ["24: Rader till bladet: 1; det ska vara minst 2."]


def test_answers_to_questions(lesson: Lesson) -> None:
    """Whoever speaks has at least two answers ready; pupils and staff ask what is in no list."""
    one = WHOLE.replace("::: question Vem svarar?\nVi.\n:::\n", "")
    assert lesson(one) == ["Föräldrars frågor med svar: 1; det ska vara minst 2."]
    assert lesson(one, audience="staff") == []
    assert lesson(one, questions=1) == []


def test_the_headings_of_a_substance(lesson: Lesson) -> None:
    """A module about a substance has every heading, which may go on; other modules need none."""
    body = f"{WHOLE}\n## Tecken: ketamin\n\nText.\n"
    assert lesson(body) == []
    assert lesson(body, substances=("page",)) == ["Rubriken Risker saknas."]
    assert lesson(body, substances=("pages",)) == ["Modulen pages finns inte."]


def test_words_that_grow_old(lesson: Lesson) -> None:
    """A text that begins as those with such words do has a year from facts.toml in it; other texts need none."""
    body = f"{WHOLE}\n## Tecken\n\nRöda ögon.\n\n## Risker\n\nAndning.\n\n"
    page = ("page",)
    assert lesson(f"{body}Gräs är ett av orden.[^1]\n", substances=page) == []
    assert lesson(f"{body}Ord ({{fact:survey-year}}): gräs.[^1]\n", substances=page) == []
    assert lesson(f"{body}Ord ({{fact:share}}): gräs.[^1]\n\nLäst {{fact:survey-year}}.\n", substances=page) == [
        "44: Här står inte vilket år orden är från."
    ]


def plan_of(minutes: int, tmp_path: Path) -> Path:
    """Return the file of a plan that is this long and needs no more than five minutes."""
    file = tmp_path / "plan.toml"
    file.write_text(
        f'title = "Möte"\ndate = 2026-12-03\nstart = 18:00:00\nminutes = {minutes}\n'
        'place = "Aulan"\nhost = "Skolan"\nmodules = ["begin"]\n',
        encoding="utf-8",
    )
    return file


def test_a_handout_that_takes_too_long_to_read(tmp_path: Path) -> None:
    """What is read in exactly the time of the meeting is right, a minute more is not."""
    library = read_library(GOOD)
    plan = read_plan(plan_of(5, tmp_path), library, ("sv",))
    meeting = assemble(plan, library)
    count = words_on_paper(meeting)
    assert slow_handouts([(plan, meeting)], replace(STYLE, reading_words=-(-count // 5))) == []
    (problem,) = slow_handouts([(plan, meeting)], replace(STYLE, reading_words=-(-count // 6)))
    assert told(problem) == f"Pappret har {count} ord och tar 6 minuter att läsa, men mötet är 5 minuter."
    assert problem.place == plan.place


LOOKED_UP = ("contents", "numbers")  # boxes, each below its heading


@pytest.mark.parametrize("file", PLANS, ids=lambda path: path.stem)
def test_the_words_are_those_of_the_handout(file: Path) -> None:
    """The editor counts what the handout tells, though it lays out no page: not what is looked up, nor where it is."""
    material = content("example")
    plan = read_plan(file, material.library, material.languages)
    form = edition("handout", plan, "sv", material).form
    masthead, *shown, _, sources = form.blocks  # a heading stands above the sources
    assert [each.look for each in (masthead, sources) if isinstance(each, Box)] == ["masthead", "sources"]
    looked_up = {index for index, block in enumerate(shown) if isinstance(block, Box) and block.look in LOOKED_UP}
    told = [block for index, block in enumerate(shown) if index not in looked_up and index + 1 not in looked_up]
    nodes = [node for block in told for _, node in descend(block)]
    numbers = {id(node.text) for node in nodes if isinstance(node, Paragraph) and node.role == "number"}
    proses = [node for node in nodes if isinstance(node, Prose) and id(node) not in numbers]
    whole = sum(len(words(readable(prose.inlines))) for prose in proses)
    counted = words_on_paper(assemble(plan, material.library))
    # The page also names its boxes, and a field may hold more words than one.
    assert 0.9 * whole < counted <= whole
