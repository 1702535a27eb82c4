"""A header is read in any spelling, and never taken for what it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.class_list.columns import FAMILY, Kind, recognised
from foraldraskolan.class_list.header import find_headers
from foraldraskolan.spreadsheet.workbook import Row, Sheet
from tests.class_list.test_lists import LISTS

KNOWN = {
    (Kind.CHILD, FAMILY): ["Elev", "Barn", "Elevens namn", "Elev, namn", "Student", "Child", "Child's name",
                           "BARNETS NAMN"],
    (Kind.CHILD_FIRST, FAMILY): ["Förnamn", "Elevens förnamn", "First name", "Tilltalsnamn elev"],
    (Kind.CHILD_LAST, FAMILY): ["Efternamn", "Surname (pupil)"],
    (Kind.GROUP, FAMILY): ["Klass", "Class", "Grupp", "Elevens klass", "Klass/grupp", "Klass / Class", "الصف Klass"],
    (Kind.NAME, 1): ["Vårdnadshavare", "Vårdnadshavare 1", "VH1", "vh 1", "Vårdnadshavare 1 namn", "Förälder 1",
                     "Guardian 1", "Parent", "Namn vårdnadshavare", "Namn, vårdnadshavare 1", "Målsman", "Mamma",
                     "Elevens vårdnadshavare", "Ditt namn", "Vårdnadshavare / ولي الأمر"],
    (Kind.NAME, 2): ["Vårdnadshavare 2", "VH2", "Namn VH2", "parent_2", "Vardnadshavare 2", "VÅRDNADSHAVARE-2",
                     "Pappa"],
    (Kind.EMAIL, FAMILY): ["E-post", "Epost", "e post", "E-postadress", "Mejl", "Mail", "E-mail", "Email address",
                           "E-post vårdnadshavare"],
    (Kind.EMAIL, 1): ["E-post 1", "VH1 e-post", "Mammas mejl"],
    (Kind.EMAIL, 2): ["Epost vårdnadshavare 2", "E‑post 2", "Guardian 2 e-mail"],
    (Kind.LANGUAGE, FAMILY): ["Språk", "Modersmål", "Hemspråk", "Language", "Mother tongue", "Mother-tongue", "Sprak",
                              "Vilket språk vill ni ha information på?", "Språk/Language", "Språk / اللغة",
                              "Elevens modersmål", "Språk i hemmet"],
    (Kind.LANGUAGE, 1): ["Språk VH1"],
    (Kind.LANGUAGE, 2): ["Modersmål vårdnadshavare 2", "Parent 2 language"],
    (Kind.STREET, FAMILY): ["Adress", "Gatuadress", "Street", "Elevens adress"],
    (Kind.STREET, 2): ["Adress VH2"],
    (Kind.CARE_OF, FAMILY): ["c/o", "C/O-adress", "Co"],
    (Kind.POSTCODE, FAMILY): ["Postnummer", "Postnr", "Post-nr.", "Postcode", "Zip code"],
    (Kind.CITY, FAMILY): ["Postort", "Ort", "City"],
    (Kind.POSTAL, FAMILY): ["Postadress"],
    (Kind.PROTECTED, FAMILY): ["Skyddade personuppgifter", "Skyddad identitet", "Sekretess", "Protected",
                                 "Skyddad id VH1"],
    (Kind.IDENTITY, FAMILY): ["Personnummer", "Elevens personnr", "Pnr"],
}  # fmt: skip
CASES = [(title, meant) for meant, titles in KNOWN.items() for title in titles]
COMPANY = ["Klass", "Elev", "Vårdnadshavare 9"]  # with these in it a list is of pupils, and has guardians


@pytest.mark.parametrize(("title", "meant"), CASES)
def test_a_header_in_any_spelling(title: str, meant: tuple[Kind, int]) -> None:
    """Case, marks, spaces, hyphens and the order of the words make no difference."""
    company = [each for each in COMPANY if meant[0] not in (Kind.GROUP, *_PUPILS) or each == "Vårdnadshavare 9"]
    (header,), _ = find_headers(LISTS, [Sheet("", (Row(1, (title, *company)),))])
    assert [(column.kind, column.guardian) for column in header.columns if column.index == 0] == [meant]


_PUPILS = (Kind.CHILD, Kind.CHILD_FIRST, Kind.CHILD_LAST)


@pytest.mark.parametrize(
    "title",
    ["Telefon", "Mobil VH1", "Språkval", "Elevens e-post", "Barn 2", "E-post skickad", "Klass 8B",
     "Anm.", "Telefon vårdnadshavare 1", "Namn på hund", "Grupp 1", "1", "Tolk", "anna@exempel.se",
     "Vårdnadshavare 12", "E" * 4000],
)  # fmt: skip
def test_what_is_no_header_of_ours(title: str) -> None:
    """A column that is nearly known is named among the ignored, not guessed at."""
    (header,), _ = find_headers(LISTS, [Sheet("", (Row(1, (title, "Elev")),))])
    assert header.ignored == (title,)


@given(st.lists(st.text()))
def test_any_row_can_be_asked(titles: list[str]) -> None:
    """Whatever stands in a row, it is a header with so many known cells, or none."""
    assert 0 <= recognised(titles) <= len(titles)
