"""The letters to a class list as one file to print, written part by part, below a sheet that counts them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from foraldraskolan.document.form import Form
from foraldraskolan.document.walk import plain
from foraldraskolan.layout.sheet import lay_out_sheet
from foraldraskolan.make.document import arranged
from foraldraskolan.make.edition import Editions, metadata_of
from foraldraskolan.make.families import Stack
from foraldraskolan.make.orders import Slot, order_of
from foraldraskolan.make.private import private_opener
from foraldraskolan.material.assemble import assemble_nothing
from foraldraskolan.media import cover
from foraldraskolan.pdf.run import Part, Printed, PrintRun, Roots, make_part, room


class Run:
    """A print run with a part for each stack; what each process makes has its place beforehand."""

    def __init__(self, out: BinaryIO, stacks: Sequence[Stack], editions: Editions) -> None:
        self._editions = editions
        letters = {each.language: editions.of(order_of("mailout", each.language)).settable for each in stacks}
        rooms = [room(letters[each.language], len(each.recipients)) for each in stacks]
        # The cover counts no more classes than are asked for.
        largest = self._cover((to.language, to.group) for each in stacks for to in each.recipients)
        *firsts, self._first, own = accumulate([*rooms, room(largest, 1)], initial=1)
        self._roots = Roots.of(own)
        languages = [editions.content.languages[each.language] for each in stacks]
        titles = [f"{language.swedish} ({language.native})" for language in languages]
        self.slots = [Slot(first, self._roots, title) for first, title in zip(firsts, titles, strict=True)]
        self._run = PrintRun(out, own)

    def add(self, part: Part) -> None:
        """Write a part; they come in the order of their slots."""
        self._run.add(part)

    def close(self, letters: Iterable[tuple[str, str]]) -> None:
        """Put the sheet that counts the letters on top, by their language and class; write what holds them together."""
        form = self._cover(letters)
        top = Printed(form, lay_out_sheet(form), "")
        self._run.add(make_part(self._first, plain(form.title.inlines), [top], self._roots), front=True)
        self._run.close(metadata_of(form, self._editions.content))

    def _cover(self, letters: Iterable[tuple[str, str]]) -> Form:
        """Return the sheet that says how many letters there are in each language and class."""
        plan, content = self._editions.plan, self._editions.content
        counts = [(tag, group, count) for (tag, group), count in Counter(letters).items()]
        arrange = partial(cover.arrange, counts=counts, languages=content.languages)
        return arranged(arrange, assemble_nothing(plan), plan.notes, content).form


@contextmanager
def print_run(file: Path, stacks: Sequence[Stack], editions: Editions) -> Iterator[Run]:
    """Yield a print run in a new file, which only its owner may read."""
    with open(file, "xb", opener=private_opener) as out:
        yield Run(out, stacks, editions)
