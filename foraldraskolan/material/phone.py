"""Phone numbers as Swedes write them, and the tel: address that dials them."""

import re

from foraldraskolan.document.inlines import Value

_WRITTEN = re.compile(r"\+?[0-9][0-9 \u00a0-]*[0-9]")
_SHORTEST = 3  # digits, as in 112
_COUNTRY = "+46"


def is_phone(written: str) -> bool:
    """Say whether this is at least three digits (0-9) with spaces or hyphens between them, perhaps after a +."""
    return _WRITTEN.fullmatch(written) is not None and sum(map(str.isdigit, written)) >= _SHORTEST


def phone_value(written: str) -> Value:
    """Return the number as it is written, linked to what a phone dials, from abroad too unless it is a short number."""
    digits = re.sub(r"[^0-9+]", "", written)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"{_COUNTRY}{digits[1:]}"
    return Value(written, f"tel:{digits}")
