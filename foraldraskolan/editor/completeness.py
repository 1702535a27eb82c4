"""What a lesson for parents is made of: its verb, a text, slides, what to say and to ask, a letter, a leaflet, sources.

A lesson about a substance also has the same headings as the others, so that a parent finds the same thing in each.
How long a letter may be, which modules are about a substance and what their headings are stands in style.toml.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from foraldraskolan.document.form import Heading, List, Paragraph
from foraldraskolan.document.inlines import Field
from foraldraskolan.document.meaning import Block, Callout, Leaflet, Mail, Question, Slide
from foraldraskolan.document.walk import plain, proses_below
from foraldraskolan.editor.readability import readable, sentences, words
from foraldraskolan.editor.style import Style
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import Module
from foraldraskolan.problems import Problem, did_you_mean, message

_BOXES = ("slide", "say", "ask", "mail", "remember", "leaflet")


def unfinished(library: Library, style: Style) -> list[Problem]:
    """Return what the modules for parents lack, module by module, and which substances have no module."""
    problems: list[Problem] = []
    for module in library.modules.values():
        if "parents" not in module.audience:
            problems += missing_boxes(module, ("remember",))
        elif not module.welcomes:  # a welcome teaches nothing yet
            problems += missing_parts(module)
            problems += wrong_letters(module, style)
            problems += wrong_leaflet(module, style)
            problems += few_questions(module, style)
        problems += wrong_reminder(module)
        if module.id in style.substances:
            problems += missing_headings(module, style)
            problems += undated_words(module, library, style)
    for id in style.substances:
        if id not in library.modules:
            what = message("Modulen {id} finns inte.", id=id)
            problems.append(Problem(what, did_you_mean(id, library.modules), style.place))
    return problems


def missing_parts(module: Module) -> Iterator[Problem]:
    """Yield a problem for each part of a lesson that the module has not."""
    yield from missing_boxes(module, _BOXES)
    if "text" not in _parts(module):
        what = message("Modulen har ingen text att läsa på papper.")
        yield Problem(what, message("Skriv det viktigaste i några korta stycken."), module.place)
    if module.verb is None:
        what = message("Modulen säger inte vad den lär ut.")
        yield Problem(
            what, message("Skriv verb: why (varför), see (se), talk (prata) eller help (få hjälp)."), module.place
        )
    if not module.sources:
        what = message("Modulen har inga källor.")
        yield Problem(what, message("Skriv dem i sources, och märket efter det som de styrker."), module.place)


def missing_boxes(module: Module, boxes: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each of some kinds of box that the module has none of."""
    parts = _parts(module)
    for box in boxes:
        if box not in parts:
            what = message("Modulen har ingen ruta ::: {box}.", box=box)
            hint = message(
                "En modul för föräldrar har slide, say eller tell, ask, mail, remember och leaflet; andra har remember."
            )
            yield Problem(what, hint, module.place)


def _parts(module: Module) -> set[str]:
    return {part for block in module.blocks for part in _parts_of(block)}


def _parts_of(block: Block) -> tuple[str, ...]:
    match block:
        case Slide():
            return ("slide",)
        case Mail():
            return ("mail",)
        case Leaflet():
            return ("leaflet",)
        case Callout("tell"):
            return "say", "text"
        case Callout(kind):
            return (kind,)
        case Paragraph():
            return ("text",)
        case _:
            return ()


def wrong_letters(module: Module, style: Style) -> Iterator[Problem]:
    """Yield a problem for each text for a mailout that is too short to help or too long to be read."""
    for block in module.blocks:
        if not isinstance(block, Mail):
            continue
        proses = [*proses_below(block)]
        count = sum(len(words(readable(prose.inlines))) for prose in proses)
        if not style.mail_words_from <= count <= style.mail_words_to:
            what = message(
                "Texten för utskick har {count} ord; den ska ha {low} till {high}.",
                count=count,
                low=style.mail_words_from,
                high=style.mail_words_to,
            )
            yield Problem(what, message("Skriv en tanke och en sak att göra."), proses[0].place)


def wrong_leaflet(module: Module, style: Style) -> Iterator[Problem]:
    """Yield a problem for each box for the leaflet with too many lines, and if a module gives too few in all."""
    given = (block.block for block in module.blocks if isinstance(block, Leaflet))
    boxes = [block.items for block in given if isinstance(block, List)]
    for items in boxes:
        if len(items) > style.leaflet_to:
            what = message(
                "Rutan till bladet har {count} rader; den får ha högst {limit}.",
                count=len(items),
                limit=style.leaflet_to,
            )
            yield Problem(what, message("På bladet ryms det viktigaste. Ta bort resten."), items[0].place)
    count = sum(map(len, boxes))
    if boxes and count < style.leaflet_from:
        what = message("Rader till bladet: {count}; det ska vara minst {limit}.", count=count, limit=style.leaflet_from)
        yield Problem(what, message("Skriv tecken, något att säga eller något att göra."), boxes[0][0].place)


def few_questions(module: Module, style: Style) -> Iterator[Problem]:
    """Yield a problem if the speaker has answers ready to fewer of the parents' questions than are asked for."""
    count = sum(isinstance(block, Question) for block in module.blocks)
    if count < style.questions:
        what = message(
            "Föräldrars frågor med svar: {count}; det ska vara minst {limit}.", count=count, limit=style.questions
        )
        yield Problem(what, message("Skriv ::: question för det som föräldrar brukar fråga."), module.place)


def wrong_reminder(module: Module) -> Iterator[Problem]:
    """Yield a problem if what is to be remembered of a module is not one sentence in one box."""
    boxes = [block for block in module.blocks if isinstance(block, Callout) and block.kind == "remember"]
    proses = [[*chain.from_iterable(map(proses_below, box.blocks))] for box in boxes]
    if len(boxes) > 1:
        what = message("Modulen har {count} rutor ::: remember; den ska ha en.", count=len(boxes))
        yield Problem(what, message("Alla ska minnas en enda sak."), proses[1][0].place)
    for below in proses:
        count = sum(len(sentences(readable(prose.inlines))) for prose in below)
        if count > 1:
            what = message("Det som alla ska minnas är {count} meningar; det ska vara en.", count=count)
            yield Problem(what, message("Alla ska minnas en enda sak."), below[0].place)


def missing_headings(module: Module, style: Style) -> Iterator[Problem]:
    """Yield a problem for each heading of a substance that the module has not; one may go on (Tecken: ketamin)."""
    headings = [plain(block.text.inlines) for block in module.blocks if isinstance(block, Heading)]
    for title in style.substance_headings:
        if not any(heading.startswith(title) for heading in headings):
            what = message("Rubriken {title} saknas.", title=title)
            hint = message("Varje modul om ett ämne har samma rubriker, så att en förälder hittar.")
            yield Problem(what, hint, module.place)


def undated_words(module: Module, library: Library, style: Style) -> Iterator[Problem]:
    """Yield a problem for each text with words that soon go out of use and no year from facts.toml."""
    for prose in chain.from_iterable(map(proses_below, module.blocks)):
        if not readable(prose.inlines).startswith(style.dated_opening):
            continue
        fields = (inline.key for inline in prose.inlines if isinstance(inline, Field) and inline.kind == "fact")
        facts = (library.facts.get(key) for key in fields)
        if not any(fact is not None and fact.unit == "year" for fact in facts):
            what = message("Här står inte vilket år orden är från.")
            yield Problem(what, message("Skriv året i facts.toml och {{fact:…}} här."), prose.place)
