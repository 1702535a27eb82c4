"""What of a module stands on the screen, slide by slide, with what is said and asked there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from foraldraskolan.document.form import Heading
from foraldraskolan.document.meaning import Block, Callout, Chart, Section, Slide
from foraldraskolan.document.prose import Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.record import record


@record
class Showing:
    """A slide, or a question alone; the words to it in their order; the question that stands on the slide too."""

    shown: Slide | Callout
    notes: tuple[Callout, ...] = ()
    question: Callout | None = None

    @property
    def title(self) -> Prose | None:
        """The title that is its author's, None of a question alone."""
        return self.shown.title if isinstance(self.shown, Slide) else None


def spoken(blocks: Iterable[Block]) -> Iterator[Callout]:
    """Yield what is for the room of a module: what is told is said there."""
    for block in blocks:
        match block:
            case Callout("tell"):
                yield replace(block, kind="say")
            case Callout("say" | "ask" | "own"):
                yield block


def showings(blocks: Iterable[Block]) -> list[Showing]:
    """Return what a module shows.

    A question stands on the slide before it, which it asks about; after a heading, or after another question, it
    stands alone. A chart without a short title is on paper only.
    """
    made: list[Showing] = []
    open_to_question = False
    waiting: tuple[Callout, ...] = ()  # what is said before anything is shown
    for block in blocks:
        match block:
            case Slide():
                made.append(Showing(block, waiting))
                waiting, open_to_question = (), True
            case Chart(short=short) if short.inlines:
                made.append(Showing(Slide(short, (block,)), waiting))
                waiting, open_to_question = (), True
            case Callout("ask") if made and open_to_question:
                made[-1] = replace(made[-1], notes=(*made[-1].notes, block), question=block)
                open_to_question = False
            case Callout("ask"):
                made.append(Showing(block, (*waiting, block)))
                waiting = ()
            case Callout() if made:
                made[-1] = replace(made[-1], notes=(*made[-1].notes, *spoken([block])))
            case Callout():
                waiting = (*waiting, *spoken([block]))
            case Heading():
                open_to_question = False
            case _:
                pass
    return made


def shown(section: Section, seen: set[str], turns: int) -> list[Showing]:
    """Return what of a module a meeting shows in which everything is said in so many turns.

    A slide is shown for each minute at most that the module would take in one, and no title that is in `seen`; those of
    the module are added.
    """
    made = showings(section.blocks)
    return _fitting(_folded(made, _shown_before(made, seen)), max(section.minutes // turns, 1))


def _shown_before(made: list[Showing], seen: set[str]) -> set[int]:
    """Return which slides by index have a title that was shown; the author's words tell titles apart."""
    found: set[int] = set()
    for index, each in enumerate(made):
        if each.title is not None and each.title.inlines:
            key = each.title.source or plain(each.title.inlines)
            if key in seen:
                found.add(index)
            seen.add(key)
    return found


def _fitting(made: list[Showing], most: int) -> list[Showing]:
    """Return at most so many of what a module shows: what to do in danger before all, then what comes first.

    What is said to a slide that is left out is said to the one before it.
    """
    ranked = sorted(range(len(made)), key=lambda index: (not _is_act(made[index].shown), index))
    return _folded(made, set(ranked[most:]))


def _folded(made: list[Showing], out: set[int]) -> list[Showing]:
    """Return what is shown without some by index, whose words go to the slide before, or to the first that is left."""
    kept: list[Showing] = []
    waiting: tuple[Callout, ...] = ()
    for index, each in enumerate(made):
        if index not in out:
            kept.append(replace(each, notes=(*waiting, *each.notes)))
            waiting = ()
        elif kept:
            kept[-1] = replace(kept[-1], notes=(*kept[-1].notes, *each.notes))
        else:
            waiting = (*waiting, *each.notes)
    return kept


def _is_act(shown: Slide | Callout) -> bool:
    return isinstance(shown, Slide) and shown.kind == "act"
