"""The fixed words that a medium is arranged with."""

import datetime as dt
from collections.abc import Callable

from foraldraskolan.document.inlines import Inline
from foraldraskolan.document.labels import Labels
from foraldraskolan.document.prose import NOTHING, Prose
from foraldraskolan.language import Language
from foraldraskolan.record import record


@record
class Words:
    """The fixed words of one language, and how it writes dates and times.

    `example` says that there is no such meeting; it is empty where there is one. `beside` is the
    language that texts have a gloss in, if they have.
    """

    labels: Labels
    date: Callable[[dt.date], Inline]  # with the weekday, as one says when a meeting is
    day: Callable[[dt.date], Inline]  # without
    clock: Callable[[dt.time], Inline]
    example: Prose = NOTHING
    beside: Language | None = None
