"""What a careful editor says of slides: titles are sentences that stand once, words are few, minutes are kept.

How much is too much stands in style.toml, and so do the verbs that no list has.
"""

from collections.abc import Iterable, Iterator

from foraldraskolan.document.meaning import Block, Chart, Document, Section, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.screen import showings
from foraldraskolan.document.walk import proses_below
from foraldraskolan.editor.readability import readable, words
from foraldraskolan.editor.style import Style
from foraldraskolan.editor.verbs import has_verb
from foraldraskolan.material.module import Module
from foraldraskolan.problems import Problem, message


def judged_slides(blocks: Iterable[Block], style: Style) -> Iterator[Problem]:
    """Yield what an editor would have changed in each slide of an article."""
    for block in blocks:
        match block:
            case Slide(title):
                yield from title_without_verb(title, style)
                yield from full_slide(block, style)
            case Chart(short=short) if short.inlines:
                yield from title_without_verb(short, style)


def title_without_verb(title: Prose, style: Style) -> Iterator[Problem]:
    """Yield a problem if a slide's title is no sentence: the room remembers what is said of a thing, not its name."""
    if not has_verb(readable(title.inlines), style.slide_verbs):
        what = message("Titeln på en bild ska vara en mening, men här finns inget verb som programmet känner igen.")
        hint = message("Säg vad bilden visar, som ”Ett tecken räcker inte”. Är det en mening, skriv verbet bland "
                       "slide_verbs i style.toml.")  # fmt: skip
        yield Problem(what, hint, title.place)


def full_slide(slide: Slide, style: Style) -> Iterator[Problem]:
    """Yield a problem if a slide is too full for the back row; it is split (---) only if it must be."""
    lines = [prose for block in slide.blocks for prose in proses_below(block)]
    limit = style.call_lines if slide.kind == "act" else style.slide_lines
    place = lines[0].place if lines else slide.title.place
    hint = message("Gör två bilder av den, eller ta bort det som kan sägas i stället.")
    if len(lines) > limit:
        what = message("Bilden har {count} rader; den får ha högst {limit}.", count=len(lines), limit=limit)
        yield Problem(what, hint, place)
    count = sum(len(words(readable(line.inlines))) for line in lines)
    if count > style.slide_words:
        what = message("Bilden har {count} ord; den får ha högst {limit}.", count=count, limit=style.slide_words)
        yield Problem(what, hint, place)


def too_many_slides(module: Module) -> Iterator[Problem]:
    """Yield a problem if a module has more slides than minutes: some of them would not be shown."""
    count = len(showings(module.blocks))
    if count > module.minutes:
        what = message(
            "Modulen har {count} bilder men tar {minutes} minuter: de sista bilderna visas inte.",
            count=count,
            minutes=module.minutes,
        )
        hint = message("En bild behöver en minut. Ta bort bilder, eller ge modulen fler minuter.")
        yield Problem(what, hint, module.place)


def repeated_titles(meetings: Iterable[Document]) -> list[Problem]:
    """Return a problem for each slide with the title of another one that a meeting shows before it.

    Of two slides that say the same, one is shown.
    """
    problems: list[Problem] = []
    for meeting in meetings:
        seen: dict[str, Slide] = {}
        sections = (block for block in meeting.blocks if isinstance(block, Section))
        for slide in (each for section in sections for each in section.blocks if isinstance(each, Slide)):
            first = seen.setdefault(slide.title.source, slide)
            if slide.title.source and _said(first) != _said(slide):
                what = message("En annan bild i samma möte har titeln ”{title}”.", title=readable(slide.title.inlines))
                hint = message("Den visas inte. Ge den en egen titel, eller låt båda säga detsamma.")
                problems.append(Problem(what, hint, slide.title.place))
    return list(dict.fromkeys(problems))


def _said(slide: Slide) -> list[str]:
    return [prose.source for prose in proses_below(slide)]
