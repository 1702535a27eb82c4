"""How the material is to be written: the limits that an editor judges it by, from style.toml."""

from dataclasses import field, fields
from pathlib import Path

from foraldraskolan.editor.vocabulary import Vocabulary, read_vocabulary
from foraldraskolan.material.toml import TomlTable, read_toml
from foraldraskolan.problems import Place, raise_found
from foraldraskolan.record import record

STYLE_FILE = "style.toml"
_MONTHS = (1, 600)


@record
class SourceMonths:
    """How many months old a source may be by what rests on it: first aid, a law, a figure, a number, or the rest."""

    first_aid: int
    law: int
    figure: int
    number: int
    rest: int


@record
class Style:
    """The most that a sentence, a slide, a letter, an answer and a term may hold, and what is asked of each module.

    In a minute an officer says `spoken_words`, and a parent reads `reading_words`; what is said fills from
    `spoken_from` to `spoken_to` per cent of the minutes that it has. The modules in `substances` have
    `substance_headings`, and a text that begins with `dated_opening` says from which year its words are. Every reader
    knows the `abbreviations`.

    A slide about danger has `call_lines`; `slide_verbs` make a title a sentence, beside the verbs that are known. How
    old a source may be stands in `source_months`.
    """

    sentence_words: int
    lix: int
    lix_staff: int
    slide_lines: int
    slide_words: int
    call_lines: int
    slide_verbs: tuple[str, ...]
    mail_words_from: int
    mail_words_to: int
    answer_sentences: int
    leaflet_from: int
    leaflet_to: int
    questions: int
    spoken_words: int
    spoken_from: int
    spoken_to: int
    reading_words: int
    repeated_words: int
    explained_words: int
    words_to_translate: int
    substances: tuple[str, ...]
    substance_headings: tuple[str, ...]
    dated_opening: str
    abbreviations: tuple[str, ...]
    source_months: SourceMonths
    place: Place = field(compare=False)
    vocabulary: Vocabulary = field(default=Vocabulary())


def read_style(materials: Path) -> Style | None:
    """Return the style of a material, or None if it states none; raise ProblemsFound with all the file's problems."""
    path = materials / STYLE_FILE
    if not path.exists():
        return None
    file = read_toml(path)
    root = file.root
    style = Style(
        root.whole("sentence_words", 5, 60),
        root.whole("lix", 15, 70),
        root.whole("lix_staff", 15, 70),
        root.whole("slide_lines", 1, 20),
        root.whole("slide_words", 5, 200),
        root.whole("call_lines", 1, 20),
        root.texts("slide_verbs", may_be_empty=True),
        root.whole("mail_words_from", 10, 500),
        root.whole("mail_words_to", 10, 500),
        root.whole("answer_sentences", 1, 20),
        root.whole("leaflet_from", 1, 20),
        root.whole("leaflet_to", 1, 20),
        root.whole("questions", 0, 20),
        root.whole("spoken_words", 50, 500),
        root.whole("spoken_from", 0, 100),
        root.whole("spoken_to", 100, 200),
        root.whole("reading_words", 50, 500),
        root.whole("repeated_words", 2, 60),
        root.whole("explained_words", 2, 60),
        root.whole("words_to_translate", 1, 1_000_000),
        root.texts("substances", may_be_empty=True),
        root.texts("substance_headings", may_be_empty=True),
        root.text("dated_opening"),
        root.texts("abbreviations", may_be_empty=True),
        _source_months(root.table("source_months")),
        root.place("substances"),
        read_vocabulary(root),
    )
    raise_found(file.close())
    return style


def _source_months(table: TomlTable) -> SourceMonths:
    return SourceMonths(*(table.whole(each.name, *_MONTHS) for each in fields(SourceMonths)))
