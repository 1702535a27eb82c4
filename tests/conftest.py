"""How the tests run: hypothesis never against the clock, in CI with the same cases each time; work in one process."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("laws")


def pytest_configure(config: pytest.Config) -> None:
    """Let the program think that a worker of the tests has one core: it has no other to itself.

    So what one test shapes and lays out is there for the next, instead of in a process that has ended.
    """
    if hasattr(config, "workerinput"):
        os.cpu_count = lambda: 1
