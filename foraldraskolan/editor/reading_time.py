"""Whether what a parent takes home can be read in the time that the meeting takes."""

from collections.abc import Iterable, Iterator
from itertools import chain
from math import ceil

from foraldraskolan.document.meaning import Block, Callout, Document, Section
from foraldraskolan.document.paper import Once, printed
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import proses_below
from foraldraskolan.editor.readability import readable, words
from foraldraskolan.editor.style import Style
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Problem, message


def slow_handouts(meetings: Iterable[tuple[Plan, Document]], style: Style) -> list[Problem]:
    """Return a problem for each plan whose handout takes longer to read than its meeting is long."""
    problems: list[Problem] = []
    for plan, meeting in meetings:
        count = words_on_paper(meeting)
        minutes, length = ceil(count / style.reading_words), plan.meeting.minutes
        if minutes > length:
            what = message(
                "Pappret har {count} ord och tar {minutes} minuter att läsa, men mötet är {length} minuter.",
                count=count,
                minutes=minutes,
                length=length,
            )
            hint = message(
                "Ta bort en modul, eller korta texten. En förälder läser {words} ord i minuten, enligt style.toml.",
                words=style.reading_words,
            )
            problems.append(Problem(what, hint, plan.place))
    return problems


def words_on_paper(meeting: Document) -> int:
    """Return how many words of an assembled document a handout shows; sources are looked up, not read."""
    proses = chain.from_iterable(map(proses_below, _on_paper(meeting)))
    return sum(len(words(readable(prose.inlines))) for prose in proses)


def _on_paper(meeting: Document) -> Iterator[Block | Prose]:
    sections = [block for block in meeting.blocks if isinstance(block, Section)]
    once = Once()
    # Acute danger opens the sheet; a module only adds to that.
    acts = (block for section in sections for block in section.blocks if _is_act(block))
    yield from once.of([*acts][:1])
    for section in sections:
        yield section.title
        yield from once.of(printed(section.blocks))


def _is_act(block: Block) -> bool:
    return isinstance(block, Callout) and block.kind == "act"
