"""E-mail addresses in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.texts.email import Mailbox, is_address, mailboxes


@pytest.mark.parametrize(
    "address",
    [
        "a@exempel.se",
        "anna.berg+skola@mail.exempel.se",
        "o'hara@exempel.se",
        "a@blåbär.example",
        "a@xn--blbr-roah.example",
    ],
)
def test_what_mail_can_be_sent_to(address: str) -> None:
    """Plus signs, subdomains and domains in other letters are as good as any."""
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    ["", "a", "@exempel.se", "a@", "a@exempel", "a@@exempel.se", ".a@exempel.se", "a.@exempel.se", "a..b@exempel.se",
     "åsa@exempel.se", "a@exempel..se", "a@-exempel.se", "a@exempel.se.", "a@1.2.3.4", "<a@exempel.se>",
     "a(b)@exempel.se", f"{'a' * 65}@exempel.se",
     f"a@{'b' * 64}.se", f"a@{'b.' * 200}se", "a\u202e@exempel.se", "a@exempel.se\0"],
)  # fmt: skip
def test_what_mail_cannot_be_sent_to(address: str) -> None:
    """What is cut off, typed twice, or not an address alone is none."""
    assert not is_address(address)


EVA, PER = Mailbox("", "eva@exempel.se"), Mailbox("", "per@exempel.se")


@pytest.mark.parametrize(
    "cell",
    ["eva@exempel.se", "<eva@exempel.se>", "mailto:eva@exempel.se", "MAILTO:eva@exempel.se?subject=Hej",
     "eva@exempel.se.", "eva@exempel.se,", ";eva@exempel.se; ", "\u00a0eva@exempel.se\u00a0", "'eva@exempel.se'",
     '"eva@exempel.se"', "(eva@exempel.se)", "eva@exempel.se<mailto:eva@exempel.se>",
     "[eva@exempel.se](mailto:eva@exempel.se)", "E-post: eva@exempel.se", "mejl eva@exempel.se",
     "eva@exempel.se; saknas", "ingen\neva@exempel.se", "eva@exempel.se, eva@exempel.se", "- eva@exempel.se"],
)  # fmt: skip
def test_one_address_however_it_is_written(cell: str) -> None:
    """What programs and people write around an address is no part of it, and no name."""
    assert mailboxes(cell) == ((EVA,), 0)


@pytest.mark.parametrize(
    "between", ["; ", ";", ", ", ",", "/", " / ", "\n", " ", " och ", " & ", "|", " and ", ", och "]
)
def test_several_in_a_cell(between: str) -> None:
    """Whatever people write between addresses, there are two."""
    assert mailboxes(f"eva@exempel.se{between}per@exempel.se") == ((EVA, PER), 0)


@pytest.mark.parametrize(
    ("cell", "name"),
    [("Eva <eva@exempel.se>", "Eva"), ("Eva Ek<eva@exempel.se>", "Eva Ek"), ('"Ek, Eva" <eva@exempel.se>', "Ek, Eva"),
     ("Ek, Eva <eva@exempel.se>", "Ek, Eva"), ("Eva och Per <eva@exempel.se>", "Eva och Per"),
     ("eva@exempel.se (Eva)", "Eva"), ("Eva Ek (eva@exempel.se)", "Eva Ek"), ("Mamma: eva@exempel.se", "Mamma"),
     ("mamma eva@exempel.se", "mamma"), ("Eva Ek eva@exempel.se", "Eva Ek"), ("Eva - eva@exempel.se", "Eva"),
     ("eva@exempel.se; Eva <EVA@exempel.se>", "Eva")],
)  # fmt: skip
def test_a_name_comes_with_its_address(cell: str, name: str) -> None:
    """A name before an address or in brackets after it is told with it, in any of the ways that programs write."""
    (mailbox,), bad = mailboxes(cell)
    assert (mailbox.name, mailbox.address.lower(), bad) == (name, "eva@exempel.se", 0)


def test_names_of_several() -> None:
    """Each name stays with its own address."""
    both = (Mailbox("Ek, Eva", EVA.address), Mailbox("Per", PER.address))
    assert mailboxes("Ek, Eva <eva@exempel.se>, Per <per@exempel.se>") == (both, 0)
    assert mailboxes('"Ek, Eva" <eva@exempel.se> och Per <per@exempel.se>') == (both, 0)
    assert mailboxes("per@exempel.se (Per)\nEk, Eva <eva@exempel.se>") == (both[::-1], 0)


@pytest.mark.parametrize(
    "cell", ["", " ", "-", "–", "saknas", "Saknas.", "ingen", "NULL", "N/A", "nan", "okänd", "har ingen e-post",
             "ej känd", "E-post saknas", "None", "ingen/ingen", "?"],
)  # fmt: skip
def test_what_says_that_there_is_none(cell: str) -> None:
    """Words for nothing are neither an address nor wrong."""
    assert mailboxes(cell) == ((), 0)


@pytest.mark.parametrize(
    "cell",
    ["eva", "Eva Ek", "eva@exempel", "eva@@exempel.se", "eva(at)exempel.se", "eva ek@exempel.se", "eva,ek@exempel.se",
     "eva@exempel.co m", "eva/per@exempel.se", "Eva <eva@exempel.se", "eva@exempel.se>", "<eva@exempel.se",
     "per@exempel.se <eva@exempel.se>", '"per@exempel.se" <eva@exempel.se>', "eva@exempel.se Eva", ".eva@exempel.se",
     "eva@exempel.se/hem", "ring mig", "åsa@exempel.se", "eva@exempel.se Eva per@exempel.se",
     "eva@exempel.se Per Ek per@exempel.se"],
)  # fmt: skip
def test_what_is_not_understood_serves_nobody(cell: str) -> None:
    """A piece with more in it than an address and its name is bad: the rest of it may be somebody else's address."""
    assert mailboxes(cell) == ((), 1)


def test_a_bad_piece_does_not_cost_the_good_ones() -> None:
    """What stands apart from a bad piece serves."""
    assert mailboxes("fel@; eva@exempel.se, också fel\nper@exempel.se") == ((EVA, PER), 2)


@given(st.text("abE .,;/<>()\"'@:-–\n&", max_size=40) | st.text())
def test_whatever_stands_in_a_cell(cell: str) -> None:
    """Every address that comes of a cell stands there as written, is well formed, and comes once."""
    found, bad = mailboxes(cell)
    assert bad >= 0
    assert all(is_address(each.address) and each.address in cell for each in found)
    assert len({each.address.casefold() for each in found}) == len(found)
