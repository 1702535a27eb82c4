"""What a pack is made of: a job for each of its files, and what came of it."""

from dataclasses import dataclass

from foraldraskolan.make.letters import FORMS
from foraldraskolan.material.plan import Plan
from foraldraskolan.translation.status import Provenance


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make: the medium, the tag of the language, the file's name, whose ending says which kind it is."""

    medium: str
    language: str
    file: str


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was made: its size in bytes, its pages (0: a message), how far its translation can be trusted."""

    job: Job
    size: int
    pages: int
    trust: Provenance


def jobs(plan: Plan) -> list[Job]:
    """Return every file of a plan's pack, the slowest to make first."""
    made = [Job("handout", tag, f"handout-{tag}.pdf") for tag in plan.families]
    made.append(Job("notes", plan.notes, f"notes-{plan.notes}.pdf"))
    made.append(Job("presentation", plan.presentation, f"presentation-{plan.presentation}.pdf"))
    # The check list and the invitation speak to parents.
    for medium in ("checklist", "mailout") if plan.meeting.audience == "parents" else ():
        made.extend(Job(medium, tag, f"{medium}-{tag}.pdf") for tag in plan.families)
    if plan.meeting.audience == "parents":
        made.extend(Job("mailout", tag, f"mailout-{tag}{ending}") for tag in plan.families for ending in FORMS)
    made.append(Job("staff", plan.notes, f"checklist-staff-{plan.notes}.pdf"))
    return made


def endings(medium: str) -> tuple[str, ...]:
    """Return what the name of a medium's file may end in; an ending says what it is written as."""
    return (".pdf", *FORMS) if medium == "mailout" else (".pdf",)
