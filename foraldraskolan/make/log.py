"""What was made for which row of a list, without a name: what the sender keeps when the letters are gone."""

from collections import Counter
from collections.abc import Sequence
from gettext import NullTranslations

from foraldraskolan.class_list.left_out import Why
from foraldraskolan.class_list.rows import RowId
from foraldraskolan.make.document import Content
from foraldraskolan.make.families import Families
from foraldraskolan.material.example import IS_EXAMPLE
from foraldraskolan.material.plan import Plan
from foraldraskolan.problems import Message, Problem, message
from foraldraskolan.record import record


@record
class Sent:
    """What was made for one letter: its number, the row it comes from, its language, its class, how many messages."""

    number: int
    row: RowId
    language: str
    group: str
    messages: int


def mailing_log(
    sent: Sequence[Sent],
    letters: int,
    unset: Sequence[Problem],
    families: Families,
    plan: Plan,
    content: Content,
    interface: NullTranslations,
) -> str:
    """Return how many letters and messages there are, then what became of each row, in the interface's language.

    `letters` is how many are on paper.
    """
    meeting = plan.meeting

    def say(words: Message) -> str:
        return words.text(interface)

    messages = sum(each.messages for each in sent)
    lines = [say(IS_EXAMPLE)] if meeting.example else []
    lines.append(f"{meeting.title}, {meeting.date:%Y-%m-%d}")
    lines.append(say(message("{letters} brev, {messages} utkast till e-post", letters=letters, messages=messages)))
    for tag, count in Counter(each.language for each in sent).items():
        lines.append(f"    {content.languages[tag].swedish}: {count}")
    lines.append("")
    told: dict[RowId, list[str]] = {}
    for each in sent:
        language = content.languages[each.language].swedish
        said = message(
            "Brev {number}, {language}, {messages} utkast.",
            number=each.number,
            language=language,
            messages=each.messages,
        )
        told.setdefault(each.row, []).append(say(said))
    for fallback in families.fallbacks:
        # Not what is written there: a note about a person may stand where a language should.
        told.setdefault(fallback.at, []).append(say(fallback.reason))
    for problem in (*families.bad, *unset):
        place = problem.place
        row = RowId(place.sheet or "", place.line or 0) if place else RowId("", 0)
        told.setdefault(row, []).append(say(message("Inget brev. {why}", why=say(problem.message))))
    lines.extend(
        say(message("Rad {row}: {what}", row=row, what=" ".join(dict.fromkeys(whats))))
        for row, whats in sorted(told.items())
    )
    for why in Why:
        if rows := [each.row for each in families.left_out if each.why is why]:
            lines.append(say(why.about(rows)))
    return "\n".join([*lines, ""])
