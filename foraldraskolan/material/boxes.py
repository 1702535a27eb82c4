"""A body apart into its ::: boxes and the text between them, line by line, before anything is parsed."""

from collections.abc import Iterator

from foraldraskolan.problems import Place, Problem, message
from foraldraskolan.record import record


@record
class Box:
    """One box, or text outside boxes (kind ""): its kind, what stands after that, its text and where that begins."""

    kind: str
    argument: str
    text: str
    place: Place  # of the ::: line, or of the first line of text outside boxes
    text_place: Place


def split_boxes(body: str, place: Place, problems: list[Problem]) -> Iterator[Box]:
    """Yield the boxes of a body, whose first line is at this place, and the text between them.

    What does not open or close is added to the problems.
    """
    kind, argument = "", ""
    opened = place
    lines: list[str] = []
    start = place
    for number, line in enumerate(body.split("\n"), start=place.line or 1):
        here = Place(place.file, number)
        if not line.lstrip().startswith(":::"):
            lines.append(line)
            continue
        words = line.strip().removeprefix(":::").split(maxsplit=1)
        if kind and words:
            problems.append(_unclosed(kind, opened))
        elif not kind and not words:
            problems.append(Problem(message("Här stängs en ruta som inte är öppnad."), place=here))
        yield Box(kind, argument, "\n".join(lines), opened, start)
        kind, argument = (*words, "", "")[:2]
        opened = here if words else Place(place.file, number + 1)
        start = Place(place.file, number + 1)
        lines = []
    if kind:
        problems.append(_unclosed(kind, opened))
    yield Box(kind, argument, "\n".join(lines), opened, start)


def _unclosed(kind: str, opened: Place) -> Problem:
    return Problem(
        message("Rutan ::: {kind} stängs aldrig.", kind=kind),
        message("Skriv ::: på en egen rad efter den; rutor kan inte ligga i varandra."),
        opened,
    )
