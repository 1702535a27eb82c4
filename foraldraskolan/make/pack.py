"""A whole meeting pack: plan -> jobs -> files, on all cores, all of them or none."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path, PurePath

from foraldraskolan.make.document import Built, Content, build
from foraldraskolan.make.jobs import Job, Made, jobs
from foraldraskolan.make.letters import FORMS, invitation
from foraldraskolan.make.readme import contents
from foraldraskolan.make.renewal import Purpose, expect_same, renew
from foraldraskolan.make.workers import done, held_back, pool, submit
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Problem, ProblemsFound, raise_found

CONTENTS = "README.txt"
# Below this many documents the time to start other processes is more than they save.
_WORTH_SHARING = 6


@dataclass(frozen=True, slots=True)
class Pack:
    """What was made, in the order of the jobs, and what stays of an earlier pack because it was changed since."""

    made: tuple[Made, ...]
    kept: tuple[str, ...]


def make_pack(
    plan: Plan,
    content: Content,
    folder: Path,
    interface: NullTranslations,
    progress: Callable[[Job], None] | None = None,
) -> Pack:
    """Make every file of a plan's pack in a folder, and take away what an earlier pack of the meeting had beside them.

    Nothing is written before everything is made. Raises ProblemsFound with the problems of all documents.
    """
    about = Purpose.of("pack", plan.meeting)
    expect_same(folder, about)
    wanted = jobs(plan)
    files: dict[str, bytes] = {}
    made: list[Made] = []
    problems: list[Problem] = []
    for job, result in _results(wanted, plan, content):
        if isinstance(result, ProblemsFound):
            problems.extend(result.problems)
        else:
            files[job.file] = result.data
            made.append(Made(job, len(result.data), result.pages, result.trust))
        if progress is not None:
            progress(job)
    raise_found(list(dict.fromkeys(problems)))
    made.sort(key=lambda each: wanted.index(each.job))
    files[CONTENTS] = contents(plan, made, content, interface).encode("utf-8")
    kept = renew(folder, files, about)
    return Pack(tuple(made), kept)


Result = Built | ProblemsFound


def _results(wanted: Sequence[Job], plan: Plan, content: Content) -> Iterator[tuple[Job, Result]]:
    """Yield every job's result as it is ready."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(wanted) < _WORTH_SHARING:
        for job in wanted:
            yield job, _run(job, plan, content)
        return
    with pool(min(cores, len(wanted)), _start, plan, content) as executor:
        with held_back():
            running: dict[Future[Result], Job] = {submit(executor, _work, job): job for job in wanted}
        for future in done(running):
            yield running[future], future.result()


_order: tuple[Plan, Content] | None = None


def _start(plan: Plan, content: Content) -> None:
    """Give a worker process its order once."""
    global _order
    _order = (plan, content)


def _work(job: Job) -> Result:
    if _order is None:
        raise AssertionError("a worker has its order before its first job")
    return _run(job, *_order)


def _run(job: Job, plan: Plan, content: Content) -> Result:
    try:
        return built(job, plan, content)
    except ProblemsFound as found:
        return found


def built(job: Job, plan: Plan, content: Content) -> Built:
    """Return one file as its name's ending asks for it, a PDF or a message; raise ProblemsFound if it is impossible."""
    ending = PurePath(job.file).suffix
    if job.medium == "mailout" and ending in FORMS:
        said = invitation(plan, job.language, content)
        return Built(FORMS[ending](said), 0, said.trust)
    return build(job.medium, plan, job.language, content)
