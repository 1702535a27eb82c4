"""Sign-offs of translations, as somebody writes them."""

from collections.abc import Iterable

from foraldraskolan.toml_syntax import shown
from foraldraskolan.translation.review import SignOff


def sign_off_toml(sign_off: SignOff, texts: Iterable[str]) -> str:
    """Return what to add to a review.toml for these signatures."""
    who = f"by = {shown(sign_off.by)}\ntranslator = {shown(sign_off.translator)}\ndate = {sign_off.date.isoformat()}\n"
    return f"[[signed]]\n{who}texts = [{', '.join(map(shown, texts))}]\n"
