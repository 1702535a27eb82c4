"""foraldraskolan translations sign: somebody who has read translations signs them."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.translations.asking import agreed
from foraldraskolan.cli.translations.reading import foreign_languages, of_domains, read_texts, read_translated
from foraldraskolan.problems import Count, Problem, ProblemsFound, message, raise_found
from foraldraskolan.record import record

if TYPE_CHECKING:
    from foraldraskolan.document.prose import SignOff
    from foraldraskolan.language import Language
    from foraldraskolan.translation.signing import Signing
    from foraldraskolan.translation.translations import Translations
    from foraldraskolan.translation.update import Texts


@record
class Asked:
    """What the options of a sign-off say: who has read, who translated if that is said, on which day, and how.

    With `ready` what cannot be signed is left, and with `yes` nobody is asked.
    """

    reviewer: str
    translator: str
    day: datetime.date
    ready: bool
    yes: bool


def sign_texts(session: Session, modules: Sequence[str], tag: str, asked: Asked) -> int:
    """Sign the translations of some domains and return the exit code; raise ProblemsFound with what is in the way."""
    from foraldraskolan.translation.checked import check_translations
    from foraldraskolan.translation.review import REVIEW_FILE, add_to_review
    from foraldraskolan.translation.signing import to_sign

    (language,), every = foreign_languages(session, tag), read_texts(session)
    texts = of_domains(every, modules)
    translations = read_translated(session, language, every)
    checked = check_translations(session.project.translations, [language], every)
    signing = to_sign(translations, texts, checked.problems, checked.advice)
    raise_found(list(signing.of_files))
    if signing.in_the_way and not asked.ready:
        hint = message("Rätta texterna, eller lägg till --ready för att signera bara de andra.")
        raise ProblemsFound([*signing.in_the_way, Problem(message("Alla texter går inte att signera."), hint)])
    list_problems(signing.in_the_way, session.catalog)
    if not signing.ready:
        session.tell(message("Det finns inget att signera: {count} texter är redan granskade.", count=signing.signed))
        return 1 if signing.in_the_way else 0
    sign_off = _sign_off(asked, translations, signing)
    _tell(session, language, texts, signing, sign_off)
    question = message("Har du läst varje text mot den svenska, och är den rätt?")
    if not asked.yes and not agreed(session, question):
        session.tell(message("Inget är signerat."))
        return 1
    add_to_review(session.project.translations / language.tag / REVIEW_FILE, signing.rows(sign_off))
    session.tell(message("{count} texter är signerade av {name}.", count=len(signing.ready), name=sign_off.by))
    return 0


def _sign_off(asked: Asked, translations: "Translations", signing: "Signing") -> "SignOff":
    """Return the sign-off that is asked for; raise ProblemsFound if it is nobody's, the translator's or of no day."""
    from foraldraskolan.document.prose import SignOff
    from foraldraskolan.translation.names import joined
    from foraldraskolan.translation.review import wrong_date, wrong_people
    from foraldraskolan.translation.signing import translators_of

    known = translators_of(translations, [each.source for each in signing.ready])
    if not known and not asked.translator:
        what = message("Vem som har översatt står inte i filerna.")
        raise ProblemsFound([Problem(what, message("Skriv --translator och namnet, så att ingen granskar sitt eget."))])
    by, translators = " ".join(asked.reviewer.split()), [each for each in (asked.translator, known) if each]
    wrong = [problem for each in translators for problem in wrong_people(by, each, None)]
    raise_found([*dict.fromkeys(wrong), *wrong_date(asked.day, None)])
    return SignOff(by, joined(translators), asked.day)


def _tell(session: Session, language: "Language", texts: "Texts", signing: "Signing", sign_off: "SignOff") -> None:
    """Say what is about to be signed, by whom, and what the program has seen of it and what it has not."""
    list_problems(signing.advice, session.catalog)
    session.tell(
        message(
            "{count} texter, {words} ord, på {language} i: {modules}.",
            count=Count(len(signing.ready)),
            words=Count(signing.words),
            language=language.swedish,
            modules=", ".join(texts),
        )
    )
    if signing.signed:
        session.tell(message("{count} texter är redan granskade och står kvar.", count=Count(signing.signed)))
    session.tell(
        message(
            "Alla kontroller som foraldraskolan check gör av en översättning gick bra. Råd att väga: {count}.",
            count=len(signing.advice),
        )
    )
    session.tell(
        message(
            "Översatt av {translator}. Granskat av {reviewer}, {date}.",
            translator=sign_off.translator,
            reviewer=sign_off.by,
            date=sign_off.date,
        )
    )
