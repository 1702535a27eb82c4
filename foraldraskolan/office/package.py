"""Packages of Office Open XML with the same bytes each time: no day and no name of whoever packed them."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_CORE = "docProps/core.xml"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # that a ZIP file knows
_MOMENTS = re.compile(r"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def repacked(package: bytes, made: datetime) -> bytes:
    """Return a package whose parts have no day of their own, and which says that it was made at a moment."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for each in old.infolist():
            data = old.read(each)
            if each.filename == _CORE:
                moment = made.strftime("%Y-%m-%dT%H:%M:%SZ")
                data = _MOMENTS.sub(rf"\g<1>{moment}\g<3>", data.decode("utf-8")).encode("utf-8")
            part = ZipInfo(each.filename, _FIRST_DAY)
            part.compress_type = ZIP_DEFLATED
            new.writestr(part, data)
    return out.getvalue()
