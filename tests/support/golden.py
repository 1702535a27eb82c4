"""Expected output as readable text files in tests/data/golden; UPDATE_GOLDEN=1 writes them anew."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "data" / "golden"


def expect_golden(name: str, text: str) -> None:
    """Fail if a text is not what its golden file says."""
    path = GOLDEN / name
    text = text.rstrip("\n") + "\n"
    if "UPDATE_GOLDEN" in os.environ:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
