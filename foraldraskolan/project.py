"""Where the material and its translations lie."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from foraldraskolan.record import record

EXAMPLE = Path("plans") / "example.toml"
_PACKAGE = Path(__file__).parent
Part = Literal["materials", "translations"]
HOLDS: Mapping[Part, str] = {"materials": "modules", "translations": "languages.toml"}  # what tells such a folder


@record
class Project:
    """The two folders that everything is made from."""

    materials: Path
    translations: Path

    @classmethod
    def default(cls) -> "Project":
        """Return the folders that came with the program: inside the package when installed, beside it in a checkout."""
        root = _PACKAGE if (_PACKAGE / "materials").is_dir() else _PACKAGE.parent
        return cls(root / "materials", root / "translations")

    @classmethod
    def at(cls, folder: Path) -> "Project":
        """Return the folders that lie in this one where they do, and those that came with the program where not."""
        default = cls.default()
        materials, translations = folder / "materials", folder / "translations"
        return cls(
            materials if is_part("materials", materials) else default.materials,
            translations if is_part("translations", translations) else default.translations,
        )

    @property
    def example_plan(self) -> Path:
        """Return the plan that is built when none is given."""
        return self.materials / EXAMPLE


def is_part(part: Part, folder: Path) -> bool:
    """Tell whether a folder is what it may be called by chance: its content tells."""
    return (folder / HOLDS[part]).exists()
