"""Each check finds its fault and nothing else."""

from collections.abc import Container
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.language import Language
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.problems import Problem
from foraldraskolan.project import Project
from foraldraskolan.translation.catalog import Catalog, Entry
from foraldraskolan.translation.checking.grammar import read_grammars
from foraldraskolan.translation.checks import Known, check_catalog, check_language, unlike_copies
from foraldraskolan.translation.glossary import FalseFriend, Glossary, Term, false_friends
from foraldraskolan.translation.po import read_po

TAGS = ("en", "ar", "so", "fa", "uk", "am", "ps", "sr-Latn", "zh", "el", "fi", "ti", "fr")
LANGUAGES = {tag: Language(tag, tag, tag) for tag in TAGS}
GRAMMARS = read_grammars(Project.default().translations)


def findings(
    tag: str, *entries: Entry, glossary: Glossary | None = None, vital: Container[str] = ()
) -> tuple[str, str]:
    """Return the errors and the advice for these entries, one a line."""
    catalog = Catalog(tag, {entry.source: entry for entry in entries}, file=Path("signs.po"))
    known = Known(glossary or Glossary(), GRAMMARS)
    found = check_catalog(catalog, LANGUAGES[tag], parse_inlines, known, vital, catalog.entries)
    return _told(found.errors), _told(found.advice)


def together(tag: str, *entries: Entry, glossary: Glossary | None = None) -> tuple[str, str]:
    """Return the errors and the advice that only all of a language's entries show, one a line."""
    catalog = Catalog(tag, {entry.source: entry for entry in entries}, file=Path("signs.po"))
    found = check_language([catalog], LANGUAGES[tag], Known(glossary or Glossary(), GRAMMARS))
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
    found = check_catalog(catalog, LANGUAGES["ar"], lambda text, language, place: (), Known(), (), ())
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
    assert (str(found.place), _told((found,))) == ("so/talk.po:5:a", "Samma svenska text har andra ord i signs.po.")


def test_what_is_far_shorter_or_longer_is_advised() -> None:
    """A translation of a third or of three times the length may have lost or won something."""
    source = "Ring polisen om du ser att någon säljer droger."
    assert findings("so", Entry(source, "Wac.")) == ("", "Den svenska texten har 47 tecken, översättningen 4.")
    assert findings("so", Entry(source, "Wac " * 47 + "nu."))[1].endswith("översättningen 191.")
    assert findings("so", Entry(source, "Booliska wac haddii aad aragto.")) == ("", "")


def test_the_place_is_the_line_in_the_file() -> None:
    """A fault is told where the translator can mend it, with the Swedish text."""
    catalog = Catalog("so", {"a": Entry("a", " b", line=7)}, file=Path("so/signs.po"))
    found = check_catalog(catalog, LANGUAGES["so"], parse_inlines, Known(), (), ())
    assert [str(problem.place) for problem in found.errors] == ["so/signs.po:7:a"]


def test_the_glossary_advises_and_false_friends_are_errors() -> None:
    """A term that cannot be seen is advice, a word that is known to be wrong an error."""
    glossary = Glossary(
        (Term("illegal-drugs", "narkotika", {"so": ("maandooriye",)}, ""),),
        (FalseFriend("so", "narkotika", "daawo", (), "Det betyder medicin."),),
    )
    entry = Entry("Narkotika", "daawo")
    assert findings("so", entry, glossary=glossary) == ("Skriv inte daawo: Det betyder medicin.", "")
    assert together("so", entry, glossary=glossary) == ("", "Ordlistan har maandooriye för narkotika.")


def test_a_glossary_that_no_text_follows_is_told_once() -> None:
    """Where most texts have another word, the glossary is at odds with them; else each text is told of."""
    glossary = Glossary((Term("contact", "kontakt", {"en": ("contact",)}, ""),))
    other = [Entry(f"Få kontakt, {letter}", f"Get an answer, {letter}") for letter in "abcdefgh"]
    right = [Entry(f"Ta kontakt, {letter}", f"Make contacts, {letter}") for letter in "abcdefghijklmnopqrst"]
    at_odds = "Ordlistan har contact för kontakt, men 8 av 9 texter har det inte."
    assert together("en", *other, right[0], glossary=glossary) == ("", at_odds)
    assert together("en", other[0], *right, glossary=glossary) == ("", "Ordlistan har contact för kontakt.")


@pytest.mark.parametrize(
    ("tag", "source", "text", "advice"),
    [
        ("en", "Låt ingen sova ensam.", "Let somebody sleep alone.", "Svenskan nekar (ingen)"),
        ("en", "Gå inte. Lämna inte tonåringen.", "Do not go. Leave the teenager.", "Svenskan nekar (inte)"),
        ("en", "Du kan ringa.", "You cannot call.", "Översättningen nekar (cannot)"),
        ("en", "Ring utan att vänta.", "Don’t wait to call.", ""),
        ("en", "Är du osäker?", "Are you not sure?", ""),
        ("ar", "Lämna inte tonåringen ensam.", "اتركوا المراهق وحده.", "Svenskan nekar (inte)"),
        ("ar", "Lämna inte tonåringen ensam.", "ولا تتركوا المراهق وحده.", ""),
        ("so", "Lämna inte tonåringen ensam.", "Keligiis uga tag.", "Svenskan nekar (inte)"),
        ("so", "Lämna inte tonåringen ensam.", "Keligiis ha uga tegin.", ""),
        ("zh", "Ring inte.", "打电话", ""),
        ("en", "Sex elever, tre månader och sex år.", "Pupils, three months and years.", "Räkneordet för 6"),
        ("en", "Pengar för sex.", "Money for sexual acts.", ""),
        ("en", "Vänta tre dagar.", "Wait 3 days.", ""),
        ("ar", "Efter fem år.", "بعد خمس سنوات.", ""),
        ("ar", "Efter fem år.", "بعد سنوات.", "Räkneordet för 5"),
        ("en", "Ring nu. Vänta där.", "Call now and wait.", "Den svenska texten har 2 meningar, översättningen 1."),
        ("en", "Se 1 kap. 6 §. Ring.", "See chapter 1, section 6. Call.", ""),
        ("el", "Varför? Ring.", "Γιατί; Καλέστε.", ""),
        ("en", "Ring nu, och vänta.", "Call now. Then wait.", ""),
        ("ti", "Ring nu. Vänta där.", "ሕጂ ደውሉ። ተጸበዩ።", ""),
        ("en", "Vad har du tagit?", "Tell me.", "Den svenska texten har 1 frågetecken, översättningen 0."),
        ("ar", "Vad är det?", "ما هذا؟", ""),
        ("el", "Varför?", "Γιατί;", ""),
        ("am", "Varför?", "ለምን?", ""),
        ("en", "Ring nu!", "Call now.", "Den svenska texten har 1 utropstecken, översättningen 0."),
        ("en", "Säg: ”Hej.”", "Say: “Hello.”", ""),
        ("en", "Säg: ”Hej.”", "Say: ”Hello.”", "Citattecknen går inte ihop: ” ”."),
        ("en", "Säg: ”Hej.”", "Say: «Hello.»", "Citattecken skrivs “” på språket, inte «."),
        ("ar", "Säg: ”Hej.”", "قولوا: مرحبا.", "Den svenska texten har 1 citat, översättningen 0."),
        ("fi", "Säg: ”Hej.”", "Sano: ”Hei.”", ""),
        ("fr", "Varför?", "Pourquoi ?", ""),
        ("en", "Varför?", "Why ?", "Här står ett mellanslag före ett skiljetecken."),
        ("ar", "Huset", "بیت", "ar skrivs inte med ی (U+06CC)."),
        ("fa", "Huset", "خانه‌ی", ""),
        ("uk", "Nya vanor", "Новые", "uk skrivs inte med ы (U+044B)."),
        ("so", "Hjälp", "Caawinaad {sv:hjälp}", ""),
        ("so", "Hjälp", "Hjälp", "so skrivs inte med ä (U+00E4)."),
    ],
)
def test_what_may_be_lost_is_advised(tag: str, source: str, text: str, advice: str) -> None:
    """Denials, numerals, questions and quotations are counted sentence by sentence; each language has its own."""
    errors, found = findings(tag, Entry(source, text))
    assert errors == ""
    assert found.startswith(advice) if advice else not found


@pytest.mark.parametrize("tag", ["en", "ar", "so"])
def test_every_lost_denial_of_the_material_is_seen(tag: str) -> None:
    """What the translations deny with is what the check looks for: without those words it tells of each sentence."""
    folder = Project.default().translations
    acute = read_po(folder / tag / "acute.po")
    theirs = GRAMMARS[tag].denying
    denied = [
        Entry(entry.source, theirs.sub(" ", entry.text))
        for entry in acute.entries.values()
        if entry.text and GRAMMARS["sv"].denials.search(entry.source) and theirs.search(entry.text)
    ]
    assert len(denied) > 5
    for entry in denied:
        assert "Svenskan nekar" in findings(tag, entry)[1]


@pytest.mark.parametrize(
    ("source", "text", "error"),
    [
        ("Ring 020-91 91 91.", "Call 91-020 91 91.", "020-91 91 91 står inte så i översättningen."),
        ("Ring 020-91 91 91.", "Call 020 91 91 91.", ""),
        ("Från 18.00 till 20.00", "From 18:00 to 20:00", ""),
        ("16–17 år", "17–16 years", "16–17 står inte så i översättningen."),
        ("25 000 kronor", "25000 kronor", ""),
        (
            "25 000 kronor",
            "2,500 kronor",
            "Talet 25 saknas i översättningen.\nTalet 000 saknas i översättningen.\n"
            "Talet 2 finns inte i den svenska texten.\nTalet 500 finns inte i den svenska texten.",
        ),
        ("Vänta två dagar", "Wait 2 days", ""),
        ("Vänta 2 dagar", "Wait two days", ""),
        ("Vänta tre dagar", "Wait 2 days", "Talet 2 finns inte i den svenska texten."),
        ("Se kap. 3", "See {sv:kap. 4}", "Talet 3 saknas i översättningen.\nTalet 4 finns inte i den svenska texten."),
        ("Nu  då", "Now  then", "Här står två mellanslag efter varandra."),
        ("Nu (då)", "Now (then", "En parentes saknar sin andra halva."),
        ("Nu", "Now ()", "Här står en tom parentes."),
        ("Nu", "Nо", "Ordet Nо har bokstäver ur två alfabet."),
        ("Café", "Café", "Bokstäver är skrivna i delar. Skriv dem sammansatta (Unicode NFC)."),
    ],
)
def test_numbers_and_letters(source: str, text: str, error: str) -> None:
    """A number may be written in another way, but not be another; a letter is one character of one alphabet."""
    assert findings("en", Entry(source, text))[0] == error


def test_swedish_words_are_told() -> None:
    """A word of the source is Swedish unless the language has it elsewhere, in brackets or {sv:…}, or it is a name."""
    assert together("en", Entry("Ring läkare", "Call läkare")) == ("", "Här står svenska: läkare.")
    assert together("en", Entry("Ring kuratorn", "Call the counsellor (kuratorn)")) == ("", "")
    assert together("en", Entry("Ring kuratorn", "Call {sv:kuratorn}")) == ("", "")
    assert together("en", Entry("Ring Maria", "Call Maria")) == ("", "")
    assert together("en", Entry("Se hand", "See hand"), Entry("Två", "By hand")) == ("", "")
    assert together("en", Entry("Se problem", "See problem")) == ("", "")  # grammar.toml has it
    left = "Här står svenska: prata med skolans."
    assert together("en", Entry("Du kan prata med skolans personal", "You can prata med skolans staff")) == (left, "")
    assert together("ar", Entry("Ring nu", "اتصلوا nu")) == ("", "")  # two letters are a word in any language


def test_swedish_in_brackets_is_no_false_friend() -> None:
    """The Swedish word may stand beside its translation, and a field's name is no text."""
    glossary = Glossary((), (FalseFriend("en", "lustgas", "lust", (), "Fel ord."),))
    for text in ("nitrous oxide {sv:lustgas}", "nitrous oxide (lustgas)", "{fact:lust} nitrous oxide"):
        assert list(false_friends("Lustgas {fact:lust}", text, LANGUAGES["en"], glossary)) == []
    assert list(false_friends("Lustgas", "lust gas", LANGUAGES["en"], glossary))
    assert not list(false_friends("Gas {fact:lustgas}", "lust", LANGUAGES["en"], glossary))


@pytest.mark.parametrize(
    ("tag", "written", "right"),
    [
        (
            "ar",
            "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
            True,
        ),
        ("ar", "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100<=2 ? 4 : n%100<=10 ? 3 : 5);", False),
        ("fa", "nplurals=2; plural=(n > 1);", True),
        ("fa", "nplurals=1; plural=0;", False),
        ("so", "nplurals=2; plural=n != 1", True),
        ("so", "nplurals=3; plural=n != 1;", False),
        ("so", "nplurals=INTEGER; plural=EXPRESSION;", False),
    ],
)
def test_plural_forms_are_those_of_cldr(tag: str, written: str, right: bool) -> None:
    """A header that another program wrote is held against CLDR, number by number."""
    catalog = Catalog(tag, {}, headers=(("Plural-Forms", written),), file=Path("signs.po"))
    found = check_language([catalog], LANGUAGES[tag], Known())
    assert [str(each.place) for each in found.advice] == ([] if right else ["signs.po:1:Plural-Forms"])
