"""Whatever is made from the example says, in each document's language, that there is no such meeting."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from functools import cache
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.meeting import School
from foraldraskolan.document.walk import plain, proses
from foraldraskolan.layout.page import Page
from foraldraskolan.make.conductor import make
from foraldraskolan.make.edition import Edition, Editions
from foraldraskolan.make.forms import endings
from foraldraskolan.make.orders import order_of
from foraldraskolan.make.readme import contents
from foraldraskolan.make.series import lessons, sending_calendar, series_orders
from foraldraskolan.material.example import IS_EXAMPLE
from foraldraskolan.material.plan import LocalContact, Plan, read_plan
from foraldraskolan.material.plan_file import plan_text
from foraldraskolan.media.media import MEDIA
from foraldraskolan.project import Project
from foraldraskolan.typeset.glyphs import Line
from tests.support.calendars import events
from tests.support.letters import weekly
from tests.support.orders import content, edition, plan
from tests.support.reading import squeezed

KIT = content("example")
EXAMPLE = plan("example")
READY = sorted((Project.default().materials / "plans").glob("*.toml"))
OWN = replace(
    EXAMPLE,
    meeting=replace(
        EXAMPLE.meeting,
        place="Björkens matsal",
        host="Björkens elevhälsa",
        example=False,
        link="https://bjorken.se/8b",
        school=School("Björkens skola"),
    ),
    contacts=(LocalContact("Kuratorn på Björken", "0500-65 43 21"),),
)
SAID = {
    "sv": "Exempel: mötet finns inte. Dela inte ut.",
    "en": "Example: there is no such meeting. Do not hand this out.",
    "ar": "مثال: هذا الاجتماع غير موجود. يرجى عدم التوزيع.",
    "so": "Tusaale: kulankani ma jiro. Ha qaybin.",
}
each_language = pytest.mark.parametrize("tag", SAID)
each_medium = pytest.mark.parametrize("medium", MEDIA)


def read_again(written: Plan, folder: Path) -> Plan:
    """Return a plan as it is read from its file, wherever that lies."""
    file = folder / "min plan.toml"
    file.write_text(plan_text(written), encoding="utf-8")
    return read_plan(file, KIT.library, KIT.languages)


@pytest.mark.parametrize("file", READY, ids=lambda path: path.stem)
def test_a_ready_plan_is_an_example_wherever_it_lies(file: Path, tmp_path: Path) -> None:
    """What comes with the program is an example, and so is its copy."""
    ready = read_plan(file, KIT.library, KIT.languages)
    assert ready.meeting.example
    assert read_again(ready, tmp_path).meeting.example


@given(st.sets(st.sampled_from(["place", "host", "school", "link", "name", "phone"])), st.booleans())
def test_a_plan_is_an_example_as_long_as_it_invents(
    tmp_path_factory: pytest.TempPathFactory, kept: set[str], loud: bool
) -> None:
    """It is one exactly while its place, its host, its school or a contact is the example's, in whatever looks."""

    def looks(text: str) -> str:
        return f"  {text.upper()} " if loud else text

    invented = EXAMPLE.contacts[0]
    meeting = replace(
        OWN.meeting,
        place=looks(EXAMPLE.meeting.place) if "place" in kept else OWN.meeting.place,
        host=looks(EXAMPLE.meeting.host) if "host" in kept else OWN.meeting.host,
        school=School(looks("Exempelskolan")) if "school" in kept else OWN.meeting.school,
        link=EXAMPLE.meeting.link if "link" in kept else OWN.meeting.link,
    )
    contact = LocalContact(
        looks(invented.name) if "name" in kept else "Kuratorn",
        invented.phone.replace("-", " ") if "phone" in kept else "0500-65 43 21",
    )
    edited = replace(OWN, meeting=meeting, contacts=(OWN.contacts[0], contact))
    read = read_again(edited, tmp_path_factory.mktemp("plan"))
    assert read.meeting.example == bool(kept)
    assert set(read.invented(KIT.library)) == {"contacts" if each in ("name", "phone") else each for each in kept}


@pytest.mark.parametrize(
    ("place", "host", "name", "phone", "keys"),
    [
        ("Exempelskolan", "Elevhälsan", "Kuratorn", "0500-65 43 21", {"place"}),
        ("Matsalen på EXEMPELSKOLAN", "Elevhälsan", "Kuratorn", "0500-65 43 21", {"place"}),
        ("Björken, aulan", "Rektorn, Exempelskolan", "Kuratorn", "0500-65 43 21", {"host"}),
        ("Björken, aulan", "Elevhälsan", "Exempelskolans kurator", "0500-65 43 21", {"contacts"}),
        ("Björken, aulan", "Elevhälsan", "Kuratorn", "+46 500 123456", {"contacts"}),
        ("Björken, aulan", "Elevhälsan", "Kuratorn", "0500-65 43 21", set()),
    ],
)
def test_another_room_or_sender_at_the_invented_school_is_invented(
    place: str, host: str, name: str, phone: str, keys: set[str]
) -> None:
    """The school's name tells, alone or in other words, and the number however it is written; a plain word does not."""
    meeting = replace(OWN.meeting, place=place, host=host)
    edited = replace(OWN, meeting=meeting, contacts=(LocalContact(name, phone),))
    assert set(edited.invented(KIT.library)) == keys


def written_on(page: Page) -> list[str]:
    """Return what each line of a page says, in the order of its characters."""
    lines = [each.item for each in page.items if isinstance(each.item, Line)]
    clusters = [[text for run in line.runs for text in run.texts] for line in lines]
    # Clusters stand from left to right, and an Arabic line begins at the right.
    return [squeezed("".join(order)) for each in clusters for order in (each, reversed(each))]


@each_language
@each_medium
def test_every_document_says_that_it_is_an_example(medium: str, tag: str) -> None:
    """It is a text of the form, read aloud as any other, and its title says so; a real meeting's says nothing."""
    form = edition(medium, EXAMPLE, tag, KIT).form
    assert [plain(prose.inlines) for _, prose in proses(form)].count(SAID[tag]) == 1
    assert plain(form.title.inlines).startswith(SAID[tag].split(":")[0])
    real = edition(medium, OWN, tag, KIT).form
    assert SAID[tag] not in [plain(prose.inlines) for _, prose in proses(real)]
    assert not plain(real.title.inlines).startswith(SAID[tag].split(":")[0])


@pytest.mark.parametrize("tag", ["sv", "ar"])
@each_medium
def test_every_page_says_that_it_is_an_example(medium: str, tag: str) -> None:
    """A page may be alone, so each says so at its foot; no page of a real meeting does."""
    said = squeezed(SAID[tag])
    for chosen, expected in ((EXAMPLE, True), (OWN, False)):
        for page in edition(medium, chosen, tag, KIT).pages:
            assert any(said in line for line in written_on(page)) == expected


@cache
def letters(tag: str) -> dict[str, bytes]:
    """Return the example's invitation in every form that it is sent in."""
    return {
        made.order.form: made.data
        for made in make([order_of("mailout", tag, f) for f in endings("mailout")], EXAMPLE, KIT)
    }


@each_language
def test_every_message_says_that_it_is_an_example(tag: str) -> None:
    """The subject of a draft says so, and the text that is pasted."""
    mail = message_from_bytes(letters(tag)[".eml"], policy=default)
    assert mail["Subject"].startswith(SAID[tag].split(":")[0] + ":")
    for ending in (".html", ".txt"):
        assert SAID[tag] in letters(tag)[ending].decode("utf-8")


def editions(series: Plan) -> list[Edition]:
    """Return the lessons of a series in every language."""
    made = Editions(series, KIT)
    return [made.of(order) for order in series_orders(series, lessons(series, KIT.library)) if order.form == ".txt"]


def test_the_series_says_that_it_is_an_example() -> None:
    """Each lesson says so in its subject and its text, each day in the sender's calendar; a real series does not."""
    series = weekly("example")
    made = lessons(series, KIT.library)
    for letter in editions(series):
        tag = letter.form.language.tag
        assert letter.subject.startswith(SAID[tag].split(":")[0] + ":")
        assert SAID[tag] in letter.text and SAID[tag] in letter.html
    days = [each.summary for each in events(sending_calendar(series, made, KIT))]
    assert len(days) == len(made) and all(day.startswith("Exempel: Skicka brev ") for day in days)
    real = replace(series, meeting=replace(series.meeting, example=False))
    assert all(SAID[letter.form.language.tag] not in letter.text for letter in editions(real))


def test_the_list_of_a_pack_says_that_it_is_an_example() -> None:
    """README.txt begins with it."""
    said = IS_EXAMPLE.text(NullTranslations())
    assert contents(EXAMPLE, [], KIT, NullTranslations()).startswith(f"{said}\n\n{EXAMPLE.meeting.title}\n")
    assert said not in contents(OWN, [], KIT, NullTranslations())
