"""A signature stands for one text where it stands, and ends with it."""

from datetime import date, timedelta
from gettext import NullTranslations
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.material.markdown import fold
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.translation.review import (
    Review,
    SignOff,
    add_to_review,
    read_review,
    sign_off_toml,
    signature,
)

HODAN = SignOff("Hodan Åberg", "Asha Nur", date(2025, 12, 1))
SIGNATURE = "0123456789abcdef-0123456789abcdef"


@given(st.text(), st.text(), st.data())
def test_one_character_ends_a_signature(source: str, text: str, data: st.DataObject) -> None:
    """Changing one character that is shown, of the source or of the translation, gives another signature."""
    review = Review({("signs", signature(source, text)): HODAN})
    both = [source, text]
    changed = data.draw(st.integers(0, 1))
    at = data.draw(st.integers(0, len(both[changed])))
    character = data.draw(st.characters(exclude_categories=["Cs"]))
    both[changed] = both[changed][:at] + character + both[changed][at + 1 :]
    assert review.sign_off("signs", source, text) == HODAN
    same = [fold(normalize("NFC", each)) for each in both] == [fold(normalize("NFC", each)) for each in (source, text)]
    assert (review.sign_off("signs", *both) == HODAN) == same


@given(st.text(), st.sampled_from(["NFC", "NFD"]), st.sampled_from([" ", "\n", "  ", " \n"]))
def test_what_no_page_shows_ends_none(text: str, form: str, space: str) -> None:
    """How letters are composed, and how much white space parts words, is no part of a text."""
    written = space.join(normalize(form, f"Ring {text} nu.").split(" "))
    assert signature("a", f"Ring {text} nu.") == signature("a", written) or fold(written) != fold(f"Ring {text} nu.")
    assert signature("Läs  det\nhär.", "b") == signature(normalize("NFD", "Läs det här."), "b")


def test_a_signature_is_for_one_place() -> None:
    """The same words in another module are signed there, by whoever has read them there."""
    review = Review({("signs", signature("a", "b")): HODAN})
    assert review.sign_off("signs", "a", "b") == HODAN
    assert review.sign_off("talk", "a", "b") is None


def test_source_and_translation_are_kept_apart() -> None:
    """Text that moves from the source to the translation gives another signature."""
    assert signature("ab", "c") != signature("a", "bc")


def test_the_form_of_a_signature_never_changes() -> None:
    """Sign-offs already given stay valid."""
    assert signature("Ring 112.", "Wac 112.") == "419f17dcb2f09090-8ef00245757f8b37"


@pytest.mark.parametrize("name", ["Hodan Åberg", 'Hodan "H" Åberg', "H\\odan\\"])
def test_what_is_signed_is_read(tmp_path: Path, name: str) -> None:
    """What is added to the file is read back, whoever signs, a slip of the pen too."""
    texts = [signature("a", "b"), signature("c", "d")]
    for typo in (False, True):
        sign_off = SignOff(name, "Asha", date(2025, 12, 1), typo)
        file = tmp_path / f"review-{typo}.toml"
        add_to_review(file, [sign_off_toml("signs", sign_off, texts)])
        assert read_review(file) == Review({("signs", each): sign_off for each in texts})


def test_what_stands_in_the_file_stays(tmp_path: Path) -> None:
    """Signing adds to a file and changes nothing in it; one that cannot be read is left alone."""
    file = tmp_path / "review.toml"
    before = f"# Vi läser i par.\n\n{SIGNED}"
    file.write_text(before, encoding="utf-8")
    add_to_review(file, [sign_off_toml("talk", HODAN, [SIGNATURE]), sign_off_toml("law", HODAN, [SIGNATURE])])
    assert file.read_text(encoding="utf-8").startswith(before)
    assert {domain for domain, _ in read_review(file).signed} == {"signs", "talk", "law"}
    file.write_text("by = ", encoding="utf-8")
    with pytest.raises(ProblemsFound):
        add_to_review(file, [sign_off_toml("talk", HODAN, [SIGNATURE])])
    assert file.read_text(encoding="utf-8") == "by = "
    assert list(tmp_path.iterdir()) == [file]


def test_the_newest_sign_off_counts(tmp_path: Path) -> None:
    """A text signed twice is signed by the one who read it last, in whichever order they stand."""
    file = tmp_path / "review.toml"
    texts = [signature("a", "b")]
    older = SignOff("Ali", "Asha", date(2025, 1, 1))
    add_to_review(file, [sign_off_toml("signs", HODAN, texts), sign_off_toml("signs", older, texts)])
    assert read_review(file).sign_off("signs", "a", "b") == HODAN


def test_no_file_is_no_sign_off(tmp_path: Path) -> None:
    """A language that nobody has reviewed needs no file."""
    assert read_review(tmp_path / "review.toml") == Review()


def test_nobody_signs_their_own_text(tmp_path: Path) -> None:
    """The reader is another person than the translator, however the name is written."""
    file = tmp_path / "review.toml"
    own = SignOff("asha  nur", "Asha Nur", date(2025, 12, 1))
    file.write_text(sign_off_toml("signs", own, [SIGNATURE]), encoding="utf-8")
    with pytest.raises(ProblemsFound, match="egen översättning"):
        read_review(file)


SIGNED = f'[[signed]]\nplace = "signs"\nby = "Hodan"\ntranslator = "Asha"\ndate = 2025-12-01\ntexts = ["{SIGNATURE}"]\n'
TO_COME = date.today() + timedelta(days=3)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Hodan", "Asha", "review.toml:signed[0]: Asha kan inte granska sin egen översättning (Asha)."),
        ("Hodan", " ", 'review.toml:signed[0]: " " är inget namn.'),
        ("Hodan", "\u200b", 'review.toml:signed[0]: "\u200b" är inget namn.'),
        ("Asha", "FULL NAME", 'review.toml:signed[0]: "FULL NAME" är inget namn.'),
        ("2025-12-01", f"{TO_COME}", f"review.toml:signed[0]: {TO_COME} har inte varit än."),
        ("2025", "1925", "review.toml:signed[0]: 1925-12-01 är före allt som finns att granska."),
        (
            "-01234",
            "-X1234",
            f"review.toml:signed[0]: {SIGNATURE.replace('-0', '-X')} är ingen underskrift av en text.",
        ),
        ("by =", "name =", "review.toml:signed[0]: Nyckeln name finns inte här."),
        ('place = "signs"\n', "", "review.toml:signed[0]: Nyckeln place saknas."),
        ("2025-12-01", '"december"', 'review.toml:signed[0]: date har fel värde: "december".'),
        (f'["{SIGNATURE}"]', "[]", "review.toml:signed[0]: texts har fel värde: []."),
        ("[[signed]]", "[signed]", "review.toml: Skriv [[signed]] med två hakparenteser."),
        ("[[signed]]", "[[sign]]", "review.toml: Nyckeln sign finns inte här."),
        ('"Hodan"', "Hodan", "review.toml:3: Värdet går inte att läsa."),
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
