"""Small documents to lay out: one block of each kind, a meeting, the fixed words of a page."""

from datetime import date, time
from functools import partial
from gettext import NullTranslations
from pathlib import Path
from typing import TypeVar

from foraldraskolan.document.form import (
    Blank,
    Box,
    Foot,
    Form,
    FormBlock,
    Heading,
    List,
    Note,
    Paragraph,
    Reference,
    Table,
)
from foraldraskolan.document.inlines import (
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
    Value,
)
from foraldraskolan.document.meaning import (
    Bar,
    Block,
    Callout,
    Chart,
    ContactCard,
    Contacts,
    Document,
    Picture,
    Pictures,
    Rule,
    TermEntry,
    Terms,
)
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose, State
from foraldraskolan.document.walk import rewrite
from foraldraskolan.language import Language
from foraldraskolan.material.drawings import parse_drawing
from foraldraskolan.material.fill import clock_text, date_text, day_text
from foraldraskolan.material.markdown import parse_inlines
from foraldraskolan.media.lowering import lower, paragraphs
from foraldraskolan.media.words import Words
from foraldraskolan.problems import Problem
from foraldraskolan.translation.translate import translate_labels
from foraldraskolan.translation.translations import Translations

SWEDISH = Language("sv", "svenska", "svenska")
ARABIC = Language("ar", "العربية", "arabiska")
MIRRORED = Language("he", "svenska", "svenska")  # Swedish as if it were read from right to left
MEETING = Meeting("8B", "parents", date(2026, 12, 3), time(18), 45, "Aulan", "Ekskolan", False)
DAY = date(2026, 11, 20)
B = TypeVar("B")


def prose(*parts: str | Inline, tag: str = "sv", state: State = "source") -> Prose:
    """Return a text of strings and other inlines, its own source."""
    inlines = tuple(Text(part) if isinstance(part, str) else part for part in parts)
    return Prose(inlines, tag, "".join(part for part in parts if isinstance(part, str)), state)


def phone(number: str) -> Value:
    """Return a number to call."""
    return Value(number, "tel:" + number.replace(" ", "").replace("-", ""))


INLINES = prose(
    "Text, ",
    Strong((Text("fet "), Emphasis((Text("och betonad"),)), Link("https://example.org/a(b)", (Text("länk"),)))),
    " ",
    Emphasis((Text("betonad"),)),
    LineBreak(),
    Link("https://example.org/", (Text("länk "), Strong((Text("med fet"),)))),
    Foreign("en", (Text("overdose"),)),
    " ",
    phone("020-91 91 91"),
    Value("18.00–19.30"),
)

PUPIL = parse_drawing(Path(__file__).parents[1] / "data" / "stress" / "materials" / "pictures" / "pupil.svg")

BLOCKS: dict[str, Block] = {
    "heading": Heading(2, prose("En rubrik")),
    "paragraph": Paragraph(INLINES),
    "lead": Paragraph(prose("Det första stycket."), role="lead"),
    "bullets": List("bullet", (prose("En punkt"), prose("En punkt till"))),
    "steps": List("number", (prose("Först"), prose("Sedan"))),
    "ticks": List("tick", (prose("En ruta"), prose("En ruta med ", phone("112")))),
    "table": Table((prose("Vad"), prose("När")), ((prose("Prata"), prose("18.00")), (prose("Ring"), prose("Nu")))),
    "chart": Chart(
        prose("Andel som svarade ja"),
        prose("Andel"),
        prose("Två staplar, den första är längst."),
        100,
        (
            Bar(prose("2019"), 12.5, prose("12,5 %")),
            Bar(prose("2020–2022"), None, prose("ingen uppgift")),
            Bar(prose("2023"), 7, prose("7 %")),
        ),
        prose("Byrån"),
    ),
    "callout": Callout("act", (Paragraph(prose("Ring ", phone("112"))),)),
    "contacts": Contacts(
        (
            ContactCard(prose("Nödnumret"), prose("Vid fara."), prose(phone("112")), urgent=True, checked=DAY),
            ContactCard(
                prose("Stödlinjen"),
                prose("Råd."),
                prose(phone("020-91 91 91")),
                prose("vardagar"),
                prose("svenska"),
                prose("gratis"),
                prose(Value("example.org", "https://example.org")),
            ),
            ContactCard(prose("Skolan"), prose("Fråga där.")),
        ),
    ),
    "rule": Rule(prose("Ett brott"), prose("Det är ett brott."), prose()),
    "pictures": Pictures(
        (Picture(prose("Öga"), prose("Ett öga."), PUPIL), Picture(prose("Två"), prose("Två."), PUPIL))
    ),
    "terms": Terms(
        SWEDISH, (TermEntry(prose("krampanfall"), prose("krampanfall"), prose("Kroppen rycker."), urgent=True),)
    ),
}


def in_language(block: B, tag: str) -> B:
    """Return a block with the same words, said to be in another language."""
    return rewrite(block, lambda text: Prose(text.inlines, tag, text.source, text.state, text.place))


def document(*blocks: Block, language: Language = SWEDISH) -> Document:
    """Return a document of these blocks."""
    return Document(prose("Titel", tag=language.tag), language, MEETING, blocks)


def form(*blocks: FormBlock | Blank, language: Language = SWEDISH, trust: Prose | None = None) -> Form:
    """Return a form of these blocks, as an untranslated one if nothing else is said at its foot."""
    labels = words(language).labels
    foot = Foot(labels("page"), labels("state_source") if trust is None else trust, Prose((), language.tag))
    return Form(prose("Titel", tag=language.tag), language, MEETING, blocks, foot)


def masthead(title: Prose | None = None, subtitle: str = "", meeting: str = "Möte 8B, Ekskolan") -> Box:
    """Return how a sheet opens."""
    lines = (("subtitle", prose(subtitle) if subtitle else None), ("meeting", prose(meeting)))
    return Box("masthead", (Heading(1, title or prose("Rubrik")), *paragraphs(*lines)))


def sheet(*blocks: FormBlock, language: Language = SWEDISH) -> Form:
    """Return a form of these blocks that opens as a sheet does, all of it said to be in the language."""
    return form(*(in_language(block, language.tag) for block in (masthead(), *blocks)), language=language)


def numbered(number: int, block: FormBlock, tag: str = "sv") -> Box:
    """Return a block with its number."""
    return Box("numbered", (Paragraph(Prose((Text(str(number)),), tag), "number"), block))


def words(language: Language = SWEDISH) -> Words:
    """Return the fixed words in Swedish, said to be in a language."""
    labels = translate_labels(Translations(SWEDISH), partial(parse_inlines, label=True))
    texts = {key: in_language(text, language.tag) for key, text in labels.texts.items()}
    return Words(
        type(labels)(texts),
        lambda day: Value(date_text(day, language)),
        lambda day: Value(day_text(day, language)),
        lambda clock: Value(clock_text(clock, language)),
    )


# One block of each kind as renderers know it.
FORMS: dict[str, FormBlock] = {kind: lower(block, words()) for kind, block in BLOCKS.items()} | {
    "both": Box(
        "both languages",
        (Table((prose("svenska"), prose("svenska")), ((prose("Ett"), prose("Ett")), (prose("Två"), prose("Två")))),),
    ),
    "contents": Box(
        "contents", (Reference(prose("En rubrik"), prose("Om det."), 0, "1"), Reference(prose("Slut"), None, 0, "1"))
    ),
    "sources": Box(
        "sources",
        (
            Note(prose("1, 4"), prose("Byrån: En rapport"), "https://www.example.org/rapport"),
            Note(None, prose("Skolan: En bok"), "https://example.org/bok"),
            Paragraph(prose("Jämförda."), "note"),
        ),
    ),
}


def told(problem: Problem) -> str:
    """Return what a problem says, in Swedish."""
    return problem.message.text(NullTranslations())
