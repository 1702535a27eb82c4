"""How fast, beside Typst and WeasyPrint on the same text: python tests/bench/bench_pages.py

A long text in Swedish and in Arabic, with numbers to call, Latin words, brackets and times inside, is set on A4 by all
three as tagged PDF/UA-1: for the first time in a process, once more, and then another text, which nobody has seen: new
sentences, one word of eight new too. Each has a process of its own, in turn with its peers. Needs the extra "bench".
"""

import argparse
import html
import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

from foraldraskolan.document.form import Box, Foot, Form, FormBlock, Heading, Paragraph
from foraldraskolan.document.inlines import Text
from foraldraskolan.document.labels import LABELS
from foraldraskolan.document.meeting import Meeting
from foraldraskolan.document.metadata import Metadata
from foraldraskolan.document.prose import Prose
from foraldraskolan.language import Language
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.layout.theme import SHEET
from foraldraskolan.pdf.writer import write_pdf
from foraldraskolan.project import Project
from foraldraskolan.translation.po import read_po
from foraldraskolan.typeset.fonts import FAMILIES, face

sys.path.insert(0, str(Path(__file__).parent))

from timing import Spent, in_turn, median, of_call, state

STAGES = ("first run", "once more", "unseen text")
SECTIONS, PARAGRAPHS = 20, 6
NEW_WORD = 8  # one of so many in the unseen text
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


def text(stock: Sequence[str], chance: random.Random) -> list[Section]:
    """Return a long text: sentences of the stock in another order in every paragraph, hard words inside."""
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


def unseen(stock: Sequence[str], chance: random.Random) -> list[str]:
    """Return as many sentences that are none of the stock: the end of each goes on after the beginning of another.

    New words are made in the same way from two, and every number has other digits.
    """
    known = sorted({word for each in stock for word in each.split()})
    found: list[str] = []
    for each in stock:
        other = chance.choice(stock).split()
        words = [*each.split()[: chance.randrange(2, 8)], *other[chance.randrange(len(other) // 2) :]]
        words = [_new(known, chance) if not chance.randrange(NEW_WORD) else word for word in words]
        found.append(re.sub(r"\d", lambda _: str(chance.randrange(10)), " ".join(words)))
    return found


def _new(known: Sequence[str], chance: random.Random) -> str:
    while True:
        one, other = chance.choice(known), chance.choice(known)
        word = one[: len(one) // 2] + other[len(other) // 2 :]
        if word not in known:
            return word


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


SETTERS = {"ours": ours, "Typst": typst, "WeasyPrint": weasyprint}


def stages(name: str, tag: str) -> Iterator[tuple[int, Spent]]:
    """Yield the pages and what it took to set them, for each stage of one process."""
    stock = sentences(tag)
    # The same texts each time.
    seen, new = text(stock, random.Random(1)), text(unseen(stock, random.Random(2)), random.Random(3))
    once, other = SETTERS[name](tag, seen), SETTERS[name](tag, new)
    for run in (once, once, other):
        data, spent = of_call(run)
        yield pages(data), spent


def in_process(name: str, tag: str) -> list[tuple[int, Spent]]:
    """Return the stages of a process of its own."""
    order = [sys.executable, __file__, "--stages", name, tag]
    done = subprocess.run(order, check=True, capture_output=True, text=True)
    return [(count, Spent(**spent)) for count, spent in map(json.loads, done.stdout.splitlines())]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=SETTERS, default=[*SETTERS], help="those to measure")
    parser.add_argument("--stages", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stages:
        for count, spent in stages(*asked.stages):
            print(json.dumps([count, asdict(spent)]))
        return
    print(f"pages a second, and milliseconds of the processors a page: medians of {asked.runs} runs")
    print(f"{'':12} {'language':9} {'pages':>5}" + "".join(f"{stage:>16}" for stage in STAGES))
    everything: list[Spent] = []
    for tag in LANGUAGES:
        runs = {name: lambda name=name, tag=tag: in_process(name, tag) for name in asked.only}
        for name, processes in in_turn(runs, asked.runs).items():
            cells = []
            for same in zip(*processes, strict=True):
                count, spent = same[0][0], [each for _, each in same]
                everything += spent
                fast, busy = count / median(spent, "counted"), median(spent, "counted_cpu") / count
                cells.append(f"{fast:8.0f} {busy * 1000:7.1f}")
            print(f"{name:12} {tag:9} {processes[0][0][0]:5}" + "".join(cells))
    print(state(everything))


if __name__ == "__main__":
    main()
