"""Which meeting families are written to about, and who of them: what is said before anything is made for them."""

import datetime
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from foraldraskolan.cli.tables import print_facts
from foraldraskolan.language import Language
from foraldraskolan.problems import Message, Problem, ProblemsFound, message, spoken

if TYPE_CHECKING:
    from foraldraskolan.class_list.detected import Detected
    from foraldraskolan.cli.session import Session
    from foraldraskolan.document.meeting import Meeting
    from foraldraskolan.make.families import Families

Fact = tuple[Message, str]


def expect_plan(plan: Path | None, option: str) -> Path:
    """Return the plan that is given; raise ProblemsFound if there is none: no family is invited to the example."""
    if plan is None:
        what = message("{option} behöver en plan, som säger vilket möte det gäller.", option=option)
        hint = message("Skriv en plan med foraldraskolan new plan.toml, och lägg till plan.toml efter mailout.")
        raise ProblemsFound([Problem(what, hint)])
    return plan


def tell_meeting(session: "Session", meeting: "Meeting") -> None:
    """Say which meeting it is: what, when, where, and who asks families there."""
    print_facts(session, _meeting(session, meeting))


def tell_order(session: "Session", meeting: "Meeting", families: "Families", detected: "Detected") -> None:
    """Say all that somebody has to agree to: the meeting, letters by language, who is protected, what is left out."""
    counts = Counter(each.language for each in families.recipients)
    facts = [
        *_meeting(session, meeting),
        (message("Antal brev"), ", ".join(f"{_named(session, tag)} {count}" for tag, count in counts.items())),
        (message("Skyddade"), session.say(detected.without_address or message("ingen familj i listan"))),
        (
            message("Utelämnat"),
            " ".join(map(session.say, _left_out(families, detected))) or session.say(message("inget")),
        ),
    ]
    print_facts(session, facts)


def _named(session: "Session", tag: str) -> str:
    from foraldraskolan.class_list.texts.languages import LanguageNames

    return LanguageNames((tag,)).text(session.catalog)


def _meeting(session: "Session", meeting: "Meeting") -> list[Fact]:
    from foraldraskolan.material.fill import clock_text, date_text
    from foraldraskolan.translation.languages import read_languages

    tag = spoken(session.catalog)
    language = read_languages(session.project.translations).get(tag) or Language(tag, "", "")
    day, clock = date_text(meeting.date, language), clock_text(meeting.start, language)
    when = session.say(message("{day} kl. {clock}", day=day, clock=clock))
    if meeting.date < datetime.date.today():
        when = session.say(message("{when} (den dagen har redan varit)", when=when))
    title = session.say(message("{title} (exempel)", title=meeting.title)) if meeting.example else meeting.title
    return [
        (message("Möte"), title),
        (message("När"), when),
        (message("Var"), meeting.place),
        (message("Avsändare"), _sender(meeting)),
    ]


def _sender(meeting: "Meeting") -> str:
    """Return who stands at the top of the letters."""
    school = meeting.school
    return ", ".join(filter(None, (school.name, school.unit))) if school else meeting.host


def _left_out(families: "Families", detected: "Detected") -> Iterator[Message]:
    """Yield what of the list makes no letter, and why."""
    from foraldraskolan.class_list.rows import RowId, rows_text

    yield from detected.gets_nothing
    places = [each.place for each in families.bad if each.place is not None and each.place.line is not None]
    if places:
        rows = rows_text(RowId(place.sheet or "", place.line or 0) for place in places)
        yield message("Rader som är fel: {rows}.", rows=rows)
    ignored = dict.fromkeys(title for sheet in detected.sheets for title in sheet.ignored)
    if ignored:
        yield message("Kolumner som inte används: {columns}.", columns=", ".join(ignored))
