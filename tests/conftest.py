"""How hypothesis runs: never against the clock, and in CI with the same cases each time."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "laws", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("laws")
