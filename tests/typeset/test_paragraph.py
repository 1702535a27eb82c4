"""A paragraph set in lines says what its text says, fits its measure, and breaks nothing that is to stay whole."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.isolates import hyphenated, kept, numbers
from foraldraskolan.typeset.glyphs import Line, Span, TextStyle
from foraldraskolan.typeset.linebreak import SEPARATOR, breaks
from foraldraskolan.typeset.paragraph import Wrap, least_width, typeset

STYLE = TextStyle(11)
STYLES = [STYLE, TextStyle(11, 700), TextStyle(11, italic=True), TextStyle(7, 600)]
WORDS = {
    "sv": ["ungdomar", "och", "narkotikamissbruk", "(droger)", "så,", "”citat”", "föräldraskolan."],
    "so": ["waxbarashada", "iyo", "daroogada,", "carruurta", "waalidiinta.", "(caawimaad)"],
    "ar": ["المراهقين", "الآباء", "والأمهات،", "(المخدرات)", "فورًا.", "؟", "لا", "THC", "«نعم»"],
}
NUMBERS = ["020-91 91 91", "18.00–19.30", "2026-12-03", "12,5 %", "www.1177.se", "1 000 kr", "112", "info@example.org"]
KERN = 1.1  # points that a line may hang over where it is cut inside a word: a tenth of the largest size
WRAPS: list[Wrap] = ["ragged", "hyphenated", "balanced"]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Span]:
    """Return spans of one language with numbers, styles and line breaks in between."""
    tag = draw(st.sampled_from(sorted(WORDS)))
    words = st.sampled_from(WORDS[tag])
    numbers = st.tuples(st.sampled_from(NUMBERS), words).map(" ".join)  # two numbers side by side would be one
    pieces = words | numbers
    spans: list[Span] = []
    for index, style in enumerate(draw(st.lists(st.sampled_from(STYLES), min_size=1, max_size=4))):
        text = " ".join(draw(st.lists(pieces, min_size=1, max_size=8))) + draw(st.sampled_from(["", " ", SEPARATOR]))
        isolate = draw(st.booleans())
        spans.append(Span(text, style, tag, ((index,), ""), isolate))
    return spans


def is_rtl(spans: list[Span]) -> bool:
    """Return whether a paragraph is read from right to left."""
    return spans[0].language == "ar"


def width_of(spans: list[Span]) -> float:
    """Return how many points wide spans are where nothing makes a line end but their own line breaks."""
    return max(line.width for line in typeset(spans, 1e6))


def said(line: Line) -> str:
    """Return the text of a line as it is read."""
    return "".join(text for run in line.runs for text in (run.texts[::-1] if run.rtl else run.texts))


def letters(text: str) -> str:
    """Return a text without spaces and the hyphens that lines put there."""
    return "".join(each for each in text if not each.isspace() and each != "\u00ad")


@given(paragraphs(), st.floats(5, 400), st.sampled_from(WRAPS))
def test_lines_joined_are_the_text(spans: list[Span], width: float, wrap: Wrap) -> None:
    """Nothing is lost, doubled or moved, however narrow the measure is."""
    lines = typeset(spans, width, rtl=is_rtl(spans), wrap=wrap)
    assert letters("".join(map(said, lines))) == letters("".join(span.text for span in spans))


@given(paragraphs(), st.floats(160, 400), st.sampled_from(WRAPS))
def test_words_stay_apart(spans: list[Span], width: float, wrap: Wrap) -> None:
    """The space where a line breaks is written, so that a program that joins lines keeps words apart."""
    lines = typeset(spans, width, rtl=is_rtl(spans), wrap=wrap)
    joined = "".join(map(said, lines)).replace("\u00ad", "")
    assert joined.split() == "".join(span.text for span in spans).split()


@given(paragraphs(), st.floats(20, 400), st.sampled_from(WRAPS))
def test_no_line_is_wider_than_its_measure(spans: list[Span], width: float, wrap: Wrap) -> None:
    """Where every part of a word has room, every line does; its width is its runs', without the space that hangs out.

    A line that has no room holds nothing that can be divided, and says by how much it is too wide.
    """
    rtl = is_rtl(spans)
    lines = typeset(spans, width, rtl=rtl, wrap=wrap)
    assert not any(line.over for line in lines) or least_width(spans, rtl=rtl, divided=True) > width
    for line in lines:
        assert line.width <= width + line.over + KERN
        assert not line.over or line.over == pytest.approx(line.width - width)
        whole = [*kept(said(line)), *(hyphenated(said(line)) if rtl else ())]
        assert not line.over or len(breaks(said(line), spans[0].language, whole)) == 1
        left, right = min(run.x for run in line.runs), max(run.x + run.width for run in line.runs)
        assert right - left == pytest.approx(sum(run.width for run in line.runs))
        assert right - left >= line.width - 1e-6


@given(paragraphs(), st.floats(160, 400), st.sampled_from(WRAPS))
def test_no_number_is_broken(spans: list[Span], width: float, wrap: Wrap) -> None:
    """No line begins inside a phone number, a time, a date, a price, nor in an address in a word that a line holds."""
    text = "".join(span.text for span in spans)
    begins = [line.start for line in typeset(spans, width, rtl=is_rtl(spans), wrap=wrap)]
    broken = [(start, end) for start, end in kept(text) if any(start < each < end for each in begins)]
    assert set(broken).isdisjoint(numbers(text))
    for start, end in broken:
        first = len(text[:start].rsplit(maxsplit=1)[-1]) if start and not text[start - 1].isspace() else 0
        last = len(text[end:].split(maxsplit=1)[0]) if text[end:] and not text[end].isspace() else 0
        (alone,) = typeset(list(cut(spans, start - first, end + last)), 10_000, rtl=False)
        assert alone.width > width


def cut(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """Yield what of some spans stands between two places of their text."""
    at = 0
    for span in spans:
        part = span.text[max(start - at, 0) : max(end - at, 0)]
        at += len(span.text)
        if part:
            yield replace(span, text=part)


@given(paragraphs(), st.floats(60, 400))
def test_balanced_lines_are_as_few(spans: list[Span], width: float) -> None:
    """Balancing a heading never takes a line more."""
    rtl = is_rtl(spans)
    assert len(typeset(spans, width, rtl=rtl, wrap="balanced")) == len(typeset(spans, width, rtl=rtl))


@given(paragraphs(), st.floats(60, 400), st.sampled_from(WRAPS))
def test_hyphens_only_where_asked(spans: list[Span], width: float, wrap: Wrap) -> None:
    """Words that have room are divided only where the style says so, never in text that is read from right to left."""
    lines = typeset(spans, width, rtl=is_rtl(spans), wrap=wrap)
    divided = any("\u00ad" in said(line) for line in lines)
    roomy = least_width(spans, rtl=is_rtl(spans)) <= width
    assert not divided or not roomy or (wrap == "hyphenated" and not is_rtl(spans))


def test_swedish_is_divided_at_syllables() -> None:
    """A long word in a narrow column is divided where Swedish divides it; the hyphen is copied as a soft one."""
    lines = typeset([Span("Ett narkotikamissbrukarproblem", STYLE, "sv", ((0,), ""))], 110, wrap="hyphenated")
    assert [said(line) for line in lines] == ["Ett narkotikamiss\u00ad", "brukarproblem"]


def test_a_soft_hyphen_at_a_lines_end_is_drawn() -> None:
    """Where a line ends at a soft hyphen it is a hyphen that is seen; elsewhere it takes no room and is not copied."""
    span = Span("hätä\u00adkeskus\u00adpäivystys\u00adnumero\u00adtiedustelu", STYLE, "fi", ((0,), ""))
    lines = typeset([span], 90)
    assert [said(line) for line in lines] == ["hätäkeskus\u00ad", "päivystys\u00ad", "numero\u00ad", "tiedustelu"]
    assert [sum(line.runs[-1].advances) > 0 for line in lines[:3]] == [True] * 3
    (whole,) = typeset([span], 1e6)
    (bare,) = typeset([replace(span, text=span.text.replace("\u00ad", ""))], 1e6)
    assert (said(whole), whole.width) == (said(bare), pytest.approx(bare.width))


@pytest.mark.parametrize("rtl", [False, True])
def test_an_address_that_no_line_holds_is_divided_behind_its_signs(rtl: bool) -> None:
    """Its parts stand in order from the first line on, each read left to right, and nothing is added to it."""
    tag, words = ("ar", "اكتبوا إلى") if rtl else ("sv", "Skriv till")
    address = "anna-karin.ohman-lindqvist@ekskolan.goteborg.se"
    lines = typeset([Span(f"{words} {address}", STYLE, tag, ((0,), ""))], 130, rtl=rtl)
    assert [said(line).strip() for line in lines] == [words, "anna-karin.", "ohman-lindqvist@", "ekskolan.goteborg.se"]
    for line in lines[1:]:
        from_the_left = sorted(line.runs, key=lambda run: run.x)
        assert address.find("".join(text for run in from_the_left for text in run.texts)) >= 0


def test_a_name_is_whole_or_too_wide() -> None:
    """Lines of whole words divide nothing: neither a name at its syllables nor one with a sign."""
    for text in ("Narkotikaförebyggande", "anna.svensson"):
        (line,) = typeset([Span(text, STYLE, "sv", ((0,), ""))], 50, wrap="whole")
        assert line.over == pytest.approx(line.width - 50) != 0


def test_a_number_reads_left_to_right_in_arabic() -> None:
    """The groups of a phone number stand in its own order from left to right on a line of Arabic."""
    (line,) = typeset([Span("اتصل 020-91 91 91 الآن", STYLE, "ar", ((0,), ""))], 400, rtl=True)
    from_the_left = sorted(line.runs, key=lambda run: run.x)
    assert "020-91 91 91" in "".join(text for run in from_the_left for text in run.texts)


@pytest.mark.parametrize("rtl", [False, True])
def test_isolates_side_by_side_keep_the_order_of_the_paragraph(rtl: bool) -> None:
    """Isolates with nothing between them stand one after the other as their paragraph runs, whatever runs in them."""
    texts = ["Anna", " och ", "محمد", "112"]
    spans = [Span(text, STYLE, "sv", ((index,), ""), isolate=True) for index, text in enumerate(texts)]
    (line,) = typeset(spans, 400, rtl=rtl)
    from_the_start = sorted(line.runs, key=lambda run: run.x, reverse=rtl)
    assert [run.mark[0][0] for run in from_the_start] == [0, 1, 2, 3]


@given(paragraphs(), st.floats(1.5, 8))
def test_twice_the_size_is_twice_the_width(spans: list[Span], factor: float) -> None:
    """Type has no size of its own: set larger, all of it is larger."""
    larger = [
        Span(span.text, TextStyle(span.style.size * factor, span.style.weight, span.style.italic), "sv", span.mark)
        for span in spans
    ]
    plain = [
        Span(span.text, TextStyle(span.style.size, span.style.weight, span.style.italic), "sv", span.mark)
        for span in spans
    ]
    assert width_of(larger) == pytest.approx(width_of(plain) * factor)


def test_a_character_without_a_font_is_no_tofu() -> None:
    """A character that no font has stops the work; it is never drawn as an empty box."""
    with pytest.raises(LookupError):
        typeset([Span("漢", STYLE, "sv", ((0,), ""))], 100)


JOINED = ["بالمدرسة", "وبالمدرسة", "والبيت", "لأطفالكم", "بِالأُمِّ", "بـMDMA", "للآباء", "می\u200cخواهم", "ھەڵبژاردن"]


def drawn_letters(spans: list[Span]) -> list[list[tuple[str, str, int, int]]]:
    """Return each glyph of the only line of spans in the order of the text, by their marks."""
    (line,) = typeset(spans, 1e6, rtl=True)
    found: list[list[tuple[str, str, int, int]]] = [[] for _ in spans]
    for run in line.runs:
        glyphs = [(run.face.name, *each) for each in zip(run.texts, run.ids, run.advances, strict=True)]
        found[run.mark[0][0]] += glyphs[::-1] if run.rtl else glyphs
    return found


@pytest.mark.parametrize("word", JOINED)
@pytest.mark.parametrize("isolate", [False, True])
def test_letters_join_wherever_a_style_or_a_link_begins(word: str, isolate: bool) -> None:
    """A letter looks as it does in the whole word set in its style: bold and links part none from the next."""
    plain, bold = TextStyle(11), TextStyle(11, 700)
    (in_plain,), (in_bold,) = ([*drawn_letters([Span(word, style, "ar", ((0,), ""))])] for style in (plain, bold))
    for start in range(1, len(word)):
        first = Span(word[:start], plain, "ar", ((0,), ""))
        for style, whole in ((plain, in_plain), (bold, in_bold)):
            before, after = drawn_letters([first, Span(word[start:], style, "ar", ((1,), ""), isolate)])
            assert before == in_plain[: len(before)]
            assert after == whole[len(whole) - len(after) :]
            assert "".join(text for _, text, *_ in before + after) == word
