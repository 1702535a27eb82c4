"""Makes a mailout that takes a while: `mail_many.py FOLDER`; says when it is in the middle."""

import signal
import sys
from gettext import NullTranslations
from pathlib import Path

from foraldraskolan.make.edition import Editions
from foraldraskolan.make.families import Families
from foraldraskolan.make.mailing import Wanted, make_mailing
from tests.support.families import LIST, families
from tests.support.orders import content, plan

if __name__ == "__main__":
    # Whoever runs the tests in the background has Ctrl-C ignored, and so have all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    listed = Families(LIST, tuple(families(20_000)), (), ())
    wanted = Wanted(frozenset(["print", "messages"]))
    make_mailing(
        wanted,
        Editions(plan("example"), content("example")),
        listed,
        Path(sys.argv[1]),
        NullTranslations(),
        lambda _: print("a batch is done", flush=True),
    )
