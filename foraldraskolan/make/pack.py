"""A meeting's pack: every medium of a plan in its languages and forms, and a list of what lies there."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

from foraldraskolan.document.prose import State
from foraldraskolan.limits import PROBLEMS
from foraldraskolan.make.conductor import Folder, Made, Progress, make_folder
from foraldraskolan.make.document import Content
from foraldraskolan.make.forms import FORMS, endings
from foraldraskolan.make.orders import Order, is_bilingual, languages_of, media_of, order_of
from foraldraskolan.make.readme import contents
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Message, Problem, ProblemsFound, message
from foraldraskolan.translation.status import Unsigned

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
    """Raise ProblemsFound with every text that is not reviewed where it stands, and how many each module has."""
    texts = dict.fromkeys((each.order.language, text) for each in made for text in each.trust.unsigned)
    counts: dict[str, Counter[str]] = {}
    for tag, text in texts:
        counts.setdefault(tag, Counter())[text.domain] += 1
    if texts:
        hint = message("Bygg utan --require-reviewed, eller låt någon granska: foraldraskolan translations sign.")
        sums = [Problem(_sum(tag, domains), hint) for tag, domains in counts.items()]
        few = len(texts) <= PROBLEMS
        raise ProblemsFound([*(_unsigned(text, few=few) for _, text in texts), *sums])


_NOT_REVIEWED: Mapping[State, Message] = {
    "missing": message("Inte översatt i {place}"),
    "stale": message("Äldre än den svenska texten i {place}"),
    "draft": message("Inte granskad i {place}"),
}


def _unsigned(text: Unsigned, *, few: bool) -> Problem:
    """Return what one text lacks, and its words if there are few; many are told as the lines of their files."""
    what = _NOT_REVIEWED[text.state].having(place=text.domain)
    if few or text.place is None:
        return Problem(message("{what}: {text}", what=what, text=text.source), None, text.place)
    return Problem(what, None, replace(text.place, key=None))


def _sum(tag: str, domains: Mapping[str, int]) -> Message:
    modules = ", ".join(f"{domain} {count}" for domain, count in sorted(domains.items()))
    count = sum(domains.values())
    return message(
        "{language}: {count} texter är inte granskade ({modules}).", language=tag, count=count, modules=modules
    )
