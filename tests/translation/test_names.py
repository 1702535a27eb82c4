"""One person is one, however the name is written; when in doubt two are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.translation.names import is_name, joined, named, same_person

WORDS = st.lists(
    st.sampled_from(["Asha", "Nur", "Åberg", "Özdemir", "Lindström", "Ali", "Mohammed"]),
    min_size=2,
    max_size=3,
    unique=True,
)
SPELLINGS = {
    "case": lambda words: " ".join(words).upper(),
    "order": lambda words: f"{words[-1]}, {' '.join(words[:-1])}",
    "initial": lambda words: f"{words[0][0]}. {' '.join(words[1:])}",
    "initials": lambda words: ".".join(word[0] for word in words) + ".",
    "together": lambda words: "".join(word[0] for word in words),
    "run together": lambda words: "".join(words),
    "hyphen": lambda words: "-".join(words),
    "spaces": lambda words: "\u00a0 ".join(words) + "\u200b ",
    "decomposed": lambda words: unicodedata.normalize("NFD", " ".join(words)),
    "no accents": lambda words: unicodedata.normalize("NFD", " ".join(words)).encode("ascii", "ignore").decode(),
    "one name": lambda words: words[0],
    "address": lambda words: f"{' '.join(words)} <a@example.org>",
    "doubled": lambda words: " ".join(words).replace("a", "aa"),
    "several": lambda words: joined(["Hodan Warsame", " ".join(words)]),
}


@given(WORDS, st.sampled_from(sorted(SPELLINGS)), st.sampled_from(sorted(SPELLINGS)))
def test_one_person_is_one_however_spelt(words: list[str], one: str, other: str) -> None:
    """Each spelling of a name is the person's who has it, in both directions."""
    whole = " ".join(words)
    for spelling in (one, other):
        assert same_person(whole, SPELLINGS[spelling](words))
        assert same_person(SPELLINGS[spelling](words), whole)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("فاطمة الزهراء", "فاطمه الزهراء"),
        ("علي كريم", "علی کریم"),
        ("هدى حسن", "حسن هدي"),
        ("هێمن کەریم", "هيمن كهريم"),
        ("Mohammed Ali", "Muhamad Ali"),
        ("Yousuf Ahmed", "Ahmad Yusuf"),
    ],
)
def test_keyboards_and_transcriptions_make_no_other_person(one: str, other: str) -> None:
    """A letter that one keyboard has for another's, and a vowel of Arabic in Latin letters, tell nobody apart."""
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hodan Åberg", "Asha Nur"),
        ("Ali Nur", "Asha Nur"),
        ("Anna Berg", "Anna Borg"),
        ("Maria Lind", "Marie Lund"),
        ("Lars Nilsson", "Nils Larsson"),
        ("Erik A", "Anna Ek"),
        ("Hodan", "Asha Nur"),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    """Relatives, and those whose names are alike, may read each other's work."""
    assert not same_person(one, other)


@pytest.mark.parametrize("name", ["", " ", "\u200b", "–", "A", "112", "FULL NAME", "n/a", "okänd"])
def test_nobody_is_nobody(name: str) -> None:
    """What programs and people write for nobody is no name."""
    assert not is_name(name)
    assert named(f"{name} <>") == ""


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Asha Nur <asha@example.org>", "Asha Nur"),
        ("<asha@example.org>", "asha@example.org"),
        ("FULL NAME <EMAIL@ADDRESS>", ""),
    ],
)
def test_who_translated_stands_in_a_header(header: str, name: str) -> None:
    """Last-Translator names a person, an address where there is no name, or nobody."""
    assert named(header) == name
