"""What options can be, and which of them say nothing together: typer refuses anything else, and help shows them."""

from enum import StrEnum
from typing import Literal

from foraldraskolan.problems import Problem, message
from foraldraskolan.record import record

Side = Literal["right", "left"]  # where an envelope's window is
FileNames = Literal["numbers", "names"]  # what the files of each family are called
Series = Literal["weekly"]  # how often short letters go out


class PaperFormat(StrEnum):
    """What papers are printed in."""

    A4 = "a4"
    BOOKLET = "booklet"
    LARGE = "large"


class Output(StrEnum):
    """What is made for the families of a list; typer knows no list of literals."""

    PRINT = "print"
    FAMILIES = "families"
    MESSAGES = "messages"


@record
class Asked:
    """What the options of a mailout say; what nobody said is None, "" or empty.

    What to make of a list, the side of the envelope's window, what files are called, in which language, which sheets to
    read, which rows are protected and which are not (as they were written), whether to attach letters, send a series,
    leave out bad rows, write in the fallback language where a family's is not understood, and not to ask.
    """

    make: tuple[Output, ...] = ()
    window: Side | None = None
    file_names: FileNames | None = None
    language: str = ""
    sheets: tuple[str, ...] = ()
    protect: str = ""
    not_protected: str = ""
    attach: bool = False
    weekly: bool = False
    skip_bad: bool = False
    fall_back: bool = False
    yes: bool = False

    @property
    def outputs(self) -> frozenset[Output]:
        """Return what to make for the families of a list."""
        return frozenset(self.make or (Output.PRINT, Output.MESSAGES))

    @property
    def named(self) -> bool:
        """Return whether names stand in the files' names."""
        return self.file_names == "names"


def vain_without_list(asked: Asked) -> list[Problem]:
    """Return a problem for each option that would change nothing without a class list: somebody would wait for it."""
    of_lists = {
        "--make": asked.make,
        "--window": asked.window,
        "--file-names": asked.file_names,
        "--sheet": asked.sheets,
        "--protect": asked.protect,
        "--not-protected": asked.not_protected,
        "--attach": asked.attach,
        "--skip-bad": asked.skip_bad,
        "--fall-back": asked.fall_back,
    }
    hint = message("Lägg till --recipients och listans fil, eller ta bort valet.")
    given = [option for option, value in of_lists.items() if value]
    found = [Problem(message("{option} är för brev till en klasslista.", option=each), hint) for each in given]
    if asked.weekly and asked.language:
        what = message("--language är för en inbjudan. En serie görs på alla familjernas språk.")
        found.append(Problem(what, message("Ta bort --language, eller ändra families i planen.")))
    return found


def vain_with_list(asked: Asked) -> list[Problem]:
    """Return a problem for each option that would change nothing for a class list."""
    found: list[Problem] = []
    if asked.language:
        what = message("--language är för en inbjudan till alla. I en klasslista har varje familj sitt språk.")
        found.append(Problem(what, message("Ta bort --language.")))
    if asked.attach and Output.MESSAGES not in asked.outputs:
        what = message("--attach bifogar brevet i e-post, men --make ber inte om någon.")
        found.append(Problem(what, message("Lägg till --make messages, eller ta bort --attach.")))
    if asked.window and asked.outputs == {Output.MESSAGES} and not asked.attach:
        what = message("--window är för brev på papper, men --make ber inte om några.")
        found.append(Problem(what, message("Lägg till --make print, eller ta bort --window.")))
    if asked.file_names and asked.outputs == {Output.PRINT}:
        what = message("--file-names är för en fil per familj, men --make ber bara om en fil att skriva ut.")
        found.append(Problem(what, message("Lägg till --make families, eller ta bort --file-names.")))
    return found
