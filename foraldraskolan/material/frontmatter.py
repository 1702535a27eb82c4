"""The TOML between two lines of +++ apart from the text below it."""

from pathlib import Path

from foraldraskolan.material.toml import TomlFile
from foraldraskolan.problems import Place, Problem, ProblemsFound, message
from foraldraskolan.record import record

_FENCE = "+++"


@record
class FrontMatter:
    """A file in two: its TOML, and its body with the number of the body's first line."""

    toml: TomlFile
    body: str
    line: int


def split_front_matter(text: str, path: Path) -> FrontMatter:
    """Return both parts of a file's text; raise ProblemsFound if a +++ is missing or the TOML is wrong."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise _missing(path, 1)
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            # The empty line in place of the first +++ keeps the line numbers of the TOML those of the file.
            toml = TomlFile.of("\n".join(["", *lines[1:index]]), path)
            return FrontMatter(toml, "\n".join(lines[index + 1 :]), index + 2)
    raise _missing(path, len(lines))


def _missing(path: Path, line: int) -> ProblemsFound:
    what = message("Raden +++ saknas.")
    hint = message("Filen börjar med uppgifter i TOML mellan två rader med +++.")
    return ProblemsFound([Problem(what, hint, Place(path, line))])
