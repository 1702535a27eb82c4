"""Who may carry what, and for how long: each rule has a source that breaks it and one that does not."""

from collections.abc import Callable
from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.editor.ages import asked, too_old
from foraldraskolan.editor.sources import ill_sourced
from foraldraskolan.material.library import Library, read_library
from tests.support.samples import told
from tests.support.styles import STYLE

KINDS = ("authority", "profession", "organisation", "press", "foreign")
DAY = date(2026, 12, 1)
FRONT = """\
+++
id = "page"
title = "En sida"
summary = "En kort text."
audience = ["{audience}"]
minutes = 5
priority = 1
checked = 2026-01-31
valid_months = 12
sources = [{sources}]
+++
"""
FACT = """
[{id}]
value = {value}
unit = "{unit}"
about = "En siffra."
source = "{source}"
{year}
checked = 2026-01-31
valid_months = 12
"""
CONTACT = """
[{id}]
name = "Linjen"
{phone}
about = "Råd till familjer."
source = "{source}"
checked = 2026-01-31
valid_months = 6
"""
LAW = """\
[rule]
name = "En regel"
text = "Så är det."
source = "{source}"
checked = 2026-01-31
valid_months = 6
"""
Material = Callable[..., Library]


def source(id: str, kind: str = "authority", age: str = 'published = "2026-01"', more: str = "") -> str:
    """Return the record of a source."""
    return f"""
[{id}]
publisher = "Skolan"
title = "En bok om {id}"
url = "https://example.org/{id}"
kind = "{kind}"
{age}
{more}
checked = 2026-01-31
"""


def fact(source: str = "one", unit: str = "percent", *, id: str = "share", value: int = 7, year: str = "") -> str:
    """Return the record of a figure."""
    return FACT.format(id=id, value=value, unit=unit, source=source, year=year)


def contact(source: str = "one", phone: str = 'phone = "112"', *, id: str = "helpline") -> str:
    """Return the record of a contact."""
    return CONTACT.format(id=id, source=source, phone=phone)


@pytest.fixture
def material(tmp_path: Path) -> Material:
    """Return a function that reads a material of one module, whose sources are those in the order of their records."""

    def read(body: str, sources: str, audience: str = "parents", **records: str) -> Library:
        files = {"facts": "", "laws": "", **records, "sources": sources + OTHER}
        files["contacts"] = contact("other", id="school") + records.get("contacts", "")
        for name, text in files.items():
            (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
        (tmp_path / "modules").mkdir(exist_ok=True)
        ids = [id for id in ("one", "two") if f"[^{('one', 'two').index(id) + 1}]" in body]
        front = FRONT.format(audience=audience, sources=", ".join(f'"{id}"' for id in ids))
        (tmp_path / "modules" / "page.md").write_text(front + body, encoding="utf-8")
        return read_library(tmp_path)

    return read


OTHER = source("other")  # what the other records rest on, so that only what is asked about can be wrong
STEPS = "::: act\n- Ring direkt[^1]\n:::\n"
NO_AUTHORITY = "Det man ska göra vid fara stöder sig inte på någon som svarar för det."


def wrong(library: Library) -> list[str]:
    """Return what is said of the sources of a material."""
    return [told(problem) for problem in ill_sourced(library)]


def old(library: Library, day: date = DAY) -> list[str]:
    """Return what is said of sources that are too old."""
    return [told(problem) for problem in too_old(library, STYLE, day)]


def questions(library: Library) -> list[str]:
    """Return what somebody is asked to find out."""
    return [each.text(NullTranslations()) for each in asked(library, STYLE, DAY)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "body",
    [
        "::: act\n- Ring direkt[^1]\n:::\n",
        "::: act\nRing.\n:::\n\n1. **Ring direkt[^1]**\n",
        "::: act-slide Ring {phone:school} nu\n- Om någon sover[^1]\n:::\n",
    ],
)
def test_danger_rests_on_an_authority(material: Material, body: str, kind: str) -> None:
    """What is done in danger rests on an authority, and no reason excuses it."""
    library = material(body, source("one", kind, more='only = "Vi har inte sett något annat."'))
    assert wrong(library) == ([] if kind == "authority" else [NO_AUTHORITY])


def test_one_authority_is_enough(material: Material) -> None:
    """One mark of an authority carries a text; the others may add what they know."""
    assert wrong(material("::: act\n- Ring[^1] [^2]\n:::\n", source("one", "press") + source("two"))) == []


def test_steps_of_daily_life_rest_on_anybody(material: Material) -> None:
    """Numbered steps are first aid only where the danger is spelt out."""
    assert wrong(material("1. Prata lugnt.[^1]\n", source("one", "organisation"))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_laws_figures_and_numbers_rest_on_an_authority(material: Material, kind: str) -> None:
    """Each of them is told alone, unless its source says why it is the only one."""
    body = "Det är {fact:share}.[^1]\n"
    bad = kind != "authority"
    cited = source("one") + source("two", kind)
    law = material(body, cited, facts=fact(), laws=LAW.format(source="two"))
    assert wrong(law) == ["Lagen stöder sig inte på någon som svarar för den."] * bad
    assert wrong(material(body, cited, facts=fact("two"))) == [
        *["Siffran stöder sig inte på någon som svarar för den."] * bad
    ]
    number = material(body, cited, facts=fact(), contacts=contact("two"))
    assert wrong(number) == ["Numret stöder sig inte på den som har det."] * bad
    excused = source("one") + source("two", kind, more='only = "Den som har numret har vi inte sett."')
    assert wrong(material(body, excused, facts=fact(), contacts=contact("two"))) == []


def test_the_source_of_the_number(material: Material) -> None:
    """A number with a source of its own rests on that, whoever tells what the help is."""
    cited = source("one") + source("two", "press")
    library = material("Så.[^1]\n", cited, contacts=contact("one", 'phone = "112"\nphone_source = "two"'))
    assert wrong(library) == ["Numret stöder sig inte på den som har det."]


@pytest.mark.parametrize("kind", KINDS)
def test_whom_to_reach_without_a_number(material: Material, kind: str) -> None:
    """Somebody who knows them may tell who they are, a newspaper or another country may not."""
    library = material("Så.[^1]\n", source("one") + source("two", kind), contacts=contact("two", ""))
    told = ["Kontakten stöder sig inte på någon som känner den."]
    assert wrong(library) == (told if kind in ("press", "foreign") else [])


def test_figures_for_staff_may_be_those_of_research(material: Material) -> None:
    """Staff read of studies wherever they were made; parents do not."""
    body, cited = "Det är {fact:share}.[^1]\n", source("one", "foreign")
    assert wrong(material(body, cited, "staff", facts=fact())) == []
    assert len(wrong(material(body, cited, "parents", facts=fact()))) == 2


def test_the_year_of_a_source(material: Material) -> None:
    """A year that only says how old its source is rests on nothing else; any other year is a figure."""
    body, cited = "Så var det {fact:share}.[^1]\n", source("one", "press", 'published = "2019-05"')
    assert wrong(material(body, cited, facts=fact(unit="year", value=2019))) == []
    assert wrong(material(body, cited, facts=fact(unit="year", value=2018))) == [
        "Siffran stöder sig inte på någon som svarar för den."
    ]


def test_abroad_alone(material: Material) -> None:
    """What parents read rests on abroad only beside a source from here, or where there is none."""
    foreign = source("one", "foreign")
    told = ["Det här stöder sig bara på en utländsk källa: one."]
    assert wrong(material("- Så[^1]\n- Och så[^2]\n", foreign + source("two", "press"))) == told
    assert wrong(material("Så.[^1] [^2]\n", foreign + source("two", "press"))) == []
    assert wrong(material("Så.[^1]\n", foreign, "staff")) == []
    assert wrong(material("Så.[^1]\n", source("one", "foreign", more='only = "Ingen svensk källa finns."'))) == []


def test_figures_stand_with_their_own_year(material: Material) -> None:
    """A figure of one year beside another year alone would be printed as that year's."""
    share = fact(year="year = 2023")
    facts = share + fact(id="then", unit="year", value=2023) + fact(id="now", unit="year", value=2025)
    both = "Det var {fact:share} år {fact:then}, inte {fact:now}.[^1]\n"
    assert wrong(material(both, source("one"), facts=facts)) == []
    body = "Det är {fact:share} år {fact:now}.[^1]\n\nSå var det {fact:then}.\n"
    assert wrong(material(body, source("one"), facts=facts)) == [
        "Siffran share är från 2023, men här står ett annat år."
    ]


def test_what_nothing_uses(material: Material) -> None:
    """A source that nothing cites and a figure that nothing shows are told, so that nobody tends them in vain."""
    library = material("Så.[^1]\n", source("one") + source("two"), facts=fact("one"))
    assert wrong(library) == ["Ingen använder källan two.", "Ingen använder siffran share."]


@pytest.mark.parametrize(
    ("made", "months"),
    [
        (lambda: ("::: act\n- Ring[^1]\n:::\n", {}), 72),
        (lambda: ("Så.[^1]\n", {"laws": LAW.format(source="one")}), 24),
        (lambda: ("Det är {fact:share}.[^1]\n", {"facts": fact()}), 36),
    ],
)
def test_too_old_from_the_month_after(
    material: Material, made: Callable[[], tuple[str, dict[str, str]]], months: int
) -> None:
    """A source holds through the day that lies so many months on, by what rests on it; an undated one is asked of."""
    body, records = made()
    year, month = divmod(2020 * 12 + months, 12)
    assert month == 0  # limits are whole years
    library = material(body, source("one", age='published = "2020-05-10"'), **records)
    assert old(library, date(year, 5, 10)) == []
    assert len(old(library, date(year, 5, 11))) == 1
    undated = material(body, source("one", age="undated = true\nshows = 2010"), **records)
    assert old(undated) == []


def test_a_figure_without_a_newer_source(material: Material) -> None:
    """An old figure that is the only one is asked about instead."""
    cited = source("one", age='published = "2019"', more='only = "Nyare har vi inte sett."')
    library = material("Det är {fact:share}.[^1]\n", cited, facts=fact())
    assert old(library) == []
    assert questions(library) == ["Leta efter en bättre källa än one. Nyare har vi inte sett."]


def test_what_is_asked(material: Material) -> None:
    """Old numbers are rung, what one acts on and old pages are read again, and what was seen elsewhere is read."""
    aged = source("one", age="undated = true") + source("two", age='published = "2010"')
    assert questions(material(STEPS + "\nSå.[^2]\n", aged)) == [
        "Läs igenom igen, för de är gamla eller utan datum: one; two."
    ]
    assert questions(material("Så.[^1]\n", source("one", age="undated = true"))) == []
    rung = source("one", age='published = "2023"')
    assert questions(material("Så.[^1]\n", rung, contacts=contact())) == [
        "Ring och kontrollera, för numrets källa är gammal eller utan datum: 112 (Linjen)."
    ]
    urgent = contact(phone='phone = "112"\nurgent = true')
    assert questions(material("Så.[^1]\n", rung, contacts=urgent)) == []
    assert questions(material("Så.[^1]\n", source("one", more='seen_at = "https://example.com/"'))) == [
        "Läs https://example.org/one, för vi såg det bara hos https://example.com/."
    ]
