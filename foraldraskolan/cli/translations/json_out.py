"""What a command says as JSON, for other programs."""

import json

from foraldraskolan.cli.session import Session
from foraldraskolan.problems import Place


def print_json(session: Session, value: object) -> None:
    """Print a value as JSON, its texts as they are written."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str), file=session.console.file)


def where(place: Place | None) -> dict[str, object]:
    """Return the file and the line of a place, null where that is not known."""
    return {"file": str(place.file) if place else None, "line": place.line if place else None}
