"""How the small materials of the tests are to be written: the limits of our own, and no words of the subject."""

from pathlib import Path

from foraldraskolan.editor.style import SourceMonths, Style
from foraldraskolan.problems import Place

STYLE = Style(
    sentence_words=25,
    lix=30,
    lix_staff=35,
    slide_lines=3,
    slide_words=35,
    call_lines=5,
    slide_verbs=(),
    mail_words_from=80,
    mail_words_to=120,
    leaflet_from=2,
    leaflet_to=4,
    questions=2,
    spoken_words=110,
    spoken_from=85,
    spoken_to=105,
    answer_sentences=3,
    reading_words=130,
    repeated_words=8,
    explained_words=12,
    words_to_translate=27000,
    substances=(),
    substance_headings=(),
    dated_opening="Ord",
    abbreviations=(),
    source_months=SourceMonths(first_aid=72, law=24, figure=36, number=24, rest=120),
    place=Place(Path("style.toml")),
)
