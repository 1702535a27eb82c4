"""The articles of the material, one file each: modules for meetings, and letters."""

from collections.abc import Collection, Mapping
from dataclasses import field, fields
from datetime import date
from pathlib import Path
from typing import get_args

from foraldraskolan.document.meaning import WELCOME, Block, Slide, Verb
from foraldraskolan.document.prose import Prose
from foraldraskolan.limits import MONTHS
from foraldraskolan.material.body import parse_body
from foraldraskolan.material.prose import prose, proses
from foraldraskolan.material.records import Records
from foraldraskolan.material.references import unused_sources, wrong_references
from foraldraskolan.material.source_text import read_text
from foraldraskolan.material.toml import TomlFile, TomlTable
from foraldraskolan.problems import Place, Problem, ProblemsFound, message, raise_found
from foraldraskolan.record import record

AUDIENCES = ("parents", "pupils", "staff")
_FENCE = "+++"
MINUTES = (1, 120)
PRIORITIES = (0, 9)
VERBS: Mapping[str, Verb] = {verb: verb for verb in get_args(Verb)}


@record
class Article:
    """A text with front matter, such as a letter; `sources` are ids, and [^1] in the blocks is the first of them."""

    id: str
    title: Prose
    summary: Prose
    audience: tuple[str, ...]
    checked: date
    valid_months: int
    sources: tuple[str, ...]
    blocks: tuple[Block, ...]
    place: Place = field(compare=False)


@record
class Module(Article):
    """An article that takes minutes in a meeting; the lower its priority, the more important it is.

    `locally` is what no source decides, and the speaker finds out where the meeting is.
    """

    minutes: int
    priority: int
    verb: Verb | None = None
    locally: tuple[Prose, ...] = ()

    @property
    def welcomes(self) -> bool:
        """Whether every meeting of its audience begins with it, named or not."""
        return self.priority == WELCOME


def read_letter(path: Path, records: Records) -> Article:
    """Return the letter in a file; raise ProblemsFound with all the file's problems."""
    file = _ArticleFile.read(path)
    article = _article(file, records)
    raise_found(file.toml.close())
    return article


def read_module(path: Path, records: Records) -> Module:
    """Return the module in a file; raise ProblemsFound with all the file's problems."""
    file = _ArticleFile.read(path)
    article = _article(file, records)
    module = Module(
        **{each.name: getattr(article, each.name) for each in fields(article)},
        minutes=file.toml.root.whole("minutes", *MINUTES),
        priority=file.toml.root.whole("priority", *PRIORITIES),
        verb=VERBS.get(file.toml.root.choice("verb", VERBS, "")),
        locally=proses(file.toml.root, "locally"),
    )
    if module.welcomes and any(isinstance(block, Slide) for block in module.blocks):
        what = message("En modul med priority = 0 har inga egna bilder: mötets första bild står medan den sägs.")
        file.toml.root.report("priority", what, message("Ta bort bilderna, eller höj priority."))
    raise_found(file.toml.close())
    return module


def is_for_staff(audience: Collection[str]) -> bool:
    """Tell whether a module for these is what staff do before, during and after any meeting with parents."""
    return "staff" in audience and "parents" not in audience


def is_always_read(path: Path) -> bool:
    """Tell whether the module in a file has a place where no plan names it: for staff, or to welcome.

    Raise ProblemsFound if its front matter does not tell.
    """
    toml = _ArticleFile.read(path).toml
    audience, priority = _audience(toml.root), toml.root.whole("priority", *PRIORITIES)
    raise_found(toml.problems)
    return is_for_staff(audience) or priority == WELCOME


def _audience(table: TomlTable) -> tuple[str, ...]:
    audience = table.texts("audience")
    for index, each in enumerate(audience):
        table.expect_known(f"audience[{index}]", each, AUDIENCES)
    return audience


@record
class _ArticleFile:
    """A file in two: the TOML between two lines of +++, and the body below it with the place of its first line."""

    toml: TomlFile
    body: str
    start: Place

    @classmethod
    def read(cls, path: Path) -> "_ArticleFile":
        """Return both parts of a file; raise ProblemsFound if a +++ is missing or the TOML is wrong."""
        lines = read_text(path).split("\n")
        fences = [index for index, line in enumerate(lines) if line.rstrip() == _FENCE]
        if fences[:1] != [0] or len(fences) == 1:
            what = message("Raden +++ saknas.")
            hint = message("Filen börjar med uppgifter i TOML mellan två rader med +++.")
            raise ProblemsFound([Problem(what, hint, Place(path, len(lines) if fences[:1] == [0] else 1))])
        end = fences[1]
        # The empty line in place of the first +++ keeps the line numbers of the TOML those of the file.
        toml = TomlFile.of("\n".join(["", *lines[1:end]]), path)
        return cls(toml, "\n".join(lines[end + 1 :]), Place(path, end + 2))


def _article(file: _ArticleFile, records: Records) -> Article:
    """Return what modules and letters have in common; what is wrong is noted in the file."""
    path, table = file.toml.path, file.toml.root
    id = table.text("id")
    if id and id != path.stem:
        what = message("Filen heter {file} men dess id är {id}.", file=path.stem, id=id)
        table.report("id", what, message("Ge båda samma namn."))
    audience = _audience(table)
    own = table.texts("sources", may_be_empty=True)
    for index, source in enumerate(own):
        table.expect_known(f"sources[{index}]", source, records.sources)
    title = prose(table, "title")
    sources = [*own]
    problems: list[Problem] = []
    if not file.body.strip():
        problems.append(Problem(message("Filen har ingen text under +++."), place=file.start))
    blocks = parse_body(file.body, file.start, title, records, sources, problems)
    article = Article(
        id,
        title,
        prose(table, "summary"),
        audience,
        table.day("checked"),
        table.whole("valid_months", *MONTHS),
        tuple(sources),
        blocks,
        Place(path),
    )
    # In a body that could not be read in full, the missing mark may stand where the reading failed.
    for index in [] if problems else unused_sources(blocks, len(own)):
        what = message("Källan {source} används inte i texten.", source=own[index])
        hint = message("Skriv [^{number}] efter det som den styrker, eller ta bort den.", number=index + 1)
        table.report(f"sources[{index}]", what, hint)
    file.toml.problems += [*problems, *wrong_references(blocks, records, len(sources))]
    return article
