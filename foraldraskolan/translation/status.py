"""How far a language is translated, and how far each page can be trusted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date

from foraldraskolan.document.form import Form
from foraldraskolan.document.gloss import is_glossed
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.prose import Prose, State, worst
from foraldraskolan.document.walk import plain, proses
from foraldraskolan.language import SOURCE
from foraldraskolan.problems import Place
from foraldraskolan.record import record
from foraldraskolan.translation.catalog import SourceText
from foraldraskolan.translation.translatable import LABELS_DOMAIN
from foraldraskolan.translation.translations import Translations


@record
class Reviewer:
    """A name, and the first day of the newest month in which that person signed a text."""

    name: str
    month: date


@record
class Unsigned:
    """A text of a domain that nobody has signed there: its Swedish, in which state it is, where that can be mended."""

    domain: str
    source: str
    state: State
    place: Place | None


@record
class Provenance:
    """How many texts of a document are in each state, who signed the reviewed ones and what nobody has, in its order.

    A text that stands in several places counts once. Of a hundred words so many are `in_swedish`, for want of a
    translation: at least one if any is, and all only if all are.
    """

    states: Mapping[State, int]
    reviewers: tuple[Reviewer, ...]
    unsigned: tuple[Unsigned, ...] = field(default=(), compare=False)
    in_swedish: int = 0

    @property
    def least(self) -> State:
        """Return the state that the document as a whole can be trusted to be in: the worst of its texts."""
        return worst(self.states)


@record
class Tally:
    """How many texts, and how many Swedish words, are in each state."""

    texts: Mapping[State, int]
    words: Mapping[State, int]

    @property
    def translated(self) -> int:
        """Return how many per cent of the words are translated from the Swedish as it is; 100 only if all are."""
        return self._percent("reviewed", "draft")

    @property
    def reviewed(self) -> int:
        """Return how many per cent of the words somebody has signed; 100 only if all are."""
        return self._percent("reviewed")

    def _percent(self, *states: State) -> int:
        every = sum(self.words.values())
        return 100 * sum(self.words.get(state, 0) for state in states) // every if every else 100


def status(translations: Translations, texts: Mapping[str, Sequence[SourceText]]) -> dict[str, Tally]:
    """Return how far the texts of each domain are translated into a language."""
    return {
        domain: _tally((translations.state(domain, text.source), text.source) for text in sources)
        for domain, sources in texts.items()
    }


def whole(translations: Translations, texts: Mapping[str, Sequence[SourceText]]) -> Tally:
    """Return how far a language is translated: a text of several domains counts once, as it is where it is worst."""
    states: dict[str, State] = {}
    for domain, sources in texts.items():
        for text in sources:
            state = translations.state(domain, text.source)
            states[text.source] = worst([states.get(text.source, state), state])
    return _tally((state, source) for source, state in states.items())


def _tally(states: Iterable[tuple[State, str]]) -> Tally:
    texts: Counter[State] = Counter()
    words: Counter[State] = Counter()
    for state, source in states:
        texts[state] += 1
        words[state] += len(source.split())
    return Tally(texts, words)


def provenance(form: Form, translations: Translations) -> Provenance:
    """Return how far all that a form shows can be trusted, who has signed it, and what nobody has."""
    every = (form.title, *(prose for _, prose in proses(form)))
    # A text without inlines is one that this medium leaves out, as a slide does what a contact is for.
    shown = [prose for prose in every if prose.source and prose.inlines]
    states = {prose.state for prose in shown}
    if "stale" in states:
        shown.append(_note("note_stale", translations))
    if "missing" in states and any(is_glossed(prose.inlines) for prose in shown):
        shown.append(_note("note_missing", translations))
    months: dict[str, date] = {}
    for signed in (prose.signed for prose in shown if prose.state == "reviewed"):
        if signed is not None:
            month = signed.date.replace(day=1)
            months[signed.by] = max(month, months.get(signed.by, month))
    unsigned = (Unsigned(each.domain, each.source, each.state, each.place) for each in shown if each.state in _UNSIGNED)
    return Provenance(
        dict(Counter(state for _, state, _ in dict.fromkeys(map(_identity, shown)))),
        tuple(Reviewer(name, month) for name, month in months.items()),
        tuple(dict.fromkeys(unsigned)),
        _hundredths({_identity(each): each for each in shown}.values()),
    )


def _hundredths(shown: Iterable[Prose]) -> int:
    """Return how many of a hundred Swedish words have no translation."""
    counted = [(each.state, len(each.source.split())) for each in shown]
    missing, every = sum(words for state, words in counted if state == "missing"), sum(words for _, words in counted)
    if missing in (0, every):
        return 100 if missing else 0
    return min(max(round(100 * missing / every), 1), 99)


def _note(label: str, translations: Translations) -> Prose:
    """Return what stands below a text that is old, or that is Swedish alone between two languages."""
    source = LABELS[label]
    found = translations.find(LABELS_DOMAIN, source)
    if found is None:
        return Prose((), SOURCE, source, "missing", domain=LABELS_DOMAIN)
    return Prose((), translations.language.tag, source, found.state, found.place, LABELS_DOMAIN, found.sign_off)


def _identity(prose: Prose) -> tuple[str, State, str]:
    """Return what makes a text the same in two places: its words, not its sources; a label has a value in each."""
    return prose.source, prose.state, plain(prose.inlines) if prose.source in _FILLED else ""


_FILLED = frozenset(label for label in LABELS.values() if "{" in label)
_UNSIGNED: tuple[State, ...] = ("draft", "stale", "missing")
