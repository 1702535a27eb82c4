"""The header of plural forms gives each number the form that CLDR does."""

from gettext import c2py

import pytest
from babel.localedata import locale_identifiers

from foraldraskolan.language import locale_of
from foraldraskolan.translation.plurals import plural_forms

ORDER = ("zero", "one", "two", "few", "many", "other")
TEENS = "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
# As the programs of translators write them.
HEADERS = {
    "sv en fi tr so ckb": "nplurals=2; plural=(n != 1);",
    "fa prs ti": "nplurals=2; plural=(n > 1);",
    "pl": f"nplurals=3; plural=(n==1 ? 0 : {TEENS});",
    "uk hr sr bs": f"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : {TEENS});",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "th zh-Hant": "nplurals=1; plural=0;",
}


@pytest.mark.parametrize(("tag", "header"), [(tag, header) for tags, header in HEADERS.items() for tag in tags.split()])
def test_headers_are_those_that_programs_know(tag: str, header: str) -> None:
    """Poedit and gettext know them by sight."""
    assert plural_forms(tag) == header


def is_of_cldr(tag: str) -> bool:
    """Tell whether numbers share a form exactly when CLDR says so, and the forms come in its order."""
    count, _, formula = plural_forms(tag).rstrip(";").partition("; plural=")
    form, rule = c2py(formula), locale_of(tag).plural_form
    named = {form(number): rule(number) for number in range(200)}
    names = [named[each] for each in sorted(named)]
    return (
        all(rule(number) == named[form(number)] for number in range(200))
        and names == sorted(names, key=ORDER.index)
        and int(count.removeprefix("nplurals=")) >= len(named)
    )


def test_every_number_has_the_form_of_cldr() -> None:
    """In each of CLDR's languages."""
    tags = [name for name in locale_identifiers() if "_" not in name]
    assert len(tags) > 200
    assert [tag for tag in tags if not is_of_cldr(tag)] == []
