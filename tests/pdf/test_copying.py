"""What pdfium (Chrome, Edge) and pdf.js (Firefox) give for a right-to-left page is its text, word by word.

pdf.js is asked where node and the npm package pdfjs-dist are found: in ./node_modules, or in the folder that the
variable PDFJS_DIST names (`npm install pdfjs-dist` anywhere makes one).
"""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.document.form import Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language
from foraldraskolan.layout.page import Page, Placed, compose
from foraldraskolan.make.orders import order_of
from foraldraskolan.pdf import copying
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.typeset.glyphs import GlyphRun, Line, Span, TextStyle
from foraldraskolan.typeset.paragraph import typeset
from tests.support.copied import HAS_PDFJS, painted, pdfium, pdfjs, words
from tests.support.orders import Order, built, laid_out
from tests.support.samples import form

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
    page = Page(595, 842 * 2)
    items: list[Placed] = []
    y = 40.0
    for number, text in enumerate(LINES):
        mark = ((number, 0, 0), "")
        first, rest = text.split(" ", 1) if number % 3 == 2 and " " in text else ("", text)
        spans = [Span(first + " ", TextStyle(11, 700), tag, mark)] if first else []
        for line in typeset([*spans, Span(rest, TextStyle(11), tag, mark)], width, rtl=True):
            items.append(Placed(40, y, line))
            y += 20
    assert y < page.height
    compose(page, items, "rtl")
    told = form(
        *(Paragraph(Prose((Text(text),), tag)) for text in LINES), language=Language(tag, "العربية", "arabiska")
    )
    return write_pdf(told, [page], Metadata("عنوان", tag, "s", dt.datetime(2026, 12, 3)))


WANTED = [word for line in LINES for word in words(line)]

MEDIA = ("handout", "checklist", "mailout", "presentation", "staff", "notes")
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
    texts = ("الخميس، 3 ديسمبر (12) 2026", "Föräldramöte 8B", "الصف 8 في المدرسة", "Jag kan inte. Skicka papperet hem.")
    page = Page(960, 540)
    lines = [typeset([Span(text, TextStyle(24), "ar", ((0, 0, 0), ""))], 420, rtl=True)[0] for text in texts]
    items = [Placed(60, 60 + 27 * number, line) for number, line in enumerate(lines)]
    (end,) = typeset([Span("1", TextStyle(16), "ar", ((0, 0, 0), ""))], 100, rtl=True)
    compose(page, [*items, Placed(880, 60 + 27 * len(texts), end)], "rtl")
    told = form(Paragraph(Prose((Text("x"),), "ar")), language=Language("ar", "العربية", "arabiska"))
    (text,) = pdfium(write_pdf(told, [page], Metadata("عنوان", "ar", "s", dt.datetime(2026, 12, 3))))
    assert words(text) == words(" ".join((*texts, "1")))


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
            assert painted_glyphs(line) == quick


def painted_glyphs(line: Line) -> list[list[list[object]]]:
    """Return what is shown of a line: for each part its place and its glyphs, texts and advances."""
    copying._in_pieces.cache_clear()
    return [[glyphs(part) for part in show.parts] for show in copying.shows(line, rtl=True)]


def glyphs(run: GlyphRun) -> list[object]:
    """Return the place of a run and its glyphs with their texts and advances."""
    return [run.x, *zip(run.ids, run.texts, run.advances, strict=True)]


@needs_pdfjs
def test_pdfjs_gives_the_words_of_the_text(tmp_path: Path) -> None:
    """The items of Firefox's reader, one behind the other, are the text."""
    files = [tmp_path / f"{width:.0f}.pdf" for width in WIDTHS]
    for file, width in zip(files, WIDTHS, strict=True):
        file.write_bytes(arabic_pdf(width))
    for (text,) in pdfjs(files):
        assert words(text) == WANTED


# pdfium sees no line breaks in the small pictures of slides on the notes, whose text is lower than 5 points.
@pytest.mark.parametrize("medium", [medium for medium in MEDIA if medium != "notes"])
def test_pdfium_gives_the_words_of_every_page(medium: str) -> None:
    """Each Arabic page of the example, with its foot, cards, tables and Swedish sources, is its text, word by word."""
    _, pages = laid_out(ORDERS[medium])
    given = pdfium(built(ORDERS[medium]).data)
    assert [words(text) for text in given] == [words(" ".join(painted(page))) for page in pages]


@needs_pdfjs
def test_pdfjs_gives_the_words_of_every_page(tmp_path: Path) -> None:
    """Firefox's reader, too, and the small slides on the notes."""
    files = [tmp_path / ORDERS[medium].job.file for medium in MEDIA]
    for file, order in zip(files, ORDERS.values(), strict=True):
        file.write_bytes(built(order).data)
    for texts, order in zip(pdfjs(files), ORDERS.values(), strict=True):
        assert [words(text) for text in texts] == [words(" ".join(painted(page))) for page in laid_out(order)[1]]
