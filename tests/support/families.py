"""Invented families to write to, in the languages of the example."""

from collections.abc import Sequence
from gettext import NullTranslations
from pathlib import Path

from foraldraskolan.class_list.recipients import Person, Recipient
from foraldraskolan.make.edition import Editions
from foraldraskolan.make.families import Families
from foraldraskolan.make.mailing import Mailing, Wanted, make_mailing
from tests.support.orders import content, plan

# What somebody might write into a list to get more out of it than a letter.
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "{meeting:date} {phone:larmnumret}",
    "**fet** _kursiv_ [länk](https://example.org) [^1]",
    "<script>alert(1)</script> <b onclick=x>",
    "Robert') Tj ET Q (\\) /Span BDC",
    "Anna Bcc: x@example.org",
    "=?utf-8?q?Anna=0aBcc:_x@example.org?=",
    "../../etc/passwd",
    "%s {0} ${x} `id`",
)
NAMES = (
    "Anna Svensson",
    "محمد الأحمد",
    "مُحَمَّد بن عَبْدِ اللهِ",
    "جۆانە کوردستان",
    "ግደይ ሃይለ",
    "สมชาย ใจดี",
    "Ngọc Ánh Nguyễn",
    "Z\u0327oe\u0301",
    "Cabdiraxmaan Maxamed Xuseen",
    "אברהם כהן",
    "राजेश कुमार",
    *HOSTILE,
)
LIST = Path("klasslista.xlsx")


def families(count: int = len(NAMES) * 4) -> list[Recipient]:
    """Return so many families; every third has no address, every second two guardians, each its own e-mail address."""
    made = []
    for index in range(count):
        name = NAMES[index // 4 % len(NAMES)]
        people = [Person(name, f"p{index}@example.org")]
        if index % 2:
            people.append(Person(NAMES[(index + 5) % len(NAMES)], f"q{index}@example.org"))
        address = (f"Skyddsgatan {index}", f"753 {index % 90 + 10} Uppsala") if index % 3 else ()
        group = f"{7 + index % 5}{'ABC'[index % 3]}"
        made.append(
            Recipient(
                index + 2, tuple(people), f"Elev Hemlig{index}", group, ("sv", "en", "ar", "so")[index % 4], address
            )
        )
    return made


def mailed(folder: Path, wanted: Wanted, recipients: Sequence[Recipient]) -> Mailing:
    """Make everything for some families."""
    listed = Families(LIST, tuple(recipients), (), ())
    return make_mailing(wanted, Editions(plan("example"), content("example")), listed, folder, NullTranslations())
