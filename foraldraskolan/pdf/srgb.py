"""The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4 (ISO 15076-1), made of its numbers.

PDF/A asks what device colours mean: an archive's reader can then show them as they were meant.
"""

from collections.abc import Sequence
from functools import cache

NAME = "sRGB IEC61966-2.1"

# XYZ under D50, as every profile has it: the white, the primaries, and how D65 was adapted to D50.
_WHITE = (0.96420, 1.0, 0.82491)
_PRIMARIES = {
    "rXYZ": (0.43607, 0.22249, 0.01392),
    "gXYZ": (0.38515, 0.71687, 0.09708),
    "bXYZ": (0.14307, 0.06061, 0.71410),
}
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# Y = (aX + b)^g where X >= d, else cX.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


@cache
def srgb_profile() -> bytes:
    """Return the profile's bytes."""
    curve = _typed("para", (3).to_bytes(2, "big") + bytes(2) + _fixed(_CURVE))
    tags = {
        "desc": _text(NAME),
        "cprt": _text("CC0"),
        "wtpt": _typed("XYZ ", _fixed(_WHITE)),
        "chad": _typed("sf32", _fixed(_ADAPTATION)),
        **{name: _typed("XYZ ", _fixed(primary)) for name, primary in _PRIMARIES.items()},
        **dict.fromkeys(("rTRC", "gTRC", "bTRC"), curve),
    }
    start = 128 + 4 + 12 * len(tags)
    offsets: dict[bytes, int] = {}  # what several tags say alike stands there once
    data = b""
    for content in tags.values():
        if content not in offsets:
            offsets[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
    table = b"".join(
        name.encode("ascii") + offsets[content].to_bytes(4, "big") + len(content).to_bytes(4, "big")
        for name, content in tags.items()
    )
    return _header(start + len(data)) + len(tags).to_bytes(4, "big") + table + data


def _header(size: int) -> bytes:
    made = b"".join(number.to_bytes(2, "big") for number in (1999, 10, 18, 0, 0, 0))  # the day of the standard
    parts = [
        size.to_bytes(4, "big"), bytes(4), bytes.fromhex("04200000"), b"mntrRGB XYZ ", made, b"acsp",
        bytes(28), _fixed(_WHITE), bytes(48),
    ]  # fmt: skip
    return b"".join(parts)


def _typed(kind: str, content: bytes) -> bytes:
    return kind.encode("ascii") + bytes(4) + content


def _text(text: str) -> bytes:
    """Return a multiLocalizedUnicodeType of one text, in English."""
    said = text.encode("utf-16-be")
    return _typed("mluc", _longs((1, 12)) + b"enUS" + _longs((len(said), 28)) + said)


def _longs(numbers: Sequence[int]) -> bytes:
    return b"".join(number.to_bytes(4, "big") for number in numbers)


def _fixed(numbers: Sequence[float]) -> bytes:
    """Return numbers as s15Fixed16Number."""
    return b"".join(round(number * 65536).to_bytes(4, "big", signed=True) for number in numbers)
