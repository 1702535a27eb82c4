"""A meeting's pack: every medium of a plan in its languages and forms, and a list of what lies there."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

from foraldraskolan.make.conductor import Folder, Made, Progress, make_folder
from foraldraskolan.make.document import Content
from foraldraskolan.make.forms import FORMS, endings
from foraldraskolan.make.orders import Order, is_bilingual, languages_of, media_of, order_of
from foraldraskolan.make.readme import contents, trust_in_words
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Place, Problem, ProblemsFound, message

CONTENTS = "README.txt"


def pack_orders(plan: Plan, wanted: Collection[str] = ()) -> list[Order]:
    """Return an order for every file of a plan's pack: of each medium the papers, then what else it is written as.

    Papers are in A4, and in the formats that are `wanted` besides.
    """
    orders: list[Order] = []
    for medium in media_of(plan, wanted):
        tags = languages_of(medium, plan)
        known = endings(medium.name)
        paper, *others = (ending for ending in known if ending != FORMS["slides"].ending or plan.powerpoint)
        beside = {tag: is_bilingual(medium, tag, plan) for tag in tags}
        orders += [order_of(medium.name, tag, paper, bilingual=beside[tag]) for tag in tags]
        orders += [order_of(medium.name, tag, form, bilingual=beside[tag]) for tag in tags for form in others]
    return orders


def make_pack(
    plan: Plan,
    content: Content,
    folder: Path,
    interface: NullTranslations,
    progress: Progress = lambda _: None,
    *,
    reviewed: bool = False,
    wanted: Collection[str] = (),
) -> Folder:
    """Make every file of a plan's pack in a folder, in place of an earlier pack of the meeting.

    Nothing is written before everything is made. Raises ProblemsFound with the problems of all documents; if all are to
    be `reviewed`, one that is not is a problem, too. Papers are made in the formats `wanted`, too.
    """

    def beside(made: Sequence[Made]) -> dict[str, bytes]:
        if reviewed:
            _expect_reviewed(made)
        return {CONTENTS: contents(plan, made, content, interface).encode("utf-8")}

    return make_folder("pack", pack_orders(plan, wanted), plan, content, folder, beside, progress)


def _expect_reviewed(made: Sequence[Made]) -> None:
    """Raise ProblemsFound with how far each file can be trusted that not all of it is reviewed."""
    problems = [
        Problem(words, place=Place(Path(each.order.file)))
        for each in made
        if each.trust.least not in ("source", "reviewed")
        for words in trust_in_words(each.trust)
    ]
    if problems:
        hint = message("Bygg utan --require-reviewed, eller be någon granska.")
        raise ProblemsFound([*problems[:-1], replace(problems[-1], hint=hint)])
