"""What a file says of itself depends on the plan, never on who makes it, where or when."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from foraldraskolan.document.metadata import Metadata
from foraldraskolan.make.conductor import make
from foraldraskolan.make.document import Content
from foraldraskolan.make.orders import order_of
from foraldraskolan.pdf.metadata import xmp
from tests.support.orders import FOLDERS, content, plan

XMP = "{http://ns.adobe.com/xap/1.0/}"
UA = "{http://www.aiim.org/pdfua/ns/id/}"
A = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"


def _invitation(material: Content) -> bytes:
    (made,) = make([order_of("mailout", "ar")], plan("example"), material)
    return made.data


def dates(monkeypatch: pytest.MonkeyPatch, epoch: str | None) -> list[str]:
    """Return the dates of a file that is made with this SOURCE_DATE_EPOCH: as information, and as XMP."""
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    file = pikepdf.open(BytesIO(_invitation(Content.read(FOLDERS["example"]))))
    root = ET.fromstring(file.Root.Metadata.read_bytes().decode())
    info = [str(file.docinfo[key]) for key in ("/CreationDate", "/ModDate")]
    return [*info, *(root.findtext(f".//{XMP}{name}") or "" for name in ("CreateDate", "ModifyDate"))]


def test_a_file_is_dated_on_the_day_of_the_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without SOURCE_DATE_EPOCH a file gives the day of its plan."""
    assert plan("example").meeting.date.isoformat() == "2026-12-03"
    assert dates(monkeypatch, None) == ["D:20261203000000Z"] * 2 + ["2026-12-03T00:00:00Z"] * 2


def test_source_date_epoch_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who builds reproducibly gives the moment as the world has agreed to."""
    assert dates(monkeypatch, "86400") == ["D:19700102000000Z"] * 2 + ["1970-01-02T00:00:00Z"] * 2


def test_only_the_kit_dates_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """reportlab reads SOURCE_DATE_EPOCH too, and nothing of it gets into a file."""
    made = []
    for epoch in ("", "86400"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        made.append(_invitation(content("example")))
    assert made[0] == made[1]


def test_xmp_says_what_the_file_is() -> None:
    """XMP has title, language, the parts of PDF/UA and PDF/A, also where the title has signs that XML uses."""
    said = Metadata('Möte <8B> & "9A"', "ar", "Ämne", datetime(2026, 12, 3, tzinfo=UTC))
    root = ET.fromstring(xmp(said).decode())
    titles = [element.text for element in root.findall(f".//{DC}title//*") if element.text]
    assert titles == [said.title] * 2
    assert root.findtext(f".//{UA}part") == "1"
    assert (root.findtext(f".//{A}part"), root.findtext(f".//{A}conformance")) == ("2", "A")
    assert [element.text for element in root.findall(f".//{DC}language//*") if element.text] == ["ar"]


def test_title_names_the_language() -> None:
    """Two files of a pack are told apart by their titles, which viewers show."""
    file = pikepdf.open(BytesIO(_invitation(content("example"))))
    assert "العربية" in str(file.docinfo["/Title"])
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
