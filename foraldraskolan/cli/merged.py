"""Problems that are the same to whoever mends them: told once, with all the lines where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

from foraldraskolan.problems import Place, Problem, message, runs_of
from foraldraskolan.record import record

_INDEX = re.compile(r"\[\d+\]")
_RUNS = 8  # of lines, or files, before the rest is only counted


@record
class Merged:
    """One problem and every line where it stands, in rising order; several are at the place of what they share.

    `others` are the files that as a whole have the same problem.
    """

    problem: Problem
    lines: tuple[int, ...]
    others: tuple[Place, ...] = ()

    def where(self, catalog: NullTranslations) -> str:
        """Return the place or places in the catalog's language, "" if there is none."""
        place = self.problem.place
        if place is None:
            return ""
        if self.others:
            shown = [str(each) for each in (place, *self.others)[:_RUNS]]
            more = len(self.others) + 1 - len(shown)
            return "\n".join([*shown, *([message("… och {count} till.", count=more).text(catalog)] if more else [])])
        if len(self.lines) < 2:
            return str(replace(place, line=next(iter(self.lines), None)))
        runs = list(runs_of(self.lines))
        rows = ", ".join(runs[:_RUNS])
        if len(runs) > _RUNS:
            rows = message("{rows} med flera ({count})", rows=rows, count=len(self.lines)).text(catalog)
        file = str(replace(place, line=None))
        return message("{file}, rad {rows}", file=Path(file), rows=rows).text(catalog)


def merged(problems: Iterable[Problem]) -> list[Merged]:
    """Return the problems in the order of files and lines, those with the same words, file and kind of key as one."""
    found: dict[tuple[Problem, bool], list[Place]] = {}  # of a whole file, or of lines in it
    for problem in sorted(problems, key=_order):
        place = problem.place
        shared = replace(place, line=None, key=place.key and _INDEX.sub("[…]", place.key)) if place else None
        whole = place is not None and place.line is None
        found.setdefault((replace(problem, place=shared), whole), []).extend([place] if place else [])
    return _over_files([_merged(shared, places) for (shared, _), places in found.items()])


def _over_files(each_file: Iterable[Merged]) -> list[Merged]:
    """Return the problems, those that whole files have in the same words as one."""
    kept: dict[Problem | int, Merged] = {}
    for number, each in enumerate(each_file):
        place = each.problem.place
        whole = place is not None and not each.lines and place.key is None
        same = replace(each.problem, place=None) if whole else number
        first = kept.get(same)
        if first is None or place is None:
            kept[same] = each
        else:
            kept[same] = replace(first, others=(*first.others, place))
    return list(kept.values())


def _merged(shared: Problem, places: Sequence[Place]) -> Merged:
    lines = dict.fromkeys(place.line for place in places if place.line is not None)
    if len({place.key for place in places}) == 1:
        shared = replace(shared, place=replace(places[0], line=None))
    return Merged(shared, tuple(lines))


def _order(problem: Problem) -> tuple[str, str, int, str]:
    place = problem.place
    return (str(place.file), place.sheet or "", place.line or 0, place.key or "") if place else ("", "", 0, "")
