"""A program that tests need is found, or its tests are skipped with its name; in CI they fail."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.tools import browser, office

EACH = pytest.mark.parametrize(
    ("tool", "name", "command"), [(browser, "Chromium", "chromium"), (office, "LibreOffice", "soffice")]
)


@EACH
def test_a_program_that_is_there_is_found(
    tool: Callable[[], str], name: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the first of its name on the path."""
    there = tmp_path / command
    there.write_text("#!/bin/sh\n", encoding="utf-8")
    there.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tool() == str(there)


@EACH
def test_a_program_that_is_not_there_is_named(
    tool: Callable[[], str], name: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tests are skipped, but where all tests have to run they fail."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=f"{name}.* {command}"):
        tool()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=f"{name}.* {command}"):
        tool()
