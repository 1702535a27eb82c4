"""foraldraskolan translations typo-only: somebody says that only a slip of the pen was mended in the Swedish."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.translations.asking import agreed
from foraldraskolan.cli.translations.diff import Old, old_texts, show_old
from foraldraskolan.cli.translations.reading import foreign_languages, of_domains, read_texts, read_translated
from foraldraskolan.problems import Problem, message, raise_found

if TYPE_CHECKING:
    from foraldraskolan.translation.translations import Translations


def vouch(
    session: Session, modules: Sequence[str], tag: str, by: str, day: datetime.date, words: str, *, yes: bool
) -> int:
    """Ask of each old translation whether it still holds, stamp those that do, and return the exit code.

    With `words` only texts that have them are asked about. Raises ProblemsFound if nobody vouches, or nobody answers.
    """
    from foraldraskolan.translation.po import write_po
    from foraldraskolan.translation.review import REVIEW_FILE, add_to_review, wrong_date, wrong_name
    from foraldraskolan.translation.slips import restamped, signed_again, wrong_vouchers

    by = " ".join(by.split())
    raise_found([*wrong_name(by, None), *wrong_date(day, None)])
    (language,), every = foreign_languages(session, tag), read_texts(session)
    texts = of_domains(every, modules)
    translations = read_translated(session, language, every)
    old = [each for each in old_texts(translations, texts) if words.casefold() in each.entry.source.casefold()]
    refused = _refused(translations, old)
    slips = [each for each in old if each.entry.source not in refused]
    raise_found(wrong_vouchers(translations, [each.entry.source for each in slips], every, by))
    list_problems(list(refused.values()), session.catalog)
    held: list[str] = []
    for each in slips:
        show_old(session, language, each)
        if yes or agreed(session, message("Är bara ett skrivfel rättat, så att översättningen håller?")):
            held.append(each.entry.source)
    if held:
        rows = signed_again(translations, held, every, by, day)
        for catalog in restamped(translations, held, by, day):
            write_po(catalog)
        if rows:
            add_to_review(session.project.translations / language.tag / REVIEW_FILE, rows)
    session.tell(message("{count} översättningar håller, säger {name}.", count=len(held), name=by))
    return 1 if refused else 0


def _refused(translations: "Translations", old: Sequence[Old]) -> dict[str, Problem]:
    """Return why some of the new wordings are no mended slips, by their sources."""
    from foraldraskolan.translation.stale import why_no_slip

    hint = message("Översätt texten på nytt.")
    whys = ((each, why_no_slip(each.entry, translations.entries)) for each in old)
    return {each.entry.source: Problem(why, hint, each.place) for each, why in whys if why is not None}
