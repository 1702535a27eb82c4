"""Rows of dots as a PNG file (ISO/IEC 15948), which a presentation can hold."""

from struct import pack
from zlib import compress, crc32

from foraldraskolan.document.logo import Raster

_COLOUR_TYPE = {1: 0, 3: 2}  # grey, RGB


def png(raster: Raster) -> bytes:
    """Return a file that says nothing but the dots."""
    row = raster.width * raster.channels
    lines = (raster.samples[start : start + row] for start in range(0, len(raster.samples), row))
    header = pack(">IIBBBBB", raster.width, raster.height, 8, _COLOUR_TYPE[raster.channels], 0, 0, 0)
    data = compress(b"".join(b"\0" + line for line in lines), 9)  # each row unfiltered
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, *zip(*chunks, strict=True)))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
