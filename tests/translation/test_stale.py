"""No guess is ever shown, and no old translation where a reader could come to harm by what has changed."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.translation.catalog import Entry
from foraldraskolan.translation.stale import why_not_shown

PLAIN = "prata lugnt med din tonåring hemma och lyssna noga medan kvällen går så att alla vågar berätta"
WEIGHTY = (
    "112 16–17 3,5 två femton tjugofem halva tredjedelen hundratusen procent inte aldrig ej ingen utan varken före "
    "efter minst {phone:larmnumret} {fact:share}"
)
PLAIN_WORDS = st.sampled_from(PLAIN.split())
WEIGHTY_WORDS = st.sampled_from(WEIGHTY.split())
WORDINGS = st.lists(PLAIN_WORDS, min_size=6, max_size=12)


def shown(old: Sequence[str] | str, new: Sequence[str] | str, text: str = "", vital: bool = False) -> bool:
    """Return whether a page shows the translation of an old wording for the new one, if it has the new one's fields."""
    previous, source = (each if isinstance(each, str) else " ".join(each) for each in (old, new))
    fields = " ".join(word for word in source.split() if word.startswith("{"))
    entry = Entry(source, text or f"T {fields}", True, previous)
    return why_not_shown(entry, {source}, {source} if vital else ()) is None


@given(WORDINGS, PLAIN_WORDS, st.data())
def test_a_plain_word_more_or_less_leaves_the_old_translation(words: list[str], word: str, data: st.DataObject) -> None:
    """Where a plain word has come or gone, the old translation stands, with its note."""
    where = data.draw(st.integers(0, len(words)))
    longer = [*words[:where], word, *words[where:]]
    assert shown(words, longer) and shown(longer, words)


@given(WORDINGS, WEIGHTY_WORDS, st.data())
def test_a_weighty_word_more_or_less_takes_it_away(words: list[str], word: str, data: st.DataObject) -> None:
    """Where a number, a denial, a limit or a field has come or gone, wherever it stands, the Swedish text stands."""
    where = data.draw(st.integers(0, len(words)))
    longer = [*words[:where], word, *words[where:]]
    assert not shown(words, longer) and not shown(longer, words)


@given(WORDINGS, st.lists(WEIGHTY_WORDS, min_size=2, max_size=2, unique=True), st.data())
def test_another_weighty_word_takes_it_away(words: list[str], pair: list[str], data: st.DataObject) -> None:
    """Where one such word has become another, or two have changed places, the Swedish text stands."""
    one, other = sorted(data.draw(st.lists(st.integers(0, len(words)), min_size=2, max_size=2, unique=True)))
    first = [*words[:one], pair[0], *words[one:other], pair[1], *words[other:]]
    swapped = [*words[:one], pair[1], *words[one:other], pair[0], *words[other:]]
    replaced = [*words[:one], pair[1], *words[one:other], pair[1], *words[other:]]
    assert not shown(first, swapped) and not shown(first, replaced)


@given(WORDINGS, WORDINGS)
def test_nothing_old_stands_for_a_vital_text(old: list[str], new: list[str]) -> None:
    """In an emergency box, a law, a contact or a fixed word no edit, however small, leaves the old translation."""
    assert not shown(old, new, vital=True)


@given(WORDINGS, WORDINGS)
def test_a_guess_is_never_shown(other: list[str], source: list[str]) -> None:
    """Without its previous source, or with one that is a text of its own, a fuzzy text is a guess."""
    entry = Entry(" ".join(source), "T", True)
    assert why_not_shown(entry, (), ()) is not None
    guess = Entry(" ".join(source), "T", True, " ".join(other))
    assert why_not_shown(guess, {" ".join(other)}, ()) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Före besöket", "Efter besöket"),
        ("Ring polisen", "Ring föräldrarna"),
        ("Det är lagligt att köpa drogen på nätet.", "Det är olagligt att köpa drogen på nätet."),
        ("Drogtestet på skolan är aktivt hela året.", "Drogtestet på skolan är inaktivt hela året."),
        ("Vänta i 15 minuter och se hur ungdomen mår.", "Vänta i 15 timmar och se hur ungdomen mår."),
        ("Ring inte polisen om ungdomen vill prata.", "Ring polisen om ungdomen inte vill prata."),
        ("Ge inte dryck. Väck personen.", "Ge dryck. Väck inte personen."),
        ("Välj en lugn stund", "Sitt hellre i köket och vänta tills alla har ätit klart"),
        ("Ring.", ""),
    ],
)
def test_what_turns_the_meaning(old: str, new: str) -> None:
    """A few words can make a text the opposite of what was translated, and few words can be another text."""
    assert not shown(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vänta inte på ett bevis.", "Vänta inte på bevis."),
        ("Ring {phone:bris} om du är orolig.", "Ring {phone:bris} om du känner dig orolig."),
        ("En tonåring behöver sova.", "En tonåring behöver få sova."),
        ("Säg till {en:student health} nu.", "Säg till {en:student health} direkt nu."),
    ],
)
def test_what_leaves_the_meaning(old: str, new: str) -> None:
    """A text that is worded a little better has its translation until somebody looks at it."""
    assert shown(old, new)


def test_a_translation_with_other_fields_than_the_text_is_not_shown() -> None:
    """A number that the old translation lacks, or has too much, could be called in vain."""
    assert shown("Ring {phone:bris} nu i kväll.", "Ring {phone:bris} i kväll.", "Wac {phone:bris}.")
    assert not shown("Ring {phone:bris} nu i kväll.", "Ring {phone:bris} i kväll.", "Wac {phone:gammal}.")
    assert not shown("Ring nu i kväll.", "Ring i kväll.", "[Wac](https://a.se)")
    assert shown("Ring nu i kväll.", "Ring i kväll.", "Wac {sv:socialtjänst}.")
