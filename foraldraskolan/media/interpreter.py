"""The interpreter's paper: the meeting's terms, agenda and numbers in both languages, and how to work together.

It is read before the meeting, and looked into while somebody speaks: what is Swedish stands on its left throughout.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from foraldraskolan.document.form import Box, Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.meaning import Document, Terms
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.document.walk import plain
from foraldraskolan.language import SOURCE
from foraldraskolan.layout.grid import INTERPRETER
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.media.arranging import form, masthead, sections, when_and_where
from foraldraskolan.media.contacts import every_contact
from foraldraskolan.media.medium import NOTHING_SHOWN, Medium, Shown
from foraldraskolan.media.terms import Row, in_both, in_both_languages, in_swedish, terms
from foraldraskolan.media.words import Words
from foraldraskolan.problems import message

_WORK = (
    "work_pieces", "work_to_listeners", "work_everything", "work_first_person", "work_confidential", "work_unclear",
    "work_sign", "work_names",
)  # fmt: skip


def arrange(document: Document, words: Words, _: Shown = NOTHING_SHOWN) -> Form:
    """Return when and where the meeting is, its agenda, how to work together, the numbers that are said, the terms."""
    label, title = words.labels, words.labels("title_interpreter")
    prepared = [part for each in document.blocks if isinstance(each, Terms) for part in terms(each, words)]
    blocks: tuple[FormBlock, ...] = (
        masthead(document, words, in_both_languages("title_interpreter", words), when_and_where(document, words)),
        Paragraph(label("interpreter_lead")),
        *_both("agenda", _agenda(document, words), document, words, label("agenda_time")),
        *_both("interpreter_work", ((in_swedish(key), label(key)) for key in _WORK), document, words),
        *_both("contacts", _numbers(document), document, words, label("interpreter_number")),
        *prepared,
    )
    return form(document, title, blocks, words)


def _both(
    heading: str, rows: Iterator[Row], document: Document, words: Words, between: Prose | None = None
) -> tuple[FormBlock, ...]:
    """Return rows in both languages under a heading, nothing if there are none."""
    found = tuple(rows)
    if not found:
        return ()
    table = in_both(found, document.language, between) if between else in_both(found, document.language)
    return Heading(2, in_both_languages(heading, words)), Box("both languages", (table,))


def _agenda(document: Document, words: Words) -> Iterator[Row]:
    """Yield when each module begins, and when there is time for questions."""
    over = document.meeting.start
    for section in sections(document):
        start = section.start or over
        over = (dt.datetime.combine(dt.date.min, start) + dt.timedelta(minutes=section.minutes)).time()
        yield _written(section.title), _clock(start, document, words), section.title
    yield in_swedish("questions"), _clock(over, document, words), words.labels("questions")


def _clock(time: dt.time, document: Document, words: Words) -> Prose:
    return Prose((words.clock(time),), document.language.tag)


def _numbers(document: Document) -> Iterator[Row]:
    """Yield every number to call, the urgent first."""
    for card in every_contact(document)[0]:
        if card.phone is not None:
            # What the plan names itself is called the same in every language.
            other = card.name if card.name.source else NOTHING
            yield _written(card.name), replace(card.phone, language=document.language.tag), other


def _written(text: Prose) -> Prose:
    """Return a name or a title as its author wrote it."""
    return Prose((Text(text.source or plain(text.inlines)),), SOURCE)


MEDIUM = Medium(
    "interpreter",
    message("Papper till tolken"),
    arrange,
    lambda form, _: lay_out_sheet(form, INTERPRETER),
    source="interpreter",
    languages="interpreters",
)
