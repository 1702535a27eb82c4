"""Makes a pack as another computer might: `make_again.py PLAN FOLDER CORES`, on another day."""

import os
import sys
import time
from gettext import NullTranslations
from pathlib import Path

from foraldraskolan.make.pack import make_pack
from tests.support.orders import content, plan

_DAYS = 400 * 24 * 60 * 60


def main(name: str, folder: str, cores: str) -> None:
    """Make the pack with a clock that is more than a year ahead and the number of cores that is asked for."""
    now, local, utc = time.time, time.localtime, time.gmtime
    time.time = lambda: now() + _DAYS
    time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
    time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
    os.cpu_count = lambda: int(cores)
    make_pack(plan(name), content(name), Path(folder), NullTranslations())


if __name__ == "__main__":
    main(*sys.argv[1:])
