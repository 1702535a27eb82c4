"""A signature stands for one text and ends with it."""

from datetime import date
from gettext import NullTranslations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.problems import ProblemsFound
from foraldraskolan.translation.review import Review, SignOff, read_review, signature
from tests.support.signing import sign_off_toml

HODAN = SignOff("Hodan Åberg", "Asha Nur", date(2026, 12, 1))


@given(st.text(), st.text(), st.data())
def test_one_character_ends_a_signature(source: str, text: str, data: st.DataObject) -> None:
    """Changing one character of the source or of the translation gives another signature."""
    review = Review({signature(source, text): HODAN})
    both = [source, text]
    changed = data.draw(st.integers(0, 1))
    at = data.draw(st.integers(0, len(both[changed])))
    character = data.draw(st.characters(exclude_categories=["Cs"]))
    both[changed] = both[changed][:at] + character + both[changed][at + 1 :]
    assert review.sign_off(source, text) == HODAN
    assert (review.sign_off(*both) == HODAN) == (both == [source, text])


def test_source_and_translation_are_kept_apart() -> None:
    """Text that moves from the source to the translation gives another signature."""
    assert signature("ab", "c") != signature("a", "bc")


def test_the_form_of_a_signature_never_changes() -> None:
    """Sign-offs already given stay valid."""
    assert signature("Ring 112.", "Wac 112.") == "55d6e25f08836885"


@pytest.mark.parametrize("name", ["Hodan Åberg", 'Hodan "H" Åberg', "H\\odan\\"])
def test_what_is_signed_is_read(tmp_path: Path, name: str) -> None:
    """What is added to the file is read back, whoever signs."""
    sign_off = SignOff(name, "Asha", date(2026, 12, 1))
    texts = [signature("a", "b"), signature("c", "d")]
    file = tmp_path / "review.toml"
    file.write_text(sign_off_toml(sign_off, texts), encoding="utf-8")
    assert read_review(file) == Review(dict.fromkeys(texts, sign_off))


def test_the_newest_sign_off_counts(tmp_path: Path) -> None:
    """A text signed twice is signed by the one who read it last, in whichever order they stand."""
    file = tmp_path / "review.toml"
    texts = [signature("a", "b")]
    older = SignOff("Ali", "Asha", date(2026, 1, 1))
    file.write_text(sign_off_toml(HODAN, texts) + sign_off_toml(older, texts), encoding="utf-8")
    assert read_review(file).sign_off("a", "b") == HODAN


def test_no_file_is_no_sign_off(tmp_path: Path) -> None:
    """A language that nobody has reviewed needs no file."""
    assert read_review(tmp_path / "review.toml") == Review()


def test_nobody_signs_their_own_text(tmp_path: Path) -> None:
    """The reader is another person than the translator, however the name is written."""
    file = tmp_path / "review.toml"
    file.write_text(sign_off_toml(SignOff("asha  nur", "Asha Nur", date(2026, 12, 1)), ["0" * 16]), encoding="utf-8")
    with pytest.raises(ProblemsFound, match="egen översättning"):
        read_review(file)


SIGNED = '[[signed]]\nby = "Hodan"\ntranslator = "Asha"\ndate = 2026-12-01\ntexts = ["0123456789abcdef"]\n'


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Hodan", "Asha", "review.toml:signed[0]: Asha kan inte granska sin egen översättning."),
        ("cdef", "CDEF", "review.toml:signed[0]: 0123456789abCDEF är ingen underskrift av en text."),
        ("by =", "name =", "review.toml:signed[0]: Nyckeln name finns inte här."),
        ("2026-12-01", '"december"', 'review.toml:signed[0]: date har fel värde: "december".'),
        ('["0123456789abcdef"]', "[]", "review.toml:signed[0]: texts har fel värde: []."),
        ("[[signed]]", "[signed]", "review.toml: Skriv [[signed]] med två hakparenteser."),
        ("[[signed]]", "[[sign]]", "review.toml: Nyckeln sign finns inte här."),
        ('"Hodan"', "Hodan", "review.toml:2: Värdet går inte att läsa."),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, problem: str) -> None:
    """The file is read strictly: a sign-off that is not understood is never half counted."""
    file = tmp_path / "review.toml"
    file.write_text(SIGNED, encoding="utf-8")
    assert read_review(file).signed
    file.write_text(SIGNED.replace(old, new), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_review(file)
    first = found.value.problems[0]
    assert str(first.place).removeprefix(f"{tmp_path}/") + ": " + first.message.text(NullTranslations()) == problem
