"""How far a language is translated, and how far each page can be trusted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from foraldraskolan.document.form import Form
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.prose import Prose, State, worst
from foraldraskolan.document.walk import plain, proses
from foraldraskolan.language import SOURCE
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.review import SignOff
from foraldraskolan.translation.translatable import LABELS_DOMAIN, domain_of
from foraldraskolan.translation.translations import Translations


@record
class Reviewer:
    """A name, and the first day of the newest month in which that person signed a text."""

    name: str
    month: date


@record
class Provenance:
    """How many texts of a document are in each state, and who signed the reviewed ones, in the order of the text.

    A text that stands in several places counts once.
    """

    states: Mapping[State, int]
    reviewers: tuple[Reviewer, ...]

    @property
    def least(self) -> State:
        """Return the state that the document as a whole can be trusted to be in: the worst of its texts."""
        return worst(self.states)


def status(translations: Translations, texts: Mapping[str, Sequence[SourceText]]) -> dict[str, Counter[State]]:
    """Return how many texts of each domain are in each state in a language."""
    return {
        domain: Counter(translations.state(domain, text.source) for text in sources)
        for domain, sources in texts.items()
    }


def words_to_translate(translations: Translations, texts: Mapping[str, Sequence[SourceText]]) -> tuple[int, int]:
    """Return how many Swedish words are missing or old in a language, and how many there are in all.

    A text that stands in several places is translated once.
    """
    every = {text.source: domain for domain, sources in texts.items() for text in sources}
    words = {source: len(source.split()) for source in every}
    undone = (source for source, domain in every.items() if translations.state(domain, source) in ("missing", "stale"))
    return sum(words[source] for source in undone), sum(words.values())


def provenance(form: Form, translations: Translations) -> Provenance:
    """Return how far all that a form shows can be trusted, and who has signed it."""
    texts = (form.title, *(prose for _, prose in proses(form)))
    # A text without inlines is one that this medium leaves out, as a slide does what a contact is for.
    shown = {_identity(prose): prose for prose in texts if prose.source and prose.inlines}
    if any(prose.state == "stale" for prose in shown.values()):
        source = LABELS["note_stale"]  # what stands below an old text
        note = Prose((), SOURCE, source, translations.state(LABELS_DOMAIN, source))
        shown.setdefault(_identity(note), note)
    months: dict[str, date] = {}
    for sign_off in _sign_offs(shown.values(), translations):
        month = sign_off.date.replace(day=1)
        months[sign_off.by] = max(month, months.get(sign_off.by, month))
    return Provenance(
        dict(Counter(prose.state for prose in shown.values())),
        tuple(Reviewer(name, month) for name, month in months.items()),
    )


def _identity(prose: Prose) -> tuple[str, State, str]:
    """Return what makes a text the same in two places: its words, not its sources; a label has a value in each."""
    return prose.source, prose.state, plain(prose.inlines) if prose.source in _FILLED else ""


_FILLED = frozenset(label for label in LABELS.values() if "{" in label)


def _sign_offs(shown: Iterable[Prose], translations: Translations) -> Iterator[SignOff]:
    for prose in shown:
        found = translations.find(domain_of(prose), prose.source)
        if found is not None and found.sign_off is not None:
            yield found.sign_off
