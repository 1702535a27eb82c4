"""What pdfium (Chrome, Edge) and pdf.js (Firefox) give for a right-to-left page is its text, word by word.

pdf.js is asked where node and the npm package pdfjs-dist are found: in ./node_modules, or in the folder that the
variable PDFJS_DIST names (`npm install pdfjs-dist` anywhere makes one).
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foraldraskolan.document.form import List, Marker, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language, direction_of
from foraldraskolan.layout.page import Page, Placed, compose
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.make.orders import order_of
from foraldraskolan.pdf import copying
from foraldraskolan.pdf.neighbours import Setting
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.typeset.glyphs import GlyphRun, Line, Span, TextStyle
from foraldraskolan.typeset.paragraph import typeset
from tests.support.copied import HAS_PDFJS, painted, pdfium, pdfjs, said, words
from tests.support.orders import Order, built, laid_out
from tests.support.samples import ARABIC, form, sheet

LINES = (
    "تعلّم الوالدين كيف يلاحظون العلامات مبكراً، ويتحدثون مع أبنائهم",
    "شكرا الآباء والأمهات لأنّ الإجابة مهمّة جدّاً",
    "كتابٌ مفيدٌ للوالدينِ في المدرسةِ، شُكْراً. مريضٌ: قرأتُ، وكتبتُ",
    "اتصل على 020-91 91 91 أو 114 14 الآن",
    "اتصل بالرقم 020-91 91 91.",
    "من الساعة 18.00–19.30 كل يوم، ثم في kl. 18.00، مثلا",
    "بتاريخ 2026-12-03 في المدرسة، يوم 3/12 الساعة 18:00 – 19:00",
    "السعر 300 kr أو 1 200 kr للشخص",
    "حوالي 20 % من الشباب و 5% من الأطفال، أو 5-10%.",
    "ألا تعرف؟ عام 2026، ثم 50%.",
    "مكتب (socialtjänsten) في البلدية",
    "(socialtjänsten) شكرا لكم (مكتب)",
    "المدرسة (Sjöängsskolan) في Askersund (Sydnärke) الآن",
    "نرحب بكم في Mini-Maria أو اتصلوا",
    "زوروا Mini-Maria، أو (Mini-Maria) في المدينة",
    "اقرأ المزيد على www.1177.se ثم عد إلى 1177.se/barn، وشكرا",
    "منظمة Föräldraföreningen Mot Narkotika تساعد الأهل",
    "اسم: Anna-Karin Svensson-Öberg، الهاتف: 0582-481 00",
    "أرسل رسالة إلى info@x.se اليوم أو إلى info@x.se.",
    "(مهم) هذا النص (للوالدين) مهم [جدا] (شكرا)",
    "الأطفال (من 12 إلى 17 سنة) أولاً",
    "قال «لا تخف» ثم ابتسم، هل تعرف؟ نعم؛ ربما: 50",
    'النصّ “مهم” و"هذا" و‘ذاك’؟!',
    "«كتاب (مفيد)» للأهل، و(آخر [جديد])",
    "لأنّ (الطفل) مريض، الكحول... إلخ – نعم",
    "BRIS 116 111 و SOS 112",
    "(Mot Narkotika, Mini-Maria, BRIS 116 111) شكرا لكم، kl. 18.00 (مهم) نعم",
    "هنا Mini-Maria Örebro نعم، «Mini-Maria» 20 % لا",
    "Mini-Maria وsocialtjänsten",
    "القسم رقم 2026",
    "www.1177.se",
    "می‌خواهم بدانم که آیا «بچه‌ها» می‌آیند؟",
)
WIDTHS = (500.0, 260.0, 150.0)


def arabic_pdf(width: float, tag: str = "ar") -> bytes:
    """Return one page with all lines, each a paragraph set this wide, every third with a bold word in front."""
    return pdf([(text, tag) for text in LINES], tag, width, bold=3)


def pdf(texts: Sequence[tuple[str, str]], tag: str, width: float, size: float = 11, *, bold: int = 0) -> bytes:
    """Return a page of a document in one language with texts and their languages, each a paragraph set this wide.

    `bold` says which of them have a bold word in front: each third, say.
    """
    page = Page(595, 842 * 8)
    items: list[Placed] = []
    y = 40.0
    for number, (text, own) in enumerate(texts):
        mark = ((number, 0, 0), "")
        first, rest = text.split(" ", 1) if bold and number % bold == bold - 1 and " " in text else ("", text)
        spans = [Span(first + " ", TextStyle(size, 700), own, mark)] if first else []
        whole = [*spans, Span(rest, TextStyle(size), own, mark)]
        for line in typeset(whole, width, rtl=direction_of(own) == "rtl", wrap="whole"):
            items.append(Placed(40, y, line))
            y += size * 1.35
    assert y < page.height
    compose(page, items, direction_of(tag))
    told = form(*(Paragraph(Prose((Text(text),), own)) for text, own in texts), language=Language(tag, "x", "x"))
    return write_pdf(told, [page], Metadata("x", tag, "s", dt.datetime(2026, 12, 3)))


SWEDISH = (
    "Ring 112 direkt och be om ambulans om ungdomen är kraftigt påverkad eller svår att få kontakt med.1 Stanna nära.",
    "Du kan påverka, men du kan inte bestämma allt. Är du osäker? Ring ändå.",
    "har blå eller grå läppar (se sidan 4), Vecka\u00a00, kl. 18.00–19.30 · 020-91 91 91 · www.1177.se",
    "”Hämta mig”, säger hon: ”Jag vill förstå!” (2020) [1] – se (SFS 2025:400), 50 % (12–17 år).",
    "(12–17 år) – e-post; info@x.se, +46 8 12 (08) 123 45 67, 37,5 °C, § 3",
    "112",
    "– 2026",
)
NEIGHBOURS = [*((text, "sv") for text in SWEDISH), *((text, "ar") for text in LINES[::3]), (SWEDISH[1], "sv")]
MARKED = {
    "uk": "Те́мп, ве́сна, у́лиця, наї́вний: (ки́їв) за́мок!",
    "vi": "những người trẻ tuổi không nên dùng ma túy",
    "yo": "ọ̀rọ̀ Yorùbá ń gbẹ́, (ẹ̀kọ́) ọmọ ẹ̀.",
    "ar": "يُحَدِّثُ الأُمُّ طِفْلَهَا، وَاللّٰهُ أَعْلَمُ: إِنَّ ٱلْمُخَدِّرَاتِ (ضَارَّةٌ) جِدًّا. لَأُمٍّ هُدًى بِـ112 لَا؛ شَيْءٍ «مُؤَثِّرٌ»!",
    "he": "שָׁלוֹם לְכֻלָּם (חָשׁוּב) בְּבֵית־הַסֵּפֶר, 112 צה״ל: מה?",
    "ur": "آپ کے بچّے کو (نشہ) «ہاں» اُردو میں مدد۔ کیا؟ ۱۱۲",
}

WANTED = [word for line in LINES for word in words(line)]

MEDIA = ("leaflet", "handout", "checklist", "mailout", "presentation", "staff", "notes")
ORDERS = {medium: Order("example", order_of(medium, "ar")) for medium in MEDIA}
needs_pdfjs = pytest.mark.skipif(not HAS_PDFJS, reason="needs node and pdfjs-dist: set PDFJS_DIST")


@pytest.mark.parametrize("width", WIDTHS)
def test_pdfium_gives_the_words_of_the_text(width: float) -> None:
    """Not even U+200B is in what pdfium gives; the words come in order, none cut and none joined."""
    (text,) = pdfium(arabic_pdf(width))
    assert "\u200b" not in text
    assert words(text) == WANTED


def test_few_words_in_large_type_are_copied_alike() -> None:
    """On a title slide text fills more of the height than of the width; a low glyph far from its origin ends a line."""
    texts = (
        "الخميس، 3 ديسمبر (12) 2026",
        "3ی کانوونی",
        "Föräldramöte 8B",
        "الصف 8 في المدرسة",
        "Jag kan inte. Skicka papperet hem.",
    )
    page = Page(960, 540)
    lines = [typeset([Span(text, TextStyle(24), "ar", ((0, 0, 0), ""))], 420, rtl=True)[0] for text in texts]
    items = [Placed(60, 60 + 27 * number, line) for number, line in enumerate(lines)]
    (end,) = typeset([Span("1", TextStyle(16), "ar", ((0, 0, 0), ""))], 100, rtl=True)
    compose(page, [*items, Placed(880, 60 + 27 * len(texts), end)], "rtl")
    told = form(Paragraph(Prose((Text("x"),), "ar")), language=Language("ar", "العربية", "arabiska"))
    (text,) = pdfium(write_pdf(told, [page], Metadata("عنوان", "ar", "s", dt.datetime(2026, 12, 3))))
    assert words(text) == words(" ".join((*texts, "1")))


@pytest.mark.parametrize("size", [7, 11, 16])
@pytest.mark.parametrize("width", [90, 150, 500])
def test_neighbours_of_both_directions_are_copied_line_by_line(width: float, size: float) -> None:
    """What is not translated yet stands between what is: each line comes in its place, and none runs into the next."""
    (text,) = pdfium(pdf(NEIGHBOURS, "ar", width, size))
    assert rejoined(words(text)) == rejoined([word for each, _ in NEIGHBOURS for word in words(each)])


def rejoined(found: list[str]) -> list[str]:
    """Return words without regard to lines that end with a hyphen inside one: those are not put together again."""
    return re.sub("(?<=[^\\W\\d]-) ", "", " ".join(found)).split()


@pytest.mark.parametrize("width", [60, 500])
@pytest.mark.parametrize("tag", MARKED)
def test_a_letter_and_its_marks_are_copied_together(tag: str, width: float) -> None:
    """Stress marks, tones and vowels stay with their letters in either direction, however many there are."""
    text = unicodedata.normalize("NFD", MARKED[tag])
    (found,) = pdfium(pdf([(text, tag)], tag, width))
    assert words(found) == words(text)


HYPHENS = (
    "Maria-mottagning, Mini-Maria-mottagning, för- och nackdelar, narkotika- och alkoholproblem 12-15 anna@x-y.se –"
)


@pytest.mark.parametrize("width", range(60, 400, 20))
def test_a_hyphen_at_the_end_of_a_line_is_copied(width: float) -> None:
    """What a line cuts inside a word is one word again, with the author's hyphen; a space after one stays."""
    (text,) = pdfium(pdf([(HYPHENS, "sv"), (HYPHENS, "sv")], "sv", width))
    assert words(text) == words(HYPHENS) * 2


def some(lines: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """Return lines made of the words of some others, below one of them: what is narrower than high is no page."""
    tokens = sorted({word for line in lines for word in line.split()})
    line = st.lists(st.sampled_from(tokens), min_size=1, max_size=6).map(" ".join)
    return st.lists(line, min_size=6, max_size=12).map(lambda found: [lines[0], *found])


@pytest.mark.parametrize("tag", ["ar", "sv"])
@given(lines=some(LINES))
@settings(max_examples=20, deadline=None)
def test_any_line_read_from_the_right_is_copied(tag: str, lines: list[str]) -> None:
    """Whatever an Arabic line is made of, on an Arabic page or a Swedish one, it is copied in its order."""
    (text,) = pdfium(pdf([(line, "ar") for line in lines], tag, 500))
    assert words(text) == [word for line in lines for word in words(line)]


@given(lines=some(SWEDISH))
@settings(max_examples=20, deadline=None)
def test_any_swedish_line_on_an_arabic_page_is_copied(lines: list[str]) -> None:
    """Whatever is not translated is copied in its order."""
    (text,) = pdfium(pdf([(line, "sv") for line in lines], "ar", 500))
    assert words(text) == [word for line in lines for word in words(line)]


SIGNS = (
    ("ar", "«نعم» قال الأب."),
    ("ar", "(المخدرات) و(آخر [جديد])!"),
    ("ar", "– لا. «نعم»، “مهم” ثم ‹هنا›"),
    ("ar", "-بدون: *100# ثم #31# ثم @drugsmart و§ 3"),
    ("ar", "020-91 91 91 – (socialtjänsten) 5 g/dag"),
    ("ar", "العيادة (Mini-Maria)! هل هي (BUP)؟ 3 kap. 2 §، § 3"),
    ("he", "(חשוב) „כן” – 112!"),
    ("fa", "«می\u200cخواهم» (نشہ) ۱۱۲؟"),
    ("ckb", "3ی کانوونی (8B) 112ی"),
    ("sv", "(droger) och ”hämta mig”"),
    ("sv", "– vad vet du?"),
    ("sv", "… [1] 2020 (1995)"),
)


@pytest.mark.parametrize("marker", ["number", "bullet", "tick"])
def test_what_begins_with_a_sign_beside_a_number_is_copied(marker: Marker) -> None:
    """A number, a point or a box stands on the same baseline as what begins with a bracket, in whatever language."""
    texts = [Prose((Text(text),), tag) for tag, text in SIGNS]
    told = sheet(List(marker, tuple(texts)), *map(Paragraph, texts), language=ARABIC)
    pages = lay_out_sheet(told)
    given = pdfium(write_pdf(told, pages, Metadata("x", "ar", "s", dt.datetime(2026, 12, 3))))
    assert [words(dots(text)) for text in given] == [words(dots(said(page))) for page in pages]


def dots(text: str) -> str:
    """Return a text with three dots for an ellipsis: what is read from the right, pdfium gives in plain signs."""
    return text.replace("…", "...")


@pytest.mark.parametrize("own", ["ar", "sv"])
def test_small_and_long_lines_are_copied_alike(own: str) -> None:
    """An outline cannot stand as far from its glyph's origin, nor a glyph be as wide, as such a line is long."""
    lines = [" ".join([*LINES[start:], *LINES[:start]] if own == "ar" else SWEDISH * 3) for start in range(0, 30, 5)]
    (text,) = pdfium(pdf([(line, own) for line in lines], "ar", 520, 6))
    assert rejoined(words(text)) == rejoined([word for line in lines for word in words(line)])


@pytest.mark.parametrize("tag", ["ps", "fa-AF", "prs", "ug", "ur", "ckb"])
def test_every_language_of_the_script_is_copied_alike(tag: str) -> None:
    """Joiners and punctuation are where they are written in all languages that have Arabic letters."""
    (text,) = pdfium(arabic_pdf(260, tag))
    assert words(text) == WANTED


PLAIN = [
    "الآباء",
    "تعلّم",
    "نعم،",
    "لا.",
    "؟",
    "قال:",
    "می\u200cخواهم",
    "-",
    "50",
    "(",
    "ab",
    "أولاً",
    "مبكراً،",
    "\u00a0",
]


@given(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=8).map(" ".join), st.floats(60, 400))
def test_a_line_at_which_no_rule_looks_is_painted_as_it_is(text: str, width: float) -> None:
    """Where a line is painted without a look at its cells, the look would change nothing."""
    for line in typeset([Span(text, TextStyle(11), "ar", ((0,), ""))], width, rtl=True):
        quick = painted_glyphs(line)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(copying, "is_plain", lambda run: False)
            whole = painted_glyphs(line)
            assert whole[-len(quick) :] == quick
            edge = [glyph for show in whole[: -len(quick)] for _, *part in show for glyph in part]
            assert all(str(text).isspace() for _, text, _ in edge)


def painted_glyphs(line: Line) -> list[list[tuple[float, *tuple[tuple[int, str, int], ...]]]]:
    """Return what is shown of a line: for each part its place and its glyphs, texts and advances."""
    copying._in_pieces.cache_clear()
    return [[glyphs(part) for part in show.parts] for show in copying.shows(line, Setting(turned=True))]


def glyphs(run: GlyphRun) -> tuple[float, *tuple[tuple[int, str, int], ...]]:
    """Return the place of a run and its glyphs with their texts and advances."""
    return run.x, *zip(run.ids, run.texts, run.advances, strict=True)


@needs_pdfjs
def test_pdfjs_gives_the_words_of_the_text(tmp_path: Path) -> None:
    """The items of Firefox's reader, one behind the other, are the text."""
    files = [tmp_path / f"{width:.0f}.pdf" for width in WIDTHS]
    for file, width in zip(files, WIDTHS, strict=True):
        file.write_bytes(arabic_pdf(width))
    for (text,) in pdfjs(files):
        assert words(text) == WANTED


COPIED = [*ORDERS.values(), *(Order("example", order_of(*each)) for each in (("leaflet", "sv"), ("notes", "so")))]


@pytest.mark.parametrize("order", COPIED, ids=str)
def test_pdfium_gives_the_words_of_every_page(order: Order) -> None:
    """Each page of the example, with its foot, cards, tables, small slides and Swedish sources, is its text."""
    _, pages = laid_out(order)
    given = pdfium(built(order).data)
    assert [rejoined(words(text)) for text in given] == [rejoined(words(said(page))) for page in pages]


@needs_pdfjs
def test_pdfjs_gives_the_words_of_every_page(tmp_path: Path) -> None:
    """Firefox's reader, too, and the small slides on the notes."""
    files = [tmp_path / ORDERS[medium].job.file for medium in MEDIA]
    for file, order in zip(files, ORDERS.values(), strict=True):
        file.write_bytes(built(order).data)
    for texts, order in zip(pdfjs(files), ORDERS.values(), strict=True):
        assert [words(text) for text in texts] == [words(" ".join(painted(page))) for page in laid_out(order)[1]]
