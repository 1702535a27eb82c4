"""The program's own sentences in Swedish or English: which of them to speak, and where they come from.

The Swedish sentences are the msgids; the English ones are read from translations/en/interface.po.
"""

import locale
import os
import sys
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path
from typing import Literal

from foraldraskolan.translation.po import read_po

InterfaceLanguage = Literal["sv", "en"]


class _Sentences(NullTranslations):
    """Sentences by msgid; one that is not translated stays Swedish."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        super().__init__()
        self._info = {"language": "en"}  # what names of languages are said in
        self._sentences = sentences

    def gettext(self, message: str) -> str:
        """Return the sentence for a Swedish msgid."""
        return self._sentences.get(message, message)


def interface(language: InterfaceLanguage | None, translations: Path) -> NullTranslations:
    """Return the sentences in the language, None for the system's; raise ProblemsFound for a broken PO file."""
    if (language or system_language(os.environ, _windows_locale())) == "sv":
        return NullTranslations()
    file = interface_file(translations)
    if not file.exists():
        return NullTranslations()
    entries = read_po(file).entries.values()
    return _Sentences({entry.source: entry.text for entry in entries if entry.text and not entry.stale})


def interface_file(translations: Path) -> Path:
    """Return the PO file with the English sentences."""
    return translations / "en" / "interface.po"


def system_language(environment: Mapping[str, str], windows_locale: str | None) -> InterfaceLanguage:
    """Return Swedish if the first setting that is made names it, English otherwise."""
    settings = (*(environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")), windows_locale)
    setting = next(filter(None, settings), "")
    return "sv" if setting.lower().startswith(("sv", "swedish")) else "en"


def _windows_locale() -> str | None:
    return locale.getlocale()[0] if sys.platform == "win32" else None
