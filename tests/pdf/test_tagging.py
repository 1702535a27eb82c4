"""What PDF/UA-1 asks of a file's tags, as laws of our own: no other program has to say that they hold."""

from collections import Counter
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from tests.support.orders import Order, orders, tagged
from tests.support.pdf_reader import kids

# Every medium in a language of either direction, and every kind of block.
ORDERS = [order for order in orders() if order.job.language in ("ar", "sv") and order.plan in ("example", "stress")]
each_file = pytest.mark.parametrize("order", ORDERS, ids=str)


@each_file
def test_the_file_says_that_it_is_tagged(order: Order) -> None:
    """It claims PDF/UA-1, shows its title, numbers its pages, and tabs through them in the order of the tags."""
    file = tagged(order).pdf
    assert bool(file.Root.MarkInfo.Marked) and "/Suspects" not in file.Root.MarkInfo
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert next(iter(file.Root.PageLabels.Nums)) == 0
    assert {str(page.Tabs) for page in file.pages} == {"/S"}
    with file.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"
        assert str(said["dc:title"]).strip()


@each_file
def test_the_parent_tree_is_the_tree_turned_round(order: Order) -> None:
    """From each piece of a page and each thing to touch, the parent tree leads to the element that holds it, once."""
    read = tagged(order)
    numbers = list(read.pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    assert sorted(parents) == [int(key) for key in numbers[::2]]
    held: Counter[tuple[Any, int]] = Counter()
    pages = {page.objgen: page for page in read.pdf.pages}
    touched = {note.objgen for page in read.pdf.pages for note in page.get("/Annots", [])}
    for element, _, _ in read.elements():
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                assert parents[int(kid.Obj.StructParent)].objgen == element.objgen
                assert kid.Obj.objgen in touched
                touched.remove(kid.Obj.objgen)
            elif isinstance(kid, int) or kid.get("/Type") == "/MCR":
                mcid = kid if isinstance(kid, int) else int(kid.MCID)
                page = element.Pg if isinstance(kid, int) else kid.get("/Pg", element.get("/Pg"))
                assert parents[int(pages[page.objgen].StructParents)][mcid].objgen == element.objgen
                held[page.objgen, mcid] += 1
    assert touched == set()
    assert set(held.values()) <= {1}
    for page, marked in zip(read.pdf.pages, read.pages, strict=True):
        count = len(parents[int(page.StructParents)]) if "/StructParents" in page else 0
        assert {mcid for objgen, mcid in held if objgen == page.objgen} == set(range(count)) >= set(marked.text)


@each_file
def test_each_element_has_what_its_role_asks_for(order: Order) -> None:
    """Figures have alternative texts, heads of tables a scope, lists their kind of label, notes a name of their own."""
    notes = []
    levels = [0]
    for element, role, _ in tagged(order).elements():
        attributes = element.get("/A", {})
        parent = str(element.P.get("/S", ""))[1:]
        if role == "Figure":
            assert str(element.Alt).strip()
        elif role == "TH":
            assert attributes.O == "/Table" and attributes.Scope in ("/Row", "/Column")
        elif role == "L":
            assert attributes.O == "/List" and attributes.ListNumbering in ("/None", "/Disc", "/Decimal")
        elif role == "Note":
            notes.append(str(element.ID))
        elif role in ("LI", "TR", "TD", "LBody", "TOCI", "Reference"):
            parents = {"LI": "L", "TR": "Table", "TD": "TR", "LBody": "LI", "TOCI": "TOC", "Reference": "TOCI"}
            assert parent == parents[role]
        elif role in ("H1", "H2", "H3", "H4"):
            levels.append(int(role[1]))
        else:
            assert role in ("Document", "Sect", "Div", "P", "Span", "Link", "Form", "Lbl", "Table", "TOC")
    assert len(notes) == len(set(notes))
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1


@each_file
def test_what_is_touched_is_told(order: Order) -> None:
    """Each link and box to tick prints, says what it is, and stands in an element of its kind."""
    for page in tagged(order).pdf.pages:
        for note in page.get("/Annots", []):
            assert int(note.F) == 4
            assert str(note.Contents if note.Subtype == "/Link" else note.TU).strip()
    for element, role, _ in tagged(order).elements():
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                assert role == {"/Link": "Link", "/Widget": "Form"}[str(kid.Obj.Subtype)]
