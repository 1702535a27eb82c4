"""How much of every Arabic page readers of PDF give in the right order: python tests/bench/bench_copying.py

The words of the example's pages in their order, of those that are painted or given, whichever are more. pdfium is
always asked; pdf.js where node and pdfjs-dist are (see tests/pdf/test_copying.py), poppler where pdftotext is, MuPDF
with the extra "bench".
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from foraldraskolan.make.orders import order_of
from tests.support.copied import HAS_PDFJS, painted, pdfium, pdfjs, words
from tests.support.orders import Order, built, laid_out

MEDIA = ("leaflet", "handout", "checklist", "mailout", "presentation", "notes", "staff")
Reader = Callable[[Path], list[str]]


def poppler(file: Path) -> list[str]:
    """Return the text of each page as poppler gives it."""
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")


def mupdf(file: Path) -> list[str]:
    """Return the text of each page as MuPDF gives it."""
    import pymupdf

    with pymupdf.open(file) as document:
        return [page.get_text() for page in document]


def readers() -> dict[str, Reader]:
    """Return the readers that this machine has."""
    found: dict[str, Reader] = {"pdfium": lambda file: pdfium(file.read_bytes())}
    if HAS_PDFJS:
        found["pdf.js"] = lambda file: pdfjs([file])[0]
    if shutil.which("pdftotext"):
        found["poppler"] = poppler
    if find_spec("pymupdf"):
        found["MuPDF"] = mupdf
    return found


def main() -> None:
    """Print the share of words for each medium and reader."""
    asked = readers()
    print(f"{'':13}" + "".join(f"{name:>9}" for name in asked))
    right = dict.fromkeys(asked, 0)
    all_words = dict.fromkeys(asked, 0)
    with tempfile.TemporaryDirectory() as folder:
        for medium in MEDIA:
            order = Order("example", order_of(medium, "ar"))
            file = Path(folder) / order.job.file
            file.write_bytes(built(order).data)
            wanted = [words(" ".join(painted(page))) for page in laid_out(order)[1]]
            shares = []
            for name, read in asked.items():
                found = total = 0
                for want, text in zip(wanted, read(file), strict=False):
                    given = words(text)
                    blocks = SequenceMatcher(None, want, given, autojunk=False).get_matching_blocks()
                    found += sum(block.size for block in blocks)
                    total += max(len(want), len(given))
                right[name] += found
                all_words[name] += total
                shares.append(found / total)
            print(f"{medium:13}" + "".join(f"{share:9.1%}" for share in shares))
    print(f"{'all':13}" + "".join(f"{right[name] / all_words[name]:9.1%}" for name in asked))


if __name__ == "__main__":
    main()
