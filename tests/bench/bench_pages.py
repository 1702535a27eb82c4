"""How fast, beside Typst and WeasyPrint on the same text in the same run: python tests/bench/bench_pages.py

A long text in Swedish and in Arabic, with numbers to call, Latin words, brackets and times inside, is set on A4 by all
three as tagged PDF/UA-1. Then the example pack and --help, from a cold start. Needs the extra "bench".
"""

import html
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

from foraldraskolan.document.form import Box, Foot, Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.theme import SHEET
from foraldraskolan.pdf.metadata import Metadata
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.project import Project
from foraldraskolan.translation.po import read_po
from foraldraskolan.typeset.fonts import FAMILIES, face

RUNS = 5
PEAK = Path(__file__).with_name("peak.py")
MEASURED = f"peak RSS of the run's largest process (medians of {RUNS} runs)"
SECTIONS, PARAGRAPHS = 20, 6
HARD = ["020-91 91 91", "kl. 18.00–19.30", "(socialtjänsten)", "114 14,", "1177.se"]
LANGUAGES = {"sv": Language("sv", "svenska", "svenska"), "ar": Language("ar", "العربية", "arabiska")}
Section = tuple[str, list[str]]


def sentences(tag: str) -> list[str]:
    """Return real sentences of the material, without notation."""
    found: list[str] = []
    for file in sorted((Project.default().translations / "ar").glob("*.po")):
        for entry in read_po(file).entries.values():
            text = entry.source if tag == "sv" else entry.text
            if not any(sign in text for sign in "{[*\\") and len(text) > 40:
                found.append(text)
    return found


def text(tag: str) -> list[Section]:
    """Return a long text: real sentences in another order in every paragraph, hard words inside."""
    chance = random.Random(1)  # the same text each time
    stock = sentences(tag)
    sections: list[Section] = []
    for _ in range(SECTIONS):
        paragraphs = []
        for _ in range(PARAGRAPHS):
            words = " ".join(chance.sample(stock, 5)).split()
            for each in HARD:
                words.insert(chance.randrange(len(words)), each)
            paragraphs.append(" ".join(words))
        sections.append((" ".join(chance.choice(stock).split()[:4]), paragraphs))
    return sections


def ours(tag: str, sections: list[Section]) -> Callable[[], bytes]:
    """Return what sets the text with this program."""

    def prose(words: str) -> Prose:
        return Prose((Text(words),), tag)

    blocks: list[FormBlock] = [Box("masthead", (Heading(1, prose("T")), Paragraph(prose("M"), "meeting")))]
    for title, paragraphs in sections:
        blocks.append(Heading(2, prose(title)))
        for each in paragraphs:
            number = Paragraph(prose(str(len(blocks))), "number")
            blocks.append(Box("numbered", (number, Paragraph(prose(each)))))
    meeting = Meeting("M", "parents", date(2026, 12, 3), clock(18), 45, "P", "H", False)
    foot = Foot(prose(LABELS["page"]), prose("U"), Prose((), tag))
    form = Form(prose("T"), LANGUAGES[tag], meeting, tuple(blocks), foot)
    metadata = Metadata("T", tag, "S", datetime(2026, 12, 3))
    return lambda: write_pdf(form, lay_out_sheet(form, numbers=True), metadata)


def typst(tag: str, sections: list[Section]) -> Callable[[], bytes]:
    """Return what sets the text with Typst; a new compiler each time, as each document has its own."""
    import typst as compiler

    fonts = sorted({str(face(family, 400, False).path.parent) for family in FAMILIES})
    size = SHEET.body.text.size
    head = f'#set document(title: "T")\n#set page(paper: "a4", margin: 20mm)\n#set text(size: {size}pt, lang: "{tag}", '
    family = '"Noto Sans"' if tag == "sv" else '"Noto Naskh Arabic", "Noto Sans"'
    body = "".join(f"= {title}\n\n" + "\n\n".join(paragraphs) + "\n\n" for title, paragraphs in sections)
    source = head.encode() + f"font: ({family},))\n".encode() + body.encode()

    def run() -> bytes:
        made = compiler.Compiler(source, font_paths=fonts, ignore_system_fonts=True)
        return bytes(made.compile(format="pdf", pdf_standards=["ua-1"]))

    return run


def weasyprint(tag: str, sections: list[Section]) -> Callable[[], bytes]:
    """Return what sets the text with WeasyPrint."""
    import weasyprint as printer

    direction = LANGUAGES[tag].direction
    body = "".join(
        f"<h2>{html.escape(title)}</h2>" + "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
        for title, paragraphs in sections
    )
    style = f"@page{{size:A4;margin:20mm}} body{{font:{SHEET.body.text.size}pt/1.45 'Noto Sans','Noto Naskh Arabic'}}"
    page = (
        f'<html lang="{tag}" dir="{direction}"><head><title>T</title><style>{style}</style></head><body>{body}</body>'
    )
    return lambda: bytes(printer.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def pages(data: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))


def timed(run: Callable[[], bytes]) -> tuple[int, float, float]:
    """Return the pages, the first run's seconds and the median of the next ones."""
    seconds: list[float] = []
    data = b""
    for _ in range(RUNS + 1):
        before = time.perf_counter()
        data = run()
        seconds.append(time.perf_counter() - before)
    return pages(data), seconds[0], statistics.median(seconds[1:])


def cold(*arguments: str) -> tuple[float, float]:
    """Return the medians of whole runs: their seconds, and the MiB of the largest process of each at its peak."""
    order = [sys.executable, "-S", str(PEAK), sys.executable, "-m", "foraldraskolan", *arguments]
    runs = [subprocess.run(order, check=True, capture_output=True, text=True).stdout.split() for _ in range(RUNS)]
    seconds, memory = zip(*runs, strict=True)
    return statistics.median(map(float, seconds)), statistics.median(map(float, memory))


def main() -> None:
    """Print the figures."""
    print(f"{'':12} {'language':9} {'pages':>5} {'first run, pages/s':>19} {'then, pages/s':>14}")
    for name, setter in (("ours", ours), ("Typst", typst), ("WeasyPrint", weasyprint)):
        for tag in LANGUAGES:
            count, first, later = timed(setter(tag, text(tag)))
            print(f"{name:12} {tag:9} {count:5} {count / first:19.0f} {count / later:14.0f}")
    seconds, memory = cold("--help")
    print(f"--help, cold: {seconds:.2f} s, {memory:.0f} MiB {MEASURED}")
    with tempfile.TemporaryDirectory() as folder:
        seconds, memory = cold("build", "--output", str(Path(folder) / "pack"))
    print(f"example pack, cold: {seconds:.2f} s, {memory:.0f} MiB {MEASURED}")


if __name__ == "__main__":
    main()
