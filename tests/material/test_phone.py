"""Phone numbers: read as they are written, dialled from anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.material.phone import is_phone, phone_value


@given(st.from_regex(r"\+?[0-9]{2}([0-9 -]{0,12})[0-9]", fullmatch=True))
def test_a_number_is_shown_as_written_and_dialled_by_its_digits(written: str) -> None:
    """The text is untouched, and the address is tel: with digits alone."""
    value = phone_value(written)
    assert is_phone(written)
    assert value.text == written
    assert value.url.removeprefix("tel:").removeprefix("+").isdigit()


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("112", "tel:112"),
        ("114 14", "tel:11414"),
        ("116 111", "tel:116111"),
        ("0500-12 34 56", "tel:+46500123456"),
        ("020-91\u00a091\u00a091", "tel:+4620919191"),
        ("+358 9 123", "tel:+3589123"),
        ("0046 500 12", "tel:+4650012"),
    ],
)
def test_what_is_dialled(written: str, url: str) -> None:
    """Numbers within Sweden get its country code, short numbers do not."""
    assert phone_value(written).url == url


@pytest.mark.parametrize("written", ["", "1", "00", "fråga Lisa", "112.", "08-12 34 (Lisa)", "٠٨-١٢", "112\n"])
def test_what_is_no_number(written: str) -> None:
    """Words and other digits are no number that can be dialled."""
    assert not is_phone(written)
