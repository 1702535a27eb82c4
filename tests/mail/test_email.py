"""E-mail addresses in cells."""

import pytest

from foraldraskolan.mail.email import addresses, is_address


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


def test_several_in_a_cell() -> None:
    """Semicolons, commas, spaces and line breaks stand between addresses, and a dash is none."""
    assert addresses("a@b.se; c@d.se,e@f.se\ng@h.se ;") == ("a@b.se", "c@d.se", "e@f.se", "g@h.se")
    assert addresses("–") == ()
