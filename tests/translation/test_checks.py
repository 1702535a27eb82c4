"""Each check finds its fault and nothing else."""

from collections.abc import Container
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.language import Language
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.problems import Problem
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.checks import check_catalog, unlike_copies
from foraldraskolan.translation.glossary import FalseFriend, Glossary, Term

LANGUAGES = {tag: Language(tag, tag, tag) for tag in ("en", "ar", "so", "fa", "uk", "am", "ps", "sr-Latn", "zh")}


def findings(
    tag: str, *entries: Entry, glossary: Glossary | None = None, vital: Container[str] = ()
) -> tuple[str, str]:
    """Return the errors and the advice for these entries, one a line."""
    catalog = Catalog(tag, {entry.source: entry for entry in entries}, file=Path("signs.po"))
    found = check_catalog(catalog, LANGUAGES[tag], parse_inlines, glossary or Glossary(), vital, catalog.entries)
    return _told(found.errors), _told(found.advice)


def _told(problems: tuple[Problem, ...]) -> str:
    return "\n".join(problem.message.text(NullTranslations()) for problem in problems)


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("so", "Ring {phone:bris} **nu**.", "Wac **hadda** {phone:bris}."),
        ("so", "Läs [mer](https://1177.se).", "[Wax badan](https://1177.se) akhri."),
        ("en", "16–17 år, 25 000 kronor.", "25,000 kronor, aged 16–17."),
        ("ar", "Sov, ät och fråga: varför?", "نم، كُل، واسأل: لماذا؟"),
        ("ar", "Socialtjänsten hjälper.", "الخدمات الاجتماعية (socialtjänst, kommun) تساعد."),
        ("fa", "Böcker", "کتاب\u200cها"),
        ("so", "Youmo", "Youmo"),
        ("ar", "Mini-Maria", "{sv:Mini-Maria}"),
        ("ar", "{fact:a} 112", "{fact:a} 112"),
    ],
)
def test_right_translations_pass(tag: str, source: str, text: str) -> None:
    """A translation may have its own order, its own punctuation and the joiners of its script."""
    assert findings(tag, Entry(source, text)) == ("", "")


@pytest.mark.parametrize(
    ("tag", "source", "text", "error"),
    [
        ("so", "Ring {phone:bris}.", "Wac.", "Fältet {phone:bris} saknas i översättningen."),
        ("so", "Ring.", "Wac {phone:bris}.", "Fältet {phone:bris} finns inte i den svenska texten."),
        ("so", "[a](https://a.se)", "a", "Länken till https://a.se saknas i översättningen."),
        ("so", "a", "[a](https://a.se)", "Länken till https://a.se finns inte i den svenska texten."),
        ("so", "a", "a[^]", "Tecknet [ står ensamt.\nTecknet ] står ensamt."),
        ("so", "**a** b", "a b", "Den svenska texten har 1 ställen i fetstil, översättningen 0."),
        ("so", "a *b*", "*a* *b*", "Den svenska texten har 1 betonade ställen, översättningen 2."),
        ("so", "Ring.", "Wac 113.", "Talet 113 finns inte i den svenska texten."),
        ("so", "**Ring {phone:bris}**", "**Wac**", "Fältet {phone:bris} saknas i översättningen."),
        (
            "so",
            "Ring {phone:a}",
            "Wac {phone:a} {phone:a}",
            "Fältet {phone:a} står fler gånger än i den svenska texten.",
        ),
        ("so", "Ring {phone:a}, {phone:a}", "Wac {phone:a}", "Fältet {phone:a} saknas i översättningen."),
        ("so", "Ring oss nu {phone:a}", "Ring oss nu {phone:a}", "Översättningen är den svenska texten."),
        ("ar", "Ring nu", "Call {phone:a}", "Fältet {phone:a} finns inte i den svenska texten.\n{script}"),
        ("ar", "Nytt", "Nytt", "{script}"),
        ("so", "2 av 2", "2", "Talet 2 saknas i översättningen."),
        ("ar", "112", "١١٢", "Skriv siffran ١ med 0–9.\nSkriv siffran ٢ med 0–9.\nTalet 112 saknas i översättningen."),
        ("ar", "Fråga nu", "اسأل \ufe8d", "U+FE8D är en bokstavsform, skriv ا."),
        ("ar", "Sov, ät", "نم, كُل", "Skriv ، i stället för ,."),
        ("ar", "**Varför**?", "**لماذا**?", "Skriv ؟ i stället för ?."),
        ("so", "a", " b", "Översättningen börjar eller slutar med ett mellanslag."),
        ("so", "a", "  ", "Översättningen är tom."),
        ("so", "a", "<b>", "HTML ingår inte i materialets Markdown."),
    ],
)
def test_wrong_translations_are_told(tag: str, source: str, text: str, error: str) -> None:
    """Each fault is told in words."""
    assert findings(tag, Entry(source, text)) == (error.replace("{script}", "Här finns ingen bokstav på ar."), "")


@pytest.mark.parametrize(
    ("tag", "text", "right"),
    [
        ("uk", "Дзвоніть", True),
        ("uk", "Dzvonit", False),
        ("am", "ይደውሉ", True),
        ("am", "Ring", False),
        ("ps", "زنګ", True),
        ("ps", "цифра", False),
        ("ar", "תתקשרו", False),
        ("sr-Latn", "Zovite", True),
        ("zh", "打电话", True),
        ("uk", "112", True),
    ],
)
def test_words_are_in_the_script_of_the_language(tag: str, text: str, right: bool) -> None:
    """A translation in other letters is another language's, whichever way they are read; numbers are everybody's."""
    errors, _ = findings(tag, Entry(f"Ring {text}" if text.isdigit() else "Ring", text))
    assert errors == ("" if right else f"Här finns ingen bokstav på {tag}.")


def test_direction_controls_are_told() -> None:
    """A hidden control is told by name; the parser of the material's texts may have told it already."""
    catalog = Catalog("ar", {"a": Entry("a", "\u202bب")}, file=Path("signs.po"))
    found = check_catalog(catalog, LANGUAGES["ar"], lambda text, language, place: (), Glossary(), (), ())
    assert _told(found.errors) == "Här står ett osynligt tecken: U+202B RIGHT-TO-LEFT EMBEDDING."


def test_a_stale_text_is_not_compared_with_its_new_source() -> None:
    """Other numbers than in the new source are why it is stale; letters that no reader can use are still wrong."""
    assert findings("ar", Entry("Ring nu genast 112.", "اتصل.", True, "Ring genast 112.")) == ("", "")
    assert findings("ar", Entry("Ring 112.", "اتصل ١١٢.", True))[0].startswith("Skriv siffran ١")


def test_an_old_translation_that_no_page_shows_is_told() -> None:
    """Whoever translates learns why the Swedish text stands on the pages."""
    entry = Entry("Stanna hos ungdomen.", "La joog.", True, "Stanna nära ungdomen.")
    assert findings("so", entry) == ("", "")
    vital = "Den svenska texten har ändrats. I akuta rutor, lagar, kontakter och fasta ord visas inget gammalt."
    assert findings("so", entry, vital={entry.source}) == ("", vital)
    guess = "En gissning: den svenska text som den gjordes av (#| msgid) saknas."
    assert findings("so", replace(entry, previous="")) == ("", guess)


def test_what_is_missing_is_no_fault() -> None:
    """A text that is not translated yet has nothing to check."""
    assert findings("so", Entry("Ring {phone:bris}.")) == ("", "")


def test_copies_of_a_text_in_other_words_are_told() -> None:
    """A reader who meets a text twice meets it in the same words; an old copy is told of as old."""
    signs = Catalog("so", {"a": Entry("a", "A", line=1), "b": Entry("b", "B", line=2)}, file=Path("so/signs.po"))
    talk = Catalog("so", {"a": Entry("a", "Å", line=5), "b": Entry("b", "b", True, "c")}, file=Path("so/talk.po"))
    (found,) = unlike_copies([signs, talk])
    assert (str(found.place), _told((found,))) == ("so/talk.po:5", "Samma svenska text har andra ord i signs.po.")


def test_what_is_far_shorter_or_longer_is_advised() -> None:
    """A translation of a third or of three times the length may have lost or won something."""
    source = "Ring polisen om du ser att någon säljer droger."
    assert findings("so", Entry(source, "Wac.")) == ("", "Den svenska texten har 47 tecken, översättningen 4.")
    assert findings("so", Entry(source, "Wac " * 47 + "nu."))[1].endswith("översättningen 191.")
    assert findings("so", Entry(source, "Booliska wac haddii aad aragto.")) == ("", "")


def test_the_place_is_the_line_in_the_file() -> None:
    """A fault is told where the translator can mend it."""
    catalog = Catalog("so", {"a": Entry("a", " b", line=7)}, file=Path("so/signs.po"))
    found = check_catalog(catalog, LANGUAGES["so"], parse_inlines, Glossary(), (), ())
    assert [str(problem.place) for problem in found.errors] == ["so/signs.po:7"]


def test_the_glossary_advises_and_false_friends_are_errors() -> None:
    """A term that cannot be seen is advice, a word that is known to be wrong an error."""
    glossary = Glossary(
        (Term("illegal-drugs", "narkotika", {"so": ("maandooriye",)}, ""),),
        (FalseFriend("so", "narkotika", "daawo", (), "Det betyder medicin."),),
    )
    assert findings("so", Entry("Narkotika", "daawo"), glossary=glossary) == (
        "Skriv inte daawo: Det betyder medicin.",
        "Ordlistan har maandooriye för narkotika.",
    )
