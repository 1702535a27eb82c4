"""A plan is read as it is written."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foraldraskolan.characters import forbidden
from foraldraskolan.document.meeting import Meeting, School
from foraldraskolan.limits import LINK, YEARS
from foraldraskolan.material.library import read_library
from foraldraskolan.material.plan import LocalContact, Plan, read_plan
from foraldraskolan.material.plan_file import plan_text
from foraldraskolan.material.weekly import Weekly
from foraldraskolan.problems import Place, ProblemsFound
from foraldraskolan.toml_syntax import shown

GOOD = Path(__file__).parents[1] / "data" / "projects" / "good"
LIBRARY = read_library(GOOD)
LANGUAGES = ("sv", "en", "ar", "so")

SHORTEST = 'title = "Möte"\ndate = 2026-12-03\nstart = 18:00:00\nminutes = 45\nplace = "Salen"\nhost = "Eken"\n'
DAY_LAST = date(YEARS[1], 12, 31)
DAYS = st.dates(date(YEARS[0], 1, 1), DAY_LAST)
characters = st.characters(codec="utf-8").filter(lambda character: not forbidden(character) and character not in "\t\n")
texts = st.text(characters, min_size=1, max_size=30).filter(lambda text: bool(text.strip()))
meetings = st.builds(
    Meeting,
    title=texts,
    audience=st.sampled_from(["parents", "pupils", "staff"]),
    date=DAYS,
    start=st.builds(time, st.integers(0, 22), st.integers(0, 59)),
    minutes=st.integers(5, 60),
    place=texts,
    host=texts,
    interpreted=st.booleans() | st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True).map(tuple),
    school=st.none() | st.builds(School, texts, texts | st.just(""), st.sampled_from(["", "logotyp.svg"])),
    link=st.sampled_from(["", "https://skolan.se", "https://www.skolan.se:443/mote?klass=8B#a"]),
)
phones = st.from_regex(r"0[0-9]{1,3}-[0-9]{2,3} [0-9]{2} [0-9]{2}", fullmatch=True)


@st.composite
def weekly(draw: st.DrawFn, meeting: date) -> Weekly:
    """Draw when letters go out after a meeting: pauses are days on which one would."""
    first = draw(st.none() | st.dates(meeting, DAY_LAST))
    start = (first or meeting).toordinal()
    weeks = draw(st.lists(st.integers(2, 30), max_size=3, unique=True))
    days = [start + 7 * week for week in weeks]
    return Weekly(first, tuple(date.fromordinal(day) for day in days if day <= DAY_LAST.toordinal()))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a plan that can be read: known modules and languages, copies of what families get."""
    families = tuple(draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True)))
    modules = draw(st.none() | st.lists(st.sampled_from(sorted(LIBRARY.modules)), min_size=1, unique=True).map(tuple))
    contacts = st.builds(LocalContact, texts, phones, texts | st.just(""))
    meeting = draw(meetings)
    meeting = replace(meeting, sent=draw(st.none() | st.dates(date(YEARS[0], 1, 1), meeting.date)))
    spoken = [tag for tag in LANGUAGES if not (isinstance(meeting.interpreted, tuple) and tag in meeting.interpreted)]
    meeting = meeting if spoken else replace(meeting, interpreted=True)  # somebody speaks a language of their own
    return Plan(
        meeting,
        modules,
        draw(st.sampled_from(LANGUAGES)),
        draw(st.sampled_from(spoken or LANGUAGES)),
        families,
        draw(st.sampled_from(LANGUAGES)),
        False,
        draw(st.dictionaries(st.sampled_from(families), st.integers(0, 500))),
        tuple(draw(st.lists(contacts, max_size=3))),
        Place(Path("plan.toml")),
        draw(weekly(meeting.date)),
    )


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(plans())
def test_a_written_plan_reads_back(tmp_path: Path, plan: Plan) -> None:
    """The file that is written for a plan gives the same plan, whatever the user called the meeting."""
    path = tmp_path / "plan.toml"
    path.write_bytes(plan_text(plan).encode("utf-8"))
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
    path.with_name("logotyp.svg").write_text(logo, encoding="utf-8")
    read = read_plan(path, LIBRARY, LANGUAGES)
    assert read == plan
    school = read.meeting.school
    assert school is None or (school.logo is not None) == bool(school.file)


@pytest.mark.parametrize(
    "link",
    [
        "http://skolan.se/mote",
        "skolan.se/mote",
        "https://",
        "https://skolan",
        "https://127.0.0.1/mote",
        "https://skolan.se/möte",
        "https://skolan.se/ett mote",
        "https://skolan.se@annan.se/mote",
        "https://skolan.se\\mote",
        "https://-skolan.se/mote",
        "https://skolan-.se/mote",
        "https://skolan..se/mote",
        "https://skolan.se:0/mote",
        "https://skolan.se:65536/mote",
        "https://[2001:db8::1]/mote",
        "https://skolan.se/%mote",
        *(f"https://skolan.se/mote{sign}" for sign in '"<>\\^`{|}'),
        "https://skolan.se/".ljust(LINK + 1, "a"),
    ],
)
def test_what_no_code_may_lead_to(tmp_path: Path, link: str) -> None:
    """An address that is no https address of a host, hides where it leads or is too long for a code is told."""
    path = tmp_path / "plan.toml"
    path.write_text(f"link = {shown(link)}\n{SHORTEST}", encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_plan(path, LIBRARY, LANGUAGES)
    (problem,) = found.value.problems
    assert problem.place == Place(path, 1, "link")


def test_what_may_be_left_out(tmp_path: Path) -> None:
    """A plan with the meeting alone is for parents, in Swedish, and leaves the modules to the program."""
    path = tmp_path / "plan.toml"
    path.write_text(SHORTEST, encoding="utf-8")
    meeting = Meeting("Möte", "parents", date(2026, 12, 3), time(18, 0), 45, "Salen", "Eken", False)
    plan = Plan(meeting, None, "sv", "sv", ("sv",), "sv", False, {}, (), Place(path))
    assert read_plan(path, LIBRARY, LANGUAGES) == plan
