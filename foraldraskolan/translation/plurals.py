"""How many plural forms a language has, and which number takes which: the header that programs for PO ask for."""

from collections.abc import Sequence
from functools import cache
from gettext import c2py

from babel.plural import to_gettext

from foraldraskolan.language import locale_of

_NAMES = ("zero", "one", "two", "few", "many", "other")  # in the order that CLDR and gettext number them
_NUMBERS = range(2000)  # beyond, CLDR tells only millions apart, which no paper counts
_TEENS_APART = "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
# As gettext's own programs write them, which know no others by sight.
_KNOWN = (
    "nplurals=1; plural=0;",
    "nplurals=2; plural=(n != 1);",
    "nplurals=2; plural=(n > 1);",
    "nplurals=3; plural=(n==1 ? 0 : (n>=2 && n<=4) ? 1 : 2);",
    f"nplurals=3; plural=(n==1 ? 0 : {_TEENS_APART});",
    f"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : {_TEENS_APART});",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
)


@cache
def plural_forms(tag: str) -> str:
    """Return the Plural-Forms of a language as gettext writes them, by CLDR: a form that no whole number takes is none.

    Babel has headers of its own, which give other forms than CLDR in Arabic, Persian, Turkish and Tigrinya.
    """
    rule = locale_of(tag).plural_form
    names = [rule(number) for number in _NUMBERS]
    used = [name for name in _NAMES if name in names]
    wanted = [used.index(name) for name in names]
    return next((known for known in _KNOWN if _forms(known) == wanted), to_gettext(rule))


def are_plural_forms(written: str, tag: str) -> bool:
    """Return whether a Plural-Forms header gives each number the form that CLDR gives it."""
    try:
        return _forms(written) == _forms(plural_forms(tag)) and _count(written) == _count(plural_forms(tag))
    except (ValueError, RecursionError, ZeroDivisionError):
        return False


def _count(written: str) -> str:
    return written.partition("nplurals=")[2].partition(";")[0].strip()


@cache
def _forms(written: str) -> Sequence[int]:
    form = c2py(written.partition("plural=")[2].rstrip(";"))
    return [form(number) for number in _NUMBERS]
