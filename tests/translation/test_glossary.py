"""Terms are found in the forms that running text has them in, and words that are known to be wrong are found too."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.language import Language
from foraldraskolan.problems import ProblemsFound
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.glossary import (
    FALSE_FRIENDS_FILE,
    GLOSSARY_FILE,
    Glossary,
    false_friends,
    read_glossary,
    terms_in,
)
from foraldraskolan.translation.terms import missing_terms, shows

LANGUAGES = {tag: Language(tag, tag, tag) for tag in ("en", "ar", "so")}


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    """Return the glossary that comes with the material."""
    return read_glossary(Project.default().translations)


def test_every_term_is_in_every_language(glossary: Glossary) -> None:
    """No term is half translated."""
    assert {frozenset(term.translations) for term in glossary.terms} == {frozenset(LANGUAGES)}


def test_every_false_friend_has_a_reason_and_a_language(glossary: Glossary) -> None:
    """Whoever is told not to write a word is told why."""
    assert all(friend.why and friend.language in LANGUAGES for friend in glossary.false_friends)


def test_no_term_is_its_own_false_friend(glossary: Glossary) -> None:
    """What the glossary asks for is never forbidden, and what it asks for is always enough."""
    for term in glossary.terms:
        for tag, targets in term.translations.items():
            for target in targets:
                assert list(false_friends(term.swedish, target, LANGUAGES[tag], glossary)) == []
                assert shows(target, target, tag)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Narkotika är olagligt.", ["illegal-drugs", "illegal"]),
        ("Föräldrarna och barnen", ["parents", "child"]),
        ("Ring socialtjänstens jour", ["social-services"]),
        ("Ett ringa narkotikabrott", ["minor-drug-offence"]),
        ("Kontakta läkare", ["doctor", "contact-verb"]),
        ("Ring {phone:vardguiden-1177} eller [läs](https://polis.se)", []),
        ("Se tidigt och lagom", []),
        ("Barnbarn och barnvagn", []),
    ],
)
def test_terms_in_running_text(glossary: Glossary, text: str, ids: list[str]) -> None:
    """Inflected terms are found, words that only begin like one are not."""
    assert [term.id for term in terms_in(text, glossary)] == ids


@pytest.mark.parametrize(
    ("tag", "source", "text", "told"),
    [
        ("ar", "Narkotika är farligt.", "المخدرات خطيرة.", ""),
        ("ar", "Narkotika är farligt.", "وبالمخدرات خطر.", ""),
        ("ar", "Prata som föräldrar.", "تحدثوا مع الوالدين.", ""),
        ("ar", "Till föräldrar", "للوالدين", ""),
        ("ar", "Barn", "الأطفال", ""),
        ("en", "LSD", "acid", "Ordlistan har LSD för lsd."),
        ("so", "Narkotikan", "maandooriyaha", ""),
        ("en", "Polisen och skolan", "The police and the school", ""),
        ("en", "Narkotika", "medicine", "Ordlistan har drugs för narkotika."),
        ("ar", "Tolken kommer.", "سيأتي شخص.", "Ordlistan har مترجم شفوي för tolk."),
    ],
)
def test_terms_are_asked_for(glossary: Glossary, tag: str, source: str, text: str, told: str) -> None:
    """A term counts as translated in any of its forms."""
    catalog = Catalog(tag, {source: Entry(source, text)})
    found = missing_terms([catalog], LANGUAGES[tag], glossary)
    assert _told(problem.message for problem in found) == told


@pytest.mark.parametrize(
    ("tag", "source", "text", "words"),
    [
        ("en", "Prata med skolkuratorn.", "Talk to the school curator.", ["curator"]),
        ("en", "Prata med skolkuratorn.", "Talk to the school counsellor.", []),
        ("en", "Akut fara", "Acute danger", ["acute"]),
        ("en", "Ungdomar påverkas av vänner.", "Young people are influenced by friends.", []),
        ("ar", "Narkotika är farligt.", "والأدوية خطيرة.", ["أدوية"]),
        ("ar", "Läkemedel och narkotika", "الأدوية والمخدرات", []),
        ("ar", "Beroende är en sjukdom.", "الإدمان مرض.", []),
        ("ar", "En person med beroende", "شخص مدمن", ["مدمن"]),
        ("so", "Narkotika", "daawooyin iyo daawo", ["daawo"]),
    ],
)
def test_false_friends(glossary: Glossary, tag: str, source: str, text: str, words: list[str]) -> None:
    """A wrong word is found in its forms, and left alone where it is right."""
    found = false_friends(source, text, LANGUAGES[tag], glossary)
    assert [dict(what.values)["word"] for what in found] == words


@pytest.mark.parametrize(
    ("terms", "problem"),
    [
        ("id,sv\n", "glossary.csv:1: Kolumnen note saknas."),
        ("id,sv,note\na,b\n", "glossary.csv:2: Raden har 2 kolumner, väntade 3."),
        ("id,sv,note\na,,\n", "glossary.csv:2: Raden saknar id eller sv."),
        ("id,sv,note\na,b,\na,c,\n", "glossary.csv:3: a står två gånger."),
        ('id,sv,note\n"a\n', "glossary.csv:2: Tabellen går inte att läsa: unexpected end of data."),
    ],
)
def test_a_wrong_table_is_told(tmp_path: Path, terms: str, problem: str) -> None:
    """A glossary that cannot be read is told with its line."""
    (tmp_path / GLOSSARY_FILE).write_text(terms, encoding="utf-8")
    (tmp_path / FALSE_FRIENDS_FILE).write_text("language,swedish,forbidden,unless,why\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        read_glossary(tmp_path)
    first = found.value.problems[0]
    assert str(first.place).removeprefix(f"{tmp_path}/") + ": " + first.message.text(NullTranslations()) == problem


def _told(messages: object) -> str:
    return "\n".join(each.text(NullTranslations()) for each in messages)  # type: ignore[attr-defined]
