"""The invitation: a letter of one page with a slip to answer on, to everybody or, merged, to one family."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from foraldraskolan.document.form import Blank, Box, Code, Figure, Form, FormBlock, Heading, List, Paragraph
from foraldraskolan.document.inlines import Foreign, Inline, LineBreak, Strong, Text, Value
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meaning import ContactCard, Contacts, Document
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import NOTHING, Prose, with_words_of
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.letter import lay_out_letter
from foraldraskolan.media.arranging import form, masthead, sections, without_marks
from foraldraskolan.media.lowering import paragraphs, with_notes
from foraldraskolan.media.medium import NOTHING_SHOWN, SENT, Medium, Shown
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message

_ANSWERS = ("reply_coming", "reply_not_coming", "reply_interpreter")


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return the letter under its own title: who sends it, when and where, its text, whom to call, a slip to answer."""
    letter, meeting, tag = next(sections(document)), document.meeting, document.language.tag
    text = [block for block in letter.blocks if not isinstance(block, Contacts)]
    sent = Prose((Text(plain((words.day(meeting.sent),))),), tag) if meeting.sent else None
    blocks: list[FormBlock | Blank] = [
        _sender(meeting),
        Blank("address"),
        *paragraphs(("meeting", sent), ("meeting", _typed(meeting.title))),
        masthead(document, words, letter.title, of_meeting=False),
        _occasion(meeting, words, tag),
        Blank("salutation", (Paragraph(words.labels("greeting"), "plain"),)),
        *with_notes((without_marks(each) for each in text), words),
        *(Paragraph(line, "plain") for line in _whom_to_call(document)),
        Paragraph(words.labels("letter_welcome")),
        Box("signature", (Paragraph(_typed(meeting.host), "name"),)),
        _reply_slip(meeting, words),
    ]
    return form(document, letter.title, blocks, words)


def _typed(text: str) -> Prose:
    """Return what the user typed, which is Swedish in every language."""
    return Prose((Text(text),), SOURCE)


def _sender(meeting: Meeting) -> Box:
    """Return who the letter is from: the school, or the host where the plan names none."""
    school = meeting.school
    if school is None:
        return Box("sender", (Paragraph(_typed(meeting.host), "name"),))
    name, unit = _typed(school.name), _typed(school.unit) if school.unit else NOTHING
    if school.logo is None:
        return Box("sender", paragraphs(("name", name), ("detail", unit)))
    return Box("sender", (Figure(school.logo, name, name), *paragraphs(("detail", unit))))


def _occasion(meeting: Meeting, words: Words, tag: str) -> Box:
    """Return when and where the meeting is, to be set large, and where its papers can be read."""
    end = dt.datetime.combine(meeting.date, meeting.start) + dt.timedelta(minutes=meeting.minutes)
    where = words.labels(
        "letter_time_place",
        start=words.clock(meeting.start),
        end=words.clock(end.time()),
        place=Foreign(SOURCE, (Text(meeting.place),)),
    )
    day = Prose((Text(plain((words.date(meeting.date),))),), tag)
    lines: tuple[FormBlock, ...] = (Heading(2, day), Paragraph(where, "name"))
    if meeting.link:
        address = Value(meeting.link.removeprefix("https://").removesuffix("/"), meeting.link)
        alt = words.labels("leaflet_code", address=address.text)
        lines = (*lines, Figure(Code(meeting.link), alt, Prose((address,), SOURCE)))
    return Box("occasion", lines)


def _whom_to_call(document: Document) -> Iterator[Prose]:
    """Yield a line for each of the letter's contacts, or the host where there is none."""
    blocks = next(sections(document)).blocks
    cards = [card for block in blocks if isinstance(block, Contacts) for card in block.cards]
    yield from map(_line, cards)
    if not cards:
        yield _typed(document.meeting.host)


def _line(card: ContactCard) -> Prose:
    """Return all that is known of a contact on one line, its number after its name."""
    all_known = (card.phone, card.hours, card.about, card.languages, card.price, card.url)
    texts = [each for each in all_known if each and each.inlines]
    inlines: list[Inline] = [*card.name.inlines]
    for index, text in enumerate(texts):
        said = (Foreign(text.language, text.inlines),) if text.language != card.name.language else text.inlines
        inlines += [Text(", " if index else ": "), *((Strong(said),) if text is card.phone else said)]
    return with_words_of(card.name, tuple(inlines), texts)


def _reply_slip(meeting: Meeting, words: Words) -> Box:
    """Return what is cut off and handed in; it says in Swedish too what whoever reads it has to understand."""
    title = Foreign(SOURCE, (Text(meeting.title),))
    child, *answers = (_in_both(words.labels(key), LABELS[key]) for key in ("reply_child", *_ANSWERS))
    return Box(
        "reply slip",
        (Heading(2, words.labels("reply", title=title)), Paragraph(child, "line"), List("tick", tuple(answers))),
    )


def _in_both(label: Prose, swedish: str) -> Prose:
    if label.language == SOURCE:
        return label
    inlines = (*label.inlines, LineBreak(), Foreign(SOURCE, (Text(swedish),)))
    return replace(label, inlines=inlines)


MEDIUM = Medium(
    "mailout",
    message("Inbjudan"),
    arrange,
    lambda form, _: lay_out_letter(form),
    source="invitation",
    parents_only=True,
    copied=True,
    ways=("pages", *SENT),
)
