"""The plan of one meeting: what, when, where, for whom and in which languages."""

import re
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from pathlib import Path

from foraldraskolan.document.meeting import Meeting, School
from foraldraskolan.language import SOURCE
from foraldraskolan.limits import CHOSEN, LINK, TITLE
from foraldraskolan.material.example import still_invented
from foraldraskolan.material.library import Library
from foraldraskolan.material.logo import read_logo
from foraldraskolan.material.module import AUDIENCES
from foraldraskolan.material.records import read_phone
from foraldraskolan.material.toml import TomlFile, TomlTable, read_toml
from foraldraskolan.material.weekly import Weekly, read_weekly
from foraldraskolan.problems import Place, message, raise_found
from foraldraskolan.record import record

MEETING_MINUTES = (5, 600)
COPIES = (0, 9999)
_DAY = 24 * 60
# An https address (RFC 3986) of a host with a name, no user in it: what stands beside a code is where the code leads.
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_PORT = r"(?::(?P<port>[1-9][0-9]{0,4}))?"
_REST = r"(?:[/?#](?:[-a-z0-9._~:/?#@!$&'()*+,;=]|%[0-9a-f]{2})*)?"
_LINK = re.compile(rf"https://(?:{_LABEL}\.)+[a-z]{{2,63}}{_PORT}{_REST}", re.IGNORECASE)
_LAST_PORT = 65_535


@record
class LocalContact:
    """A contact that the user adds: name, phone and perhaps hours, as the user writes them."""

    name: str
    phone: str
    hours: str = ""
    place: Place | None = field(default=None, compare=False)


@record
class Plan:
    """One order: the meeting and what to make for it; without modules the program fills the time."""

    meeting: Meeting
    modules: tuple[str, ...] | None
    presentation: str
    notes: str
    families: tuple[str, ...]
    fallback: str  # for a family whose own language there is no letter in
    bilingual: bool
    copies: Mapping[str, int]
    contacts: tuple[LocalContact, ...]
    place: Place = field(compare=False)  # of modules, or of minutes when the program chooses modules
    weekly: Weekly = field(default=Weekly())
    powerpoint: bool = False  # whether the slides are made to be edited, too
    # Of a hundred words of each module, how many are missing in which languages of the families; nothing if not known.
    lacking: Mapping[str, Mapping[str, int]] = field(default_factory=dict, compare=False)

    @property
    def interpreted_into(self) -> tuple[str, ...]:
        """Return the languages (tags) that the meeting is interpreted into: those that it names, or the families'.

        Who reads the notes speaks their language.
        """
        named = self.meeting.interpreted
        heard = named if isinstance(named, tuple) else self.families if named else ()
        return tuple(tag for tag in heard if tag != self.notes)

    def invented(self, library: Library) -> tuple[str, ...]:
        """Return the keys under which something stands that the example makes up: the plan of a meeting has none."""
        contacts = ((each.name, each.phone) for each in self.contacts)
        meeting = self.meeting
        school = meeting.school.name if meeting.school else ""
        return still_invented(meeting.place, meeting.host, school, meeting.link, contacts, library.invented)


def named_modules(file: TomlFile) -> tuple[str, ...] | None:
    """Return what a plan names as modules, whether there are such or not; None if the program is to choose them."""
    named = file.root.values.get("modules")
    return tuple(each for each in named if isinstance(each, str)) if isinstance(named, list) else None


def read_plan(path: Path, library: Library, languages: Collection[str]) -> Plan:
    """Return the plan in a file, for these languages (tags); raise ProblemsFound with all its problems."""
    return plan_of(read_toml(path), library, languages)


def plan_of(file: TomlFile, library: Library, languages: Collection[str]) -> Plan:
    """Return the plan that these values are, for these languages (tags); raise ProblemsFound with all its problems."""
    root = file.root
    chosen = root.table("languages")
    meeting = _meeting(root, languages)
    families = chosen.texts("families", (SOURCE,), most=CHOSEN)
    for index, tag in enumerate(families):
        chosen.expect_known(f"families[{index}]", tag, languages)
    plan = Plan(
        meeting,
        _modules(root, library),
        chosen.choice("presentation", languages, SOURCE),
        chosen.choice("notes", languages, SOURCE),
        families,
        chosen.choice("fallback", languages, SOURCE),
        chosen.flag("bilingual", default=False),
        _copies(root.table("copies"), families, languages),
        tuple(_contact(table) for table in root.tables("contacts", most=CHOSEN)),
        root.place("minutes" if "modules" not in root.values else "modules"),
        read_weekly(root.table("series"), meeting.date),
        root.flag("powerpoint", default=False),
    )
    if isinstance(meeting.interpreted, tuple) and plan.notes in meeting.interpreted:
        root.report(
            f"interpreted[{meeting.interpreted.index(plan.notes)}]",
            message("Talarstödet är på {tag}, så det språket talar du själv.", tag=plan.notes),
            message("Skriv bara de språk som tolkas."),
        )
    raise_found(file.close())
    return replace(plan, meeting=replace(plan.meeting, example=bool(plan.invented(library))))


def _meeting(root: TomlTable, languages: Collection[str]) -> Meeting:
    meeting = Meeting(
        root.text("title", most=TITLE),
        root.choice("audience", AUDIENCES, "parents"),
        root.day("date"),
        root.clock("start"),
        root.whole("minutes", *MEETING_MINUTES),
        root.text("place", most=TITLE),
        root.text("host", most=TITLE),
        _interpreted(root, languages),
        link=_link(root),
        sent=root.optional_day("sent"),
        school=_school(root.table("school")),
    )
    if meeting.sent is not None and meeting.sent > meeting.date:
        root.report("sent", message("Brevet är daterat efter mötet."), message("Skriv dagen då breven går ut."))
    if meeting.start.hour * 60 + meeting.start.minute + meeting.minutes >= _DAY:
        root.report("start", message("Mötet slutar efter midnatt."), message("Börja tidigare, eller minska minutes."))
    if meeting.start.second or meeting.start.microsecond:
        root.report("start", message("Mötet börjar på en hel minut."), message("Skriv klockslaget som 18:00:00."))
    return meeting


def _interpreted(root: TomlTable, languages: Collection[str]) -> bool | tuple[str, ...]:
    """Return whether the meeting is interpreted, or the languages that it is interpreted into in turn."""
    if not isinstance(root.values.get("interpreted"), list):
        hint = message('Tolkas flera språk i tur och ordning, skriv dem i en lista, som ["ar", "so"].')
        return root.flag("interpreted", default=False, hint=hint)
    tags = root.texts("interpreted", most=CHOSEN)
    for index, tag in enumerate(tags):
        root.expect_known(f"interpreted[{index}]", tag, languages)
    return tags


def _school(table: TomlTable) -> School | None:
    """Return the school that letters are from, None if the plan names none."""
    if not table.values:
        table.known |= {"name", "unit", "logo"}
        return None
    logo = read_logo(table, "logo", table.file.path.parent)
    return School(table.text("name", most=TITLE), table.text("unit", "", most=TITLE), table.text("logo", ""), logo)


def _link(root: TomlTable) -> str:
    link = root.text("link", "", most=LINK)
    match = _LINK.fullmatch(link)
    if link and (match is None or int(match["port"] or 0) > _LAST_PORT):
        root.report(
            "link",
            message("{link} är ingen adress som går att skanna.", link=link),
            message("Skriv hela adressen, som https://www.skolan.se/mote, utan å, ä, ö och mellanslag."),
        )
    return link


def _modules(root: TomlTable, library: Library) -> tuple[str, ...] | None:
    if "modules" not in root.values:
        root.known.add("modules")
        return None
    modules = root.texts("modules", most=CHOSEN)
    for index, each in enumerate(modules):
        root.expect_known(f"modules[{index}]", each, (*library.modules, *library.unread))
    return modules


def _copies(table: TomlTable, families: tuple[str, ...], languages: Collection[str]) -> dict[str, int]:
    copies = {tag: table.whole(tag, *COPIES) for tag in table.values}
    for tag in copies:
        table.expect_known(tag, tag, languages)
        if tag in languages and tag not in families:
            table.report(
                tag,
                message("Språket {tag} står inte bland families.", tag=tag),
                message("Lägg till det där, eller ta bort raden."),
            )
    return copies


def _contact(table: TomlTable) -> LocalContact:
    phone = read_phone(table, required=True) or ""
    return LocalContact(table.text("name", most=TITLE), phone, table.text("hours", "", most=TITLE), table.place("name"))
