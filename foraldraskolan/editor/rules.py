"""What a careful editor says of the material: heavy sentences, unexplained words, unsourced figures.

One function per rule. How much is too much, and which abbreviations everybody knows, stands in style.toml.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from foraldraskolan.document.inlines import Field, Link
from foraldraskolan.document.meaning import Block, Callout, Document, Question, Section
from foraldraskolan.document.walk import proses_below
from foraldraskolan.editor.figures import PhoneBook, is_cited, is_figure, typed_facts
from foraldraskolan.editor.passages import Passage, article_passages, record_passages
from foraldraskolan.editor.plainness import avoided_words, doubtful, many_glosses
from foraldraskolan.editor.readability import FIELD, Counts, counts, readable, sentences, words
from foraldraskolan.editor.slides import judged_slides
from foraldraskolan.editor.style import Style
from foraldraskolan.editor.wording import abbreviations, passive_chain
from foraldraskolan.material.library import Library
from foraldraskolan.material.module import is_for_staff
from foraldraskolan.problems import Problem, message

_ENOUGH_FOR_LIX = 100  # words; the measure of a shorter text says more of its few sentences than of its author
_SHOWN_WORDS = 6  # of a sentence, enough to find it


def edited(library: Library, style: Style) -> list[Problem]:
    """Return what an editor would have changed in every module, letter and record, article by article."""
    phones = PhoneBook(library.contacts.values())
    problems: list[Problem] = []
    for article in (*library.modules.values(), *library.letters.values()):
        passages = article_passages(article)
        problems += _wording(passages, article.audience, style)
        problems += heavy_text(passages, style.lix_staff if is_for_staff(article.audience) else style.lix)
        problems += judged_slides(article.blocks, style)
        problems += unsourced_acts(article.blocks)
        problems += long_answers(article.blocks, style)
        for passage in passages:
            problems += unsourced(passage, phones)
            problems += typed_numbers(passage, phones)
    for records in record_passages(library):
        for passages in records:
            problems += _wording(passages, ("parents",), style)
        problems += heavy_text(chain.from_iterable(records), style.lix)
    return problems


def unused_modules(library: Library, packs: Iterable[Document]) -> list[Problem]:
    """Return a problem for each module that stands in none of the documents that all the plans make."""
    used = {block.key for document in packs for block in document.blocks if isinstance(block, Section)}
    if not used:
        return []  # a material without plans is not made for any meeting yet
    return [
        Problem(
            message("Ingen plan använder modulen {id}.", id=module.id),
            message("Skriv in den bland modules i en plan, eller ta bort filen."),
            module.place,
        )
        for module in library.modules.values()
        if module.id not in used
    ]


def long_sentences(passage: Passage, style: Style) -> Iterator[Problem]:
    """Yield a problem for each sentence with more words than it may have."""
    for sentence in sentences(passage.text):
        count = len(words(sentence))
        if count > style.sentence_words:
            start = " ".join(sentence.split()[:_SHOWN_WORDS]).replace(FIELD, "{…}")
            what = message(
                "Meningen ”{start} …” har {count} ord; den får ha högst {limit}.",
                start=start,
                count=count,
                limit=style.sentence_words,
            )
            yield Problem(what, message("Dela den i två."), passage.prose.place)


def passive_chains(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for each sentence with two passive verbs or more."""
    for sentence in sentences(passage.text):
        verbs = passive_chain(sentence)
        if verbs:
            what = message("Flera verb i en mening är passiva: {verbs}.", verbs=", ".join(verbs))
            yield Problem(what, message("Skriv vem som gör det."), passage.prose.place)


def unexplained(passages: Iterable[Passage], style: Style) -> Iterator[Problem]:
    """Yield a problem for each abbreviation that is not explained where an article uses it first.

    Titles, headings and slides have no room for it: what the text explains, they may use.
    """
    seen: set[str] = set()
    for passage in sorted(passages, key=lambda each: each.kind in ("title", "heading", "slide")):
        for each in abbreviations(passage.text):
            if each.word in seen or {each.word, each.word.rstrip(".")} & set(style.abbreviations):
                continue
            seen.add(each.word)
            if each.small:
                what = message("{word} är en förkortning.", word=each.word)
                yield Problem(what, message("Skriv ut orden."), passage.prose.place)
            elif not each.explained:
                yield Problem(
                    message("Förkortningen {word} förklaras inte första gången den används.", word=each.word),
                    message(
                        "Skriv {word} (vad det betyder), eller ta med {word} bland abbreviations i style.toml.",
                        word=each.word,
                    ),
                    passage.prose.place,
                )


def heavy_text(passages: Iterable[Passage], limit: int) -> Iterator[Problem]:
    """Yield a problem if what is read at home has a higher LIX than it may have, and if what is said has."""
    passages = tuple(passages)
    for kind in ("text", "say"):
        measured = [(passage, counts(passage.text)) for passage in passages if passage.kind in (kind, "tell")]
        total = sum((each for _, each in measured), Counts())
        lix = round(total.lix)
        if total.words < _ENOUGH_FOR_LIX or lix <= limit:
            continue
        # The editor begins where it helps most.
        heaviest = min(measured, key=lambda each: (total - each[1]).lix)[0]
        yield Problem(
            message("Texten har LIX {lix}; den får ha högst {limit}.", lix=lix, limit=limit)
            if kind == "text"
            else message("Det som ska sägas har LIX {lix}; det får ha högst {limit}.", lix=lix, limit=limit),
            message("Börja här, det är tyngst: dela meningarna och byt långa ord."),
            heaviest.prose.place,
        )


def unsourced(passage: Passage, phones: PhoneBook) -> Iterator[Problem]:
    """Yield a problem if a paragraph, list item or slide line has a figure, or cites somebody, without a source mark.

    What ends in a colon is carried by what it leads to.
    """
    if passage.kind not in ("text", "tell", "say", "slide") or passage.sourced or passage.text.endswith(":"):
        return
    text = passage.text
    for phone in phones.typed(text):
        text = text.replace(phone.number, FIELD)
    if is_figure(text) or any(isinstance(each, Field) and each.kind == "fact" for each in passage.inlines):
        what = message("Här står en siffra utan källa.")
    elif is_cited(text):
        what = message("Här står vad någon har sagt eller visat, utan källa.")
    else:
        return
    yield Problem(what, message("Skriv källans märke efter meningen, som [^1]."), passage.prose.place)


def unsourced_acts(blocks: Iterable[Block]) -> Iterator[Problem]:
    """Yield a problem for each text of a box for acute danger that has no source mark, whatever it says.

    What a frightened parent acts on rests on somebody who knows. What ends in a colon is carried by what it leads to.
    """
    for block in blocks:
        if not isinstance(block, Callout) or block.kind != "act":
            continue
        for prose in (prose for inner in block.blocks for prose in proses_below(inner)):
            passage = Passage.of("text", prose)
            if not passage.sourced and not passage.text.endswith(":"):
                what = message("Här står vad man ska göra vid fara, utan källa.")
                yield Problem(what, message("Skriv källans märke efter meningen, som [^1]."), prose.place)


def long_answers(blocks: Iterable[Block], style: Style) -> Iterator[Problem]:
    """Yield a problem for each answer to a question that has more sentences than it may have: it is given standing."""
    for block in blocks:
        if not isinstance(block, Question):
            continue
        proses = [prose for each in block.answer for prose in proses_below(each)]
        count = sum(len(sentences(readable(prose.inlines))) for prose in proses)
        if count > style.answer_sentences:
            what = message(
                "Svaret har {count} meningar; det får ha högst {limit}.", count=count, limit=style.answer_sentences
            )
            yield Problem(what, message("Svara på det som frågan gäller. Resten kan stå i texten."), block.asked.place)


def typed_numbers(passage: Passage, phones: PhoneBook) -> Iterator[Problem]:
    """Yield a problem for each phone number, percentage and number of people that is typed where a field can stand."""
    if passage.kind == "title":
        return
    links = [each.url for each in passage.inlines if isinstance(each, Link) and each.url.startswith("tel:")]
    typed = [(each.number, each.contact) for each in phones.typed(passage.text)]
    for number, contact in typed or [(url, None) for url in links]:
        what = message("Telefonnumret {number} är skrivet för hand.", number=number)
        if contact is None:
            hint = message("Skriv numret i contacts.toml och {{phone:…}} här.")
        else:
            hint = message("Skriv {{phone:{contact}}}.", contact=contact)
        yield Problem(what, hint, passage.prose.place)
    for figure in typed_facts(passage.text):
        what = message("Siffran {figure} är skriven för hand.", figure=figure)
        hint = message("Skriv siffran i facts.toml, med dess källa, och {{fact:…}} här.")
        yield Problem(what, hint, passage.prose.place)


def _wording(passages: Sequence[Passage], audience: Collection[str], style: Style) -> Iterator[Problem]:
    yield from unexplained(passages, style)
    for passage in passages:
        yield from long_sentences(passage, style)
        yield from passive_chains(passage)
        yield from many_glosses(passage, style.vocabulary)
        yield from avoided_words(passage, audience, style.vocabulary)
        yield from doubtful(passage, style.vocabulary)
