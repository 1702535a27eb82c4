"""Files written beside and renamed: never half a file, never a lost old one."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from foraldraskolan.problems import Place, Problem, ProblemsFound, message


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, made if need be; each appears whole, and none before all are on the disk.

    Raises ProblemsFound if the folder or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=folder) as beside:
            for name, data in files.items():
                _write(Path(beside) / name, data)
            for name in files:
                os.replace(Path(beside) / name, folder / name)
    except OSError as error:
        what = message(
            "{file} går inte att skriva: {reason}.", file=error.filename or folder, reason=error.strerror or ""
        )
        hint = message("Är filen öppen i ett annat program, eller är mappen skrivskyddad?")
        raise ProblemsFound([Problem(what, hint, Place(folder))]) from error


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
