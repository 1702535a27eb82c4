"""foraldraskolan translations check: what is wrong with the translations, and what is worth a second look."""

from collections.abc import Iterable, Iterator, Sequence

from foraldraskolan.cli.errors import list_problems
from foraldraskolan.cli.session import Session
from foraldraskolan.cli.translations.json_out import print_json, where
from foraldraskolan.cli.translations.reading import foreign_languages, of_domains, read_texts
from foraldraskolan.problems import Problem, message


def check_translations_of(session: Session, domains: Sequence[str], tag: str, *, as_json: bool) -> int:
    """Tell the errors and the advice for some parts and a language, for all if none is named; return the exit code."""
    from foraldraskolan.translation.checked import check_translations

    texts = read_texts(session)
    wanted = {each.source for sources in of_domains(texts, domains).values() for each in sources}
    checked = check_translations(session.project.translations, foreign_languages(session, tag), texts)

    def concerned(problems: Iterable[Problem]) -> list[Problem]:
        return [each for each in dict.fromkeys(problems) if not domains or _is_of(each, domains, wanted)]

    errors, advice = concerned(checked.problems), concerned(checked.advice)
    if as_json:
        found = [*_rows(session, errors, "error"), *_rows(session, advice, "advice")]
        print_json(session, {"problems": found})
    else:
        list_problems(advice, session.catalog)
        list_problems(errors, session.catalog)
        session.tell(message("{errors} fel, {advice} råd.", errors=len(errors), advice=len(advice)))
    return 1 if errors else 0


def _is_of(problem: Problem, domains: Sequence[str], sources: set[str]) -> bool:
    """Tell whether a problem is about one of these domains, or a text that stands there too."""
    place = problem.place
    return place is None or place.file.stem in domains or place.key in sources


def _rows(session: Session, problems: Iterable[Problem], severity: str) -> Iterator[dict[str, object]]:
    for each in problems:
        place = each.place
        yield {
            "severity": severity,
            "language": place.file.parent.name if place else None,
            "catalog": place.file.stem if place else None,
            **where(place),
            "msgid": place.key if place else None,
            "message": session.say(each.message),
            "hint": session.say(each.hint) if each.hint else None,
        }
