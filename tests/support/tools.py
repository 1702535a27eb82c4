"""Programs of others that some tests drive: one that is not found skips its tests, and fails them in CI."""

import os
import shutil

import pytest


def browser() -> str:
    """Return the path of Chromium; skip the test that asks for it, or fail it in CI, where there is none."""
    return _found("Chromium", "chromium")


def office() -> str:
    """Return the path of LibreOffice; skip the test that asks for it, or fail it in CI, where there is none."""
    return _found("LibreOffice", "soffice")


def _found(name: str, command: str) -> str:
    path = shutil.which(command)
    if path is None:
        reason = f"{name} is not found: there is no command {command}"
        (pytest.fail if "CI" in os.environ else pytest.skip)(reason)
    return path
