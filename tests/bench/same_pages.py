"""Are all pages the same as before? Makes the packs of all plans in every language, and compares two such folders.

    python tests/bench/same_pages.py make BEFORE       # in a clone of the old commit
    python tests/bench/same_pages.py make AFTER
    python tests/bench/same_pages.py compare BEFORE AFTER

Pages are compared by their pixels, by the text that pdfium gives and by their tags; messages and texts line by line.
"""

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pikepdf
import pypdfium2

ROOT = Path(__file__).parents[2]
PLANS = [*sorted((ROOT / "materials" / "plans").glob("*.toml"))]
STRESS = ROOT / "tests" / "data" / "stress"
LANGUAGES = ("sv", "en", "ar", "so")
FAMILIES = """Elev;Klass;Vårdnadshavare;E-post;Språk;Adress;Postnr;Ort
Ali Ek;8B;Eva Ek;eva@exempel.se;svenska;Långa gatan 1;123 45;Exempelstad
Bo Al;8A;Amina Al;amina@exempel.se;arabiska;Storgatan 2;123 45;Exempelstad
Cia Ahn;8A;Deeqa Ahn;deeqa@exempel.se;somaliska;Storgatan 3;123 45;Exempelstad
Dan Orr;8B;Finn Orr;finn@exempel.se;engelska;;;
Eli Ö;8B;محمد علي;m@exempel.se;arabiska;Storgatan 5;123 45;Exempelstad
"""
_SCALE = 1.5  # pixels a point


def main() -> None:
    """Make or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("make").add_argument("folder", type=Path)
    two = commands.add_parser("compare")
    two.add_argument("before", type=Path)
    two.add_argument("after", type=Path)
    for command in commands.choices.values():
        command.add_argument("--only", default="", help="packs whose name begins so")
    asked = parser.parse_args()
    if asked.command == "make":
        make(asked.folder, asked.only)
    else:
        sys.exit(compare(asked.before, asked.after, asked.only))


def make(folder: Path, only: str) -> None:
    """Make every pack: each plan in one language at a time, slides and notes too; a series; letters of every kind."""
    plans, families = folder / "plans", folder / "plans" / "families.csv"
    plans.mkdir(parents=True)
    families.write_text(FAMILIES, encoding="utf-8")
    orders: list[tuple[str, list[str]]] = []
    for plan in PLANS:
        for tag in LANGUAGES:
            file = plans / f"{plan.stem}-{tag}.toml"
            file.write_text(_in_language(plan.read_text(encoding="utf-8"), tag), encoding="utf-8")
            orders.append((file.stem, ["build", str(file)]))
    everybody = plans / "everybody.toml"
    text = _in_language(PLANS[0].read_text(encoding="utf-8"), "sv")
    everybody.write_text(re.sub(r"families = .*", f"families = {list(LANGUAGES)}", text), encoding="utf-8")
    orders.append(("series", ["mailout", str(everybody), "--series", "weekly"]))
    letters = ["mailout", str(everybody), "--recipients", str(families), "--yes"]
    every = [f"--make={output}" for output in ("print", "families", "messages")]
    orders.append(("letters-right", [*letters, *every, "--attach"]))
    orders.append(("letters-left", [*letters, "--window=left"]))
    project = [f"--materials={STRESS / 'materials'}", f"--translations={STRESS / 'translations'}"]
    for name in ("stress", "tiny", "states"):
        orders.append((name, [*project, "build", str(STRESS / "materials" / "plans" / f"{name}.toml")]))
    chosen = [(name, words) for name, words in orders if name.startswith(only)]
    with ThreadPoolExecutor(2) as pool:
        for name, code in pool.map(lambda order: (order[0], _run(folder / order[0], order[1])), chosen):
            if code:
                print(f"{name}: exit {code}")
    print(f"{len(chosen)} packs")


def _in_language(plan: str, tag: str) -> str:
    for key, value in (("presentation", f'"{tag}"'), ("notes", f'"{tag}"'), ("families", f'["{tag}"]')):
        plan = re.sub(rf"^{key} = .*?(?=\n\w|\n\n|\n\[|\Z)", f"{key} = {value}", plan, flags=re.M | re.S)
    return re.sub(rf"^(?!{tag} )[a-z]{{2}} = \d+\n", "", plan, flags=re.M)


def _run(folder: Path, words: list[str]) -> int:
    program = [sys.executable, "-m", "foraldraskolan", "--interface", "sv"]
    done = subprocess.run([*program, *words, "-o", str(folder)], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout[-500:], done.stderr[-1500:])
    return done.returncode


def compare(before: Path, after: Path, only: str) -> int:
    """Print what differs and how much was compared, and return 1 if anything does."""
    names = sorted(
        {
            file.relative_to(folder).as_posix()
            for folder in (before, after)
            for file in folder.rglob("*")
            if file.is_file() and file.name != ".foraldraskolan.json"
        }
    )
    counts: Counter[str] = Counter()
    for name in (name for name in names if name.startswith(only) and not name.startswith("plans/")):
        for kind, what in _differences(before / name, after / name, counts):
            counts[kind] += 1
            if counts[kind] <= 40:
                print(f"{name}: {what}")
    print(", ".join(f"{key} {count}" for key, count in sorted(counts.items())))
    return int(any(key.startswith("other") for key in counts))


def _differences(one: Path, other: Path, counts: Counter[str]) -> Iterator[tuple[str, str]]:
    if not (one.exists() and other.exists()):
        yield "other files", f"is only in {one.parent if one.exists() else other.parent}"
        return
    counts["files"] += 1
    same = one.read_bytes() == other.read_bytes()
    counts["same bytes"] += same
    if one.suffix != ".pdf":
        if _said(one) != _said(other):
            yield "other texts", "says something else"
        return
    old = pypdfium2.PdfDocument(one)
    counts["pages"] += len(old)
    if same:
        return
    new = pypdfium2.PdfDocument(other)
    if len(old) != len(new):
        yield "other pages", f"{len(old)} and {len(new)} pages"
    for number, (page, page_now) in enumerate(zip(old, new, strict=False), start=1):
        if page.get_textpage().get_text_bounded() != page_now.get_textpage().get_text_bounded():
            yield "other page texts", f"the text of page {number}"
        if _pixels(page) != _pixels(page_now):
            yield "other pixels", f"the pixels of page {number}"
    yield from _other_tags(_tags(one), _tags(other))


def _other_tags(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    if before == after:
        return
    if sorted(before) == sorted(after):
        yield "other order of tags", "the same tags come in another order"
        return
    gone, new = Counter(before) - Counter(after), Counter(after) - Counter(before)
    yield "other tags", f"tags gone: {dict(gone)}, new: {dict(new)}"


def _said(file: Path) -> list[str]:
    """Return the lines of a text or a message, of what is attached to it too, without empty ones and sizes of files."""
    if file.suffix != ".eml":
        text = re.sub(r"\d+ kB", "kB", file.read_text(encoding="utf-8"))
        return [line for line in text.splitlines() if line.strip()]
    mail = message_from_bytes(file.read_bytes(), policy=default)
    said = [f"{name}: {mail[name]}" for name in ("Subject", "To", "X-Unsent", "Content-Language")]
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            said += [line for line in part.get_content().splitlines() if line.strip()]
        elif part.get_content_type() == "application/pdf":
            said += [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(part.get_content())]
    return said


def _pixels(page: pypdfium2.PdfPage) -> bytes:
    return bytes(page.render(scale=_SCALE).buffer)


def _tags(file: Path) -> list[str]:
    """Return the structure tree, a line an element: depth, role, language, alternative text, attributes."""
    with pikepdf.open(file) as pdf:
        return list(_elements(pdf.Root.StructTreeRoot.K, 0))


def _elements(element: pikepdf.Object, depth: int) -> Iterator[str]:
    below = element.get("/K", [])
    kids = list(below) if isinstance(below, pikepdf.Array) else [below]
    said = [str(element.get(key, "")) for key in ("/S", "/Lang", "/Alt")]
    attributes = element.get("/A", {})
    scope = [f"{key} {value}" for key, value in attributes.items() if key not in ("/O", "/BBox")] if attributes else []
    leaves = sum(not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid) for kid in kids)
    yield f"{depth} {' '.join(said + scope)} ({leaves})"
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _elements(kid, depth + 1)


if __name__ == "__main__":
    main()
