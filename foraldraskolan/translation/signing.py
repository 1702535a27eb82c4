"""What somebody who has read a translation is about to sign: which texts of which domains, and what is in the way."""

from collections.abc import Iterable, Mapping, Sequence

from foraldraskolan.document.prose import SignOff
from foraldraskolan.problems import Place, Problem, message
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.names import joined, named
from foraldraskolan.translation.review import sign_off_toml, signature
from foraldraskolan.translation.translations import Translations

TRANSLATOR = "Last-Translator"  # the header in which programs say who that was


@record
class Ready:
    """A text of a domain that can be signed: its Swedish and its translation."""

    domain: str
    source: str
    text: str


@record
class Signing:
    """What can be signed of some domains, what keeps other texts from it, what to weigh, and what is signed already.

    What is wrong with files, and not with a text in them, keeps everything from being signed.
    """

    ready: tuple[Ready, ...]
    in_the_way: tuple[Problem, ...]
    of_files: tuple[Problem, ...]
    advice: tuple[Problem, ...]
    signed: int

    @property
    def words(self) -> int:
        """Return how many Swedish words there are to sign."""
        return sum(len(each.source.split()) for each in self.ready)

    def rows(self, sign_off: SignOff) -> list[str]:
        """Return what to add to the language's review.toml, a row for each domain."""
        domains: dict[str, list[str]] = {}
        for each in self.ready:
            domains.setdefault(each.domain, []).append(signature(each.source, each.text))
        return [sign_off_toml(domain, sign_off, texts) for domain, texts in domains.items()]


def to_sign(
    translations: Translations,
    texts: Mapping[str, Sequence[SourceText]],
    errors: Iterable[Problem],
    advice: Iterable[Problem],
) -> Signing:
    """Return what can be signed of the texts of some domains, after a check of the language.

    A text that is missing or stale cannot be signed, nor one with an error.
    """
    wrong, of_files = _by_text(errors, translations)
    weigh, _ = _by_text(advice, translations)
    ready: list[Ready] = []
    in_the_way: list[Problem] = []
    signed = 0
    for domain, sources in texts.items():
        for each in sources:
            state = translations.state(domain, each.source)
            entry, place = translations.entries.get(each.source, (None, None))
            if state == "reviewed":
                signed += 1
            elif entry is None or state != "draft":
                in_the_way.append(_not_ready(domain, each, stale=entry is not None and entry.stale, place=place))
            elif each.source in wrong:
                in_the_way += wrong[each.source]
            else:
                ready.append(Ready(domain, each.source, entry.text))
    to_weigh = (problem for each in ready for problem in weigh.get(each.source, ()))
    return Signing(tuple(ready), tuple(in_the_way), tuple(of_files), tuple(dict.fromkeys(to_weigh)), signed)


def _by_text(problems: Iterable[Problem], translations: Translations) -> tuple[dict[str, list[Problem]], list[Problem]]:
    """Return the problems of each text by its source, and those of whole files."""
    found: dict[str, list[Problem]] = {}
    others: list[Problem] = []
    for each in problems:
        key = each.place.key if each.place else None
        (found.setdefault(key, []) if key in translations.entries and key else others).append(each)
    return found, others


def _not_ready(domain: str, text: SourceText, *, stale: bool, place: Place | None) -> Problem:
    if stale:
        what = message(
            "{place}: den svenska texten har ändrats efter översättningen: {text}", place=domain, text=text.source
        )
    else:
        what = message("{place}: texten är inte översatt: {text}", place=domain, text=text.source)
    return Problem(what, None, place)


def translators_of(translations: Translations, sources: Iterable[str]) -> str:
    """Return who translated these texts, as the headers of the catalogs that they stand in say; "" if none does."""
    files = {translations.entries[source][1].file for source in sources}
    catalogs = [each for each in translations.catalogs.values() if each.file in files]
    names = (named(value) for each in catalogs for key, value in each.headers if key == TRANSLATOR)
    return joined(name for name in names if name)
