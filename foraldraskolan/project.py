"""Where the material and its translations lie."""

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Project:
    """The two folders that everything is made from."""

    materials: Path
    translations: Path

    @classmethod
    def default(cls) -> "Project":
        """Return the folders that came with the program: inside the package when installed, beside it in a checkout."""
        root = _PACKAGE if (_PACKAGE / "materials").is_dir() else _PACKAGE.parent
        return cls(root / "materials", root / "translations")

    @property
    def example_plan(self) -> Path:
        """Return the plan that is built when none is given."""
        return self.materials / "plans" / "example.toml"
